from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.models.coalition import Coalition, Member
from events import clock
from events.retention import NOT_CHOSEN
from tenders.money import WHOLE, ShareField


class LeadKind(models.TextChoices):
    """Whether the lead partner does work itself, or keeps the group together and no more."""

    CONTENT = "content", _("takes part in the work")
    FACILITATING = "facilitating", _("only organises")


class TermsQuerySet(models.QuerySet):
    def for_page(self):
        shares = models.Prefetch("shares", queryset=Share.objects.select_related("party"))
        signed = models.Prefetch("sign_offs", queryset=SignOff.objects.select_related("party", "by"))
        return self.select_related("lead", "written_by").prefetch_related(shares, signed)


class Terms(models.Model):
    """One version of what a coalition agreed: a row that never changes. Every change is a new version, and asks all again."""

    coalition = models.ForeignKey(Coalition, models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    decision_rule = models.TextField(_("how you decide together"), max_length=4000)
    lead = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+", verbose_name=_("lead partner"))
    lead_kind = models.CharField(_("what the lead partner does"), max_length=15, choices=LeadKind)
    content = models.JSONField()
    content_sha256 = models.CharField(max_length=64)
    written_at = models.DateTimeField(default=clock.now)
    written_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)

    objects = TermsQuerySet.as_manager()

    retention = NOT_CHOSEN
    personal = ("written_by",)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["coalition", "number"], name="terms_number_once")]

    def party_ids(self) -> set[int]:
        """The parties that these terms are about; for_page brings them along."""
        return {share.party_id for share in self.shares.all()}

    def signed_ids(self) -> set[int]:
        return {one.party_id for one in self.sign_offs.all()}

    def fits(self, partners: list[Member]) -> bool:
        """These are the partners that wrote it, and all of them took part ever since.

        Who stopped and came back was told that the others write anew, and that it agrees later: what was signed before binds
        nobody.
        """
        same = self.party_ids() == {one.party_id for one in partners}
        return same and all(one.joined_at <= self.written_at for one in partners)


class Share(models.Model):
    """What one partner gets of the income, and how many hours a week it puts in."""

    terms = models.ForeignKey(Terms, models.PROTECT, related_name="shares")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    income = ShareField(_("part of the income"))
    hours = models.PositiveIntegerField(_("hours a week"))

    retention = NOT_CHOSEN
    personal = ()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["terms", "party"], name="share_once"),
            models.CheckConstraint(condition=Q(income__lte=WHOLE), name="share_is_a_part"),
        ]


class SignOff(models.Model):
    """A partner agrees with one version, by its fingerprint."""

    terms = models.ForeignKey(Terms, models.PROTECT, related_name="sign_offs")
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    content_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    retention = NOT_CHOSEN
    personal = ("by",)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["terms", "party"], name="signed_off_once"),
            models.UniqueConstraint(fields=["terms", "by"], name="two_parties_are_two_people"),
        ]
