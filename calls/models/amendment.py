from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD


class AmendmentState(models.TextChoices):
    OPEN = "open", _("waits for an answer")
    ACCEPTED = "accepted", _("taken over")
    PARTLY = "partly", _("partly taken over")
    REFUSED = "refused", _("not, with the reason")
    WITHDRAWN = "withdrawn", _("withdrawn by who proposed it")


class PartChoice(models.TextChoices):
    """What the municipality does with one part of an amendment."""

    TAKEN = "taken", _("Take over")
    OWN = "own", _("Another wording")
    NOT = "not", _("Do not take over")


class AmendmentQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=AmendmentState.OPEN)

    def for_list(self):
        """With clause, wording, people and the number of supporters."""
        return self.select_related("clause", "on_version", "proposer", "party", "decided_by").annotate(
            supports=models.Count("supporters", distinct=True)
        )

    def for_reading(self):
        """What waits for an answer first, then the newest."""
        waits = models.Case(models.When(state=AmendmentState.OPEN, then=0), default=1)
        return self.order_by(waits, "-at", "-id")

    def for_page(self):
        """With all that a page of one amendment, and its permissions, ask."""
        return self.for_list().select_related("clause__call__tender__municipality", "clause__lot")

    def visible_to(self, user):
        from tenders.models import Tender  # a floor below

        return self.filter(clause__call__tender__in=Tender.objects.visible_to(user))


class Amendment(models.Model):
    """Other wording for a clause, proposed by a resident, party or colleague; taken over, partly or not, with a reason."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    clause = models.ForeignKey("calls.Clause", models.PROTECT, related_name="amendments")
    on_version = models.ForeignKey("calls.ClauseVersion", models.PROTECT, related_name="+")
    text = models.TextField(_("your wording"))
    reason = models.TextField(_("why this is better"))
    proposer = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    party = models.ForeignKey(
        "accounts.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("for the party")
    )
    at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=10, choices=AmendmentState, default=AmendmentState.OPEN)
    decision_reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = AmendmentQuerySet.as_manager()

    view_permission = "calls.view_amendment"
    retention = THREAD
    personal = ("proposer", "decided_by", "text", "reason")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "withdrawn"]) | (Q(decided_at__isnull=False) & ~Q(decision_reason="")),
                name="amendment_decided_with_reason",
                violation_error_message=_("Say why. Who proposed it reads your reason."),
            )
        ]

    @property
    def tender(self):
        return self.clause.call.tender

    @property
    def is_open(self) -> bool:
        return self.state == AmendmentState.OPEN

    @property
    def proposed_by(self) -> str:
        """The name under it: of the party for which it was proposed, else of the person."""
        return self.party.name if self.party else self.proposer.name


class AmendmentPart(models.Model):
    """One part of a decided amendment: what stood there, what was proposed, what it became, and why."""

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="parts")
    position = models.PositiveSmallIntegerField()
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    choice = models.CharField(max_length=10, choices=PartChoice)
    result = models.TextField(blank=True)
    reason = models.TextField(_("reason"))

    retention = THREAD
    personal = ("after",)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["amendment", "position"], name="amendment_part_once")]


class AmendmentSupport(models.Model):
    """Someone supports an amendment, and hears what became of it."""

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="supporters")
    person = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = THREAD
    personal = ("person",)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["amendment", "person"], name="amendment_support_once")]
