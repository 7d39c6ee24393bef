from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import THREAD
from initiatives.models.contact import ContactPerson
from initiatives.models.hiding import Hideable, HideableQuerySet


class InitiativeQuerySet(HideableQuerySet):
    def visible_to(self, user):
        """Everybody may see each: of one whose words were hidden the page says that, and why."""
        return self

    def going_on(self):
        return self.filter(hidden_at=None, stopped_at=None)

    def for_page(self):
        """With where it is, how many joined, and whom at the municipality one can call about it."""
        from initiatives.models.growth import Joining  # same package, loaded after this

        contact = ContactPerson.objects.for_area(OuterRef("municipality"), OuterRef("area"))
        return self.select_related("municipality", "area").annotate(
            joined=_number_of(Joining.objects.standing()),
            contact_name=Subquery(contact.values("name")[:1]),
            contact_phone=Subquery(contact.values("phone")[:1]),
        )

    def for_list(self):
        """With all that a row of the neighbourhood's page shows: its first and last number, its photo, how many joined."""
        from initiatives.models.growth import Joining, Photo, Update  # same package, loaded after this

        counted = Update.objects.counted().filter(initiative=OuterRef("pk"))
        photos = Photo.objects.shown().filter(initiative=OuterRef("pk")).exclude(update__hidden_at__isnull=False).order_by("-id")
        return self.select_related("area", "municipality").annotate(
            joined=_number_of(Joining.objects.standing()),
            first_count=Subquery(counted.order_by("on", "id").values("count")[:1]),
            last_count=Subquery(counted.order_by("-on", "-id").values("count")[:1]),
            photo=Subquery(photos.values("public_id")[:1]),
        )

    def liveliest_first(self):
        """What was begun or told of last; what stopped at the end."""
        from initiatives.models.growth import Update  # same package, loaded after this

        told = Update.objects.filter(initiative=OuterRef("pk"), hidden_at=None).order_by("-at").values("at")[:1]
        stopped = Case(When(stopped_at=None, then=0), default=1)
        return self.order_by(stopped, Coalesce(Subquery(told), "entered_at").desc(), "-id")


def _number_of(rows):
    counted = rows.filter(initiative=OuterRef("pk")).order_by().values("initiative").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


class Initiative(Hideable):
    """Just begun (gewoon begonnen): a name, a place and a sentence, by people who do something. A place on the golden thread.

    No plan, no account, no legal form. It needs no tender: a request in its area says later what becomes of it.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    area = models.ForeignKey("areas.Area", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("neighbourhood"))
    spot = models.CharField(_("where exactly"), max_length=120, blank=True)
    name = models.CharField(_("name"), max_length=80)
    sentence = models.TextField(_("what you do, in one sentence"), max_length=300)
    # Who does it, as they want to be called; empty for who rather stays without a name.
    doers = models.CharField(_("who you are"), max_length=80, blank=True)
    phone = models.CharField(_("your telephone number"), max_length=30, blank=True)
    seeks = models.TextField(_("what help you look for"), max_length=300, blank=True)
    offers = models.TextField(_("how you can help others"), max_length=300, blank=True)
    unit = models.CharField(_("what you count"), max_length=40, blank=True)
    begun_on = models.DateField(_("begun on"), default=clock.today)
    entered_at = models.DateTimeField(default=clock.now)
    # The account with which it was entered, never shown: a doer's, or that of who wrote it down for them in the street.
    begun_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    written_down = models.BooleanField(default=False)
    code_hash = models.CharField(max_length=64, unique=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_because = models.TextField(_("why it stopped"), blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = InitiativeQuerySet.as_manager()

    # The code that came along in this form, as a hash; set where it is fetched (initiatives/fetch.py).
    opened_with = ""

    view_permission = "initiatives.view_initiative"
    retention = THREAD
    personal = ("name", "sentence", "spot", "doers", "phone", "seeks", "offers", "begun_by")

    class Meta:
        ordering = ["-entered_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stopped_at=None) | ~Q(stopped_because=""),
                name="initiative_stops_with_a_reason",
                violation_error_message=_("Say why it stops."),
            ),
            models.CheckConstraint(
                condition=Q(hidden_at=None) | ~Q(hidden_because=""),
                name="initiative_hidden_with_a_reason",
                violation_error_message=_("Say why it is hidden."),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "area"], name="initiative_place")]

    def __str__(self) -> str:
        return _now("An initiative whose text is hidden") if self.hidden_at else self.name

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("golden_thread:follow_initiative", args=[self.public_id])

    @property
    def is_going_on(self) -> bool:
        return self.stopped_at is None and self.hidden_at is None

    @property
    def place(self) -> str:
        """Where it is, as far as somebody said: "hoek Brinkgreven, Voorstad-Oost"."""
        area = self.area.name if self.area_id else self.municipality.name
        return f"{self.spot}, {area}" if self.spot else area


class EarlierWording(models.Model):
    """What an initiative was called and said of itself before. What was written once stays to be read."""

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="earlier_wordings")
    name = models.CharField(max_length=80)
    sentence = models.TextField(max_length=300)
    until = models.DateTimeField(default=clock.now)

    retention = THREAD
    personal = ("name", "sentence")

    class Meta:
        ordering = ["-until", "-id"]
