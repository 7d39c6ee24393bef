"""A plan for a task or an ambition of the inventory: chosen in plain words, shown on both pages, and equal for all who bid."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from areas.models import Area
from events import clock
from events.models import Event
from initiatives import actions
from initiatives.conditions import knowledge_published
from initiatives.models import Plan
from inventory import actions as inventory
from inventory.models import LineKind
from notifications.models import Mail
from tenders.actions import publish_tender
from tenders.refusal import Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.initiatives.test_plans import CODE, file_it, page_of
from tests.make.initiatives import WORDS


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


@pytest.fixture
def ambition(cast):
    return make.line(cast, kind=LineKind.AMBITION, title="Niemand eet alleen", source="Nota welzijn, bladzijde 12", amount=None)


def form_of(client_of, cast, person=None, **asked):
    address = reverse("initiatives:file_plan", args=[cast.municipality.slug])
    return client_of(person or cast.visitor).get(address, asked).context["form"]


def test_from_the_page_of_a_line_the_plan_is_for_that_line_and_stands_on_both_pages(cast, client_of, ambition):
    page = client_of(cast.visitor).get(ambition.get_absolute_url()).content.decode()
    assert ("Ik heb een plan hiervoor" in page, f"?regel={ambition.public_id}" in page) == (True, True)
    assert form_of(client_of, cast, regel=ambition.public_id)["line"].value() == ambition.pk
    file_it(client_of(cast.visitor), cast, line=ambition.pk)
    plan = Plan.objects.get()
    assert plan.line == ambition
    assert "Niemand eet alleen" in page_of(client_of, cast.visitor, plan)
    page = client_of(cast.visitor).get(ambition.get_absolute_url()).content.decode()
    assert ("Plannen hiervoor" in page, "Een maaltijd per straat" in page) == (True, True)
    listed = client_of(cast.visitor).get(reverse("initiatives:list_plans", args=["zwolle"]), {"regel": ambition.public_id})
    assert [one.line for one in listed.context["page_obj"]] == [ambition]


def test_what_came_of_the_line_after_the_answer_stands_on_the_thread_of_the_plan(cast, client_of, ambition):
    file_it(client_of(cast.visitor), cast, line=ambition.pk)
    plan = Plan.objects.get()
    said = {**WORDS, "reason": "U kunt het beter.", "next_step": "Wij tekenen de overdracht."}
    actions.answer_plan(plan=plan, by=cast.officer, outcome="yes", **said)
    thread = page_of(client_of, cast.visitor, plan).split("De rode draad van dit plan")[1]
    assert thread.index("Straks") < thread.index("Wij tekenen de overdracht.")
    inventory.end_line(line=ambition, by=cast.officer, reason="Het dorp doet het zelf.")
    thread = page_of(client_of, cast.visitor, plan).split("De rode draad van dit plan")[1]
    told = (
        "De gemeente antwoordde: ja",
        "Wij tekenen de overdracht.",
        "Het staat niet meer in de inventaris",
        "Het dorp doet het zelf.",
    )
    places = [thread.index(words) for words in (*told, "Straks")]
    assert (sorted(places), thread.count("Wij tekenen")) == (places, 1)


def test_one_chooses_from_tasks_and_ambitions_under_their_own_names(cast, client_of, ambition):
    task, building = make.line(cast, title="Bermen"), make.line(cast, kind=LineKind.BUILDING, title="Zwembad")
    make.line(cast, title="Niet meer nodig", fitness="not_needed", fitness_because="Het groeit niet meer.")
    make.line(cast, title="Vervallen", ended_at=clock.now(), ended_because="Het is klaar.")
    make.line(cast, title="Van een ander", municipality=cast.other_municipality)
    chosen = form_of(client_of, cast)["line"].field.choices
    assert [(name, [pk for pk, _title in found]) for name, found in chosen[1:]] == [
        ("Taken", [task.pk]),
        ("Ambities", [ambition.pk]),
    ]
    offered = form_of(client_of, cast, regel=building.public_id)["line"].field.choices
    assert [name for name, _found in offered[1:]] == ["Taken", "Ambities", "Gebouwen"]


def test_what_no_longer_stands_there_is_said_beside_the_field(cast, client_of, ambition):
    task = make.line(cast)
    inventory.end_line(line=task, by=cast.officer, reason="Het is klaar.")
    response = file_it(client_of(cast.visitor), cast, line=task.pk)
    sentence = "Dit staat niet meer in de lijst. Kies iets anders, of niets."
    assert response.context["form"].errors == {"line": [sentence]}
    with pytest.raises(Refused):
        other = make.line(cast, municipality=cast.other_municipality)
        actions.file_plan(municipality=cast.municipality, by=None, code=CODE, line=other, title="x", what="x", problem="x")


def test_in_a_period_it_is_for_what_the_period_is_about_and_where(cast, client_of):
    horn = Area.objects.create(municipality=cast.municipality, name="Horn")
    line = make.running(cast, area=horn)
    period = make.period(cast, line=line)
    file_it(client_of(cast.visitor), cast, period=period.pk)
    plan = Plan.objects.get()
    assert (plan.line, plan.period, plan.area) == (line, period, horn)
    page = client_of(cast.visitor).get(period.get_absolute_url()).content.decode()
    assert ("Een maaltijd per straat" in page, line.title in page) == (True, True)
    assert period.title in page_of(client_of, cast.visitor, plan)


def test_the_answer_begins_with_what_the_line_costs_today(cast, client_of):
    line = make.line(cast, amount=4_800_000)
    plan = make.plan(cast.municipality, line=line, period=make.period(cast, line=line), cost=3_000_000)
    page = client_of(cast.officer).get(reverse("initiatives:answer_plan", args=[plan.public_id]))
    form, text = page.context["form"], page.content.decode()
    assert (form["cost_today"].value(), form["cost_of_plan"].value()) == ("48000", "30000")
    assert (plan.period.title in text, line.title in text) == (True, True)


def test_a_plan_for_a_line_from_which_a_tender_began_touches_that_tender(cast, client_of):
    line, tender = make.line(cast), make.tender(cast)
    line.tenders.create(tender=tender, started_by=cast.officer)
    file_it(client_of(cast.visitor), cast, line=line.pk)
    assert Plan.objects.get().tender == tender


def test_also_when_the_tender_begins_later_and_its_makers_hear_of_it(cast, client_of, commit):
    line = make.line(cast)
    plan = make.plan(cast.municipality, line=line, email="ria@example.nl")
    values = {"title": "Bermen samen", "summary": "Samen maaien.", "route": Route.SUBSIDY_TENDER}
    values |= {
        "reason": "Er was al een dialoog.",
        "first_step": Step.REQUEST,
        "contact_person": "Marloes",
        "contact_phone": "14 038",
    }
    tender = inventory.start_from_line(line=line, by=cast.officer, **values)
    plan.refresh_from_db()
    assert plan.about is None
    cast.fresh()
    with commit():
        publish_tender(tender=tender, by=cast.officer)
    plan.refresh_from_db()
    assert (plan.about, knowledge_published(tender)) == (tender, False)
    assert Event.objects.filter(name="initiatives.plan_tied").count() == 1
    assert ("ria@example.nl", "Er begon een traject over dat waar uw plan voor is: Bermen samen") in Mail.objects.values_list(
        "to", "subject"
    )
    assert actions.tie_plans(tender=tender) == 0


def test_a_tender_that_is_not_public_is_not_named_on_the_page_of_a_plan(cast, client_of):
    hidden = make.tender(cast, title="Nog geheim", published=False)
    plan = make.plan(cast.municipality)
    actions.answer_plan(plan=plan, by=cast.officer, outcome="together", into=hidden, reason="Samen.", next_step="In mei.", **WORDS)
    assert "Nog geheim" not in page_of(client_of, cast.visitor, plan)


@pytest.mark.parametrize("many", [1, 3])
def test_the_form_and_the_page_of_a_line_ask_the_same_however_much_there_is(cast, client_of, statements, many):
    for _one in range(many):
        line = make.line(cast)
        for _plan in range(many):
            make.plan_answer(cast, make.plan(cast.municipality, line=line))
        make.period(cast, line=line)
        make.tender(cast)
        Area.objects.create(municipality=cast.municipality, name=f"Horn {_one}")
    client, sent = client_of(cast.visitor), []
    periods = reverse("inventory:show_periods", args=["zwolle"])
    for address in (reverse("initiatives:file_plan", args=["zwolle"]), line.get_absolute_url(), periods):
        with statements() as asked:
            assert client.get(address).status_code == 200
        sent.append(len(asked))
    assert sent == [8, 7, 4]
