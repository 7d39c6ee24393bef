from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.retention import CONTRACT


class Side(models.TextChoices):
    MUNICIPALITY = "municipality", _("municipality")
    PARTY = "party", _("party")


class ContractSignature(models.Model):
    """Somebody signed this exact content, after signing in again."""

    contract = models.ForeignKey("contracts.Contract", models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=15, choices=Side)
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    content_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    retention = CONTRACT
    personal = ("by",)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "party"], condition=Q(party__isnull=False), name="party_signed_once"),
            models.UniqueConstraint(fields=["contract"], condition=Q(party=None), name="municipality_signed_once"),
            models.CheckConstraint(
                condition=Q(side="municipality", party=None) | Q(side="party", party__isnull=False), name="side_fits_party"
            ),
        ]
