"""What stands around every page: the other language, without asking Django's resolver each time."""

import pytest
from django.test import Client, RequestFactory
from django.urls import resolve, translate_url
from django.utils import translation

from portal.context import Page


@pytest.mark.parametrize("path", ["/", "/trajecten/", "/trajecten/?q=kook", "/hulp/", "/mijn/", "/inloggen/login/"])
def test_the_other_language_is_where_django_says(path):
    with translation.override("nl"):
        assert _languages(path) == [("en", "English", translate_url(path, "en"))]
    english = f"/en{path}"
    with translation.override("en"):
        assert _languages(english) == [("nl", "Nederlands", translate_url(english, "nl"))]


def test_an_address_that_is_not_there_has_no_other_language(db):
    assert b"hreflang" not in Client().get("/bestaat-niet/").content


def _languages(path: str) -> list[tuple]:
    request = RequestFactory().get(path)
    request.resolver_match = resolve(request.path)
    return Page(request).languages
