"""Taking in a list: what is read, what is refused and where, and that nothing is written before all of it is right."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from areas.models import Area, Theme
from events.models import Event
from inventory import actions
from inventory.models import Line, LineImport, LineKind
from inventory.taking_in import sheets
from inventory.taking_in.columns import COLUMNS, kinds_like
from inventory.taking_in.plan import mark_of, plan_of
from inventory.words import PATHS
from tenders.money import euro_on_page
from tenders.refusal import Changed, Refused
from tests import make

HEAD = "Partij;Taak;Wijk;Thema;Bedrag per jaar;Btw;Begindatum;Einddatum;Opzegtermijn in maanden"
ROW = "Groenwerk Zuid;Groen;Horn;Groen;€ 18.500,50;excl;01-01-2024;31-12-2030;6"


@pytest.fixture
def place(cast):
    Area.objects.create(municipality=cast.municipality, name="Horn", population=3_000)
    Theme.objects.create(municipality=cast.municipality, name="Groen")
    return cast.municipality


def read(cast, file, kind=LineKind.CONTRACT):
    return actions.read_list(municipality=cast.municipality, by=cast.officer, kind=kind, file=file)


def write(cast, waiting, **more):
    seen = mark_of(plan_of(waiting.municipality, waiting.kind, waiting.rows))
    return actions.import_lines(waiting=waiting, by=cast.officer, **({"seen": seen} | more))


def errors_of(cast, *rows, kind=LineKind.CONTRACT):
    waiting, checked = read(cast, make.csv_file(*rows), kind)
    assert waiting is None
    return [(one.row, one.column, one.sentence) for one in checked.errors]


def test_a_list_waits_until_somebody_confirms_it(cast, place):
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW))
    assert (Line.objects.count(), waiting.confirmed_at) == (0, None)
    assert write(cast, waiting) == {"new": 1, "changed": 0, "same": 0}
    line = Line.objects.select_related("area", "theme").get()
    found = (line.kind, line.title, line.party_name, line.area.name, line.theme.name, line.amount, line.vat)
    assert found == ("contract", "Groen", "Groenwerk Zuid", "Horn", "Groen", 1_850_050, "excl")
    assert (line.begins_on, line.ends_on) == (dt.date(2024, 1, 1), dt.date(2030, 12, 31))
    assert (line.notice_months, line.notice_on) == (6, dt.date(2030, 6, 30))
    assert Event.objects.filter(name="inventory.lines_imported").count() == 1


def test_the_same_list_twice_changes_nothing_the_second_time(cast, place):
    for counts in ({"new": 1, "changed": 0, "same": 0}, {"new": 0, "changed": 0, "same": 1}):
        waiting, _checked = read(cast, make.csv_file(HEAD, ROW))
        assert write(cast, waiting) == counts
    assert (Line.objects.count(), Line.objects.get().version) == (1, 1)


def test_a_list_is_written_once_however_often_somebody_confirms(cast, place):
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW))
    write(cast, waiting)
    assert (write(cast, waiting), Line.objects.count()) == ({}, 1)


def test_a_changed_amount_is_told_before_it_is_written(cast, place):
    write(cast, read(cast, make.csv_file(HEAD, ROW))[0])
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW.replace("18.500,50", "20.000")))
    (planned,) = plan_of(place, waiting.kind, waiting.rows)
    assert (planned.state, planned.changes) == ("changed", [("Bedrag per jaar", euro_on_page(1_850_050), euro_on_page(2_000_000))])
    write(cast, waiting)
    assert (Line.objects.get().amount, Line.objects.get().version) == (2_000_000, 2)


def test_a_column_that_is_not_in_the_list_leaves_what_there_was(cast, place):
    write(cast, read(cast, make.csv_file(HEAD, ROW))[0])
    write(cast, read(cast, make.csv_file("Partij;Taak;Wijk;Bedrag", "Groenwerk Zuid;Groen;Horn;100"))[0])
    line = Line.objects.get()
    assert (line.amount, line.theme.name, line.notice_months) == (10_000, "Groen", 6)


def test_the_own_number_finds_a_line_that_got_another_name(cast):
    write(cast, read(cast, make.csv_file("Kenmerk;Aanbod", "A-1;Koffie"), LineKind.SUPPLY)[0])
    write(cast, read(cast, make.csv_file("Kenmerk;Aanbod", "A-1;Koffie en thee"), LineKind.SUPPLY)[0])
    assert list(Line.objects.values_list("reference", "title")) == [("A-1", "Koffie en thee")]


MUSIC = ("Kenmerk;Ontvanger;Taak;Bedrag per jaar", "A-1;Harmonie;Muziekles;€ 1.000", "A-2;Harmonie;Muziekles;€ 2.500")


def music(cast, *rows) -> list[tuple]:
    """Take in these subsidies; what there is then, in the order in which it came."""
    counts = write(cast, read(cast, make.csv_file(*rows), LineKind.SUBSIDY)[0])
    return [counts, *Line.objects.order_by("pk").values_list("reference", "amount")]


def test_one_line_is_of_one_row_and_the_next_that_fits_it_is_new(cast):
    music(cast, "Ontvanger;Taak;Bedrag per jaar", "Harmonie;Muziekles;€ 1.000")
    assert music(cast, *MUSIC) == [{"new": 1, "changed": 1, "same": 0}, ("A-1", 1_000_00), ("A-2", 2_500_00)]
    assert music(cast, *MUSIC) == [{"new": 0, "changed": 0, "same": 2}, ("A-1", 1_000_00), ("A-2", 2_500_00)]


def test_a_number_goes_before_words_wherever_its_row_stands(cast):
    music(cast, *MUSIC)
    rows = (MUSIC[0], "A-3;Harmonie;Muziekles;€ 3.000", ";Harmonie;Blaasles;€ 50", MUSIC[2].replace("2.500", "2.600"), MUSIC[1])
    lines = [("A-1", 1_000_00), ("A-2", 2_600_00), ("A-3", 3_000_00), ("", 50_00)]
    assert music(cast, *rows) == [{"new": 2, "changed": 1, "same": 1}, *lines]


def test_a_row_without_a_number_is_about_the_line_without_one(cast):
    music(cast, *MUSIC)
    make.line(cast, kind=LineKind.SUBSIDY, title="Muziekles", party_name="Harmonie", amount=700_00)
    lines = [("A-1", 1_000_00), ("A-2", 2_500_00), ("", 800_00)]
    assert music(cast, MUSIC[0], ";Harmonie;Muziekles;€ 800") == [{"new": 0, "changed": 1, "same": 0}, *lines]


def test_of_lines_that_look_alike_the_list_says_which_one_it_means(cast):
    music(cast, *MUSIC)
    rows = ("Ontvanger;Taak;Bedrag per jaar", "Harmonie;Muziekles;€ 3.000")
    said = "In de inventaris staan meer regels zoals deze. Zet het kenmerk erbij, dan weten wij welke u bedoelt."
    assert errors_of(cast, *rows, kind=LineKind.SUBSIDY) == [(2, "Taak", said)]


def test_what_became_unclear_after_the_list_was_read_is_not_written(cast):
    waiting, _checked = read(cast, make.csv_file("Aanbod", "Koffie"), LineKind.SUPPLY)
    for _one in range(2):
        make.line(cast, kind=LineKind.SUPPLY, title="Koffie")
    with pytest.raises(Refused) as refused:
        write(cast, waiting)
    assert refused.value.messages[0].startswith("Rij 2: In de inventaris staan meer regels zoals deze.")
    assert (Line.objects.filter(version=1).count(), LineImport.objects.get().confirmed_at) == (2, None)


def test_every_sign_of_an_own_number_counts(cast):
    head, green, pool = MUSIC[0], "1.11;Jan;Groen;€ 1.000", "11.1;Piet;Zwembad;€ 2.500"
    music(cast, head, green)
    assert music(cast, head, pool) == [{"new": 1, "changed": 0, "same": 0}, ("1.11", 1_000_00), ("11.1", 2_500_00)]
    assert music(cast, head, green, pool)[0] == {"new": 0, "changed": 0, "same": 2}
    assert errors_of(cast, MUSIC[0], MUSIC[1], MUSIC[1].lower(), kind=LineKind.SUBSIDY) == [
        (3, "Kenmerk", "Dit is dezelfde regel als in rij 2.")
    ]


def test_figures_in_a_name_stay_apart(cast):
    rows = ("Taak", "Perceel 1.11", "Perceel 11.1")
    write(cast, read(cast, make.csv_file(*rows[:2]), LineKind.TASK)[0])
    assert write(cast, read(cast, make.csv_file(*rows), LineKind.TASK)[0]) == {"new": 1, "changed": 0, "same": 1}
    assert write(cast, read(cast, make.csv_file("Taak", "Perceel 1-11"), LineKind.TASK)[0])["changed"] == 1


def test_what_changed_meanwhile_is_looked_at_again(cast, place):
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW))
    seen = mark_of(plan_of(place, waiting.kind, waiting.rows))
    write(cast, read(cast, make.csv_file(HEAD, ROW))[0])
    with pytest.raises(Changed):
        write(cast, waiting, seen=seen)
    assert Line.objects.count() == 1


def test_new_areas_and_themes_are_made_on_purpose_only(cast, place):
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW.replace("Horn;Groen", "Hoorn;Sport")))
    with pytest.raises(Refused) as refused:
        write(cast, waiting)
    assert list(refused.value.message_dict) == ["make_names"]
    assert (Line.objects.count(), Area.objects.count()) == (0, 1)
    write(cast, waiting, make_names=True)
    assert set(Area.objects.values_list("name", flat=True)) == {"Horn", "Hoorn"}


def test_an_area_is_found_in_other_capitals(cast, place):
    write(cast, read(cast, make.csv_file(HEAD, ROW.replace("Horn", "HORN ")))[0])
    assert (Line.objects.get().area.name, Area.objects.count()) == ("Horn", 1)


def test_a_line_stays_in_its_area_when_another_has_the_same_name(cast):
    district, inside = make.areas_of_one_name(cast.municipality)
    lines = [make.line(cast, title=f"Bermen {area.code}", area=area, amount=100_00) for area in (district, inside)]
    rows = ("Taak;Wijk;Kosten per jaar", *(f"{line.title};centrum;€ 200" for line in lines))
    waiting, _checked = read(cast, make.csv_file(*rows), LineKind.TASK)
    plan = plan_of(cast.municipality, waiting.kind, waiting.rows)
    assert [one.changes for one in plan] == [[("Kosten per jaar", euro_on_page(100_00), euro_on_page(200_00))]] * 2
    write(cast, waiting)
    assert list(Line.objects.order_by("pk").values_list("area", "amount")) == [(district.pk, 200_00), (inside.pk, 200_00)]


def test_a_name_that_two_areas_have_is_refused_until_the_list_says_which(cast):
    district, inside = make.areas_of_one_name(cast.municipality)
    said = "Dit kan meer dan één zijn: “Centrum (wijk)” of “Centrum (buurt in Centrum)”. Schrijf welke u bedoelt."
    head = "Taak;Wijk;Kosten per jaar"
    assert errors_of(cast, head, "Bermen;Centrum;€ 1", kind=LineKind.TASK) == [(2, "Wijk", said)]
    rows = (head, "Bermen;Centrum (wijk);€ 1", "Bermen;centrum (buurt in centrum);€ 2", "Bomen;bu01930101;€ 3")
    assert write(cast, read(cast, make.csv_file(*rows), LineKind.TASK)[0]) == {"new": 3, "changed": 0, "same": 0}
    assert list(Line.objects.order_by("pk").values_list("area", flat=True)) == [district.pk, inside.pk, inside.pk]
    assert errors_of(cast, head, "Bermen;Centrum;€ 5", kind=LineKind.TASK) == [(2, "Wijk", said)]


def test_a_line_moves_to_the_other_area_of_the_same_name_in_sight_of_all(cast):
    district, inside = make.areas_of_one_name(cast.municipality)
    make.line(cast, title="Bermen", area=district, reference="T-1", amount=100)
    waiting, _checked = read(cast, make.csv_file("Kenmerk;Taak;Wijk", "T-1;Bermen;Centrum (buurt in Centrum)"), LineKind.TASK)
    (planned,) = plan_of(cast.municipality, waiting.kind, waiting.rows)
    assert planned.changes == [("Wijk", "Centrum (wijk)", "Centrum (buurt in Centrum)")]
    write(cast, waiting)
    assert Line.objects.get().area == inside


def test_a_list_with_areas_of_one_name_changes_nothing_when_it_is_taken_in_again(cast, client_of):
    for area in make.areas_of_one_name(cast.municipality):
        make.line(cast, title="Bermen", area=area)
    answer = client_of(cast.visitor).get(reverse("inventory:export_lines", args=["zwolle", PATHS[LineKind.TASK]]))
    assert [f";Centrum ({which});" in answer.content.decode() for which in ("wijk", "buurt in Centrum")] == [True, True]
    waiting, checked = read(cast, SimpleUploadedFile("lijst.csv", answer.content), LineKind.TASK)
    assert (checked.errors, write(cast, waiting)) == ([], {"new": 0, "changed": 0, "same": 2})


@pytest.mark.parametrize("name", ["Buurt 11.1", "שכונה", "中心"])
def test_an_area_with_other_figures_or_other_letters_is_another_area(cast, name):
    for there in ("Buurt 1.11", "שלום"):
        Area.objects.create(municipality=cast.municipality, name=there)
    write(cast, read(cast, make.csv_file("Taak;Wijk", f"Bermen;{name}"), LineKind.TASK)[0], make_names=True)
    assert (Line.objects.get().area.name, Area.objects.count()) == (name, 3)


@pytest.mark.parametrize(
    "rows",
    [
        (HEAD.replace(";", ","), ROW.replace(";", ",").replace("18.500,50", '18500"').replace("€", '"€')),
        (HEAD.replace(";", "\t"), ROW.replace(";", "\t")),
        ("Lopende contracten in Leudal", "", HEAD, ROW),
        ("Organisatie;Taken;Gebied;Thema's;Jaarbedrag;BTW;Ingangsdatum;Loopt tot;Opzegtermijn", ROW),
    ],
)
def test_a_list_is_read_as_municipalities_write_it(cast, place, rows):
    waiting, checked = read(cast, make.csv_file(*rows))
    assert checked.errors == []
    assert (waiting.rows[0]["title"], waiting.rows[0]["ends_on"]) == ("Groen", "2030-12-31")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_with_accents_come_through_in_every_encoding(cast, encoding):
    waiting, _checked = read(cast, make.csv_file("Aanbod;Toelichting", "Café José;€ 5", encoding=encoding), LineKind.SUPPLY)
    assert waiting.rows == [{"row": 2, "title": "Café José", "text": "€ 5"}]


@pytest.mark.parametrize(
    ("written", "cents"),
    [("1.234,56", 123_456), ("€ 1.234", 123_400), ("1234.5", 123_450), ("€1.234,-", 123_400), ("0", 0), ("EUR 12", 1_200)],
)
def test_amounts_are_read_as_the_dutch_write_them(cast, written, cents):
    waiting, _checked = read(cast, make.csv_file("Waarvoor;Bedrag", f"Dorpshuis;{written}"), LineKind.MONEY)
    assert waiting.rows[0]["amount"] == cents


@pytest.mark.parametrize("written", ["31-12-2030", "31/12/2030", "2030-12-31", "31 december 2030", "31 dec. 2030"])
def test_days_are_read_as_people_write_them(cast, place, written):
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW.replace("31-12-2030", written)))
    assert waiting.rows[0]["ends_on"] == "2030-12-31"


def test_a_sheet_of_excel_gives_the_same(cast, place):
    row = ["Groenwerk Zuid", "Groen", "Horn", "Groen", 18500.5, "excl", dt.date(2024, 1, 1), dt.datetime(2030, 12, 31), 6.0]
    write(cast, read(cast, make.xlsx_file(HEAD.split(";"), row))[0])
    line = Line.objects.get()
    assert (line.amount, line.ends_on, line.notice_months) == (1_850_050, dt.date(2030, 12, 31), 6)


@pytest.mark.parametrize(
    ("wrong", "mended", "column", "sentence"),
    [
        ("€ 18.500,50", "-500", "Bedrag per jaar", "Een bedrag kan niet onder nul zijn."),
        ("€ 18.500,50", "veel", "Bedrag per jaar", "Schrijf het bedrag in euro's, zoals 1.234,56."),
        ("€ 18.500,50", "=SOM(A1:A9)", "Bedrag per jaar", "Dit is een formule. Zet hier de uitkomst als gewone tekst."),
        ("€ 18.500,50", "", "Bedrag per jaar", "Vul dit in."),
        ("Groenwerk Zuid", "", "Partij", "Vul dit in."),
        ("Groenwerk Zuid", "=HYPERLINK(1)", "Partij", "Dit is een formule. Zet hier de uitkomst als gewone tekst."),
        ("31-12-2030", "31-02-2030", "Einddatum", "Deze dag staat niet in de kalender. Schrijf hem zoals 31-12-2026."),
        ("31-12-2030", "straks", "Einddatum", "Schrijf de dag zoals 31-12-2026."),
        ("31-12-2030", "31-12-0203", "Einddatum", "Kijk naar het jaar. Het ligt tussen 1900 en 2999."),
        ("31-12-2030", "31-12-2020", "Einddatum", "Het eindigt voordat het begint."),
        (";6", "een half jaar", "Opzegtermijn in maanden", "Schrijf het aantal maanden, zoals 3. Hoogstens 120."),
        ("excl", "soms", "Btw", "Schrijf “excl”, “incl” of “geen”."),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(cast, place, wrong, mended, column, sentence):
    mended = f";{mended}" if wrong.startswith(";") else mended
    assert errors_of(cast, HEAD, ROW, ROW.replace("Groen;Horn", "Bomen;Horn").replace(wrong, mended)) == [(3, column, sentence)]
    assert (Line.objects.count(), LineImport.objects.count()) == (0, 0)


def test_the_same_line_twice_in_one_list_is_told_once(cast, place):
    assert errors_of(cast, HEAD, ROW, ROW) == [(3, "Taak", "Dit is dezelfde regel als in rij 2.")]


def test_fit_or_not_needs_its_reason(cast):
    rows = ("Taak;Geschikt;Waarom", "Maaien;ja;", "Snoeien;niet meer nodig;Er zijn geen bomen.", "Vegen;misschien;Wie weet.")
    assert errors_of(cast, *rows, kind=LineKind.TASK) == [
        (2, "Waarom", "Zeg waarom. Iedereen kan het lezen."),
        (4, "Geschikt", "Schrijf “ja”, “nee” of “niet meer nodig”."),
    ]


def test_a_contract_that_ended_is_worth_a_look_and_no_mistake(cast, place):
    waiting, _checked = read(cast, make.csv_file(HEAD, ROW.replace("31-12-2030", "31-12-2024")))
    said = "Deze dag is voorbij: het staat er als afgelopen."
    assert [tuple(remark) for remark in waiting.remarks] == [(2, "Einddatum", "31-12-2024", said)]


def test_a_missing_column_is_named(cast):
    with pytest.raises(ValidationError) as refused:
        read(cast, make.csv_file("Taak;Wijk", "Groen;Horn"))
    assert "Partij, Bedrag per jaar" in refused.value.messages[0]


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (70 * 1024 * 1024))
    return out.getvalue()


def _entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 not a zip", "unreadable"),
        (_bomb(), "bomb"),
        (_entities(), "entities"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "unreadable"),
        (b"%PDF-1.7 een brief; met; tekens", "unreadable"),
        (b"Aanbod\x00", "kind"),
        (b"x" * (sheets.LARGEST + 1), "large"),
        (b"Aanbod\n" + b"a\n" * (sheets.MOST_ROWS + 5), "rows"),
    ],
    ids=["empty", "broken", "bomb", "entities", "picture", "letter", "binary", "large", "long"],
)
def test_what_is_no_list_is_refused_with_a_sentence(content, code):
    with pytest.raises(ValidationError) as refused:
        sheets.read_sheet(SimpleUploadedFile("lijst.xlsx", content))
    assert refused.value.code == code


def test_a_file_that_is_no_sheet_gets_a_sentence_of_its_own(cast, client_of):
    for name in ("brief.docx", "foto.jpg", "lijst.pdf"):
        form = {"kind": "supply", "file": SimpleUploadedFile(name, b"Beste gemeente; hierbij de lijst"), "once": name}
        page = client_of(cast.officer).post(reverse("inventory:read_list", args=["zwolle"]), form).content.decode()
        assert ("Wij kunnen dit bestand niet lezen." in page, "Wij vinden deze kolommen niet" in page) == (True, False)


def test_of_a_formula_comes_the_value_that_the_sheet_saved_and_never_its_words(cast):
    book = openpyxl.Workbook()
    book.active.append(["Waarvoor", "Bedrag"])
    book.active.append(["Dorpshuis", "=1+1"])
    out = io.BytesIO()
    book.save(out)
    _waiting, checked = read(cast, SimpleUploadedFile("lijst.xlsx", out.getvalue()), LineKind.MONEY)
    assert [(one.column, one.sentence) for one in checked.errors] == [("Bedrag per jaar", "Vul dit in.")]


def merged(*ranges: str) -> SimpleUploadedFile:
    """Three tasks under one title, of which the first column says which theme they are of."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Taken van Leudal"], [], ["Thema", "Taak", "Kosten per jaar"]):
        sheet.append(row)
    for row in (["Groen", "Maaien", 5], [None, "Snoeien", 6], [None, "Harken", 7]):
        sheet.append(row)
    for one in ("A1:C1", *ranges):
        sheet.merge_cells(one)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("lijst.xlsx", out.getvalue())


def test_what_stands_in_merged_cells_holds_for_each_row_that_they_cover(cast, place):
    write(cast, read(cast, merged("A4:A6"), LineKind.TASK)[0])
    assert list(Line.objects.order_by("amount").values_list("title", "theme__name", "amount")) == [
        ("Maaien", "Groen", 500),
        ("Snoeien", "Groen", 600),
        ("Harken", "Groen", 700),
    ]


def test_an_amount_that_is_merged_over_rows_is_not_counted_twice_and_is_told(cast, place):
    _waiting, checked = read(cast, merged("A4:A6", "C5:C6"), LineKind.TASK)
    assert [(one.row, one.column, one.sentence) for one in checked.errors] == [
        (6, "Kosten per jaar", "Deze cel is samengevoegd met die erboven. Geef elke rij een eigen cel.")
    ]
    assert Line.objects.count() == 0


@pytest.mark.parametrize("kind", LineKind)
def test_every_template_can_be_taken_in_as_it_is(cast, client_of, kind):
    address = reverse("inventory:download_template", args=[cast.municipality.slug, PATHS[kind]])
    answer = client_of(cast.officer).get(address)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS[kind]]
    waiting, checked = read(cast, SimpleUploadedFile("voorbeeld.xlsx", answer.content), kind)
    assert (checked.errors, len(waiting.rows), checked.not_read) == ([], 1, [])


def test_the_page_shows_each_wrong_cell_and_nothing_is_kept(cast, client_of, place):
    address = reverse("inventory:read_list", args=[place.slug])
    file = make.csv_file(HEAD, ROW.replace("31-12-2030", "straks"))
    page = client_of(cast.officer).post(address, {"kind": "contract", "file": file}).content.decode()
    assert all(words in page for words in ("1 vakje is nog niet goed", "Einddatum", "straks", "Schrijf de dag zoals"))
    assert LineImport.objects.count() == 0


def test_an_officer_walks_from_the_file_to_the_inventory(cast, client_of, place):
    client = client_of(cast.officer)
    address = reverse("inventory:read_list", args=[place.slug])
    answer = client.post(address, {"kind": "contract", "file": make.csv_file(HEAD, ROW.replace("Horn", "Neer"))})
    preview = client.get(answer.url)
    assert "1 nieuw, 0 met een verandering, 0 gelijk" in preview.content.decode()
    seen = preview.context["form"].initial["seen"]
    refused = client.post(answer.url, {"seen": seen})
    assert list(refused.context["form"].errors) == ["make_names"]
    assert client.post(answer.url, {"seen": seen, "make_names": "on"}).status_code == 302
    assert list(Line.objects.values_list("area__name", flat=True)) == ["Neer"]
    assert client.get(answer.url).status_code == 302


def test_only_who_keeps_the_inventory_takes_in_a_list(cast, client_of):
    address = reverse("inventory:read_list", args=[cast.municipality.slug])
    may = {name for name, person in cast.people().items() if client_of(person).get(address).status_code == 200}
    assert may == {"officer", "buyer", "lawyer", "contract_manager", "area_manager", "secretary"}


def test_lines_are_written_many_at_a_time(cast, statements):
    def sent_for(count: int, word: str) -> int:
        waiting, _checked = read(cast, make.csv_file("Aanbod", *(f"{word} {n}" for n in range(count))), LineKind.SUPPLY)
        with statements() as sent:
            write(cast, waiting)
        return len(sent)

    assert sent_for(400, "Thee") - sent_for(50, "Koffie") < 12


def test_another_name_of_the_party_unties_the_party(cast, place):
    write(cast, read(cast, make.csv_file(HEAD, ROW))[0])
    Line.objects.update(party=cast.party)
    write(cast, read(cast, make.csv_file("Kenmerk;" + HEAD, "K1;" + ROW))[0])
    assert Line.objects.get().party == cast.party
    write(cast, read(cast, make.csv_file("Kenmerk;" + HEAD, "K1;" + ROW.replace("Groenwerk Zuid", "Groenwerk Noord")))[0])
    assert (Line.objects.get().party, Line.objects.get().party_name) == (None, "Groenwerk Noord")


@pytest.mark.parametrize("kind", LineKind)
def test_a_list_that_was_taken_out_changes_nothing_when_it_is_taken_in_again(cast, client_of, kind, place):
    columns = COLUMNS[kind]
    row = [column.example for column in columns]
    write(cast, read(cast, make.xlsx_file([column.heading for column in columns], row), kind)[0], make_names=True)
    answer = client_of(cast.visitor).get(reverse("inventory:export_lines", args=[place.slug, PATHS[kind]]))
    waiting, checked = read(cast, SimpleUploadedFile("lijst.csv", answer.content), kind)
    assert (checked.errors, write(cast, waiting)) == ([], {"new": 0, "changed": 0, "same": 1})


def test_what_goes_out_is_no_formula(cast, client_of, place):
    make.line(cast, kind=LineKind.SUPPLY, title="=1+1")
    answer = client_of(cast.visitor).get(reverse("inventory:export_lines", args=[place.slug, "aanbod"]))
    assert " =1+1;" in answer.content.decode()


def preview(cast, client_of, file, kind) -> str:
    waiting, _checked = read(cast, file, kind)
    return client_of(cast.officer).get(reverse("inventory:import_lines", args=["zwolle", waiting.public_id])).content.decode()


def test_all_that_a_new_line_fills_is_seen_before_it_is_written(cast, client_of, place):
    head, row = f"{HEAD};Geschikt;Waarom;Toelichting", f"{ROW};ja;Het dorp kan het.;Met sloten"
    page = preview(cast, client_of, make.csv_file(head, row), LineKind.CONTRACT)
    said = ("Begindatum: 01-01-2024", "Einddatum: 31-12-2030", "Opzegtermijn in maanden: 6", "Btw: Zonder btw")
    more = ("Geschikt: Geschikt voor", "Waarom: Het dorp kan het.", "Toelichting: Met sloten")
    assert [words in page for words in (*said, *more)] == [True] * 7


SUBSIDIES = ("Ontvanger;Taak;Bedrag;Einddatum;Opzegtermijn;Rekening", "Harmonie;Muziekles;€ 500;31-12-2030;6;x")


def test_a_list_that_looks_like_one_of_another_kind_is_told_before_it_is_written(cast, client_of):
    page = preview(cast, client_of, make.csv_file(*SUBSIDIES), LineKind.TASK)
    assert "Dit lijkt een lijst van lopende overeenkomsten of lopende subsidies." in page
    where = [
        page.index(words) for words in ("Deze kolommen lezen wij niet: Ontvanger, Einddatum, Opzegtermijn, Rekening", "Zet het")
    ]
    assert where == sorted(where)
    assert "Dit lijkt een lijst" not in preview(cast, client_of, make.csv_file(*SUBSIDIES), LineKind.SUBSIDY)


@pytest.mark.parametrize("kind", LineKind)
def test_a_list_by_its_own_template_looks_like_no_other_kind(kind):
    fields = {column.field for column in COLUMNS[kind]}
    assert kinds_like(kind, fields, []) == []


def test_nobody_takes_in_a_list_without_saying_what_it_is_of(cast, client_of):
    address = reverse("inventory:read_list", args=["zwolle"])
    answer = client_of(cast.officer).post(address, {"kind": "", "file": make.csv_file("Taak", "Maaien")})
    assert answer.context["form"].errors == {"kind": ["Kies wat er in de lijst staat."]}
    assert client_of(cast.officer).get(address).context["form"].initial["kind"] is None
