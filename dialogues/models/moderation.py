from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER, THREAD
from tenders.models import InvolvementRole, Tender
from tenders.models.involvement import involvements_of


class Ground(models.Model):
    """One published reason for which a contribution is hidden. It is never changed, only taken from the list: who was hidden
    for it keeps it."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    dialogue = models.ForeignKey("dialogues.Dialogue", models.PROTECT, related_name="grounds")
    text = models.CharField(
        _("reason for which you hide something"), max_length=120, help_text=_("In a few words: “It hurts somebody”.")
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text

    @property
    def tender(self) -> Tender:
        return self.dialogue.tender


class Hiding(models.Model):
    """The words of a contribution were hidden: who did it, for which ground and why; and how it ended, when it did.

    Of one contribution there may be several, one after the other.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="hidings")
    ground = models.ForeignKey(Ground, models.PROTECT, related_name="hidings")
    explanation = models.TextField(_("explanation"), max_length=1000)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    retention = THREAD
    personal = ("by", "ended_by", "explanation", "ended_because")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["contribution"], condition=Q(ended_at=None), name="hidden_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because=""),
                name="hiding_ends_with_a_reason",
            ),
        ]

    @property
    def tender(self) -> Tender:
        return self.contribution.tender


class AppealOutcome(models.TextChoices):
    RESTORED = "restored", _("everybody can read it again")
    UPHELD = "upheld", _("it stays hidden")


class AppealQuerySet(models.QuerySet):
    def for_page(self):
        return self.select_related("hiding__contribution__tender__municipality", "hiding__by", "hiding__ground")

    def undecided(self):
        return self.filter(outcome="")

    def visible_to(self, user):
        """For the officers; who asked for it reads how it stands with the contribution."""
        return self.filter(hiding__contribution__tender__in=_where_officer(user))


class Appeal(models.Model):
    """Who was hidden asks that a colleague looks again; once for each hiding, decided by another than who hid it."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    hiding = models.OneToOneField(Hiding, models.PROTECT, related_name="appeal")
    text = models.TextField(max_length=1000)
    # Of who wrote without a name or under a pseudonym only the day: its first moment.
    at = models.DateTimeField(default=clock.now)
    outcome = models.CharField(max_length=10, choices=AppealOutcome, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    # A copy of who hid it, so that the database itself holds that it is somebody else who decides.
    hidden_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    objects = AppealQuerySet.as_manager()

    view_permission = "dialogues.view_appeal"
    retention = THREAD
    personal = ("text", "decided_by", "hidden_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_at=None, decided_by=None)
                | ~Q(outcome="") & ~Q(reason="") & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="appeal_decided_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(decided_by=None) | ~Q(decided_by=F("hidden_by")), name="appeal_by_other_eyes"),
        ]

    @property
    def tender(self) -> Tender:
        return self.hiding.contribution.tender


class FlagOutcome(models.TextChoices):
    HIDDEN = "hidden", _("hidden")
    LEFT = "left", _("left to be read")


class FlagQuerySet(models.QuerySet):
    def for_page(self):
        return self.select_related("contribution__tender__municipality", "contribution__hiding", "ground", "decided_by")

    def undecided(self):
        return self.filter(outcome="")

    def visible_to(self, user):
        """Those of one's own, and for an officer all; without an account only by code."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(Q(person=user) | Q(contribution__tender__in=_where_officer(user)))


class Flag(models.Model):
    """Somebody says that a contribution is against the house rules (a melding), and what the team did with it."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    contribution = models.ForeignKey("dialogues.Contribution", models.PROTECT, related_name="flags")
    ground = models.ForeignKey(Ground, models.PROTECT, related_name="+")
    text = models.TextField(max_length=1000)
    person = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    # Who has no account follows it with a code, of which only the SHA-256 is kept; and of the moment only the day.
    code_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    flagged_on = models.DateField(default=clock.today)
    outcome = models.CharField(max_length=10, choices=FlagOutcome, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = FlagQuerySet.as_manager()

    view_permission = "dialogues.view_flag"
    retention = TENDER
    personal = ("text", "person", "decided_by")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, code_hash=None) | Q(person=None, code_hash__isnull=False),
                name="flagged_by_account_or_code",
            ),
            models.UniqueConstraint(
                fields=["contribution", "person"], condition=Q(person__isnull=False, outcome=""), name="flagged_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at=None) | ~Q(outcome="") & ~Q(reason="") & Q(decided_at__isnull=False),
                name="flag_decided_with_a_reason",
            ),
        ]

    @property
    def restored(self) -> Hiding | None:
        """How it came that what was hidden for this can be read again; None while it is hidden, or was never."""
        if self.outcome != FlagOutcome.HIDDEN or self.contribution.hidden_at:
            return None
        return self.contribution.hidings.filter(ended_at__isnull=False).select_related("ended_by").last()

    @property
    def tender(self) -> Tender:
        return self.contribution.tender


def _where_officer(user) -> set[int]:
    if not user.is_authenticated or not user.is_active:
        return set()
    return {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
