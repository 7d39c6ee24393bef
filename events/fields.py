"""Fields of forms that refuse what nobody means and no database can hold, before anything is done with it."""

import datetime as dt
import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000  # characters of a text: ten pages; with more, every page and PDF that shows it becomes slow
YEARS = range(1900, 3000)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb]")
# They turn the direction of what stands behind them, outside of the text too. Each script finds its own direction without
# them; the two marks that writers of Hebrew and Arabic set within a line (200E, 200F) turn nothing else, and stay in a text.
_OVERTURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_NUMBER = re.compile(r"\+?[0-9 ()\-]+")
_NO_NAME = re.compile(r"\d|@|https?:|www|/|\w\.(?:nl|com|org|net|eu|be|info|io|shop)\b", re.IGNORECASE)
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by name, and nothing to see


def whole(text: str) -> int | None:
    """The number in what comes along in an address or a hidden field; None for what is none ("²" is a digit too) or too long."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def in_reach(day: dt.date) -> None:
    """Refuse a day from which nobody can count on: it is a typing error, and a term after the year 9999 does not exist."""
    if day.year not in YEARS:
        raise ValidationError(
            _("Look at the year. It is from %(first)s to %(last)s."),
            code="far",
            params={"first": str(YEARS[0]), "last": str(YEARS[-1])},
        )


class Day(forms.DateField):
    default_validators = [in_reach]


class Moment(forms.DateTimeField):
    default_validators = [in_reach]
    default_error_messages = {"clock": _("The clock is changed in this hour. Choose another time.")}

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            if refusal.code != "ambiguous_timezone":
                raise
            raise ValidationError(self.error_messages["clock"], code="clock") from refusal


class Words(forms.CharField):
    """What somebody says: any script, emoji and lines, but no control characters; what cannot be seen counts as nothing."""

    def to_python(self, value):
        text = super().to_python(_OVERTURNS.sub("", _CONTROLS.sub("", value)) if isinstance(value, str) else value)
        return text if any(_shows(letter) for letter in text) else self.empty_value


class Email(forms.EmailField):
    """An e-mail address as long as one can be (RFC 5321) and no longer: a column holds it, and a mail server takes it."""

    default_error_messages = {"max_length": _("An e-mail address has 254 characters at most. Look at it once more.")}

    def __init__(self, *, max_length=254, **options):
        super().__init__(max_length=max_length, **options)


class Telephone(forms.CharField):
    """A telephone number as people write it: numbers, with spaces, dashes or a plus."""

    def __init__(self, **options):
        options = {"max_length": 30, "widget": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})} | options
        super().__init__(**options)

    def clean(self, value):
        value = super().clean(value)
        if value and not (_NUMBER.fullmatch(value) and 5 <= sum(letter.isdigit() for letter in value) <= 15):
            raise ValidationError(_("This is no telephone number. Type the numbers, for example 06 12345678."), code="phone")
        return value


class Name(Words):
    """What somebody is called: one line, that cannot turn around what stands beside it."""

    def to_python(self, value):
        return super().to_python(" ".join(_TURNS.sub("", value).split()) if isinstance(value, str) else value)


class FirstName(Name):
    """What people want to be called by everybody, at once: no number, address or advertisement where a name is asked."""

    def __init__(self, *, max_length=40, **options):
        super().__init__(max_length=max_length, **options)

    def validate(self, value):
        super().validate(value)
        if _NO_NAME.search(unicodedata.normalize("NFKC", value)):
            raise ValidationError(_("Only a name goes here: no numbers, no e-mail address and no website."), code="name")


def _shows(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ" and letter not in _BLANKS


class Several(forms.ModelMultipleChoiceField):
    """Things from a list, by number; a number that nothing can have is a choice that is not there (SQLite would break on it)."""

    def clean(self, value):
        for one in value if isinstance(value, list | tuple) else ():
            if isinstance(one, str) and len(one) > 18:
                raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": one[:18]})
        return super().clean(value)


def _has_lines(widget) -> bool:
    return isinstance(widget, forms.Textarea) or (isinstance(widget, type) and issubclass(widget, forms.Textarea))


def limited(model_field: models.Field, **options) -> forms.Field | None:
    """The form field of a model's field: the formfield_callback of every ModelForm.

    A text without a limit of its own gets LONGEST and is Words, one on a line is a Name; a day or moment is in reach.
    """
    if isinstance(model_field, models.TextField) and model_field.max_length is None:
        options["max_length"] = LONGEST
    if isinstance(model_field, models.TextField) and not model_field.choices:
        options["form_class"] = Words
    if type(model_field) is models.CharField and not model_field.choices:
        options.setdefault("form_class", Words if _has_lines(options.get("widget")) else Name)
    if isinstance(model_field, models.DateField):
        options["form_class"] = Moment if isinstance(model_field, models.DateTimeField) else Day
    return model_field.formfield(**options)
