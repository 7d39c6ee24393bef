"""Verbs about who is involved in a tender, and in what role."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import refuse_excluded
from accounts.models import Party, RoleKind, User
from events import clock, log
from tenders.locks import hold, one_at_a_time
from tenders.models import Involvement, InvolvementRole, Lot, Tender
from tenders.models.involvement import OFFICER_KINDS
from tenders.refusal import Refused


@transaction.atomic
def involve(
    *,
    tender: Tender,
    role: InvolvementRole,
    by: User | None,
    person: User | None = None,
    party: Party | None = None,
    lot: Lot | None = None,
    because: str = "",
) -> Involvement:
    """Give a person or party a role in a tender or lot; giving it twice changes nothing.

    Raises ValidationError when the role excludes another that the person (or a party of the person) holds there.
    """
    found = Involvement.objects.active().filter(tender=tender, lot=lot, person=person, party=party, role=role).first()
    if found:
        return found
    for someone in [person] if person else _members(party):
        someone.forget_roles()
        held = [
            i.role
            for i in Involvement.objects.active().of(someone).filter(tender=tender)
            if lot is None or i.lot_id is None or i.lot_id == lot.pk
        ]
        refuse_excluded(role, held)
    involvement = Involvement.objects.create(
        tender=tender, lot=lot, person=person, party=party, role=role, appointed_by=by, since=clock.now(), because=because.strip()
    )
    log.record(
        "tenders.involved",
        by=by,
        thing=involvement,
        role=str(role),
        person=getattr(person, "pk", None),
        party=getattr(party, "pk", None),
    )
    return involvement


@transaction.atomic
def end_involvement(*, involvement: Involvement, by: User, reason: str, excluded: bool = False) -> None:
    """End a role now; `excluded` when it is for a conflict of interest."""
    now = clock.now()
    involvement.until, involvement.ended_because = now, reason.strip()
    if excluded:
        involvement.excluded_at = now
    involvement.save(update_fields=["until", "excluded_at", "ended_because"])
    log.record("tenders.involvement_ended", by=by, thing=involvement, reason=reason, role=involvement.role)


def appoint_officer(*, tender: Tender, person: User, by: User) -> Involvement:
    """Take a colleague into the team; only who holds an officer's role in a leading municipality."""
    if not person.has_role(tender.municipality_ids(), *OFFICER_KINDS):
        raise ValidationError(_("Only officers of a municipality that leads this tender can be in the team."), code="no_officer")
    return involve(tender=tender, person=person, role=InvolvementRole.OFFICER, by=by)


def appoint_guide(*, tender: Tender, person: User, by: User) -> Involvement:
    """Ask a process guide to lead the conversation; refused for who has a say in its content."""
    if not person.has_role(tender.municipality_ids(), RoleKind.PROCESS_GUIDE):
        raise ValidationError(_("Only a process guide of a municipality that leads this tender can guide it."), code="no_guide")
    return involve(tender=tender, person=person, role=InvolvementRole.GUIDE, by=by)


@transaction.atomic
def end_team_role(*, involvement: Involvement, by: User, reason: str) -> Involvement:
    """Let an officer or a guide leave the team; what they did stays theirs. Raises ValidationError for the last officer."""
    tender = hold(involvement.tender)
    one_at_a_time("team", tender.pk)
    officers = Involvement.objects.active().filter(tender=tender, role=InvolvementRole.OFFICER).in_office()
    if involvement.role == InvolvementRole.OFFICER and not officers.exclude(pk=involvement.pk).exists():
        raise ValidationError(_("Somebody must lead this tender. Take a colleague into the team first."), code="last_officer")
    end_involvement(involvement=involvement, by=by, reason=reason)
    return involvement


def party_named(name: str) -> Party:
    """The party with this name or KvK number. Raises Refused when there is none, or more than one."""
    found = list(Party.objects.filter(name__iexact=name.strip())[:2]) or list(
        Party.objects.filter(kvk_number=name.strip()).exclude(kvk_number="")[:2]
    )
    if not found:
        raise Refused(
            {"name": _("We do not know this party. Ask them to register on Meerwaarde first, or look at how it is written.")}
        )
    if len(found) > 1:
        raise Refused({"name": _("There is more than one party with this name. Fill in the KvK number instead.")})
    return found[0]


def _members(party: Party | None) -> list[User]:
    return [m.user for m in party.memberships.active().select_related("user")] if party else []
