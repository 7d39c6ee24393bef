from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from tenders.money import ShareField


class CallVersionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was published; for the team also what is prepared and unreadable to others."""
        from tenders.models import InvolvementRole
        from tenders.models.involvement import involvements_of

        public = models.Q(published_at__isnull=False)
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        teams = {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
        return self.filter(public | models.Q(tender_id__in=teams))

    def published(self):
        return self.filter(published_at__isnull=False)


class CallVersion(models.Model):
    """A frozen version of the request with its fingerprint: made at adoption, and again, with the procedure, for publication.

    A bid names the version it answers; a score names its criterion. What was frozen is never changed.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    # The whole content as canonical JSON: what the fingerprint is of.
    content = models.JSONField()
    content_sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField(default=clock.now)
    frozen_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    reason = models.TextField(_("what changed, and why"), blank=True)
    for_bids = models.BooleanField(default=False)  # with procedure and timetable in it, so that bids can answer it
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    # An adopted version stands until the request is opened again, with the reason.
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    set_aside_because = models.TextField(_("reason"), blank=True)

    objects = CallVersionQuerySet.as_manager()

    view_permission = "calls.view_call_version"
    retention = THREAD
    personal = ("frozen_by", "set_aside_by")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["tender", "number"], name="call_version_once")]

    def __str__(self) -> str:
        return f"{self.title}, {self.number}"


class FrozenClause(models.Model):
    """A clause as it stands in a frozen version, under the number it has in print ("4.2")."""

    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="clauses")
    clause = models.ForeignKey("calls.Clause", models.PROTECT, related_name="frozen")
    clause_version = models.ForeignKey("calls.ClauseVersion", models.PROTECT, related_name="+")
    lot = models.ForeignKey("tenders.Lot", models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=10)
    section = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    text = models.TextField()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["position"]


class FrozenCriterion(models.Model):
    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="criteria")
    criterion = models.ForeignKey("calls.Criterion", models.PROTECT, related_name="frozen")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    question = models.TextField()
    asked = models.TextField(blank=True)
    weight = ShareField()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class FrozenGrade(models.Model):
    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="grades")
    label = models.CharField(max_length=40)
    meaning = models.TextField(blank=True)
    points = models.PositiveSmallIntegerField()

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["points"]

    def __str__(self) -> str:
        return self.label


class FrozenIndicator(models.Model):
    version = models.ForeignKey(CallVersion, models.PROTECT, related_name="indicators")
    indicator = models.ForeignKey("calls.ProposedIndicator", models.PROTECT, related_name="frozen")
    frozen_clause = models.ForeignKey(FrozenClause, models.PROTECT, related_name="indicators")
    name = models.CharField(max_length=160)
    unit = models.CharField(max_length=60)
    baseline = models.IntegerField(null=True)
    target = models.IntegerField(null=True)
    lower_is_better = models.BooleanField(default=False)
    how = models.TextField(blank=True)

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["id"]
