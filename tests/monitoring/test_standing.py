"""How an indicator stands, in words: status, finding and summary from its numbers alone."""

import datetime as dt

import pytest

from monitoring.models import Indicator, Measurement
from monitoring.standing import Standing, summary

JAN = dt.date(2027, 1, 20)


def _standing(*values, name="Klus", **facts) -> Standing:
    indicator = Indicator(name=name, unit="van elke 100", **({"baseline": 38, "target": 60} | facts))
    days = [dt.date(2025, 3 * number, 28) for number in range(1, len(values) + 1)]
    return Standing(indicator, [Measurement(measured_on=day, value=value) for day, value in zip(days, values, strict=True)])


@pytest.mark.parametrize(
    ("values", "facts", "status", "compared"),
    [
        ((), {}, "Nog niet gemeten", ""),
        ((63,), {}, "Op koers", "Beter dan afgesproken. De afspraak is 60."),
        ((60,), {}, "Op koers", "Precies zoals afgesproken: 60."),
        ((59,), {}, "Praten wij over", "Nog niet zoals afgesproken. De afspraak is 60."),
        ((7,), {"target": 10, "lower_is_better": True}, "Op koers", "Beter dan afgesproken. De afspraak is 10."),
        ((11,), {"target": 10, "lower_is_better": True}, "Praten wij over", "Nog niet zoals afgesproken. De afspraak is 10."),
        ((0,), {"target": 0}, "Op koers", "Precies zoals afgesproken: 0."),
        ((63,), {"target": None}, "Wij volgen dit", ""),
    ],
)
def test_the_status_is_a_word_and_below_is_no_failure(values, facts, status, compared):
    standing = _standing(*values, **facts)
    assert (standing.status[1], standing.compared) == (status, compared)


def test_the_finding_says_where_it_was_and_where_it_is():
    assert _standing(41, 63).finding == "Nu 63 van elke 100. Aan het begin 38."
    assert _standing(63, baseline=None).finding == "Nu 63 van elke 100."
    assert _standing().finding == "Dit is nog niet gemeten."


def test_the_chart_begins_with_the_baseline():
    assert _standing(41, 63).points == [("begin", 38), ("mrt 2025", 41), ("juni 2025", 63)]
    assert (_standing(41).has_chart, _standing(41, baseline=None).has_chart) == (True, False)


def test_the_summary_tells_good_and_bad_in_four_sentences():
    standings = [_standing(63), _standing(10, name="Werk", target=15, baseline=6), _standing()]
    assert summary(standings, JAN) == [
        "1 van de 2 dingen die wij tellen, gaan zoals afgesproken.",
        "“Klus” ging van 38 naar 63.",
        "Nog niet zoals afgesproken: “Werk”.",
        "Daarover praten wij op 20 januari 2027.",
    ]


def test_without_measurements_or_without_anything_it_says_so():
    assert summary([_standing()]) == ["Er is nog niets gemeten. Hieronder staat wat gemeten wordt."]
    assert summary([]) == []
