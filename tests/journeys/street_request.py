"""A request in Voorstad-Oost, from outside the site: `python -m tests.journeys.street_request` prints the address of its tender."""

import django

django.setup()

from portal.demo.scenes import begun  # noqa: E402 - the apps are ready only now
from tests.journeys.demo_world import world_of_site  # noqa: E402


def start() -> str:
    here = world_of_site()
    begun.start_request(here)
    return here.tenders["voorstad"].slug


if __name__ == "__main__":
    print(start())  # noqa: T201 - what was asked for
