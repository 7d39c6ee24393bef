from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from tenders.models import Tender


class DialogueQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What was published in a public tender; for who leads the tender or has a role in it also what is being prepared."""
        return self.within(*Tender.objects.reach_of(user))

    def within(self, tender_ids, municipality_ids):
        """What was published in a public tender, and what is of these tenders or of those that these municipalities lead."""
        seen = Q(published_at__isnull=False, tender__published_at__isnull=False) | Q(tender_id__in=tender_ids)
        return self.filter(seen | Q(tender__in=Tender.objects.led_by(municipality_ids)) if municipality_ids else seen)

    def over_untold(self):
        """Their last day went by itself, and nobody was told of it yet."""
        running = Q(tender__completed_at=None, tender__withdrawn_at=None)
        over = self.filter(running, published_at__isnull=False, closed_at=None, conclusion=None, closes_on__lt=clock.today())
        return over.exclude(closes_on=models.F("told_over"), told_over__isnull=False)

    def for_page(self):
        return self.select_related("tender__municipality", "conclusion")


class Dialogue(models.Model):
    """The conversation with society at the start of a tender: a dot on the horizon, facts, open questions, rules."""

    tender = models.OneToOneField("tenders.Tender", models.PROTECT, related_name="+")
    dot = models.TextField(
        _("dot on the horizon"), blank=True, help_text=_("Where you want to be, in one or two sentences. It may change later.")
    )
    closes_on = models.DateField(_("open until and including"), null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # The last day of which people heard that it is over; a later one is told again.
    told_over = models.DateField(null=True, blank=True)
    # How it was concluded; empty again when it opens once more.
    conclusion = models.ForeignKey("dialogues.Conclusion", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = DialogueQuerySet.as_manager()

    view_permission = "dialogues.view_dialogue"
    retention = TENDER
    personal = ()

    def __str__(self) -> str:
        return str(self.tender)

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("dialogues:show_dialogue", args=[self.tender.slug])

    @property
    def is_open(self) -> bool:
        """It takes contributions: published, not closed, its last day not over."""
        return self.published_at is not None and self.closed_at is None and not self.is_over

    @property
    def is_over(self) -> bool:
        return self.closes_on is not None and self.closes_on < clock.today()


class DotChange(models.Model):
    """The dot on the horizon was changed: what it was, when and why. Public."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="dot_changes")
    before = models.TextField(blank=True)
    after = models.TextField()
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["-at", "-id"]


class Fact(models.Model):
    """A fact or figure, with its source."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="facts")
    text = models.TextField(_("fact or figure"), max_length=600)
    source = models.CharField(_("source"), max_length=200, help_text=_("Where does it come from, and from which year?"))
    removed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["id"]

    @property
    def tender(self) -> Tender:
        return self.dialogue.tender


class OpenQuestion(models.Model):
    """Something that the municipality does not know yet and asks."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="open_questions")
    text = models.TextField(_("open question"), max_length=600, help_text=_("Something that you really do not know yet."))
    removed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["id"]

    @property
    def tender(self) -> Tender:
        return self.dialogue.tender


class RuleKind(models.TextChoices):
    """What must be said before a dialogue is published (product.md D2)."""

    ROLE = "role", _("the municipality's own role")
    FIXED = "fixed", _("what is fixed")
    OPEN = "open", _("what is open")
    WEIGHT = "weight", _("how much the voice of residents weighs")
    WHO_DECIDES = "who_decides", _("who decides")
    MONEY = "money", _("the money: bandwidth or saving")
    PAY = "pay", _("what taking part pays")
    HOUSE_RULES = "house_rules", _("house rules, and when something is refused")


class RuleQuerySet(models.QuerySet):
    def promised(self):
        """Not known yet, in a dialogue that people can read: a day was named, and there is no text."""
        running = Q(dialogue__tender__completed_at=None, dialogue__tender__withdrawn_at=None)
        return self.filter(running, text="", known_on__isnull=False, dialogue__published_at__isnull=False)


class PromiseChange(models.Model):
    """A day on which something would be said was moved, or taken away: which day it was, when and why. Public."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="promise_changes")
    kind = models.CharField(max_length=20, choices=RuleKind)
    before = models.DateField()
    after = models.DateField(null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=600)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    retention = TENDER
    personal = ("by",)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="promise_moved_with_a_reason"),
            models.CheckConstraint(condition=Q(after=None) | ~Q(after=models.F("before")), name="promise_moved_to_another_day"),
        ]


class Rule(models.Model):
    """What people may know beforehand, one row a kind. "We do not know yet, we say so on (date)" counts as an answer."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="rules")
    kind = models.CharField(max_length=20, choices=RuleKind)
    text = models.TextField(_("in plain words"), blank=True)
    known_on = models.DateField(_("we do not know yet; we say so on"), null=True, blank=True)
    # When the team was reminded of that day; another day is reminded of again.
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = RuleQuerySet.as_manager()

    retention = TENDER
    personal = ()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "kind"], name="one_rule_per_kind"),
            models.CheckConstraint(
                condition=~Q(text="") | Q(known_on__isnull=False),
                name="rule_says_something_or_when",
                violation_error_message=_("Write it down, or say on which date you will."),
            ),
        ]
