from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.ids import new_public_id
from events.retention import TENDER


class AreaKind(models.TextChoices):
    DISTRICT = "district", _("district")
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
    OTHER = "other", _("other area")


class AreaQuerySet(models.QuerySet):
    def lived_in(self):
        """Where people live, or where nobody counted: an industrial estate without residents is left out."""
        return self.exclude(population=0)

    def for_choice(self):
        """With what `in_full` says, districts first."""
        return self.select_related("parent").order_by("kind", "name")


class Area(models.Model):
    """A district (wijk), a neighbourhood (buurt) in it, or another part of a municipality; with its CBS code where it has one."""

    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=14, choices=AreaKind, default=AreaKind.OTHER)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("lies in the district")
    )
    name = models.CharField(_("name"), max_length=120)
    code = models.CharField(_("CBS code"), max_length=12, blank=True)
    # The newest count that was loaded; those of each year stand in Figure.
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code"], condition=~Q(code=""), name="area_code_once"),
            # Two neighbourhoods may have the same name ("Verspreide huizen"), but then each has a code.
            models.UniqueConstraint(fields=["municipality", "name"], condition=Q(code=""), name="area_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def in_full(self) -> str:
        """The name with what it is: a district and a neighbourhood in it may be called the same."""
        return full_name(self.name, self.kind, self.parent.name if self.parent else "")

    @property
    def in_address(self) -> str:
        """What an address calls it: no other area of the municipality is called so there."""
        return self.code or self.name


def full_name(name: str, kind: str, district: str) -> str:
    """As `Area.in_full`, for who has the parts only."""
    if kind == AreaKind.DISTRICT:
        return gettext("%(name)s (district)") % {"name": name}
    if kind == AreaKind.NEIGHBOURHOOD and district:
        return gettext("%(name)s (neighbourhood in %(district)s)") % {"name": name, "district": district}
    return name


class ThemeQuerySet(models.QuerySet):
    def current(self):
        """Those that one can choose today; the others stay with what was said about them."""
        return self.filter(ended_at=None)

    def offered(self, municipality_id, chosen=()):
        """What a form offers: the current ones, and those that were chosen when they still were (by their ids)."""
        return self.filter(Q(ended_at=None) | Q(pk__in=chosen), municipality=municipality_id)


class Theme(models.Model):
    """What something is about, in the words of the municipality."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=80)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ThemeQuerySet.as_manager()

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="theme_name_once")]

    def __str__(self) -> str:
        return self.name
