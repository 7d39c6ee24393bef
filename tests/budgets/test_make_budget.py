"""Making a neighbourhood budget: what stands on it, what must be there before people divide, and what never changes after."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from budgets import actions
from budgets.models import Budget, Entry
from events import clock
from events.models import Event
from notifications.models import Mail, Notice
from tenders.gates import Gate, missing
from tenders.refusal import Changed, GateClosed, Refused
from tests import make


def url(page: str, budget: Budget, *more) -> str:
    return reverse(f"budgets:{page}", args=[budget.public_id, *more])


def filled(**more) -> dict:
    """What an officer fills in, complete."""
    day = clock.today()
    return {
        "title": "Geld voor Assendorp",
        "ceiling": "30.000",
        "step": "50",
        "why": "De buurt weet het.",
        "who": "Iedereen in Assendorp.",
        "opens_on": day.isoformat(),
        "closes_on": (day + dt.timedelta(days=20)).isoformat(),
        "weight": "followed",
        "weight_because": "Het is van de buurt.",
        **more,
    }


def test_an_officer_makes_one_puts_a_plan_and_a_line_on_it_and_publishes_it(cast, client_of, commit):
    client, plan, line = client_of(cast.officer), make.plan(cast.municipality, cost=500_000), make.line(cast, amount=9_000_000)
    client.post(reverse("budgets:make_budget", args=["zwolle"]), filled())
    budget = Budget.objects.get()
    assert (budget.ceiling, budget.step, budget.paper_until) == (3_000_000, 5_000, budget.closes_on)
    page = client.get(url("list_entries", budget)).content.decode()
    assert (plan.title in page, line.title in page) == (True, True)
    assert client.get(url("add_entry", budget, "plan", plan.public_id)).context["form"]["most"].value() == "5000"
    client.post(url("add_entry", budget, "plan", plan.public_id), {"sentence": "Samen eten.", "most": "5000", "least": "1.000"})
    client.post(url("add_entry", budget, "regel", line.public_id), {"sentence": "Bermen.", "most": "", "least": ""})
    with commit():
        assert client.post(url("publish_budget", budget), {"once": "a"}).status_code == 302
    rows = Entry.objects.order_by("number").values_list("number", "plan", "line", "costs_now", "least", "most")
    assert list(rows) == [(1, plan.pk, None, None, 100_000, 500_000), (2, None, line.pk, 9_000_000, None, None)]
    page = client_of(cast.visitor).get(budget.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("Vraagt € 5.000.", "Heeft ten minste € 1.000 nodig.", "Kost nu € 90.000 per jaar."))


def test_publishing_names_what_is_missing_and_links_to_it(cast, client_of):
    client = client_of(cast.officer)
    client.post(reverse("budgets:make_budget", args=["zwolle"]), {"title": "Geld", "ceiling": "100", "step": "1"})
    budget = Budget.objects.get()
    page = client.get(url("publish_budget", budget)).content.decode()
    edit = url("edit_budget", budget)
    assert all(f"{edit}#{field}" in page for field in ("id_why", "id_who", "id_closes_on", "id_weight_0"))
    assert (url("list_entries", budget) in page, "ten minste twee regels of plannen" in page) == (True, True)
    with pytest.raises(GateClosed) as closed:
        actions.publish_budget(budget=budget, by=cast.officer)
    assert len(closed.value.missing) == 5
    assert client_of(cast.visitor).get(budget.get_absolute_url()).status_code == 404


def test_a_plan_that_was_taken_back_must_go_off_before_it_is_published(cast):
    budget = make.budget(cast, state="draft", entries=3)
    first = budget.entries.first()
    first.plan.withdrawn_at, first.plan.withdrawn_because = clock.now(), "Wij verhuizen."
    first.plan.save()
    assert len(missing(budget, Gate.PUBLISH_BUDGET)) == 1
    actions.drop_entry(entry=first, by=cast.officer, reason="Teruggenomen.")
    published = actions.publish_budget(budget=budget, by=cast.officer)
    assert list(published.entries.standing().values_list("number", flat=True)) == [1, 2]
    first.refresh_from_db()
    assert (first.number, first.dropped_because) == (None, "Teruggenomen.")


def test_the_makers_of_a_plan_hear_that_it_can_get_money(cast, commit):
    budget = make.budget(cast, state="draft")
    make.entry(cast, budget, plan=make.plan(cast.municipality, email="zonder@example.nl"))
    with commit():
        actions.publish_budget(budget=budget, by=cast.officer)
    assert list(Notice.objects.values_list("person", "title")) == [(cast.resident.pk, "Bewoners kunnen geld aan uw plan geven")]
    assert sorted(Mail.objects.values_list("to", flat=True)) == ["resident@example.nl", "zonder@example.nl"]


@pytest.mark.parametrize("verb", ["edit_budget", "add_entry", "edit_entry", "drop_entry", "publish_budget"])
def test_once_it_is_public_nothing_of_it_changes(cast, verb):
    budget = make.budget(cast)
    given = {
        "edit_budget": {"budget": budget, "version": 1, "title": "Anders"},
        "add_entry": {"budget": budget, "line": make.line(cast), "sentence": "Nog een."},
        "edit_entry": {"entry": budget.entries.first(), "sentence": "Anders."},
        "drop_entry": {"entry": budget.entries.first(), "reason": "Weg."},
        "publish_budget": {"budget": budget},
    }[verb]
    with pytest.raises(Refused):
        getattr(actions, verb)(by=cast.officer, **given)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ceiling": "-5"}, "ceiling"),
        ({"ceiling": "0"}, "ceiling"),
        ({"ceiling": "veel"}, "ceiling"),
        ({"ceiling": "100,50"}, "ceiling"),
        ({"ceiling": "9" * 60}, "ceiling"),
        ({"ceiling": ""}, "ceiling"),
        ({"step": "0"}, "step"),
        ({"step": "40.000"}, "step"),
        ({"title": ""}, "title"),
        ({"closes_on": "2020-01-01"}, "closes_on"),
        ({"paper_until": "2020-01-01"}, "paper_until"),
        ({"weight": "zomaar"}, "weight"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(cast, client_of, wrong, field):
    answer = client_of(cast.officer).post(reverse("budgets:make_budget", args=["zwolle"]), filled(**wrong))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert "De buurt weet het." in answer.content.decode()
    assert not Budget.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"least": "40.000"}, "least"),
        ({"most": "40.000"}, "most"),
        ({"least": "500", "most": "400"}, "most"),
        ({"least": "0"}, "least"),
    ],
)
def test_what_an_entry_asks_fits_in_the_budget(cast, client_of, wrong, field):
    budget, plan = make.budget(cast, state="draft"), make.plan(cast.municipality)
    answer = client_of(cast.officer).post(url("add_entry", budget, "plan", plan.public_id), {"sentence": "Eten.", **wrong})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])


def test_the_same_line_stands_on_it_once_and_of_another_municipality_not_at_all(cast, client_of):
    budget, line = make.budget(cast, state="draft"), make.line(cast)
    actions.add_entry(budget=budget, by=cast.officer, line=line, sentence="Eén keer.")
    with pytest.raises(Refused):
        actions.add_entry(budget=budget, by=cast.officer, line=line, sentence="Nog eens.")
    elsewhere = make.line(cast, municipality=cast.other_municipality)
    with pytest.raises(Refused):
        actions.add_entry(budget=budget, by=cast.officer, line=elsewhere, sentence="Van daar.")
    assert client_of(cast.officer).get(url("add_entry", budget, "regel", elsewhere.public_id)).status_code == 404
    assert client_of(cast.officer).get(url("add_entry", budget, "iets", line.public_id)).status_code == 404


def test_an_entry_has_exactly_one_source(cast):
    budget = make.budget(cast, state="draft")
    for sources in ({}, {"line": make.line(cast), "plan": make.plan(cast.municipality)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make.entry(cast, budget, **sources)


def test_two_officers_do_not_write_over_each_other(cast):
    budget = make.budget(cast, state="draft")
    actions.edit_budget(budget=budget, by=cast.officer, version=1, title="Van Marloes")
    with pytest.raises(Changed):
        actions.edit_budget(budget=budget, by=cast.buyer, version=1, title="Van Tarik")
    assert Budget.objects.get().title == "Van Marloes"


def test_who_saves_after_a_colleague_sees_what_was_saved_and_can_save_again(cast, client_of):
    budget = make.budget(cast, state="draft")
    actions.edit_budget(budget=budget, by=cast.officer, version=1, title="Van Marloes")
    client, sent = client_of(cast.buyer), filled(title="Van Tarik", once="a")
    answer = client.post(url("edit_budget", budget), sent | {"version": "1"})
    page, seen = answer.content.decode(), answer.context["form"]["version"].value()
    assert ("Van Marloes" in page, 'value="Van Tarik"' in page, seen) == (True, True, "2")
    client.post(url("edit_budget", budget), sent | {"version": seen, "once": "b"})
    assert Budget.objects.get().title == "Van Tarik"


def test_the_ceiling_does_not_go_below_what_stands_on_it_asks(cast):
    budget = make.budget(cast, state="draft")
    make.entry(cast, budget, line=make.line(cast), most=2_000_000)
    with pytest.raises(Refused) as refused:
        actions.edit_budget(budget=budget, by=cast.officer, version=1, ceiling=1_000_000)
    assert list(refused.value.message_dict) == ["ceiling"]


def test_closing_early_says_why_keeps_the_days_for_paper_and_happens_once(cast, client_of):
    budget = make.budget(cast)
    client = client_of(cast.officer)
    assert list(client.post(url("close_budget", budget), {"reason": ""}).context["form"].errors) == ["reason"]
    client.post(url("close_budget", budget), {"reason": "Het geld is er eerder."})
    budget.refresh_from_db()
    assert (budget.state, budget.paper_until) == ("typing", clock.today() + dt.timedelta(days=2))
    assert "Het geld is er eerder." in client_of(cast.visitor).get(budget.get_absolute_url()).content.decode()
    with pytest.raises(Changed):
        actions.close_budget(budget=budget, by=cast.buyer, reason="Nog eens.")
    assert Event.objects.filter(name="budgets.budget_closed").count() == 1


def test_only_who_leads_tenders_there_makes_and_sees_a_draft(cast, client_of):
    draft = make.budget(cast, state="draft")
    pages = ("show_budget", "edit_budget", "list_entries", "publish_budget")
    seen = {name: {client_of(person).get(url(page, draft)).status_code for page in pages} for name, person in cast.people().items()}
    keepers = {name for name, statuses in seen.items() if statuses == {200}}
    assert keepers == {"officer", "buyer", "lawyer", "contract_manager", "area_manager", "secretary"}
    assert all(statuses == {404} for name, statuses in seen.items() if name not in keepers)


def test_what_is_not_complete_cannot_be_public_in_the_database_either(cast):
    budget = make.budget(cast, state="draft")
    with pytest.raises(IntegrityError), transaction.atomic():
        Budget.objects.filter(pk=budget.pk).update(published_at=clock.now(), published_by=cast.officer, why="")


def test_a_draft_and_a_counted_budget_wait_in_my_work(cast, client_of):
    make.budget(cast, state="draft", opens_on=None)
    counted = make.budget(cast, state="counted")
    page = client_of(cast.officer).get("/mijn/").content.decode()
    assert ("nog niet openbaar" in page, url("draft_decision", counted) in page) == (True, True)
    make.budget_decision(cast, counted)
    assert url("draft_decision", counted) not in client_of(cast.officer).get("/mijn/").content.decode()
    assert counted.title not in client_of(cast.stranger).get("/mijn/").content.decode()
