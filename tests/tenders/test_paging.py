"""A page of a list in one statement."""

import pytest

from tenders.models import Question
from tenders.paging import page_of
from tests import make


@pytest.fixture
def numbers(cast):
    tender = make.tender(cast)
    Question.objects.bulk_create(Question(tender=tender, number=n, text="Mag dit?", asked_by=cast.resident) for n in range(1, 26))
    return Question.objects.filter(tender=tender).order_by("number")


@pytest.mark.parametrize(
    ("asked", "number", "first", "last", "statements_sent"),
    [
        (None, 1, 1, 10, 1),
        ("2", 2, 11, 20, 1),
        ("3", 3, 21, 25, 1),
        ("4", 3, 21, 25, 3),
        ("0", 1, 1, 10, 1),
        ("-1", 1, 1, 10, 1),
        ("²", 1, 1, 10, 1),
        ("9" * 5000, 3, 21, 25, 3),
    ],
)
def test_a_number_leads_to_its_page_or_the_nearest(numbers, statements, asked, number, first, last, statements_sent):
    with statements() as sent:
        page = page_of(numbers, asked, 10)
        found = [row.number for row in page.object_list]
    assert (page.number, found[0], found[-1], page.paginator.num_pages) == (number, first, last, 3)
    assert len(sent) == statements_sent


def test_an_empty_list_has_one_page_without_rows(numbers, statements):
    with statements() as sent:
        page = page_of(numbers.none(), None, 10)
    assert (list(page.object_list), page.number, page.has_other_pages(), len(sent)) == ([], 1, False, 0)
