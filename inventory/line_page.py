"""What the page of one line shows: its facts in words, its questions, and what follows from it."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import allows
from events import clock
from inventory.board_page import of_line
from inventory.forms import AskForm
from inventory.models import AGREED, Fitness, Line, LineKind, LineQuestion, MayStop, costs_now
from inventory.overview import Row, row_of, when_of
from inventory.words import FITNESS_SIGNS
from tenders.dates import day
from tenders.models import Question, Tender
from tenders.money import Vat, euro_on_page
from tenders.paging import page_of

_RIGHTS = ("edit_line", "judge_line", "end_line", "link_party", "start_from_line", "open_period", "answer_line_question")
_QUESTIONS = 10
_AROUND = 12


def context_of(line: Line, user, number=None) -> dict:
    may = {name: allows(user, f"inventory.{name}", line) for name in _RIGHTS}
    seen = Question.objects.visible_to(user).filter(municipality=line.municipality_id)
    asked = LineQuestion.objects.filter(line=line, question__in=seen.values("pk")).select_related("question__asked_by")
    colour, sign = FITNESS_SIGNS.get(line.fitness, ("", ""))
    tenders = list(Tender.objects.visible_to(user).filter(pk__in=line.tenders.values("tender_id")).order_by("-pk")[:5])
    periods = list(line.periods.filter(closed_at=None, ends_on__gte=clock.today()))
    result, boards = of_line(line, tenders, periods)
    return {
        "line": line,
        "municipality": line.municipality,
        "facts": facts_of(line),
        "colour": colour,
        "sign": sign,
        "page_obj": page_of(asked.order_by("-pk"), number, _QUESTIONS),
        "tenders": tenders,
        "stopping": _stopping(line),
        "result": result,
        "earlier_boards": boards,
        "periods": periods[:5],
        "can_have_plans": line.ended_at is None and line.fitness != Fitness.NOT_NEEDED,
        "form": AskForm(user=user) if allows(user, "inventory.ask_about_line", line) and line.ended_at is None else None,
        "may": may,
        "keeps": any(may.values()),
    }


def around(line: Line) -> list[Row]:
    """What is there and paid for already on the same theme, in the same area or in the whole municipality; without a theme what
    is in the same area. Of a line without both that would be everything, so nothing.
    """
    if line.theme_id is None and line.area_id is None:
        return []
    kinds = (LineKind.SUPPLY, LineKind.MONEY, *AGREED)
    found = Line.objects.current().filter(costs_now(clock.today()), municipality=line.municipality, kind__in=kinds)
    if line.theme_id:
        found = found.filter(theme=line.theme_id)
    if line.area_id:
        found = found.filter(Q(area=line.area_id) | Q(area=None, theme=line.theme_id, theme__isnull=False))
    found = found.exclude(pk=line.pk).select_related("area", "theme", "party").order_by("kind", "title", "pk")
    return [row_of(one, line.municipality) for one in found[:_AROUND]]


def facts_of(line: Line) -> list[tuple[str, str]]:
    """(name, value) in words, of what is known."""
    facts = [
        (_("Who"), line.who),
        (_("Where"), line.area.name if line.area else _("The whole municipality")),
        (_("Theme"), line.theme.name if line.theme else ""),
        (_("A year"), _amount(line)),
        (_("For each resident"), _each(line)),
        (_("How it can pay for itself"), line.earning),
        (_("Where it is written"), line.source),
        (_("Since"), day(line.begins_on) if line.is_agreed else ""),
        (_("When"), when_of(line, clock.today())),
        (_("Notice term"), _term(line)),
        (_("Number"), line.reference),
    ]
    return [(name, value) for name, value in facts if value]


def _amount(line: Line) -> str:
    if line.amount is None:
        return ""
    return euro_on_page(line.amount) if line.vat == Vat.NOT_DUE else f"{euro_on_page(line.amount)} {line.get_vat_display()}"


def _each(line: Line) -> str:
    if line.amount is None:
        return ""
    return euro_on_page(line.per_resident) if line.residents else _("we do not know how many people live there")


def _term(line: Line) -> str:
    if line.notice_months is None:
        return ""
    term = ngettext("%(n)d month", "%(n)d months", line.notice_months) % {"n": line.notice_months}
    if line.notice_on is None:
        return term
    return _("%(term)s: the last day for notice is %(day)s") % {"term": term, "day": day(line.notice_on)}


def _stopping(line: Line) -> list[tuple[str, str, str]]:
    """(tender, address, from when) of what everybody may know: it was told, and the tender is public."""
    if not line.is_agreed:
        return []
    told = MayStop.objects.standing().told().filter(line=line, tender__published_at__isnull=False)
    rows = told.values_list("tender__title", "tender__slug", "stops_on")
    return [(title, reverse("portal:show_tender", args=[slug]), day(stops_on)) for title, slug, stops_on in rows[:5]]
