from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import NOT_CHOSEN


class CoalitionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A coalition is there for its own parties alone."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        mine = Member.objects.taking_part().filter(party_id__in=user.party_ids())
        return self.filter(pk__in=mine.values("coalition_id"))

    def for_page(self):
        members = models.Prefetch("members", queryset=Member.objects.filter(left_at=None).select_related("party"))
        return self.select_related("municipality", "tender__municipality").prefetch_related(members)

    def for_list(self):
        return self.for_page()


class Coalition(models.Model):
    """Parties that met here and want to do something together, with terms that each of them signs off."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    name = models.CharField(_("name of the coalition"), max_length=120)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, blank=True, related_name="+")
    introduction = models.OneToOneField("coalitions.Introduction", models.PROTECT, related_name="coalition")
    begun_at = models.DateTimeField(default=clock.now)
    begun_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    objects = CoalitionQuerySet.as_manager()

    view_permission = "coalitions.view_coalition"
    retention = NOT_CHOSEN
    personal = ("begun_by",)

    class Meta:
        ordering = ["-begun_at", "-id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("coalitions:show_coalition", args=[self.public_id])

    def partners(self) -> list["Member"]:
        """The parties that said that they take part, in the order in which they came; for_page brings them along."""
        return [one for one in self.members.all() if one.joined_at and not one.left_at]

    def invited(self) -> list["Member"]:
        """The parties that were asked and have not answered."""
        return [one for one in self.members.all() if not one.joined_at and not one.left_at]


class MemberQuerySet(models.QuerySet):
    def taking_part(self):
        return self.filter(joined_at__isnull=False, left_at=None)

    def invited(self):
        return self.filter(joined_at=None, left_at=None)

    def visible_to(self, user):
        """A place in a coalition is for the party that has it, or is asked to take it."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(left_at=None, party_id__in=user.party_ids())

    def for_page(self):
        members = models.Prefetch("coalition__members", queryset=Member.objects.filter(left_at=None).select_related("party"))
        related = self.select_related("party", "invited_by", "coalition__municipality", "coalition__tender__municipality")
        return related.prefetch_related(members)


class Member(models.Model):
    """A party in a coalition. Nobody is in it before it said so itself."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    coalition = models.ForeignKey(Coalition, models.PROTECT, related_name="members")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=clock.now)
    invited_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    joined_at = models.DateTimeField(null=True, blank=True)
    joined_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)
    left_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    left_because = models.TextField(_("why you stop"), max_length=600, blank=True)

    objects = MemberQuerySet.as_manager()

    view_permission = "coalitions.view_invitation"
    retention = NOT_CHOSEN
    personal = ("invited_by", "joined_by", "left_by", "left_because")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "party"], condition=Q(left_at=None), name="member_once"),
        ]

    @property
    def tender(self):
        return self.coalition.tender

    @property
    def municipality(self):
        return self.coalition.municipality
