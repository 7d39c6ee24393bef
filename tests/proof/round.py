"""A round of a site, from outside the site: `python -m tests.proof.round begin 50`, and `… open`. Prints JSON.

It runs with the settings of the site, as a person at its keyboard would: what is made is what the actions make.
"""

import datetime as dt
import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 - the apps are ready only now
from django.test import Client  # noqa: E402

from accounts.models import RoleKind, User  # noqa: E402
from bids import actions  # noqa: E402
from bids.actions.opening import FIRST, SECOND  # noqa: E402
from bids.models import OpenedBid, Round, Submission  # noqa: E402
from events import clock  # noqa: E402
from notifications.models import Mail, MailState  # noqa: E402
from tenders.steps import Step  # noqa: E402
from tests import make  # noqa: E402
from tests.cast import make_cast  # noqa: E402


def begin(number: int) -> dict:
    """A round that is open, and so many parties of one person each who have written nearly all of their bid."""
    cast = make_cast()
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION), days=1)
    bidders = []
    for _one in range(number):
        party = make.party()
        bid = make.bid(cast, round_, party=party)
        part = next(part.key for part in bid.parts.all() if part.key.startswith("criterion-"))
        bidders.append({"bid": bid.public_id, "part": part, "session": _session(party.memberships.get().user)})
    return {"bidders": bidders}


def _session(user: User) -> str:
    client = Client()
    client.force_login(user, backend="accounts.permissions.TableBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def open_round() -> dict:
    """Close the round two seconds ago and open it by two: what came out, by the number of the bid."""
    round_ = Round.objects.get()
    Round.objects.filter(pk=round_.pk).update(deadline=clock.now().replace(microsecond=0) - dt.timedelta(seconds=2))
    officer, buyer = (User.objects.get(email=f"{key}@example.nl") for key in ("officer", "buyer"))
    round_ = Round.objects.for_page().get()
    actions.open_bids(round_=round_, by=officer, kind=RoleKind.POLICY_OFFICER, turn=FIRST)
    actions.open_bids(round_=round_, by=buyer, kind=RoleKind.PROCUREMENT_OFFICER, turn=SECOND)
    opened = OpenedBid.objects.select_related("bid").prefetch_related("parts", "attachments__upload")
    return {one.bid.public_id: _content(one) for one in opened}


def _content(opened: OpenedBid) -> dict:
    return {
        "texts": {part.key: part.text for part in opened.parts.all()},
        "files": sorted(attachment.upload.sha256 for attachment in opened.attachments.all()),
    }


def done() -> dict:
    """What the worker has done so far: who got a mail, and the bids that have their receipt as PDF."""
    ready = Submission.objects.exclude(receipt__rendered_at=None).values_list("bid__public_id", flat=True)
    sent = Mail.objects.filter(state=MailState.SENT).values_list("to", flat=True)
    return {"mails": list(sent), "receipts": list(ready)}


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    sys.stdout.write(json.dumps({"begin": begin, "open": open_round, "done": done}[what](*map(int, words))))
