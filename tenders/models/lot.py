from django.db import models
from django.utils.translation import gettext_lazy as _

from events.ids import new_public_id
from events.retention import TENDER
from tenders.money import MoneyField, Vat


class LotState(models.TextChoices):
    OPEN = "open", _("open")
    IN_ASSESSMENT = "in_assessment", _("in assessment")
    DECIDED = "decided", _("decided")
    SUSPENDED = "suspended", _("suspended")
    NOT_AWARDED = "not_awarded", _("not awarded")
    CONTRACTED = "contracted", _("contracted")


class Lot(models.Model):
    """A part of a tender with its own rounds, committee, award and contract. Every tender has at least one, made with it."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="lots")
    number = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=120)
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("area"))
    inhabitants = models.PositiveIntegerField(_("inhabitants"), null=True, blank=True)
    budget = MoneyField(
        _("budget per year"), null=True, blank=True, help_text=_("In euros. Leave empty when no public money is paid.")
    )
    vat = models.CharField(_("VAT"), max_length=4, choices=Vat, default=Vat.NOT_DUE)
    state = models.CharField(_("state"), max_length=20, choices=LotState, default=LotState.OPEN)
    # One dispute stops one lot; here stands what it was before, to go back to.
    state_before_suspension = models.CharField(max_length=20, choices=LotState, blank=True)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "number"], name="lot_number_once"),
            models.CheckConstraint(
                condition=models.Q(budget=None) | models.Q(budget__gte=0),
                name="lot_budget_not_below_zero",
                violation_error_message=_("A budget cannot be below zero."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def with_tender(self) -> str:
        """The title of its tender, and its own name when that is another: an only lot is called as its tender."""
        return self.name if self.name == self.tender.title else f"{self.tender.title} · {self.name}"

    @property
    def lot(self) -> "Lot":
        return self
