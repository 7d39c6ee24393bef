"""Bad input in every form of every page, and in every address: never an error of ours, never a lost word."""

import re

import pytest
from django.core.cache import cache

from tests import make
from tests.browser.shown import Shown, _who_may_see
from tests.browser.words import english_left
from tests.pages import PAGES
from tests.proof.found_forms import Page
from tests.proof.fuzz import Fuzz, names_asked, view_of
from tests.proof.hostile import UPLOAD_LIMIT
from tests.proof.judged import faults_of_page, page_of
from tests.stages import things
from tests.test_pages import WALKED, pages_at
from tests.walk import address, client_for

pytestmark = pytest.mark.proof

READERS = (
    *("officer", "entrepreneur", "secretary", "assessor", "mandate", "contract_manager", "buyer", "guide"),
    *("administrator", "operator", "partner", "resident", "visitor"),
)
MOST_READERS = 4  # of one page
GOOD = {200, 204, 301, 302, 303, 304, 400, 403, 404, 405, 410, 413, 414, 429}
# What may be asked of some page; each page gets all of it, and what its own links ask.
ASKED = {
    *("page", "q", "gemeente", "stap", "mijn", "thema", "uitkomst", "stand", "zoek", "versie", "bron", "staat", "kanaal"),
    *("inbreng", "meting", "reflectie", "next", "sluiting", "controle", "lang"),
}
QUESTIONS = [
    *("-1", "0", "abc", str(10**30), "1.5", "٣", "NaN", "", "%00", "a%00b", "%ff%fe%ed%a0%80", "%", "%zz", "+", "last"),
    *("x" * 10_000, "%22%3E%3Cfuzz-live%20onclick=fuzz()%3E", "%27%20OR%201=1--", "%25%5F%5C", "javascript:fuzz()"),
    *(
        "%C2%B2",
        "9" * 5_000,
        "//kwaad.example",
        "31-02-2027",
        "9999-12-31",
        "0001-01-01",
        "2027-03-28",
        "%0d%0aX-Fuzz:%201",
        "%F0%9F%91%8D%E2%80%AE",
    ),
]
SLUGS = ["bestaat-niet", "0", "-", "_", "x" * 3000, "A", "1-1"]
NUMBERS = ["0", "999", str(2**31), str(2**63), str(10**20), "9" * 400]


@pytest.fixture(autouse=True)
def _small_files(settings):
    settings.UPLOAD_LIMIT = UPLOAD_LIMIT


@pytest.fixture(scope="module")
def walked() -> set[tuple]:
    return set()


@pytest.mark.parametrize("stage", WALKED)
def test_bad_input_in_a_form_gets_a_sentence_and_never_an_error(cast, stage, walked, record_property):
    fuzz, may_see = Fuzz(cast, stage, walked), _who_may_see(cast)
    for name in pages_at(stage):
        for who in [one for one in READERS if one in may_see[name]][:MOST_READERS]:
            fuzz.page(name, address(name, fuzz.things), who)
    for name in pages_at(stage):
        for who in ("officer", "entrepreneur"):
            fuzz.button(name, address(name, fuzz.things), who)
    record_property("measured", fuzz.told())
    said = Shown("messages", "", 200, {}, "".join(f"<p>{message}</p>" for message in sorted(fuzz.messages)))
    assert (fuzz.faults, english_left([said])) == ({}, {})


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ('<p class="x">&lt;fuzz-live&gt; &lt;script&gt;</p><a href="/en/?q=javascript:fuzz()">', []),
        ("<p><fuzz-live></p>", ["<fuzz-live {}>"]),
        ('<input value="a"onfocus=fuzz()>', ["<input {'value': 'a', 'onfocus': 'fuzz()'}>"]),
        ("<script>fuzz()</script>", ["<script>"]),
        ('<a href=" JavaScript:fuzz()">', ["<a href= JavaScript:fuzz()>"]),
        ('<a href="//kwaad.example">', ["<a href=//kwaad.example>"]),
    ],
)
def test_text_that_came_alive_is_seen(html, seen):
    assert Page(html, "/").live == seen


def test_a_form_is_found_with_all_that_is_in_it():
    html = """<form method="post" action="/a/"><input name="once" type="hidden" value="t"><textarea name="b" maxlength="9">
    &lt;x</textarea><select name="c"><option value="1"><option value="2" selected></select><input type="radio" name="d" value="e">
    <button name="f" value="g"></button></form><form action="/zoek/"><input name="q"></form>"""
    (form,) = Page(html, "/hier/").forms
    assert (form.action, form.buttons) == ("/a/", [("f", "g")])
    found = [(one.name, one.kind, one.value.strip(), one.choices) for one in form.fields]
    assert found == [
        ("once", "hidden", "t", []),
        ("b", "textarea", "<x", []),
        ("c", "select", "2", ["1", "2"]),
        ("d", "radio", "e", ["e"]),
    ]


def _readers_of(name: str, may_see: dict[str, set[str]]) -> list[str]:
    """One who works with the page, and a visitor where a visitor may."""
    first = next((one for one in READERS if one in may_see[name]), "officer")
    return [first, "visitor"] if "visitor" in may_see[name] and first != "visitor" else [first]


def _faults_at(person, path: str) -> list[str]:
    cache.clear()
    client = client_for(person, path.partition("?")[0])
    client.raise_request_exception = False
    response = client.get(path)
    if response.status_code not in GOOD:
        return [f"{view_of(path)} answers {response.status_code}: {response.exc_info[1]!r}"[:200]]
    return [f"{view_of(path)} {fault}" for fault in faults_of_page(response)] if response.status_code not in (301, 302, 405) else []


@pytest.mark.parametrize("stage", WALKED)
def test_whatever_is_asked_in_an_address_the_answer_is_a_page(cast, stage):
    found, may_see, faults = things(cast, stage), _who_may_see(cast), {}
    for name in pages_at(stage):
        path, readers = address(name, found), _readers_of(name, may_see)
        response = client_for(cast.people()[readers[0]], path).get(path)
        is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
        names = sorted(ASKED | (names_asked(page_of(response)) if is_page else set()))
        for who in readers:
            for value in QUESTIONS if is_page else QUESTIONS[:9]:
                query = "&".join(f"{one}={value}" for one in names[: 40 if len(value) < 100 else 3])
                for fault in _faults_at(cast.people()[who], f"{path}?{query}&page={value}&%00=%00&=&&onbekend=1"):
                    faults.setdefault(fault, f"{who} ?…={value[:30]}")
    assert faults == {}


@pytest.mark.parametrize("stage", WALKED)
def test_an_address_of_something_else_is_a_page_that_does_not_exist(cast, stage):
    found, may_see, faults = things(cast, stage), _who_may_see(cast), {}
    elsewhere = make.tender(cast)
    others = [elsewhere.slug, *sorted({getattr(thing, "public_id", "x") for thing in found.values()})[:6]]
    for name in pages_at(stage):
        path = address(name, found)
        for argument in PAGES[name][1]:
            value = str(argument(found) if callable(argument) else argument)
            for other in NUMBERS if value.isdigit() else [*SLUGS, *others]:
                wrong = re.sub(rf"(?<=[/-]){re.escape(value)}(?=[/.-]|$)", lambda _m, put=other: put, path, count=1)
                for who in _readers_of(name, may_see):
                    for fault in _faults_at(cast.people()[who], wrong):
                        faults.setdefault(fault, f"{who} {wrong[:200]}")
    assert faults == {}


HEADERS = {
    "ACCEPT_LANGUAGE": ("x" * 5000, "nl;q=abc", ",,,", "\x00", "en-" * 400),
    "COOKIE": ("sessionid=\x00", "sessionid=a\x00b", "sessionid=" + "x" * 4000, "=;=;;", "csrftoken=é", "messages=[["),
    "IF_NONE_MATCH": ('"', "W/", "x" * 9000, "*", '"\x00"'),
    "IF_MODIFIED_SINCE": ("gisteren", "Thu, 99 Foo 99999 99:99:99 GMT"),
    "HOST": ("kwaad.example", "a b", "", "[::1", "testserver:99999", "é"),
    "RANGE": ("bytes=-1", "bytes=9-1,,", "x"),
    "ACCEPT": ("application/json", "\x00", "*/*;q=x"),
    "X_FORWARDED_FOR": ("\x00", "1.2.3.4, é", "x" * 9000),
    "HX_REQUEST": ("true", "\x00"),
    "HX_CURRENT_URL": ("http://[",),
    "REFERER": ("http://[\x00",),
}


def test_a_strange_header_breaks_no_page(cast, client):
    tender, faults = make.tender(cast), {}
    client.raise_request_exception = False
    for name, values in HEADERS.items():
        for value in values:
            for path in ("/", "/trajecten/", tender.get_absolute_url(), "/inloggen/login/", "/code/", "/en/trajecten/"):
                response = client.get(path, **{f"HTTP_{name}": value})
                if response.status_code not in GOOD:
                    faults[name, value[:20], path] = repr(response.exc_info[1])
                elif response.status_code in (400, 403, 404):
                    faults |= {(name, value[:20], path): fault for fault in faults_of_page(response)}
    assert faults == {}
