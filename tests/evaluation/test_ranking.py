"""The ranking of own scores: what the database sums is what the arithmetic says, and what people read of it."""

import pytest
from django.utils import translation

from bids.models import OpenedBid
from evaluation import scoring
from evaluation.fetch import lot_for
from evaluation.models import Score, Seat
from evaluation.ranking import Ranking
from tenders.models import Lot
from tenders.steps import Step
from tests import make

# Criteria of 60 and 40; three members. What they gave to A, B and C on each.
POINTS = [
    {"A": [10, 4], "B": [8, 8], "C": [2, 6]},
    {"A": [10, 8], "B": [6, 8], "C": [4, 6]},
    {"A": [10, 6], "B": [6, 10], "C": [6, 6]},
]


@pytest.fixture(autouse=True)
def _in_dutch():
    with translation.override("nl"):
        yield


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def bids(cast, tender):
    return make.opened_bids(cast, tender)


@pytest.fixture
def seats(cast, tender, bids):
    found = make.committee(cast, Lot.objects.get(tender=tender))
    make.scores(found, bids, POINTS)
    return found


def ranking(cast, tender, page=1) -> Ranking:
    return Ranking(lot_for(cast.fresh().secretary, tender.slug, 1, "evaluation.view_ranking"), page)


def test_the_order_is_by_the_weighted_mean_of_all_members(cast, tender, seats):
    # A: 60 % of 10 and 40 % of 6; B: 60 % of 20/3 and 40 % of 26/3; C: 60 % of 4 and 40 % of 6.
    found = ranking(cast, tender)
    assert [(one.letter, one.place, one.points) for one in found.page] == [("A", 1, 840), ("B", 2, 747), ("C", 3, 480)]


def test_units_hold_how_often_each_grade_was_given(cast, tender, seats, bids):
    letters = {bid.pk: bid.letter for bid in bids}
    found = ranking(cast, tender)
    counts = {letters[bid]: rows for bid, rows in zip(found.tallies.bids.tolist(), found.counts.tolist(), strict=True)}
    assert {(letter, place): tuple(one) for letter, rows in counts.items() for place, one in enumerate(rows)} == {
        ("A", 0): (0, 0, 0, 0, 3),
        ("B", 0): (0, 0, 2, 1, 0),
        ("C", 0): (1, 1, 1, 0, 0),
        ("A", 1): (0, 1, 1, 1, 0),
        ("B", 1): (0, 0, 0, 2, 1),
        ("C", 1): (0, 0, 3, 0, 0),
    }
    units = [one for rows in counts.values() for one in rows]
    assert found.agreement == pytest.approx(scoring.agreement(units, [2, 4, 6, 8, 10]))


def test_the_talk_begins_where_they_lie_furthest_apart(cast, tender, seats):
    found = ranking(cast, tender).talk_first
    assert [(one["bid"].letter, one["criterion"].name, one["given"], one["first"]) for one in found] == [
        ("A", "Samen", ["1 lid: matig", "1 lid: voldoende", "1 lid: goed"], True),
        ("C", "Het werkt", ["1 lid: onvoldoende", "1 lid: matig", "1 lid: voldoende"], True),
        ("B", "Het werkt", ["2 leden: voldoende", "1 lid: goed"], False),
    ]


def test_it_says_in_words_when_another_would_come_first(cast, tender, seats):
    found = ranking(cast, tender)
    assert (found.unchanged, len(found.variations)) == (5, 6)
    assert found.exceptions == ["Zonder “Het werkt” komt Welzijn Groot op de eerste plaats."]


def test_equal_totals_share_the_first_place(cast, tender, bids):
    make.scores(make.committee(cast, Lot.objects.get()), bids, {"A": [8, 6], "B": [8, 6], "C": [2, 2]})
    found = ranking(cast, tender)
    assert [(one.letter, one.place) for one in found.page] == [("A", 1), ("B", 1), ("C", 3)]
    assert [one.letter for one in found.firsts] == ["A", "B"]
    assert found.talk_first == []
    assert found.exceptions == []


def test_who_left_and_what_was_set_aside_do_not_count(cast, tender, seats, bids):
    Seat.objects.filter(pk=seats[0].pk).update(recused_at=seats[0].finished_at)
    OpenedBid.objects.filter(letter="C").update(set_aside_at=bids[2].opened_at)
    found = ranking(cast, tender)
    assert [(one.letter, one.points) for one in found.page] == [("A", 880), ("B", 720)]
    assert [seat.person.name for seat in found.seats] == ["Cor Commissie", "Wouter Wijk"]


def test_all_agree_or_there_is_nothing_to_compare(cast, tender, bids):
    make.scores(make.committee(cast, Lot.objects.get()), bids)
    found = ranking(cast, tender)
    assert found.agreement is None
    assert found.agreement_words.startswith("Alle leden gaven overal hetzelfde oordeel")


def test_the_table_says_what_the_picture_shows(cast, tender, seats):
    columns, rows = ranking(cast, tender).table
    assert columns == ["Criterium", "Plan", ("Lena Lid", "n"), ("Cor Commissie", "n"), ("Wouter Wijk", "n"), ("Gemiddeld", "n")]
    assert rows[0] == ["Het werkt", "Stichting De Werkplaats", 10, 10, 10, "10,00"]
    assert rows[4] == ["Samen", "Welzijn Groot", 8, 8, 10, "8,67"]


def test_many_bids_are_shown_a_page_at_a_time(cast, tender):
    bids = make.opened_bids(cast, tender, count=9)
    make.scores(make.committee(cast, Lot.objects.get()), bids, {"I": [10, 10]})
    assert [one.letter for one in ranking(cast, tender).page] == ["I", "A", "B", "C", "D", "E", "F", "G"]
    second = ranking(cast, tender, 2)
    assert [one.letter for one in second.page] == ["H"]
    assert len(second.groups[0]["rows"]) == 1


def test_the_page_shows_order_trust_talk_and_table(cast, client_of, tender, seats):
    page = client_of(cast.fresh().secretary).get(f"/trajecten/{tender.slug}/selectie/perceel/1/rangorde/").content.decode()
    words = ("8,40", "7,47", "5 van 6 keer", "Praat hier eerst over", "Gewogen gemiddelde", "Zonder “Het werkt”")
    assert [word for word in words if word.lower() not in page.lower()] == []
    assert Score.objects.count() == 18
