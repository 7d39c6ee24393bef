"""Adopting: only when nothing is without an answer; then it stands, under one fingerprint."""

import pytest

from calls import actions
from calls.models import Call, CallVersion, Section
from documents.fingerprint import fingerprint
from events import clock
from events.models import Event
from tenders import lifecycle
from tenders.gates import Gate, checklist
from tenders.models import InvolvementRole
from tenders.refusal import Changed, GateClosed, Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.calls.said import said


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.REQUEST)


def lacking(tender, gate=Gate.ADOPT_CALL) -> list[str]:
    tender = type(tender).objects.get(pk=tender.pk)  # as on a new request
    return [str(item.sentence) for item in checklist(tender, gate) if not item.done]


def test_a_whole_request_can_be_adopted_and_is_frozen(cast, tender):
    make.call(cast, tender)
    version = actions.adopt_call(tender=tender, by=cast.officer, reason="Alles heeft antwoord.")
    call = Call.objects.get(tender=tender)
    assert (call.adopted_by, call.adopted_at is not None) == (cast.officer, True)
    assert (version.number, version.for_bids, version.published_at, version.reason) == (1, False, None, "Alles heeft antwoord.")
    assert version.content_sha256 == fingerprint(version.content)
    event = Event.objects.get(name="calls.call_adopted")
    assert (event.is_public, event.data["content_sha256"]) == (True, version.content_sha256)


def test_what_lacks_is_said_in_sentences(cast, tender):
    call = make.call(cast, tender, clauses=(), criteria=(), grades=(), short_version="")
    other = make.clause(cast, call, section=Section.OUTCOME)
    make.amendment(cast, other)
    said(cast, tender, outcome=None)
    assert lacking(tender) == [
        "Schrijf de korte versie: wat, voor wie, hoeveel, wanneer.",
        "Schrijf waar het om gaat, en hoe deze uitvraag is gemaakt.",
        "Schrijf hoeveel geld er is en voor hoe lang.",
        "Schrijf wie mee kan doen.",
        "Schrijf hoe u kiest.",
        "Beantwoord elk wijzigingsvoorstel.",
        "Geef antwoord op elke inbreng.",
        "Geef de criteria gewichten die samen 100 % zijn.",
        "Maak een schaal van ten minste twee oordelen.",
        "Stel een indicator voor: hoe zien mensen dat het werkt?",
        "Koppel wat u wilt bereiken aan wat mensen zeiden in de dialoog.",
    ]
    with pytest.raises(GateClosed) as refusal:
        actions.adopt_call(tender=tender, by=cast.officer, reason="klaar")
    assert len(refusal.value.messages) == 9  # the last two are advice
    assert CallVersion.objects.count() == 0


def test_a_source_takes_the_advice_away(cast, tender):
    call = make.call(cast, tender)
    assert lacking(tender) == ["Koppel wat u wilt bereiken aan wat mensen zeiden in de dialoog."]
    make.clause_source(cast, call.clauses.get(section=Section.OUTCOME), said(cast, tender))
    assert lacking(tender) == []


def test_the_step_is_left_only_with_an_adopted_request(cast, tender):
    make.call(cast, tender)
    assert "Stel de uitvraag vast." in lacking(tender, Gate.LEAVE_REQUEST)
    with pytest.raises(GateClosed):
        lifecycle.advance(tender, leaving=Step.REQUEST, by=cast.officer, reason="verder")
    actions.adopt_call(tender=tender, by=cast.officer, reason="Alles heeft antwoord.")
    assert lifecycle.advance(tender, leaving=Step.REQUEST, by=cast.officer, reason="verder").step == Step.PROCEDURE


def test_a_late_contribution_holds_the_step(cast, tender):
    make.adopted_call(cast, tender)
    said(cast, tender, outcome=None)
    with pytest.raises(GateClosed):
        lifecycle.advance(tender, leaving=Step.REQUEST, by=cast.officer, reason="verder")


@pytest.mark.parametrize("route", [Route.SMALL_GRANT, Route.BUILDING_ONE])
def test_a_route_without_competition_asks_no_request(cast, route):
    tender = make.tender(cast, step=Step.REQUEST, route=route)
    assert lacking(tender, Gate.LEAVE_REQUEST) == []
    assert cast.officer.has_perm("calls.edit_call", Call(tender=tender)) is False


def test_an_adopted_request_is_opened_again_with_a_reason_and_keeps_what_was_adopted(cast, tender):
    version = make.adopted_call(cast, tender)
    with pytest.raises(Refused):
        actions.reopen_call(tender=tender, by=cast.officer, reason=" ")
    call = actions.reopen_call(tender=tender, by=cast.officer, reason="De raad gaf meer geld.")
    version.refresh_from_db()
    assert (call.adopted_at, version.set_aside_because, version.set_aside_by) == (None, "De raad gaf meer geld.", cast.officer)
    with pytest.raises(Changed):
        actions.reopen_call(tender=tender, by=cast.officer, reason="nog eens")
    assert actions.adopt_call(tender=tender, by=cast.officer, reason="Opnieuw.").number == 2


def test_after_the_step_it_opens_only_when_the_tender_goes_back(cast, tender):
    make.adopted_call(cast, tender)
    call = Call.objects.get(tender=tender)
    lifecycle.advance(tender, leaving=Step.REQUEST, by=cast.officer, reason="verder")
    call = Call.objects.get(tender=tender)
    assert cast.fresh().officer.has_perm("calls.reopen_call", call) is False
    lifecycle.send_back(tender, leaving=Step.PROCEDURE, to=Step.REQUEST, by=cast.officer, reason="meer geld")
    assert cast.officer.has_perm("calls.reopen_call", Call.objects.get(tender=tender)) is True


def test_a_co_author_writes_but_does_not_decide_or_adopt(cast, tender, client_of):
    call = make.call(cast, tender)
    clause = call.clauses.first()
    amendment = make.amendment(cast, clause)
    rights = ("write_clause", "set_criteria", "decide_amendment", "adopt_call")
    things = (clause, call, amendment, call)

    def may(person):
        return [person.has_perm(f"calls.{right}", thing) for right, thing in zip(rights, things, strict=True)]

    assert may(cast.resident) == [False] * 4
    invited = actions.invite_co_author(tender=tender, by=cast.officer, person=cast.resident)
    assert invited.role == InvolvementRole.CO_AUTHOR
    assert may(cast.fresh().resident) == [True, True, False, False]
    actions.end_co_author(involvement=invited, by=cast.officer, reason="Het schrijven is klaar.")
    assert may(cast.fresh().resident) == [False] * 4
    page = client_of(cast.officer).get(f"/trajecten/{tender.slug}/uitvraag/meeschrijvers/").content.decode()
    assert ("Het schrijven is klaar." in page, f"meeschrijvers/{invited.public_id}" in page) == (True, False)


def test_a_party_writes_along_through_its_members(cast, tender):
    make.call(cast, tender)
    actions.invite_co_author(tender=tender, by=cast.officer, party=cast.party)
    call = Call.objects.get(tender=tender)
    assert (cast.fresh().entrepreneur.has_perm("calls.edit_call", call), cast.rival.has_perm("calls.edit_call", call)) == (
        True,
        False,
    )


def test_who_guides_the_dialogue_does_not_write_along(cast, tender):
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    with pytest.raises(Exception, match=r".+") as refusal:
        actions.invite_co_author(tender=tender, by=cast.officer, person=cast.guide)
    assert refusal.type.__name__ == "ValidationError"


def test_the_moment_of_adoption_is_that_of_the_clock(cast, tender, move_clock):
    make.call(cast, tender)
    move_clock(days=30)
    actions.adopt_call(tender=tender, by=cast.officer, reason="klaar")
    assert abs((Call.objects.get(tender=tender).adopted_at - clock.now()).total_seconds()) < 60
