"""What stands in one cell, read as people in the Netherlands write it. Each raises Wrong with a sentence for that cell."""

import datetime as dt
import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.fields import YEARS
from inventory.models import Fitness
from tenders.money import CentsFormField, Vat

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_IN_WORDS = re.compile(r"(\d{1,2}) ([a-zé]{3,9})\.? (\d{4})")
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_TERM = re.compile(r"(\d{1,3})\s*(m|mnd|maand|maanden|j|jr|jaar)?\.?")
_MOST_CENTS = 10**14
_FITNESS = {
    "ja": Fitness.FIT,
    "geschikt": Fitness.FIT,
    "nee": Fitness.NOT_FIT,
    "niet": Fitness.NOT_FIT,
    "niet geschikt": Fitness.NOT_FIT,
    "ongeschikt": Fitness.NOT_FIT,
    "niet meer nodig": Fitness.NOT_NEEDED,
    "niet nodig": Fitness.NOT_NEEDED,
    "vervalt": Fitness.NOT_NEEDED,
}
_VAT = {
    "excl": Vat.EXCLUDED,
    "exclusief": Vat.EXCLUDED,
    "incl": Vat.INCLUDED,
    "inclusief": Vat.INCLUDED,
    "geen": Vat.NOT_DUE,
    "vrij": Vat.NOT_DUE,
    "nvt": Vat.NOT_DUE,
}


class Wrong(Exception):
    """A cell that cannot be read, with the sentence for who has to mend it."""


def text(value, longest: int) -> str:
    """Words; also of a number or a day that stands where words are meant."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = value.strftime("%d-%m-%Y") if isinstance(value, dt.date) else str(value)
    if words.startswith(("=", "@", "#REF", "#N/", "#VALUE", "#WAARDE", "#VERW", "#NAAM", "#NAME", "#DIV")):
        raise Wrong(_("This is a formula. Put its outcome here as plain text."))
    if "\x00" in words or any(ord(sign) < 32 and sign not in "\n\r\t" for sign in words):
        raise Wrong(_("There are signs in it that nobody can read. Type it again."))
    if len(words) > longest:
        raise Wrong(_("This is too long: %(long)d characters. The most is %(most)d.") % {"long": len(words), "most": longest})
    return words


def money(value, longest: int = 0) -> int:
    """Whole cents."""
    if isinstance(value, bool | dt.date | dt.time):
        raise Wrong(_("Write the amount in euros, like 1.234,56."))
    if isinstance(value, int | float | Decimal):
        if value != value or abs(value) * 100 > _MOST_CENTS:
            raise Wrong(_("This amount is too large."))
        cents = round(Decimal(str(value)) * 100)
    else:
        words = re.sub(r"(?i)\b(eur|euro)\b", "", text(value, 80)).replace("−", "-").strip()
        if (
            re.fullmatch(r"\(.*\)", words)
            or re.match(r"€?\s*-\s*\d", words)
            or (re.fullmatch(r"[€\d.,\s]+-", words) and ",-" not in words)
        ):
            raise Wrong(_("An amount cannot be below zero."))
        try:
            cents = CentsFormField().clean(words)
        except ValidationError as refusal:
            raise Wrong(" ".join(refusal.messages)) from refusal
    if cents < 0:
        raise Wrong(_("An amount cannot be below zero."))
    return cents


def day(value, longest: int = 0) -> str:
    """A day, as ISO: plain enough to wait in a row until somebody confirms it."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return _in_reach(value)
    words = str(value).strip().lower()
    for shape, order in ((_DAY, (3, 2, 1)), (_ISO, (1, 2, 3))):
        if found := shape.fullmatch(words):
            return _day_of(*(int(found[place]) for place in order))
    found = _IN_WORDS.fullmatch(words)
    month = "maa" if found and found[2] in ("mrt", "mar") else found[2][:3] if found else ""
    if month in _MONTHS:
        return _day_of(int(found[3]), _MONTHS.index(month) + 1, int(found[1]))
    raise Wrong(_("Write the day like 31-12-2026."))


def _day_of(year: int, month: int, number: int) -> str:
    try:
        return _in_reach(dt.date(year, month, number))
    except ValueError as error:
        raise Wrong(_("This day is not in the calendar. Write it like 31-12-2026.")) from error


def _in_reach(found: dt.date) -> str:
    if found.year not in YEARS:
        raise Wrong(_("Look at the year. It is from %(first)s to %(last)s.") % {"first": str(YEARS[0]), "last": str(YEARS[-1])})
    return found.isoformat()


def months(value, longest: int = 0) -> int:
    """A term in whole months: "3", "3 maanden", "1 jaar"."""
    found = _TERM.fullmatch(str(int(value) if isinstance(value, float) and value.is_integer() else value).strip().lower())
    number = int(found[1]) * (12 if (found[2] or "").startswith("j") else 1) if found else None
    if number is None or number > 120 or isinstance(value, bool):
        raise Wrong(_("Write the number of months, like 3. The most is 120."))
    return number


def fitness(value, longest: int = 0) -> str:
    """Whether it is fit for a social tender."""
    found = _FITNESS.get(str(value).strip().lower())
    if found is None:
        raise Wrong(_("Write “ja”, “nee” or “niet meer nodig”."))
    return str(found)


def vat(value, longest: int = 0) -> str:
    words = re.sub(r"[^a-z]", " ", str(value).lower()).replace("btw", " ").split()
    found = _VAT.get("".join(words[:1])) or _VAT.get("".join(words))
    if found is None:
        raise Wrong(_("Write “excl”, “incl” or “geen”."))
    return str(found)
