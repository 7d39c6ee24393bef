from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coalitions.models.listing import Listing
from events import clock
from events.ids import new_public_id
from events.retention import SHORT


class Answer(models.TextChoices):
    YES = "yes", _("Yes, let us meet")
    NO = "no", _("No, not now")


class IntroductionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of the two parties alone: not of officers, not of rivals, not in a count."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.of_parties(user.party_ids())

    def of_parties(self, party_ids):
        return self.filter(Q(asker__party_id__in=party_ids) | Q(asked__party_id__in=party_ids))

    def between(self, one_party, other_party):
        return self.filter(
            Q(asker__party=one_party, asked__party=other_party) | Q(asker__party=other_party, asked__party=one_party)
        )

    def agreed(self):
        """Both said yes."""
        return self.filter(answer=Answer.YES)

    def waiting(self):
        """One said yes, and the other may still."""
        return self.filter(answer="", taken_back_at=None, asker__withdrawn_at=None, asked__withdrawn_at=None)

    def for_page(self):
        both = (f"{side}__{part}" for side in ("asker", "asked") for part in ("party", "municipality", "tender__municipality"))
        return self.select_related(*both).prefetch_related("asker__areas", "asker__themes", "asked__areas", "asked__themes")

    def for_list(self):
        return self.select_related("asker__party", "asked__party")


class Introduction(models.Model):
    """One party said yes to another; when that one says yes too, both see how to reach each other.

    The first yes can be taken back until the second is there.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    asker = models.ForeignKey(Listing, models.PROTECT, related_name="+")
    asked = models.ForeignKey(Listing, models.PROTECT, related_name="+")
    message = models.TextField(_("why you want to meet"), max_length=600)
    asked_at = models.DateTimeField(default=clock.now)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(_("your answer"), max_length=3, choices=Answer, blank=True)
    reason = models.TextField(_("why not"), max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = IntroductionQuerySet.as_manager()

    view_permission = "coalitions.view_introduction"
    retention = SHORT
    personal = ("asked_by", "taken_back_by", "answered_by", "message", "reason")

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                Least("asker", "asked"),
                Greatest("asker", "asked"),
                condition=Q(taken_back_at=None) & ~Q(answer="no"),
                name="introduced_once",
            ),
            models.CheckConstraint(condition=~Q(asker=F("asked")), name="introduced_to_another"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="introduction_answered_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(answer=""), name="a_yes_is_taken_back_before_the_other_says_yes"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("coalitions:show_introduction", args=[self.public_id])

    @property
    def tender(self):
        """The tender that it is about; None when both listings are for the whole municipality."""
        return self.asker.tender or self.asked.tender

    @property
    def municipality(self):
        return self.asker.municipality

    @property
    def waits(self) -> bool:
        return not self.answer and self.taken_back_at is None and not self.asker.withdrawn_at and not self.asked.withdrawn_at

    def side_of(self, party_ids) -> tuple[Listing, Listing]:
        """(our listing, theirs) for who acts for one of these parties."""
        return (self.asker, self.asked) if self.asker.party_id in party_ids else (self.asked, self.asker)
