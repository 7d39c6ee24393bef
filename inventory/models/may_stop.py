from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import CONTRACT
from inventory.models.line import Line
from inventory.terms import LONG_YEARS, months_after
from tenders.models.involvement import InvolvementRole, involvements_of
from tenders.money import MoneyField


class Told(models.TextChoices):
    """How somebody heard that their work may stop."""

    HERE = "here", _("on this website and by e-mail")
    LETTER = "letter", _("by letter")
    TALK = "talk", _("in a talk")
    MAIL = "mail", _("by an e-mail of our own")


class MayStopQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The team of the tender, and once it was told the party whose work may stop."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        teams = {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
        theirs = Q(party_id__in=user.party_ids(), told_on__isnull=False)
        return self.filter(Q(tender_id__in=teams) | theirs)

    def standing(self):
        """Not taken back."""
        return self.filter(taken_back_at=None)

    def told(self):
        """Told to who does the work by what the inventory says now: after a correction of the line, somebody else must hear it."""
        by_name = Q(party=None, line__party=None, told_name=F("line__party_name"))
        return self.filter(Q(party=F("line__party")) | by_name, told_on__isnull=False)

    def told_by_name(self, name: str):
        """Told outside the website to who is called so, and nobody read it here or wrote something: they go where the name goes."""
        return self.exclude(told_how__in=["", Told.HERE]).filter(told_name=name, read_at=None, friction=None)

    def for_page(self):
        places = ("tender__municipality", "line__municipality", "line__area")
        return self.select_related(*places, "line__party", "party", "letter", "proof")


class MayStop(models.Model):
    """A running contract or subsidy that may stop by this tender: who does the work now is told, with date and proof.

    From the day on which it was told, the notice term counts.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    line = models.ForeignKey(Line, models.PROTECT, related_name="may_stop")
    reason = models.TextField(_("why it may stop"))
    stops_on = models.DateField(_("from which day it may stop"))
    said_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=clock.now)
    told_on = models.DateField(_("told on"), null=True, blank=True)
    told_how = models.CharField(_("how"), max_length=10, choices=Told, blank=True)
    told_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    # Who was told. It stays when the line is corrected: what a party wrote here is never another's to read.
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    told_name = models.CharField(max_length=160, blank=True)  # as it stood in the inventory then
    # The proof: our letter with its fingerprint, or what the officer kept of a letter or talk.
    letter = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    letter_content = models.JSONField(default=dict, blank=True)
    proof = models.ForeignKey("documents.Upload", models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_because = models.TextField(_("why it does not stop by this"), blank=True)

    objects = MayStopQuerySet.as_manager()

    view_permission = "inventory.view_may_stop"
    retention = CONTRACT
    personal = ("said_by", "told_by", "told_name", "read_by", "letter_content")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "line"], condition=Q(taken_back_at=None), name="may_stop_once"),
            models.CheckConstraint(
                condition=Q(told_on=None, told_how="", told_by=None)
                | (Q(told_on__isnull=False, told_by__isnull=False) & ~Q(told_how="")),
                name="told_with_date_and_way",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None) | Q(letter__isnull=False) | Q(proof__isnull=False), name="told_with_proof"
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=False) | Q(party=None, told_name=""), name="who_was_told_with_the_telling"
            ),
            models.CheckConstraint(condition=Q(taken_back_at=None) | ~Q(taken_back_because=""), name="taken_back_with_a_reason"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("inventory:show_may_stop", args=[self.tender.slug, self.public_id])

    @property
    def municipality(self):
        return self.tender.municipality

    @property
    def who(self) -> str:
        """Who was told; before that, who does the work."""
        if self.told_on is None:
            return self.line.who
        return self.party.name if self.party else self.told_name

    @property
    def is_told_to_another(self) -> bool:
        """Whether the inventory says since it was told that somebody else does the work. As in MayStopQuerySet.told()."""
        if self.told_on is None or self.party_id != self.line.party_id:
            return self.told_on is not None
        return self.party_id is None and self.told_name != self.line.party_name

    @property
    def term_ends_on(self):
        """The day on which the notice term is over; None before it was told, and when no term was agreed."""
        if self.told_on is None or self.line.notice_months is None:
            return None
        return months_after(self.told_on, self.line.notice_months)

    @property
    def is_too_soon(self) -> bool:
        """Whether it would stop before the notice term is over."""
        return self.term_ends_on is not None and self.stops_on < self.term_ends_on

    @property
    def asks_reasonable_term(self) -> bool:
        """Whether it is a subsidy of three years or more: Awb 4:51 asks a reasonable term, whatever was agreed."""
        line = self.line
        return (
            line.kind == "subsidy" and line.begins_on is not None and self.stops_on >= months_after(line.begins_on, 12 * LONG_YEARS)
        )


class Friction(models.Model):
    """What stopping costs and asks of who does the work now, told by that party on one page. Its network and needs are for
    the team only; the numbers go into the request in sum.
    """

    may_stop = models.OneToOneField(MayStop, models.PROTECT, related_name="friction")
    staff_costs = MoneyField(_("for people who must go or move"), null=True, blank=True)
    place_costs = MoneyField(_("for buildings and things"), null=True, blank=True)
    other_costs = MoneyField(_("for other things"), null=True, blank=True)
    # Who hears it early and gets more time, loses fewer people and spends less (Rotterdam-Rijnmond).
    more_months = models.PositiveSmallIntegerField(_("how many months more would help you"), null=True, blank=True)
    costs_then = MoneyField(_("what it would cost you then"), null=True, blank=True)
    staff = models.PositiveIntegerField(_("people with a job in it"))
    # Empty when they did not say: that is not zero.
    volunteers = models.PositiveIntegerField(_("volunteers"), null=True, blank=True)
    clients = models.PositiveIntegerField(_("people you help"), null=True, blank=True)
    network = models.TextField(_("with whom you work together"), blank=True)
    needs = models.TextField(_("what you need to hand it over well"), blank=True)
    # Without this, numbers of one or two parties stay with the team: others could tell whose they are.
    may_be_shown = models.BooleanField(_("our numbers may be public, also when others can see that they are ours"), default=False)
    version = models.PositiveIntegerField(default=1)
    filed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(default=clock.now)

    retention = CONTRACT
    personal = ("network", "needs", "filed_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{name}_costs": None}) | Q(**{f"{name}_costs__gte": 0}), name=f"friction_{name}_not_below_zero"
            )
            for name in ("staff", "place", "other")
        ] + [
            models.CheckConstraint(
                condition=Q(more_months=None, costs_then=None)
                | Q(more_months__isnull=False, more_months__gte=1, costs_then__isnull=False, costs_then__gte=0),
                name="friction_time_with_its_costs",
            )
        ]

    @property
    def costs(self) -> int:
        """All costs together, in cents."""
        return sum(cost or 0 for cost in (self.staff_costs, self.place_costs, self.other_costs))

    @property
    def costs_with_time(self) -> int:
        """All costs together when it gets the time that it asks, in cents."""
        return self.costs if self.costs_then is None else self.costs_then
