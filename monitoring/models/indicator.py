from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD


class IndicatorQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With its contract."""
        from contracts.models import Contract  # a floor below

        return self.filter(contract__in=Contract.objects.visible_to(user))

    def running(self):
        return self.filter(ended_at=None)

    def for_page(self):
        return self.select_related(
            "contract__tender__municipality", "contract__municipality", "contract__lot", "agreement", "owner"
        )

    def for_list(self):
        """With its agreement and the measurements that hold, in order."""
        current = models.Prefetch("measurements", queryset=Measurement.objects.current().select_related("party"), to_attr="current")
        return self.select_related("agreement", "contract__lot", "owner").prefetch_related(current)


class Indicator(models.Model):
    """How an agreement is seen to work: by whole numbers in a unit, or in words, by a story each time."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    contract = models.ForeignKey("contracts.Contract", models.PROTECT, related_name="+")
    agreement = models.ForeignKey(
        "contracts.Agreement", models.PROTECT, related_name="+", verbose_name=_("agreement that it belongs to")
    )
    proposed = models.ForeignKey(
        "calls.FrozenIndicator",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proposed in the request as"),
    )
    name = models.CharField(_("what is measured"), max_length=160)
    in_words = models.BooleanField(
        _("this is a story each time, not a number"),
        default=False,
        help_text=_("For what cannot be counted. Then leave the numbers empty."),
    )
    unit = models.CharField(_("unit"), max_length=60, blank=True, help_text=_("For example: of every 100 participants."))
    baseline = models.IntegerField(_("at the start"), null=True, blank=True)
    target = models.IntegerField(_("what was agreed"), null=True, blank=True)
    lower_is_better = models.BooleanField(_("lower is better"), default=False)
    every_months = models.PositiveSmallIntegerField(_("measured every so many months"), default=3)
    source = models.CharField(_("who counts, and how"), max_length=200, blank=True)
    owner = models.ForeignKey(
        "accounts.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("party that reports it")
    )
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = IndicatorQuerySet.as_manager()

    view_permission = "monitoring.view_indicator"
    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(in_words=False) & ~Q(unit="") | Q(in_words=True, unit="", baseline=None, target=None),
                name="indicator_has_unit_or_is_in_words",
                violation_error_message=_("Fill in the unit. Or choose a story, and leave unit and numbers empty."),
            ),
            models.CheckConstraint(
                condition=Q(every_months__gte=1),
                name="indicator_is_measured_sometimes",
                violation_error_message=_("Fill in one month or more."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tender(self):
        return self.contract.tender

    @property
    def lot(self):
        return self.contract.lot

    @property
    def municipality(self):
        return self.contract.municipality


class MeasurementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With its indicator."""
        return self.filter(indicator__in=Indicator.objects.visible_to(user))

    def current(self):
        """Those that hold; a corrected one stays, and its correction counts."""
        return self.filter(corrected_by=None)

    def for_page(self):
        return self.select_related(
            "indicator__contract__tender__municipality", "indicator__contract__municipality", "indicator__contract__lot"
        )


class Measurement(models.Model):
    """A value on a day, with the story behind it. A wrong one is corrected by a new row; it stays."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements")
    measured_on = models.DateField(_("measured on"))
    value = models.IntegerField(_("value"), null=True, blank=True)
    story = models.TextField(_("the story behind it"), blank=True)
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    corrected_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrects")

    objects = MeasurementQuerySet.as_manager()

    view_permission = "monitoring.view_indicator"
    retention = THREAD
    personal = ("by", "story")

    class Meta:
        ordering = ["measured_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(story=""),
                name="measurement_says_something",
                violation_error_message=_("Fill in the value, or write the story."),
            )
        ]
        indexes = [models.Index(fields=["indicator", "measured_on"], name="measurements_of_indicator")]

    @property
    def contract(self):
        return self.indicator.contract

    @property
    def tender(self):
        return self.indicator.contract.tender

    @property
    def lot(self):
        return self.indicator.contract.lot

    @property
    def municipality(self):
        return self.indicator.contract.municipality
