"""Clauses: every wording stays, nobody writes over another, and each can say where it comes from."""

import pytest

from calls import actions
from calls.models import Clause, ClauseVersion, Section
from events.models import Event
from tenders.refusal import Changed, Refused, WrongStep
from tenders.steps import Step
from tests import make
from tests.calls.said import said


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.REQUEST)


@pytest.fixture
def clause(cast, tender):
    return make.call(cast, tender).clauses.get(section=Section.MONEY)


def wording(clause, **changed) -> dict:
    values = {"version": 1, "title": clause.title, "text": "Er is geld.", "section": Section.MONEY}
    return values | changed


def history(clause) -> list[tuple]:
    return [(v.number, v.text, v.author.name) for v in ClauseVersion.objects.filter(clause=clause).order_by("number")]


def test_the_first_clause_begins_the_request(cast, tender):
    made = actions.add_clause(tender=tender, by=cast.officer, section=Section.OUTCOME, title=" Doel ", text="Zelf\r\nmaken.\n")
    again = actions.add_clause(tender=tender, by=cast.buyer, section=Section.MONEY, title="Geld", text="Drie ton.")
    assert [(c.number, c.section, c.title) for c in Clause.objects.order_by("number")] == [
        (1, Section.OUTCOME, "Doel"),
        (2, Section.MONEY, "Geld"),
    ]
    assert history(made) == [(1, "Zelf\nmaken.", "Marloes Beleid")]
    assert again.call == made.call
    assert list(Event.objects.order_by("id").values_list("name", "is_public")) == [("calls.clause_added", True)] * 2


def test_writing_makes_a_new_version_and_keeps_the_old_one(cast, clause):
    actions.write_clause(clause=clause, by=cast.buyer, **wording(clause, title="Geld", reason="korter"))
    clause.refresh_from_db()
    assert clause.title == "Geld"
    assert history(clause) == [
        (1, "Er is € 410.000 per jaar, drie jaar lang.", "Marloes Beleid"),
        (2, "Er is geld.", "Tarik Inkoop"),
    ]


def test_saving_what_stands_there_makes_no_version(cast, clause):
    text = "Er is € 410.000 per jaar, drie jaar lang."
    same = actions.write_clause(clause=clause, by=cast.buyer, **wording(clause, text=text + "\r\n"))
    assert (same.number, len(history(clause))) == (1, 1)


def test_who_saves_an_older_version_writes_over_nobody(cast, clause):
    actions.write_clause(clause=clause, by=cast.buyer, **wording(clause, text="Van Tarik."))
    with pytest.raises(Changed, match="Tarik Inkoop"):
        actions.write_clause(clause=clause, by=cast.officer, **wording(clause, text="Van Marloes."))
    assert [text for _number, text, _name in history(clause)][1:] == ["Van Tarik."]


def test_nothing_is_written_in_another_step(cast, clause):
    tender = clause.call.tender
    tender.step = Step.PROCEDURE
    tender.save()
    with pytest.raises(WrongStep):
        actions.write_clause(clause=clause, by=cast.officer, **wording(clause))


def test_nothing_is_written_after_adoption(cast, tender):
    version = make.adopted_call(cast, tender)
    clause = version.clauses.first().clause
    with pytest.raises(Changed) as refusal:
        actions.write_clause(clause=clause, by=cast.officer, **wording(clause))
    assert refusal.value.code == "adopted"


def test_a_withdrawn_clause_stays_with_its_reason(cast, clause):
    actions.withdraw_clause(clause=clause, by=cast.officer, reason="staat al in deel 2")
    clause.refresh_from_db()
    assert (clause.withdrawn_at is not None, clause.withdrawn_because) == (True, "staat al in deel 2")
    assert not Clause.objects.current().filter(pk=clause.pk).exists()
    with pytest.raises(Changed):
        actions.write_clause(clause=clause, by=cast.officer, **wording(clause))


def test_a_clause_with_an_open_amendment_is_not_withdrawn(cast, clause):
    make.amendment(cast, clause)
    with pytest.raises(Refused) as refusal:
        actions.withdraw_clause(clause=clause, by=cast.officer, reason="weg")
    assert refusal.value.code == "open"


def test_a_clause_with_an_indicator_is_not_withdrawn(cast, clause):
    make.proposed_indicator(clause.call, clause)
    with pytest.raises(Refused) as refusal:
        actions.withdraw_clause(clause=clause, by=cast.officer, reason="weg")
    assert refusal.value.code == "indicator"


def test_a_clause_says_from_which_contribution_it_comes(cast, clause):
    response = said(cast, clause.call.tender)
    source = actions.link_source(clause=clause, by=cast.officer, response=response, reason="Lassen staat er nu in.")
    assert (source.response, source.reason, source.tender) == (response, "Lassen staat er nu in.", clause.call.tender)
    event = Event.objects.get(name="calls.source_linked")
    assert (event.is_public, event.data["contribution"], event.tender_id) == (True, response.contribution_id, clause.call.tender_id)
    with pytest.raises(Refused) as refusal:
        actions.link_source(clause=clause, by=cast.officer, response=response, reason="nog eens")
    assert refusal.value.code == "twice"


def test_a_contribution_of_another_tender_is_no_source(cast, clause):
    elsewhere = said(cast, make.tender(cast))
    with pytest.raises(Refused) as refusal:
        actions.link_source(clause=clause, by=cast.officer, response=elsewhere, reason="past ook hier")
    assert refusal.value.code == "tender"


def test_the_short_version_is_saved_by_one_at_a_time(cast, tender):
    make.call(cast, tender)
    actions.edit_call(tender=tender, by=cast.officer, version=1, short_version="Kort.")
    with pytest.raises(Changed):
        actions.edit_call(tender=tender, by=cast.buyer, version=1, short_version="Anders.")
    call = actions.edit_call(tender=tender, by=cast.buyer, version=2, short_version="Anders.", max_lots_per_party=1)
    assert (call.short_version, call.max_lots_per_party, call.version) == ("Anders.", 1, 3)
