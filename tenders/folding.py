"""A very long text in two parts: what stands there at once, and what one asks for."""

_LONG = 600  # letters; about a hundred words


def folded(text: str) -> tuple[str, str]:
    """The beginning and the rest, which is empty for most; cut between words, and never for a few words more."""
    if len(text) <= _LONG * 5 // 4:
        return text, ""
    begin = text[:_LONG].rsplit(None, 1)[0]
    return begin, text[len(begin) :].strip()
