"""A request in Arnhem, from outside the site: `python -m tests.journeys.open_round write` makes a tender in which it is being
written and prints its address; `… publish` opens a round in which parties hand in.
"""

import sys

import django

django.setup()

from types import SimpleNamespace  # noqa: E402

from accounts.models import Municipality, User  # noqa: E402 - the apps are ready only now
from portal.demo.accounts import DOMAIN  # noqa: E402
from tenders.models import Tender  # noqa: E402
from tenders.steps import Step  # noqa: E402
from tests import make  # noqa: E402

TITLE, SLUG = "De gymzaal van Presikhaaf", "de-gymzaal-van-presikhaaf"


def write() -> str:
    """A tender in step 2, led by Stijn and Marja."""
    summary = "De oude gymzaal staat leeg. Wie maakt er met de wijk een plek van om samen te eten?"
    return make.tender(_cast(), step=Step.REQUEST, title=TITLE, summary=summary, slug=SLUG, reference="2026-ARN").slug


def publish() -> str:
    """The same one in step 4, with one open round."""
    Tender.objects.filter(slug=SLUG).update(step=Step.SELECTION, route_is_final=True)
    make.round(_cast(), Tender.objects.get(slug=SLUG), days=60)
    return SLUG


def _cast() -> SimpleNamespace:
    people = {name: User.objects.get(email=f"{key}@{DOMAIN}") for name, key in (("officer", "stijn"), ("buyer", "marja"))}
    return SimpleNamespace(municipality=Municipality.objects.get(slug="arnhem"), **people)


if __name__ == "__main__":
    print({"write": write, "publish": publish}[sys.argv[1]]())  # noqa: T201 - what was asked for
