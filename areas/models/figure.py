from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import TENDER


class Measure(models.TextChoices):
    """What is counted in an area; the values are the columns of "Kerncijfers wijken en buurten" of CBS. Never shown by itself."""

    INHABITANTS = "a_inw"
    MEN = "a_man"
    WOMEN = "a_vrouw"
    AGE_0_14 = "a_00_14"
    AGE_15_24 = "a_15_24"
    AGE_25_44 = "a_25_44"
    AGE_45_64 = "a_45_64"
    AGE_65_UP = "a_65_oo"
    ORIGIN_DUTCH = "a_nl_all"
    ORIGIN_EUROPE = "a_eur_al"
    ORIGIN_OUTSIDE = "a_neu_al"
    HOUSEHOLDS = "a_hh"
    ONE_PERSON = "a_1p_hh"
    WITHOUT_CHILDREN = "a_hh_z_k"
    WITH_CHILDREN = "a_hh_m_k"


class FigureSet(models.Model):
    """The figures of a municipality of one year: from which source, under which licence, and since when they are here."""

    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.CharField(_("source"), max_length=200)
    licence = models.CharField(_("licence"), max_length=80)
    loaded_at = models.DateTimeField(default=clock.now)
    file_sha256 = models.CharField(max_length=64)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["municipality", "year"], name="figures_of_a_year_once")]


class Figure(models.Model):
    """One count of one year: of an area, or without an area of the whole municipality (its areas do not add up to it)."""

    figures = models.ForeignKey(FigureSet, models.PROTECT, related_name="rows")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="figures")
    measure = models.CharField(max_length=10, choices=Measure)
    # Empty: the source does not give it ("."). That is not zero.
    value = models.PositiveIntegerField(null=True)

    retention = TENDER
    personal = ()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["figures", "area", "measure"], name="figure_of_area_once"),
            models.UniqueConstraint(fields=["figures", "measure"], condition=Q(area=None), name="figure_of_all_once"),
        ]
