from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from calls.models.amendment import Amendment, AmendmentState
from events import clock
from events.ids import new_public_id
from events.retention import THREAD


class Section(models.TextChoices):
    """Parts of a request (law notes, G.1), in the order in which they are printed."""

    SUMMARY = "01_summary", _("Summary")
    CHALLENGE = "02_challenge", _("What it is about, and how this request came to be")
    EXISTING = "03_existing", _("What is already there")
    OUTCOME = "04_outcome", _("What we want to achieve")
    LOTS = "05_lots", _("Lots")
    MONEY = "06_money", _("Money and term")
    PARTICIPANTS = "07_participants", _("Who may take part")
    ASSESSMENT = "08_assessment", _("How we choose")
    SUBMISSION = "09_submission", _("How to hand in")
    AGREEMENT = "10_agreement", _("Agreements and measuring")
    CONDUCT = "11_conduct", _("Rules of conduct")
    COMPLAINTS = "12_complaints", _("Complaints and the judge")
    OTHER = "13_other", _("Other")

    def label_for(self, public_money: bool):
        """Its name in a request; where no public money is paid, the part about money says the term only."""
        return _("Term") if self == Section.MONEY and not public_money else self.label


class ClauseQuerySet(models.QuerySet):
    def current(self):
        return self.filter(withdrawn_at=None)

    def for_list(self):
        """With its newest wording, how many sources it has, and what is still open."""
        newest = ClauseVersion.objects.filter(clause=models.OuterRef("pk")).order_by("-number")
        waiting = Amendment.objects.filter(state=AmendmentState.OPEN)
        return self.select_related("lot").annotate(
            newest_id=models.Subquery(newest.values("pk")[:1]),
            newest_text=models.Subquery(newest.values("text")[:1]),
            newest_at=models.Subquery(newest.values("at")[:1]),
            newest_number=models.Subquery(newest.values("number")[:1]),
            source_count=_count_of(ClauseSource.objects),
            open_amendments=_count_of(waiting),
        )


def _count_of(rows):
    """How many of these rows hang on a clause, as a subquery: two joins at once would multiply each other."""
    counted = rows.filter(clause=models.OuterRef("pk")).order_by().values("clause").annotate(n=models.Count("pk")).values("n")
    return Coalesce(models.Subquery(counted), 0)


class Clause(models.Model):
    """A part of the request (onderdeel), with all its versions. Withdrawn, it stays, with when and why."""

    call = models.ForeignKey("calls.Call", models.PROTECT, related_name="clauses")
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only for lot"))
    number = models.PositiveIntegerField()
    section = models.CharField(_("part of the request"), max_length=20, choices=Section)
    title = models.CharField(_("title"), max_length=160)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(_("reason"), blank=True)

    objects = ClauseQuerySet.as_manager()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["section", "number"]
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="clause_number_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def tender(self):
        return self.call.tender

    @property
    def section_label(self):
        return Section(self.section).label_for(self.tender.traits.public_money)


class ClauseVersion(models.Model):
    """One wording of a clause, by whom and why; never changed after."""

    clause = models.ForeignKey(Clause, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=160, blank=True)
    text = models.TextField(
        _("text"), max_length=20_000, help_text=_("You can use Markdown: an empty line for a new paragraph, a dash for a list.")
    )
    reason = models.TextField(_("what changed, and why"), blank=True)
    author = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    amendment = models.ForeignKey("calls.Amendment", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = THREAD
    personal = ("author",)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["clause", "number"], name="clause_version_once")]


# The columns of a source, of which exactly one is filled in.
KINDS_OF_SOURCE = ("response", "plan_answer", "proposal", "pilot")


def _exactly_one(*columns: str) -> models.Q:
    """One of these columns is filled in, and the others are empty."""
    found = models.Q()
    for filled in columns:
        found |= models.Q(**{f"{column}__isnull": column != filled for column in columns})
    return found


class ClauseSource(models.Model):
    """The golden thread: a clause comes (partly) from one thing, and someone says how.

    That is the response to a contribution or to a plan, the proposal of a theme group, or what a pilot taught.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="sources")
    response = models.ForeignKey(
        "dialogues.Response", models.PROTECT, null=True, related_name="+", verbose_name=_("contribution that it comes from")
    )
    plan_answer = models.ForeignKey(
        "initiatives.PlanAnswer", models.PROTECT, null=True, related_name="+", verbose_name=_("plan that it comes from")
    )
    proposal = models.ForeignKey(
        "dialogues.Proposal", models.PROTECT, null=True, related_name="+", verbose_name=_("proposal that it comes from")
    )
    pilot = models.ForeignKey(
        "dialogues.Pilot", models.PROTECT, null=True, related_name="+", verbose_name=_("pilot that it comes from")
    )
    reason = models.TextField(_("what of it stands in this clause"))
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    retention = THREAD
    personal = ("by",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clause", "response"], name="source_once"),
            models.UniqueConstraint(fields=["clause", "plan_answer"], name="plan_is_source_once"),
            models.UniqueConstraint(fields=["clause", "proposal"], name="proposal_is_source_once"),
            models.UniqueConstraint(fields=["clause", "pilot"], name="pilot_is_source_once"),
            models.CheckConstraint(condition=_exactly_one(*KINDS_OF_SOURCE), name="source_is_exactly_one"),
        ]

    @property
    def tender(self):
        return self.clause.call.tender
