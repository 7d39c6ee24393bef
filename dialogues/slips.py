"""Blank forms for a meeting, each with a slip to tear off that leads back to what somebody writes on it."""

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dialogues.models import ContributionKind, Dialogue, Sheet
from documents.paper import SOFT, Paper
from documents.slips import ACROSS, LEFT, RIGHT, draw_code, draw_head, where_to
from tenders import dates
from tenders.models import Tender

_BETWEEN = 10.2  # lines to write on
_BELOW = 132.0  # where the lines end, so that all below them fits


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
            _last_day(paper, tender, dialogue)
            _to_tear_off(paper, tender, sheet, code, address)
        return paper.content()


def _top_of_form(paper: Paper, tender: Tender, question: str, sheet: Sheet) -> float:
    paper.text(_("Form %(number)d") % {"number": sheet.number}, RIGHT - 34, 15, size=12, bold=True)
    y = draw_head(paper, tender.municipality.name)
    y = paper.text(tender.title, LEFT, y, size=12, colour=SOFT)
    y = paper.text(question, LEFT, y + 1, size=20, bold=True, kind="H1")
    return paper.text(_("Just as you would tell it. One sentence is enough. You may write in your own language."), LEFT, y) + 3


def _to_write(paper: Paper, y: float) -> float:
    """As many lines as there is room for above what follows."""
    lines = int((_BELOW - y) // _BETWEEN)
    paper.box(LEFT, y, ACROSS, lines * _BETWEEN)
    for line in range(1, lines):
        paper.line(LEFT + 4, y + line * _BETWEEN, ACROSS - 8)
    y = paper.text(_("What is it?"), LEFT, y + lines * _BETWEEN + 4, bold=True, kind="H2")
    x = LEFT
    for kind in ContributionKind:
        paper.box(x, y + 1, 4, 4)
        paper.text(capfirst(str(kind.label)), x + 6, y + 0.3, width=40)
        x += 43
    return y + 10


def _to_choose(paper: Paper, y: float) -> None:
    """The same sentences as on the website: what who sees."""
    y = paper.text(_("What may we call you?"), LEFT, y, bold=True, kind="H2") + 1
    for label, consequence in (
        (_("With my name"), _("Everybody sees your name. Only the team sees your e-mail address.")),
        (_("With a pseudonym"), _("Everybody sees the pseudonym. Do not write your own name on this form.")),
        (_("Without a name"), _("Nobody knows who you are, we don't either. Only your code leads back to what you said.")),
    ):
        paper.box(LEFT, y + 0.8, 4, 4)
        y = paper.text(label, LEFT + 7, y, bold=True)
        y = paper.text(consequence, LEFT + 7, y, size=10, colour=SOFT) + 1
    y += 2
    for label in (
        _("Name or pseudonym (only when you want)"),
        _("E-mail address, to get a message when there is an answer (not needed)"),
    ):
        y = paper.text(label, LEFT, y, size=10)
        paper.line(LEFT, y + 7, ACROSS, colour=SOFT)
        y += 9


def _last_day(paper: Paper, tender: Tender, dialogue: Dialogue | None) -> None:
    """Until when, where, and whom to call."""
    where = where_to(tender.municipality, tender.contact_person, tender.contact_phone)
    if dialogue and dialogue.closes_on:
        says = _("Hand this form in until and including %(day)s. You get an answer to every contribution.")
        where = " ".join([says % {"day": dates.day(dialogue.closes_on)}, where])
    paper.text(where, LEFT, 225, size=9.5)


def _to_tear_off(paper: Paper, tender: Tender, sheet: Sheet, code: str, address: str) -> None:
    paper.text(_("Tear off here, and keep this part."), LEFT, 238, size=9, colour=SOFT)
    paper.line(LEFT, 244, ACROSS, colour=SOFT, dashed=True)
    paper.text(f"{tender.title}. {_('Form %(number)d') % {'number': sheet.number}}.", LEFT + 42, 247, size=10, colour=SOFT)
    draw_code(paper, 248, code, address, _("There you read what became of what you said."), text_y=253)
