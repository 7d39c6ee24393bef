"""Amendments: anybody proposes other words, and each part gets its own answer with a reason."""

import pytest

from calls import actions
from calls.actions import PartDecision
from calls.models import Amendment, AmendmentState, ClauseVersion, PartChoice, Section
from events.models import Event
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make

BEFORE = "U heeft een week om te reageren. Het formulier telt tien bladen."
AFTER = "U heeft zes weken om te reageren. Het formulier telt vier bladen."


@pytest.fixture
def clause(cast):
    call = make.call(cast, make.tender(cast, step=Step.REQUEST))
    return make.clause(cast, call, section=Section.SUBMISSION, title="Hoe u meedoet", text=BEFORE)


@pytest.fixture
def amendment(cast, clause):
    return make.amendment(cast, clause, text=AFTER, party=cast.party)


def newest(clause) -> ClauseVersion:
    return ClauseVersion.objects.filter(clause=clause).first()


def decide(amendment, cast, *parts, **kwargs) -> Amendment:
    return actions.decide_amendment(amendment=amendment, by=cast.officer, version=1, parts=list(parts), **kwargs)


def test_an_amendment_knows_the_version_that_was_read(cast, clause):
    made = actions.propose_amendment(
        clause=clause, by=cast.entrepreneur, version=1, text=AFTER, reason="Een week is te kort.", party=cast.party
    )
    assert (made.on_version.number, made.state, made.proposed_by) == (1, AmendmentState.OPEN, "Stichting De Werkplaats")
    assert list(Event.objects.values_list("name", "is_public")) == [("calls.amendment_proposed", True)]


@pytest.mark.parametrize(
    "changed, code",
    [({"text": BEFORE + "\n"}, "same"), ({"version": 9}, "version"), ({"party": "rival_party"}, "party")],
)
def test_what_cannot_be_proposed_is_refused_with_a_sentence(cast, clause, changed, code):
    values = {"version": 1, "text": AFTER, "reason": "beter"} | changed
    if "party" in values:
        values["party"] = getattr(cast, values["party"])
    with pytest.raises(Refused) as refusal:
        actions.propose_amendment(clause=clause, by=cast.entrepreneur, **values)
    assert refusal.value.code == code
    assert Amendment.objects.count() == 0


def test_support_counts_once_and_not_for_ones_own(cast, amendment):
    actions.support_amendment(amendment=amendment, by=cast.resident)
    actions.support_amendment(amendment=amendment, by=cast.resident)
    with pytest.raises(Refused):
        actions.support_amendment(amendment=amendment, by=cast.entrepreneur)
    assert [support.person for support in amendment.supporters.all()] == [cast.resident]
    assert Event.objects.filter(name="calls.amendment_supported").count() == 1


def test_taking_all_parts_over_takes_the_proposal_over(cast, clause, amendment):
    decided = decide(amendment, cast, PartDecision(PartChoice.TAKEN, "Ja."), PartDecision(PartChoice.TAKEN, "Korter is beter."))
    assert (decided.state, decided.decision_reason, decided.decided_by) == (
        AmendmentState.ACCEPTED,
        "Ja.\n\nKorter is beter.",
        cast.officer,
    )
    made = newest(clause)
    assert (made.number, made.text, made.amendment) == (2, AFTER, amendment)


def test_a_part_can_get_other_words_and_another_part_stay_as_it_is(cast, clause, amendment):
    decided = decide(
        amendment,
        cast,
        PartDecision(PartChoice.OWN, "Vier weken lukt nog voor de zomer.", "U heeft vier weken om te reageren."),
        PartDecision(PartChoice.NOT, "De commissie heeft tien bladen nodig."),
    )
    assert decided.state == AmendmentState.PARTLY
    assert newest(clause).text == "U heeft vier weken om te reageren. Het formulier telt tien bladen."
    assert [(p.choice, p.result, p.reason) for p in decided.parts.all()] == [
        (PartChoice.OWN, "U heeft vier weken om te reageren.", "Vier weken lukt nog voor de zomer."),
        (PartChoice.NOT, "Het formulier telt tien bladen.", "De commissie heeft tien bladen nodig."),
    ]


def test_a_refusal_makes_no_version_and_keeps_its_reason(cast, clause, amendment):
    decided = decide(amendment, cast, PartDecision(PartChoice.NOT, "Te lang."), PartDecision(PartChoice.NOT, "Te lang."))
    assert (decided.state, decided.decision_reason) == (AmendmentState.REFUSED, "Te lang.")
    assert newest(clause).number == 1


def test_every_part_needs_a_reason(cast, amendment):
    with pytest.raises(Refused) as refusal:
        decide(amendment, cast, PartDecision(PartChoice.TAKEN, "Ja."), PartDecision(PartChoice.NOT, " "))
    assert refusal.value.code == "reason"
    amendment.refresh_from_db()
    assert (amendment.state, amendment.parts.count()) == (AmendmentState.OPEN, 0)


def test_after_a_change_of_the_clause_the_decision_writes_the_text_itself(cast, clause, amendment):
    actions.write_clause(
        clause=clause, by=cast.buyer, version=1, title=clause.title, text=BEFORE + " Bel gerust.", section=clause.section
    )
    with pytest.raises(Changed):
        decide(amendment, cast, PartDecision(PartChoice.TAKEN, "Ja."), PartDecision(PartChoice.TAKEN, "Ja."))
    decided = actions.decide_amendment(
        amendment=amendment,
        by=cast.officer,
        version=2,
        outcome=AmendmentState.ACCEPTED,
        reason="Ja.",
        text=AFTER + " Bel gerust.",
    )
    assert (decided.state, newest(clause).number, newest(clause).text) == (AmendmentState.ACCEPTED, 3, AFTER + " Bel gerust.")


def test_an_amendment_is_answered_once(cast, amendment):
    decide(amendment, cast, PartDecision(PartChoice.NOT, "Nee."), PartDecision(PartChoice.NOT, "Nee."))
    with pytest.raises(Changed):
        decide(amendment, cast, PartDecision(PartChoice.TAKEN, "Ja."), PartDecision(PartChoice.TAKEN, "Ja."))
    with pytest.raises(Changed):
        actions.withdraw_amendment(amendment=amendment, by=cast.entrepreneur)


def test_a_withdrawn_amendment_stays_in_the_list(cast, amendment):
    actions.withdraw_amendment(amendment=amendment, by=cast.entrepreneur)
    assert list(Amendment.objects.visible_to(cast.visitor).values_list("state", flat=True)) == [AmendmentState.WITHDRAWN]


@pytest.mark.parametrize(
    "who, right, outcome",
    [
        ("visitor", "propose_amendment", False),
        ("resident", "propose_amendment", True),
        ("resident", "support_amendment", True),
        ("entrepreneur", "support_amendment", False),
        ("entrepreneur", "withdraw_amendment", True),
        ("rival", "withdraw_amendment", False),
        ("officer", "decide_amendment", True),
        ("resident", "decide_amendment", False),
        ("stranger", "decide_amendment", False),
    ],
)
def test_who_may_do_what_with_an_amendment(cast, clause, amendment, who, right, outcome):
    thing = clause if right == "propose_amendment" else amendment
    assert getattr(cast, who).has_perm(f"calls.{right}", thing) is outcome


def test_nobody_decides_on_a_proposal_of_their_own(cast, clause):
    own = make.amendment(cast, clause, proposer=cast.officer)
    assert (cast.officer.has_perm("calls.decide_amendment", own), cast.buyer.has_perm("calls.decide_amendment", own)) == (
        False,
        True,
    )
