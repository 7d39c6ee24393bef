"""Who holds a blank form reads where to hand it in and whom to call."""

import pytest

from budgets import papers
from budgets.models import Sheet as BudgetSheet
from dialogues import slips
from dialogues.models import Sheet
from inventory.blank_form import blank_form
from tests import make
from tests.documents.reading import words_on

DESK = "U kunt het hier inleveren: Stadskantoor, Lübeckplein 2."
CALL = "Hebt u een vraag? Bel 14 038."


def words(content: bytes) -> str:
    return " ".join(words_on(content).split("\n"))


@pytest.fixture
def desk(cast):
    cast.municipality.desk = "Stadskantoor,\nLübeckplein 2."
    cast.municipality.save()


def form_of_budget(cast) -> str:
    budget = make.budget(cast, ceiling=2_400_000)
    return words(papers.forms_of(budget, [(BudgetSheet(budget=budget, number=1), "k7wp-93bd")], "https://x.example/"))


def form_of_board(cast) -> str:
    board = make.board(cast)
    return words(blank_form(board, list(board.tasks.for_page()), "https://x.example/"))


def form_of_conversation(cast, **contact) -> str:
    tender = make.tender(cast, **contact)
    make.dialogue(tender)
    return words(slips.forms_of(tender, "Wat mist u?", [(Sheet(tender=tender, number=1), "k7wp-93bd")], "https://x.example/"))


def test_every_blank_form_says_where_it_goes_and_whom_to_call(cast, desk):
    for form in (form_of_budget(cast), form_of_board(cast), form_of_conversation(cast, contact_person="", contact_phone="")):
        assert (DESK in form, CALL in form) == (True, True)


def test_of_a_tender_its_contact_person_is_called(cast, desk):
    form = form_of_conversation(cast, contact_person="Fatma Yılmaz", contact_phone="038 498 1234")
    assert "Fatma Yılmaz: 038 498 1234." in form


def test_without_a_desk_or_a_number_nothing_of_it_is_said(cast):
    cast.municipality.phone = cast.municipality.desk = ""
    cast.municipality.save()
    assert "inleveren:" not in form_of_board(cast) + form_of_budget(cast)


def test_an_amount_is_never_cut_in_two(cast):
    assert "€\u00a024.000" in form_of_budget(cast).replace("\u0020", "_")
