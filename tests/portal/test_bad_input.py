"""The forms that people without an account meet in step 1, sent as they stand on the page, with what nobody thinks of."""

import random

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import nasty
from tests.proof.found_forms import Page
from tests.stages import things
from tests.walk import address

# The page, and what must be written in it.
FORMS = {
    "dialogues:contribute": "text",
    "dialogues:contribute_without_name": "text",
    "dialogues:flag_contribution": "text",
    "dialogues:show_live": "text",
    "tenders:ask_question": "text",
    "golden_thread:follow_line": "text",
    "initiatives:begin_initiative": "sentence",
    "initiatives:join_initiative": "first_name",
    "initiatives:file_plan": "what",
}
every_form = pytest.mark.parametrize("name", FORMS)
DATA = "data:text/html;base64,PHNjcmlwdD4="
MARKUP = nasty.MARKUP | {
    "nested": "**[vet](javascript:alert(1))** <scr<script>ipt>alert(1)</script>",
    "picture in Markdown": "![x](https://kwaad.example/x.png)",
    "data": f"[klik]({DATA})",
    "entities": "[klik](java&#115;cript&colon;alert(1)) &#x3C;img src=x onerror=alert(1)&#x3E;",
}


@pytest.fixture
def filled(cast):
    """What somebody fills in on the page of this name who means well; and a way to send it, with changes."""
    found = things(cast, "1")

    def of(name: str):
        cache.clear()
        page, client, chance = address(name, found), Client(), random.Random(1)  # noqa: S311 - the same each time
        html = client.get(page).content.decode()
        (form,) = [one for one in Page(html, page).forms if FORMS[name] in {field.name for field in one.fields}]
        given = {field.name: field.good_value(chance) for field in form.fields if field.kind not in ("file", "checkbox")}
        given |= {"email": "bep@example.nl"} if "email" in given else {}
        given |= {"phone": "038 123 45 67"} if given.get("phone") == "Een gewone zin." else {}
        given |= {"name_choice": "name"} if "name_choice" in given else {}

        def send(**changes):
            return client.post(form.action or page, given | changes)

        return given, send

    return of


def wrong_in(answer) -> list[str]:
    return list(answer.context["form"].errors) if answer.status_code == 200 and "form" in (answer.context or {}) else []


@every_form
def test_as_it_stands_it_goes_through_so_that_what_follows_says_something(filled, name):
    _given, send = filled(name)
    answer = send()
    assert (answer.status_code in (200, 302), wrong_in(answer)) == (True, [])


@every_form
def test_nothing_is_nothing_and_the_rest_stays(filled, name):
    given, send = filled(name)
    kept = {field: value for field, value in given.items() if field in ("shown_name", "email", "about", "name", "title", "spot")}
    for text in nasty.NOTHING.values():
        answer = send(**{FORMS[name]: text})
        page = answer.content.decode()
        assert (wrong_in(answer), 'aria-invalid="true"' in page) == ([FORMS[name]], True), repr(text)
        assert [field for field, value in kept.items() if value and value not in page] == []


@every_form
def test_ten_thousand_letters_without_a_space_come_back_with_a_sentence(filled, name):
    _given, send = filled(name)
    answer = send(**{FORMS[name]: nasty.LONG_LINE})
    assert (wrong_in(answer), nasty.LONG_LINE in answer.content.decode()) == ([FORMS[name]], True)


@every_form
def test_no_trick_comes_alive(filled, name):
    _given, send = filled(name)
    for number, text in enumerate((MARKUP | nasty.KEPT).values()):
        cache.clear()
        answer = send(**{FORMS[name]: text, "once": f"t{number}", "shown_name": text[:80], "email": ""})
        assert answer.status_code in (200, 302)
        assert Page(answer.content.decode(), "/").live == []
        assert "javascript:alert(1)" not in [part.split('"')[0] for part in answer.content.decode().split('href="')]


@pytest.mark.parametrize(
    "name", ["dialogues:contribute", "initiatives:file_plan", "tenders:ask_question", "golden_thread:follow_line"]
)
def test_an_address_that_is_none_is_said_beside_it(filled, name):
    given, send = filled(name)
    for email in ("bep@", "bep", "a@b@c.nl", "bep@example.nl\r\nBcc: x@y.nl", "x" * 400 + "@example.nl"):
        answer = send(email=email)
        assert wrong_in(answer) == ["email"], email
        assert given[FORMS[name]] in answer.content.decode()


def test_a_file_that_is_no_photo_is_said_beside_it_and_the_words_stay(filled):
    given, send = filled("initiatives:begin_initiative")
    for content in (b"%PDF-1.7 geen foto", b"GIF89a", b"", b"\xff\xd8\xff\xe0kapot"):
        answer = send(photo=SimpleUploadedFile("foto.jpg", content, content_type="image/jpeg"))
        assert wrong_in(answer) == ["photo"], content
        assert given["sentence"] in answer.content.decode()


def test_an_amount_is_one_of_people(filled):
    _given, send = filled("initiatives:file_plan")
    for cost in ("-5", "1e9", "NaN", "9" * 25, "twaalf"):
        answer = send(cost=cost)
        assert (wrong_in(answer), f'value="{cost}"' in answer.content.decode()) == (["cost"], True)
    for number, cost in enumerate(("1.000.000.000", "0", "12,50")):
        assert wrong_in(send(cost=cost, once=f"t{number}")) == []


@every_form
def test_the_same_form_twice_shows_the_same_page(filled, name):
    _given, send = filled(name)
    first, second = send(), send()
    assert (first.status_code, first.context.get("code")) == (second.status_code, second.context.get("code"))
