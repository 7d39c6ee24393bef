"""The dated values of law: what holds on a day, and what is said when nothing does."""

import datetime as dt

import pytest

from tenders.law.values import Certainty, Force, Lapsed, Value, all_values, read_values, value


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "name, day, number",
    [
        ("services_threshold", "2025-12-31", 221_000),
        ("services_threshold", "2026-01-01", 216_000),
        ("services_threshold", "2027-12-31", 216_000),
        ("works_threshold", "2026-06-01", 5_404_000),
        ("concessions_threshold", "2026-06-01", 5_404_000),
        ("social_threshold", "2024-06-01", 750_000),
        ("social_threshold", "2031-06-01", 750_000),
        ("de_minimis", "2023-12-31", 200_000),
        ("de_minimis", "2024-01-01", 300_000),
        ("open_bids", "2026-06-01", 45),
        ("restricted_requests", "2026-06-01", 30),
        ("restricted_bids", "2026-06-01", 40),
        ("standstill_days", "2026-06-01", 20),
        ("objection_weeks", "2026-06-01", 6),
    ],
)
def test_a_value_is_the_one_of_its_day(name, day, number):
    assert value(name, on=d(day)).number == number


def test_a_value_says_where_it_comes_from_and_until_when_it_holds():
    assert value("services_threshold", on=d("2026-11-21")) == Value(
        id="services_threshold",
        number=216_000,
        unit="euro",
        valid_from=d("2026-01-01"),
        valid_to=d("2027-12-31"),
        source="Gedelegeerde Verordeningen (EU) 2025/2150, 2151 en 2152",
        certainty=Certainty.SURE,
        force=Force.HARD,
    )
    assert value("services_threshold", on=d("2026-11-21")).cents == 21_600_000


def test_a_lapsed_value_says_so_instead_of_answering():
    with pytest.raises(Lapsed) as lapsed:
        value("services_threshold", on=d("2028-01-01"))
    assert (lapsed.value.id, lapsed.value.on, lapsed.value.until) == ("services_threshold", d("2028-01-01"), d("2027-12-31"))


def test_a_value_from_before_its_first_row_is_not_known_either():
    with pytest.raises(Lapsed) as lapsed:
        value("services_threshold", on=d("2023-12-31"))
    assert lapsed.value.until is None


def test_a_misspelt_name_is_an_error_and_no_silence():
    with pytest.raises(KeyError):
        value("service_threshold", on=d("2026-01-01"))


def test_days_are_no_money():
    with pytest.raises(TypeError):
        _ = value("standstill_days", on=d("2026-01-01")).cents


def test_every_row_has_a_source():
    assert [row.id for rows in all_values().values() for row in rows if not row.source] == []


@pytest.mark.parametrize(
    "second, complaint",
    [
        ('valid_from = 2024-06-01\nunit = "days"', "two rows of a hold on 2024-06-01"),
        ('valid_from = 2025-01-01\nvalid_to = 2024-12-31\nunit = "days"', "values.toml"),
        ('valid_from = 2025-01-01\nunit = "moons"', "values.toml"),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_at_start(tmp_path, second, complaint):
    row = '[[value]]\nid = "a"\nvalue = 1\nsource = "s"\ncertainty = "sure"\nforce = "hard"\n'
    first = 'valid_from = 2024-01-01\nvalid_to = 2024-12-31\nunit = "days"\n'
    (tmp_path / "values.toml").write_text(f"{row}{first}{row}{second}\n")
    with pytest.raises(ValueError, match=complaint):
        read_values(tmp_path / "values.toml")
