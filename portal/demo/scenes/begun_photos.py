"""Photos for what people just begin: drawn, since nobody of the demo has a garden. A wall, a pavement, and more green each time."""

import io
import random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from documents.pictures import Picture, picture_of

_WIDE, _HIGH = 1200, 900
_BRICK, _JOINT, _STONE, _LEAF = (156, 84, 62), (178, 112, 88), (176, 172, 164), (58, 112, 62)
_FLOWERS = ((214, 72, 96), (240, 190, 60), (150, 92, 180), (246, 240, 236))


def gardens(number: int, seed: int = 7) -> Picture:
    """A street front with so many plants along its wall."""
    draw = random.Random(seed)  # noqa: S311 - a drawing
    image = Image.new("RGB", (_WIDE, _HIGH), _BRICK)
    pen = ImageDraw.Draw(image)
    for row, top in enumerate(range(0, 620, 31)):
        pen.line((0, top, _WIDE, top), fill=_JOINT, width=4)
        for left in range(-60 if row % 2 else 0, _WIDE, 120):
            pen.line((left, top, left, top + 31), fill=_JOINT, width=4)
    for left in (140, 700):
        pen.rectangle((left, 90, left + 300, 430), fill=(232, 238, 240), outline=(250, 250, 246), width=18)
    pen.rectangle((0, 620, _WIDE, _HIGH), fill=_STONE)
    for left in range(0, _WIDE, 150):
        pen.line((left, 620, left - 90, _HIGH), fill=(150, 146, 138), width=4)
    for _plant in range(number):
        _draw_plant(pen, draw)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return picture_of(ContentFile(file.getvalue(), name="foto.jpg"))


def _draw_plant(pen: ImageDraw.ImageDraw, draw: random.Random) -> None:
    x, y, high = draw.randrange(20, _WIDE - 20), draw.randrange(600, 690), draw.randrange(90, 260)
    for _leaf in range(9):
        left, top, size = x + draw.randrange(-45, 45), y - draw.randrange(0, high), draw.randrange(22, 48)
        green = tuple(part + draw.randrange(-18, 18) for part in _LEAF)
        pen.ellipse((left - size, top - size // 2, left + size, top + size // 2), fill=green)
    for _flower in range(5):
        left, top = x + draw.randrange(-50, 50), y - draw.randrange(20, high)
        pen.ellipse((left - 11, top - 11, left + 11, top + 11), fill=draw.choice(_FLOWERS))
