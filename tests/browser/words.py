"""Whether a page speaks its own language: no English left on a Dutch page, no Dutch words of ours on an English one."""

import re
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation import trans_real

from tests.browser.shown import Shown

_READ_ALOUD = ("aria-label", "alt", "title", "placeholder", "data-label", "content")
_HOLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|%%")
# English words that no Dutch sentence has; two of them in one text are English.
_ENGLISH = re.compile(
    r"\b(the|this|that|your|you|and|has|have|from|not|been|please|with|are|which|must|they|should)\b", re.IGNORECASE
)
# The names of the languages themselves, and words that are Dutch too: one stands in an example of the page of parts.
_BOTH = {"English", "Nederlands", "later", "Budget"}
# What people wrote is not translated: here are the texts that they write in tests.
_WRITTEN = Path(__file__).resolve().parents[1] / "make"
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Texts(HTMLParser):
    """Every text that is read or heard, except in a part that says that it is in another language."""

    def __init__(self):
        super().__init__()
        self.found: set[str] = set()
        self._open: list[str] = []
        self._silent: list[int] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in _VOID:
            self._open.append(tag)
            if (tag != "html" and "lang" in given) or tag in ("script", "style"):
                self._silent.append(len(self._open))
        if not self._silent and not (tag == "meta" and given.get("name") != "description"):
            self.found |= {_plain(given[name]) for name in _READ_ALOUD if given.get(name)}

    def handle_endtag(self, tag):
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            while self._silent and self._silent[-1] > len(self._open):
                self._silent.pop()

    def handle_data(self, data):
        if not self._silent:
            self.found.add(_plain(data))


def texts(html: str) -> set[str]:
    reader = _Texts()
    reader.feed(html)
    return reader.found - {""}


def _plain(text: str) -> str:
    return " ".join(text.split())


def _messages() -> list[tuple[str, str]]:
    """(English, Dutch) of every sentence that we, Django and allauth translate."""
    found = []
    for key, dutch in trans_real.translation("nl")._catalog.items():
        english = key[0] if isinstance(key, tuple) else key
        english = english.rpartition("\x04")[2]  # without the context that tells two meanings apart
        if english and dutch and "Plural-Forms" not in dutch:
            found.append((english, dutch))
    return found


def _same(texts_of: dict[str, str], sentence: str, known: re.Pattern | None) -> list[str]:
    if known is None:
        plain = _plain(sentence)
        return [plain] if plain in texts_of else []
    return [text for text in texts_of if known.fullmatch(text)]


def _pattern(sentence: str) -> re.Pattern | None:
    """The sentence with its holes open; None when it has none."""
    if not _HOLE.search(sentence):
        return None
    return re.compile(".+?".join(re.escape(_plain(part)) if part.strip() else "" for part in _HOLE.split(sentence)))


def _pieces(sentence: str) -> list[str]:
    """What stands between the tags of a sentence with markup in it, when long enough to know it by."""
    pieces = [_plain(piece) for piece in re.split(r"<[^>]+>", sentence)]
    return pieces if len(pieces) == 1 else [piece for piece in pieces if len(_HOLE.sub("", piece)) > 14]


def _left_in(pages: list[Shown], sentences: list[tuple[str, str]]) -> dict[str, str]:
    """{text: page} for each text that is the first sentence of a pair where the second was meant."""
    where = {}
    for page in pages:
        for text in texts(page.html):
            where.setdefault(text, page.what)
    meant = {_plain(right) for _wrong, right in sentences} | _BOTH
    found = {}
    for wrong, right in sentences:
        for piece in _pieces(wrong):
            if piece in meant or piece in right or len(_HOLE.sub("", piece).strip()) < 2:
                continue
            if _HOLE.search(piece) and len(re.sub(r"\W", "", _HOLE.sub("", piece))) < 8:
                continue  # nearly all hole: it would match anything
            for text in _same(where, piece, _pattern(piece)):
                found[text] = where[text]
    return found


def english_left(pages: list[Shown]) -> dict[str, str]:
    """{text: page}: what Dutch pages still say in English."""
    found = _left_in(pages, _messages())
    for page in pages:
        for text in texts(page.html):
            if len(set(_ENGLISH.findall(text.lower()))) >= 2:
                found.setdefault(text, page.what)
    return found


def dutch_left(pages: list[Shown]) -> dict[str, str]:
    """{text: page}: what English pages still say in Dutch, of the texts that are ours to translate."""
    written = "".join(file.read_text() for file in _WRITTEN.glob("*.py"))
    ours = [page for page in pages if not page.what.startswith("portal:show_parts ")]  # examples, all in Dutch
    found = _left_in(ours, [(dutch, english) for english, dutch in _messages()])
    return {text: page for text, page in found.items() if text.rstrip("0123456789") not in written}
