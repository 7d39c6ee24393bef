from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import LOG


class ContactPersonQuerySet(models.QuerySet):
    def for_area(self, municipality, area):
        """Who was named for an area, the newest first; after that who was named for the whole municipality."""
        found = self.filter(municipality=municipality).filter(Q(area=area) | Q(area=None))
        return found.order_by(F("area").desc(nulls_last=True), "-since", "-id")

    def of_today(self, municipality) -> list["ContactPerson"]:
        """Who is called now: for the whole municipality first, then for each area that has somebody of its own."""
        newest = {one.area_id: one for one in self.filter(municipality=municipality).select_related("area").order_by("since", "id")}
        return sorted(newest.values(), key=lambda one: one.area.name if one.area_id else "")


class ContactPerson(models.Model):
    """The one person at the municipality whom people of an area can call, with history: the newest row holds."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood"))
    name = models.CharField(_("name"), max_length=80)
    phone = models.CharField(_("telephone"), max_length=30)
    since = models.DateTimeField(default=clock.now)
    set_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = ContactPersonQuerySet.as_manager()

    retention = LOG
    personal = ("name", "phone", "set_by")

    class Meta:
        ordering = ["-since", "-id"]
