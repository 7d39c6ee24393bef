"""Text that everybody may read before two parties met: no way to reach somebody may stand in it."""

import re

from django.utils.translation import gettext as _

_MAIL = re.compile(r"\S@\S|\b(?:apenstaartje|at)\b\s*\S+\s*\b(?:punt|dot)\b", re.IGNORECASE)
_SITE = re.compile(r"https?:|www\.|\b[\w-]{2,}\.(?:nl|com|org|net|eu|be|info)\b", re.IGNORECASE)
# Nine digits or more, with the signs that people write between them. A year, an amount and a postcode have fewer.
_PHONE = re.compile(r"(?<![\d€])(?:\+|00)?\d(?:[\s().\-/]{0,2}\d){8,}")


def contact_in(text: str) -> str:
    """The sentence that says what must be left out: an e-mail address, a telephone number or a website; "" for none."""
    for found, sentence in (
        (_MAIL, _("Leave the e-mail address out. You share it after both said yes.")),
        (_PHONE, _("Leave the telephone number out. You share it after both said yes.")),
        (_SITE, _("Leave the website out. You share it after both said yes.")),
    ):
        if found.search(text):
            return sentence
    return ""
