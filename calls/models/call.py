from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from calls.models.amendment import Amendment, AmendmentState
from calls.models.frozen import CallVersion
from calls.models.initiative_word import InitiativeWord
from events.retention import TENDER
from tenders.money import ShareField


class CallQuerySet(models.QuerySet):
    def visible_to(self, user):
        from tenders.models import Tender  # a floor below

        public = Q(tender__published_at__isnull=False)
        if not user.is_authenticated:
            return self.filter(public)
        return self.filter(tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        """With its tender, and in the same statement what its pages say of amendments, adoption and publication."""
        ours = Amendment.objects.filter(clause__call=models.OuterRef("pk")).order_by().values("clause__call")
        counted = ours.annotate(n=models.Count("pk")).values("n")
        adopted = CallVersion.objects.filter(tender=models.OuterRef("tender"), for_bids=False, set_aside_at=None)
        published = CallVersion.objects.published().filter(tender=models.OuterRef("tender"), for_bids=True).order_by("-number")
        words = InitiativeWord.objects.standing().filter(call=models.OuterRef("pk")).order_by().values("call")
        return self.select_related("tender__municipality").annotate(
            initiative_count=Coalesce(models.Subquery(words.annotate(n=models.Count("pk")).values("n")), 0),
            amendment_count=Coalesce(models.Subquery(counted), 0),
            open_amendments=Coalesce(models.Subquery(counted.filter(state=AmendmentState.OPEN)), 0),
            adopted_sha256=models.Subquery(adopted.order_by("-number").values("content_sha256")[:1]),
            adopted_because=models.Subquery(adopted.order_by("-number").values("reason")[:1]),
            published_number=models.Subquery(published.values("number")[:1]),
            published_at=models.Subquery(published.values("published_at")[:1]),
        )


class Call(models.Model):
    """The co-created request (uitvraag) of a tender: clauses, criteria with their scale, indicators. Written in the open."""

    tender = models.OneToOneField("tenders.Tender", models.PROTECT, related_name="+")
    short_version = models.TextField(
        _("short version"), blank=True, help_text=_("What, for whom, how much, when. At most one page.")
    )
    committee_rules = models.TextField(_("how the committee works"), blank=True)
    residents_minority_reason = models.TextField(_("why residents and target group are no majority"), blank=True)
    max_lots_per_party = models.PositiveSmallIntegerField(_("most lots for one party"), null=True, blank=True)
    lowest_mark = ShareField(_("lowest total for an award"), null=True, blank=True)
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    # What for_page() fills in, for a request that nobody began to write.
    amendment_count = 0
    initiative_count = 0
    open_amendments = 0
    adopted_sha256 = ""
    adopted_because = ""
    published_number = None
    published_at = None

    objects = CallQuerySet.as_manager()

    view_permission = "calls.view_call"
    retention = TENDER
    personal = ("adopted_by",)

    def __str__(self) -> str:
        return str(self.tender)
