from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import SHORT
from inventory.models.line import LineKind


class LineImport(models.Model):
    """A file that was read and found right, waiting for somebody to say that it may stand in the inventory.

    `rows` are its lines as plain values, in the order of the file. Nothing of it is in the inventory before it is confirmed.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    municipality = models.ForeignKey("accounts.Municipality", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=LineKind)
    file_name = models.CharField(_("name of the file"), max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.JSONField(default=list)
    # What is only worth a look: (row, column, what stands there, sentence); and the headings that we do not read.
    remarks = models.JSONField(default=list)
    not_read = models.JSONField(default=list)
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    confirmed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    retention = SHORT
    personal = ("made_by", "confirmed_by", "rows", "remarks", "file_name")

    class Meta:
        ordering = ["-id"]
