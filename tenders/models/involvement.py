from typing import NamedTuple

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, RoleKind, User
from events import clock
from events.composed import composed_once
from events.ids import new_public_id
from events.retention import TENDER


class InvolvementRole(models.TextChoices):
    """What a person or party is in one tender, or in one lot of it."""

    OFFICER = "officer", _("officer in the team")
    GUIDE = "guide", _("process guide of the dialogue")
    EXPERT = "expert", _("member of a theme group")
    TRUSTED = "trusted", _("organisation that writes down what people say")
    CO_AUTHOR = "co_author", _("co-author of the request")
    INVITED = "invited", _("invited party")
    BIDDER = "bidder", _("party that bids")
    PARTNER = "partner", _("partner in a bid")
    ASSESSOR = "assessor", _("member of the committee")
    SECRETARY = "secretary", _("secretary of the committee")
    CHAIR = "chair", _("chair of the committee")
    CONTRACTOR = "contractor", _("party to the contract")
    REPORTER = "reporter", _("reports measurements")
    VALIDATOR = "validator", _("validates measurements")


# Who can be in the team of a tender: roles of the municipality itself, not of its council.
OFFICER_KINDS = (
    RoleKind.POLICY_OFFICER,
    RoleKind.PROCUREMENT_OFFICER,
    RoleKind.LEGAL_ADVISER,
    RoleKind.CONTRACT_MANAGER,
    RoleKind.AREA_MANAGER,
)


class InvolvementQuerySet(models.QuerySet):
    def active(self, at=None):
        now = at or clock.now()
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now, excluded_at=None)

    def in_office(self, at=None):
        """Without officers who hold no officer's role any more in a municipality that leads the tender.

        A place in the team is no right by itself: it sleeps when a role ended, and wakes when it is given again.
        """
        others = self.model._meta.get_field("tender").related_model.others.through
        together = others.objects.filter(tender=OuterRef(OuterRef("tender"))).values("municipality_id")
        held = Role.objects.active(at).filter(user=OuterRef("person"), kind__in=OFFICER_KINDS)
        held = held.filter(Q(municipality=OuterRef("tender__municipality")) | Q(municipality__in=together))
        return self.filter(~Q(role=InvolvementRole.OFFICER) | Exists(held))

    def in_team(self, user, at=None):
        """Where this person is an officer in the team."""
        return self.active(at).filter(person=user, role=InvolvementRole.OFFICER).in_office(at)

    def colleagues_of(self, user, at=None):
        """The other officers of teams: those whose role did not end."""
        return self.active(at).filter(role=InvolvementRole.OFFICER).exclude(person=user).in_office(at)

    def in_team_or_guiding(self, user, at=None):
        """Where this person is an officer in the team, or the guide of its dialogue."""
        roles = (InvolvementRole.OFFICER, InvolvementRole.GUIDE)
        return self.active(at).filter(person=user, role__in=roles).in_office(at)

    def of(self, user):
        """A person's own, and those of the parties that the person acts for."""
        parties = user.memberships.active().values("party_id")
        return self.filter(Q(person=user) | Q(party_id__in=parties))


class Involvement(models.Model):
    """Who is involved, in what role: the one table that roles, `visible_to` and lists read.

    Written by actions (inviting, submitting, appointing, recusing, delegating), read once per request. Without a lot it
    holds for the whole tender.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="involvements")
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, null=True, blank=True, related_name="involvements")
    person = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(_("role"), max_length=20, choices=InvolvementRole)
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True, blank=True)
    excluded_at = models.DateTimeField(null=True, blank=True)
    because = models.TextField(_("why"), blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)
    appointed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = InvolvementQuerySet.as_manager()

    retention = TENDER
    personal = ("person", "because", "ended_because", "appointed_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, party=None) | Q(person=None, party__isnull=False),
                name="involvement_of_person_or_party",
            ),
            *(
                models.UniqueConstraint(
                    fields=["tender", *(["lot"] if of_lot else []), who, "role"],
                    condition=Q(excluded_at=None, until=None, lot__isnull=not of_lot, **{f"{who}__isnull": False}),
                    name=f"{who}_involved_once_in_{'lot' if of_lot else 'tender'}",
                )
                for who in ("person", "party")
                for of_lot in (False, True)
            ),
        ]
        indexes = [
            models.Index(fields=["person", "role"], name="involvement_person"),
            models.Index(fields=["party", "role"], name="involvement_party"),
        ]


class Held(NamedTuple):
    """A role that somebody holds, in so many words: every signed-in page reads all of a person's, so they are no models."""

    tender_id: int
    lot_id: int | None
    role: InvolvementRole


def involvements_of(user) -> list[Held]:
    """The active involvements of a person and of the person's parties, read once per request."""
    if not hasattr(user, "_involvements"):
        user._involvements = [Held(*row) for row in _held_by(user.pk, clock.now())]
    return user._involvements


@composed_once
def _held_by(person_id, now):
    held = Involvement.objects.active(now).of(User(pk=person_id)).in_office(now)
    return held.values_list("tender_id", "lot_id", "role")


def tender_ids_of(user) -> set[int]:
    return {involvement.tender_id for involvement in involvements_of(user)}
