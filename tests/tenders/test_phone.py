"""A telephone number on a page, to press on a phone."""

from tenders.templatetags.parts import phone


def test_a_number_is_a_link_that_is_never_cut_in_two():
    link = '<a class="utrecht-link mw-nowrap" href="tel:{}">{}</a>'
    assert phone("14 030") == link.format("14030", "14 030")
    assert phone("(0475) 85 90 00") == link.format("0475859000", "(0475) 85 90 00")
    assert phone("+31 6 1234 5678") == link.format("+31612345678", "+31 6 1234 5678")


def test_what_has_words_in_it_stays_as_it_is():
    assert [phone(text) for text in ("vraag ernaar", "06 12345678, na zes uur", "", None)] == [
        "vraag ernaar",
        "06 12345678, na zes uur",
        "",
        None,
    ]
