"""Money is whole cents; shares and weights are whole hundredths of a percent. One field type each, one way to divide.

Decimals were tried: a CHECK on SQLite refuses 0.30 = 0.10 + 0.20.
"""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# "1.234,56", "1,234.56", "1234,5", "12,-": one sign between thousands, the other before the cents.
_AMOUNT = re.compile(
    r"(?P<euros>\d{1,3}(?:(?P<sign>[.,])\d{3})(?:(?P=sign)\d{3})*|\d+)"
    r"(?:(?!(?P=sign))[.,](?P<cents>\d{1,2}))?(?:,-)?"
)
# Twelve thousand to who writes English, twelve euros and a bit to who writes Dutch: nobody knows, so we ask.
_AMBIGUOUS = re.compile(r"\d{1,3},\d{3}(?:,-)?")
_DUTCH_SIGNS = str.maketrans(",.", ".,")
WHOLE = 10_000  # a whole, in hundredths of a percent


class Vat(models.TextChoices):
    EXCLUDED = "excl", _("excluding VAT")
    INCLUDED = "incl", _("including VAT")
    NOT_DUE = "none", _("no VAT")


class CentsFormField(forms.CharField):
    """Reads an amount as people write it ("1.234,56", "€ 1234", "1,234.56") into whole cents."""

    default_error_messages = {
        "invalid": _("Write the amount in euros, like 1.234,56."),
        "ambiguous": _("Write thousands with a point, like 12.345. Write cents with two digits after the comma, like 12,34."),
        "negative": _("An amount cannot be below zero."),
        "large": _("This amount is too large."),
    }

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("inputmode", "decimal")

    def to_python(self, value):
        text = re.sub(r"[€\s\u00a0]", "", super().to_python(value) or "")
        if not text:
            return None
        if text.startswith("-"):
            raise ValidationError(self.error_messages["negative"], code="negative")
        if _AMBIGUOUS.fullmatch(text):
            raise ValidationError(self.error_messages["ambiguous"], code="ambiguous")
        match = _AMOUNT.fullmatch(text)
        if not match:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        euros, cents = re.sub(r"[.,]", "", match["euros"]), (match["cents"] or "").ljust(2, "0")
        if len(euros) > 12:
            raise ValidationError(self.error_messages["large"], code="large")
        return int(euros) * 100 + int(cents)

    def prepare_value(self, value):
        if isinstance(value, int):
            return f"{value // 100},{value % 100:02d}" if value % 100 else str(value // 100)
        return value


class MoneyField(models.BigIntegerField):
    """Whole cents, zero or more."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("validators", [])
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        shown = {"label": capfirst(self.verbose_name), "help_text": self.help_text}
        return CentsFormField(required=not self.blank, **shown | {name: kwargs[name] for name in shown if name in kwargs})


class ShareFormField(forms.CharField):
    """Reads a percentage ("33,33") into whole hundredths of a percent, from 0 to 100."""

    default_error_messages = {"invalid": _("Write a percentage from 0 to 100, like 12,5.")}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("inputmode", "decimal")

    def to_python(self, value):
        text = re.sub(r"[%\s]", "", super().to_python(value) or "").replace(",", ".")
        if not text:
            return None
        if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        whole, _sep, part = text.partition(".")
        hundredths = int(whole) * 100 + int(part.ljust(2, "0") or 0)
        if hundredths > WHOLE:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return hundredths

    def prepare_value(self, value):
        if isinstance(value, int):
            return f"{value // 100},{value % 100:02d}" if value % 100 else str(value // 100)
        return value


class ShareField(models.PositiveIntegerField):
    """Whole hundredths of a percent, 0 to 10.000."""

    def formfield(self, **kwargs):
        shown = {"label": capfirst(self.verbose_name), "help_text": self.help_text}
        return ShareFormField(required=not self.blank, **shown | {name: kwargs[name] for name in shown if name in kwargs})


def divide(cents: int, shares: list[int]) -> list[int]:
    """Divide an amount by shares (any whole numbers); the parts add up to the amount.

    Largest remainder: each part is rounded down, and the cents left over go to the largest remainders, the first of equals.
    """
    total = sum(shares)
    if total <= 0:
        raise ValueError("there is nothing to divide by")
    parts = [cents * share // total for share in shares]
    order = sorted(range(len(shares)), key=lambda i: (-(cents * shares[i] % total), i))
    for i in order[: cents - sum(parts)]:
        parts[i] += 1
    return parts


def euro(cents: int | None, *, always_cents: bool = False) -> str:
    """'€ 1.234,56' as the Dutch write it, '€1,234.56' in English; whole euros without decimals."""
    if cents is None:
        return ""
    whole, part = divmod(abs(cents), 100)
    text = f"{whole:,}.{part:02d}" if part or always_cents else f"{whole:,}"
    sign = "-" if cents < 0 else ""
    return f"{sign}€{text}" if _in_english() else f"{sign}€ {text.translate(_DUTCH_SIGNS)}"


def euro_on_page(cents: int | None) -> str:
    """The same for a page, never cut in two at the end of a line; what is kept, printed or exported has a plain space."""
    return euro(cents).replace(" ", "\u00a0")


def percent(hundredths: int | None) -> str:
    """'12,5 %' from 1250, '12.5%' in English."""
    if hundredths is None:
        return ""
    whole, part = divmod(hundredths, 100)
    text = f"{whole}.{part:02d}".rstrip("0") if part else f"{whole}"
    return f"{text}%" if _in_english() else f"{text.translate(_DUTCH_SIGNS)} %"


def _in_english() -> bool:
    """In the language of now; a text that is kept is made in Dutch, with `translation.override`."""
    return get_language() == "en"
