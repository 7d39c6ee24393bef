"""What can be hidden from everybody: the words stay in the row, with why they went, and why they came back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind

# Who works in the neighbourhoods: writes down for people, and answers for what stands on the page.
KEEPERS = (RoleKind.COMMUNITY_WORKER, RoleKind.AREA_MANAGER, RoleKind.POLICY_OFFICER)


class HideableQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(hidden_at=None)


class Hideable(models.Model):
    """An initiative, what is told of it, a photo, a plan. `hidden_because` stays after it was put back."""

    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.TextField(_("why it is hidden"), blank=True)
    # When it was put back the last time.
    restored_at = models.DateTimeField(null=True, blank=True)
    restored_because = models.TextField(_("why everybody can read it again"), blank=True)

    class Meta:
        abstract = True
