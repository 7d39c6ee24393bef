"""Writing the inventory line by line: adding, changing, judging, ending. Nothing is ever deleted."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import Municipality, User
from documents.uploads import store_upload
from events import clock, log
from inventory.actions.told_names import is_somebody_else, keep_told_names
from inventory.models import AGREED, JUDGED, Fitness, Line, LineKind
from tenders.locks import one_at_a_time
from tenders.refusal import Changed, Refused


@transaction.atomic
def add_line(*, municipality: Municipality, by: User, kind: LineKind, paper=None, **values) -> Line:
    """A new line, public at once."""
    line = Line(municipality=municipality, kind=kind, added_at=clock.now(), **values)
    _write_paper(line, paper, by)
    _look(line)
    line.save()
    log.record("inventory.line_added", by=by, thing=line, public=True, kind=str(kind))
    return line


@transaction.atomic
def edit_line(*, line: Line, by: User, version: int, paper=None, **values) -> Line:
    """Change a line that nobody changed meanwhile; raises Changed."""
    if line.ended_at:
        raise Refused(_("This line no longer stands in the inventory."), code="ended")
    _rename(line, values.get("party_name", line.party_name))
    for name, value in values.items():
        setattr(line, name, value)
    _write_paper(line, paper, by)
    _look(line)
    save_by_version(line, version, *values, "party", "notice_on", "paper")
    log.record("inventory.line_edited", by=by, thing=line, public=True)
    return line


def _rename(line: Line, name: str) -> None:
    """Somebody else does it now, and which party that is, an officer says; or it is the same one, better written."""
    if name == line.party_name:
        return
    one_at_a_time("may stop", line.pk)
    if is_somebody_else(line.party_name, name):
        line.party = None
    keep_told_names({line.pk: (line.party_name, name)})


@transaction.atomic
def judge_line(*, line: Line, by: User, version: int, fitness: Fitness, reason: str) -> Line:
    """Say whether it is fit for a social tender, not fit, or no longer needed, and why. Of what ends the last two say what
    becomes of it: it goes on as it is, or it ends.
    """
    if line.ended_at or line.kind not in JUDGED:
        raise Refused(_("Of this line nobody says whether it is fit for a social tender."), code="kind")
    if not reason.strip():
        raise Refused({"reason": _("Say why. Everybody can read it.")})
    line.fitness, line.fitness_because = fitness, reason.strip()
    line.judged_by, line.judged_at, line.judged_for = by, clock.now(), line.ends_on
    save_by_version(line, version, "fitness", "fitness_because", "judged_by", "judged_at", "judged_for")
    log.record("inventory.line_judged", by=by, thing=line, public=True, reason=reason, fitness=str(fitness))
    return line


@transaction.atomic
def end_line(*, line: Line, by: User, reason: str) -> Line:
    """Take a line out of the inventory; it stays to be read, with the reason. Done twice, it changes nothing."""
    line = Line.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=line.pk)
    if line.ended_at is None:
        line.ended_at, line.ended_because = clock.now(), reason.strip()
        line.version += 1
        line.save(update_fields=["ended_at", "ended_because", "version"])
        log.record("inventory.line_ended", by=by, thing=line, public=True, reason=reason)
    return line


def _look(line: Line) -> None:
    """What belongs to another kind is left out; the rest must be right."""
    if line.kind not in AGREED:
        line.notice_months = None
    line.count_notice()
    line.full_clean(exclude=["municipality", "paper", "party"])


def _write_paper(line: Line, paper, by: User) -> None:
    if paper:
        line.paper = store_upload(paper, by=by, folder=f"{line.municipality_id}/inventory/papers")


def save_by_version(line: Line, version: int, *names: str) -> None:
    """Save these fields of a line that nobody changed since it had this version; raises Changed."""
    values = {name: getattr(line, name) for name in names}
    if not Line.objects.filter(pk=line.pk, version=version).update(version=F("version") + 1, **values):
        raise Changed(
            _("Somebody else saved this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    line.version = version + 1
