from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders import dates
from tenders.models.involvement import OFFICER_KINDS
from tenders.money import MoneyField


class Weight(models.TextChoices):
    """How much the division of residents weighs; said before anybody divides."""

    FOLLOWED = "followed", _("we keep to it")
    ADVICE = "advice", _("it is advice")


class BudgetQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was published, for everybody; for who leads tenders in a municipality its drafts too."""
        shown = Q(published_at__isnull=False)
        if user.is_authenticated and user.is_active:
            shown |= Q(municipality__in={role.municipality_id for role in user.active_roles() if role.kind in OFFICER_KINDS})
        return self.filter(shown)

    def published(self):
        return self.filter(published_at__isnull=False)

    def open(self, at=None):
        """In which people can divide today."""
        day = at or clock.today()
        return self.published().filter(closed_at=None, opens_on__lte=day, closes_on__gte=day)

    def to_decide(self, at=None):
        """Divided and counted, and nobody said yet what comes of it."""
        from budgets.models.decision import Decision  # same package, loaded after this

        day = at or clock.today()
        said = Decision.objects.filter(budget=OuterRef("pk"), published_at__isnull=False)
        over = Q(closed_at__isnull=False) | Q(closes_on__lt=day)
        return self.published().filter(over, ~Exists(said), paper_until__lt=day)

    def for_page(self):
        return self.select_related("municipality", "area")

    def for_list(self):
        """With whether it is decided."""
        from budgets.models.decision import Decision  # same package, loaded after this

        return self.for_page().annotate(is_decided=Exists(Decision.objects.standing().filter(budget=OuterRef("pk"))))


class Budget(models.Model):
    """Money of a neighbourhood that residents divide over lines and plans, within a ceiling.

    A draft may lack much; what must be there before it is published stands in config/gates.py. From then on nothing of it
    changes any more: people divide by it.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood"))
    title = models.CharField(_("what you call it"), max_length=120)
    why = models.TextField(_("why you ask residents"), max_length=2000, blank=True)
    ceiling = MoneyField(_("how much there is to divide"))
    step = MoneyField(_("smallest step"), default=5_000)
    who = models.CharField(_("who may take part"), max_length=300, blank=True)
    opens_on = models.DateField(_("from"), null=True, blank=True)
    closes_on = models.DateField(_("until and including"), null=True, blank=True)
    # Forms that were filled in before the last day are typed in until this day. Nobody sees a result before.
    paper_until = models.DateField(_("paper forms are typed in until and including"), null=True, blank=True)
    weight = models.CharField(_("what you do with the division of residents"), max_length=10, choices=Weight, blank=True)
    weight_because = models.TextField(_("why"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(_("why it closed early"), blank=True)

    objects = BudgetQuerySet.as_manager()

    tender = None  # it belongs to a neighbourhood, and to no tender
    view_permission = "budgets.view_budget"
    retention = THREAD
    personal = ("made_by", "published_by")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ceiling__gt=0),
                name="budget_has_money",
                violation_error_message=_("Say how much there is to divide: more than nothing."),
            ),
            models.CheckConstraint(
                condition=Q(step__gt=0), name="budget_step_above_zero", violation_error_message=_("A step is more than nothing.")
            ),
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(opens_on=None) | Q(closes_on__gte=F("opens_on")),
                name="budget_closes_after_it_opens",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(
                condition=Q(published_at=None)
                | Q(published_by__isnull=False, opens_on__isnull=False, closes_on__isnull=False, paper_until__isnull=False)
                & ~Q(why="")
                & ~Q(who="")
                & ~Q(weight="")
                & ~Q(weight_because=""),
                name="budget_published_complete",
            ),
            models.CheckConstraint(
                condition=Q(paper_until=None) | Q(closes_on=None) | Q(closed_at__isnull=False) | Q(paper_until__gte=F("closes_on")),
                name="budget_counted_after_it_closes",
            ),
            models.CheckConstraint(condition=Q(closed_at=None) | ~Q(closed_because=""), name="budget_closed_with_a_reason"),
        ]
        indexes = [models.Index(fields=["municipality", "closes_on"], name="budget_of_place")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("budgets:show_budget", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        """Whether people can divide now."""
        return self.state == "open"

    @property
    def is_over(self) -> bool:
        """Whether nobody can divide any more."""
        return self.state in ("typing", "counted")

    @property
    def takes_paper(self) -> bool:
        """Whether forms on paper can still be typed in."""
        return self.state in ("open", "typing")

    @property
    def is_counted(self) -> bool:
        """Whether all is in, so that everybody sees the result at one moment; officers see it no earlier."""
        return self.state == "counted"

    @property
    def state(self) -> str:
        """draft, coming, open, typing (closed, and paper still comes in) or counted."""
        today = clock.today()
        if self.published_at is None:
            return "draft"
        if self.closed_at is None and today < self.opens_on:
            return "coming"
        if self.closed_at is None and today <= self.closes_on:
            return "open"
        return "typing" if today <= self.paper_until else "counted"

    @property
    def why_not_now(self) -> str:
        """For who may do something with it, and not today."""
        if self.is_over:
            return _("This budget closed on %(day)s.") % {"day": dates.day(self.last_day)}
        return _("People can divide from %(day)s.") % {"day": dates.day(self.opens_on)} if self.state == "coming" else ""

    @property
    def last_day(self):
        """The last day on which people could divide, or can."""
        return clock.day_of(self.closed_at) if self.closed_at else self.closes_on
