"""Theme groups: people who know a subject from every side, what they look for together, and how they work (product.md D6)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from events import clock
from events.ids import new_public_id
from events.retention import SHORT, THREAD
from tenders.models import Tender
from tenders.models.involvement import InvolvementRole, involvements_of
from tenders.money import MoneyField


class GoalKind(models.TextChoices):
    SAVE = "save", _("save at least so much")
    SPEND = "spend", _("spend at most so much")


class Goal(models.Model):
    """The amount that the theme groups of a tender work towards together, a year."""

    tender = models.OneToOneField("tenders.Tender", models.PROTECT, related_name="+")
    kind = models.CharField(_("what must the groups do?"), max_length=10, choices=GoalKind, default=GoalKind.SAVE)
    amount = MoneyField(_("how much a year"))
    source = models.CharField(_("who decided that, and when?"), max_length=200)
    version = models.PositiveIntegerField(default=1)

    retention = THREAD
    personal = ()


class BudgetItem(models.Model):
    """A post of the budget (begrotingspost) that proposals draw on: two themes that draw on one may count it double."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    name = models.CharField(_("name of the post"), max_length=120)
    amount = MoneyField(_("how much goes to it now, a year"))
    source = models.CharField(_("where does this amount come from?"), max_length=200)
    version = models.PositiveIntegerField(default=1)

    retention = THREAD
    personal = ()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tender", "name"],
                name="budget_item_name_once",
                violation_error_message=_("There is a post with this name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ExpertGroupQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(tender__in=Tender.objects.visible_to(user))

    def for_page(self):
        return self.select_related("tender__municipality", "theme", "guide")


class ExpertGroup(models.Model):
    """The expert committee of one theme (themagroep): all interests, led by a guide who keeps out of the content."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    tender = models.ForeignKey("tenders.Tender", models.PROTECT, related_name="+")
    theme = models.ForeignKey("areas.Theme", models.PROTECT, related_name="+", verbose_name=_("theme"))
    assignment = models.TextField(_("what do you ask this group?"), max_length=2000)
    guide = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("process guide of this group")
    )
    missing_because = models.TextField(_("why an interest is not there"), blank=True, max_length=600)
    at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    objects = ExpertGroupQuerySet.as_manager()

    view_permission = "dialogues.view_group"
    retention = THREAD
    personal = ("guide",)

    class Meta:
        ordering = ["theme__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["tender", "theme"],
                name="one_group_a_theme",
                violation_error_message=_("There is a group for this theme already."),
            )
        ]

    def __str__(self) -> str:
        return self.theme.name

    def get_absolute_url(self) -> str:
        from django.urls import reverse  # only pages ask

        return reverse("dialogues:show_group", args=[self.tender.slug, self.public_id])


class Interest(models.TextChoices):
    RESIDENTS = "residents", _("residents")
    TARGET_GROUP = "target_group", _("the people whom it is about")
    ORGANISATIONS = "organisations", _("organisations that work on it")
    ENTREPRENEURS = "entrepreneurs", _("entrepreneurs")
    VOLUNTEERS = "volunteers", _("volunteers")
    OUTSIDE = "outside", _("an outside view")


# Who may call on the network of a municipality.
NETWORK_KINDS = (RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER, RoleKind.AREA_MANAGER)

# Without one of these a group misses an interest (Zeist: residents, organisations and entrepreneurs; and whom it is about).
EXPECTED = (Interest.RESIDENTS, Interest.TARGET_GROUP, Interest.ORGANISATIONS, Interest.ENTREPRENEURS)


class ExpertQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who is named: those who want it, of tenders that one sees; for who leads or guides the tender all; oneself."""
        public = Q(is_shown=True, ended_at=None, group__tender__in=Tender.objects.visible_to(user))
        if not user.is_authenticated:
            return self.filter(public)
        teams = {i.tender_id for i in involvements_of(user) if i.role in (InvolvementRole.OFFICER, InvolvementRole.GUIDE)}
        return self.filter(public | Q(group__tender_id__in=teams) | Q(person=user, ended_at=None))

    def sitting(self):
        return self.filter(ended_at=None)

    def reachable_in(self, municipality):
        """Who agreed to be asked again, of the groups of one municipality: the network that stays (Zeist)."""
        return self.sitting().filter(is_reachable=True, group__tender__municipality=municipality)


class Expert(models.Model):
    """Somebody in a theme group, for an interest. With an account the person writes proposals, without one others do."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    group = models.ForeignKey(ExpertGroup, models.PROTECT, related_name="experts")
    person = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    interest = models.CharField(_("for which interest"), max_length=20, choices=Interest)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    is_shown = models.BooleanField(_("the name is public"), default=False)
    is_reachable = models.BooleanField(_("may be asked again later"), default=False)
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    objects = ExpertQuerySet.as_manager()

    view_permission = "dialogues.view_expert"
    retention = SHORT
    personal = ("person", "name", "organisation", "ended_because")

    class Meta:
        ordering = ["interest", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(ended_at=None, person__isnull=False), name="expert_once_in_group"
            ),
            models.CheckConstraint(condition=Q(ended_at=None) | ~Q(ended_because=""), name="expert_leaves_with_a_reason"),
        ]

    @property
    def tender(self) -> Tender:
        return self.group.tender


class NetworkQuestionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """For the officers of the municipality, and for who it was asked of."""
        if not user.is_authenticated:
            return self.none()
        places = {role.municipality_id for role in user.active_roles() if role.kind in NETWORK_KINDS}
        seats = Expert.objects.sitting().filter(person=user, is_reachable=True, group__theme=OuterRef("theme"))
        return self.filter(Q(municipality_id__in=places) | Exists(seats))


class NetworkQuestion(models.Model):
    """Something that a municipality asked, after a dialogue, of who know a theme and agreed to be asked again."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    theme = models.ForeignKey("areas.Theme", models.PROTECT, related_name="+", verbose_name=_("theme"))
    text = models.TextField(_("what do you want to ask?"), max_length=2000)
    phone = models.CharField(_("whom can they call?"), max_length=120)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = NetworkQuestionQuerySet.as_manager()

    view_permission = "dialogues.view_network_question"
    retention = THREAD
    personal = ("by", "phone")

    class Meta:
        ordering = ["-at", "-id"]
