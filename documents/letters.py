"""The letters that small paper can draw: of Western Europe, and of Latin writing elsewhere (ş, ł, ő) from a second file.

A font in a PDF that is drawn line by line has 224 places; so each weight has two fonts, and a line goes from one to the other.
What neither has loses its accents; what then is no Latin letter (another script) is not written at all by who asks `legible`.
"""

import functools
import io
import unicodedata
from typing import NamedTuple

from django.conf import settings
from fontTools.agl import AGL2UV
from fontTools.ttLib import TTFont

from documents.fonts import unpacked

_FONTS = settings.BASE_DIR / "node_modules" / "@fontsource" / "noto-sans" / "files"
FIRST, LAST = 32, 255
_DOTLESS = 129  # a place that Western letters leave empty, for the one letter that only their file has
_NAMES = {number: name for name, number in sorted(AGL2UV.items(), reverse=True)}


def _west() -> dict[str, int]:
    known = (bytes([number]).decode("cp1252", errors="ignore") for number in range(FIRST, LAST + 1))
    return {letter: letter.encode("cp1252")[0] for letter in known if letter} | {"ı": _DOTLESS}


_WEST = _west()
_REST = [chr(number) for number in (*range(0x100, 0x180), *range(0x218, 0x21C)) if chr(number) not in _WEST]
PLACES = {"latin": _WEST, "latin-ext": {letter: place for place, letter in enumerate(_REST, FIRST)}}
# Of which no accent can be taken off.
_BARE = {"ə": "e", "Ə": "E", "ɛ": "e", "ǝ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ʻ": "'", "ʼ": "'", "ʿ": "'"}


class Font(NamedTuple):
    name: str
    content: bytes
    widths: tuple[int, ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    names: tuple[tuple[int, str], ...]  # what stands at a place other than in Western Europe


@functools.cache
def font(weight: int, kind: str) -> Font:
    """Noto Sans as a PDF takes it: read once, a tenth of a second."""
    content = unpacked(_FONTS / f"noto-sans-{kind}-{weight}-normal.woff2")
    read = TTFont(io.BytesIO(content))
    names, metrics = read.getBestCmap(), read["hmtx"]
    at = {place: letter for letter, place in PLACES[kind].items()}
    shapes = [names.get(ord(at[place]), ".notdef") if place in at else ".notdef" for place in range(FIRST, LAST + 1)]
    widths = tuple(metrics[shape][0] for shape in shapes)
    head, tall = read["head"], read["hhea"]
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    own = PLACES[kind] if kind != "latin" else {"ı": _DOTLESS}
    called = tuple((place, _NAMES.get(ord(letter), f"uni{ord(letter):04X}")) for letter, place in own.items())
    return Font(f"NotoSans-{kind}-{weight}", content, widths, box, tall.ascent, tall.descent, called)


def kind_of(letter: str) -> str:
    """In which of the two fonts it stands."""
    return "latin" if letter in _WEST else "latin-ext"


def writable(text: str) -> str:
    """The text in letters that can be drawn; another letter without its accents, and of another script a question mark."""
    return "".join(_drawn(letter) for letter in unicodedata.normalize("NFC", text) if not unicodedata.combining(letter))


def unwritable(text: str) -> str:
    """The letters that this paper has no shape for, each once; "" when it can write everything."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(dict.fromkeys(one for one in letters if not one.isspace() and not _has_shape(one)))


def legible(text: str, otherwise: str) -> str:
    """The text, or a plain name of the thing when it is in a script that paper has no shapes for."""
    lost = [letter for letter in unwritable(text) if _drawn(letter) == "?" and not unicodedata.combining(letter)]
    return otherwise if any(letter.isalnum() for letter in lost) else text


def _has_shape(letter: str) -> bool:
    return any(letter in places for places in PLACES.values())


def _drawn(letter: str) -> str:
    if _has_shape(letter):
        return letter
    if letter.isspace():
        return " "
    bare = _BARE.get(letter) or "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
    return bare if bare and all(_has_shape(one) for one in bare) else "?"
