"""Two at the same moment, on a real PostgreSQL with a thread each: nothing is lost, nothing is done twice."""

import pytest

from calls import actions
from calls.actions import PartDecision
from calls.models import Amendment, Call, CallVersion, Clause, ClauseVersion, PartChoice, Section
from tenders import lifecycle
from tenders.models import Tender
from tenders.steps import Step
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql
from tests.cast import make_cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


@pytest.fixture
def call(cast) -> Call:
    return make.call(cast, make.tender(cast, step=Step.REQUEST))


def test_two_officers_who_save_the_same_clause_lose_nothing(cast, call):
    clause = call.clauses.get(section=Section.MONEY)
    place = {"version": 1, "title": clause.title, "section": clause.section}

    def save(person, text):
        return lambda: actions.write_clause(clause=Clause.objects.get(pk=clause.pk), by=person, text=text, **place)

    results = at_once(save(cast.officer, "Van Marloes."), save(cast.buyer, "Van Tarik."))
    assert kinds(results) == ["Changed", "ClauseVersion"]
    texts = list(ClauseVersion.objects.filter(clause=clause).order_by("number").values_list("number", "text"))
    assert [number for number, _text in texts] == [1, 2]
    assert texts[1][1] in ("Van Marloes.", "Van Tarik.")


def test_two_new_clauses_get_two_numbers(cast, call):
    def add(person):
        return lambda: actions.add_clause(tender=call.tender, by=person, section=Section.OTHER, title="Nieuw", text="Tekst.")

    assert kinds(at_once(add(cast.officer), add(cast.buyer))) == ["Clause", "Clause"]
    assert list(call.clauses.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6, 7]


def test_the_first_two_clauses_make_one_request(cast):
    tender = make.tender(cast, step=Step.REQUEST)

    def add(person):
        return lambda: actions.add_clause(tender=tender, by=person, section=Section.OTHER, title="Nieuw", text="Tekst.")

    assert kinds(at_once(add(cast.officer), add(cast.buyer))) == ["Clause", "Clause"]
    assert Call.objects.filter(tender=tender).count() == 1


def test_an_amendment_is_decided_once(cast, call):
    amendment = make.amendment(cast, call.clauses.get(section=Section.MONEY))

    def decide(person, choice):
        row = Amendment.objects.get(pk=amendment.pk)
        parts = [PartDecision(choice, "Daarom.")]
        return lambda: actions.decide_amendment(amendment=row, by=person, version=1, parts=parts)

    results = at_once(decide(cast.officer, PartChoice.TAKEN), decide(cast.buyer, PartChoice.NOT))
    assert kinds(results) == ["Amendment", "Changed"]
    assert amendment.parts.count() == 1


def test_two_who_adopt_make_one_version(cast, call):
    def adopt(person):
        return lambda: actions.adopt_call(tender=Tender.objects.get(pk=call.tender_id), by=person, reason="Klaar.")

    assert kinds(at_once(adopt(cast.officer), adopt(cast.buyer))) == ["CallVersion", "Changed"]
    assert CallVersion.objects.filter(tender=call.tender).count() == 1


def test_a_proposal_against_adopting_is_in_before_or_not_at_all(cast, call):
    clause = call.clauses.get(section=Section.MONEY)
    propose = {"clause": clause, "by": cast.resident, "version": 1, "text": "Meer geld.", "reason": "Nodig."}
    results = at_once(
        lambda: actions.adopt_call(tender=Tender.objects.get(pk=call.tender_id), by=cast.officer, reason="Klaar."),
        lambda: actions.propose_amendment(**propose),
    )
    adopted = Call.objects.get(pk=call.pk).adopted_at is not None
    assert (kinds(results), Amendment.objects.open().exists()) in (
        (["CallVersion", "Changed"], False),
        (["Amendment", "GateClosed"], True),
    )
    assert adopted != Amendment.objects.open().exists()


def test_writing_against_leaving_the_step(cast):
    version = make.adopted_call(cast, make.tender(cast, step=Step.REQUEST))
    tender = version.tender
    results = at_once(
        lambda: lifecycle.advance(tender, leaving=Step.REQUEST, by=cast.officer, reason="verder"),
        lambda: actions.reopen_call(tender=tender, by=cast.buyer, reason="nog iets"),
    )
    step, adopted = Tender.objects.get(pk=tender.pk).step, Call.objects.get(tender=tender).adopted_at is not None
    assert (step, adopted, kinds(results)) in (
        (Step.PROCEDURE, True, ["Tender", "WrongStep"]),
        (Step.REQUEST, False, ["Call", "GateClosed"]),
    )
