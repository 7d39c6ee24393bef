"""A colleague in a party of the demo, from outside the site: `python -m tests.journeys.colleagues "Stichting De Werkbank" pim`."""

import django

django.setup()

import sys  # noqa: E402 - the apps are ready only now

from accounts.models import Membership, Party, User  # noqa: E402
from portal.demo.accounts import DOMAIN  # noqa: E402


def join(party: str, person: str) -> None:
    user = User.objects.get(email=f"{person}@{DOMAIN}")
    Membership.objects.create(party=Party.objects.get(name=party), user=user)


if __name__ == "__main__":
    join(*sys.argv[1:])
