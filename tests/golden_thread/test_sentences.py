"""The title of a thread is what the person said, shortened between words."""

import pytest

from golden_thread.sentences import first_words


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ik kan lassen.", "Ik kan lassen."),
        ("Ik kan lassen. Laat mij iets maken.", "Ik kan lassen. Laat mij iets maken."),
        ("Kan het ook om 8.30 uur? Graag!", "Kan het ook om 8.30 uur? Graag!"),
        (
            "Ik hoef geen stoel en een kop koffie. Ik kan lassen. Laat mij ’s ochtends iets maken waar een ander wat aan heeft.",
            "Ik hoef geen stoel en een kop koffie. Ik kan lassen.",
        ),
        ("woord " * 40, "woord " * 14 + "woord…"),
        ("x" * 200, "x" * 90 + "…"),
    ],
)
def test_whole_sentences_as_many_as_make_a_title(text, title):
    assert first_words(text.strip()) == title
