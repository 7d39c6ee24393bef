"""Pages that no address shows by itself: what comes after an act, too late, by mistake, or with two factors.

Each function is one occasion; it puts what was shown into the album.
"""

import dataclasses
import datetime as dt
import secrets

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.urls import reverse

from accounts.models import User
from bids.models import Round
from calls.models import Call
from dialogues.models import NameChoice, Outcome
from evaluation.models import Capacity
from events import clock
from notifications.models import Mail
from portal.demo.accounts import ACCOUNTS
from portal.errors import server_error
from tenders.models import LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.browser.shown import Shown, keep
from tests.stages import things
from tests.walk import client_for

_AWAY = "tests.accounts.test_sign_in.AwayBackend"
_FORM = "application/x-www-form-urlencoded"
_PASSWORD = "een lange zin is goed"
_SAID = {"text": "Ik kan lassen. Laat mij iets maken.", "shown_name": "Ria"}


class Album:
    """The pages that were shown so far."""

    def __init__(self):
        self.pages: list[Shown] = []

    def see(self, person, name: str, *args, about: str = "", query: str = "", data: dict | None = None, client=None) -> None:
        """Open the page, or send `data` to it; it must be a page."""
        path = reverse(name, args=args) + query
        client = client or client_for(person, path.partition("?")[0])
        response = client.get(path) if data is None else client.post(path, data, headers={"origin": "http://testserver"})
        shown = keep(f"{name}{' ' * bool(about)}{about}", path, response)
        assert shown, (name, about, response.status_code, response.headers)
        self.pages.append(shown)


def all_moments(cast) -> list[Shown]:
    album = Album()
    for occasion in (
        wrong,
        signing_in,
        two_factors,
        said,
        met,
        begun,
        planned,
        written,
        bidding,
        judged,
        decided,
        followed,
        mailed,
        in_demo,
    ):
        occasion(cast, album)
    return album.pages


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


def said(cast, album):
    """A contribution, with its code; and one that comes too late."""
    made = things(cast, "1")
    slug = made["tender"].slug
    for choice in (NameChoice.NAME, NameChoice.ANONYMOUS):
        data = {**_SAID, "name_choice": choice, "once": secrets.token_urlsafe(16)}
        album.see(cast.visitor, "dialogues:contribute", slug, about=f"sent: {choice}", data=data)
    data |= {"kind": "idea", "channel": "paper", "said_on": clock.today().isoformat(), "once": secrets.token_urlsafe(16)}
    album.see(cast.guide, "dialogues:enter_contribution", slug, about="sent", data=data)
    data = {"reason": "Iemand vroeg om hulp.", "once": secrets.token_urlsafe(16)}
    hidden = made["pseudonymous contribution"].number
    album.see(cast.officer, "dialogues:unveil_pseudonym", slug, hidden, about="with a reason", data=data)
    closed = make.dialogue(make.tender(cast), closes_in=-1)
    album.see(cast.visitor, "dialogues:contribute", closed.tender.slug, about="too late")


def met(cast, album):
    """Coming to a meeting, and what the team does afterwards."""
    tender = make.tender(cast)
    make.dialogue(tender)
    coming, full, past = (
        make.meeting(tender),
        make.meeting(tender, capacity=1),
        make.meeting(tender, begins_in=dt.timedelta(days=-1)),
    )
    make.registration(full)
    for meeting, about in ((coming, "sent"), (full, "waiting list")):
        data = {"name": "Ria", "once": secrets.token_urlsafe(16)}
        album.see(cast.visitor, "dialogues:register", tender.slug, meeting.public_id, about=about, data=data)
    for _one in range(2):
        make.registration(past)
    for name in ("record_attendance", "report_meeting", "show_meeting", "list_registrations"):
        album.see(cast.officer, f"dialogues:{name}", tender.slug, past.public_id, about="afterwards")
    minutes = make.minutes(tender)
    make.correction(minutes, person=cast.neighbour)
    make.correction(minutes, person=cast.partner, outcome="refused", reason="Zo was het niet.", decided_at=clock.now())
    make.registration(minutes, person=cast.resident)
    album.see(cast.visitor, "dialogues:show_meeting", tender.slug, minutes.public_id, about="with a draft")
    data = {"text": "Het was in de Bolder.", "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:correct_minutes", tender.slug, minutes.public_id, about="sent", data=data)


def begun(cast, album):
    """Something that was just begun, joined, opened with its code, that stopped or whose words are hidden."""
    code, visitor = "k7wp-93bd-xm2h", cast.visitor
    place = cast.municipality.slug
    words = {"name": "Geveltuinen", "sentence": "Wij maken van stoepen tuinen.", "once": secrets.token_urlsafe(16)}
    album.see(visitor, "initiatives:begin_initiative", place, about="sent", data=words)
    album.see(visitor, "initiatives:begin_initiative", place, about="nothing filled in", data={"once": "x"})
    initiative = make.initiative(cast.municipality, code=code, seeks="Een schep.", phone="06 12345678")
    update = make.update(initiative, count=2)
    make.update(initiative, count=100)
    make.update(initiative, text="Weg ermee.", hidden_at=clock.now(), hidden_because="Dit kwetst iemand.")
    make.photo(initiative, update)
    joined = {"first_name": "Ria", "once": secrets.token_urlsafe(16)}
    album.see(visitor, "initiatives:join_initiative", initiative.public_id, about="sent", data=joined)
    album.see(visitor, "portal:follow_code", about="of an initiative", data={"code": code})
    album.see(visitor, "initiatives:tend_initiative", initiative.public_id, about="wrong code", data={"code": "fout"})
    for verb in ("tell_update", "change_initiative", "help_initiative", "stop_initiative"):
        album.see(visitor, f"initiatives:{verb}", initiative.public_id, about="with the code", data={"code": code})
    own = make.joining(initiative, code="2222-3333-4444")
    album.see(visitor, "portal:follow_code", about="of a name", data={"code": "2222-3333-4444"})
    taken = [initiative.public_id, own.public_id]
    album.see(visitor, "initiatives:take_name_off", *taken, about="with the code", data={"code": "2222-3333-4444"})
    make.initiative_word(cast, make.tender(cast), initiative, word="replaced")
    album.see(visitor, "golden_thread:follow_initiative", initiative.public_id, about="grown")
    stopped = make.initiative(cast.municipality, stopped_at=clock.now(), stopped_because="Ik verhuis.")
    album.see(visitor, "golden_thread:follow_initiative", stopped.public_id, about="stopped")
    hidden = make.initiative(cast.municipality, hidden_at=clock.now(), hidden_because="Privé.")
    album.see(visitor, "golden_thread:follow_initiative", hidden.public_id, about="hidden")
    shown = [initiative.public_id, "foto", initiative.photos.get().public_id]
    album.see(cast.community_worker, "initiatives:hide_words", *shown, about="a photo")


def planned(cast, album):
    """A plan that came in, is late, was answered where parties bid, and was taken back."""
    code, place = "5555-6666-7777", cast.municipality.slug
    words = {"what": "Wij koken.", "problem": "Ouderen eten alleen.", "title": "Samen eten", "makers": "Buren"}
    album.see(cast.visitor, "initiatives:file_plan", place, about="sent", data={**words, "once": secrets.token_urlsafe(16)})
    album.see(cast.visitor, "initiatives:file_plan", place, about="nothing filled in", data={"once": "x"})
    late = make.plan(cast.municipality, answer_in=-3, code=code)
    album.see(cast.visitor, "golden_thread:follow_plan", late.public_id, about="late")
    album.see(cast.visitor, "portal:follow_code", about="of a plan", data={"code": code})
    album.see(cast.visitor, "initiatives:withdraw_plan", late.public_id, about="with the code", data={"code": code})
    bidding = make.plan(cast.municipality, about=make.tender(cast, step=Step.SELECTION))
    album.see(cast.officer, "initiatives:answer_plan", bidding.public_id, about="where parties bid")
    make.knowledge(cast, bidding, published=False)
    album.see(cast.officer, "initiatives:record_knowledge", bidding.public_id, about="not public yet")
    back = make.plan(cast.municipality, withdrawn_at=clock.now(), withdrawn_because="Wij verhuizen.")
    album.see(cast.visitor, "golden_thread:follow_plan", back.public_id, about="taken back")
    refused = make.plan(cast.municipality)
    make.plan_answer(cast, refused, outcome="no")
    album.see(cast.visitor, "golden_thread:follow_plan", refused.public_id, about="refused")
    ended = make.period(cast, ended_at=clock.now(), ended_because="Het blijft open.")
    album.see(cast.visitor, "initiatives:show_period", ended.public_id, about="ended")


def written(cast, album):
    """The request: a look before saving, a clash, a source to link, and opening it again."""
    made = things(cast, "2")
    slug, number = made["tender"].slug, made["clause"].number
    typed = {"title": "Waar het om gaat", "text": "**Iedereen** doet mee.", "section": made["clause"].section, "reason": "Beter."}
    album.see(cast.officer, "calls:write_clause", slug, number, about="looked at first", data={**typed, "version": 1, "preview": 1})
    album.see(cast.officer, "calls:write_clause", slug, number, about="overtaken", data={**typed, "version": 0})
    source = make.contribution(made["tender"], text="Laat ons zelf koken.")
    make.response(cast, source, outcome=Outcome.TAKEN_OVER)
    album.see(cast.officer, "calls:link_source", slug, number, source.number)
    Call.objects.filter(tender=made["tender"]).update(adopted_at=clock.now(), adopted_by=cast.officer)
    album.see(cast.officer, "calls:reopen_call", slug)


def bidding(cast, album):
    """Every part of a bid, an invitation, and what is there after the deadline."""
    made = things(cast, "4 open")
    bid = made["bid"]
    for part in ("kort", "visie", "vraag-1", "samen", "begroting", "bijlagen"):
        album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, part, about=part)
        if part != "bijlagen":
            album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, part, about=f"{part}, checked", query="?controle=1")
    album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, "kort", about="overtaken", data={"title": "x", "version": "0"})
    invited = make.tender(cast, step=Step.SELECTION, route=Route.MULTIPLE_PRIVATE)
    album.see(cast.officer, "bids:invite_party", invited.slug, make.round(cast, invited).public_id)
    Round.objects.filter(pk=made["round"].pk).update(deadline=clock.now() - dt.timedelta(minutes=1))
    album.see(cast.entrepreneur, "bids:write_bid", bid.public_id, about="closed")
    album.see(cast.officer, "bids:open_bids", made["tender"].slug, made["round"].public_id)
    album.see(cast.officer, "bids:show_round", made["tender"].slug, made["round"].public_id, about="closed")


def judged(cast, album):
    """Declaring to be impartial; a lot that is suspended; a decision that is being made."""
    tender = make.tender(cast, step=Step.SELECTION)
    make.opened_bids(cast, tender)
    make.seat(cast, tender.lots.get(), cast.assessor, capacity=Capacity.RESIDENT, declared=False)
    album.see(cast.assessor, "evaluation:declare_impartial", tender.slug, 1)
    made = things(cast, "4 judged")
    album.see(cast.officer, "evaluation:show_decision", made["tender"].slug, made["decision"].public_id, about="being made")
    made["lot"].state = LotState.SUSPENDED
    made["lot"].save()
    album.see(cast.officer, "evaluation:lift_suspension", made["tender"].slug, 1)


def decided(cast, album):
    made = things(cast, "4 decided")
    decision = made["decision"]
    type(decision).objects.filter(pk=decision.pk).update(
        explanation="Wij kozen dit plan, want het kan meteen beginnen.", explained_at=clock.now()
    )
    album.see(cast.visitor, "evaluation:show_explanation", made["tender"].slug, decision.public_id)


def followed(cast, album):
    """A golden thread with all its knots, and one that ended early."""
    thread = make.thread(cast, branches=2)
    album.see(cast.visitor, "golden_thread:follow_contribution", thread.tender.slug, thread.number, about="whole")
    album.see(cast.visitor, "portal:show_tender", thread.tender.slug, about="with a result")
    waiting = make.contribution(make.tender(cast), text="Kan dit ook op zondag?")
    album.see(cast.visitor, "golden_thread:follow_contribution", waiting.tender.slug, waiting.number, about="waiting")


def mailed(cast, album):
    """The HTML of a mail: no policy and no style sheet of ours reach it."""
    tender = make.tender(cast)
    context = {"name": "Ria", "language": "nl", "tender": tender, "title": "Er is een antwoord op uw inbreng"}
    html = render_to_string("notifications/mail.html", {**context, "url": settings.SITE_ADDRESS, "stop": settings.SITE_ADDRESS})
    headers = {"Content-Type": "text/html; charset=utf-8"}
    album.pages.append(Shown("a mail", "/", 200, headers, html, frozenset({"notifications/mail.html"})))


def in_demo(cast, album):
    """The pages that are there in the demo only, and the line with which every page says so."""
    User.objects.filter(pk=cast.officer.pk).update(email=ACCOUNTS[0].email)
    values = {"to": "ria@example.nl", "subject": "Er is een antwoord", "text": "Beste Ria,\n\nhttp://127.0.0.1/", "html": ""}
    mail = Mail.objects.create(once="1", made_at=clock.now(), next_attempt_at=clock.now(), **values)
    with override_settings(DEMO=True, ROOT_URLCONF="tests.browser.demo_urls"):
        album.see(cast.officer, "demo:index")
        album.see(cast.officer, "demo:list_mails")
        album.see(cast.officer, "demo:show_mail", mail.public_id)
