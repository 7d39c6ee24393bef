from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from events import clock
from events.retention import TENDER
from tenders.routes import Route

FOUR_EYES = (RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER)


class GuideAnswers(models.Model):
    """What was answered to the guide, from the first day; the newest row holds. A choice keeps its own copy."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    answers = models.JSONField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["tender", "-id"], name="guide_newest")]


class ProcedureChoiceQuerySet(models.QuerySet):
    def for_page(self):
        """With who chose, the memo, and the signatures with who signed."""
        signatures = ChoiceSignature.objects.select_related("by").order_by("at", "pk")
        return self.select_related("chosen_by", "memo").prefetch_related(models.Prefetch("signatures", queryset=signatures))


class ProcedureChoice(models.Model):
    """The route that was chosen, with the answers it rests on and the reason. A new choice is a new row; signatures hang on one."""

    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    route = models.CharField(_("route"), max_length=30, choices=Route)
    answers = models.JSONField()
    advice = models.JSONField(default=dict)
    reason = models.TextField(_("why this route"))
    content_sha256 = models.CharField(max_length=64)
    chosen_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=clock.now)
    memo = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")

    objects = ProcedureChoiceQuerySet.as_manager()

    retention = TENDER
    personal = ("chosen_by",)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "number"], name="choice_number_once"),
            models.CheckConstraint(
                condition=~Q(reason=""), name="choice_has_reason", violation_error_message=_("Say why you choose this route.")
            ),
        ]

    @property
    def needed(self) -> list[RoleKind]:
        """The kinds of role that must sign: policy and procurement, and a legal adviser where a rule asks it."""
        return [RoleKind(kind) for kind in self.advice.get("signatures", FOUR_EYES)]

    @property
    def waiting(self) -> list[RoleKind]:
        signed = {signature.kind for signature in self.signatures.all()}
        return [kind for kind in self.needed if kind not in signed]


class ChoiceSignature(models.Model):
    """Four eyes: two people, each with a role of another kind, sign the same content."""

    choice = models.ForeignKey(ProcedureChoice, models.PROTECT, related_name="signatures")
    kind = models.CharField(max_length=30, choices=RoleKind)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    reason = models.TextField(_("your reason"))
    content_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["choice", "kind"], name="one_signature_per_kind"),
            models.UniqueConstraint(fields=["choice", "by"], name="four_eyes_are_two_people"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="signature_has_reason",
                violation_error_message=_("Say why you sign. Everybody can read it."),
            ),
        ]


class MilestoneKind(models.TextChoices):
    """The moments of a timetable (law notes, G.1, 8), in order. Only routes that first select who may bid have the first two."""

    REQUESTS_UNTIL = "0_1_requests", _("requests to take part until")
    INVITATION = "0_2_invitation", _("invitation of the parties that were selected")
    QUESTIONS_UNTIL = "1_questions", _("questions until")
    ANSWERS_BY = "2_answers", _("answers by")
    CLOSING = "3_closing", _("closing date")
    OPENING = "4_opening", _("opening")
    DECISION = "5_decision", _("decision")
    TERM_ENDS = "6_term", _("end of the term after the decision")
    START = "7_start", _("start of the work")


class Milestone(models.Model):
    """A moment of the timetable, the same for every lot."""

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=20, choices=MilestoneKind)
    at = models.DateTimeField(_("when"))

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["call", "kind"], name="milestone_once")]
