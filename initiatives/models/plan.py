"""Plans from outside (uitdaagrecht, burgeraanbesteding): filed in plain words, answered within the municipality's own term."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from initiatives.models.hiding import Hideable
from tenders.models import Tender
from tenders.money import MoneyField


class PlanQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Everybody may see each plan: what was asked, since when, and whether the answer is late."""
        return self

    def standing(self):
        return self.filter(withdrawn_at=None, hidden_at=None)

    def unanswered(self):
        """Those without an answer that everybody can read."""
        return self.standing().exclude(pk__in=PlanAnswer.objects.public().values("plan"))

    def touching(self, tender_id):
        """Those about a tender, and those that an answer carried into it: also one that changed since, and of a plan that was
        taken back. What its makers were told, they still know.
        """
        return self.filter(Q(about=tender_id) | Q(pk__in=PlanAnswer.objects.carried().filter(into=tender_id).values("plan")))

    def for_page(self):
        tenders, lines = ("about__municipality", "carried_to__municipality"), ("line__municipality", "period__municipality")
        return self.select_related("municipality", "area", "party", "meeting", *tenders, *lines)

    def for_list(self):
        """With the answer that everybody can read: the newest one."""
        answer = PlanAnswer.objects.public().filter(plan=OuterRef("pk")).order_by("-pk")
        outcome, answered_at, granted = (Subquery(answer.values(name)[:1]) for name in ("outcome", "at", "granted"))
        return self.for_page().annotate(outcome=outcome, answered_at=answered_at, granted=granted)

    def late_first(self):
        """Of for_list(): what waits longer than was promised, then the newest."""
        late = Q(outcome=None, withdrawn_at=None, hidden_at=None, answer_by__lt=clock.today())
        order = models.Case(models.When(late, then=0), default=1, output_field=models.IntegerField())
        return self.annotate(place=order).order_by("place", "-filed_at", "-id")


class Plan(Hideable):
    """What residents or an entrepreneur want to do, in plain words. It needs no legal form and no tender.

    It can be for a tender, for a task or an ambition of the inventory (`line`), in a period for plans, or of their own.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood"))
    about = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tender"))
    # The tender into which the answer that holds carries it: who leads that one goes on with it.
    carried_to = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, blank=True, related_name="+")
    line = models.ForeignKey("inventory.Line", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("line"))
    period = models.ForeignKey("inventory.Period", models.PROTECT, null=True, blank=True, related_name="+")
    # The working day at which a table made it.
    meeting = models.ForeignKey(
        "dialogues.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("working day")
    )
    title = models.CharField(_("what you call your plan"), max_length=120)
    what = models.TextField(_("what you want to do"), max_length=4000)
    problem = models.TextField(_("which problem of the neighbourhood it solves"), max_length=2000)
    how_seen = models.TextField(_("how the neighbourhood notices it"), max_length=2000, blank=True)
    needs = models.TextField(_("what you need of the municipality"), max_length=2000, blank=True)
    cost = MoneyField(_("what it costs a year, about"), null=True, blank=True)
    makers = models.CharField(_("who you are"), max_length=120)
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("party"))
    email = models.EmailField(_("e-mail address"), blank=True)
    filed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    filed_at = models.DateTimeField(default=clock.now)
    # Promised when it was filed: another term of the municipality later changes nothing.
    answer_by = models.DateField(_("answer at the latest on"))
    code_hash = models.CharField(max_length=64, unique=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    called_late_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(_("why it was taken back"), blank=True)

    objects = PlanQuerySet.as_manager()

    opened_with = ""  # as in Initiative

    view_permission = "initiatives.view_plan"
    retention = THREAD
    personal = ("title", "what", "problem", "how_seen", "needs", "makers", "email", "filed_by")

    class Meta:
        ordering = ["-filed_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""), name="plan_withdrawn_with_a_reason"),
            models.CheckConstraint(condition=Q(hidden_at=None) | ~Q(hidden_because=""), name="plan_hidden_with_a_reason"),
        ]
        indexes = [models.Index(fields=["municipality", "-filed_at"], name="plan_list")]

    def __str__(self) -> str:
        return _now("A plan whose text is hidden") if self.hidden_at else self.title

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("golden_thread:follow_plan", args=[self.public_id])

    @property
    def tender(self):
        """The tender that it touches: the one into which it was carried, or the one that it is about."""
        return self.carried_to or self.about

    def touched(self) -> list[Tender]:
        """All of which its makers may have heard, as in PlanQuerySet.touching(), what it touches now first. One statement."""
        carried = self.answers.carried().select_related("into__municipality").order_by("-pk")
        found = (self.carried_to, self.about, *(one.into for one in carried))
        return list(dict.fromkeys(tender for tender in found if tender is not None))

    def may_go_into(self):
        """The tenders into which an answer can carry it: what its municipality leads and runs; and where it went, also when that
        is over by now.
        """
        return Tender.objects.led_by([self.municipality_id]).running() | Tender.objects.filter(pk=self.carried_to_id)

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None and self.hidden_at is None

    @property
    def state(self) -> str:
        """How it stands, as a page shows it; of a plan that was read with for_list()."""
        if not self.stands:
            return "hidden" if self.hidden_at else "withdrawn"
        return self.outcome or ("late" if self.answer_by < clock.today() else "waits")

    @property
    def days_late(self) -> int:
        return max(0, (clock.today() - self.answer_by).days)


class PlanOutcome(models.TextChoices):
    YES = "yes", _("yes")
    TOGETHER = "together", _("together")
    NO = "no", _("no, with the reason")


class PlanAnswerQuerySet(models.QuerySet):
    def standing(self):
        """The newest answer of each plan, also when it waits until all bidders get it."""
        return self.filter(replaced_at=None)

    def public(self):
        """What everybody could read, also when another answer took its place since: of a tender in which parties bid only
        what went to all of them.
        """
        in_time = Q(replaced_at=None) | Q(replaced_at__gte=F("question__published_at"))
        return self.filter(Q(question=None) | Q(in_time, question__published_at__isnull=False))

    def out(self):
        """What holds: of each plan the newest that everybody can read. One that still waits for all takes its place only then."""
        newer = PlanAnswer.objects.public().filter(plan=OuterRef("plan"), pk__gt=OuterRef("pk"))
        return self.public().filter(~Exists(newer))

    def carried(self):
        """By which a plan went into a tender, or goes when it is out; not what was written anew before anybody could read it."""
        return (self.standing() | self.public()).exclude(into=None)

    def granted_of(self, meeting_id) -> int:
        """What of the amount of a working day goes to its plans by the answers that hold, in cents."""
        rows = self.out().filter(plan__in=Plan.objects.standing().filter(meeting=meeting_id))
        return rows.aggregate(total=Sum("granted"))["total"] or 0


class PlanAnswer(models.Model):
    """Yes, no or together, on three values beside today's cost, with the reason. An earlier answer stays to be read."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="answers")
    outcome = models.CharField(_("what you answer"), max_length=10, choices=PlanOutcome)
    legitimacy = models.TextField(_("does it fit what the neighbourhood wants?"), max_length=2000)
    effectiveness = models.TextField(_("does it solve the problem?"), max_length=2000)
    involvement = models.TextField(_("do the people concerned take part?"), max_length=2000)
    cost_today = MoneyField(_("what it costs a year today"), null=True, blank=True)
    cost_of_plan = MoneyField(_("what the plan costs a year"), null=True, blank=True)
    # Of the amount of the working day at which it was made.
    granted = MoneyField(_("how much of the amount goes to it"), null=True, blank=True)
    reason = models.TextField(_("why"), max_length=4000)
    # With a yes or together: the tender into which it carries the plan.
    into = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, blank=True, related_name="+")
    next_step = models.TextField(_("what happens next, and when"), max_length=1000, blank=True)
    # Of an answer that takes the place of one that everybody can read.
    changed_because = models.TextField(_("why the answer changes"), max_length=1000, blank=True)
    # With it the answer reaches all bidders at one moment, in a tender in which parties hand in.
    question = models.ForeignKey("tenders.Question", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = PlanAnswerQuerySet.as_manager()

    retention = THREAD
    personal = ("by",)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(replaced_at=None), name="one_answer_to_a_plan"),
            models.CheckConstraint(condition=Q(into=None) | ~Q(outcome="no"), name="plan_goes_into_no_tender_with_a_no"),
            models.CheckConstraint(condition=Q(granted=None) | Q(granted__gte=0), name="plan_granted_not_below_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_outcome_display()}"

    @property
    def tender(self):
        return self.into or self.plan.tender

    @property
    def is_public(self) -> bool:
        """As in PlanAnswerQuerySet.public(); of an answer that was read with its question."""
        if self.question is None:
            return True
        told = self.question.published_at
        return told is not None and (self.replaced_at is None or self.replaced_at >= told)

    @property
    def told_at(self):
        """Since when everybody can read it; of an answer that is public."""
        return self.question.published_at if self.question else self.at
