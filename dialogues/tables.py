"""Who takes part and who lives there, as a chart and a table of words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from areas.representation import Compared
from dialogues.missing import Part


@dataclass
class Table:
    """One question, ready for the parts `bar_chart` and `table`."""

    title: str
    finding: str
    bars: list[tuple]
    columns: list
    rows: list[list[str]]


def table_of(part: Part) -> Table:
    """In the chart the full bar is who took part, the outline who lives there; what may not be seen has no bar."""
    return Table(
        title=part.title,
        finding=_("%(total)d people said it, rounded to five.") % {"total": part.total},
        bars=[(name, round(one.share_here or 0), round(one.share_there), _here(one), _there(one)) for name, one in part.rows],
        columns=[
            _("Group"),
            (_("Took part"), "n"),
            (_("Of every 100 here"), "n"),
            (_("Of every 100 there"), "n"),
            (_("Index"), "n"),
        ],
        rows=[[name, _number(one), _share(one), f"{one.share_there:.0f}", _index(one)] for name, one in part.rows],
    )


def _here(one: Compared) -> str:
    if one.share_here is None:
        return _("fewer than 10 people") if one.took_part is None and one.is_small else _number(one)
    return _("%(share)d of 100") % {"share": round(one.share_here)}


def _there(one: Compared) -> str:
    share = round(one.share_there)
    return ngettext("there %(share)d of every 100", "there %(share)d of every 100", share) % {"share": share}


def _number(one: Compared) -> str:
    if one.took_part is None:
        return _("fewer than 10") if one.is_small else _("not shown")
    return f"{one.took_part}"


def _share(one: Compared) -> str:
    return "–" if one.share_here is None else f"{one.share_here:.0f}"


def _index(one: Compared) -> str:
    return "–" if one.index is None else f"{one.index:.0f}"
