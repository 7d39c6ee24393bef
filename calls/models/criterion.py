from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.ids import new_public_id
from events.retention import THREAD
from tenders.money import ShareField


class CurrentQuerySet(models.QuerySet):
    def current(self):
        return self.filter(withdrawn_at=None)


class Criterion(models.Model):
    """A lens through which the committee looks: a question, and how much it weighs. Weights of the current ones are 100 %.

    Withdrawn, it stays, with when and why.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    name = models.CharField(_("name"), max_length=120)
    question = models.TextField(_("what the committee looks at"))
    asked = models.TextField(_("what a party writes about it"), blank=True)
    weight = ShareField(_("weight"), help_text=_("In percent; all weights together are 100."))
    is_price = models.BooleanField(_("this is about the price"), default=False)
    price_reason = models.TextField(_("why price is a criterion"), blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(_("reason"), blank=True)

    objects = CurrentQuerySet.as_manager()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=10_000), name="criterion_weight_in_range"),
            models.CheckConstraint(
                condition=Q(is_price=False) | ~Q(price_reason=""),
                name="price_needs_a_reason",
                violation_error_message=_("Price is no criterion here unless you explain why."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tender(self):
        return self.call.tender


class CriterionSource(models.Model):
    """The golden thread: a criterion comes from a clause."""

    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="sources")
    clause = models.ForeignKey("calls.Clause", models.PROTECT, related_name="criteria")

    retention = THREAD
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["criterion", "clause"], name="criterion_source_once")]


class Grade(models.Model):
    """A grade in words with its points: the scale of the request."""

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="grades")
    label = models.CharField(_("grade in words"), max_length=40)
    meaning = models.TextField(_("when it is given"), blank=True)
    points = models.PositiveSmallIntegerField(_("points"))

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["points"]
        constraints = [
            models.UniqueConstraint(fields=["call", "points"], name="grade_points_once"),
            models.UniqueConstraint(fields=["call", "label"], name="grade_label_once"),
        ]

    def __str__(self) -> str:
        return self.label


class ProposedIndicator(models.Model):
    """An indicator that the request proposes: how a clause will be seen to work. The provider may propose another."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="indicators")
    clause = models.ForeignKey(
        "calls.Clause", models.PROTECT, related_name="indicators", verbose_name=_("clause that it belongs to")
    )
    name = models.CharField(_("what is measured"), max_length=160)
    unit = models.CharField(_("unit"), max_length=60, help_text=_("For example: of every 100 participants."))
    baseline = models.IntegerField(_("now"), null=True, blank=True)
    target = models.IntegerField(_("aim"), null=True, blank=True)
    lower_is_better = models.BooleanField(_("lower is better"), default=False)
    how = models.TextField(_("how and when it is measured"), blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(_("reason"), blank=True)

    objects = CurrentQuerySet.as_manager()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def tender(self):
        return self.call.tender
