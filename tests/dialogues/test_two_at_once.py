"""Two at the same moment: who hides, answers and puts together, a room full of telephones, and who ends the dialogue."""

import itertools

import pytest

from dialogues import actions
from dialogues.models import (
    Appeal,
    AppealOutcome,
    Conclusion,
    Contribution,
    Dialogue,
    Ending,
    Ground,
    Hiding,
    Live,
    Merging,
    Message,
    Outcome,
    PhoneSupport,
    Response,
)
from events import clock
from tenders.models import Tender
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql, one_in_the_other
from tests.cast import make_cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


@pytest.fixture
def ground(tender) -> Ground:
    return Dialogue.objects.get(tender=tender).grounds.first()


def fresh(contribution) -> Contribution:
    return Contribution.objects.select_related("tender__municipality").get(pk=contribution.pk)


def hiding_of(contribution, ground, by):
    return lambda: actions.hide_contribution(contribution=fresh(contribution), by=by, ground=ground, explanation="Dit kwetst.")


def putting_back(contribution, by):
    return lambda: actions.restore_contribution(contribution=fresh(contribution), by=by, reason="Het mocht wel.")


def answer_to(contribution, by):
    return lambda: actions.respond(
        contribution=fresh(contribution), by=by, outcome=Outcome.TAKEN_OVER, reason="Dit nemen wij over."
    )


def merging_of(contribution, into, by):
    return lambda: actions.merge_contribution(contribution=fresh(contribution), into=fresh(into), by=by, reason="Hetzelfde.")


def taking_apart(contribution, by):
    return lambda: actions.unmerge_contribution(contribution=fresh(contribution), by=by, reason="Toch iets anders.")


def test_two_moderators_hide_one_contribution_once(cast, tender, ground):
    said = make.contribution(tender)
    acts = hiding_of(said, ground, cast.officer), hiding_of(said, ground, cast.buyer)
    assert kinds(at_once(*acts)) == ["Changed", "Hiding"]
    other = make.contribution(tender)
    acts = hiding_of(other, ground, cast.officer), hiding_of(other, ground, cast.buyer)
    assert kinds(one_in_the_other(*acts)) == ["Changed", "Hiding"]
    assert list(Hiding.objects.values_list("contribution", "ended_at")) == [(said.pk, None), (other.pk, None)]


def test_two_moderators_put_one_contribution_back_once(cast, tender):
    said = make.contribution(tender)
    make.hiding(cast, said)
    assert kinds(at_once(putting_back(said, cast.officer), putting_back(said, cast.buyer))) == ["Changed", "Hiding"]
    assert (fresh(said).hidden_at, Hiding.objects.get().ended_because) == (None, "Het mocht wel.")


def test_hiding_and_putting_back_at_once_end_in_one_of_the_two(cast, tender, ground):
    said = make.contribution(tender)
    make.hiding(cast, said)
    at_once(putting_back(said, cast.officer), hiding_of(said, ground, cast.buyer))
    standing = Hiding.objects.filter(ended_at=None).first()
    assert (fresh(said).hiding, bool(fresh(said).hidden_at)) == (standing, standing is not None)


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_two_colleagues_decide_on_an_appeal_once(cast, tender, way):
    said = make.contribution(tender)
    appeal = make.appeal(make.hiding(cast, said))

    def decide(by, outcome):
        return lambda: actions.decide_appeal(
            appeal=Appeal.objects.for_page().get(pk=appeal.pk), by=by, outcome=outcome, reason=f"Zo vind ik: {outcome}."
        )

    results = way(decide(cast.buyer, AppealOutcome.RESTORED), decide(cast.lawyer, AppealOutcome.UPHELD))
    assert kinds(results) == ["Appeal", "Changed"]
    decided = Appeal.objects.get()
    assert decided.reason == f"Zo vind ik: {decided.outcome}."
    assert bool(fresh(said).hidden_at) == (decided.outcome == AppealOutcome.UPHELD)


def test_an_answer_that_came_while_it_was_being_hidden_stays_for_what_goes_along(cast, tender, ground):
    said, along = make.contribution(tender), make.contribution(tender)
    make.merging(cast, along, said)
    results = one_in_the_other(answer_to(said, cast.officer), hiding_of(said, ground, cast.buyer))
    assert kinds(results) == ["Hiding", "Response"]
    assert (fresh(along).merged_into, Merging.objects.get().ended_at) == (said, None)


def test_while_it_is_being_hidden_nobody_answers_it_and_nothing_is_put_with_it(cast, tender, ground):
    said, other = make.contribution(tender), make.contribution(tender)
    assert kinds(one_in_the_other(hiding_of(said, ground, cast.buyer), answer_to(said, cast.officer))) == ["Hiding", "Refused"]
    third = make.contribution(tender)
    acts = hiding_of(third, ground, cast.buyer), merging_of(other, third, cast.officer)
    assert kinds(one_in_the_other(*acts)) == ["Hiding", "Refused"]
    assert (Response.objects.count(), Merging.objects.count()) == (0, 0)


def test_what_was_put_with_it_while_it_was_being_hidden_waits_for_an_answer_of_its_own(cast, tender, ground):
    said, other = make.contribution(tender), make.contribution(tender)
    acts = merging_of(other, said, cast.officer), hiding_of(said, ground, cast.buyer)
    assert kinds(one_in_the_other(*acts)) == ["Hiding", "Merging"]
    assert (fresh(other).merged_into, fresh(other).waits) == (None, True)


def test_a_form_that_was_taken_back_just_then_is_hidden_for_that_and_nothing_else(cast, tender, ground):
    stack = make.stack(cast, tender)
    said = make.contribution(tender, entered_by=cast.officer, channel="paper", stack=stack)

    def take_back():
        return actions.take_back_form(stack=stack, number=said.number, by=cast.officer)

    assert kinds(one_in_the_other(take_back, hiding_of(said, ground, cast.buyer))) == ["Changed", "Contribution"]
    assert (fresh(said).hiding, fresh(said).hidden_because) == (None, "Bij vergissing ingetypt")


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_two_that_are_put_into_each_other_at_once_are_put_together_once(cast, tender, way):
    one, two = make.contribution(tender), make.contribution(tender)
    assert kinds(way(merging_of(one, two, cast.officer), merging_of(two, one, cast.buyer))) == ["Merging", "Refused"]
    assert [bool(fresh(said).merged_into) for said in (one, two)].count(True) == Merging.objects.count() == 1


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_one_that_two_put_with_another_goes_along_with_one_of_them(cast, tender, way):
    said, one, two = (make.contribution(tender) for _number in range(3))
    assert kinds(way(merging_of(said, one, cast.officer), merging_of(said, two, cast.buyer))) == ["Changed", "Merging"]
    assert fresh(said).merged_into == Merging.objects.get().into


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_it_is_taken_apart_once(cast, tender, way):
    said, other = make.contribution(tender), make.contribution(tender)
    make.merging(cast, said, other)
    assert kinds(way(taking_apart(said, cast.officer), taking_apart(said, cast.buyer))) == ["Changed", "Merging"]
    assert (fresh(said).merged_into, Merging.objects.filter(ended_at=None).count()) == (None, 0)


def test_taking_apart_and_answering_at_once_leave_nobody_without_an_answer_or_a_place(cast, tender):
    said, other = make.contribution(tender), make.contribution(tender)
    make.merging(cast, said, other)
    at_once(taking_apart(said, cast.officer), answer_to(other, cast.buyer))
    assert (fresh(said).merged_into, fresh(said).waits, fresh(other).waits) == (None, True, False)


# Live


@pytest.fixture
def live(tender):
    return make.live(make.meeting(tender))


def found(model, row):
    return model.objects.select_related("live__meeting__tender__municipality").get(pk=row.pk)


def support(message, phone: str):
    return lambda: actions.support_message(message=found(Message, message), phone=phone)


def closing(live, by):
    return lambda: actions.close_live(live=Live.objects.for_page().get(pk=live.pk), by=by)


def sending(live, code: str):
    return lambda: actions.send_in(live=Live.objects.for_page().get(pk=live.pk), code=code, text=f"Woorden van {code}.")


def test_the_hands_of_a_room_are_counted_once_for_each_phone(live):
    message = make.message(live)
    acts = [support(message, phone) for phone in ("een", "een", "twee", "twee", "drie")]
    assert sorted(at_once(*acts)) == [False, False, True, True, True]
    assert PhoneSupport.objects.count() == 3


def test_a_room_that_sends_at_once_gets_a_number_for_each(live):
    assert kinds(at_once(*[sending(live, f"telefoon-{n}") for n in range(6)], sending(live, "telefoon-0"))) == ["Message"] * 7
    assert sorted(Contribution.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_after_the_question_was_closed_nothing_comes_in_and_no_hand_counts(cast, live):
    message = make.message(live)
    assert kinds(one_in_the_other(closing(live, cast.officer), sending(live, "te-laat"))) == ["Live", "Refused"]
    Live.objects.update(closed_at=None)
    assert kinds(one_in_the_other(closing(live, cast.officer), support(message, "te-laat"))) == ["Live", "Refused"]
    assert (Message.objects.count(), PhoneSupport.objects.count()) == (1, 0)


def test_what_was_sent_before_it_was_closed_is_there(cast, live):
    assert kinds(one_in_the_other(sending(live, "net-op-tijd"), closing(live, cast.officer))) == ["Live", "Message"]
    assert (Live.objects.get().closed_at is not None, Contribution.objects.get().text) == (True, "Woorden van net-op-tijd.")


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_what_one_lets_through_and_another_keeps_back_ends_as_one_of_the_two(cast, tender, way):
    live = make.live(make.meeting(tender), is_moderated=True)
    message = make.message(live, shown=False)
    acts = (
        lambda: actions.let_through(message=found(Message, message), by=cast.officer),
        lambda: actions.keep_back(message=found(Message, message), by=cast.buyer, reason="Een naam van een buurman."),
    )
    assert kinds(way(*acts)) == ["Changed", "Message"]
    message.refresh_from_db()
    assert Contribution.objects.count() == (1 if message.state == "shown" else 0)


def test_no_hand_counts_for_what_was_hidden_just_before(cast, tender, ground, live):
    message = make.message(live)
    acts = hiding_of(message.contribution, ground, cast.officer), support(message, "een")
    assert kinds(one_in_the_other(*acts)) == ["Hiding", "Refused"]


def test_two_questions_opened_at_once_leave_one_open(cast, live):
    names = itertools.count(1)
    meeting = live.meeting

    def opening():
        return actions.open_live(meeting=meeting, by=cast.officer, question=f"Vraag {next(names)}?")

    assert kinds(at_once(opening, opening)) == ["Live", "Live"]
    assert Live.objects.filter(closed_at=None).count() == 1


# The end of the dialogue


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
@pytest.mark.parametrize(
    "endings", [(Ending.REQUEST, Ending.REQUEST), (Ending.REQUEST, Ending.POLICY), (Ending.POLICY, Ending.REQUEST)]
)
def test_two_who_conclude_a_dialogue_at_once_conclude_it_once(cast, tender, way, endings):
    Dialogue.objects.update(closed_at=clock.now())
    make.response(cast, make.contribution(tender))

    def conclude(by, ending):
        dialogue = Dialogue.objects.for_page().get(tender=tender)
        return lambda: actions.conclude_dialogue(dialogue=dialogue, by=by, ending=ending, reason=f"Zo gaat het: {ending}.")

    results = way(conclude(cast.officer, endings[0]), conclude(cast.buyer, endings[1]))
    assert [one for one in kinds(results) if one not in ("Changed", "WrongStep")] == ["Conclusion"]
    made = Conclusion.objects.get()
    assert (Dialogue.objects.get().conclusion, made.editions.count(), made.reopened_at) == (made, 1, None)
    assert bool(Tender.objects.get(pk=tender.pk).completed_at) == (made.ending == Ending.POLICY)
