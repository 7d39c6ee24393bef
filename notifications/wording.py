"""How news is put: its title with what it is about in one line, and that line as a sentence of a mail."""

_ENDS = (".", "?", "!", "…", ":")


def line_of(title: str, name: str) -> str:
    """As “title: name”. A title that asks something, or has a colon of its own, gets the name in brackets."""
    if not name:
        return title
    return f"{title} ({name})" if title.endswith(_ENDS) or ":" in title else f"{title}: {name}"


def sentence_of(line: str) -> str:
    """With a full stop, unless it ends already."""
    return line if line.endswith(_ENDS) else f"{line}."
