"""How readable a text is: words in a sentence, and sentences that are long. Counted, not judged; no database."""

import re
from dataclasses import dataclass

LONG = 15  # more words than this in one sentence are hard to follow (level B1)
_MARKUP = re.compile(r"^\s*(?:#+|[-*+]|\d+[.)]|>)\s+|[*_`|]|\]\([^)]*\)|\[", re.MULTILINE)
_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class Reading:
    """What a writer may want to know of a text."""

    words_per_sentence: int
    long_sentences: list[str]


def read(text: str) -> Reading:
    """The mean number of words in a sentence of `text`, and its long sentences; Markdown does not count."""
    sentences = [s.strip() for s in _ENDS.split(_MARKUP.sub("", text)) if s.strip()]
    lengths = [len(sentence.split()) for sentence in sentences]
    mean = round(sum(lengths) / len(lengths)) if lengths else 0
    return Reading(mean, [s for s, length in zip(sentences, lengths, strict=True) if length > LONG])
