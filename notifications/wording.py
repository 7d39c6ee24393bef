"""How news is put: its title with what it is about in one line, and that line as a sentence of a mail."""

import re
import unicodedata

# A domain, a number for each of four places, a path or an e-mail address, a telephone number.
_LEADS = re.compile(r"[\w-]{2}\.[^\W\d]{2}|(?:\d+\.){3}\d|[/@]|(?:\d[ ().-]{0,2}){9}")
_ENDS = (".", "?", "!", "…", ":")


def line_of(title: str, name: str) -> str:
    """As “title: name”. A title that asks something, or has a colon of its own, gets the name in brackets."""
    if not name:
        return title
    return f"{title} ({name})" if title.endswith(_ENDS) or ":" in title else f"{title}: {name}"


def leads_elsewhere(typed: str) -> bool:
    """Whether it leads to a website, a box or a telephone: anybody can type that as a name or a title, with the address of
    another, and what the municipality then mails there would seem to be its own words."""
    return bool(_LEADS.search(unicodedata.normalize("NFKC", typed)))


def sentence_of(line: str) -> str:
    """With a full stop, unless it ends already."""
    return line if line.endswith(_ENDS) else f"{line}."
