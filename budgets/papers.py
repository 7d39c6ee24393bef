"""A blank form to divide on, with a slip to tear off."""

from django.utils import translation
from django.utils.translation import gettext as _

from budgets.entries import facts_of
from budgets.models import Budget, Entry, Sheet
from documents.letters import legible
from documents.paper import SOFT, Paper
from documents.slips import ACROSS, LEFT, RIGHT, draw_code, draw_head, where_to
from tenders import dates
from tenders.money import euro_on_page

_AMOUNT = 40.0  # the box in which somebody writes an amount
_WORDS = ACROSS - _AMOUNT - 8
_BELOW = 210.0  # entries end here, so that the sum and the slip fit
_SLIP = 248.0


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


def _top(paper: Paper, budget: Budget, sheet: Sheet) -> float:
    paper.page()
    paper.text(_("Form %(number)d") % {"number": sheet.number}, RIGHT - 34, 15, size=12, bold=True)
    y = paper.text(budget.title, LEFT, draw_head(paper, budget.municipality.name), size=17, bold=True, kind="H1")
    says = _("There is %(ceiling)s to divide. Write an amount in a box, in steps of %(step)s. You need not spend all.")
    y = paper.text(says % {"ceiling": euro_on_page(budget.ceiling), "step": euro_on_page(budget.step)}, LEFT, y + 1)
    y = paper.text(_("Who may take part: %(who)s") % {"who": budget.who}, LEFT, y, size=10, colour=SOFT)
    return paper.text(_if_few(), LEFT, y, size=10, colour=SOFT) + 4


def _entry(paper: Paper, y: float, entry: Entry, budget: Budget, sheet: Sheet) -> float:
    """One entry with its box; on a next page when there is no room left."""
    if y + 16 > _BELOW:
        paper.text(_("Go on behind this page."), LEFT, y, size=10, bold=True)
        y = _top(paper, budget, sheet)
    paper.box(RIGHT - _AMOUNT, y + 0.5, _AMOUNT, 11)
    paper.text("€", RIGHT - _AMOUNT + 2, y + 3, size=12, colour=SOFT)
    y = paper.text(f"{entry.number}. {legible(str(entry), _('Plan'))}", LEFT, y, size=11, bold=True, width=_WORDS, kind="H2")
    words = " ".join([entry.sentence, *facts_of(entry)])
    return max(paper.text(words, LEFT, y, size=9.5, width=_WORDS, colour=SOFT), y + 6) + 3


def _sum(paper: Paper, y: float, budget: Budget) -> None:
    paper.line(LEFT, y, ACROSS, colour=SOFT)
    paper.box(RIGHT - _AMOUNT, y + 3, _AMOUNT, 11)
    paper.text("€", RIGHT - _AMOUNT + 2, y + 5.5, size=12, colour=SOFT)
    says = _("Together. This is %(ceiling)s at most.") % {"ceiling": euro_on_page(budget.ceiling)}
    y = paper.text(says, LEFT, y + 4, bold=True, width=_WORDS)
    closes = _("Hand this form in until and including %(day)s.") % {"day": dates.day(budget.closes_on)}
    paper.text(f"{closes} {where_to(budget.municipality)}", LEFT, y, size=10, width=_WORDS)


def _to_tear_off(paper: Paper, budget: Budget, sheet: Sheet, code: str, address: str) -> None:
    paper.text(_("Tear off here, and keep this part."), LEFT, _SLIP - 10, size=9, colour=SOFT)
    paper.line(LEFT, _SLIP - 4, ACROSS, colour=SOFT, dashed=True)
    paper.text(f"{budget.title}. {_('Form %(number)d') % {'number': sheet.number}}.", LEFT + 42, _SLIP - 1, size=10, colour=SOFT)
    draw_code(paper, _SLIP, code, address, found_with_it(budget), text_y=_SLIP + 5)


def _if_few() -> str:
    """What happens when few divide, in the words of the page."""
    return _(
        "Do fewer than 10 people take part? Then nobody sees what they divided together, the municipality neither. It decides "
        "itself then, with a reason for each line."
    )


def found_with_it(budget: Budget) -> str:
    """What one finds with the code of a division."""
    return _("There you see your division, and change it until and including %(day)s.") % {"day": dates.day(budget.closes_on)}
