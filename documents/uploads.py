"""Taking in a file: how large, what it really is, under a name of ours."""

import hashlib

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from documents.models import Upload
from events.ids import new_public_id

# What people may send, by what the bytes say and not by the name.
ALLOWED = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}


def kind_of(content: bytes) -> str:
    """The extension that the bytes themselves call for (".pdf"); raises ValidationError for what we do not take."""
    try:
        found = {match.extension for match in puremagic.magic_string(content)}
    except puremagic.PureError:
        found = set()
    found = {".jpg" if extension in (".jpeg", ".jfif") else extension for extension in found}
    for extension in ALLOWED:
        if extension in found:
            return extension
    raise ValidationError(
        _("We can take a PDF, a picture (PNG or JPEG), or a document (DOCX, XLSX, ODT). This file is something else.")
    )


def in_megabytes(size: int) -> str:
    """A size as people write it: 10 MB and not 10,0 MB."""
    return filesizeformat(size).replace(",0", "").replace(".0", "")


def check_size(file) -> None:
    """Raise ValidationError for a file that is empty, or larger than we take."""
    if file.size > settings.UPLOAD_LIMIT:
        limit, size = in_megabytes(settings.UPLOAD_LIMIT), in_megabytes(file.size)
        raise ValidationError(
            _("This file is %(size)s. The most we can take is %(limit)s. Make it smaller, or split it.")
            % {"size": size, "limit": limit}
        )
    if file.size == 0:
        raise ValidationError(_("This file is empty. Choose another one."))


def check_upload(file) -> str:
    """The extension of a file that may come in; raises ValidationError with a sentence that says what to do."""
    check_size(file)
    content = file.read()
    file.seek(0)
    return kind_of(content)


def store_upload(file, *, by, folder: str) -> Upload:
    """Store a checked file below `folder` ("<municipality>/<tender>/<kind>")."""
    extension = check_upload(file)
    content = file.read()
    upload = Upload(
        original_name=file.name[-200:],
        content_type=ALLOWED[extension],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_by=by,
    )
    upload.file.save(f"{folder}/{new_public_id()}{extension}", ContentFile(content), save=False)
    upload.save()
    return upload
