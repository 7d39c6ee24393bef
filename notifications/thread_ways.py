"""How somebody is led to what became of their words; behind a pseudonym in a way that leads nobody else from them to it."""

import datetime as dt
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


def way_to(event: Event, said: Contribution) -> Way:
    """To the contribution itself; behind a pseudonym to the list of them all, for a notice and a mail stand in the clear.

    Who has the database, and not the secret of the server, cannot make the key of a sealed one; and of the moment, by which
    the event and so the contribution would be found, only the day is kept.
    """
    if said.name_choice != NameChoice.PSEUDONYM:
        return Way(said.get_absolute_url(), event.pk, f"{event.pk}:thread:{said.pk}", clock.now())
    sealed = salted_hmac("notifications.thread", f"{event.pk}:{said.pk}", algorithm="sha256")
    # Below zero, where no event has its id; it fits in 64 bits.
    key = -1 - (int.from_bytes(sealed.digest()[:8], "big") >> 1)
    url = reverse("golden_thread:show_threads", args=[said.tender.slug])
    today = clock.beginning_of(clock.today())
    return Way(url, key, SEALED + sealed.hexdigest(), today, reverse("portal:follow_code"))
