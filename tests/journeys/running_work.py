"""Rotterdam's running work, from outside the site: `python -m tests.journeys.running_work begin` makes a tender in which two of
three parties said what stopping asks, and `… ready` writes, adopts and signs its request.
"""

import sys

import django

django.setup()

from accounts.models import Municipality, Party, User  # noqa: E402 - the apps are ready only now
from portal.demo.accounts import ACCOUNTS, MUNICIPALITIES, OTHERS, PARTIES  # noqa: E402
from portal.demo.scenes import friction  # noqa: E402
from portal.demo.world import World  # noqa: E402
from tenders.models import Tender  # noqa: E402


def world() -> World:
    """The people of the demo, as they stand in the database of this site."""
    emails = {user.email: user for user in User.objects.all()}
    parties = {party.name: party for party in Party.objects.all()}
    tender = Tender.objects.filter(municipality__slug="rotterdam").first()
    places = Municipality.objects.in_bulk(list(MUNICIPALITIES), field_name="slug")
    return World(
        municipalities=places,
        people={account.key: emails[account.email] for account in (*ACCOUNTS, *OTHERS)},
        parties={key: parties[row[0]] for key, row in PARTIES.items()},
        tenders={friction.KEY: tender} if tender else {},
    )


def begin() -> str:
    here = world()
    friction.begin(here)
    for key in ("gezinswijs", "opvoedplein"):
        friction.tell(here, key, told=20, filed=10)
    return here.tenders[friction.KEY].slug


def ready() -> str:
    here = world()
    friction.write(here)
    friction.choose(here)
    return here.tenders[friction.KEY].slug


if __name__ == "__main__":
    print({"begin": begin, "ready": ready}[sys.argv[1]]())  # noqa: T201 - what was asked for
