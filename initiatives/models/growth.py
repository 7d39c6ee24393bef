"""How an initiative grows: what its doers tell over the years, with numbers and photos; who joins; whom it helps."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import SHORT, THREAD
from initiatives.models.hiding import KEEPERS, Hideable, HideableQuerySet
from initiatives.models.initiative import Initiative


class UpdateQuerySet(HideableQuerySet):
    def counted(self):
        """Those with a number, for the chart."""
        return self.filter(hidden_at=None, count__isnull=False)


class Update(Hideable):
    """What the doers tell on a day, with a number when they counted."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="updates")
    text = models.TextField(_("what happened"), max_length=1000, blank=True)
    count = models.PositiveIntegerField(_("how many there are now"), null=True, blank=True)
    on = models.DateField(_("on which day"), default=clock.today)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = UpdateQuerySet.as_manager()

    retention = THREAD
    personal = ("text", "by")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(hidden_at=None) | ~Q(hidden_because=""), name="update_hidden_with_a_reason"),
        ]

    @property
    def municipality(self):
        return self.initiative.municipality


class PhotoQuerySet(HideableQuerySet):
    def visible_to(self, user):
        """What everybody sees; a hidden one also for those who can put it back."""
        public = Q(hidden_at=None, initiative__hidden_at=None) & ~Q(update__hidden_at__isnull=False)
        if not user.is_authenticated or not user.is_active:
            return self.filter(public)
        kept = {role.municipality_id for role in user.active_roles() if role.kind in KEEPERS}
        return self.filter(public | Q(initiative__municipality_id__in=kept))


class Photo(Hideable):
    """A photo of an initiative, made anew without its place (documents/pictures.py)."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="photos")
    update = models.ForeignKey(Update, models.PROTECT, null=True, blank=True, related_name="photos")
    upload = models.ForeignKey("documents.Upload", models.PROTECT, related_name="+")
    small = models.ForeignKey("documents.Upload", models.PROTECT, related_name="+")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)

    objects = PhotoQuerySet.as_manager()

    view_permission = "initiatives.view_photo"
    retention = THREAD
    personal = ("upload", "small")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(hidden_at=None) | ~Q(hidden_because=""), name="photo_hidden_with_a_reason"),
        ]

    @property
    def municipality(self):
        return self.initiative.municipality

    @property
    def is_shown(self) -> bool:
        """Whether everybody sees it: neither the photo nor what it goes with is hidden."""
        told_is_hidden = self.update is not None and self.update.hidden_at is not None
        return self.hidden_at is None and self.initiative.hidden_at is None and not told_is_hidden


class JoiningQuerySet(models.QuerySet):
    def standing(self):
        """Whose name stands on the page."""
        return self.filter(removed_at=None)


class Joining(models.Model):
    """Somebody joins, with no more than a first name; its code takes the name off again."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="joinings")
    first_name = models.CharField(_("first name"), max_length=40)
    joined_on = models.DateField(default=clock.today)
    # Of the form with which it was sent: the same form twice is one joining.
    code_hash = models.CharField(max_length=64, unique=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_because = models.TextField(_("why the name was taken off"), blank=True)

    objects = JoiningQuerySet.as_manager()

    opened_with = ""  # as in Initiative

    retention = SHORT
    personal = ("first_name", "removed_because")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(removed_at=None) | ~Q(removed_because=""), name="name_taken_off_with_a_reason"),
        ]

    @property
    def municipality(self):
        return self.initiative.municipality


class HelpQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None, helper__hidden_at=None, helped__hidden_at=None)


class Help(models.Model):
    """One initiative helps another, and says with what."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    helper = models.ForeignKey(Initiative, models.PROTECT, related_name="helps")
    helped = models.ForeignKey(Initiative, models.PROTECT, related_name="helped_by")
    what = models.CharField(_("with what you help"), max_length=160)
    since = models.DateField(default=clock.today)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)

    objects = HelpQuerySet.as_manager()

    retention = THREAD
    personal = ("what", "ended_because")

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(fields=["helper", "helped"], condition=Q(ended_at=None), name="helps_once"),
            models.CheckConstraint(condition=~Q(helper=F("helped")), name="helps_another"),
            models.CheckConstraint(condition=Q(ended_at=None) | ~Q(ended_because=""), name="help_ends_with_a_reason"),
        ]

    @property
    def municipality(self):
        return self.helper.municipality
