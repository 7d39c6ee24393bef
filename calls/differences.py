"""What differs between two wordings, as parts that can be decided on, and as HTML that can be read and heard. No database."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

_SENTENCE_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
_LIKE = 0.35  # from here two sentences are the same sentence, worded otherwise
_FEW = 3
_READABLE = 0.3  # below this, marking single words is harder to read than the old text beside the new


@dataclass(frozen=True)
class Part:
    """A stretch of text that stayed (`before` equals `after`) or changed."""

    before: str
    after: str

    @property
    def changed(self) -> bool:
        return self.before.strip() != self.after.strip()


def cut(before: str, after: str) -> list[Part]:
    """The two texts cut by sentence into parts, in order; next to each other they are the whole of both."""
    old, new = _sentences(before), _sentences(after)
    parts = []
    matcher = SequenceMatcher(None, [s.strip() for s in old], [s.strip() for s in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
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
    parts, wanted, text = cut(before, after), list(results), ""
    for part in parts:
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
    like = [[_likeness(one, other) for other in new] for one in old]
    best = [[(0.0, ())] * (len(new) + 1) for _row in range(len(old) + 1)]
    for i in range(1, len(old) + 1):
        for j in range(1, len(new) + 1):
            options = [best[i - 1][j], best[i][j - 1]]
            if like[i - 1][j - 1] >= _LIKE:
                score, pairs = best[i - 1][j - 1]
                options.append((score + like[i - 1][j - 1], (*pairs, (i - 1, j - 1))))
            best[i][j] = max(options, key=lambda option: option[0])
    return list(best[-1][-1][1])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _end_of(text: str) -> str:
    return text[len(text.rstrip()) :]


def _marked(part: Part) -> str:
    if part.before == part.after or not part.changed:
        return _html(part.after)
    old, new = re.findall(r"\s+|\S+", part.before), re.findall(r"\s+|\S+", part.after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    opcodes = matcher.get_opcodes()
    if _likeness(part.before, part.after) < _READABLE:
        opcodes = _ends_only(opcodes)
    html = ""
    for kind, a, b, c, d in _without_crumbs(opcodes, old):
        if kind == "equal":
            html += _html("".join(new[c:d]))
        else:
            html += _both("".join(old[a:b]), "".join(new[c:d]))
    return html


def _ends_only(opcodes) -> list[tuple]:
    """The same begin and end, and all between them as one change."""
    begin = [opcodes[0]] if opcodes[0][0] == "equal" else []
    end = [opcodes[-1]] if opcodes[-1][0] == "equal" and len(opcodes) > 1 else []
    middle = opcodes[len(begin) : len(opcodes) - len(end)]
    return [*begin, ("replace", middle[0][1], middle[-1][2], middle[0][3], middle[-1][4]), *end]


def _without_crumbs(opcodes, old: list[str]) -> list[tuple]:
    """Opcodes in which two changes with only a space between them are one."""
    found: list[list] = []
    for kind, a, b, c, d in opcodes:
        space = kind == "equal" and not "".join(old[a:b]).strip()
        if found and found[-1][0] == "change" and (kind != "equal" or space):
            found[-1][2], found[-1][4] = b, d
        else:
            found.append(["equal" if kind == "equal" else "change", a, b, c, d])
    return [tuple(row) for row in found]


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _both(old: str, new: str) -> str:
    """What went and what came, with a space between."""
    between = " " if old.strip() and new.strip() and not old[-1].isspace() and not new[0].isspace() else ""
    return _removed(old) + between + _added(new)


def _removed(text: str) -> str:
    return _changed("del", _("removed:"), text)


def _added(text: str) -> str:
    return _changed("ins", _("added:"), text)


def _changed(tag: str, said: str, text: str) -> str:
    """Screen readers say nothing of <del> and <ins>, so the words stand there, hidden for the eye."""
    core = text.strip()
    if not core:
        return _html(text)
    start, end = text[: len(text) - len(text.lstrip())], _end_of(text)
    hidden = f'<span class="mw-hidden">[{said} </span>', '<span class="mw-hidden">]</span>'
    return f"{_html(start)}<{tag}>{hidden[0]}{_html(core)}{hidden[1]}</{tag}>{_html(end)}"
