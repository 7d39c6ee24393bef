from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.ids import new_public_id
from events.retention import THREAD


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """With its contract."""
        from contracts.models.contract import Contract  # same package, loaded before this

        return self.filter(contract__in=Contract.objects.visible_to(user))

    def current(self):
        return self.filter(withdrawn_at=None)

    def for_page(self):
        return self.select_related(
            "contract__tender__municipality", "contract__municipality", "contract__lot", "clause", "promise", "plan_answer__plan"
        )


class Agreement(models.Model):
    """An agreement (afspraak), tied to the clause of the request and the promise in the bid that it comes from."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    contract = models.ForeignKey("contracts.Contract", models.PROTECT, related_name="agreements")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("what was agreed"))
    clause = models.ForeignKey(
        "calls.FrozenClause", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from clause")
    )
    promise = models.ForeignKey(
        "bids.OpenedPart", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from the promise")
    )
    plan_answer = models.ForeignKey(
        "initiatives.PlanAnswer",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("from the plan"),
    )
    reason = models.TextField(_("how it follows from them"), blank=True)
    # Left out while the contract was a draft; its number stays taken.
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(_("reason"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AgreementQuerySet.as_manager()

    view_permission = "contracts.view_contract"
    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="agreement_number_once"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""),
                name="agreement_left_out_with_reason",
                violation_error_message=_("Say why you leave it out."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def tender(self):
        return self.contract.tender

    @property
    def lot(self):
        return self.contract.lot

    @property
    def municipality(self):
        return self.contract.municipality
