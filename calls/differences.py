"""What differs between two wordings, as parts that can be decided on, and as HTML that can be read and heard. No database.

Everybody can send a text, and everybody sees its difference: so the work is bounded, whatever the text.
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

_SENTENCE_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
_LIKE = 0.35  # from here two sentences are the same sentence, worded otherwise
_READABLE = 0.3  # below this, marking single words is harder to read than the old text beside the new
_FEW = 3
_MOST_TO_COMPARE = 250_000  # of each with each; more are compared at their begin and end only


@dataclass(frozen=True)
class Part:
    """A stretch of text that stayed or changed. Space at the ends is no change."""

    before: str
    after: str

    @property
    def changed(self) -> bool:
        return self.before.strip() != self.after.strip()


def cut(before: str, after: str) -> list[Part]:
    """The two texts cut by sentence into parts, in order; one after the other they are the whole of both."""
    old, new = _sentences(before), _sentences(after)
    parts = []
    for kind, a, b, c, d in _opcodes(old, new):
        if kind == "replace":
            parts += _pair(old[a:b], new[c:d])
        else:
            parts.append(Part("".join(old[a:b]), "".join(new[c:d])))
    return parts


def changes(before: str, after: str) -> list[Part]:
    """Only the parts that changed."""
    return [part for part in cut(before, after) if part.changed]


def compose(before: str, after: str, results: list[str | None]) -> str:
    """The text when each changed part becomes its result; None is what stood there before."""
    wanted, text = list(results), ""
    for part in cut(before, after):
        if part.changed:
            result = wanted.pop(0)
            piece = part.before if result is None else result
            end = _end_of(part.before if result is None else part.after or part.before)
        else:
            # White space before a change that is taken over comes along with it: it may begin a new paragraph.
            piece, end = part.before, _end_of(part.after if wanted and wanted[0] is not None else part.before)
        if text and piece.strip() and not text[-1].isspace():
            text += " "
        text += piece.rstrip() + (end if piece.strip() else "")
    return text.strip()


def difference(before: str, after: str) -> SafeString:
    """HTML of `after` in which <del> and <ins> show what became of `before`, said aloud too."""
    return SafeString("".join(_marked(part) for part in cut(before.strip(), after.strip())))


def marked(part: Part) -> SafeString:
    """HTML of one part."""
    return SafeString(_marked(Part(part.before.strip(), part.after.strip())))


def _sentences(text: str) -> list[str]:
    """The sentences of a text, each with the white space behind it."""
    text = text.replace("\r\n", "\n")
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text)]
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b]]


def _words(text: str) -> list[str]:
    """The words of a text, each with the white space behind it; what stands before the first comes with it."""
    return re.findall(r"^\s*\S+\s*|\S+\s*|^\s+$", text)


def _opcodes(old: list[str], new: list[str]) -> list[tuple]:
    """How one list became the other, without a look at the space around its items."""
    one, other = [item.strip() for item in old], [item.strip() for item in new]
    if len(one) * len(other) <= _MOST_TO_COMPARE:
        return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    begin = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    rest = zip(reversed(one[begin:]), reversed(other[begin:]), strict=False)
    end = len(list(takewhile(lambda pair: pair[0] == pair[1], rest)))
    return _ends_only(begin, end, len(one), len(other))


def _ends_only(begin: int, end: int, old: int, new: int) -> list[tuple]:
    """The same begin and end, and all between them as one change."""
    found = [
        ("equal", 0, begin, 0, begin),
        ("replace", begin, old - end, begin, new - end),
        ("equal", old - end, old, new - end, new),
    ]
    return [row for row in found if row[1] < row[2] or row[3] < row[4]]


def _pair(old: list[str], new: list[str]) -> list[Part]:
    """Sentences that were worded otherwise beside each other, and what stands between two such pairs."""
    if len(old) * len(new) > 400:  # whole pages: not worth comparing each with each
        return [Part("".join(old), "".join(new))]
    parts, a, c = [], 0, 0
    for i, j in _alignment(old, new):
        parts += _side_by_side(old[a:i], new[c:j])
        parts.append(Part(old[i], new[j]))
        a, c = i + 1, j + 1
    return parts + _side_by_side(old[a:], new[c:])


def _side_by_side(old: list[str], new: list[str]) -> list[Part]:
    """A few sentences that are not alike: the first beside the first, and so on. Many are one part."""
    if max(len(old), len(new)) > _FEW:
        return [Part("".join(old), "".join(new))]
    return [Part(before, after) for before, after in zip_longest(old, new, fillvalue="")]


def _alignment(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Pairs of places, rising in both, that are most alike together."""
    best = [[(0.0, ())] * (len(new) + 1) for _row in range(len(old) + 1)]
    for i, one in enumerate(old, start=1):
        for j, other in enumerate(new, start=1):
            options = [best[i - 1][j], best[i][j - 1]]
            if (like := _likeness(one, other)) >= _LIKE:
                score, pairs = best[i - 1][j - 1]
                options.append((score + like, (*pairs, (i - 1, j - 1))))
            best[i][j] = max(options, key=lambda option: option[0])
    return list(best[-1][-1][1])


def _likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common, 0 to 1."""
    words, others = Counter(one.split()), Counter(other.split())
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else 1.0


def _end_of(text: str) -> str:
    return text[len(text.rstrip()) :]


def _marked(part: Part) -> str:
    if not part.changed:
        return _kept(part.before, part.after)
    old, new = _words(part.before), _words(part.after)
    opcodes = _opcodes(old, new)
    if _likeness(part.before, part.after) < _READABLE:
        begin = opcodes[0][2] if opcodes[0][0] == "equal" else 0
        end = opcodes[-1][2] - opcodes[-1][1] if opcodes[-1][0] == "equal" else 0
        opcodes = _ends_only(begin, end, len(old), len(new))
    html = ""
    for kind, a, b, c, d in opcodes:
        html += (_kept if kind == "equal" else _both)("".join(old[a:b]), "".join(new[c:d]))
    return html


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _kept(old: str, new: str) -> str:
    """What stayed; with the space of the old text when the new one ends here and what went still follows."""
    return _html(new if _end_of(new) else new + _end_of(old))


def _both(old: str, new: str) -> str:
    """What went and what came, with a space between."""
    between = " " if old.strip() and new.strip() and not old[-1].isspace() and not new[0].isspace() else ""
    return _changed("del", _("removed:"), old) + between + _changed("ins", _("added:"), new)


def _changed(tag: str, said: str, text: str) -> str:
    """Screen readers say nothing of <del> and <ins>, so the words stand there, hidden for the eye."""
    core = text.strip()
    if not core:
        return _html(text)
    start, end = text[: len(text) - len(text.lstrip())], _end_of(text)
    hidden = f'<span class="mw-hidden">[{said} </span>', '<span class="mw-hidden">]</span>'
    return f"{_html(start)}<{tag}>{hidden[0]}{_html(core)}{hidden[1]}</{tag}>{_html(end)}"
