from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import LOG


class RoleKind(models.TextChoices):
    """What someone is in a municipality, whatever the tender."""

    ADMINISTRATOR = "administrator", _("administrator")
    POLICY_OFFICER = "policy_officer", _("policy officer")
    PROCUREMENT_OFFICER = "procurement_officer", _("procurement officer")
    LEGAL_ADVISER = "legal_adviser", _("legal adviser")
    CONTRACT_MANAGER = "contract_manager", _("contract manager")
    PROCESS_GUIDE = "process_guide", _("process guide")
    COUNCIL_MEMBER = "council_member", _("council member")
    CLERK = "clerk", _("clerk of the council")
    AREA_MANAGER = "area_manager", _("area manager")
    COMMUNITY_WORKER = "community_worker", _("community worker")
    MANDATE_HOLDER = "mandate_holder", _("decides on behalf of the executive")


class RoleQuerySet(models.QuerySet):
    def active(self, at=None):
        """Those that hold today, or on the day of `at`."""
        day = clock.day_of(at) if at else clock.today()
        return self.filter(Q(since__lte=day) & (Q(until=None) | Q(until__gte=day)), withdrawn_at=None)

    def not_over(self):
        """Those that hold today, and those that are still to come."""
        return self.filter(Q(until=None) | Q(until__gte=clock.today()), withdrawn_at=None)

    def during(self, since, until=None):
        """Those that hold on any day of a period."""
        begun = Q() if until is None else Q(since__lte=until)
        return self.filter(begun, Q(until=None) | Q(until__gte=since), withdrawn_at=None)


class Role(models.Model):
    """Someone's role in a municipality, for a period; a delegated one names who gave it and why."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="roles")
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="roles")
    kind = models.CharField(_("role"), max_length=30, choices=RoleKind)
    since = models.DateField(_("from"), default=clock.today)
    until = models.DateField(_("until and including"), null=True, blank=True)
    delegated_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(_("why it was taken away"), blank=True)

    objects = RoleQuerySet.as_manager()

    retention = LOG
    personal = ("user", "delegated_by", "reason", "withdrawn_because")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")),
                name="role_ends_after_it_begins",
                violation_error_message=_("A role cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(delegated_by=None) | (Q(until__isnull=False) & ~Q(reason="")),
                name="delegation_has_end_and_reason",
                violation_error_message=_("A delegated role needs an end date and a reason."),
            ),
        ]
