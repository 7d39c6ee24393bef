"""On paper and at a table: blank forms with a code, a stack that is typed in with undo, each channel counted apart."""

import datetime as dt
import io
import secrets

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from budgets import actions
from budgets.models import Channel, Division, Sheet, Stack
from budgets.result import Result
from events import clock
from tenders import dates
from tenders.codes import hash_code
from tenders.refusal import Refused
from tests import make

CODE = "2222-3333-4444"


@pytest.fixture
def budget(cast):
    return make.budget(cast)


def url(page: str, budget, *more) -> str:
    return reverse(f"budgets:{page}", args=[budget.public_id, *more])


def form(first="", second="", **more) -> dict:
    return {"entry_1": first, "entry_2": second, "sheet": "", "once": secrets.token_urlsafe(12), **more}


def test_blank_forms_come_as_a_pdf_with_a_number_and_a_code_each(cast, client_of, budget):
    sent = {"number": "3", "once": "vast"}
    first, again = (client_of(cast.community_worker).post(url("print_sheets", budget), sent) for _one in range(2))
    assert (first["Content-Type"], first.content[:4], "no-store" in first["Cache-Control"]) == ("application/pdf", b"%PDF", True)
    assert (first.content == again.content, list(Sheet.objects.values_list("number", flat=True))) == (True, [1, 2, 3])
    answer = client_of(cast.officer).post(url("print_sheets", budget), {"number": "999"})
    assert list(answer.context["form"].errors) == ["number"]


def test_a_budget_with_many_entries_goes_on_behind_the_page(cast, client_of):
    long = make.budget(cast, entries=12)
    answer = client_of(cast.officer).post(url("print_sheets", long), {"number": "1", "once": "a"})
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == 2


def test_a_worker_types_in_a_stack_and_the_channels_are_counted_apart(cast, client_of, budget):
    client = client_of(cast.community_worker)
    client.post(url("begin_stack", budget), {"channel": "table", "divided_on": clock.today().isoformat()})
    stack = Stack.objects.get()
    page = url("type_form", budget, stack.public_id)
    saved = client.post(page, form("1.000", "500")).content.decode()
    client.post(page, form("2000"))
    make.division(budget, 100)
    assert ("Bewaard als nummer 1" in saved, "De code voor wie het schreef" in saved) == (True, True)
    assert Result(budget).channels == {Channel.ONLINE: 1, Channel.PAPER: 0, Channel.TABLE: 2}
    assert "1 online, 2 aan tafel" in client_of(cast.visitor).get(budget.get_absolute_url()).content.decode()


def test_with_htmx_the_next_form_comes_without_opening_the_page_again(cast, client_of, budget):
    stack = make.budget_stack(cast, budget)
    answer = (
        client_of(cast.officer)
        .post(url("type_form", budget, stack.public_id), form("1000"), headers={"HX-Request": "true"})
        .content.decode()
    )
    assert ('id="formulier"' in answer, 'hx-swap-oob="true"' in answer, "<html" in answer) == (True, True, False)


def test_the_code_on_the_slip_of_a_printed_form_leads_to_what_was_typed(cast, client_of, budget):
    make.budget_sheet(cast, budget, number=7, code=CODE)
    stack = make.budget_stack(cast, budget)
    page, client = url("type_form", budget, stack.public_id), client_of(cast.officer)
    client.post(page, form("1000", sheet="7"))
    assert Division.objects.get().code_hash == hash_code(CODE)
    found = Client().post("/code/", {"code": CODE}).content.decode().replace("\xa0", " ")
    assert ("Uw verdeling" in found, "€ 1.000" in found) == (True, True)
    again = client.post(page, form("2000", sheet="7"))
    assert "Formulier 7 is al ingetypt." in again.content.decode()
    unknown = client.post(page, form("2000", sheet="8"))
    assert ("geen formulier met dit nummer" in unknown.content.decode(), 'value="2000"' in unknown.content.decode()) == (True, True)


def test_a_typing_error_is_taken_back_and_the_form_can_be_typed_again(cast, client_of, budget):
    sheet = make.budget_sheet(cast, budget, number=7, code=CODE)
    stack, client = make.budget_stack(cast, budget), client_of(cast.officer)
    client.post(url("type_form", budget, stack.public_id), form("1000", sheet="7"))
    answer = client.post(url("take_back_form", budget, stack.public_id, 1), form("half")).content.decode()
    assert ("Nummer 1 is teruggenomen." in answer, 'value="half"' in answer) == (True, True)
    wrong = Division.objects.get()
    sheet.refresh_from_db()
    assert (wrong.withdrawn_because, sheet.division, Result(budget).people) == ("Bij vergissing ingetypt", None, 0)
    client.post(url("type_form", budget, stack.public_id), form("2000", sheet="7"))
    assert [(one.number, one.withdrawn_at is None) for one in Division.objects.order_by("pk")] == [(1, False), (2, True)]


def test_after_the_sitting_a_form_stays(cast, budget, move_clock):
    stack = make.budget_stack(cast, budget)
    make.typed(stack, 1_000)
    move_clock(hours=13)
    with pytest.raises(Refused):
        actions.take_back_form(stack=stack, number=1, by=cast.officer)
    with pytest.raises(Refused):
        actions.take_back_form(stack=stack, number=9, by=cast.officer)


def test_above_the_ceiling_on_paper_it_says_so_and_what_was_typed_stays(cast, client_of, budget):
    stack = make.budget_stack(cast, budget)
    answer = client_of(cast.officer).post(url("type_form", budget, stack.public_id), form("20000", "20000"))
    page = answer.content.decode().replace("\xa0", " ")
    assert ("Dat is € 10.000 te veel" in page, 'value="20000"' in page, Division.objects.exists()) == (True, True, False)


@pytest.mark.parametrize(("days", "refused"), [(1, True), (0, False), (-3, False), (-4, True)])
def test_only_forms_of_days_on_which_people_could_divide_are_typed_in(cast, client_of, budget, days, refused):
    day = (clock.today() + dt.timedelta(days=days)).isoformat()
    answer = client_of(cast.officer).post(url("begin_stack", budget), {"channel": "paper", "divided_on": day})
    assert (answer.status_code == 200) is refused
    if refused:
        assert list(answer.context["form"].errors) == ["divided_on"]


def test_paper_is_typed_in_after_closing_until_its_last_day(cast, client_of, move_clock):
    budget = make.budget(cast, state="typing")
    stack = make.budget_stack(cast, budget)
    actions.type_form(stack=stack, by=cast.officer, code=CODE, amounts={1: 5_000})
    move_clock(days=5)
    with pytest.raises(Refused):
        actions.type_form(stack=stack, by=cast.officer, code="x", amounts={1: 5_000})
    said = f"Papieren formulieren konden worden ingevoerd tot en met {dates.day(budget.paper_until)}."
    for page in ("type_form", "set_form_aside"):
        answer = client_of(cast.officer).post(url(page, budget, stack.public_id), form("123"))
        assert (answer.status_code, said in answer.content.decode()) == (403, True)


def test_only_officers_and_community_workers_type_and_only_their_own_stack(cast, client_of, budget):
    stack = make.budget_stack(cast, budget, by=cast.community_worker)
    statuses = {name: client_of(one).get(url("begin_stack", budget)).status_code for name, one in cast.people().items()}
    typists = {name for name, status in statuses.items() if status == 200}
    assert typists == {"officer", "buyer", "lawyer", "contract_manager", "area_manager", "secretary", "community_worker"}
    own = {name for name, one in cast.people().items() if Stack.objects.visible_to(one).exists()}
    assert own == {"community_worker"}
    assert client_of(cast.officer).get(url("type_form", budget, stack.public_id)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_more(cast, client_of, statements, budget, count):
    stack = make.budget_stack(cast, budget)
    for _one in range(count):
        make.typed(stack, 1_000)
    client = client_of(cast.officer)
    with statements() as sent:
        client.get(url("type_form", budget, stack.public_id))
    assert len(sent) == 7


@pytest.mark.parametrize("page", ["print_sheets", "begin_stack"])
def test_on_a_wrong_day_the_page_says_which_day_and_not_that_the_role_is_missing(cast, client_of, page):
    over = make.budget(cast, state="counted")
    answer = client_of(cast.officer).get(url(page, over))
    said = f"Deze begroting sloot op {dates.day(over.closes_on)}."
    assert (answer.status_code, said in answer.content.decode()) == (403, True)
    assert "Deze begroting sloot" not in client_of(cast.resident).get(url(page, over)).content.decode()
