"""Small papers that are drawn while somebody waits."""

import io
import time

import pikepdf
import pytest

from documents.letters import legible, unwritable, writable
from documents.paper import Paper
from documents.qr import drawing, runs_of
from tests.documents.reading import words_on


def slip(words: str = "Uw code", pages: int = 1) -> bytes:
    paper = Paper("Uw inbreng, nummer 12")
    for _page in range(pages):
        paper.page()
        y = paper.text(words, 18, 20, size=17, bold=True, kind="H1")
        paper.text("Bewaar dit. Wij bewaren de code niet.", 18, y)
        paper.line(18, 60, 174)
        paper.box(18, 70, 5, 5)
        paper.qr("https://meerwaarde.example/code/#k7wp-93bd-xm2h", 18, 80, 38, label="QR-code")
    return paper.content()


def test_it_is_tagged_and_says_its_title_language_and_promise():
    pdf = pikepdf.open(io.BytesIO(slip()))
    about = pdf.open_metadata()
    assert str(pdf.Root.Lang) == "nl"
    assert (bool(pdf.Root.MarkInfo.Marked), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == (True, True)
    assert (about["dc:title"], about["pdfuaid:part"]) == ("Uw inbreng, nummer 12", "1")
    elements = list(pdf.Root.StructTreeRoot.K[0].K)
    assert [str(one.S) for one in elements] == ["/H1", "/P", "/Figure"]
    assert str(elements[2].Alt) == "QR-code"
    assert all(font.FontDescriptor.get("/FontFile2") is not None for font in pdf.pages[0].Resources.Font.values())


def test_what_is_drawn_for_the_eye_only_is_not_read_aloud():
    pdf = pikepdf.open(io.BytesIO(slip()))
    content = pdf.pages[0].Contents.read_bytes()
    assert content.count(b"/Artifact BMC") == 2
    assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


@pytest.mark.parametrize(
    "words", ["é € “ja” – (haakjes) \\ streep", "Łódź, İstanbul", "مرحبا", "", " ", "x" * 400, "Ł" * 400, "a\nb"]
)
def test_any_words_make_a_paper_that_opens(words):
    assert len(pikepdf.open(io.BytesIO(slip(words))).pages) == 1


@pytest.mark.parametrize("words", ["Kırmızı Łódź", "Þórður şöför ő đ ğ İ", "Țară și Ștefan", "(ł) \\ € “ja”"])
def test_latin_letters_of_all_of_europe_stand_on_paper_as_they_are(words):
    assert words in words_on(slip(words))
    assert unwritable(words) == ""


@pytest.mark.parametrize(("words", "written"), [("Tiếng", "Tieng"), ("Səməd", "Semed"), ("Ladino e\u0301", "Ladino é")])
def test_a_letter_without_a_shape_loses_its_accent_and_stays_readable(words, written):
    assert (writable(words), legible(words, "Uw code")) == (written, words)


@pytest.mark.parametrize(("words", "shown"), [("مرحبا", "Uw code"), ("Привет", "Uw code"), ("Soep 🍲", "Soep 🍲"), ("Łó", "Łó")])
def test_another_script_makes_way_for_a_plain_name(words, shown):
    assert legible(words, "Uw code") == shown


def test_letters_from_elsewhere_come_along_only_when_they_are_written():
    papers = [pikepdf.open(io.BytesIO(slip(words))) for words in ("Uw code", "Łódź")]
    fonts = [set(paper.pages[0].Resources.Font.keys()) for paper in papers]
    assert fonts == [{"/F400", "/F700"}, {"/F400", "/F700", "/E700"}]


def test_the_same_words_are_the_same_bytes():
    assert slip() == slip()


def test_fifty_papers_take_less_than_three_seconds_of_work():
    slip()  # the letters are read once
    began = time.process_time()
    assert len(pikepdf.open(io.BytesIO(slip(pages=50))).pages) == 50
    assert time.process_time() - began < 3  # a fifth of a second on a quiet computer


def test_a_qr_code_has_white_around_it_and_a_label():
    runs, size = runs_of("https://meerwaarde.example/code/#k7wp-93bd-xm2h")
    assert min(run.column for run in runs) == min(run.row for run in runs) == 4
    assert max(run.column + run.length for run in runs) == max(run.row + 1 for run in runs) == size - 4
    assert 'role="img" aria-label="Naar &lt;hier&gt;"' in drawing("x", "Naar <hier>")
