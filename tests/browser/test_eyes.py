"""What looks at the pages sees what is wrong: a page with every fault, so that no silence is taken for good news."""

import re

import pytest

from tests.browser.shown import Shown
from tests.browser.valid import invalid
from tests.browser.words import dutch_left, english_left

POLICY = {"Content-Type": "text/html", "Content-Security-Policy": "default-src 'self'; img-src data:"}
BODY = """<nav aria-label="Menu"><a class="quiet" href="/">Terug</a></nav><main id="inhoud"><h1>Slecht</h1>
<p class="wide">Bleek</p><a href="/a" tabindex="3">Eerst</a><details><summary>Meer</summary><button></button></details>
<p style="color: red">Rood</p></main>"""
STYLE = ".wide { width: 2000px; color: #ddd; background: #fff } .quiet { outline: none } [tabindex] { outline: 3px solid }"


def _page(body: str, *, headers: dict, language: str = "nl") -> Shown:
    head = f"<meta charset=utf-8><link rel=icon href=data:,><title>Slecht</title><style>{STYLE}</style>"
    return Shown(
        "slecht", "/slecht/", 200, headers, f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    )


@pytest.mark.browser
def test_every_fault_of_a_page_is_seen_at_both_widths(eyes):
    said = "\n".join(eyes.look_at(_page(BODY, headers={"Content-Type": "text/html"})))
    each = [
        "scrolls sideways",
        "place of its own",
        'that it has the focus: <a class="quiet"',
        "axe button-name",
        "axe color-contrast",
    ]
    assert [fault for fault in each if not all(re.search(f"{width}: .*{re.escape(fault)}", said) for width in (1280, 360))] == []
    assert "Tab does not reach the link to the content first" in said


@pytest.mark.browser
def test_what_the_policy_forbids_is_heard(eyes):
    said = eyes.look_at(_page("<main><h1>Slecht</h1><p style='color: red'>Rood</p></main>", headers=POLICY))
    assert len([one for one in said if "Content Security Policy" in one]) == 2


@pytest.mark.browser
def test_html_that_the_standard_forbids_is_found():
    assert [wrong.partition(":")[0] for wrong in invalid([_page("<p><div id=a></div></p><i id=a></i>", headers={})])["slecht"]] == [
        "close-order",
        "no-dup-id",
    ]


def test_words_of_another_language_are_found():
    dutch = _page(
        '<p>Take part</p><p lang="en">Take part</p><a title="Sign in">Klaar</a><p>Read this with your team</p>', headers={}
    )
    english = _page("<p>Meedoen</p><p>Sign in</p>", headers={}, language="en")
    assert set(english_left([dutch])) == {"Take part", "Sign in", "Read this with your team"}
    assert set(dutch_left([english])) == {"Meedoen"}
