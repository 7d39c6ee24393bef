"""A public page is drawn once for all visitors, until something public changes."""

import re

import pytest
from django.contrib import messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from events import log
from events.etag import for_visitors
from tests import make


@pytest.fixture(autouse=True)
def kept_pages(settings):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}}
    caches["pages"].clear()


@pytest.fixture
def address(cast):
    tender = make.tender(cast)
    return f"/trajecten/{tender.slug}/vragen/"


def visit(address: str, **headers):
    return Client().get(address, headers=headers)


def test_the_next_visitor_gets_the_page_that_was_drawn(db, address, statements):
    first = visit(address)
    with statements() as sent:
        second = visit(address)
    assert (first.content, "X-Kept" in first, "X-Kept" in second) == (second.content, False, True)
    assert second["ETag"] == first["ETag"]
    assert len(sent) == 1


def test_a_public_event_makes_a_new_page(db, cast, address):
    visit(address)
    log.record("tenders.question_asked", by=cast.resident, thing=cast.municipality, public=True)
    assert "X-Kept" not in visit(address)


def test_who_is_signed_in_gets_a_page_of_their_own(db, cast, client_of, address):
    visit(address)
    page = client_of(cast.resident).get(address)
    assert ("X-Kept" in page, cast.resident.name in page.content.decode()) == (False, True)


def test_a_forced_reload_draws_it_anew(db, address):
    visit(address)
    assert "X-Kept" not in visit(address, **{"Cache-Control": "no-cache"})


def test_a_page_in_another_language_is_another_page(db, address):
    visit(address)
    assert "X-Kept" not in visit(f"/en{address}")


def test_a_form_that_is_sent_once_has_a_token_of_its_own_for_each_visitor(db, cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    address = f"/trajecten/{tender.slug}/dialoog/"
    pages = [visit(address) for _time in range(3)]
    tokens = [re.findall(r'name="once" value="([^"]*)"', page.content.decode()) for page in pages]
    assert ["X-Kept" in page for page in pages] == [False, True, True]
    assert [[len(token) for token in found] for found in tokens] == [[24], [24], [24]]
    assert len({token for (token,) in tokens}) == 3


def test_a_kept_page_holds_nobodys_token(db, cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    page = visit(f"/trajecten/{tender.slug}/dialoog/")
    kept = caches["pages"].get(page["ETag"])
    assert re.findall(rb'name="once" value="([^"]*)"', kept) == [b""]


def test_what_is_said_to_one_visitor_is_said_to_nobody_else(db, cast, client_of):
    leaves, browser, address = client_of(cast.resident).post(reverse("account_logout")), Client(), reverse("portal:home")
    browser.cookies["messages"] = leaves.cookies["messages"].value  # and the session is over
    own, other, third = browser.get(address), visit(address), visit(address)
    again = Client().get(address, headers={"If-None-Match": own.get("ETag", "none")})
    assert (leaves["Location"], [page.status_code for page in (own, other, third, again)]) == (address, [200] * 4)
    assert ["U bent uitgelogd." in page.content.decode() for page in (own, other, third, again)] == [True, False, False, False]
    assert ["X-Kept" in page for page in (own, other, third, again)] == [False, False, True, True]


def test_what_a_page_itself_says_to_one_visitor_is_not_kept(db, rf):
    @for_visitors
    def says(request):
        request._messages = CookieStorage(request)
        if "zeg" in request.GET:
            messages.info(request, "Alleen voor u.")
        return HttpResponse("Welkom")

    pages = [says(rf.get(address)) for address in ("/?zeg", "/?zeg", "/", "/")]
    assert ["X-Kept" in page for page in pages] == [False, False, False, True]


def test_what_is_not_there_is_not_kept(db, address):
    assert [visit("/trajecten/bestaat-niet/vragen/").status_code for _time in range(2)] == [404, 404]
