"""Languages in which people say things: a code where we know one, so that a screen reader pronounces it; else its name."""

import functools

from django.utils.translation import gettext_lazy, override

# Those that are spoken most in Dutch neighbourhoods, by their code in BCP 47.
NAMES = {
    "am": gettext_lazy("Amharic"),
    "ar": gettext_lazy("Arabic"),
    "ber": gettext_lazy("Berber"),
    "bg": gettext_lazy("Bulgarian"),
    "zh": gettext_lazy("Chinese"),
    "prs": gettext_lazy("Dari"),
    "de": gettext_lazy("German"),
    "en": gettext_lazy("English"),
    "fa": gettext_lazy("Persian"),
    "fr": gettext_lazy("French"),
    "fy": gettext_lazy("Frisian"),
    "hi": gettext_lazy("Hindi"),
    "id": gettext_lazy("Indonesian"),
    "it": gettext_lazy("Italian"),
    "ku": gettext_lazy("Kurdish"),
    "ms": gettext_lazy("Malay"),
    "nds": gettext_lazy("Low Saxon"),
    "pap": gettext_lazy("Papiamento"),
    "ps": gettext_lazy("Pashto"),
    "pl": gettext_lazy("Polish"),
    "pt": gettext_lazy("Portuguese"),
    "ro": gettext_lazy("Romanian"),
    "ru": gettext_lazy("Russian"),
    "so": gettext_lazy("Somali"),
    "es": gettext_lazy("Spanish"),
    "srn": gettext_lazy("Sranan Tongo"),
    "ta": gettext_lazy("Tamil"),
    "ti": gettext_lazy("Tigrinya"),
    "tr": gettext_lazy("Turkish"),
    "uk": gettext_lazy("Ukrainian"),
    "ur": gettext_lazy("Urdu"),
    "vi": gettext_lazy("Vietnamese"),
}


# What people write for the language beside which all others stand.
_DUTCH = {"nl", "nl-nl", "nl-be", "nld", "dut", "nederlands", "hollands", "vlaams", "dutch", "flemish"}


def choices() -> list[str]:
    """Their names in the language of the page, in its order."""
    return sorted(str(name) for name in NAMES.values())


def tidy(said: str) -> str:
    """The code of a language that was named in Dutch or in English; another one as it was named."""
    named = " ".join(said.split())
    return _codes().get(named.casefold(), named)


def is_dutch(said: str) -> bool:
    return " ".join(said.split()).casefold() in _DUTCH


def is_a_name(said: str) -> bool:
    """Whether it can be the name of a language: two letters at least, and no numbers."""
    return sum(letter.isalpha() for letter in said) > 1 and not any(letter.isnumeric() for letter in said)


def name_of(kept: str) -> str:
    return str(NAMES.get(code_of(kept), kept))


def code_of(kept: str) -> str:
    """Its code; "" for a language that we have none for."""
    return _codes().get(kept.casefold(), "")


@functools.cache
def _codes() -> dict[str, str]:
    """The code of each, by its code and by its name in the languages of our pages."""
    codes = {code: code for code in NAMES}
    for language in ("nl", "en"):
        with override(language):
            codes |= {str(name).casefold(): code for code, name in NAMES.items()}
    return codes
