from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import SHORT, TENDER


class Resource(models.TextChoices):
    """What a party can bring in. A fixed list: what is compared must be the same word on both sides."""

    PLACE = "place", _("a place or a building")
    HANDS = "hands", _("people who do the work")
    VOLUNTEERS = "volunteers", _("volunteers")
    CRAFT = "craft", _("a craft or trade")
    CARE = "care", _("care and guidance")
    LEARNING = "learning", _("lessons and learning places")
    JOBS = "jobs", _("paid work")
    PEOPLE = "people", _("contact with the people it is about")
    EXPERIENCE = "experience", _("people who lived through it themselves")
    NEIGHBOURHOOD = "neighbourhood", _("knowledge of the neighbourhood")
    FOOD = "food", _("a kitchen and meals")
    TRANSPORT = "transport", _("transport")
    TOOLS = "tools", _("tools and materials")
    MONEY = "money", _("money of its own")
    ACCOUNTS = "accounts", _("accounts and paperwork")
    LEADING = "leading", _("keeping parties together")


class ListingQuerySet(models.QuerySet):
    def standing(self):
        """What was not taken away, for a tender that still runs."""
        runs = Q(tender__completed_at=None, tender__withdrawn_at=None)
        return self.filter(Q(tender=None) | runs, withdrawn_at=None)

    def visible_to(self, user):
        """What stands in public; and to who acts for a party all of its own."""
        public = self.standing().filter(Q(tender=None) | Q(tender__published_at__isnull=False))
        if not user.is_authenticated or not user.is_active or not user.party_ids():
            return public
        return public | self.filter(party_id__in=user.party_ids())

    def for_page(self):
        return self.select_related("party", "municipality", "tender__municipality").prefetch_related("areas", "themes")

    def for_list(self):
        return self.select_related("party", "tender").prefetch_related("areas", "themes")


class Listing(models.Model):
    """What a party offers and seeks, for one tender or for a whole municipality.

    How to reach the party stands in Contact, which is shown to nobody before both sides said yes. A party may keep its name
    back too (`nameless`); every page takes the name from coalitions/rows.py.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    party = models.ForeignKey("accounts.Party", models.PROTECT, related_name="+")
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, null=True, blank=True, related_name="+")
    offers = models.JSONField(_("what you offer"), default=list)
    offers_text = models.TextField(_("what you offer, in your own words"), max_length=600)
    seeks = models.JSONField(_("what you seek"), default=list)
    seeks_text = models.TextField(_("what you seek, in your own words"), max_length=600)
    # Without areas it is for the whole municipality, without themes for every subject.
    areas = models.ManyToManyField("areas.Area", related_name="+", blank=True, verbose_name=_("neighbourhoods"))
    themes = models.ManyToManyField("areas.Theme", related_name="+", blank=True, verbose_name=_("subjects"))
    nameless = models.BooleanField(default=False)
    placed_at = models.DateTimeField(default=clock.now)
    placed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ListingQuerySet.as_manager()

    view_permission = "coalitions.view_listing"
    retention = TENDER
    personal = ("placed_by",)

    class Meta:
        ordering = ["-placed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "tender"], condition=Q(withdrawn_at=None, tender__isnull=False), name="listed_once_for_a_tender"
            ),
            models.UniqueConstraint(
                fields=["party", "municipality"], condition=Q(withdrawn_at=None, tender=None), name="listed_once_in_a_place"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("coalitions:show_listing", args=[self.public_id])

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None and (self.tender is None or self.tender.is_running)


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of one's own parties, and of those with whom both sides said yes."""
        if not user.is_authenticated or not user.is_active or not user.party_ids():
            return self.none()
        from coalitions.models.introduction import Introduction  # it points here

        met = Introduction.objects.agreed()
        mine = user.party_ids()
        return self.filter(
            Q(listing__party_id__in=mine)
            | Q(listing__in=met.filter(asked__party_id__in=mine).values("asker_id"))
            | Q(listing__in=met.filter(asker__party_id__in=mine).values("asked_id"))
        )


class Contact(models.Model):
    """How to reach the party of a listing: for that party, and for others only after both said yes."""

    listing = models.OneToOneField(Listing, models.PROTECT, related_name="contact")
    name = models.CharField(_("who can be called or mailed"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)

    objects = ContactQuerySet.as_manager()

    view_permission = "coalitions.view_contact"
    retention = SHORT
    personal = ("name", "email", "phone")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="", phone=""),
                name="contact_can_be_reached",
                violation_error_message=_("Give an e-mail address or a telephone number."),
            )
        ]
