"""How often something may come from one address or one mark, where nobody signs in. It is kept as a hash, and only so long."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from events.counting import count_one
from tenders.refusal import Refused


@dataclass(frozen=True)
class Pace:
    """At most so often within so many seconds; `sentence` says what somebody can do who comes more often.

    By the address of who asks, or by a `mark` that tells apart those who share one: an open page on a phone.
    """

    name: str
    at_most: int
    seconds: int
    sentence: str

    def take(self, request, mark: str = "") -> None:
        """Count it, unless it came too often: then raise Refused."""
        self.refuse(request, mark)
        self.count(request, mark)

    def refuse(self, request, mark: str = "") -> None:
        """Raise Refused when it came too often."""
        if cache.get(self._key(request, mark), 0) >= self.at_most:
            raise Refused(self.sentence, code="often")

    def count(self, request, mark: str = "") -> None:
        """Remember that it came once more."""
        count_one(self._key(request, mark), self.seconds)

    def _key(self, request, mark: str) -> str:
        return f"{self.name}:{_hidden(mark) if mark else address_mark(request)}"


def address_mark(request) -> str:
    """What stands for the address of who asks; nobody can make the address of it again."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:  # behind a proxy of ours, which writes the caller last
        address = request.headers.get("X-Forwarded-For", address).split(",")[-1].strip()
    return _hidden(address)


def _hidden(whose: str) -> str:
    return salted_hmac("pace", whose, algorithm="sha256").hexdigest()[:32]
