"""The map of who is there: adding, changing and taking off; ties; kinds that are not needed; and the yes to being shown."""

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from accounts.models import User
from coalitions.models import Stakeholder, StakeholderKind, Tie, TieKind, Waiver
from events import clock, log
from tenders.actions.involvement import party_named
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def add_stakeholder(*, tender: Tender, by: User, party: str = "", agreed_by: str = "", areas=(), **said) -> Stakeholder:
    """Put a party or group on the map; `said` holds name, kind, role and strengths.

    With the name or KvK number of a `party` here, that party is asked whether everybody may see it. For a group without one
    the team says in `agreed_by` who of them said yes.
    """
    hold(tender)
    _check_areas(tender, areas)
    found = party_named_or_none(party)
    if found and agreed_by:
        raise Refused({"agreed_by": _("This party says itself whether everybody may see it. We ask it.")})
    shown = clock.now() if agreed_by else None
    row = Stakeholder(tender=tender, party=found, agreed_by=agreed_by, shown_since=shown, added_by=by, added_at=clock.now(), **said)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused({"party": _("This party is on the map already.")}) from None
    row.areas.set(areas)
    log.record("coalitions.stakeholder_added", by=by, thing=row, public=True, kind=str(row.kind))
    return row


@transaction.atomic
def edit_stakeholder(*, stakeholder: Stakeholder, by: User, version: int, areas=(), agreed_by: str = "", **said) -> Stakeholder:
    """Say it differently. A yes that was heard stays from when it was; without a name it is gone again."""
    hold(stakeholder.tender)
    _check_areas(stakeholder.tender, areas)
    changed = {**said, "version": F("version") + 1}
    if stakeholder.party_id is None:
        shown = (stakeholder.shown_since or clock.now()) if agreed_by else None
        changed |= {"agreed_by": agreed_by, "shown_since": shown}
    same = Stakeholder.objects.filter(pk=stakeholder.pk, version=version, removed_at=None)
    if not same.update(**changed):
        sentence = _("A colleague saved this while you were writing. What you wrote is still here; compare it first.")
        raise Changed(sentence, code="changed")
    stakeholder.areas.set(areas)
    log.record("coalitions.stakeholder_edited", by=by, thing=stakeholder, public=True)
    return stakeholder


@transaction.atomic
def remove_stakeholder(*, stakeholder: Stakeholder, by: User, reason: str) -> None:
    """Take it off the map, with the reason; its ties end with it."""
    hold(stakeholder.tender)
    now = clock.now()
    here = Stakeholder.objects.here().filter(pk=stakeholder.pk)
    if here.update(removed_at=now, removed_because=reason.strip()):
        Tie.objects.filter(Q(first=stakeholder) | Q(second=stakeholder), ended_at=None).update(ended_at=now)
        log.record("coalitions.stakeholder_removed", by=by, thing=stakeholder, public=True, reason=reason)


@transaction.atomic
def agree_to_show(*, stakeholder: Stakeholder, by: User, agrees: bool) -> Stakeholder:
    """A party says whether everybody may see it on the map; it can say otherwise later."""
    hold(stakeholder.tender)
    if stakeholder.party_id not in by.party_ids():
        raise Refused(_("Only a member of this party can say that."), code="party")
    shown = (stakeholder.shown_since or clock.now()) if agrees else None
    Stakeholder.objects.here().filter(pk=stakeholder.pk).update(shown_since=shown, answered_at=clock.now())
    stakeholder.shown_since = shown
    log.record("coalitions.agreed_to_show", by=by, thing=stakeholder, public=True, agrees=agrees)
    return stakeholder


@transaction.atomic
def add_tie(*, stakeholder: Stakeholder, by: User, other: Stakeholder, kind: TieKind, note: str = "") -> Tie:
    """Say what ties two; the same tie again is the one that is there."""
    tender = hold(stakeholder.tender)
    if other.tender_id != tender.pk or other.pk == stakeholder.pk or other.removed_at:
        raise Refused({"other": _("Choose another party or group on this map.")})
    first, second = sorted((stakeholder, other), key=lambda one: one.pk)
    one_at_a_time("ties of tender", tender.pk)
    tie, made = Tie.objects.get_or_create(
        first=first, second=second, kind=kind, ended_at=None, defaults={"note": note.strip(), "made_by": by, "made_at": clock.now()}
    )
    if made:
        log.record("coalitions.tie_added", by=by, thing=tie, public=True)
    return tie


@transaction.atomic
def end_tie(*, tie: Tie, by: User) -> None:
    hold(tie.tender)
    if Tie.objects.filter(pk=tie.pk, ended_at=None).update(ended_at=clock.now()):
        log.record("coalitions.tie_ended", by=by, thing=tie, public=True)


@transaction.atomic
def waive_kind(*, tender: Tender, by: User, kind: StakeholderKind, reason: str) -> Waiver | None:
    """Say why a kind of party is not needed here; without a reason it is looked for again."""
    hold(tender)
    one_at_a_time("kinds of tender", tender.pk)
    now = Waiver.objects.filter(tender=tender, kind=kind, ended_at=None)
    if reason and (same := now.filter(reason=reason).first()):
        return same
    ended = now.update(ended_at=clock.now())
    made = Waiver.objects.create(tender=tender, kind=kind, reason=reason, by=by, at=clock.now()) if reason else None
    if made or ended:
        log.record("coalitions.kind_waived", by=by, thing=tender, public=True, kind=str(kind), needed=made is None)
    return made


def party_named_or_none(name: str):
    """The party with this name or KvK number, None without a name. Raises Refused beside `party` when there is none."""
    if not name.strip():
        return None
    try:
        return party_named(name)
    except Refused as refused:
        raise Refused({"party": refused.messages}) from None


def _check_areas(tender: Tender, areas) -> None:
    if any(area.municipality_id not in tender.municipality_ids() for area in areas):
        raise Refused({"areas": _("Choose neighbourhoods of this municipality.")})
