"""Taking in a photo: what comes out is a new picture, made of its points alone. So nothing else of the file comes along: not
where it was taken, not by which telephone, and nothing that was hidden behind the last point.

The one import of Pillow; only the demo draws with it too.
"""

import io
import struct
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from documents.models import Upload
from documents.uploads import check_size, store_upload

_LONGEST_SIDE = 1600  # wider than any page shows it
_SMALL_SIDE = 480  # in a row of a list
_MOST_POINTS = 80_000_000  # what a telephone makes, and more; a small file can pretend to be a huge picture
_MOST_UNPACKED = 36_000_000  # of the kinds that must be unpacked whole before they are made smaller
_TAKEN = ("JPEG", "PNG", "WEBP")


# What Pillow raises for a file that is broken, cut off, or something else.
_NO_PICTURE = UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError, struct.error


@dataclass(frozen=True)
class Picture:
    """A picture of ours, as JPEG, upright."""

    content: bytes
    width: int
    height: int

    def small(self) -> "Picture":
        """The same, as small as a row of a list shows it: twenty-five of them must not cost a telephone its bundle."""
        with Image.open(io.BytesIO(self.content)) as found:
            found.thumbnail((_SMALL_SIDE, _SMALL_SIDE))
            return _anew(found)

    def store(self, *, by, folder: str) -> Upload:
        """Store it under a name of ours: the name that a telephone gives says when it was taken."""
        return store_upload(ContentFile(self.content, name="foto.jpg"), by=by, folder=folder)


def picture_of(file) -> Picture:
    """The picture in a file that somebody sent; raises ValidationError with a sentence that says what to do."""
    check_size(file)
    try:
        with Image.open(file, formats=_TAKEN) as found:
            if found.width * found.height > (_MOST_POINTS if found.format == "JPEG" else _MOST_UNPACKED):
                raise ValidationError(_("This photo is larger than we can take. Send it in a smaller size."), code="points")
            found.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            upright = ImageOps.exif_transpose(found)
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            return _anew(upright)
    except _NO_PICTURE as error:
        raise ValidationError(
            _("We cannot read this as a photo. Choose a picture (JPEG, PNG or WebP), or go on without one."), code="no_picture"
        ) from error


def _anew(found: Image.Image) -> Picture:
    """The points alone, on white where one could look through."""
    points = found.convert("RGBA")
    paper = Image.new("RGB", points.size, "white")
    paper.paste(points, mask=points.getchannel("A"))
    made = io.BytesIO()
    paper.save(made, "JPEG", quality=82, optimize=True)
    return Picture(made.getvalue(), *paper.size)
