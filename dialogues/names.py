"""Whether a pseudonym says who somebody is."""

import re
import unicodedata


def gives_away(pseudonym: str, name: str) -> bool:
    """Whether it is the name itself: whole, or a first or last name, however it is written; or has the whole name in it."""
    said, own = _words(pseudonym), _words(name)
    if not said or not own:
        return False
    parts = {"".join(own[begin:end]) for begin in range(len(own)) for end in range(begin + 1, len(own) + 1)}
    return "".join(said) in parts or set(said) <= set(own) or set(own) <= set(said)


def _words(text: str) -> list[str]:
    """Without capitals, accents and signs: José Müller-Smit is jose, muller, smit."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(letter for letter in apart if not unicodedata.combining(letter)))
