"""Points and weights as people read them, and the words of the track."""

from decimal import Decimal

from django import template
from django.template.loader import render_to_string
from django.utils.formats import number_format

from evaluation.forms.scores import GradeChoice, ScoreForm
from evaluation.models import Capacity
from tenders import words
from tenders.kept import kept
from tenders.routes import Route

register = template.Library()


@register.filter
def points(hundredths: int) -> str:
    """'7,90' from 790."""
    return number_format(Decimal(hundredths) / 100, 2)


@register.filter
def share(weight: int) -> str:
    """'40' or '33,33' from hundredths of a percent: so many of every hundred."""
    return number_format(Decimal(weight) / 100, 0 if weight % 100 == 0 else 2)


@register.filter
def track_word(track: str, key: str) -> str:
    """The word for `key` on this track: 'application' or 'bid'."""
    return words.word(track, key)


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a text that hold something, without a dash that somebody put before them."""
    return [line.lstrip("-•* ").strip() for line in (text or "").splitlines() if line.strip()]


@register.filter
def capacity(value: str) -> str:
    """'resident' as people read it."""
    return str(Capacity(value).label)


@register.simple_tag
@kept
def grade_choice(letter: str, grades: tuple[GradeChoice, ...], chosen: str):
    """The choice of a grade for the bid `letter`, without errors; kept, because every member sees the same few."""
    form = ScoreForm(prefix=letter, initial={"grade": chosen}, grades=[GradeChoice(*grade) for grade in grades])
    shown = {"form_show_errors": True, "form_show_labels": True, "hide_optional": True}
    return render_to_string("nldesign/field.html", {"field": form["grade"], **shown})


@register.filter
def route_label(code: str) -> str:
    return str(Route(code).label)
