from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from initiatives.models import Initiative
from tenders.models import Lot, Tender


class Word(models.TextChoices):
    KEPT = "kept", _("it stays as it is")
    STRENGTHENED = "strengthened", _("it gets support")
    REPLACED = "replaced", _("something else comes in its place")


class InitiativeWordQuerySet(models.QuerySet):
    def standing(self):
        """What is said now; who said something else before stays to be read."""
        return self.filter(replaced_at=None)


class InitiativeWord(models.Model):
    """What a request says of an initiative in its area: kept, strengthened or replaced, and why. An arrow of the golden thread."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="initiative_words")
    initiative = models.ForeignKey("initiatives.Initiative", models.PROTECT, related_name="+")
    word = models.CharField(_("what the request does with it"), max_length=12, choices=Word)
    reason = models.TextField(_("why"), max_length=2000)
    clause = models.ForeignKey(
        "calls.Clause", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("part of the request")
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = InitiativeWordQuerySet.as_manager()

    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "initiative"], condition=Q(replaced_at=None), name="one_word_for_an_initiative")
        ]

    @property
    def tender(self):
        return self.call.tender


def initiatives_around(tender: Tender):
    """What goes on where this tender is about: in the areas of its lots; where no lot names one, in the whole municipality."""
    named = Lot.objects.filter(tender=tender.pk, area__isnull=False)
    others = Tender.others.through.objects.filter(tender=tender.pk)
    led = Q(municipality=tender.municipality_id) | Q(municipality__in=others.values("municipality"))
    return Initiative.objects.going_on().filter(led, ~Exists(named) | Q(area__in=named.values("area")))


def without_a_word(tender: Tender):
    """Those of which the request says nothing yet."""
    said = InitiativeWord.objects.standing().filter(call__tender=tender)
    return initiatives_around(tender).exclude(pk__in=said.values("initiative"))
