"""Rotterdam's running work, from outside the site: `python -m tests.journeys.running_work begin` makes a tender in which two of
three parties said what stopping asks, and `… ready` writes, adopts and signs its request.
"""

import sys

import django

django.setup()

from portal.demo.scenes import friction  # noqa: E402 - the apps are ready only now
from tenders.models import Tender  # noqa: E402
from tests.journeys.demo_world import world_of_site  # noqa: E402


def begin() -> str:
    here = world_of_site()
    friction.begin(here)
    for key in ("gezinswijs", "opvoedplein"):
        friction.tell(here, key, told=20, filed=10)
    return here.tenders[friction.KEY].slug


def ready() -> str:
    here = world_of_site()
    here.tenders[friction.KEY] = Tender.objects.get(municipality__slug="rotterdam")
    friction.write(here)
    friction.choose(here)
    return here.tenders[friction.KEY].slug


if __name__ == "__main__":
    print({"begin": begin, "ready": ready}[sys.argv[1]]())  # noqa: T201 - what was asked for
