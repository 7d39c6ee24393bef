"""Codes for who has no account: shown once on the screen, kept only as a hash, and typed again from paper.

How a code reaches the person. A form here is answered with a page (200) and not with a redirect: a redirect would carry
the code in an address, and so in logs and histories, or need a session, which an anonymous person must not have. So
that sending the form twice does no harm all the same, the code is not drawn by lot: it follows from the form's own
random token and from what was written, by HMAC with a key that only the server has. The same form sent again leads to
the same code, its hash is found to be there, nothing is made, and the same page comes back. Other words under the same
token (somebody went back and wrote something else) are another contribution with a code of its own.
"""

import hashlib
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from documents.fingerprint import canonical
from events.ids import ALPHABET
from tenders.form_parts import once_token
from tenders.pace import Pace

_GROUPS, _LETTERS = 3, 4
_GUESSES = Pace(
    "wrong-code",
    at_most=20,
    seconds=900,
    sentence=_("Many wrong codes were typed here. Wait a quarter of an hour and try again, or call the municipality."),
)


def code_for(token: str, content) -> str:
    """The code ("k7wp-93bd-xm2h") of a form with this token and this content; about 57 bits."""
    digest = salted_hmac("codes", canonical([token, content]), algorithm="sha256").digest()
    number, letters = int.from_bytes(digest), []
    for _place in range(_GROUPS * _LETTERS):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return _in_groups("".join(letters))


def code_of(form, *about) -> str:
    """The code that belongs to a form as it was sent, about these things (a tender, a meeting)."""
    said = {name: form.data.get(name, "") for name in form.fields}
    return code_for(once_token(form), [[str(one) for one in about], said])


def hash_code(code: str) -> str:
    """What is kept of a code: SHA-256 of its letters, however it was typed."""
    return hashlib.sha256(tidy(code).encode()).hexdigest()


def tidy(code: str) -> str:
    """A code as it was given, from how somebody typed it: capitals, spaces and dashes do not matter."""
    return _in_groups("".join(letter for letter in code.lower() if letter.isalnum()))


def address_of(code: str) -> str:
    """Where a QR code leads. What stands behind the # is sent to nobody, so the code is in no log of ours."""
    address = urljoin(settings.SITE_ADDRESS, reverse("portal:follow_code"))
    return f"{address}#{code}" if code else address


def refuse_guessing(request) -> None:
    """Raise Refused when too many wrong codes came from this address in a quarter of an hour."""
    _GUESSES.refuse(request)


def count_wrong(request) -> None:
    """Remember for a quarter of an hour that a wrong code came from this address."""
    _GUESSES.count(request)


def _in_groups(letters: str) -> str:
    return "-".join(letters[at : at + _LETTERS] for at in range(0, len(letters), _LETTERS))
