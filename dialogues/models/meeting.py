import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models.party import PartyKind
from dialogues.organisations import same_name_of
from events import clock
from events.ids import new_public_id
from events.retention import SHORT, TENDER
from tenders.dates import local
from tenders.models import Tender
from tenders.steps import Step

PLAN_DAYS = 7  # so long after a working day a plan can still be written out at home


class MeetingKind(models.TextChoices):
    INFORMATION = "information", _("information meeting")
    IN_DEPTH = "in_depth", _("in-depth session")
    EXPERT_GROUP = "expert_group", _("expert group")
    WORKING_DAY = "working_day", _("working day")
    REFLECTION = "reflection", _("moment of reflection")


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        return self.select_related("tender__municipality").with_counts()

    def upcoming(self, at=None):
        return self.filter(begins_at__gte=at or clock.now(), cancelled_at=None)

    def unreported(self, at=None):
        """Those that were held, and of which nobody can read yet what was said."""
        return self.filter(ends_at__lt=at or clock.now(), cancelled_at=None, reported_at=None)

    def with_counts(self):
        """Each meeting with `taken`, the places that are taken, `waiting`, who waits for one, `came`, and `noted`: of how
        many it was written down whether they came."""
        return self.annotate(
            taken=models.Count("registrations", filter=Q(registrations__state=RegistrationState.REGISTERED)),
            waiting=models.Count("registrations", filter=Q(registrations__state=RegistrationState.WAITING)),
            came=models.Count("registrations", filter=Q(registrations__attended=True)) + F("guests"),
            noted=models.Count("registrations", filter=Q(registrations__attended__isnull=False)),
        )


class Meeting(models.Model):
    """A meeting of a tender, in any step."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(choices=Step, default=Step.DIALOGUE)
    kind = models.CharField(_("kind"), max_length=20, choices=MeetingKind)
    title = models.CharField(_("title"), max_length=160)
    agenda = models.TextField(_("what we talk about"), blank=True)
    place = models.CharField(_("place, or the address of the video meeting"), max_length=200)
    begins_at = models.DateTimeField(_("begins at"))
    ends_at = models.DateTimeField(_("ends at"))
    capacity = models.PositiveIntegerField(_("places"))
    per_party = models.PositiveSmallIntegerField(_("people for each organisation"), default=1)
    reminded_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.TextField(_("reason"), blank=True)
    # Who came without registering; only how many, no names.
    guests = models.PositiveIntegerField(_("how many came without registering"), default=0)
    # The minutes: a draft from `reported_at` on, that who was there can correct until and including a day, and then locked.
    report = models.TextField(_("report"), blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    corrections_until = models.DateField(_("to be corrected until and including"), null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = MeetingQuerySet.as_manager()

    view_permission = "dialogues.view_meeting"
    retention = TENDER
    personal = ()

    class Meta:
        ordering = ["begins_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")),
                name="meeting_ends_after_it_begins",
                violation_error_message=_("The meeting ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1),
                name="meeting_has_a_place",
                violation_error_message=_("A meeting has at least one place."),
            ),
            models.CheckConstraint(
                condition=Q(per_party__gte=1),
                name="meeting_takes_one_of_a_party",
                violation_error_message=_("At least one person of each organisation can come."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("dialogues:show_meeting", args=[self.tender.slug, self.public_id])

    @property
    def has_begun(self) -> bool:
        return self.begins_at <= clock.now()

    @property
    def is_over(self) -> bool:
        return self.ends_at <= clock.now()

    @property
    def is_under_way(self) -> bool:
        return self.cancelled_at is None and self.has_begun and not self.is_over

    @property
    def ends_another_day(self) -> bool:
        return local(self.ends_at).date() != local(self.begins_at).date()

    @property
    def is_full(self) -> bool:
        """No place is left; of a meeting that was read with its counts."""
        return self.taken >= self.capacity

    @property
    def state(self) -> str:
        """How it stands, as a page shows it; of a meeting that was read with its counts."""
        if self.cancelled_at:
            return "cancelled"
        if self.reported_at:
            return "reported" if self.locked_at else "draft"
        if self.has_begun:
            return "over" if self.is_over else "under_way"
        return "full" if self.is_full else "open"

    @property
    def takes_corrections(self) -> bool:
        """Whether who was there can still say what is wrong in the minutes."""
        return self.locked_at is None and self.corrections_until is not None and clock.today() <= self.corrections_until

    @property
    def corrections_over(self) -> bool:
        """Whether there were days to say what is wrong in the minutes, and these are over."""
        return self.corrections_until is not None and not self.takes_corrections

    @property
    def correctable_until(self):
        """The last day on which its minutes can be corrected; None once that is over."""
        return self.corrections_until if self.takes_corrections else None

    @property
    def is_coming(self) -> bool:
        return self.cancelled_at is None and not self.has_begun

    @property
    def is_working_day(self) -> bool:
        return self.kind == MeetingKind.WORKING_DAY

    @property
    def amount(self):
        """The money that a working day is about, as it was named last; None when nobody named it."""
        return self.amounts.first()

    @property
    def takes_plans(self) -> bool:
        """Whether a table of a working day can send its plan: from the beginning until a week after."""
        over = self.ends_at + dt.timedelta(days=PLAN_DAYS)
        return self.is_working_day and self.cancelled_at is None and self.begins_at <= clock.now() <= over


class RegistrationState(models.TextChoices):
    REGISTERED = "registered", _("registered")
    WAITING = "waiting", _("on the waiting list")
    CANCELLED = "cancelled", _("cancelled")


class Registration(models.Model):
    """Someone comes to a meeting: with an account, or with only a name and a code."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="registrations")
    person = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    party = models.ForeignKey(
        "accounts.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("for the party")
    )
    # Of who has no account there: the organisation by its name, where we know no party of that name.
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    # Who registered without an account has a code instead; only its SHA-256 is kept.
    code_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    state = models.CharField(max_length=12, choices=RegistrationState)
    registered_at = models.DateTimeField(default=clock.now)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    attended = models.BooleanField(null=True, blank=True)

    retention = SHORT
    personal = ("person", "name", "email")

    class Meta:
        ordering = ["registered_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(person__isnull=False) & ~Q(state="cancelled"),
                name="registered_once",
                violation_error_message=_("You are registered already."),
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, code_hash=None) | Q(person=None, code_hash__isnull=False),
                name="registered_by_account_or_code",
            ),
        ]

    @property
    def tender(self) -> Tender:
        return self.meeting.tender

    @property
    def counted_for(self) -> str:
        """The organisation for whose maximum it counts; "" for none: who lives there comes for a neighbourhood, not for a firm."""
        if self.party is not None and self.party.kind == PartyKind.RESIDENTS:
            return ""
        return same_name_of(self.for_whom)

    @property
    def for_whom(self) -> str:
        """The organisation for which somebody comes; "" for who comes for oneself."""
        return self.party.name if self.party else self.organisation

    @property
    def may_have_come(self) -> bool:
        """Registered with a place, and nobody noted that this person stayed away."""
        return self.state == RegistrationState.REGISTERED and self.attended is not False

    @property
    def waits_for_party(self) -> bool:
        """Whether it waits because as many as may come for its organisation have a place."""
        if self.state != RegistrationState.WAITING or not self.counted_for:
            return False
        others = self.meeting.registrations.filter(state=RegistrationState.REGISTERED).select_related("party")
        return sum(other.counted_for == self.counted_for for other in others) >= self.meeting.per_party
