"""How much may come in from a room without accounts, before somebody is asked to wait."""

from django.core.cache import cache
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from tenders.pace import address_mark
from tenders.refusal import Refused

# A phone says one thing every few seconds; a room of three hundred people shares one address.
_OF_A_PHONE, _OF_AN_ADDRESS, _SECONDS = 20, 1200, 60


def refuse_flood(request, phone: str) -> None:
    """Count one message of this phone and of this address; raises Refused when either sent too many within a minute."""
    for kind, whose, most in (("phone", phone, _OF_A_PHONE), ("address", address_mark(request), _OF_AN_ADDRESS)):
        key = f"live-{kind}:" + salted_hmac("dialogues.rates", whose, algorithm="sha256").hexdigest()[:32]
        if not cache.add(key, 1, _SECONDS) and cache.incr(key) > most:
            raise Refused(_("That goes very fast. Wait a minute, and send it again. Your words are still here."), code="often")
