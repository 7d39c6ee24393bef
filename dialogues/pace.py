"""How often one address may send a form that asks no account: enough for a family, too little for a machine."""

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from tenders.refusal import Refused

WITHIN_SECONDS = 900


def refuse_haste(request, what: str, *, most: int) -> None:
    """Count one more of `what` from this address; raise Refused when there were `most` in a quarter of an hour already.

    Of the address only a keyed hash is kept, in the cache, for that quarter of an hour.
    """
    key = f"pace:{what}:{address_mark(request)}"
    if cache.add(key, 1, WITHIN_SECONDS):
        return
    if cache.get(key, 0) >= most:
        raise Refused(_("This was sent often from here just now. Try again in a quarter of an hour."), code="often")
    cache.incr(key)


def address_mark(request) -> str:
    """What stands for the address of who asks; nobody can make the address of it again."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:  # behind a proxy of ours, which writes the caller last
        address = request.headers.get("X-Forwarded-For", address).split(",")[-1].strip()
    return salted_hmac("dialogues.guessing", address, algorithm="sha256").hexdigest()[:32]
