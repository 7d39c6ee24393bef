"""Photos are made anew: nothing of where and with what they were taken comes along."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from documents import pictures
from documents.pictures import picture_of
from tests.make.initiatives import picture_file

_PLACE = {1: "N", 2: (52.0, 15.0, 0.0), 3: "E", 4: (6.0, 9.0, 0.0)}


def taken_somewhere(*, turned: int = 1) -> ContentFile:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Telefoonmaker", turned
    exif.get_ifd(0x8825).update(_PLACE)
    return picture_file(size=(60, 40), exif=exif.tobytes())


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_the_place_and_the_telephone_are_gone():
    file = taken_somewhere()
    assert dict(opened(file.read()).getexif().get_ifd(0x8825)) != {}
    file.seek(0)
    made = picture_of(file)
    assert dict(opened(made.content).getexif()) == {}
    assert b"Telefoonmaker" not in made.content
    assert b"Exif" not in made.content


def test_what_was_hidden_behind_the_last_point_is_gone():
    file = ContentFile(picture_file().read() + b"geheim", name="a.jpg")
    assert b"geheim" not in picture_of(file).content


def test_a_photo_that_was_held_on_its_side_stands_upright():
    made = picture_of(taken_somewhere(turned=6))
    assert (made.width, made.height) == (40, 60)


def test_a_large_photo_becomes_as_large_as_a_page_shows_it_and_a_small_one_smaller():
    made = picture_of(picture_file(size=(3200, 1600)))
    assert (made.width, made.height) == (1600, 800)
    assert (made.small().width, made.small().height) == (480, 240)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_of_pictures_become_a_photo_too(kind):
    made = picture_of(picture_file(kind=kind))
    assert (opened(made.content).format, made.width, made.height) == ("JPEG", 40, 30)


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 geen foto", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", b"\xff\xd8\xff\xe0kapot", b"GIF89a"],
    ids=["pdf", "svg", "broken", "gif"],
)
def test_a_file_that_is_no_photo_gets_a_sentence(content):
    with pytest.raises(ValidationError) as refused:
        picture_of(ContentFile(content, name="foto.jpg"))
    assert refused.value.messages == ["Wij kunnen dit niet als foto lezen. Kies een foto (JPEG, PNG of WebP), of ga zonder verder."]


def test_a_small_file_that_pretends_to_be_a_huge_picture_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "_MOST_POINTS", 1000)
    with pytest.raises(ValidationError) as refused:
        picture_of(picture_file())
    assert refused.value.code == "points"


def test_an_empty_file_and_one_that_is_too_large_get_a_sentence(settings):
    with pytest.raises(ValidationError) as refused:
        picture_of(ContentFile(b"", name="a.jpg"))
    assert refused.value.messages == ["Dit bestand is leeg. Kies een ander."]
    settings.UPLOAD_LIMIT = 100
    with pytest.raises(ValidationError):
        picture_of(picture_file())
