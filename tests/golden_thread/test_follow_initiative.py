"""An initiative and a plan are places on the golden thread: from what people began to what was measured, and back."""

import datetime as dt

import pytest
from django.urls import reverse

from calls.models import ClauseSource
from contracts.models import Agreement
from events import clock
from golden_thread.initiative import growth_of
from initiatives.models import Initiative
from tests import make

pytestmark = pytest.mark.whole


@pytest.fixture
def said(cast):
    """A thread from a contribution to a lesson, with one clause."""
    return make.thread(cast)


def test_what_a_request_says_leads_as_far_as_its_clause_came(cast, client_of, said):
    initiative = make.initiative(cast.municipality)
    make.initiative_word(cast, said.tender, initiative, word="strengthened", clause=ClauseSource.objects.get().clause)
    page = client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    assert ("Een uitvraag geeft het steun" in page, "Het wordt gemeten." in page) == (True, True)


def test_from_an_agreement_one_comes_back_to_what_people_began_and_planned(cast, client_of, said):
    clause = ClauseSource.objects.get().clause
    make.initiative_word(cast, said.tender, make.initiative(cast.municipality, name="Geveltuinen"), clause=clause)
    answer = make.plan_answer(cast, make.plan(cast.municipality, title="Straattafels"), into=said.tender)
    ClauseSource.objects.create(clause=clause, plan_answer=answer, reason="Uit hun plan.", by=cast.officer)
    way = reverse("golden_thread:where_from", args=[said.tender.slug, "afspraak", Agreement.objects.get().public_id])
    page = client_of(cast.visitor).get(way).content.decode()
    assert [words in page for words in ("Geveltuinen", "Straattafels", "Uit hun plan.")] == [True] * 3


def test_a_plan_leads_to_the_clause_and_the_agreement_that_came_of_it(cast, client_of, said):
    plan = make.plan(cast.municipality)
    answer = make.plan_answer(cast, plan, into=said.tender)
    clause = ClauseSource.objects.get().clause
    ClauseSource.objects.create(clause=clause, plan_answer=answer, reason="Uit hun plan.", by=cast.officer)
    Agreement.objects.update(plan_answer=answer)
    page = client_of(cast.visitor).get(plan.get_absolute_url()).content.decode()
    assert [words in page for words in (clause.title, "Het is afgesproken in een overeenkomst.", "Dit is afgesproken")] == [
        True
    ] * 3


def test_the_story_goes_forward_in_time_and_ends_with_the_end(cast):
    today = clock.today()
    initiative = make.initiative(cast.municipality, begun_on=today - dt.timedelta(days=900), unit="tuinen")
    for days, count in ((10, 100), (800, 2), (400, 27)):
        make.update(initiative, count=count, on=today - dt.timedelta(days=days))
    make.update(initiative, count=9_999, hidden_at=clock.now(), hidden_because="Dit klopt niet.")
    Initiative.objects.filter(pk=initiative.pk).update(stopped_at=clock.now(), stopped_because="Klaar.")
    growth = growth_of(Initiative.objects.for_page().get(pk=initiative.pk))
    assert [step.kind for step in growth.steps] == ["begun", "told", "told", "told", "told", "stopped"]
    assert [point.count for point in growth.points] == [2, 27, 100]
    assert growth.finding("tuinen") == "Het begon met 2, en nu zijn er 100 tuinen."


def test_what_a_tender_that_is_not_public_says_is_not_shown(cast, client_of):
    initiative = make.initiative(cast.municipality)
    make.initiative_word(cast, make.tender(cast, published=False), initiative, reason="Dit weet nog niemand.")
    for person in (cast.visitor, cast.officer):
        assert "Dit weet nog niemand." not in client_of(person).get(initiative.get_absolute_url()).content.decode()
