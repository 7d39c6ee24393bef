"""The slip with a code, on small paper: whatever the code was given for. Drawn while one waits; nothing of it is kept."""

from typing import NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Municipality
from documents.letters import legible
from documents.paper import ACTION, SOFT, WIDTH, Paper

LEFT, RIGHT = 18.0, WIDTH - 18.0
ACROSS = RIGHT - LEFT


class Slip(NamedTuple):
    """What stands on a slip: the municipality, what the code is of and what that is about, what one finds with it, and what
    else to know at home."""

    place: str
    title: str
    about: str
    finds: str
    lines: tuple[str, ...] = ()


def slip_of(slip: Slip, code: str, address: str) -> bytes:
    """The slip as a PDF. In Dutch, as all paper."""
    with translation.override("nl"):
        paper = Paper(slip.title)
        paper.page()
        y = draw_head(paper, slip.place)
        y = paper.text(legible(slip.title, _("Your code")), LEFT, y, size=17, bold=True, kind="H1")
        y = paper.text(legible(slip.about, ""), LEFT, y + 1)
        for line in slip.lines:
            y = paper.text(legible(line, ""), LEFT, y)
        y += 4
        draw_code(paper, y, code, address, slip.finds)
        return paper.content()


def draw_head(paper: Paper, place: str, y: float = 15) -> float:
    """The name of the municipality over a line; returns where what follows begins."""
    paper.text(_("Municipality of %(name)s") % {"name": place}, LEFT, y, size=12, bold=True, colour=ACTION)
    paper.line(LEFT, y + 7.5, ACROSS, weight=1, colour=ACTION)
    return y + 13


def where_to(place: Municipality, name: str = "", phone: str = "") -> str:
    """Where a blank form can be handed in, and whom to call; "" when neither is known."""
    says = []
    if desk := " ".join(place.desk.split()).rstrip("."):
        says.append(_("You can hand it in here: %(desk)s.") % {"desk": desk})
    if name and phone:
        says.append(_("Do you have a question? Call %(name)s: %(phone)s.") % {"name": name, "phone": phone})
    elif place.phone:
        says.append(_("Do you have a question? Call %(phone)s.") % {"phone": place.phone})
    return " ".join(says)


def draw_code(paper: Paper, y: float, code: str, address: str, finds: str, text_y: float | None = None) -> None:
    """The code in letters and as a QR code, and what to do with it."""
    paper.qr(f"{address}#{code}", LEFT, y, 38, label=_("QR code: leads to the page with your code filled in"))
    x, y = LEFT + 42, text_y or y + 3
    y = paper.text(_("Your code"), x, y, size=10, colour=SOFT)
    y = paper.text(code, x, y, size=19, bold=True)
    shown = address.split("://", 1)[-1].rstrip("/")
    y = paper.text(_("Point a telephone at the square, or type the code at %(address)s.") % {"address": shown}, x, y + 1, size=10)
    y = paper.text(finds, x, y, size=10)
    paper.text(_("We do not keep this code: nobody can look it up for you."), x, y, size=10)
