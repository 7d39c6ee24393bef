"""Who hears that a thread grew: who contributed by name or behind a pseudonym; who is anonymous follows with a code."""

import pytest

from calls.models import ClauseSource
from contracts.models import Contract
from dialogues.models import Contribution, NameChoice, Pseudonym, Response
from dialogues.pseudonyms import Behind, seal
from evaluation.models import AwardDecision
from events import clock
from events.log import record
from events.models import Event
from golden_thread.followers import people_on_thread
from monitoring.models import Lesson, Measurement
from tests import make

GROWS = {
    "dialogues.responded": Response,
    "calls.source_linked": ClauseSource,
    "evaluation.decision_sent": AwardDecision,
    "contracts.contract_signed": Contract,
    "monitoring.measurement_reported": Measurement,
    "monitoring.lesson_drawn": Lesson,
}


def _event(cast, name, thing) -> Event:
    return record(name, by=cast.officer, thing=thing)


def _behind(contribution, **who) -> None:
    Pseudonym.objects.create(contribution=contribution, sealed=seal(Behind(**who), contribution=contribution.pk))


def _joined(cast, target, **fields) -> Contribution:
    """Another contribution, put together with `target`."""
    made = make.contribution(target.tender, **fields)
    Contribution.objects.filter(pk=made.pk).update(merged_into=target)
    return made


@pytest.mark.parametrize("name", GROWS)
def test_whenever_the_thread_grows_its_people_hear_it(cast, name):
    said = make.thread(cast)
    event = _event(cast, name, GROWS[name].objects.first())
    assert people_on_thread(event) == [(cast.resident, said)]


def test_behind_a_pseudonym_it_reaches_the_account_or_the_address(cast):
    said = make.thread(cast, name_choice=NameChoice.PSEUDONYM, author=None)
    _behind(said, person=cast.neighbour.pk, email="buurman@example.nl")
    second = _joined(cast, said, name_choice=NameChoice.PSEUDONYM)
    _behind(second, email="vogelvrij@example.nl")
    _joined(cast, said, name_choice=NameChoice.PSEUDONYM)
    _joined(cast, said, name_choice=NameChoice.ANONYMOUS)
    event = _event(cast, "contracts.contract_signed", Contract.objects.get())
    assert people_on_thread(event) == [(cast.neighbour, said), ("vogelvrij@example.nl", second)]


def test_a_key_that_is_gone_stops_nobody_else(cast):
    said = make.thread(cast)
    lost = _joined(cast, said, name_choice=NameChoice.PSEUDONYM)
    Pseudonym.objects.create(contribution=lost, sealed=b"\x01onleesbaar")
    event = _event(cast, "monitoring.lesson_drawn", Lesson.objects.get())
    assert people_on_thread(event) == [(cast.resident, said)]


def test_one_person_hears_it_once(cast):
    said = make.thread(cast, branches=3)
    _joined(cast, said, author=cast.resident)
    event = _event(cast, "contracts.contract_signed", Contract.objects.get())
    assert people_on_thread(event) == [(cast.resident, said)]


def test_what_was_hidden_or_taken_back_and_who_left_hear_nothing(cast):
    said = make.thread(cast)
    event = _event(cast, "contracts.contract_signed", Contract.objects.get())
    for change in ({"hidden_at": clock.now()}, {"withdrawn_at": clock.now()}):
        Contribution.objects.filter(pk=said.pk).update(**change)
        assert people_on_thread(event) == []
        Contribution.objects.filter(pk=said.pk).update(hidden_at=None, withdrawn_at=None)
    cast.resident.is_active = False
    cast.resident.save()
    assert people_on_thread(event) == []


def test_other_events_lie_on_no_thread(cast):
    said = make.thread(cast)
    assert people_on_thread(_event(cast, "tenders.step_left", said.tender)) == []


def test_it_costs_the_same_for_any_number_of_people(cast, statements):
    said = make.thread(cast)
    event = _event(cast, "contracts.contract_signed", Contract.objects.get())
    counts = []
    for many in (1, 3):
        for number in range(many):
            _behind(_joined(cast, said, name_choice=NameChoice.PSEUDONYM), email=f"{many}{number}@example.nl")
        with statements() as sent:
            people_on_thread(event)
        counts.append(len(sent))
    assert counts == [2, 2]
