"""Differences between two wordings: parts to decide on, and HTML to read and to hear."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls.differences import Part, changes, compose, cut, difference

OLD = "U heeft een week om te reageren. U vult tien pagina's in. Elke groep mag meedoen."
NEW = "U heeft zes weken om te reageren. U vult tien pagina's in. Elke groep mag meedoen. Een rechtsvorm is niet nodig."


def shown(html: str) -> str:
    """The HTML as the eye sees it, with [-removed-] and {+added+}."""
    html = re.sub(r'<span class="mw-hidden">.*?</span>', "", html)
    return html.replace("<del>", "[-").replace("</del>", "-]").replace("<ins>", "{+").replace("</ins>", "+}")


def test_a_proposal_is_cut_into_the_parts_that_changed():
    assert changes(OLD, NEW) == [
        Part("U heeft een week om te reageren. ", "U heeft zes weken om te reageren. "),
        Part("", "Een rechtsvorm is niet nodig."),
    ]


def test_two_sentences_side_by_side_that_both_changed_are_two_parts():
    before, after = (
        "De termijn is een week. Het formulier telt tien bladen.",
        "De termijn is zes weken. Het formulier telt vier bladen.",
    )
    parts = changes(before, after)
    assert [part.after.strip() for part in parts] == ["De termijn is zes weken.", "Het formulier telt vier bladen."]


@pytest.mark.parametrize(
    "results, text",
    [
        ([None, None], OLD),
        (["U heeft zes weken om te reageren.", "Een rechtsvorm is niet nodig."], NEW),
        (["U heeft vier weken om te reageren.", None], OLD.replace("een week", "vier weken")),
        (["", None], "U vult tien pagina's in. Elke groep mag meedoen."),
    ],
)
def test_the_text_is_composed_of_the_decisions_per_part(results, text):
    assert compose(OLD, NEW, results) == text


def test_a_new_paragraph_stays_a_paragraph():
    assert compose("Een.", "Een.\n\nTwee.", ["Twee."]) == "Een.\n\nTwee."
    assert compose("Een.\n\nDrie.", "Een.\n\nTwee.\n\nDrie.", ["Twee."]) == "Een.\n\nTwee.\n\nDrie."
    assert compose("Een.\n\nTwee.\n\nDrie.", "Een.\n\nDrie.", [""]) == "Een.\n\nDrie."


def test_the_difference_shows_words_that_went_and_came():
    assert shown(difference("U heeft een week om te reageren.", "U heeft vier weken om te reageren.")) == (
        "U heeft [-een week-] {+vier weken+} om te reageren."
    )
    assert shown(difference("Drie jaar lang. Daarna niet.", "Vier jaar lang.")) == "[-Drie-] {+Vier+} jaar lang. [-Daarna niet.-]"
    assert shown(difference("Een rechtsvorm is nodig.", "Een rechtsvorm is niet nodig.")) == "Een rechtsvorm is {+niet+} nodig."


def test_sentences_that_are_not_alike_are_each_a_part():
    parts = changes("De omzet was vier ton. Laat uw jaarrekening zien.", "Twaalf jongeren kunnen terecht.")
    assert parts == [Part("De omzet was vier ton. ", "Twaalf jongeren kunnen terecht."), Part("Laat uw jaarrekening zien.", "")]


def test_a_sentence_that_became_another_is_shown_whole():
    assert shown(difference("De omzet was vier ton.", "Laat zien hoe u twaalf jongeren begeleidt.")) == (
        "[-De omzet was vier ton.-] {+Laat zien hoe u twaalf jongeren begeleidt.+}"
    )


def test_a_screen_reader_hears_what_went_and_what_came():
    html = difference("Een week.", "Vier weken.")
    assert html.count('<span class="mw-hidden">[') == 2
    assert html.count('<span class="mw-hidden">]</span>') == 2


def test_what_people_wrote_is_never_html():
    assert "<script>" not in difference("<script>a</script>", "<script>b</script> <img src=x>")


@pytest.mark.parametrize("unit", ["a ", "a. ", "a\n", "zin met woorden. "])
def test_a_text_made_to_be_slow_is_not_slow(unit):
    size = 20_000 // len(unit)
    began = time.process_time()
    difference(unit * size, ("b " + unit) * (size // 2))
    changes(unit * size, ("b. " + unit) * (size // 2))
    assert time.process_time() - began < 5


# Other tests run on the same machine.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SENTENCES = ["Een. ", "Twee is meer. ", "Drie\n\n", "vier ", "Vijf en zes. ", "\n\n"]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=12).map("".join)


@unhurried
@given(TEXTS, TEXTS)
def test_the_parts_are_the_whole_of_both_texts(before, after):
    parts = cut(before, after)
    assert ("".join(p.before for p in parts), "".join(p.after for p in parts)) == (before, after)


@unhurried
@given(TEXTS, TEXTS)
def test_taking_all_gives_the_new_text_and_taking_none_the_old(before, after):
    parts = changes(before, after)
    assert compose(before, after, [p.after for p in parts]).split() == after.split()
    assert compose(before, after, [None] * len(parts)).split() == before.split()


@unhurried
@given(TEXTS, TEXTS)
def test_the_difference_without_what_went_reads_as_the_new_text(before, after):
    html = re.sub(r"<del>.*?</del>", " ", difference(before, after), flags=re.S)
    text = re.sub(r"<span[^>]*>.*?</span>|<[^>]+>", lambda m: " " if m[0] == "<br>" else "", html)
    assert text.split() == after.split()
