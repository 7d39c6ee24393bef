"""One organisation, however its name is spelled: "Stichting De Werkbank" and "de werkbank" are the same one."""

import re

from tenders.dutch import plain

# Words that say what kind of firm it is, and not which; dots are gone by then.
_LEGAL_FORMS = frozenset(
    "stichting st vereniging ver cooperatie cooperatieve vennootschap besloten naamloze onderneming maatschap eenmanszaak"
    " coop bv nv vof cv ua ba wa".split()
)


def same_name_of(organisation: str) -> str:
    """What two spellings of one name have in common: no accents, capitals, signs or words for the legal form."""
    words = re.findall(r"\w+", re.sub(r"[.'’`]", "", plain(organisation)))
    return "".join(word for word in words if word not in _LEGAL_FORMS) or "".join(words)
