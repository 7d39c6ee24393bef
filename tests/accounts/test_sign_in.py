"""Signing in by code or password, proving it again before an act, and a mail server that does not answer."""

import re
from pathlib import Path

import allauth
import pytest
from allauth.account.adapter import get_adapter as get_account
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter as get_mfa
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.test import Client

from accounts.fresh import is_fresh, mark
from accounts.models import User


class AwayBackend(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise TimeoutError("timed out")


AWAY = "tests.accounts.test_sign_in.AwayBackend"


def test_a_code_by_mail_signs_you_in(cast):
    client = Client()
    client.post("/inloggen/login/code/", {"email": cast.resident.email})
    code = re.search(r"\b([A-Z0-9]{3,4}-?[A-Z0-9]{3,4}|\d{6})\b", mail.outbox[0].body)[0]
    assert client.post("/inloggen/login/code/confirm/", {"code": code}).status_code == 302
    assert client.get("/mijn/").status_code == 200


def test_a_password_signs_in_who_set_one_and_a_wrong_one_does_not(cast):
    EmailAddress.objects.update_or_create(user=cast.resident, email=cast.resident.email, defaults={"verified": True})
    cast.resident.set_password("een lange zin is goed")
    cast.resident.save()
    wrong = Client().post("/inloggen/login/", {"login": cast.resident.email, "password": "een andere zin"})
    right = Client().post("/inloggen/login/", {"login": cast.resident.email, "password": "een lange zin is goed"})
    assert (wrong.status_code, right.status_code, right.headers["Location"]) == (200, 302, "/mijn/")


@pytest.mark.parametrize("path", ["//[x/", "https://elders.example/", "javascript:alert(1)", "//elders.example"])
def test_what_is_no_page_here_leads_home_after_signing_in(cast, path):
    EmailAddress.objects.update_or_create(user=cast.resident, email=cast.resident.email, defaults={"verified": True})
    cast.resident.set_password("een lange zin is goed")
    cast.resident.save()
    client = Client()
    assert client.get("/inloggen/login/", {"next": path}).status_code == 200
    sent = {"login": cast.resident.email, "password": "een lange zin is goed", "next": path}
    assert client.post("/inloggen/login/", sent).headers["Location"] == "/mijn/"


def test_a_mail_server_that_is_away_gives_a_page_with_another_way(cast, settings):
    settings.EMAIL_BACKEND = AWAY
    answer = Client().post("/inloggen/login/code/", {"email": cast.resident.email})
    assert answer.status_code == 503
    assert "/inloggen/login/" in answer.content.decode()


def test_no_code_stays_behind_in_the_database(cast):
    from notifications.models import Mail

    Client().post("/inloggen/login/code/", {"email": cast.resident.email})
    assert (len(mail.outbox), Mail.objects.count()) == (1, 0)


def _again(client, path):
    return client.get(f"/mijn/bevestig/?next={path}")


def test_proving_it_again_by_a_mailed_code_is_bound_to_one_address(cast, client_of):
    client = client_of(cast.officer)
    client.post("/mijn/bevestig/?next=/iets/tekenen/", {"send_code": "1"})
    code = re.search(r"\b\d{6}\b", mail.outbox[0].body)[0]
    answer = client.post("/mijn/bevestig/?next=/iets/tekenen/", {"way": "mail", "secret": code})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/iets/tekenen/")
    assert is_fresh(client.session, "/iets/tekenen/")
    assert not is_fresh(client.session, "/iets/anders/")


def test_a_wrong_code_five_times_makes_you_wait(cast, client_of):
    client = client_of(cast.officer)
    client.post("/mijn/bevestig/?next=/iets/", {"send_code": "1"})
    code = re.search(r"\b\d{6}\b", mail.outbox[0].body)[0]
    wrong = "000000" if code != "000000" else "111111"
    for _attempt in range(5):
        client.post("/mijn/bevestig/?next=/iets/", {"way": "mail", "secret": wrong})
    assert client.post("/mijn/bevestig/?next=/iets/", {"way": "mail", "secret": code}).status_code == 200
    assert not is_fresh(client.session, "/iets/")


def test_a_password_proves_it_too_and_nobody_passes_without_any(cast, client_of):
    cast.officer.set_password("een lange zin is goed")
    cast.officer.save()
    client = client_of(cast.officer)
    assert client.post("/mijn/bevestig/?next=/iets/", {"way": "password", "secret": "fout"}).status_code == 200
    assert client.post("/mijn/bevestig/?next=/iets/", {"way": "password", "secret": "een lange zin is goed"}).status_code == 302


def test_it_never_leads_to_another_website(cast, client_of):
    for path in ("//boos.example/", "https://boos.example/", "javascript:alert(1)"):
        assert _again(client_of(cast.officer), path).headers["Location"] == "/mijn/"


def test_a_proof_is_used_up_by_its_act():
    session = {}
    mark(session, "/a/")
    assert is_fresh(session, "/a/")
    from accounts.fresh import use_up

    use_up(session, "/a/")
    assert not is_fresh(session, "/a/")


@pytest.mark.parametrize("address", ["/mijn/", "/mijn/gegevens/", "/mijn/berichten/"])
def test_a_visitor_is_asked_to_sign_in(db, address):
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/inloggen/login/")


def test_a_short_password_is_refused_in_dutch(client_of, cast):
    client = client_of(cast.resident)
    page = client.post("/inloggen/password/set/", {"password1": "kort", "password2": "kort"}).content.decode()
    assert "Dit wachtwoord is te kort. Neem minstens 12 tekens." in page


@pytest.mark.parametrize(("typed", "kept"), [("Ria \u202edoosB", "Ria doosB"), ("\u3164\u200b", None), ("\u202e", None)])
def test_who_signs_up_takes_a_name_that_everybody_can_see_and_that_turns_nothing_around(db, typed, kept):
    Client().post("/inloggen/signup/", {"email": "nieuw@example.nl", "name": typed})
    assert User.objects.filter(email="nieuw@example.nl").values_list("name", flat=True).first() == kept


def test_what_allauth_says_itself_says_u_as_all_pages_do():
    """By its adapters and in its messages; nobody signs in here with a telephone number or a user name."""
    sentences = {name: str(text) for name, text in (get_account().error_messages | get_mfa().error_messages).items()}
    who = {
        "email": "ria@example.nl",
        "name": "Ria",
        "user": User(name="Ria", email="ria@example.nl"),
        "recipient": "ria@example.nl",
    }
    folder = Path(allauth.__file__).parent / "templates"
    for file in folder.glob("*/messages/*.txt"):
        sentences[file.stem] = render_to_string(f"{file.parent.parent.name}/messages/{file.name}", who)
    informal = {name for name, text in sentences.items() if re.search(r"\b(je|jij|jou|jouw)\b", text, re.IGNORECASE)}
    elsewhere = {name for name in sentences if "phone" in name or "username" in name}
    assert (informal - elsewhere, "logged_out" in sentences, "unverified_email" in sentences) == (set(), True, True)


def test_an_address_longer_than_an_account_can_hold_gets_a_sentence(db):
    address = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 59}.nl"
    page = Client().post("/inloggen/signup/", {"email": address, "name": "An"}).content.decode()
    assert "Een e-mailadres heeft ten hoogste 254 tekens." in page
