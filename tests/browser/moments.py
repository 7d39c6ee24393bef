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
from dialogues.models import NameChoice, NamedAmount, Outcome
from dialogues.tickets import ticket_for
from evaluation.models import Capacity
from events import clock
from initiatives.models import Plan
from inventory import actions
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
    at_the_door = (wrong, signing_in, two_factors)
    in_step_one = (counted, sorted_out, said, in_the_room, met, begun, planned, divided, moderated, concluded, together, by_few)
    later = (written, bidding, judged, decided, followed, mailed, in_demo)
    for occasion in (*at_the_door, *in_step_one, *later):
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
    without_name = {"text": "Ik durf het niet te zeggen.", "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:contribute_without_name", slug, about="sent", data=without_name)
    asked_again = {**_SAID, "name_choice": NameChoice.ANONYMOUS, "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:contribute", slug, about="asked again, without the account", data=asked_again)
    stack = make.stack(cast, made["tender"])
    typed = {**_SAID, "name_choice": NameChoice.NAME, "kind": "idea", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "dialogues:type_form", slug, stack.public_id, about="saved", data=typed)
    number = stack.forms.get().number
    album.see(cast.officer, "dialogues:take_back_form", slug, stack.public_id, number, about="taken back", data=typed)
    through = {**typed, "through": made["trusted organisation"].party_id, "said_on": clock.today().isoformat(), "once": "t"}
    album.see(cast.partner, "dialogues:bring_in", slug, about="sent", data=through)
    make.response(cast, make.contribution(made["tender"], stack=stack, text="Met antwoord", shown_name="Ria"))
    number = stack.forms.order_by("number").last().number
    album.see(cast.officer, "dialogues:take_back_form", slug, stack.public_id, number, about="refused", data=typed)
    data = {"reason": "Iemand vroeg om hulp.", "once": secrets.token_urlsafe(16)}
    hidden = made["pseudonymous contribution"].number
    album.see(cast.officer, "dialogues:unveil_pseudonym", slug, hidden, about="with a reason", data=data)
    in_turkish = make.contribution(made["tender"], text="Parkta bank yok.", author=cast.resident, shown_name="Ayşe")
    data = {"language": "Turks", "text": "Er is geen bank in het park.", "version": 0, "once": secrets.token_urlsafe(16)}
    make.translation(cast, in_turkish)
    album.see(cast.officer, "dialogues:translate_contribution", slug, in_turkish.number, about="overtaken", data=data)
    album.see(cast.officer, "dialogues:translate_contribution", slug, in_turkish.number, about="to write better")
    album.see(cast.visitor, "golden_thread:follow_contribution", slug, in_turkish.number, about="in two languages")
    told = {"ticket": ticket_for(made["dialogue"].pk, "een-code"), "age": "65+", "sex": "man", "household": "alone"}
    album.see(cast.visitor, "dialogues:tell_about_oneself", slug, about="wrong", data=told | {"age": "99"})
    album.see(cast.visitor, "dialogues:tell_about_oneself", slug, about="sent", data=told)
    album.see(cast.visitor, "dialogues:show_missing", make.dialogue(make.tender(cast)).tender.slug, about="too few")
    trying = make.dialogue(make.tender(cast)).tender
    make.pilot(trying, wants_to_learn="Wat helpt?")
    data = {"version": 0, "wants_to_learn": "Wie komt er?", "ends_on": (clock.today() + dt.timedelta(days=9)).isoformat()}
    album.see(cast.officer, "dialogues:set_pilot", trying.slug, about="overtaken", data=data)
    album.see(cast.officer, "dialogues:copy_pilot", trying.slug, about="undecided")
    album.see(cast.visitor, "dialogues:show_dialogue", trying.slug, about="a pilot")
    album.see(cast.visitor, "golden_thread:follow_pilot", trying.slug, about="not decided yet")
    group = make.group(trying, experts=[cast.resident])
    draft = make.proposal(cast, group, title="Een idee.", handed_in=False)
    album.see(cast.resident, "golden_thread:follow_proposal", trying.slug, draft.number, about="still written")
    album.see(cast.resident, "dialogues:choose_contribution", trying.slug, draft.number, about="nothing was said")
    back = make.proposal(cast, group, title="Toch niet.", withdrawn_at=clock.now(), withdrawn_because="Het was dubbel.")
    album.see(cast.visitor, "golden_thread:follow_proposal", trying.slug, back.number, about="withdrawn")
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
    day = make.working_day(cast, tender, lowest=60_000_00)
    NamedAmount.objects.create(
        meeting=day, by=cast.officer, highest=0, purpose="Niets.", decided_by="De raad.", reason="Het is op."
    )
    album.see(cast.officer, "dialogues:show_meeting", tender.slug, day.public_id, about="a working day")
    data = {"title": "Soep", "what": "Soep", "problem": "Honger", "makers": "Jo", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "portal:bring_plan", tender.slug, day.public_id, about="without an amount", data=data)
    minutes = make.minutes(tender)
    make.correction(minutes, person=cast.neighbour)
    make.correction(minutes, person=cast.partner, outcome="refused", reason="Zo was het niet.", decided_at=clock.now())
    make.registration(minutes, person=cast.resident)
    album.see(cast.visitor, "dialogues:show_meeting", tender.slug, minutes.public_id, about="with a draft")
    data = {"text": "Het was in de Bolder.", "once": secrets.token_urlsafe(16)}
    album.see(cast.resident, "dialogues:correct_minutes", tender.slug, minutes.public_id, about="sent", data=data)


def in_the_room(cast, album):
    """What a phone sent in waits for the team; its code says so."""
    tender = make.tender(cast)
    make.dialogue(tender)
    live = make.live(make.meeting(tender), is_moderated=True)
    make.message(live, shown=False, code="bcdf-ghjk-mnpq")
    album.see(cast.visitor, "portal:follow_code", about="sent in, and waits", data={"code": "bcdf-ghjk-mnpq"})


def moderated(cast, album):
    """Something is reported and hidden: what others see of it, what its writer sees, and asking to look again."""
    tender = make.tender(cast)
    ground = make.dialogue(tender).grounds.first()
    said, code = make.contribution(tender, code="k7wp-93bd-xm2h", shown_name="Ria"), "k7wp-93bd-xm2h"
    data = {"ground": ground.public_id, "text": "Dit kwetst mijn buurman.", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "dialogues:flag_contribution", tender.slug, said.number, about="sent", data=data)
    flag = make.flag(said, code="mrl4-wns3-76kt")
    album.see(cast.visitor, "portal:follow_code", about="a report", data={"code": "mrl4-wns3-76kt", "once": "a"})
    hiding = make.hiding(cast, said)
    done = {"outcome": "hidden", "reason": "Zo praten wij niet.", "decided_by": cast.officer, "decided_at": clock.now()}
    type(flag).objects.filter(pk=flag.pk).update(**done)
    for person, about in ((cast.visitor, "hidden"), (cast.officer, "hidden, for the team")):
        album.see(person, "golden_thread:follow_contribution", tender.slug, said.number, about=about)
    album.see(cast.visitor, "dialogues:show_dialogue", tender.slug, about="with something hidden")
    album.see(cast.visitor, "portal:follow_code", about="hidden", data={"code": code, "once": "b"})
    data = {"code": code, "text": "Ik bedoelde de drempel.", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "dialogues:appeal_hiding", tender.slug, said.number, about="sent", data=data)
    made = {"outcome": "upheld", "reason": "Het blijft een scheldwoord.", "decided_by": cast.buyer, "decided_at": clock.now()}
    type(hiding.appeal).objects.filter(hiding=hiding).update(**made)
    album.see(cast.visitor, "golden_thread:follow_contribution", tender.slug, said.number, about="stays hidden")
    album.see(cast.officer, "dialogues:list_flags", tender.slug, about="decided")


def concluded(cast, album):
    """A dialogue that can be concluded, its report, and the thread of a contribution that was taken apart."""
    tender = make.tender(cast)
    make.dialogue(tender, closed_at=clock.now())
    said, other = (make.contribution(tender, shown_name="Ria") for _one in range(2))
    finding = make.finding(cast, tender, [said, other])
    for one in (said, other):
        make.response(cast, one)
    finding.sources.filter(contribution=said).update(ended_at=clock.now(), ended_by=cast.officer, ended_because="Iets anders.")
    album.see(cast.officer, "dialogues:conclude_dialogue", tender.slug, about="ready")
    make.conclusion(cast, tender, ending="residents", reason="De werkgroep doet het zelf.")
    type(tender).objects.filter(pk=tender.pk).update(completed_at=clock.now())
    album.see(cast.visitor, "dialogues:show_conclusion", tender.slug, about="of residents")
    album.see(cast.visitor, "dialogues:show_finding", tender.slug, finding.public_id, about="with what left it")
    album.see(cast.visitor, "golden_thread:follow_contribution", tender.slug, said.number, about="ended well")
    album.see(cast.visitor, "portal:show_tender", tender.slug, about="ended well")


def together(cast, album):
    """Parties that ask each other, met, and agree; an empty market and an empty map; who may not be seen yet."""
    made = things(cast, "1")
    waiting, met_one = made["waiting introduction"], made["introduction"]
    album.see(cast.rival, "coalitions:show_introduction", waiting.public_id, about="asked")
    album.see(cast.rival, "coalitions:answer_introduction", waiting.public_id, about="nothing chosen", data={"answer": ""})
    album.see(cast.entrepreneur, "coalitions:show_introduction", waiting.public_id, about="waiting")
    album.see(cast.entrepreneur, "coalitions:show_introduction", met_one.public_id, about="both yes")
    album.see(cast.entrepreneur, "coalitions:place_listing", cast.municipality.slug, about="nothing filled in", data={"party": ""})
    album.see(cast.entrepreneur, "coalitions:sign_terms", made["coalition"].public_id, about="to sign")
    album.see(cast.entrepreneur, "coalitions:show_coalition", made["coalition"].public_id, about="to sign")
    album.see(
        cast.entrepreneur, "coalitions:write_terms", made["coalition"].public_id, about="nothing filled in", data={"after": 1}
    )
    album.see(cast.resident, "coalitions:my_coalitions", about="without a party")
    album.see(cast.visitor, "coalitions:show_market", cast.other_municipality.slug, about="empty")
    album.see(cast.visitor, "coalitions:show_map", make.tender(cast).slug, about="empty")
    lonely = make.listing(cast, make.party(), offers=("money",), seeks=("money",))
    album.see(lonely.placed_by, "coalitions:list_matches", lonely.public_id, about="nobody")


def by_few(cast, album):
    """Pages of step 1 that one or two of the cast reach."""
    found = things(cast, "1")
    album.see(cast.buyer, "dialogues:decide_appeal", found["tender"].slug, found["appeal"].public_id)
    album.see(cast.rival, "coalitions:join_coalition", found["invited member"].public_id)
    album.see(cast.rival, "coalitions:leave_coalition", found["invited member"].public_id)
    album.see(cast.visitor, "portal:print_slip", about="a wrong code", data={"code": "2222-2222-2222"})


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
    asked = {"text": "Klopt dit cijfer?", "once": secrets.token_urlsafe(16)}
    album.see(cast.visitor, "tenders:ask_question", make.tender(cast).slug, about="asked by a visitor", data=asked)
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
    closed = make.period(cast, closed_at=clock.now(), closed_because="Het blijft open.", must_know="Kijken kan op zondag.")
    album.see(cast.visitor, "initiatives:show_period", closed.public_id, about="closed")


def divided(cast, album):
    """A neighbourhood budget: what is wrong, what is saved, what was taken back, and each way in which it ends."""
    made, code = things(cast, "1"), "6666-7777-8888"
    budget, once = made["budget"], {"once": secrets.token_urlsafe(16)}
    over = {"entry_1": "20000", "entry_2": "20000", **once}
    album.see(cast.visitor, "budgets:divide", budget.public_id, about="too much", data=over)
    album.see(cast.visitor, "budgets:divide", budget.public_id, about="sent", data={"entry_1": "500", **once})
    make.division(budget, 500, code=code)
    album.see(cast.visitor, "portal:follow_code", about="of a division", data={"code": code})
    album.see(cast.visitor, "budgets:change_division", budget.public_id, about="with the code", data={"code": code})
    for state in ("coming", "typing"):  # in good time for neither of the two
        path = reverse("budgets:divide", args=[make.budget(cast, state=state).public_id])
        album.pages.append(keep(f"budgets:divide {state}", path, Client().post(path, {"entry_1": "500", "once": "x"})))
    stack = made["budget stack"]
    typed = {"entry_1": "500", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "budgets:type_form", budget.public_id, stack.public_id, about="saved", data=typed)
    album.see(cast.officer, "budgets:take_back_form", budget.public_id, stack.public_id, 1, about="taken back", data=typed)
    taken = make.budget(cast)
    Plan.objects.filter(pk=taken.entries.get(number=1).plan_id).update(withdrawn_at=clock.now(), withdrawn_because="Wij verhuizen.")
    album.see(cast.visitor, "budgets:show_budget", taken.public_id, about="with a plan taken back")
    for name in ("draft budget", "counted budget", "decided budget"):
        album.see(cast.officer, "budgets:show_budget", made[name].public_id, about=name)
    plan = made["decided budget"].entries.get(number=1).plan
    album.see(cast.visitor, "golden_thread:follow_plan", plan.public_id, about="on a neighbourhood budget")
    counted = made["counted budget"].public_id
    clash = {"amount_1": "1", "amount_2": "2", "version": "0", "once": secrets.token_urlsafe(16)}
    album.see(cast.officer, "budgets:draft_decision", counted, about="overtaken", data=clash)
    album.see(cast.visitor, "budgets:list_budgets", "deventer", about="empty")


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


def counted(cast, album):
    """The inventory: an empty one, a list with mistakes, a line that ended, what a party without an account is told."""
    album.see(cast.visitor, "inventory:show_inventory", "zwolle", about="empty")
    wrong = make.csv_file("Waarvoor;Bedrag", "Dorpshuis;veel", "Sporthal;-5")
    album.see(cast.officer, "inventory:read_list", "zwolle", about="with mistakes", data={"kind": "money", "file": wrong})
    fine = make.csv_file("Aanbod;Wijk;Kosten;Datum", "Koffie;Horn;12;x")
    waiting, _checked = actions.read_list(municipality=cast.municipality, by=cast.officer, kind="supply", file=fine)
    album.see(cast.officer, "inventory:import_lines", "zwolle", waiting.public_id, about="with a new area")
    line = make.running(cast, party=None, ended_at=clock.now(), ended_because="Het loopt niet meer.")
    album.see(cast.visitor, "golden_thread:follow_line", "zwolle", line.public_id, about="ended")
    album.see(cast.resident, "inventory:ask_about_line", "zwolle", make.line(cast).public_id, about="empty", data={"text": ""})
    tender = make.tender(cast)
    row = make.may_stop(cast, tender, make.running(cast, party=None, party_name="Harmonie"), told=False)
    album.see(cast.officer, "inventory:tell_incumbent", tender.slug, row.public_id, about="without an account")
    for name in ("show_calendar", "show_periods", "list_ends", "list_line_questions"):
        album.see(cast.officer, f"inventory:{name}", "deventer" if name == "show_calendar" else "zwolle", about="with little")


def sorted_out(cast, album):
    """Sorting boards: none, sorted on a telephone, found back, typed in with a mistake, too late, chosen against most residents."""
    album.see(cast.visitor, "inventory:list_boards", "deventer", about="empty")
    album.see(cast.officer, "inventory:list_boards", "zwolle", about="empty")
    make.line(cast)
    album.see(cast.officer, "inventory:make_board", "zwolle", about="with a mistake", data={"title": "", "once": "a"})
    board, over = make.board(cast), make.board(cast, state="counting", asks_municipality=False)
    at = ("zwolle", board.public_id)
    tasks = [f"taak-{task.line.public_id}" for task in board.tasks.select_related("line")]
    chosen = dict.fromkeys(tasks, "together") | {"group": "residents", "once": "b"}
    album.see(cast.visitor, "inventory:sort_tasks", *at, about="with a mistake", data={"group": "", "once": "a"})
    album.see(cast.visitor, "inventory:sort_tasks", *at, about="sent", data=chosen)
    make.sorting(board, "together", code="bd7k-hm4p-xr2t")
    make.sorting(over, "together", code="bd7k-hm4p-xr2u")
    for code in ("bd7k-hm4p-xr2t", "bd7k-hm4p-xr2u"):
        album.see(cast.visitor, "portal:follow_code", about=f"of a sorting {code[-1]}", data={"code": code})
    album.see(cast.visitor, "inventory:change_sorting", *at, about="a wrong code", data={"code": "x"})
    album.see(cast.visitor, "inventory:sort_tasks", "zwolle", over.public_id, about="too late", data=chosen)
    album.see(cast.visitor, "inventory:follow_board", *at, about="followed", data={"email": "buur@example.nl", "once": "a"})
    ours = make.board(cast, asks_municipality=False)
    album.see(cast.officer, "inventory:sort_tasks", "zwolle", ours.public_id, about="by who works there")
    votes = {f"{name}-residents": "9" for name in tasks} | {"people": "2", "label": "Tafel", "group": "residents", "once": "a"}
    album.see(cast.officer, "inventory:enter_table", *at, about="more votes than people", data=votes)
    album.see(cast.officer, "inventory:show_board", "zwolle", over.public_id, about="while it is counted")
    _chosen(cast, album)


def _chosen(cast, album):
    board = make.board(cast, state="decided", closed_at=clock.now(), closed_because="De avond is geweest.", result_at=clock.now())
    make.sorted_table(cast, board, (12, 1, 1))
    make.sorted_table(cast, board, (1, 2, 1), group="entrepreneurs")
    task = board.tasks.first()
    against = {"sort": "municipality", "against_because": "De wet vraagt het.", "changed_because": "De raad vroeg het."}
    make.board_choice(cast, task, published_at=clock.now(), **against)
    off = make.line(cast)
    board.tasks.create(line=off, place=9, withdrawn_at=clock.now(), withdrawn_because="Dit mag niet.")
    album.see(cast.officer, "inventory:show_board", "zwolle", board.public_id, about="chosen, changed, closed early")
    album.see(cast.visitor, "golden_thread:follow_line", "zwolle", task.line.public_id, about="with a choice")
    form = {"version": "0", "sort": "together", "reason": "Ja.", "once": "a", "against_because": "x", "changed_because": "y"}
    at = ("zwolle", board.public_id, task.line.public_id)
    album.see(cast.officer, "inventory:choose_sort", *at, about="chosen by another", data=form)
    other = make.board(cast)
    edited = {"title": "x", "reason": "y", "version": "0", "once": "a"}
    edited |= {"begins_on": other.begins_on.isoformat(), "ends_on": other.ends_on.isoformat()}
    album.see(cast.officer, "inventory:edit_board", "zwolle", other.public_id, about="overtaken", data=edited)


def in_demo(cast, album):
    """The pages that are there in the demo only, and the line with which every page says so."""
    User.objects.filter(pk=cast.officer.pk).update(email=ACCOUNTS[0].email)
    values = {"to": "ria@example.nl", "subject": "Er is een antwoord", "text": "Beste Ria,\n\nhttp://127.0.0.1/", "html": ""}
    mail = Mail.objects.create(once="1", made_at=clock.now(), next_attempt_at=clock.now(), **values)
    with override_settings(DEMO=True, ROOT_URLCONF="tests.browser.demo_urls"):
        album.see(cast.officer, "demo:index")
        album.see(cast.officer, "demo:list_mails")
        album.see(cast.officer, "demo:show_mail", mail.public_id)
