"""Errors, signing in and a second factor."""

import dataclasses

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, override_settings
from django.urls import reverse

from portal.errors import server_error
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.browser.shown import Shown, keep

_AWAY = "tests.accounts.test_sign_in.AwayBackend"
_FORM = "application/x-www-form-urlencoded"
_PASSWORD = "een lange zin is goed"


def wrong(cast, album):
    """Errors: not allowed, not there, not safe, too long away, and our own fault."""
    tender = make.tender(cast)
    album.see(cast.resident, "tenders:manage_tender", tender.slug, about="forbidden")
    album.see(cast.resident, "portal:show_tender", "bestaat-niet", about="not found")
    album.see(cast.visitor, "portal:show_tender", "bestaat-niet", about="not found by a visitor")
    grant = make.tender(cast, step=Step.REQUEST, route=Route.SMALL_GRANT)
    album.see(cast.visitor, "calls:list_amendments", grant.slug, about="not on this route")
    album.see(cast.officer, "tenders:publish_answers", tender.slug, about="the address of a button")
    path = reverse("tenders:edit_tender", args=[tender.slug])
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.officer, backend="accounts.permissions.TableBackend")
    album.pages.append(keep("a form from elsewhere", path, strict.post(path, {"title": "x"})))
    typed = {"title": "Een heel lange titel die blijft staan", "summary": "En een zin.", "choice": "ja"}
    album.see(None, "tenders:edit_tender", tender.slug, about="session ended", data=typed, client=strict)
    album.see(None, "tenders:edit_tender", tender.slug, about="signed out meanwhile", data=typed, client=Client())
    for about, body, kind in (("not to be read", b"--a", "multipart/form-data"), ("too much", b"code=" + b"x" * 5_000_000, _FORM)):
        album.pages.append(keep(about, "/code/", Client().generic("POST", "/code/", body, content_type=kind)))
    ours = server_error(None)
    policy = {"Content-Security-Policy": album.pages[0].headers["Content-Security-Policy"]}
    page = Shown("our own error", "/", 500, {"Content-Type": "text/html; charset=utf-8", **policy}, ours.content.decode())
    album.pages.append(dataclasses.replace(page, templates=frozenset({"500.html"})))


def _with_password(person):
    EmailAddress.objects.update_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})
    person.set_password(_PASSWORD)
    person.save()
    return person


def signing_in(cast, album):
    _with_password(cast.buyer)
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": cast.resident.email})
    album.see(None, "account_confirm_login_code", client=client)
    album.see(None, "account_confirm_login_code", about="wrong code", client=client, data={"code": "x"})
    client = Client()
    client.post(reverse("account_signup"), {"email": "nieuw@example.nl", "name": "Nieuw"})
    album.see(None, "account_email_verification_sent", client=client)
    album.see(cast.buyer, "account_change_password")
    album.see(cast.buyer, "account_change_password", about="wrong", data={"oldpassword": "x"})
    album.see(cast.buyer, "account_reauthenticate")
    album.see(cast.officer, "accounts:sign_in_again", query="?next=/mijn/")
    album.see(cast.officer, "accounts:sign_in_again", query="?next=/mijn/", about="code sent", data={"send_code": "1"})
    album.see(cast.officer, "accounts:sign_in_again", query="?next=/mijn/", about="nothing filled in", data={"secret": ""})
    with override_settings(EMAIL_BACKEND=_AWAY):
        album.see(cast.visitor, "account_request_login_code", about="no mail", data={"email": cast.resident.email})


def two_factors(cast, album):
    person = _with_password(cast.lawyer)
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": _PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": _PASSWORD})
    album.see(None, "mfa_activate_totp", client=client)
    album.see(None, "mfa_activate_totp", about="wrong code", client=client, data={"code": "1"})
    TOTP.activate(person, generate_totp_secret())
    RecoveryCodes.activate(person)
    assert Authenticator.objects.filter(user=person).count() == 2
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        album.see(None, name, about="with two factors", client=client)
    signing = Client()
    signing.post(reverse("account_login"), {"login": person.email, "password": _PASSWORD})
    album.see(None, "mfa_authenticate", client=signing)
    album.see(person, "mfa_reauthenticate")


OCCASIONS = (wrong, signing_in, two_factors)
