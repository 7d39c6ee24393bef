from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import LOG, TENDER


class Municipality(models.Model):
    """A municipality on the platform. It never sees another's secrets."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(unique=True)
    code = models.CharField(_("CBS code"), max_length=6, unique=True, help_text=_("For example GM0193."))
    host = models.CharField(_("own address"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    desk = models.TextField(_("where people can walk in"), blank=True)
    objection_address = models.TextField(_("address for objections"), blank=True)
    court = models.CharField(_("court"), max_length=80, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "municipalities"

    def __str__(self) -> str:
        return self.name

    @property
    def municipality(self) -> "Municipality":
        return self


class MunicipalitySettings(models.Model):
    """The settings of a municipality on this floor, with history: the newest row holds; older ones say what held when.

    Each floor may have such a model of its own; one page in `portal` shows them together.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="settings_history")
    answer_days = models.PositiveSmallIntegerField(_("working days in which a question is answered"), default=5)
    plan_weeks = models.PositiveSmallIntegerField(_("weeks in which a plan from outside is answered"), default=8)
    unequal_share = models.PositiveSmallIntegerField(
        _("share of the lead partner from which a split is called unequal"), default=80, help_text=_("In percent.")
    )
    since = models.DateTimeField(default=clock.now)
    set_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)

    retention = LOG
    personal = ("set_by",)

    class Meta:
        ordering = ["-since", "-id"]
