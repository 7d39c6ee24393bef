"""How often something may come from one address, where nobody signs in. An address is kept as a hash, and only so long."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from tenders.refusal import Refused


@dataclass(frozen=True)
class Pace:
    """At most so often within so many seconds; `sentence` says what somebody can do who comes more often."""

    name: str
    at_most: int
    seconds: int
    sentence: str

    def refuse(self, request) -> None:
        """Raise Refused when it came too often from this address."""
        if cache.get(self._key(request), 0) >= self.at_most:
            raise Refused(self.sentence, code="often")

    def count(self, request) -> None:
        """Remember that it came once more."""
        key = self._key(request)
        if not cache.add(key, 1, self.seconds):
            cache.incr(key)

    def _key(self, request) -> str:
        return f"{self.name}:{address_mark(request)}"


def address_mark(request) -> str:
    """What stands for the address of who asks; nobody can make the address of it again."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:  # behind a proxy of ours, which writes the caller last
        address = request.headers.get("X-Forwarded-For", address).split(",")[-1].strip()
    return salted_hmac("pace", address, algorithm="sha256").hexdigest()[:32]
