"""Who is missing: participants beside who lives there, in words, on a chart, in a table and as CSV; never of a few."""

import csv
import io

import pytest
from django.urls import reverse

from areas.models import Area, FigureSet
from dialogues.tasks import name_missing_anew
from events import log
from tenders.bars import single_bar
from tests import make


def show(client, tender, name="show_missing"):
    return client.get(reverse(f"dialogues:{name}", args=[tender.slug]))


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def dialogue(cast):
    made = make.dialogue(make.tender(cast))
    make.figures(cast.municipality, young=300, adult=300, older=200, old=200, women=500, men=500, population=1000, alone=250)
    for many, age, sex in ((2, "15-24", "man"), (20, "25-44", "woman"), (30, "45-64", "woman"), (38, "65+", "man")):
        make.told_about_oneself(made, many=many, answers={"age": age, "sex": sex, "household": "together"})
    return made


def test_the_most_missing_groups_are_named_in_a_sentence_on_both_pages(cast, client_of, dialogue):
    people = "mensen van 15 tot en met 24 jaar en mensen die alleen wonen"
    for person in (cast.visitor, cast.guide, cast.officer):
        page = text_of(show(client_of(person), dialogue.tender))
        assert f"Wij missen nog {people}. Zij wonen hier, maar doen minder mee dan anderen." in page
    assert f"Wij missen nog {people}." in text_of(show(client_of(cast.visitor), dialogue.tender, "show_dialogue"))


def test_a_group_of_fewer_than_ten_has_no_number_in_chart_table_or_file(cast, client_of, dialogue):
    response = show(client_of(cast.visitor), dialogue.tender)
    age = response.context["tables"][0]
    assert age.rows == [
        ["15 tot en met 24 jaar", "minder dan 10", "–", "30", "–"],
        ["25 tot en met 44 jaar", "niet getoond", "–", "30", "–"],
        ["45 tot en met 64 jaar", "30", "33", "20", "167"],
        ["65 jaar of ouder", "40", "44", "20", "222"],
    ]
    assert [bar[1] for bar in age.bars] == [0, 0, 33, 44]
    assert [bar[3] for bar in age.bars] == ["minder dan 10 mensen", "niet getoond", "33 van 100", "44 van 100"]
    assert "90 mensen zeiden het, afgerond op vijf." in text_of(response)
    file = show(client_of(cast.visitor), dialogue.tender, "export_missing")
    rows = list(csv.reader(io.StringIO(file.content.decode())))
    assert rows[1:4] == [
        ["Hoe oud bent u?", "15 tot en met 24 jaar", "", "90", "", "30", ""],
        ["Hoe oud bent u?", "25 tot en met 44 jaar", "", "90", "", "30", ""],
        ["Hoe oud bent u?", "45 tot en met 64 jaar", "30", "90", "33", "20", "167"],
    ]
    assert file.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_who_lives_there_is_drawn_too_where_more_take_part_than_live_there():
    for here, there in ((33, 20), (20, 33), (20, 20)):
        assert single_bar(here, 33, planned=there).count("stroke-width") == 1, (here, there)


@pytest.mark.parametrize("few", [0, 1, 3, 9])
def test_the_total_less_the_groups_that_are_shown_is_no_small_group(cast, client_of, few):
    """Whoever subtracts finds two groups together, and never how many are in either; in the chart, the table and the file."""
    made = make.dialogue(make.tender(cast))
    make.figures(cast.municipality, young=300, adult=300, older=200, old=200)
    for many, age in ((21, "25-44"), (33, "45-64"), (42, "65+"), (few, "15-24")):
        make.told_about_oneself(made, many=many, answers={"age": age})
    file = show(client_of(cast.visitor), made.tender, "export_missing").content.decode()
    rows = [row for row in csv.reader(io.StringIO(file)) if row[0] == "Hoe oud bent u?"]
    hidden, shown = [row for row in rows if not row[2]], [int(row[2]) for row in rows if row[2]]
    assert ([row[4] for row in hidden], len(hidden)) == (["", ""], 2)
    assert int(rows[0][3]) - sum(shown) >= 10 + few  # it holds a group of ten or more, and is rounded
    [bars] = [one.bars for one in show(client_of(cast.visitor), made.tender).context["tables"] if one.title == "Leeftijd"]
    assert [bar[1] for bar in bars].count(0) == 2


def test_the_source_and_how_it_is_counted_stand_on_the_page(cast, client_of, dialogue):
    page = text_of(show(client_of(cast.visitor), dialogue.tender))
    assert "Wie er woont: CBS 2024 (CC BY 4.0), overgenomen op" in page
    assert "Een groep van minder dan tien mensen laten wij nooit zien." in page


def test_with_too_few_people_nothing_is_shown(cast, client_of):
    made = make.dialogue(make.tender(cast))
    make.told_about_oneself(made, many=9)
    page = text_of(show(client_of(cast.officer), made.tender))
    assert "Nog te weinig mensen zeiden wie zij zijn" in page
    assert "Wij missen" not in text_of(show(client_of(cast.visitor), made.tender, "show_dialogue"))
    assert len(show(client_of(cast.visitor), made.tender, "export_missing").content.decode().splitlines()) == 1


def test_without_area_figures_nothing_is_compared(cast, client_of, dialogue):
    tender = make.tender(cast, municipality=cast.other_municipality)
    made = make.dialogue(tender)
    FigureSet.objects.create(municipality=cast.other_municipality, year=2024, source="leeg", licence="-", file_sha256="x")
    make.told_about_oneself(made, many=30)
    assert show(client_of(cast.visitor), tender).context["tables"] == []


def test_a_dialogue_about_some_areas_is_held_against_who_lives_in_those(cast, client_of):
    tender = make.tender(cast, lots=2)
    areas = [Area.objects.create(municipality=cast.municipality, name=name, population=400) for name in ("Noord", "Zuid")]
    for lot, area in zip(tender.lots.all(), areas, strict=True):
        type(lot).objects.filter(pk=lot.pk).update(area=area)
        make.figures(cast.municipality, area=area, young=10, adult=10, older=10, old=370)
    make.figures(cast.municipality)  # the whole municipality is otherwise
    made = make.dialogue(tender)
    make.told_about_oneself(made, many=40, answers={"age": "65+", "area": areas[0]})
    found = show(client_of(cast.visitor), tender).context["missing"]
    assert str(found.around) == "Noord, Zuid"
    assert found.people == "mensen uit Zuid"
    assert "Wij missen nog mensen uit Zuid." in text_of(show(client_of(cast.visitor), tender, "show_dialogue"))


def test_new_area_figures_name_the_missing_groups_anew(cast, client_of, dialogue):
    newer = make.figures(
        cast.municipality, year=2025, young=1, adult=200, older=400, old=399, women=500, men=500, alone=1, population=1000
    )
    event = log.record("areas.figures_loaded", by=None, thing=cast.municipality, year=newer.year)
    assert name_missing_anew(event.pk) == 1
    assert "Wij missen" not in text_of(show(client_of(cast.visitor), dialogue.tender, "show_dialogue"))


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_takes_the_same_statements_however_many_areas_there_are(cast, client_of, statements, many, dialogue):
    for number in range(many):
        Area.objects.create(municipality=cast.municipality, name=f"Wijk {number}", population=100)
    client = client_of(cast.visitor)
    show(client, dialogue.tender)
    with statements() as sent:
        assert show(client, dialogue.tender).status_code == 200
    assert len(sent) == 7


def test_a_dialogue_that_is_not_public_shows_who_is_missing_to_nobody_else(cast, client_of):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False)
    assert [show(client_of(one), tender).status_code for one in (cast.visitor, cast.stranger, cast.officer)] == [404, 404, 200]
