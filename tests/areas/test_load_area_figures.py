"""Loading a file of CBS: what is new, changed and skipped is told; a wrong file is refused with row and column; all or nothing."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import Municipality
from areas.actions import add_known_areas
from areas.groups import AgeBand, Household, Question, inhabitants_of, population_of, populations_of, residents_of
from areas.models import Area, AreaKind, Figure, FigureSet, Measure
from events.models import Event
from tests import make

HEADING = "gwb_code_10,regio,recs,a_inw,a_15_24,a_25_44,a_45_64,a_65_oo,a_hh,a_1p_hh,p_koopw"
LINES = (
    "GM0193,Zwolle,Gemeente,1003,.,400,200,150,600,350,50",
    "WK019301,Wijk 01 Holtenbroek,Wijk,1000,250,400,200,150,600,350,50",
    'BU01930101,"Bachlaan, Havelaan e.o.",Buurt,1000,250,400,200,150,600,350,50',
    "BU01930102,Industrieterrein Voorst,Buurt,0,0,0,0,0,0,0,.",
    "GM0150,Deventer,Gemeente,99999,1,1,1,1,1,1,1",
)


@pytest.fixture
def load(tmp_path, cast):
    """Run the command on these lines; gives what it said."""

    def run(*lines, heading=HEADING, year=2023, **options):
        file = tmp_path / "kwb.csv"
        content = "\n".join([heading, *lines])
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = io.StringIO()
        call_command("load_area_figures", str(file), municipality="zwolle", year=year, stdout=out, **options)
        return out.getvalue()

    return run


def test_districts_and_neighbourhoods_come_with_their_codes_and_people(load, cast):
    load(*LINES)
    areas = Area.objects.filter(municipality=cast.municipality).order_by("code")
    assert [(a.code, a.name, a.kind, a.parent and a.parent.code, a.population) for a in areas] == [
        ("BU01930101", "Bachlaan, Havelaan e.o.", AreaKind.NEIGHBOURHOOD, "WK019301", 1000),
        ("BU01930102", "Industrieterrein Voorst", AreaKind.NEIGHBOURHOOD, "WK019301", 0),
        ("WK019301", "Holtenbroek", AreaKind.DISTRICT, None, 1000),
    ]
    assert [area.name for area in Area.objects.lived_in().order_by("code")] == ["Bachlaan, Havelaan e.o.", "Holtenbroek"]


def test_figures_keep_their_source_licence_year_and_day(load, cast):
    load(*LINES)
    kept = FigureSet.objects.get()
    assert (kept.year, kept.source, kept.licence) == (2023, "CBS, Kerncijfers wijken en buurten 2023", "CC BY 4.0")
    assert kept.loaded_at is not None


def test_a_point_is_missing_and_not_zero(load, cast):
    load(*LINES)
    young = {figure.area and figure.area.code: figure.value for figure in Figure.objects.filter(measure=Measure.AGE_15_24)}
    assert young == {None: None, "WK019301": 250, "BU01930101": 250, "BU01930102": 0}


def test_the_same_file_again_changes_nothing_and_says_so(load, cast):
    first = load(*LINES)
    assert "areas: 3 new, 0 changed" in first
    assert "1 lines of other municipalities" in first
    assert "Industrieterrein Voorst (BU01930102): nobody lives there" in first
    assert "column a_man: not in this file" in first
    events = Event.objects.count()
    again = load(*LINES)
    assert "areas: 0 new, 0 changed" in again
    assert "figures: 0 new, 0 changed, 28 as they were" in again
    assert Event.objects.count() == events == 1


def test_a_better_file_of_the_same_year_changes_only_what_differs(load, cast):
    load(*LINES)
    said = load(*LINES[:3], LINES[3].replace("Voorst,Buurt,0", "Voorst,Buurt,15"))
    assert "areas: 0 new, 1 changed" in said
    assert "Industrieterrein Voorst (BU01930102): population" in said
    assert "figures: 0 new, 1 changed" in said


def test_an_older_year_leaves_the_newest_count_of_people(load, cast):
    load(*LINES, year=2024)
    load(*[line.replace("1000", "900") for line in LINES], year=2023)
    area = Area.objects.get(code="WK019301")
    assert (area.population, population_of(area, 2023), population_of(area)) == (1000, 900, 1000)


def test_an_area_that_was_typed_here_takes_its_code(load, cast):
    typed = Area.objects.create(municipality=cast.municipality, name="Holtenbroek")
    load(*LINES)
    typed.refresh_from_db()
    assert (typed.code, typed.kind) == ("WK019301", AreaKind.DISTRICT)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("BU01930103,Aa,Buurt,-5,1,1,1,1,1,1,1", "line 3, column a_inw: “-5” is no number of people or households"),
        ("BU01930103,Aa,Buurt,5,1,x,1,1,1,1,1", "line 3, column a_25_44: “x” is no number of people or households"),
        ("BU0193010,Aa,Buurt,5,1,1,1,1,1,1,1", "line 3, column gwb_code_10: “BU0193010” is no code"),
        ("BU01930203,Aa,Buurt,5,1,1,1,1,1,1,1", "line 3, column gwb_code_10: the district WK019302 of this neighbourhood is not"),
        ("WK019301,Aa,Wijk,5,1,1,1,1,1,1,1", "line 3, column gwb_code_10: WK019301 stands in the file twice"),
        ("WK019302,,Wijk,5,1,1,1,1,1,1,1", "line 3, column regio: a name has 1 to 120 letters"),
        ("WK019302,Aa,Wijk,5,1,1", "line 3, column -: 6 cells, and the heading has 11"),
        ('WK019302,"Aa,Wijk,5', "line 3, column -: this line cannot be read"),
        ("WK019302,Aa,Wijk,99999999999,1,1,1,1,1,1,1", "line 3, column a_inw"),
        ("WK019302,Aa,Wijk,٣,1,1,1,1,1,1,1", "line 3, column a_inw"),
    ],
)
def test_a_mistake_is_named_by_line_and_column_and_nothing_is_written(load, cast, line, problem):
    with pytest.raises(CommandError) as refused:
        load(LINES[1], line)
    assert problem in str(refused.value)
    assert (Area.objects.count(), FigureSet.objects.count(), Figure.objects.count()) == (0, 0, 0)


def test_a_file_of_something_else_of_another_place_or_of_another_year_is_refused(load, cast):
    with pytest.raises(CommandError, match="line 1, column regio: this column is not there"):
        load("1,2", heading="gwb_code_10,a_inw")
    with pytest.raises(CommandError, match=r"no line is about this municipality \(GM0193\)"):
        load(LINES[4])
    load(*LINES)
    with pytest.raises(CommandError, match="this file was loaded as 2023 already"):
        load(*LINES, year=2022)
    with pytest.raises(CommandError, match="The year is from 2004"):
        load(*LINES, year=1999)
    with pytest.raises(CommandError, match="There is no municipality"):
        call_command("load_area_figures", "x.csv", municipality="nergens", year=2023)


def test_an_export_with_semicolons_a_mark_and_padded_codes_is_read(load, cast):
    load("WK019301  ; Wijk 01 Holtenbroek ;  1000", heading="\ufeffgwb_code_10;regio;a_inw")
    assert [(area.code, area.population) for area in Area.objects.all()] == [("WK019301", 1000)]


def test_two_neighbourhoods_may_have_the_same_name(load, cast):
    load(LINES[1], "BU01930103,Verspreide huizen,Buurt,5,1,1,1,1,1,1,1", "BU01930104,Verspreide huizen,Buurt,5,1,1,1,1,1,1,1")
    assert Area.objects.filter(name="Verspreide huizen").count() == 2


def test_residents_are_told_by_group_and_a_missing_count_of_one_area_is_missing_of_all(load, cast):
    load(*LINES)
    district, empty = Area.objects.get(code="WK019301"), Area.objects.get(code="BU01930102")
    there = residents_of(cast.municipality.pk, [district])
    assert there.of(Question.AGE) == {"15-24": 250, "25-44": 400, "45-64": 200, "65+": 150}
    assert there.share(Question.AGE, AgeBand.FROM_15) == 0.25
    assert there.of(Question.HOUSEHOLD) == {Household.ALONE: 350, Household.TOGETHER: 650}
    assert there.of(Question.SEX) == {}  # the file has no such columns
    assert residents_of(cast.municipality.pk).of(Question.AGE) == {}  # a point in the row of the municipality
    assert residents_of(cast.municipality.pk, [empty]).of(Question.AGE) == {}  # nobody lives there: no division by zero
    assert populations_of(cast.municipality.pk) == {area.pk: area.population for area in Area.objects.all()}


def test_the_project_s_own_table_gives_a_fresh_municipality_its_areas_once(cast):
    utrecht = type(cast.municipality).objects.create(name="Utrecht", slug="utrecht", code="GM0344")
    assert add_known_areas(municipality=utrecht) == 27
    assert add_known_areas(municipality=utrecht) == 0
    assert add_known_areas(municipality=cast.municipality) == 4
    assert Area.objects.get(name="Overvecht").parts.count() == 10
    kept = FigureSet.objects.get(municipality=utrecht)
    assert (kept.source, kept.licence) == ("CBS, Kerncijfers wijken en buurten 2024", "CC BY 4.0")
    assert round(100 * residents_of(utrecht.pk).share(Question.HOUSEHOLD, Household.ALONE)) == 27


def test_a_municipality_that_the_operator_adds_has_areas_at_once(cast, client_of):
    data = {"name": "Utrecht", "slug": "utrecht", "code": "GM0344", "phone": "14 030"}
    assert client_of(cast.operator).post(reverse("portal:add_municipality"), data).status_code == 302
    utrecht = Municipality.objects.get(code="GM0344")
    districts = Area.objects.filter(municipality=utrecht, kind=AreaKind.DISTRICT)
    assert districts.count() == 10
    figures = FigureSet.objects.get(municipality=utrecht)
    assert inhabitants_of(districts.filter(name="Overvecht"), figures) == {districts.get(name="Overvecht").pk: 35_255}
    assert inhabitants_of(Area.objects.filter(municipality=cast.municipality), figures) == {}


def test_a_lot_in_an_area_has_its_people_and_the_choice_says_what_each_area_is(load, cast, client_of):
    load(*LINES)
    tender, area = make.tender(cast), Area.objects.get(code="WK019301")
    address = reverse("tenders:edit_lot", args=[tender.slug, 1])
    page = client_of(cast.officer).get(address).content.decode()
    group = page.index('label="Holtenbroek (wijk)"')
    assert group < page.index("Heel Holtenbroek") < page.index("Bachlaan, Havelaan e.o.")
    client_of(cast.officer).post(address, {"name": "Noord", "area": area.pk, "inhabitants": "", "budget": "", "vat": "none"})
    assert tender.lots.get().inhabitants == 1000
