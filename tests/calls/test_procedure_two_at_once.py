"""Two at the same moment, on PostgreSQL with threads: the last two signatures, two who publish, two who choose."""

import pytest

from calls import actions
from calls.models import CallVersion, ChoiceSignature, Milestone, ProcedureChoice
from calls.procedure_page import moments_to_show
from calls.tasks import render_call
from events.models import Event
from tenders.law.answers import Answers
from tenders.models import Tender
from tenders.refusal import Changed
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.at_once import at_once, needs_postgresql
from tests.make.procedure import EUR

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WELFARE = Answers(total_value=9_920_000 * EUR)


@pytest.fixture(autouse=True)
def _on_postgresql(transactional_db):
    needs_postgresql()


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.PROCEDURE, route=Route.SAS)


@pytest.mark.parametrize("turn", range(5))
def test_of_two_who_sign_at_once_one_makes_the_route_final(cast, tender, turn):
    choice = make.choice(cast, tender, answers=WELFARE)
    shared = {"tender": tender, "reason": "Past.", "seen": choice.content_sha256}
    at_once(
        lambda: actions.sign_choice(by=cast.officer, kind=choice.needed[0], **shared),
        lambda: actions.sign_choice(by=cast.buyer, kind=choice.needed[1], **shared),
    )
    assert ChoiceSignature.objects.filter(choice=choice).count() == 2
    assert Tender.objects.get(pk=tender.pk).route_is_final is True
    finals = [event.data["final"] for event in Event.objects.filter(name="calls.choice_signed")]
    assert sorted(finals) == [False, True]


@pytest.mark.parametrize("turn", range(5))
def test_of_two_who_choose_at_once_each_has_a_number(cast, tender, turn):
    values = {"tender": tender, "route": Route.SAS, "answers": WELFARE}
    at_once(
        lambda: actions.choose_route(by=cast.officer, reason="Eén.", **values),
        lambda: actions.choose_route(by=cast.buyer, reason="Twee.", **values),
    )
    assert sorted(ProcedureChoice.objects.filter(tender=tender).values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize("turn", range(3))
def test_of_two_who_publish_at_once_one_does(cast, tender, turn):
    make.adopted_call(cast, tender)
    make.choice(cast, tender, answers=WELFARE, signed=True)
    make.timetable(tender)
    prepared = at_once(*[lambda: actions.prepare_publication(tender=tender, by=cast.officer)] * 2)
    assert len({version.pk for version in prepared}) == 1
    render_call(Event.objects.get(name="calls.publication_prepared").pk)
    published = at_once(*[lambda: actions.publish_call(tender=tender, by=cast.officer)] * 2)
    assert {version.pk for version in published} == {prepared[0].pk}
    assert Event.objects.filter(name="calls.call_published").count() == 1
    assert CallVersion.objects.published().count() == 1


@pytest.mark.parametrize("turn", range(5))
def test_of_two_who_save_the_timetable_at_once_one_is_told(cast, tender, turn):
    make.choice(cast, tender, answers=WELFARE, signed=True)
    moments = {name: at for name, at in moments_to_show(tender, None).items() if name != "term_ends"}
    values = {"tender": tender, "version": 1, "moments": moments}
    results = at_once(
        lambda: actions.set_timetable(by=cast.officer, **values), lambda: actions.set_timetable(by=cast.buyer, **values)
    )
    assert sorted(isinstance(result, Changed) for result in results) == [False, True]
    assert Milestone.objects.count() == 7
