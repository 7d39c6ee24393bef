"""Small papers that cannot wait for a worker: slips with a code, and blank forms. Drawn line by line, in milliseconds.

Every other PDF is made by a worker from HTML (pdf.py). These hold a code that is known at one moment only and kept by nobody:
a worker would have to be handed it, and a broker or a file would keep it. So they are drawn while the person waits, which must
then cost next to nothing, because everybody may ask for one: a slip takes 9 ms of CPU here, and 35 ms by way of HTML. Same
letters and the same promise (tagged, PDF/UA-1), one column, no wrapping but of paragraphs.
"""

import functools
import io
import itertools

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from documents.letters import FIRST, LAST, PLACES, Font, font, kind_of, writable
from documents.qr import runs_of

WIDTH, HEIGHT = 210.0, 297.0  # A4, in millimetres from the top left
INK, SOFT, ACTION, LINE = (0.082, 0.145, 0.176), (0.294, 0.361, 0.396), (0.039, 0.333, 0.388), (0.851, 0.827, 0.78)
_POINTS = 72 / 25.4


def _width(text: str, size: float, weight: int) -> float:
    """How wide it is, in millimetres."""
    return sum(_width_of(letter, weight) for letter in text) / 1000 * size / _POINTS


@functools.cache
def _width_of(letter: str, weight: int) -> int:
    kind = kind_of(letter)
    return font(weight, kind).widths[PLACES[kind][letter] - FIRST]


def _lines(text: str, size: float, weight: int, width: float) -> list[str]:
    """The text in lines that fit; a word that is wider than a line is cut."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in writable(paragraph).split(" "):
            while _width(word, size, weight) > width:
                keep = next(n for n in range(len(word), 0, -1) if n == 1 or _width(word[:n], size, weight) <= width)
                lines += [line] if line else []
                lines.append(word[:keep])
                line, word = "", word[keep:]
            longer = f"{line} {word}" if line and word else line or word
            if _width(longer, size, weight) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _shown(line: str, weight: int, size: float) -> bytes:
    """A line in one or both of the fonts, back in the first when it is over."""
    drawn = []
    for kind, letters in itertools.groupby(line, kind_of):
        coded = bytes(PLACES[kind][letter] for letter in letters)
        escaped = coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        if kind == "latin":
            drawn.append(b"(%s) Tj" % escaped)
        else:
            drawn.append(b"/E%d %.2f Tf (%s) Tj /F%d %.2f Tf" % (weight, size, escaped, weight, size))
    return b" ".join(drawn) or b"() Tj"


class Paper:
    """A PDF of A4 pages. Everything is placed in millimetres from the top left; `text` says where the next line can begin."""

    def __init__(self, title: str, language: str = "nl"):
        self._pdf = pikepdf.new()
        self._title, self._language = title, language
        self._fonts = {f"F{weight}": self._embed(font(weight, "latin")) for weight in (400, 700)}
        self._read: list[list[tuple]] = []  # of each page what is read aloud: (kind, alternative text)
        self._drawn: list[list[bytes]] = []

    def page(self) -> None:
        self._read.append([])
        self._drawn.append([])

    def text(self, text: str, x: float, y: float, *, size=11.0, bold=False, width=None, colour=INK, kind="P") -> float:
        """Write a paragraph (or a heading: kind="H1") whose first line begins at y; returns where the next can begin."""
        weight, step = 700 if bold else 400, size * 1.4 / _POINTS
        lines = _lines(text, size, weight, width or WIDTH - x - 18)
        drawn = [b"BT /F%d %.2f Tf %s rg" % (weight, size, _numbers(*colour))]
        for number, line in enumerate(lines):
            place = _numbers(x * _POINTS, (HEIGHT - y - number * step) * _POINTS - size)
            drawn.append(b"1 0 0 1 %s Tm %s" % (place, _shown(line, weight, size)))
            self._take_letters(line, weight)
        self._add(kind, "", *drawn, b"ET")
        return y + len(lines) * step

    def line(self, x: float, y: float, width: float, *, weight=0.3, colour=LINE, dashed=False) -> None:
        dash = b"[4 3] 0 d" if dashed else b"[] 0 d"
        begin, end = (_numbers(at * _POINTS, (HEIGHT - y) * _POINTS) for at in (x, x + width))
        self._add("", "", b"%s RG %.2f w %s %s m %s l S" % (_numbers(*colour), weight * _POINTS, dash, begin, end))

    def box(self, x: float, y: float, width: float, height: float, *, weight=0.4, colour=SOFT) -> None:
        """An empty box, to write or to put a cross in."""
        place = _numbers(x * _POINTS, (HEIGHT - y - height) * _POINTS, width * _POINTS, height * _POINTS)
        self._add("", "", b"%s RG %.2f w [] 0 d %s re S" % (_numbers(*colour), weight * _POINTS, place))

    def qr(self, says: str, x: float, y: float, size: float, *, label: str) -> None:
        runs, across = runs_of(says)
        one = size / across
        drawn = [
            _numbers(
                (x + run.column * one) * _POINTS,
                (HEIGHT - y - (run.row + 1) * one) * _POINTS,
                run.length * one * _POINTS,
                one * _POINTS,
            )
            + b" re"
            for run in runs
        ]
        self._add("Figure", label, b"0 0 0 rg", *drawn, b"f")

    def content(self) -> bytes:
        """The whole of it."""
        pdf = self._pdf
        root = pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        parents = Array()
        for number, (drawn, read) in enumerate(zip(self._drawn, self._read, strict=True)):
            page = self._add_page(b"\n".join(drawn), number)
            elements = [self._element(whole, page, place, *one) for place, one in enumerate(read)]
            whole.K.extend(elements)
            parents.extend([number, pdf.make_indirect(Array(elements))])
        root.K, root.ParentTree = Array([whole]), pdf.make_indirect(Dictionary(Nums=parents))
        root.ParentTreeNextKey = len(self._drawn)
        pdf.Root.Lang, pdf.Root.MarkInfo = String(self._language), Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:title"], about["dc:language"], about["pdfuaid:part"] = self._title, {self._language}, "1"
        out = io.BytesIO()
        pdf.save(out, min_version="1.7", deterministic_id=True)
        return out.getvalue()

    def _add(self, kind: str, label: str, *drawn: bytes) -> None:
        """Something on the last page; without a kind it is only to be seen."""
        begin = b"/Artifact BMC"
        if kind:
            begin = b"/%s <</MCID %d>> BDC" % (kind.encode(), len(self._read[-1]))
            self._read[-1].append((kind, label))
        self._drawn[-1] += [begin, *drawn, b"EMC"]

    def _add_page(self, content: bytes, number: int):
        fonts = Dictionary({f"/{name}": one for name, one in self._fonts.items()})
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(WIDTH * _POINTS, 2), round(HEIGHT * _POINTS, 2)]),
            Resources=Dictionary(Font=fonts),
            Contents=Stream(self._pdf, content),
            StructParents=number,
            Tabs=Name.S,
        )
        self._pdf.pages.append(pikepdf.Page(self._pdf.make_indirect(page)))
        return self._pdf.pages[-1].obj

    def _take_letters(self, line: str, weight: int) -> None:
        """The second font comes along only when a letter of it is written: most paper stays as small as it was."""
        name = f"E{weight}"
        if name not in self._fonts and any(kind_of(letter) == "latin-ext" for letter in line):
            self._fonts[name] = self._embed(font(weight, "latin-ext"))

    def _element(self, whole, page, place: int, kind: str, label: str):
        element = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=whole, Pg=page, K=place)
        if label:
            element.Alt = String(label)
        return self._pdf.make_indirect(element)

    def _embed(self, font: Font):
        described = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{font.name}"),
            Flags=32,
            FontBBox=Array(list(font.box)),
            ItalicAngle=0,
            Ascent=font.ascent,
            Descent=font.descent,
            CapHeight=714,
            StemV=80,
            FontFile2=Stream(self._pdf, font.content),
        )
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name(f"/{font.name}"),
                FirstChar=FIRST,
                LastChar=LAST,
                Widths=Array(list(font.widths)),
                Encoding=Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=_differences(font)),
                FontDescriptor=self._pdf.make_indirect(described),
            )
        )


def _differences(font: Font) -> Array:
    return Array([one for place, name in font.names for one in (place, Name(f"/{name}"))])


def _numbers(*values: float) -> bytes:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values).encode()
