"""A published request in Arnhem in which parties hand in, from outside the site: `python -m tests.journeys.open_round` prints
its address.
"""

import django

django.setup()

from types import SimpleNamespace  # noqa: E402

from accounts.models import Municipality, User  # noqa: E402 - the apps are ready only now
from portal.demo.accounts import DOMAIN  # noqa: E402
from tenders.steps import Step  # noqa: E402
from tests import make  # noqa: E402

TITLE = "De gymzaal van Presikhaaf"


def begin() -> str:
    """A tender in step 4 with one open round, led by Stijn and Marja."""
    people = {name: User.objects.get(email=f"{key}@{DOMAIN}") for name, key in (("officer", "stijn"), ("buyer", "marja"))}
    cast = SimpleNamespace(municipality=Municipality.objects.get(slug="arnhem"), **people)
    summary = "De oude gymzaal staat leeg. Wie maakt er met de wijk een plek van om samen te eten?"
    words = {"title": TITLE, "summary": summary, "slug": "de-gymzaal-van-presikhaaf", "reference": "2026-ARN"}
    tender = make.tender(cast, step=Step.SELECTION, **words)
    make.round(cast, tender, days=60)
    return tender.slug


if __name__ == "__main__":
    print(begin())  # noqa: T201 - what was asked for
