"""Dividing online: without an account, within the ceiling, changed with a code or an account, and seen by nobody else."""

import re
import secrets

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.permissions import allows
from budgets import actions
from budgets.models import Division, Share
from events import clock
from events.models import Event
from tenders.codes import hash_code
from tenders.refusal import Changed, Refused
from tests import make

CODE = "2222-3333-4444"


@pytest.fixture
def budget(cast):
    return make.budget(cast)


def url(page: str, budget) -> str:
    return reverse(f"budgets:{page}", args=[budget.public_id])


def said(first="", second="", **more) -> dict:
    return {"entry_1": first, "entry_2": second, "once": secrets.token_urlsafe(12), **more}


def shares_of(division) -> list[int]:
    return list(division.shares.order_by("entry__number").values_list("amount", flat=True))


def test_a_visitor_divides_without_a_cookie_and_gets_a_code(cast, budget):
    client = Client()
    answer = client.post(url("divide", budget), said("1.000", "2500"))
    page = answer.content.decode().replace("\xa0", " ")
    division = Division.objects.get()
    assert (answer.status_code, dict(answer.cookies), "no-store" in answer["Cache-Control"]) == (200, {}, True)
    assert (shares_of(division), division.by, division.channel) == ([100_000, 250_000], None, "online")
    code = re.search(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", page)[0]
    assert division.code_hash == hash_code(code)
    assert "U verdeelde € 3.500. U liet € 26.500 over." in page


def test_sending_the_same_form_twice_makes_one_division_and_shows_the_same_code(budget):
    sent = said("1000")
    first, again = (Client().post(url("divide", budget), sent).content.decode() for _one in range(2))
    codes = [re.search(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", page)[0] for page in (first, again)]
    assert (Division.objects.count(), codes[0]) == (1, codes[1])


def test_above_the_ceiling_it_says_how_much_too_much_and_what_was_typed_stays(budget):
    answer = Client().post(url("divide", budget), said("20.000", "10.500"))
    page = answer.content.decode().replace("\xa0", " ")
    assert "U verdeelde € 30.500. Dat is € 500 te veel: er is € 30.000." in page
    assert ('value="20.000"' in page, 'value="10.500"' in page, Division.objects.exists()) == (True, True, False)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-5", "Een bedrag kan niet onder nul zijn."),
        ("veel", "Schrijf een bedrag in euro’s, zoals 500."),
        ("50,50", "Schrijf hele euro’s, zonder centen."),
        ("63", "Geef in stappen van € 50."),
        ("40.000", "Er is € 30.000 te verdelen. Dit is meer."),
        ("9" * 30, "Er is € 30.000 te verdelen. Dit is meer."),
        ("9" * 3000, "Schrijf een bedrag in euro’s, zoals 500."),
        ("²", "Schrijf een bedrag in euro’s, zoals 500."),
        ("<b>50</b>", "Schrijf een bedrag in euro’s, zoals 500."),
    ],
)
def test_what_is_no_amount_gets_a_sentence_beside_its_field(budget, typed, sentence):
    answer = Client().post(url("divide", budget), said(typed, "100"))
    errors = answer.context["form"].errors
    assert (list(errors), [one.replace("\xa0", " ") for one in errors["entry_1"]]) == (["entry_1"], [sentence])
    assert 'value="100"' in answer.content.decode()
    assert not Division.objects.exists()


def test_nothing_filled_in_is_asked_again_but_a_zero_is_an_opinion(budget):
    answer = Client().post(url("divide", budget), said())
    assert "U vulde niets in." in answer.content.decode()
    Client().post(url("divide", budget), said("0"))
    assert Division.objects.count() == 1


def test_nobody_gives_more_than_a_plan_asks(cast, budget):
    budget.entries.filter(number=1).update(most=300_000)
    answer = Client().post(url("divide", budget), said("3500"))
    assert "Het kan hoogstens € 3.000 gebruiken." in answer.content.decode().replace("\xa0", " ")
    with pytest.raises(Refused):
        actions.divide(budget=budget, by=None, code=CODE, amounts={1: 350_000})


def test_the_code_shows_the_division_and_changes_it_until_it_closes(budget, move_clock):
    make.division(budget, 5_000, 1_000, code=CODE)
    client = Client()
    page = client.post("/code/", {"code": CODE}).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("Uw verdeling", "€ 5.000", "€ 24.000"))
    form = client.post(url("change_division", budget), {"code": CODE}).content.decode()
    assert 'value="5000"' in form
    changed = client.post(url("change_division", budget), said("", "4.000", code=CODE.upper(), version="1"))
    assert "Uw verdeling is veranderd" in changed.content.decode()
    assert (shares_of(Division.objects.get()), Division.objects.get().version) == ([0, 400_000], 2)
    stale = client.post(url("change_division", budget), said("1000", "", code=CODE, version="1"))
    assert "in een ander tabblad" in stale.content.decode()
    move_clock(days=30)
    closed = client.post(url("change_division", budget), said("1000", "", code=CODE, version="2"))
    assert ("dus dit blijft zo" in closed.content.decode(), shares_of(Division.objects.get())) == (True, [0, 400_000])


def test_without_the_code_nobody_reaches_a_division_and_guessing_ends(budget):
    make.division(budget, 5_000, code=CODE)
    client = Client()
    for data in ({}, {"code": "9999-8888-7777"}):
        answer = client.post(url("change_division", budget), data)
        assert (answer.status_code, answer["Location"]) == (302, budget.get_absolute_url())
    for _guess in range(20):
        client.post(url("change_division", budget), {"code": "9999-8888-7777"})
    assert client.post(url("change_division", budget), {"code": CODE}).status_code == 302


def test_a_code_of_another_budget_opens_nothing(cast, budget):
    make.division(make.budget(cast), 100, code=CODE)
    assert Client().post(url("change_division", budget), {"code": CODE}).status_code == 302


def test_with_an_account_one_divides_once_and_changes_it_without_a_code(cast, client_of, budget):
    client = client_of(cast.neighbour)
    client.post(url("divide", budget), said("1000"))
    assert Division.objects.get().by == cast.neighbour
    again = client.post(url("divide", budget), said("2000"))
    assert "U hebt dit geld al verdeeld." in again.content.decode()
    assert "Uw verdeling" in client.get(url("divide", budget)).content.decode()
    client.post(url("change_division", budget), said("2000", version="1"))
    assert shares_of(Division.objects.get()) == [200_000]
    with pytest.raises(IntegrityError), transaction.atomic():
        make.division(budget, 100, by=cast.neighbour)


def test_nobody_sees_the_division_of_another_not_even_the_officer(cast, budget):
    division = make.division(budget, 5_000, by=cast.neighbour)
    make.division(budget, 6_000, code=CODE)
    may = {name for name, person in cast.people().items() if allows(person, "budgets.view_division", division)}
    seen = {name for name, person in cast.people().items() if Division.objects.visible_to(person).exists()}
    assert (may, seen) == ({"neighbour"}, {"neighbour"})


def test_before_all_is_counted_nobody_sees_a_sum_only_how_many(cast, client_of):
    for state in ("open", "typing"):
        budget = make.budget(cast, state=state)
        make.division(budget, 12_350, 150)
        for person in (cast.visitor, cast.officer, cast.neighbour):
            page = client_of(person).get(budget.get_absolute_url()).content.decode().replace("\xa0", " ")
            assert ("12.350" in page, "verdeelde 1 mens" in page) == (False, True)


def test_the_event_names_nobody_and_only_the_day(cast, client_of, budget):
    client_of(cast.neighbour).post(url("divide", budget), said("1000"))
    event = Event.objects.get(name="budgets.divided")
    assert (event.actor_id, event.thing_id, event.data) == (None, budget.pk, {})
    assert event.at == clock.beginning_of(clock.today())


@pytest.mark.parametrize(("state", "words"), [("coming", "nog niet open"), ("typing", "is gesloten"), ("counted", "is gesloten")])
def test_too_early_or_too_late_it_says_so_and_shows_what_was_typed(cast, state, words):
    budget = make.budget(cast, state=state)
    answer = Client().post(url("divide", budget), said("1000"))
    page = answer.content.decode()
    assert (answer.status_code, words in page, ": 1000" in page, Division.objects.exists()) == (403, True, True, False)


def test_many_from_one_address_are_asked_to_wait(budget):
    client = Client()
    for _one in range(20):
        client.post(url("divide", budget), said("50"))
    assert "Wacht een kwartier" in client.post(url("divide", budget), said("50")).content.decode()
    assert Division.objects.count() == 20


def test_with_htmx_the_server_adds_up_and_saves_nothing(budget):
    answer = Client().post(url("divide", budget), said("1000", "63"), headers={"HX-Request": "true"})
    page = answer.content.decode().replace("\xa0", " ")
    assert ("Nog € 28.937" in page, "<html" in page, Division.objects.exists()) == (True, False, False)
    over = Client().post(url("divide", budget), said("20000", "11000"), headers={"HX-Request": "true"})
    assert "€ 1.000 te veel" in over.content.decode().replace("\xa0", " ")


def test_what_its_makers_took_back_takes_no_money_and_gives_it_back(cast, budget):
    make.division(budget, 5_000, 1_000, code=CODE)
    plan = budget.entries.get(number=1).plan
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), "Wij verhuizen."
    plan.save()
    form = Client().get(url("divide", budget)).content.decode()
    assert ("entry_1" in form, "entry_2" in form) == (False, True)
    page = Client().post("/code/", {"code": CODE}).content.decode().replace("\xa0", " ")
    assert ("Dit is teruggenomen." in page, "€ 29.000" in page) == (True, True)
    with pytest.raises(Refused):
        actions.divide(budget=budget, by=None, code="x", amounts={1: 5_000})


def test_who_gives_to_something_else_what_was_taken_back_gives_it_once(cast, client_of, budget, move_clock):
    for number in range(10):
        make.division(budget, 30_000, code=f"2222-3333-444{number}")
    plan = budget.entries.get(number=1).plan
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), "Wij verhuizen."
    plan.save()
    sent = said("", "30.000", code="2222-3333-4440", version="1")
    answer = Client().post(url("change_division", budget), sent).content.decode().replace("\xa0", " ")
    assert ("U verdeelde € 30.000. U liet € 0 over." in answer, shares_of(Division.objects.first())) == (True, [0, 3_000_000])
    move_clock(days=30)
    page = client_of(cast.visitor).get(budget.get_absolute_url())
    assert (page.status_code, [row.result for row in page.context["rows"]]) == (200, [0, 3_000_000])


def test_who_saved_in_another_tab_too_sends_what_was_typed_again_and_it_is_kept(budget):
    division = make.division(budget, 5_000, code=CODE)
    actions.change_division(division=division, version=1, amounts={1: 100_000})
    client, sent = Client(), said("2000", "", code=CODE)
    stale = client.post(url("change_division", budget), sent | {"version": "1"})
    seen = stale.context["form"]["version"].value()
    assert ("in een ander tabblad" in stale.content.decode(), 'value="2000"' in stale.content.decode(), seen) == (True, True, "2")
    client.post(url("change_division", budget), sent | {"version": seen})
    assert shares_of(division) == [200_000]


def test_the_slip_is_a_pdf_that_nobody_keeps(budget):
    make.division(budget, 5_000, code=CODE)
    answer = Client().post(reverse("portal:print_slip"), {"code": CODE})
    assert (answer["Content-Type"], answer.content[:4], "no-store" in answer["Cache-Control"]) == ("application/pdf", b"%PDF", True)


def test_the_action_refuses_what_the_form_would(budget):
    for amounts in ({1: -5_000}, {1: 5_001}, {9: 5_000}, {1: 2_000_000, 2: 2_000_000}):
        with pytest.raises(Refused):
            actions.divide(budget=budget, by=None, code=CODE, amounts=amounts)
    assert (Division.objects.exists(), Share.objects.exists()) == (False, False)
    division = make.division(budget, 100)
    with pytest.raises(Changed):
        actions.change_division(division=division, version=7, amounts={1: 5_000})


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_cost_the_same_with_more(cast, statements, count):
    budget = make.budget(cast, entries=1 + count)
    for _one in range(count):
        make.division(budget, 5_000)
    sent = {}
    for page in ("show_budget", "divide"):
        with statements() as asked:
            Client().get(url(page, budget))
        sent[page] = len(asked)
    assert sent == {"show_budget": 4, "divide": 3}
