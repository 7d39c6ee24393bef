"""What can be hidden from everybody: the words stay in the row, with why they went, and why they came back."""

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from events.retention import THREAD

# Who works in the neighbourhoods: writes down for people, and answers for what stands on the page.
KEEPERS = (RoleKind.COMMUNITY_WORKER, RoleKind.AREA_MANAGER, RoleKind.POLICY_OFFICER)


class HideableQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(hidden_at=None)


class Hideable(models.Model):
    """An initiative, what is told of it, a photo, a plan: whether it is hidden now, and how it was the last time.

    Each time that it was hidden is a Hiding of its own, so that no reason takes the place of an earlier one.
    """

    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.TextField(_("why it is hidden"), blank=True)
    # When it was put back the last time.
    restored_at = models.DateTimeField(null=True, blank=True)
    restored_because = models.TextField(_("why everybody can read it again"), blank=True)

    class Meta:
        abstract = True

    @cached_property
    def told_hidings(self) -> list["Hiding"]:
        """Each time that it was hidden, the first one first. Of what was never hidden nothing is asked."""
        return list(self.hidings.for_page()) if self.hidden_at or self.restored_at else []

    @property
    def hiding(self) -> "Hiding | None":
        """The one that lasts."""
        return next((one for one in self.told_hidings if one.ended_at is None), None)

    @property
    def past_hidings(self) -> list["Hiding"]:
        return [one for one in self.told_hidings if one.ended_at]


class HidingQuerySet(models.QuerySet):
    def for_page(self):
        return self.select_related("by", "ended_by")


_THINGS = ("initiative", "update", "photo", "plan")


def _only(thing: str) -> Q:
    """It is about `thing`, and about nothing else."""
    return Q(**{f"{name}__isnull": name != thing for name in _THINGS})


class Hiding(models.Model):
    """One time that the words were hidden: who did it and why; and who put them back and why, when somebody did."""

    initiative = models.ForeignKey("initiatives.Initiative", models.PROTECT, null=True, related_name="hidings")
    update = models.ForeignKey("initiatives.Update", models.PROTECT, null=True, related_name="hidings")
    photo = models.ForeignKey("initiatives.Photo", models.PROTECT, null=True, related_name="hidings")
    plan = models.ForeignKey("initiatives.Plan", models.PROTECT, null=True, related_name="hidings")
    # Nobody where it was hidden before this was written down.
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    because = models.TextField()
    ended_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True)

    objects = HidingQuerySet.as_manager()

    retention = THREAD
    personal = ("by", "because", "ended_by", "ended_because")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=_only("initiative") | _only("update") | _only("photo") | _only("plan"), name="hiding_of_one_thing"
            ),
            models.CheckConstraint(
                condition=~Q(because="")
                & (Q(ended_at=None, ended_by=None, ended_because="") | Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="words_hidden_and_back_with_a_reason",
            ),
            models.UniqueConstraint(fields=["initiative"], condition=Q(ended_at=None), name="initiative_hidden_once_at_a_time"),
            models.UniqueConstraint(fields=["update"], condition=Q(ended_at=None), name="update_hidden_once_at_a_time"),
            models.UniqueConstraint(fields=["photo"], condition=Q(ended_at=None), name="photo_hidden_once_at_a_time"),
            models.UniqueConstraint(fields=["plan"], condition=Q(ended_at=None), name="plan_hidden_once_at_a_time"),
        ]
