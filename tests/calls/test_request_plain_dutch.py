"""Counting words in a sentence, so that a writer sees what is long."""

import pytest

from calls.plain_dutch import Reading, read

LONG = "Wij vragen elke partij om te beschrijven hoe zij in de komende drie jaar met bezoekers en buren gaat werken."


@pytest.mark.parametrize(
    "text, reading",
    [
        ("", Reading(0, [])),
        ("Zes woorden staan er in deze. En hier vier woorden.", Reading(5, [])),
        ("- Een punt\n- Nog een punt\n\n## Een kop", Reading(2, [])),
        (f"Kort. {LONG}", Reading(10, [LONG])),
        ("Lees [de regels](https://voorbeeld.nl/a/b) eerst.", Reading(4, [])),
    ],
)
def test_long_sentences_are_found_and_markup_does_not_count(text, reading):
    assert read(text) == reading
