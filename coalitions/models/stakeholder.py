from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from tenders.models import InvolvementRole, Tender
from tenders.models.involvement import involvements_of

TEAM = (InvolvementRole.OFFICER, InvolvementRole.GUIDE)


class StakeholderKind(models.TextChoices):
    """Who must be looked for around every tender; all but the last are missed when nobody of them is there."""

    RESIDENTS = "residents", _("residents")
    TARGET_GROUP = "target_group", _("the people it is about")
    SMALL_ENTREPRENEURS = "small_entrepreneurs", _("small entrepreneurs")
    INCUMBENTS = "incumbents", _("who does it now")
    HOUSING = "housing", _("housing corporations")
    PURCHASING = "purchasing", _("purchasing")
    DEPARTMENTS = "departments", _("other departments")
    COUNCIL = "council", _("the council")
    VOLUNTEERS = "volunteers", _("volunteers")
    OUTSIDE = "outside", _("a view from outside")
    OTHER = "other", _("others")


NEEDED = tuple(kind for kind in StakeholderKind if kind != StakeholderKind.OTHER)


class StakeholderQuerySet(models.QuerySet):
    def here(self):
        return self.filter(removed_at=None)

    def visible_to(self, user):
        """Who said yes to being shown; to the team everybody, and to a party itself."""
        shown = Q(shown_since__isnull=False, tender__in=Tender.objects.visible_to(user).values("pk"))
        if not user.is_authenticated or not user.is_active:
            return self.here().filter(shown)
        teams = {i.tender_id for i in involvements_of(user) if i.role in TEAM}
        return self.here().filter(shown | Q(tender_id__in=teams) | Q(party_id__in=user.party_ids()))

    def for_page(self):
        return self.select_related("tender__municipality", "party").prefetch_related("areas")

    def for_list(self):
        return self.prefetch_related("areas")


class Stakeholder(models.Model):
    """A party or group around a tender: what part it plays, where, and what it is good at. Shown in public after its yes."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name of the party or group"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=StakeholderKind)
    role = models.CharField(_("what it does here"), max_length=200)
    strengths = models.TextField(_("what it is good at"), max_length=600, blank=True)
    areas = models.ManyToManyField("areas.Area", related_name="+", blank=True, verbose_name=_("neighbourhoods"))
    # When its party said yes or no to being shown; and since when everybody may see it.
    answered_at = models.DateTimeField(null=True, blank=True)
    shown_since = models.DateTimeField(null=True, blank=True)
    # Of a group without a party here: who of them said yes, as the team heard it.
    agreed_by = models.CharField(_("who said yes"), max_length=120, blank=True)
    added_at = models.DateTimeField(default=clock.now)
    added_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_because = models.CharField(_("why it is taken off"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = StakeholderQuerySet.as_manager()

    view_permission = "coalitions.view_stakeholder"
    retention = TENDER
    personal = ("name", "agreed_by", "added_by")

    class Meta:
        ordering = ["kind", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tender", "party"], condition=Q(removed_at=None, party__isnull=False), name="on_the_map_once"
            )
        ]
        indexes = [models.Index(fields=["tender", "kind"], name="stakeholder_kind")]

    def __str__(self) -> str:
        return self.name

    @property
    def strength_list(self) -> list[str]:
        return [line.strip() for line in self.strengths.splitlines() if line.strip()]


class TieKind(models.TextChoices):
    WORKS = "works", _("work together")
    PAYS = "pays", _("one pays the other")
    PLACE = "place", _("use the same place")
    KNOWS = "knows", _("know each other")


class Tie(models.Model):
    """Two stakeholders of one tender have something to do with each other."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    first = models.ForeignKey(Stakeholder, models.PROTECT, related_name="+")
    second = models.ForeignKey(Stakeholder, models.PROTECT, related_name="+")
    kind = models.CharField(_("what ties them"), max_length=10, choices=TieKind)
    note = models.CharField(_("in a few words"), max_length=200, blank=True)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    retention = TENDER
    personal = ("made_by", "note")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second", "kind"], condition=Q(ended_at=None), name="tied_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="tie_of_two_in_order"),
        ]

    @property
    def tender(self) -> Tender:
        return self.first.tender


class Waiver(models.Model):
    """Why a kind of party is not needed in a tender. It can be asked again; then the reason stays with its end."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=StakeholderKind)
    reason = models.CharField(_("why it is not needed"), max_length=300)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["tender", "kind"], condition=Q(ended_at=None), name="waived_once")]
