from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import CONTRACT


class PartyKind(models.TextChoices):
    SOCIAL_ENTREPRENEUR = "social_entrepreneur", _("social entrepreneur")
    RESIDENTS = "residents", _("residents' initiative")
    WELFARE = "welfare", _("welfare or care organisation")
    HOUSING = "housing", _("housing corporation")
    VOLUNTEERS = "volunteers", _("volunteers' organisation")
    COMPANY = "company", _("company")
    OTHER = "other", _("other")


class PartyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Parties are no secret: who takes part in what is, and that stands elsewhere."""
        return self if user.is_authenticated and user.is_active else self.none()


class Party(models.Model):
    """An organisation or residents' initiative. It needs no legal form, so no KvK number either."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=30, choices=PartyKind, default=PartyKind.OTHER)
    kvk_number = models.CharField(
        _("KvK number"), max_length=8, blank=True, help_text=_("Eight digits. Leave empty when there is none.")
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    about = models.TextField(_("what you do"), blank=True)
    since = models.DateTimeField(default=clock.now)

    objects = PartyQuerySet.as_manager()

    view_permission = "accounts.view_party"
    retention = CONTRACT
    personal = ()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "parties"
        constraints = [
            models.CheckConstraint(
                condition=Q(kvk_number="") | Q(kvk_number__regex=r"^\d{8}$"),
                name="kvk_number_has_eight_digits",
                violation_error_message=_("A KvK number has eight digits."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def is_signed_by(self, user) -> bool:
        """Whether this person is a member who may sign for it."""
        return self.memberships.active().filter(user=user, may_sign=True).exists()


class MembershipQuerySet(models.QuerySet):
    def active(self):
        return self.filter(left_at=None)


class Membership(models.Model):
    """Someone who acts for a party."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="memberships")
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="memberships")
    may_sign = models.BooleanField(_("may sign for the party"), default=False)
    joined_at = models.DateTimeField(default=clock.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    retention = CONTRACT
    personal = ("user",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party", "user"], condition=Q(left_at=None), name="one_membership_per_party"),
        ]
