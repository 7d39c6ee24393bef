"""Taking in a list, in two steps: what was read waits, and is written all at once when somebody says so."""

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from areas.models import Area, Theme
from events import clock, log
from inventory.actions.told_names import is_somebody_else, keep_told_names
from inventory.models import Line, LineImport
from inventory.taking_in.checking import Checked, check_list
from inventory.taking_in.names import alike, names_in, new_names
from inventory.taking_in.plan import Planned, mark_of, plan_of, values_of
from inventory.taking_in.sheets import read_sheet
from tenders.locks import one_at_a_time
from tenders.refusal import Changed, Refused

_BATCH = 500
_WRITTEN = (
    *("reference", "title", "text", "party_name", "party", "amount", "vat", "earning", "source", "begins_on", "ends_on"),
    *("notice_months", "notice_on", "fitness", "fitness_because", "area", "theme", "version"),
    *("judged_by", "judged_at", "judged_for"),
)


@transaction.atomic
def read_list(*, municipality: Municipality, by: User, kind: str, file) -> tuple[LineImport | None, Checked]:
    """Read a file and look at every cell. When all of it is right it waits to be confirmed; else nothing is kept of it."""
    checked = check_list(municipality, kind, read_sheet(file))
    if checked.errors:
        return None, checked
    file.seek(0)
    waiting = LineImport.objects.create(
        municipality=municipality,
        kind=kind,
        file_name=file.name[-200:],
        sha256=hashlib.sha256(file.read()).hexdigest(),
        rows=checked.rows,
        remarks=checked.remarks,
        not_read=checked.not_read,
        made_by=by,
        made_at=clock.now(),
    )
    log.record("inventory.list_read", by=by, thing=waiting, rows=len(checked.rows))
    return waiting, checked


@transaction.atomic
def import_lines(*, waiting: LineImport, by: User, seen: str, make_names: bool = False) -> dict[str, int]:
    """Write a list that waits: new lines and changed ones, all of it or nothing. Done twice, it changes nothing more.

    `seen` is the mark of the plan that the person looked at. Returns how many lines are new, changed and the same.
    """
    one_at_a_time("inventory", waiting.municipality_id)
    waiting = LineImport.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=waiting.pk)
    if waiting.confirmed_at:
        return {}
    place = waiting.municipality
    known = names_in(place)
    plan = plan_of(place, waiting.kind, waiting.rows, known)
    if mark_of(plan) != seen:
        raise Changed(_("The inventory changed meanwhile. Look again at what this list would change."), code="changed")
    if unclear := next((one for one in plan if one.unclear), None):  # it was clear when the list was read
        sentences = {"row": unclear.row["row"], "sentence": " ".join(unclear.unclear.values())}
        raise Refused(_("Row %(row)d: %(sentence)s") % sentences, code="unclear")
    fresh = new_names(known, waiting.rows)
    if any(fresh.values()) and not make_names:
        raise Refused({"make_names": _("Say that these may be made, or mend their names in the file.")})
    made = {"area": _make(Area, place, fresh["area"]), "theme": _make(Theme, place, fresh["theme"])}
    _write(place, waiting.kind, plan, made)
    waiting.confirmed_by, waiting.confirmed_at = by, clock.now()
    waiting.save(update_fields=["confirmed_by", "confirmed_at"])
    counts = {state: sum(one.state == state for one in plan) for state in ("new", "changed", "same")}
    log.record("inventory.lines_imported", by=by, thing=waiting, public=True, **counts)
    return counts


def _make(model, place: Municipality, fresh: list[tuple[str, str]]) -> dict[str, Area | Theme]:
    """The areas or themes that were not there yet, by how `alike` writes their name."""
    made = model.objects.bulk_create(model(municipality=place, name=name) for name, _like in fresh)
    return {alike(one.name): one for one in made}


def _write(place: Municipality, kind: str, plan: list[Planned], made: dict[str, dict]) -> None:
    now = clock.now()
    new = [_filled(Line(municipality=place, kind=kind, added_at=now), one, made) for one in plan if one.state == "new"]
    names = {one.line.pk: one.line.party_name for one in plan if one.state == "changed"}
    changed = [_filled(one.line, one, made) for one in plan if one.state == "changed"]
    for line in changed:
        line.version += 1
    Line.objects.bulk_create(new, batch_size=_BATCH)
    Line.objects.bulk_update(changed, _WRITTEN, batch_size=_BATCH)
    keep_told_names({one.pk: (names[one.pk], one.party_name) for one in changed})


def _filled(line: Line, planned: Planned, made: dict[str, dict]) -> Line:
    row = planned.row
    values = values_of(row)
    if line.party_id and is_somebody_else(line.party_name, values.get("party_name", line.party_name)):
        line.party = None  # somebody else now: which party that is, an officer says
    if values.get("fitness", line.fitness) != line.fitness:
        line.judged_by = line.judged_at = line.judged_for = None  # the list says it now, and nobody by name
    for name, value in values.items():
        setattr(line, name, value)
    for name, fresh in made.items():
        if name in row:
            setattr(line, name, planned.about[name] if name in planned.about else fresh[alike(row[name])])
    if line.begins_on and line.ends_on and line.ends_on < line.begins_on:  # the other day stood in the inventory already
        raise Refused(_("Row %(row)d: it ends before it begins.") % {"row": row["row"]}, code="days")
    line.count_notice()
    return line
