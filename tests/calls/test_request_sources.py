"""A part of the request comes from a proposal that the council adopted, or from what a pilot taught."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from calls import actions
from calls.models import Call, ClauseSource
from dialogues.models import CouncilOutcome
from events import clock
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make

_WHY = {"reason": "De velden staan erin.", "once": "a"}


@pytest.fixture
def tender(cast):
    made = make.tender(cast, step=Step.REQUEST)
    make.call(cast, made)
    return made


@pytest.fixture
def clause(tender):
    return Call.objects.get(tender=tender).clauses.first()


@pytest.fixture
def proposal(cast, tender):
    made = make.proposal(cast, make.group(tender, experts=[cast.resident]), title="Leden maaien zelf.")
    make.council_decision(cast, made)
    return made


def _pilot(tender, **fields):
    told = {"verdict": "no_go", "verdict_reason": "Te duur.", "learnt": "Een maaier delen lukt.", "decided_at": clock.now()}
    return make.pilot(tender, **(told | fields))


def _address(page: str, tender, clause, *more) -> str:
    return reverse(f"calls:{page}", args=[tender.slug, clause.number, *more])


def test_a_part_comes_from_a_proposal_and_all_pages_say_so(cast, client_of, tender, clause, proposal):
    officer, visitor = client_of(cast.officer), client_of(cast.visitor)
    assert proposal.title in officer.get(_address("choose_source", tender, clause)).content.decode()
    link = _address("link_proposal", tender, clause, proposal.number)
    assert (officer.get(link).status_code, officer.post(link, _WHY).status_code) == (200, 302)
    pages = (
        clause_page := _address("show_clause", tender, clause),
        reverse("golden_thread:follow_proposal", args=[tender.slug, proposal.number]),
        reverse("golden_thread:where_from", args=[tender.slug, "onderdeel", clause.number]),
    )
    assert [_WHY["reason"] in visitor.get(page).content.decode() for page in pages] == [True] * 3
    assert "aangenomen" in visitor.get(clause_page).content.decode()
    assert proposal.title not in officer.get(_address("choose_source", tender, clause)).content.decode()


def test_beside_another_source_what_people_said_can_still_be_chosen(cast, client_of, tender, clause, proposal):
    make.clause_source(cast, clause, proposal=proposal)
    said = make.contribution(tender, text="De maaier staat stil.")
    make.response(cast, said)
    client = client_of(cast.officer)
    assert said.text in client.get(_address("choose_source", tender, clause)).content.decode()
    assert client.get(_address("link_source", tender, clause, said.number)).status_code == 200


def test_a_part_comes_from_what_a_pilot_taught_go_or_no_go(cast, client_of, tender, clause):
    pilot = _pilot(make.tender(cast))
    officer, visitor = client_of(cast.officer), client_of(cast.visitor)
    assert pilot.learnt in officer.get(_address("choose_source", tender, clause)).content.decode()
    link = _address("link_pilot", tender, clause, pilot.public_id)
    assert (officer.get(link).status_code, officer.post(link, _WHY).status_code) == (200, 302)
    pages = (
        _address("show_clause", tender, clause),
        reverse("golden_thread:follow_pilot", args=[pilot.tender.slug]),
        reverse("golden_thread:where_from", args=[tender.slug, "onderdeel", clause.number]),
    )
    assert [_WHY["reason"] in visitor.get(page).content.decode() for page in pages] == [True] * 3


@pytest.mark.parametrize("outcome", [None, CouncilOutcome.REFUSED, CouncilOutcome.LATER])
def test_what_the_council_did_not_adopt_is_no_source(cast, client_of, tender, clause, proposal, outcome):
    waits = make.proposal(cast, proposal.group, title="Een bad.")
    if outcome:
        make.council_decision(cast, waits, outcome=CouncilOutcome.ADOPTED)
        make.council_decision(cast, waits, outcome=outcome)  # what it said last counts
    with pytest.raises(Refused):
        actions.link_proposal(clause=clause, by=cast.officer, proposal=waits, reason="Zo.")
    assert client_of(cast.officer).get(_address("link_proposal", tender, clause, waits.number)).status_code == 404


def test_a_proposal_of_another_tender_or_a_second_time_is_refused(cast, tender, clause, proposal):
    elsewhere = make.proposal(cast, make.group(make.tender(cast)))
    make.council_decision(cast, elsewhere)
    actions.link_proposal(clause=clause, by=cast.officer, proposal=proposal, reason="Zo.")
    for wrong in (elsewhere, proposal):
        with pytest.raises(Refused):
            actions.link_proposal(clause=clause, by=cast.officer, proposal=wrong, reason="Zo.")


def test_a_pilot_is_a_source_only_when_everybody_can_read_what_came_out(cast, tender, clause):
    running = make.pilot(make.tender(cast))
    secret = _pilot(make.tender(cast, published=False))
    other = _pilot(make.tender(cast, municipality=cast.other_municipality))
    good = _pilot(make.tender(cast))
    actions.link_pilot(clause=clause, by=cast.officer, pilot=good, reason="Zo.")
    for wrong in (running, secret, other, good):
        with pytest.raises(Refused):
            actions.link_pilot(clause=clause, by=cast.officer, pilot=wrong, reason="Zo.")


def test_a_pilot_of_elsewhere_from_which_this_one_was_copied_is_a_source(cast, tender, clause):
    first = _pilot(make.tender(cast, municipality=cast.other_municipality))
    make.pilot(tender, copied_from=first)
    assert actions.link_pilot(clause=clause, by=cast.officer, pilot=first, reason="Zo.").pilot == first


def test_who_writes_the_request_links_and_nobody_else(cast, client_of, tender, clause, proposal):
    pilot = _pilot(make.tender(cast))
    for link in (
        _address("link_proposal", tender, clause, proposal.number),
        _address("link_pilot", tender, clause, pilot.public_id),
    ):
        assert {name for name, one in cast.people().items() if client_of(one).get(link).status_code == 200} == {"officer", "buyer"}


def test_a_source_is_exactly_one_of_four_things(cast, tender, clause, proposal):
    response = make.response(cast, make.contribution(tender))
    pilot = _pilot(tender)
    for wrong in ({"response": response, "proposal": proposal}, {"proposal": proposal, "pilot": pilot}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClauseSource.objects.create(clause=clause, reason="Zo.", by=cast.officer, **wrong)


@pytest.mark.parametrize("many", [1, 3])
def test_a_part_costs_the_same_for_any_number_of_sources(cast, client_of, statements, tender, clause, many):
    group = make.group(tender)
    for number in range(many):
        make.council_decision(cast, one := make.proposal(cast, group, title=f"Voorstel {number}."))
        make.clause_source(cast, clause, proposal=one)
        make.clause_source(cast, clause, pilot=_pilot(make.tender(cast)))
    client = client_of(cast.visitor)
    with statements() as sent:
        page = client.get(_address("show_clause", tender, clause)).content.decode()
    assert ("Voorstel 0." in page, len(sent)) == (True, 7)
