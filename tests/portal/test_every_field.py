"""Every field of every form of step 1, with what nobody thinks of: a sentence in Dutch, and never an error of ours.

That what was typed stays on the page is one rule for all: tenders/form_parts.py draws the field as it came. It is tried on the
pages themselves by tests/proof/test_fuzz.py, and on those that visitors meet by test_bad_input.py beside this.
"""

import inspect

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

import budgets.forms
import coalitions.forms
import dialogues.forms
import initiatives.forms
import inventory.forms
import tenders.forms
from events.fields import LONGEST, Day, Moment, Name, Words
from initiatives.forms.initiatives import PhotoField
from tenders.money import CentsFormField
from tests import nasty
from tests.make.initiatives import picture_file

APPS = budgets.forms, coalitions.forms, dialogues.forms, initiatives.forms, inventory.forms, tenders.forms
# What is typed there are no words: a code, a telephone number, or the filters of a list that stand in its address.
NO_WORDS = {"code", "contact_phone", "zoek", "thema"}
FAR_AMOUNTS = ("-1", "-0,01", "1e9", "NaN", "inf", "1.2.3,4", "9" * 30, "0x10", "€ -3", "twaalf")


def _fields() -> dict[str, forms.Field]:
    found = {}
    for module in APPS:
        for _name, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, forms.BaseForm):
                found |= {f"{kind.__name__}.{name}": field for name, field in kind.base_fields.items()}
    return found


FIELDS = {name: field for name, field in _fields().items() if not isinstance(field.widget, forms.HiddenInput)}


def of_kind(*kinds):
    return [pytest.param(field, id=name) for name, field in sorted(FIELDS.items()) if isinstance(field, kinds)]


WORDS = [
    pytest.param(field, id=name)
    for name, field in sorted(FIELDS.items())
    if type(field) in (forms.CharField, Words, Name) and name.split(".")[1] not in NO_WORDS
]


def refusal_of(field: forms.Field, value) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    assert all(sentence.strip() and "%(" not in sentence for sentence in refused.value.messages)
    return refused.value.messages


def test_there_are_many_of_each_kind():
    counted = [len(WORDS), *(len(of_kind(kind)) for kind in (forms.DateField, CentsFormField, forms.IntegerField, forms.FileField))]
    assert [one > 0 for one in counted] == [True] * 5
    assert len(WORDS) > 60


@pytest.mark.parametrize("field", WORDS)
def test_words_have_a_limit_and_what_is_longer_comes_back(field):
    assert isinstance(field, Words)
    assert field.max_length and field.max_length <= LONGEST
    assert refusal_of(field, "w" * (field.max_length + 1))


@pytest.mark.parametrize("field", WORDS)
def test_what_nobody_can_see_is_nothing_and_what_people_write_stays(field):
    for text in nasty.NOTHING.values():
        if field.required:
            assert refusal_of(field, text)
        else:
            assert field.clean(text) == ""
    for text in (nasty.KEPT | nasty.MARKUP).values():
        if len(text) <= field.max_length:
            kept = field.clean(text)
            assert kept == (" ".join(text.split()) if isinstance(field, Name) else text)
    for text, cleaned in nasty.CLEANED.values():
        assert field.clean(text) == (" ".join(cleaned.split()) if isinstance(field, Name) else cleaned)


@pytest.mark.parametrize("field", [one for one in WORDS if isinstance(one.values[0], Name)])
def test_a_name_is_one_line_that_turns_nothing_around(field):
    assert [field.clean(typed) for typed, _kept in nasty.NAMES.values()] == [kept for _typed, kept in nasty.NAMES.values()]


@pytest.mark.parametrize("field", of_kind(forms.DateField, forms.DateTimeField))
def test_a_day_that_is_none_or_out_of_reach_is_refused(field):
    assert isinstance(field, Day | Moment)
    for day in ("0000-00-00", "2026-02-30", "9999-12-31", "0001-01-01", "1899-12-31", "morgen", "-1"):
        assert refusal_of(field, day)


@pytest.mark.parametrize("field", of_kind(CentsFormField))
@pytest.mark.parametrize("amount", FAR_AMOUNTS)
def test_an_amount_that_is_none_is_refused(field, amount):
    assert refusal_of(field, amount)


@pytest.mark.parametrize("field", of_kind(CentsFormField))
def test_a_thousand_million_euros_is_an_amount_or_gets_a_sentence(field):
    for amount in ("1000000000", "1.000.000.000,00", "999999999999999"):
        try:
            assert field.clean(amount) % 100 == 0
        except ValidationError as refused:
            assert refused.messages[0].strip()


# Whether a number is too large for its column is looked at with the whole row.
@pytest.mark.parametrize("field", of_kind(forms.IntegerField))
@pytest.mark.parametrize("number", [number for number in nasty.NUMBERS if number != "0" and len(number) < 20])
def test_a_number_that_is_none_is_refused(field, number):
    assert refusal_of(field, number)


@pytest.mark.django_db
@pytest.mark.parametrize("field", of_kind(forms.ChoiceField, forms.MultipleChoiceField))
@pytest.mark.parametrize("choice", nasty.CHOICES)
def test_a_choice_that_is_not_there_is_refused(field, choice):
    assert refusal_of(field, [choice] if isinstance(field, forms.MultipleChoiceField) else choice)


PHOTOS = {
    "no picture": b"%PDF-1.7 geen foto",
    "SVG with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "HEIC": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64,
    "broken": b"\xff\xd8\xff\xe0kapot",
    "web page that begins as a GIF": b"GIF89a/*<script>alert(1)</script>*/",
    "empty": b"",
    "half of one": picture_file(size=(900, 700)).read()[:600],
    "small file of a huge picture": picture_file(size=(6500, 6500), kind="PNG").read(),
}


@pytest.mark.parametrize("field", of_kind(PhotoField))
@pytest.mark.parametrize("kind", PHOTOS)
def test_what_is_no_photo_is_refused(field, kind):
    assert refusal_of(field, ContentFile(PHOTOS[kind], name="foto.jpg"))
