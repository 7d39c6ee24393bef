"""A form that is sent twice is carried out once, and leads to the same page."""

import pytest
from axes.handlers.proxy import AxesProxyHandler
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from events.models import SentForm
from tenders.models import Question
from tests import make


def test_the_second_time_leads_to_where_the_first_time_led(cast, client_of):
    tender = make.tender(cast)
    client, form = client_of(cast.resident), {"text": "Wanneer begint het?", "once": "abc"}
    answers = [client.post(f"/trajecten/{tender.slug}/vragen/stel/", form) for _ in range(2)]
    list_page = f"/trajecten/{tender.slug}/vragen/"
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(302, list_page)] * 2
    assert Question.objects.count() == 1


def test_a_form_with_errors_leaves_its_token_unused(cast, client_of):
    tender = make.tender(cast)
    client, address = client_of(cast.resident), f"/trajecten/{tender.slug}/vragen/stel/"
    assert client.post(address, {"text": "", "once": "abc"}).status_code == 200
    assert SentForm.objects.count() == 0
    assert client.post(address, {"text": "Toch iets", "once": "abc"}).status_code == 302
    assert list(Question.objects.values_list("text", flat=True)) == ["Toch iets"]


def test_two_forms_are_two_acts(cast, client_of):
    tender = make.tender(cast)
    client = client_of(cast.resident)
    for token in ("abc", "def"):
        client.post(f"/trajecten/{tender.slug}/vragen/stel/", {"text": "Zelfde vraag", "once": token})
    assert Question.objects.count() == 2


def test_who_goes_back_and_writes_something_else_says_something_new(cast, client_of):
    tender = make.tender(cast)
    client = client_of(cast.resident)
    for text in ("Wanneer begint het?", "En waar?"):
        client.post(f"/trajecten/{tender.slug}/vragen/stel/", {"text": text, "once": "abc"})
    assert list(Question.objects.order_by("id").values_list("text", flat=True)) == ["Wanneer begint het?", "En waar?"]


# What is counted


@pytest.fixture
def counted_in_the_database(db, settings):
    """As it is without Redis: the limits stand in a table, beside all else."""
    table = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"}
    settings.CACHES = {**settings.CACHES, "default": table}
    call_command("createcachetable", verbosity=0)
    settings.AXES_ENABLED = True
    AxesProxyHandler.get_implementation(force=True)
    yield
    AxesProxyHandler.implementation = None


def guess(client, address: str, times: int, **said) -> str:
    """What the page says the last time; each form has a token that nobody else has."""
    for time in range(times):
        page = client.post(address, {**said, "once": f"token-{time}"})
    return page.content.decode()


@pytest.mark.usefixtures("counted_in_the_database")
def test_with_a_token_too_wrong_proofs_make_you_wait(cast, client_of):
    page = guess(client_of(cast.officer), "/mijn/bevestig/?next=/iets/", 6, way="mail", secret="000000")
    assert "Dat was vijf keer fout." in page


@pytest.mark.usefixtures("counted_in_the_database")
def test_with_a_token_too_wrong_passwords_make_you_wait(cast):
    page = guess(Client(), "/inloggen/login/", 6, login=cast.officer.email, password="fout")
    assert "Dit ging te vaak mis" in page


@pytest.mark.usefixtures("counted_in_the_database")
def test_with_a_token_too_wrong_passwords_lock_the_account_for_who_tries(cast, settings):
    settings.ACCOUNT_RATE_LIMITS = False
    client = Client()
    guess(client, "/inloggen/login/", settings.AXES_FAILURE_LIMIT - 1, login=cast.officer.email, password="fout")
    answers = [
        client.post("/inloggen/login/", {"login": cast.officer.email, "password": "fout", "once": token}).status_code
        for token in ("the last", "one more")
    ]
    assert answers == [429, 429]


@pytest.mark.usefixtures("counted_in_the_database")
def test_with_the_token_of_its_own_form_wrong_codes_make_you_wait(cast):
    initiative = make.initiative(cast.municipality)
    page = guess(Client(), reverse("initiatives:tend_initiative", args=[initiative.public_id]), 21, code="bcdf-ghjk-mnpq")
    assert "Wacht een kwartier" in page


def test_a_page_that_is_not_there_or_not_yours_leaves_the_token_unused(cast, client_of):
    tender = make.tender(cast)
    for address in ("/trajecten/bestaat-niet/vragen/stel/", reverse("tenders:publish_answers", args=[tender.slug])):
        assert client_of(cast.resident).post(address, {"text": "Iets", "once": "abc"}).status_code in (403, 404)
    assert SentForm.objects.count() == 0
