"""A form on paper that came in and does not count: kept with what stands on it, counted apart, and told to who has its code."""

import secrets

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from budgets import actions
from budgets.models import Aside, Division, Sheet
from budgets.result import Result
from events.models import Event
from tenders.codes import hash_code
from tenders.refusal import Refused
from tests import make

CODE = "2222-3333-4444"
OFFER = "Telt niet mee: samen meer dan € 30.000"


@pytest.fixture
def budget(cast):
    return make.budget(cast)


@pytest.fixture
def stack(cast, budget):
    return make.budget_stack(cast, budget)


def url(page: str, stack, *more) -> str:
    return reverse(f"budgets:{page}", args=[stack.budget.public_id, stack.public_id, *more])


def form(first="", second="", **more) -> dict:
    return {"entry_1": first, "entry_2": second, "sheet": "", "because": "", "once": secrets.token_urlsafe(12), **more}


def words(response) -> str:
    return response.content.decode().replace("\xa0", " ")


def found_by(code=CODE) -> str:
    return words(Client().post("/code/", {"code": code}))


def kept() -> list:
    return [(one.number, one.set_aside, [share.amount for share in one.shares.all()]) for one in Division.objects.order_by("pk")]


def test_above_the_ceiling_one_press_keeps_the_form_with_what_was_typed(cast, client_of, budget, stack):
    make.budget_sheet(cast, budget, number=7, code=CODE)
    client, typed = client_of(cast.officer), form("20000", "20050", sheet="7")
    refused = words(client.post(url("type_form", stack), typed))
    assert "Samen is dit € 40.050. Dat is € 10.050 te veel. Staat dat er zo? Druk dan op “Telt niet mee: samen meer dan" in refused
    assert (refused.index("Bewaren en volgende formulier") < refused.rindex(OFFER), 'value="20050"' in refused) == (True, True)
    answer = words(client.post(url("set_form_aside", stack), typed | {"kind": "too_much"}))
    assert "Nummer 1 is bewaard, en telt niet mee: boven het bedrag." in answer
    assert ("0 formulieren ingetypt" in answer, "1 formulier telt niet mee." in answer) == (True, True)
    assert kept() == [(1, "too_much", [2_000_000, 2_005_000])]
    assert (Sheet.objects.get().division, Division.objects.get().code_hash) == (Division.objects.get(), hash_code(CODE))
    event = Event.objects.get(name="budgets.form_set_aside")
    assert (event.actor_id, event.is_public, event.thing_id) == (cast.officer.pk, True, budget.pk)
    again = words(client.post(url("type_form", stack), form("1000", sheet="7")))
    assert ("Formulier 7 is al ingetypt, en telt niet mee." in again, Division.objects.count()) == (True, 1)


def test_a_form_without_a_number_gets_a_code_and_may_hold_what_nobody_can_give(cast, client_of, stack):
    entry = stack.budget.entries.get(number=1)
    entry.most = 100_000
    entry.save()
    sent = form("2003", kind="otherwise", because=" Twee mensen vulden dit in. ")
    client = client_of(cast.officer)
    answer = client.post(url("set_form_aside", stack), sent)
    again = client.post(url("set_form_aside", stack), sent)
    code = answer.context["code"]
    assert ("De code voor wie het schreef" in words(answer), again.context["code"]) == (True, code)
    assert (kept(), Division.objects.get().withdrawn_because) == ([(1, "otherwise", [200_300])], "Twee mensen vulden dit in.")
    page = client_of(cast.officer).get(url("type_form", stack)).content.decode()
    assert "telt niet mee: om een andere reden: Twee mensen vulden dit in." in page
    assert "Twee mensen vulden dit in." in found_by(code)


def test_with_htmx_the_next_form_comes_and_a_refused_one_stays(cast, client_of, stack):
    client, htmx = client_of(cast.officer), {"HX-Request": "true"}
    done = client.post(url("set_form_aside", stack), form(kind="unreadable"), headers=htmx)
    assert (done.templates[0].name, kept()) == ("budgets/_typed_and_next.html", [(1, "unreadable", [])])
    refused = words(client.post(url("set_form_aside", stack), form("150", kind="otherwise"), headers=htmx))
    assert ("Zeg in één zin waarom" in refused, 'value="150"' in refused, "<html" in refused) == (True, True, False)
    assert Division.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "where", "sentence"),
    [
        (form("20000", kind="otherwise"), "because", "Zeg in één zin waarom dit formulier niet meetelt."),
        (form("20000", kind="otherwise", because="\u200b"), "because", "Zeg in één zin waarom dit formulier niet meetelt."),
        (form("20000", kind="otherwise", because="w" * 301), "because", "300"),
        (form("20000", "10000", kind="too_much"), "__all__", "Samen is dit € 30.000. Dat is niet meer dan € 30.000."),
        (form("20000", kind="vergeten"), "kind", "Iets op deze pagina is niet meer actueel."),
        (form("20000"), "kind", "Iets op deze pagina is niet meer actueel."),
        (form("20000", "veel", kind="unreadable"), "entry_2", "Schrijf een bedrag in euro"),
        (form("20000", "-5", kind="unreadable"), "entry_2", "Een bedrag kan niet onder nul zijn."),
        (form("20000", kind="unreadable", sheet="8"), "sheet", "Er is geen formulier met dit nummer gedrukt."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(cast, client_of, stack, sent, where, sentence):
    answer = client_of(cast.officer).post(url("set_form_aside", stack), sent)
    assert (list(answer.context["form"].errors), Division.objects.count()) == ([where], 0)
    assert (sentence in words(answer), 'value="20000"' in words(answer)) == (True, True)


def test_a_reason_with_the_wrong_button_counts_nothing(cast, client_of, stack):
    answer = client_of(cast.officer).post(url("type_form", stack), form("1000", because="Dubbel."))
    assert (list(answer.context["form"].errors), Division.objects.exists()) == (["because"], False)
    assert ("U schreef waarom dit formulier niet meetelt." in words(answer), "Dubbel." in words(answer)) == (True, True)


def test_it_is_in_no_sum_and_everybody_reads_how_many_and_why(cast, client_of):
    budget = make.budget(cast, state="counted")
    stack = make.budget_stack(cast, budget)
    for _one in range(10):
        make.typed(stack, 10_000, 20_000)
    for kind, because in (("too_much", ""), ("unreadable", ""), ("too_much", ""), ("otherwise", "Van Jan uit de Kerkstraat.")):
        make.form_aside(stack, 25_000, 25_000, kind=kind, because=because)
    make.typed(stack, 1, withdrawn_at=budget.published_at, withdrawn_because="Bij vergissing ingetypt")
    result = Result(budget)
    assert (result.people, result.aside) == (10, {Aside.TOO_MUCH: 2, Aside.UNREADABLE: 1, Aside.OTHERWISE: 1})
    assert [(one.given, one.givers) for one in result.entries] == [(10_000_000, 10), (20_000_000, 10)]
    page = words(client_of(cast.visitor).get(budget.get_absolute_url()))
    assert "4 formulieren telden niet mee: 2 boven het bedrag, 1 onleesbaar, 1 om een andere reden." in page
    assert ("Er deden 10 mensen mee: 10 op papier." in page, "Kerkstraat" in page) == (True, False)


def test_of_one_form_the_result_says_why(cast, client_of):
    budget = make.budget(cast, state="counted")
    make.form_aside(make.budget_stack(cast, budget), kind="unreadable")
    page = words(client_of(cast.visitor).get(budget.get_absolute_url()))
    assert ("1 formulier telde niet mee: onleesbaar." in page, "Niemand verdeelde dit geld." in page) == (True, True)


def test_before_the_result_nobody_reads_how_many_do_not_count(cast, client_of, budget, stack):
    make.form_aside(stack, 25_000, 25_000)
    page = words(client_of(cast.officer).get(budget.get_absolute_url()))
    assert ("niet mee" in page, "Tot nu toe verdeelde" in page) == (False, False)


@pytest.mark.parametrize(
    ("kind", "because", "why"),
    [
        ("too_much", "", "Bij elkaar verdeelde u € 40.000. Er is € 30.000 te verdelen."),
        ("unreadable", "", "Wij konden uw bedragen niet goed lezen"),
        ("otherwise", "U leverde er twee in.", "U leverde er twee in."),
    ],
)
def test_who_has_the_slip_reads_why_and_can_divide_again(cast, budget, stack, kind, because, why):
    make.form_aside(stack, 20_000, 20_000, kind=kind, because=because, code=CODE)
    page = found_by()
    assert ("Uw formulier is binnen, maar het telt niet mee" in page, why in page, "€ 20.000" in page) == (True, True, True)
    assert (reverse("budgets:divide", args=[budget.public_id]) in page, "Verander mijn verdeling" in page) == (True, False)


def test_after_closing_who_has_the_slip_reads_why_and_whom_to_call(cast):
    budget = make.budget(cast, state="typing")
    cast.municipality.phone = "14 038"
    cast.municipality.save()
    make.form_aside(make.budget_stack(cast, budget), code=CODE, kind="unreadable")
    page = found_by()
    assert ("Klopt dit niet? Bel" in page, "14 038" in page) == (True, True)
    assert (reverse("budgets:divide", args=[budget.public_id]) in page, "Dit lazen wij" in page) == (False, False)


def test_what_was_set_aside_is_not_changed_with_its_code(budget, stack):
    aside = make.form_aside(stack, 20_000, 20_000, code=CODE)
    path = reverse("budgets:change_division", args=[budget.public_id])
    answer = words(Client().post(path, {"code": CODE, "entry_1": "100", "version": "1", "once": "a"}))
    assert ("maar het telt niet mee" in answer, kept()) == (True, [(1, "too_much", [2_000_000, 2_000_000])])
    with pytest.raises(Refused):
        actions.change_division(division=aside, version=1, amounts={1: 5_000})


def test_its_slip_says_what_one_finds(budget, stack):
    make.form_aside(stack, 20_000, 20_000, code=CODE)
    answer = Client().post(reverse("portal:print_slip"), {"code": CODE})
    assert (answer["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")


def test_in_the_same_sitting_it_is_taken_back_and_the_form_typed_again(cast, client_of, budget, stack):
    make.budget_sheet(cast, budget, number=7, code=CODE)
    client = client_of(cast.officer)
    client.post(url("set_form_aside", stack), form("20000", "20000", sheet="7", kind="too_much"))
    answer = words(client.post(url("take_back_form", stack, 1), form("half", because="Een halve zin")))
    assert ("Nummer 1 is teruggenomen." in answer, 'value="half"' in answer, "Een halve zin" in answer) == (True, True, True)
    wrong = Division.objects.get()
    assert (wrong.set_aside, wrong.withdrawn_because, Result(budget).aside) == ("", "Bij vergissing ingetypt", {})
    client.post(url("type_form", stack), form("2000", "2000", sheet="7"))
    assert (Result(budget).people, "€ 2.000" in found_by()) == (1, True)


def test_after_the_sitting_and_after_the_last_day_it_stays(cast, client_of, stack, move_clock):
    make.form_aside(stack, 20_000, 20_000)
    move_clock(hours=13)
    with pytest.raises(Refused):
        actions.take_back_form(stack=stack, number=1, by=cast.officer)
    assert "Terugnemen" not in words(client_of(cast.officer).get(url("type_form", stack)))
    move_clock(days=13)
    with pytest.raises(Refused):
        actions.set_form_aside(stack=stack, by=cast.officer, code="x", kind=Aside.UNREADABLE, amounts={})
    assert client_of(cast.officer).post(url("set_form_aside", stack), form(kind="unreadable")).status_code == 403


def test_only_whose_stack_it_is_sets_aside(cast, client_of, stack):
    sent = {name: client_of(one).post(url("set_form_aside", stack), form(kind="unreadable")) for name, one in cast.people().items()}
    assert {name for name, answer in sent.items() if answer.status_code == 200} == {"officer"}
    assert Division.objects.count() == 1
    assert client_of(cast.officer).get(url("set_form_aside", stack)).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"kind": "otherwise"}, {"withdrawn_at": None}, {"stack": None, "number": None, "channel": "online"}]
)
def test_the_database_keeps_no_form_aside_without_a_reason_or_without_paper(stack, wrong):
    aside = {"set_aside": wrong.pop("kind", "too_much")}
    made = make.form_aside(stack, 20_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        Division.objects.filter(pk=made.pk).update(**aside, **wrong)
