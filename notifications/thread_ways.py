"""How somebody is led to what became of their words; behind a pseudonym in a way that leads nobody else from them to it."""

import datetime as dt
import secrets
from typing import NamedTuple

from django.urls import reverse
from django.utils.crypto import salted_hmac

from dialogues.models import Contribution, NameChoice
from events import clock
from events.models import Event
from notifications.models import SEALED


class Way(NamedTuple):
    """Where a notice and a mail lead, and what makes each once."""

    url: str
    key: int
    once: str
    at: dt.datetime
    code_page: str = ""

    def row(self) -> dict:
        """The id of a row that is sealed: a random one, for a serial one lies between its neighbours and their moments.

        Below zero, where the database gives none itself.
        """
        return {"id": -1 - secrets.randbits(62)} if self.key < 0 else {}


def way_to(event: Event, said: Contribution) -> Way:
    """To the contribution itself; behind a pseudonym to the list of them all, for a notice and a mail stand in the clear.

    Who has the database, and not the secret of the server, cannot make the key of a sealed one; and of the moment, by which
    the event and so the contribution would be found, only the day is kept. The mail is emptied when it went (models/mail.py).

    What a notice still says: somebody heard such a thing of this tender on that day. When it happened to one contribution on
    that day, that is the one; and PostgreSQL keeps, and dumps, its rows about in the order in which they came.
    """
    if said.name_choice != NameChoice.PSEUDONYM:
        return Way(said.get_absolute_url(), event.pk, f"{event.pk}:thread:{said.pk}", clock.now())
    sealed = salted_hmac("notifications.thread", f"{event.pk}:{said.pk}", algorithm="sha256")
    # Below zero, where no event has its id; it fits in 64 bits.
    key = -1 - (int.from_bytes(sealed.digest()[:8], "big") >> 1)
    url = reverse("golden_thread:show_threads", args=[said.tender.slug])
    today = clock.beginning_of(clock.today())
    return Way(url, key, SEALED + sealed.hexdigest(), today, reverse("portal:follow_code"))
