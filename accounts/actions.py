"""Verbs about people: granting and withdrawing roles, founding a party, joining it, setting a municipality's settings."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import Membership, Municipality, MunicipalitySettings, Party, Role, RoleKind, User
from accounts.permissions import excluded_roles, refuse_joining
from events import clock, log


@transaction.atomic
def grant_role(
    *, user: User, municipality: Municipality, kind: RoleKind, by: User | None, since=None, until=None, delegated=False, reason=""
) -> Role:
    """Give a role for a period. Raises ValidationError when it excludes a role that the person holds in that period."""
    since = since or clock.today()
    held = [role.kind for role in user.roles.during(since, until).filter(municipality=municipality)]
    refuse_excluded(kind, held)
    if kind in held:
        raise ValidationError(_("This person has this role already in this period."), code="held")
    role = Role(
        user=user,
        municipality=municipality,
        kind=kind,
        since=since,
        until=until,
        delegated_by=by if delegated else None,
        reason=reason,
    )
    role.full_clean()
    role.save()
    user.forget_roles()
    log.record("accounts.role_granted", by=by, thing=role, reason=reason, kind=str(kind), user=user.pk)
    return role


@transaction.atomic
def withdraw_role(*, role: Role, by: User, reason: str) -> None:
    role.withdrawn_at, role.withdrawn_because = clock.now(), reason.strip()
    role.save(update_fields=["withdrawn_at", "withdrawn_because"])
    log.record("accounts.role_withdrawn", by=by, thing=role, reason=reason, kind=role.kind, user=role.user_id)


@transaction.atomic
def found_party(*, by: User, **fields) -> Party:
    """A new party, with its founder as a member who may sign."""
    party = Party(**fields)
    party.full_clean()
    party.save()
    Membership.objects.create(party=party, user=by, may_sign=True)
    by.forget_roles()
    log.record("accounts.party_founded", by=by, thing=party)
    return party


@transaction.atomic
def join_party(*, party: Party, user: User, by: User, may_sign: bool = False) -> Membership:
    """Take in a member; twice is once. Raises ValidationError when a role of the person excludes a part of the party.

    Who may not sign can give nobody the right to.
    """
    if may_sign and not party.is_signed_by(by):
        raise ValidationError({"may_sign": _("Only who may sign for the party gives somebody else the right to sign.")})
    refuse_joining(party, user)
    membership, made = Membership.objects.get_or_create(party=party, user=user, left_at=None, defaults={"may_sign": may_sign})
    if made:
        user.forget_roles()
        log.record("accounts.party_joined", by=by, thing=party, user=user.pk)
    return membership


@transaction.atomic
def change_settings(*, municipality: Municipality, by: User | None, reason: str = "", **values) -> MunicipalitySettings:
    """A new row of settings; the older ones stay and say what held when."""
    now = settings_of(municipality)
    kept = {name: getattr(now, name) for name in ("answer_days", "plan_weeks", "unequal_share")}
    row = MunicipalitySettings.objects.create(municipality=municipality, set_by=by, reason=reason, **(kept | values))
    log.record("accounts.settings_changed", by=by, thing=row, reason=reason)
    return row


def settings_of(municipality: Municipality) -> MunicipalitySettings:
    """The settings that hold now; the defaults when none were ever made."""
    return municipality.settings_history.first() or MunicipalitySettings(municipality=municipality)


def refuse_excluded(kind: str, held: list[str]) -> None:
    """Raise ValidationError when `kind` may not be held together with one of `held`."""
    for pair in excluded_roles():
        for new, old in (pair, pair[::-1]):
            if kind == new and old in held:
                raise ValidationError(
                    _("%(new)s and %(old)s cannot be the same person here."),
                    params={"new": capfirst(new.label), "old": old.label},
                    code="excluded",
                )
