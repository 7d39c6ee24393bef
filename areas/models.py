"""Neighbourhoods and subjects: where a thing is, and what it is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.retention import TENDER


class Area(models.Model):
    """A neighbourhood, district or other part of a municipality; CBS codes where it has one."""

    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    code = models.CharField(_("CBS code"), max_length=12, blank=True)
    population = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="area_name_once")]

    def __str__(self) -> str:
        return self.name


class Theme(models.Model):
    """What something is about, in the words of the municipality."""

    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=80)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="theme_name_once")]

    def __str__(self) -> str:
        return self.name
