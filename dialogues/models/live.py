"""Live: a question on the big screen of a meeting, and what the room sends in by phone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialogues.models.contribution import Contribution
from dialogues.models.meeting import Meeting
from events import clock
from events.ids import new_public_id
from events.retention import SHORT, TENDER
from tenders.models import Tender


class LiveQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of public tenders: the room has no accounts."""
        return self.filter(Q(meeting__tender__published_at__isnull=False) | Q(meeting__tender__in=Tender.objects.visible_to(user)))

    def for_page(self):
        return self.select_related("meeting__tender__municipality")

    def for_list(self):
        """With how much waits for the team."""
        waiting = models.Count("messages", filter=Q(messages__state=MessageState.WAITING))
        return self.select_related("meeting").annotate(waiting=waiting).order_by("-id")


class Live(models.Model):
    """One question to the room. What is sent in becomes a contribution of the meeting, at once or after the team looked."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="lives")
    question = models.CharField(_("what do you ask the room?"), max_length=160)
    is_moderated = models.BooleanField(_("we look first"), default=False)
    opened_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = LiveQuerySet.as_manager()

    view_permission = "dialogues.view_live"
    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["meeting"], condition=Q(closed_at=None), name="one_live_question_at_once")]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("dialogues:show_live", args=[self.public_id])

    @property
    def tender(self) -> Tender:
        return self.meeting.tender


class MessageState(models.TextChoices):
    WAITING = "waiting", _("waits for the team")
    SHOWN = "shown", _("on the screen")
    KEPT_BACK = "kept_back", _("not shown")


class MessageQuerySet(models.QuerySet):
    def on_screen(self):
        """Let through, and not hidden since."""
        return self.filter(state=MessageState.SHOWN, contribution__hidden_at=None)

    def waiting(self):
        """The team has to look at it; also when its question is closed."""
        return self.filter(state=MessageState.WAITING)

    def for_page(self):
        return self.select_related("live__meeting__tender__municipality")


class Message(models.Model):
    """What somebody in the room sent in. It has no moment and no address: the room is often anonymous."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    live = models.ForeignKey(Live, models.PROTECT, related_name="messages")
    text = models.CharField(max_length=300)
    shown_name = models.CharField(max_length=40, blank=True)
    code_hash = models.CharField(max_length=64, unique=True)
    # Chosen on the phone; once it is a contribution the theme of that one counts.
    theme = models.ForeignKey("areas.Theme", models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=MessageState)
    kept_back_because = models.TextField(blank=True)
    contribution = models.OneToOneField(Contribution, models.PROTECT, null=True, blank=True, related_name="message")

    objects = MessageQuerySet.as_manager()

    retention = SHORT
    personal = ("text", "shown_name")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="shown", contribution__isnull=False) | (~Q(state="shown") & Q(contribution=None)),
                name="message_shown_is_a_contribution",
            ),
            models.CheckConstraint(
                condition=~Q(state="kept_back") | ~Q(kept_back_because=""), name="message_kept_back_with_a_reason"
            ),
        ]

    @property
    def tender(self) -> Tender:
        return self.live.tender


class PhoneSupport(models.Model):
    """ "I recognise this" of a phone in the room: one a message for each mark that a phone keeps, so it is a show of hands."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="supports")
    phone_hash = models.CharField(max_length=64)

    retention = SHORT
    personal = ()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "phone_hash"], name="phone_support_once")]
