from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER


class QuestionQuerySet(models.QuerySet):
    def for_list(self):
        """With the answer as `public_answer`, which is empty until it reached everybody: what is not out is not read."""
        out = models.When(published_at__isnull=False, then="answer")
        answer = models.Case(out, default=models.Value(""), output_field=models.TextField())
        return self.select_related("asked_by", "lot").defer("answer").annotate(public_answer=answer)

    def for_team(self):
        """With every answer that was written, also when it is not public yet."""
        return self.for_list().annotate(prepared=models.F("answer"))

    def for_code(self):
        """For who comes back with a code: where it was asked; the answer only when everybody has it."""
        return self.for_list().select_related("tender__municipality", "municipality")

    def visible_to(self, user):
        """Answers that reached everybody; and a question before that for who asked it and for the team."""
        from tenders.models.involvement import OFFICER_KINDS, InvolvementRole, involvements_of  # same package, loaded after this

        out = models.Q(tender=None) | models.Q(tender__published_at__isnull=False)
        public = models.Q(published_at__isnull=False) & out
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        teams = {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
        places = {role.municipality_id for role in user.active_roles() if role.kind in OFFICER_KINDS}
        answering = models.Q(tender_id__in=teams) | models.Q(municipality_id__in=places)
        return self.filter(public | models.Q(asked_by=user) | answering)


class Question(models.Model):
    """A question and its answer. The answer reaches everybody at one moment; who asked is shown only by choice.

    Who asks without an account is nobody to us: of the moment only the day is kept.

    One model for questions on money, of parties, of bidders, on a contract and to a committee. It is asked in a tender, or
    of a municipality that runs none about it yet.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, blank=True, related_name="questions")
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, null=True, blank=True, related_name="+")
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lot"))
    number = models.PositiveIntegerField()
    # A figure, a line or a sentence that it is about; the question of a resident is one like all others.
    about = models.CharField(_("what it is about"), max_length=300, blank=True)
    # The address on this site of what was answered elsewhere, and stands here so that all hear it at one moment.
    page = models.CharField(max_length=200, blank=True, editable=False)
    text = models.TextField(_("your question"))
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    show_name = models.BooleanField(_("show my name with the question"), default=False)
    # Of a form that was sent, so that twice is once; who has no account comes back with it. Only the SHA-256 is kept.
    code_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    # Only of who has no account and wants to hear the answer.
    email = models.EmailField(blank=True)
    asked_at = models.DateTimeField(default=clock.now)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = QuestionQuerySet.as_manager()

    view_permission = "tenders.view_question"
    retention = TENDER
    personal = ("asked_by", "answered_by", "text", "email")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["tender", "number"], name="question_number_once"),
            models.UniqueConstraint(fields=["municipality", "number"], name="question_number_once_in_municipality"),
            models.CheckConstraint(
                condition=models.Q(tender=None, municipality__isnull=False) | models.Q(tender__isnull=False, municipality=None),
                name="question_in_a_tender_or_of_a_municipality",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at=None) | models.Q(answered_at__isnull=False), name="only_answers_are_published"
            ),
            models.CheckConstraint(
                condition=models.Q(email="") | models.Q(asked_by=None), name="only_without_an_account_a_question_has_an_address"
            ),
        ]
