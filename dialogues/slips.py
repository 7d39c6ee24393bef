"""What is printed on small paper: the slip that leads back to a contribution, and blank forms with such a slip to tear off."""

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dialogues.models import Contribution, ContributionKind, Dialogue, Registration, Sheet
from documents.paper import ACTION, SOFT, WIDTH, Paper
from tenders import dates
from tenders.models import Tender

_LEFT, _RIGHT = 18.0, WIDTH - 18.0
_ACROSS = _RIGHT - _LEFT
_BETWEEN = 10.2  # lines to write on
_BELOW = 136.0  # where the lines end, so that all below them fits


def slip_of(thing, code: str, address: str) -> bytes:
    """The slip of a contribution, or of something else that a code leads to, as a PDF. In Dutch, as all paper."""
    with translation.override("nl"):
        title = _("Your code")
        if isinstance(thing, Contribution):
            title = _("Your contribution, number %(number)d") % {"number": thing.number}
        paper = Paper(title)
        paper.page()
        y = _head(paper, thing.tender)
        y = paper.text(title, _LEFT, y, size=17, bold=True, kind="H1")
        y = paper.text(str(thing.meeting if isinstance(thing, Registration) else thing.tender), _LEFT, y + 1) + 4
        _code(paper, y, code, address)
        return paper.content()


def forms_of(tender: Tender, question: str, sheets: list[tuple[Sheet, str]], address: str) -> bytes:
    """A blank form for each sheet and its code: the question, who sees what, and a slip to tear off."""
    with translation.override("nl"):
        paper = Paper(_("Forms for %(title)s") % {"title": tender.title})
        dialogue = Dialogue.objects.filter(tender=tender).first()
        for sheet, code in sheets:
            paper.page()
            y = _top_of_form(paper, tender, question, sheet)
            y = _to_write(paper, y)
            _to_choose(paper, y)
            _last_day(paper, dialogue)
            _to_tear_off(paper, tender, sheet, code, address)
        return paper.content()


def _head(paper: Paper, tender: Tender, y: float = 15) -> float:
    paper.text(_("Municipality of %(name)s") % {"name": tender.municipality.name}, _LEFT, y, size=12, bold=True, colour=ACTION)
    paper.line(_LEFT, y + 7.5, _ACROSS, weight=1, colour=ACTION)
    return y + 13


def _top_of_form(paper: Paper, tender: Tender, question: str, sheet: Sheet) -> float:
    paper.text(_("Form %(number)d") % {"number": sheet.number}, _RIGHT - 34, 15, size=12, bold=True)
    y = _head(paper, tender)
    y = paper.text(tender.title, _LEFT, y, size=12, colour=SOFT)
    y = paper.text(question, _LEFT, y + 1, size=20, bold=True, kind="H1")
    return paper.text(_("Just as you would tell it. One sentence is enough. You may write in your own language."), _LEFT, y) + 3


def _to_write(paper: Paper, y: float) -> float:
    """As many lines as there is room for above what follows."""
    lines = int((_BELOW - y) // _BETWEEN)
    paper.box(_LEFT, y, _ACROSS, lines * _BETWEEN)
    for line in range(1, lines):
        paper.line(_LEFT + 4, y + line * _BETWEEN, _ACROSS - 8)
    y = paper.text(_("What is it?"), _LEFT, y + lines * _BETWEEN + 4, bold=True, kind="H2")
    x = _LEFT
    for kind in ContributionKind:
        paper.box(x, y + 1, 4, 4)
        paper.text(capfirst(str(kind.label)), x + 6, y + 0.3, width=40)
        x += 43
    return y + 10


def _to_choose(paper: Paper, y: float) -> None:
    """The same sentences as on the website: what who sees."""
    y = paper.text(_("What may we call you?"), _LEFT, y, bold=True, kind="H2") + 1
    for label, consequence in (
        (_("With my name"), _("Everybody sees your name. Only the team sees your e-mail address.")),
        (_("With a pseudonym"), _("Everybody sees the pseudonym. Do not write your own name on this form.")),
        (_("Without a name"), _("Nobody knows who you are, we don't either. Only your code leads back to what you said.")),
    ):
        paper.box(_LEFT, y + 0.8, 4, 4)
        y = paper.text(label, _LEFT + 7, y, bold=True)
        y = paper.text(consequence, _LEFT + 7, y, size=10, colour=SOFT) + 1
    y += 2
    for label in (
        _("Name or pseudonym (only when you want)"),
        _("E-mail address, to get a message when there is an answer (not needed)"),
    ):
        y = paper.text(label, _LEFT, y, size=10)
        paper.line(_LEFT, y + 7, _ACROSS, colour=SOFT)
        y += 9


def _last_day(paper: Paper, dialogue: Dialogue | None) -> None:
    if dialogue and dialogue.closes_on:
        says = _("Hand this form in until and including %(day)s. You get an answer to every contribution.")
        paper.text(says % {"day": dates.day(dialogue.closes_on)}, _LEFT, 229, size=10)


def _to_tear_off(paper: Paper, tender: Tender, sheet: Sheet, code: str, address: str) -> None:
    paper.text(_("Tear off here, and keep this part."), _LEFT, 238, size=9, colour=SOFT)
    paper.line(_LEFT, 244, _ACROSS, colour=SOFT, dashed=True)
    paper.text(f"{tender.title}. {_('Form %(number)d') % {'number': sheet.number}}.", _LEFT + 42, 247, size=10, colour=SOFT)
    _code(paper, 248, code, address, text_y=253)


def _code(paper: Paper, y: float, code: str, address: str, text_y: float | None = None) -> None:
    """The code in letters and as a QR code, and what to do with it."""
    paper.qr(f"{address}#{code}", _LEFT, y, 38, label=_("QR code: leads to the page with your code filled in"))
    x, y = _LEFT + 42, text_y or y + 3
    y = paper.text(_("Your code"), x, y, size=10, colour=SOFT)
    y = paper.text(code, x, y, size=19, bold=True)
    shown = address.split("://", 1)[-1].rstrip("/")
    y = paper.text(_("Point a telephone at the square, or type the code at %(address)s.") % {"address": shown}, x, y + 1, size=10)
    paper.text(
        _("There you read what became of what you said. We do not keep this code: nobody can look it up for you."), x, y, size=10
    )
