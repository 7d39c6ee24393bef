from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from inventory.terms import months_before
from tenders.money import MoneyField, Vat


class LineKind(models.TextChoices):
    """What a line of the inventory is about."""

    SUPPLY = "supply", _("supply")
    MONEY = "money", _("money")
    TASK = "task", _("task")
    AMBITION = "ambition", _("ambition")
    BUILDING = "building", _("building")
    CONTRACT = "contract", _("running contract")
    SUBSIDY = "subsidy", _("running subsidy")


# What can be put to society: of these it is said whether it is fit for a social tender, and why.
JUDGED = (LineKind.TASK, LineKind.BUILDING, LineKind.CONTRACT, LineKind.SUBSIDY)
# What somebody does now for the municipality, until a day.
AGREED = (LineKind.CONTRACT, LineKind.SUBSIDY)


# With all that the sums of an inventory need, so that they read no line.
_SUMS = ["municipality", "kind", "area", "theme", "amount", "ends_on", "vat"]


class Fitness(models.TextChoices):
    FIT = "fit", _("fit for a social tender")
    NOT_FIT = "not_fit", _("not fit for a social tender")
    NOT_NEEDED = "not_needed", _("no longer needed")


def costs_now(day) -> Q:
    """Whether money still goes to a line on this day: what ended costs nothing more, and a building also when it came free."""
    return Q(kind=LineKind.BUILDING) | Q(ends_on=None) | Q(ends_on__gte=day)


class LineQuerySet(models.QuerySet):
    def visible_to(self, user):
        """An inventory is public: everybody sees what is there and what it costs."""
        return self

    def current(self):
        """What still stands in the inventory."""
        return self.filter(ended_at=None)

    def running(self, at=None):
        """Contracts and subsidies that did not end yet."""
        day = at or clock.today()
        return self.current().filter(Q(ends_on=None) | Q(ends_on__gte=day), kind__in=AGREED)

    def running_that_end(self, at=None):
        """Running contracts and subsidies with a day on which they end, the first one first: plans can be made for after it."""
        return self.running(at).filter(ends_on__isnull=False).order_by("ends_on", "pk")

    def closing(self, at=None):
        """Buildings of which is known when they close or come free."""
        return self.current().filter(kind=LineKind.BUILDING, ends_on__gte=at or clock.today())

    def can_have_plans(self):
        """What somebody can have a plan for: all that still stands in the inventory and is still needed."""
        return self.current().exclude(fitness=Fitness.NOT_NEEDED)

    def nothing_done(self):
        """Of which officers heard that the end comes in sight, and that no tender, no telling, no period and no decision to go on
        or to let it end follows on yet.
        """
        from inventory.models.links import TaskTender  # same package, loaded after this
        from inventory.models.may_stop import MayStop
        from inventory.models.planning import Period, Signal

        def about(model, **more):
            return models.Exists(model.objects.filter(line=models.OuterRef("pk"), **more))

        told = about(Signal, day=models.OuterRef("ends_on"))
        follows = (about(TaskTender, tender__withdrawn_at=None), about(MayStop, taken_back_at=None), about(Period))
        return self.filter(told, *(~one for one in follows)).exclude(pk__in=self.model.objects.end_decided().values("pk"))

    def end_decided(self):
        """Of which somebody said what becomes of this end: it goes on as it is, or it is no longer needed."""
        return self.filter(fitness__in=(Fitness.NOT_FIT, Fitness.NOT_NEEDED), judged_for=F("ends_on"))

    def to_decide_before(self, day):
        """Of running contracts those whose last day for notice, or without one whose end, is not after this day."""
        return self.filter(Q(notice_on__lte=day) | Q(notice_on=None, ends_on__lte=day))

    def for_page(self):
        return self.select_related("municipality", "area", "theme", "party", "judged_by")


class Line(models.Model):
    """One line of what is there already: what somebody offers, where money goes, a task, an ambition, a building, a contract.

    One table for all kinds, because people read, filter and ask about them as one list; what belongs to some kinds only
    is empty in the others, and the database holds it so.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=LineKind)
    # The municipality's own number, by which a next file finds the same line again.
    reference = models.CharField(_("your own number"), max_length=40, blank=True)
    title = models.CharField(_("what it is"), max_length=200)
    text = models.TextField(_("more about it"), blank=True)
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("area"))
    theme = models.ForeignKey("areas.Theme", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("theme"))
    # Who does or gets it: as it was written down, and the party on the platform when there is one.
    party_name = models.CharField(_("who"), max_length=160, blank=True)
    party = models.ForeignKey("accounts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    amount = MoneyField(_("amount a year"), null=True, blank=True)
    vat = models.CharField(_("VAT"), max_length=4, choices=Vat, default=Vat.NOT_DUE)
    earning = models.TextField(_("how it can pay for itself"), blank=True)
    source = models.CharField(_("where it is written"), max_length=200, blank=True)
    paper = models.ForeignKey("documents.Upload", models.PROTECT, null=True, blank=True, related_name="+")
    begins_on = models.DateField(_("begins on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    notice_months = models.PositiveSmallIntegerField(_("notice term in months"), null=True, blank=True)
    # The last day to say that it ends; kept, so that calendars and signals ask for it. See `count_notice`.
    notice_on = models.DateField(null=True, blank=True, editable=False)
    fitness = models.CharField(_("fit for a social tender"), max_length=10, choices=Fitness, blank=True)
    fitness_because = models.TextField(_("why"), blank=True)
    # Empty when it came with a list; `judged_for` is the end that was in sight then: of another end one decides anew.
    judged_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    judged_for = models.DateField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField(default=clock.now)
    # Nothing is deleted: what no longer stands in the inventory says since when, and why.
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(_("why it no longer stands here"), blank=True)

    objects = LineQuerySet.as_manager()

    view_permission = "inventory.view_line"
    retention = THREAD
    personal = ("party_name", "judged_by")

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "reference"],
                condition=~Q(reference="") & Q(ended_at=None),
                name="line_reference_once",
                violation_error_message=_("There is another line with this number."),
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0),
                name="line_amount_not_below_zero",
                violation_error_message=_("An amount cannot be below zero."),
            ),
            models.CheckConstraint(
                condition=Q(begins_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("begins_on")),
                name="line_ends_after_it_begins",
                violation_error_message=_("It ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(notice_months=None) | Q(kind__in=AGREED), name="only_what_is_agreed_has_a_notice_term"
            ),
            models.CheckConstraint(condition=Q(fitness="") | Q(kind__in=JUDGED), name="only_some_lines_are_judged"),
            models.CheckConstraint(
                condition=Q(fitness="") | ~Q(fitness_because=""),
                name="line_judged_with_a_reason",
                violation_error_message=_("Say why. Everybody can read it."),
            ),
            models.CheckConstraint(condition=Q(ended_at=None) | ~Q(ended_because=""), name="line_ended_with_a_reason"),
        ]
        indexes = [
            models.Index(fields=["municipality", "title", "id"], name="line_of_place", condition=Q(ended_at=None)),
            models.Index(fields=_SUMS, name="line_sums", condition=Q(ended_at=None)),
            models.Index(fields=["municipality", "kind", "ends_on"], name="line_ending", condition=Q(ended_at=None)),
            models.Index(fields=["municipality", "notice_on"], name="line_notice", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("golden_thread:follow_line", args=[self.municipality.slug, self.public_id])

    @property
    def is_agreed(self) -> bool:
        """Whether it is a contract or subsidy."""
        return self.kind in AGREED

    @property
    def is_judged(self) -> bool:
        """Whether it can be put to society, so that somebody says whether it is fit for that."""
        return self.kind in JUDGED

    @property
    def is_end_decided(self) -> bool:
        """As in LineQuerySet.end_decided()."""
        decided = self.fitness in (Fitness.NOT_FIT, Fitness.NOT_NEEDED)
        return decided and self.ends_on is not None and self.judged_for == self.ends_on

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.ends_on is not None and self.ends_on < clock.today()

    def count_notice(self) -> None:
        """Count from its end the last day on which it can be said that it ends; nothing where no day or term is known."""
        known = self.ends_on is not None and self.notice_months is not None
        self.notice_on = months_before(self.ends_on, self.notice_months) if known else None

    @property
    def who(self) -> str:
        """Who does or gets it, as people know them now."""
        return self.party.name if self.party else self.party_name

    @property
    def residents(self) -> int | None:
        """How many people live where it is: in its area, or in the municipality; None when nobody wrote that down."""
        return self.area.population if self.area else self.municipality.population

    @property
    def per_resident(self) -> int | None:
        """Cents a year for each resident, rounded to a whole cent."""
        return per_head(self.amount, self.residents)


def per_head(cents: int | None, people: int | None) -> int | None:
    """An amount for each of so many people, in whole cents; None when one of the two is not known."""
    return None if cents is None or not people else (2 * cents + people) // (2 * people)
