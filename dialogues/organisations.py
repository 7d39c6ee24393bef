"""One organisation, however its name is spelled: "Stichting De Werkbank" and "de werkbank" are the same one."""

import re

from tenders.dutch import plain

# Words that say what kind of firm it is, and not which; dots and accents are gone by then.
_FOUNDATIONS = {"stichting", "st", "vereniging", "ver", "cooperatie", "cooperatieve", "coop", "ua", "ba", "wa"}
_FIRMS = {"besloten", "naamloze", "vennootschap", "eenmanszaak", "maatschap", "bv", "nv", "vof", "cv"}
_LEGAL_FORMS = _FOUNDATIONS | _FIRMS


def same_name_of(organisation: str) -> str:
    """What two spellings of one name have in common: no accents, capitals, signs or words for the legal form."""
    words = re.findall(r"\w+", re.sub(r"[.'’`]", "", plain(organisation)))
    return "".join(word for word in words if word not in _LEGAL_FORMS) or "".join(words)
