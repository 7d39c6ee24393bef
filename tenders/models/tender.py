import functools

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER
from tenders.routes import Route, RouteTraits, Track, traits
from tenders.steps import STEP_PATHS, Step


class TenderQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What is public, and for officers and who is involved also what is not public yet."""
        return self.within(*self.reach_of(user))

    @staticmethod
    def reach_of(user) -> tuple[list[int], list[int]]:
        """The tenders in which this person is involved, and the municipalities in which the person has a role; for `within`."""
        if not user.is_authenticated or not user.is_active:
            return [], []
        from tenders.models.involvement import tender_ids_of  # it needs this model

        return sorted(tender_ids_of(user)), sorted({role.municipality_id for role in user.active_roles()})

    def within(self, tender_ids, municipality_ids):
        """What is public, and what is one of these or led by one of these."""
        seen = Q(published_at__isnull=False) | Q(pk__in=tender_ids)
        return self.filter(seen | _led_by(municipality_ids) if municipality_ids else seen)

    def led_by(self, municipality_ids):
        """What one of these municipalities leads, alone or with others."""
        return self.filter(_led_by(municipality_ids))

    def for_page(self):
        """With all that any page of one tender shows at its top."""
        return self.select_related("municipality").prefetch_related("plans")

    def for_list(self):
        return self.select_related("municipality")

    def for_rows(self):
        """With what a row of a list shows, and no more: fifty times thirty columns is half of what such a page costs."""
        shown = ("slug", "title", "summary", "step", "route", "completed_at", "withdrawn_at")
        shown += ("municipality__name", "municipality__slug")
        return self.for_list().only(*shown)

    def running(self):
        return self.filter(completed_at=None, withdrawn_at=None)


def _led_by(municipality_ids) -> Q:
    through = Tender.others.through.objects.filter(municipality_id__in=municipality_ids)
    return Q(municipality_id__in=municipality_ids) | Q(pk__in=through.values("tender_id"))


class Tender(models.Model):
    """One social tender (traject), from the first conversation to the last lesson."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    reference = models.CharField(_("reference"), max_length=20)
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("in short"), help_text=_("Two or three sentences that everybody understands."))
    municipality = models.ForeignKey(
        "accounts.Municipality", models.PROTECT, related_name="+", verbose_name=_("leading municipality")
    )
    others = models.ManyToManyField(
        "accounts.Municipality", related_name="+", blank=True, verbose_name=_("municipalities that lead it too")
    )
    step = models.PositiveSmallIntegerField(_("step"), choices=Step, default=Step.DIALOGUE)
    first_step = models.PositiveSmallIntegerField(_("first step on the platform"), choices=Step, default=Step.DIALOGUE)
    route = models.CharField(_("route"), max_length=30, choices=Route)
    route_is_final = models.BooleanField(default=False)
    contact_person = models.CharField(_("one person to call"), max_length=160, blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    published_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = TenderQuerySet.as_manager()

    view_permission = "tenders.view_tender"
    retention = TENDER
    personal = ("contact_person", "contact_phone")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="tender_reference_once"),
            models.CheckConstraint(condition=Q(step__gte=models.F("first_step")), name="tender_not_before_its_first_step"),
        ]
        indexes = [models.Index(fields=["-published_at"], name="tender_public")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return _address(self.slug, get_language())

    @property
    def tender(self) -> "Tender":
        return self

    @property
    def traits(self) -> RouteTraits:
        return traits(self.route)

    @property
    def track(self) -> Track:
        """The legal track, as soon as the route was chosen; before that words stay neutral."""
        return self.traits.track if self.route_is_final else Track.UNDECIDED

    @property
    def step_path(self) -> str:
        return STEP_PATHS[Step(self.step)]

    @property
    def is_running(self) -> bool:
        return self.completed_at is None and self.withdrawn_at is None

    @property
    def parties_compete(self) -> bool:
        """Whether parties hand in for it now, or wait for the decision: what one of them hears, all of them hear."""
        return self.is_running and self.step == Step.SELECTION and self.traits.competition

    def began_after(self, step: Step) -> bool:
        """Whether this step lay before the tender came to the platform: documents tell of it."""
        return self.first_step > step

    @property
    def competes_here(self) -> bool:
        """Whether parties hand in and a committee chooses on this platform: not when that was over when it came here."""
        return self.traits.competition and not self.began_after(Step.PROCEDURE)

    @property
    def writing_steps(self) -> tuple[Step, ...]:
        """The steps in which the request is written: also step 3, for a tender that came to the platform there."""
        return (Step.REQUEST, Step.PROCEDURE) if self.first_step == Step.PROCEDURE else (Step.REQUEST,)

    def municipality_ids(self) -> set[int]:
        """The municipalities that lead it, read once; a visitor's page never asks."""
        if not hasattr(self, "_municipality_ids"):
            self._municipality_ids = {self.municipality_id, *self.others.values_list("pk", flat=True)}
        return self._municipality_ids

    def folder(self) -> str:
        """Where its files stand in both storages."""
        return f"{self.municipality_id}/{self.public_id}"


# Kept: a list asks for fifty at once, and an address never changes after the first publication.
@functools.lru_cache(maxsize=4096)
def _address(slug: str, language: str | None) -> str:
    return reverse("portal:show_tender", args=[slug])
