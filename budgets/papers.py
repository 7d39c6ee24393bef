"""What is printed on small paper: a blank form to divide on, with a slip to tear off, and the slip alone."""

from django.utils import translation
from django.utils.translation import gettext as _

from budgets.entries import facts_of
from budgets.models import Budget, Entry, Sheet
from documents.paper import ACTION, SOFT, WIDTH, Paper
from tenders import dates
from tenders.money import euro

_LEFT, _RIGHT = 18.0, WIDTH - 18.0
_ACROSS = _RIGHT - _LEFT
_AMOUNT = 40.0  # the box in which somebody writes an amount
_WORDS = _ACROSS - _AMOUNT - 8
_BELOW = 216.0  # entries end here, so that the sum and the slip fit
_SLIP = 248.0


def slip_of(budget: Budget, code: str, address: str) -> bytes:
    """The slip of a division, as a PDF. In Dutch, as all paper."""
    with translation.override("nl"):
        paper = Paper(_("Your code"))
        paper.page()
        y = _head(paper, budget)
        y = paper.text(_("Your code"), _LEFT, y, size=17, bold=True, kind="H1")
        y = paper.text(budget.title, _LEFT, y + 1) + 4
        _code(paper, y, code, address, budget)
        return paper.content()


def forms_of(budget: Budget, sheets: list[tuple[Sheet, str]], address: str) -> bytes:
    """A blank form for each sheet and its code: the entries with a box for an amount, and a slip to tear off."""
    entries = list(budget.entries.standing().for_list())
    with translation.override("nl"):
        paper = Paper(_("Forms for %(title)s") % {"title": budget.title})
        for sheet, code in sheets:
            y = _top(paper, budget, sheet)
            for entry in entries:
                y = _entry(paper, y, entry, budget, sheet)
            _sum(paper, y, budget)
            _to_tear_off(paper, budget, sheet, code, address)
        return paper.content()


def _head(paper: Paper, budget: Budget) -> float:
    paper.text(_("Municipality of %(name)s") % {"name": budget.municipality.name}, _LEFT, 15, size=12, bold=True, colour=ACTION)
    paper.line(_LEFT, 22.5, _ACROSS, weight=1, colour=ACTION)
    return 28


def _top(paper: Paper, budget: Budget, sheet: Sheet) -> float:
    paper.page()
    paper.text(_("Form %(number)d") % {"number": sheet.number}, _RIGHT - 34, 15, size=12, bold=True)
    y = paper.text(budget.title, _LEFT, _head(paper, budget), size=17, bold=True, kind="H1")
    says = _("There is %(ceiling)s to divide. Write an amount in a box, in steps of %(step)s. You need not spend all.")
    y = paper.text(says % {"ceiling": euro(budget.ceiling), "step": euro(budget.step)}, _LEFT, y + 1)
    return paper.text(_("Who may take part: %(who)s") % {"who": budget.who}, _LEFT, y, size=10, colour=SOFT) + 4


def _entry(paper: Paper, y: float, entry: Entry, budget: Budget, sheet: Sheet) -> float:
    """One entry with its box; on a next page when there is no room left."""
    if y + 16 > _BELOW:
        paper.text(_("Go on behind this page."), _LEFT, y, size=10, bold=True)
        y = _top(paper, budget, sheet)
    paper.box(_RIGHT - _AMOUNT, y + 0.5, _AMOUNT, 11)
    paper.text("€", _RIGHT - _AMOUNT + 2, y + 3, size=12, colour=SOFT)
    y = paper.text(f"{entry.number}. {entry}", _LEFT, y, size=11, bold=True, width=_WORDS, kind="H2")
    words = " ".join([entry.sentence, *facts_of(entry)]).replace("\u00a0", " ")
    return max(paper.text(words, _LEFT, y, size=9.5, width=_WORDS, colour=SOFT), y + 6) + 3


def _sum(paper: Paper, y: float, budget: Budget) -> None:
    paper.line(_LEFT, y, _ACROSS, colour=SOFT)
    paper.box(_RIGHT - _AMOUNT, y + 3, _AMOUNT, 11)
    paper.text("€", _RIGHT - _AMOUNT + 2, y + 5.5, size=12, colour=SOFT)
    says = _("Together. This is %(ceiling)s at most.") % {"ceiling": euro(budget.ceiling)}
    y = paper.text(says, _LEFT, y + 4, bold=True, width=_WORDS)
    closes = _("Hand this form in until and including %(day)s.") % {"day": dates.day(budget.closes_on)}
    paper.text(closes, _LEFT, y, size=10, width=_WORDS)


def _to_tear_off(paper: Paper, budget: Budget, sheet: Sheet, code: str, address: str) -> None:
    paper.text(_("Tear off here, and keep this part."), _LEFT, _SLIP - 10, size=9, colour=SOFT)
    paper.line(_LEFT, _SLIP - 4, _ACROSS, colour=SOFT, dashed=True)
    paper.text(f"{budget.title}. {_('Form %(number)d') % {'number': sheet.number}}.", _LEFT + 42, _SLIP - 1, size=10, colour=SOFT)
    _code(paper, _SLIP, code, address, budget, text_y=_SLIP + 5)


def _code(paper: Paper, y: float, code: str, address: str, budget: Budget, text_y: float | None = None) -> None:
    """The code in letters and as a QR code, and what to do with it."""
    paper.qr(f"{address}#{code}", _LEFT, y, 38, label=_("QR code: leads to the page with your code filled in"))
    x, y = _LEFT + 42, text_y or y + 3
    y = paper.text(_("Your code"), x, y, size=10, colour=SOFT)
    y = paper.text(code, x, y, size=19, bold=True)
    shown = address.split("://", 1)[-1].rstrip("/")
    y = paper.text(_("Point a telephone at the square, or type the code at %(address)s.") % {"address": shown}, x, y + 1, size=10)
    says = _("There you see your division, and change it until and including %(day)s. We do not keep this code.")
    paper.text(says % {"day": dates.day(budget.closes_on)}, x, y, size=10)
