"""Stored files: what people uploaded, and the documents that the platform made."""

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from events import clock
from events.ids import new_public_id
from events.retention import TENDER


def work_storage():
    return storages["default"]


def archive_storage():
    return storages["archive"]


class Document(models.Model):
    """A PDF that the platform made: rendered once, archived with its fingerprint, never rendered again behind the reader's back.

    It knows nothing of the floors above; what it belongs to points here. `content_sha256` is of the canonical content,
    made in the transaction; `file_sha256` is of the rendered file, and follows.
    """

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="nl")
    content_sha256 = models.CharField(max_length=64)
    file = models.FileField(storage=archive_storage, max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField(default=clock.now)
    rendered_at = models.DateTimeField(null=True)

    retention = TENDER
    personal = ()

    def __str__(self) -> str:
        return self.title


class Upload(models.Model):
    """A file that someone sent, under a name of ours; the name it had is only shown, never used."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    file = models.FileField(storage=work_storage, max_length=200)
    original_name = models.CharField(_("name of the file"), max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(default=clock.now)

    retention = TENDER
    personal = ("uploaded_by", "original_name")

    def __str__(self) -> str:
        return self.original_name
