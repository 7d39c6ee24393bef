"""An open conversation, from outside the site: `python -m tests.journeys.conversation zeist` prints its address."""

import django

django.setup()

import datetime as dt  # noqa: E402
import sys  # noqa: E402

from accounts.models import Municipality, User  # noqa: E402 - the apps are ready only now
from dialogues import actions  # noqa: E402
from events import clock  # noqa: E402
from portal.demo.accounts import DOMAIN  # noqa: E402
from tenders.actions import start_tender  # noqa: E402
from tenders.routes import Route  # noqa: E402
from tests.make.dialogues import RULES  # noqa: E402

# Who leads, what it is about, the question, and the dot.
_OF = {
    "zwolle": (
        "marloes",
        "Een plek voor overdag",
        "Waar kunnen mensen overdag heen?",
        "Iedereen doet overdag iets waar hij trots op is.",
    ),
    "zeist": ("hilde", "Acht themas", "Waar kan het met minder geld?", "Zeist doet met minder wat mensen echt nodig hebben."),
    "oude-ijsselstreek": ("theo", "Een plek voor overdag", "Waar kunnen mensen overdag heen?", "Iedereen doet overdag iets."),
}


def begin(where: str = "zwolle") -> str:
    """A tender whose dialogue takes contributions, led by somebody of this municipality."""
    leader, title, summary, dot = _OF[where]
    leader = User.objects.get(email=f"{leader}@{DOMAIN}")
    about = {"title": title, "summary": summary, "reason": "De raad vroeg erom."}
    contact = {"contact_person": leader.name, "contact_phone": "038 498 27 14"}
    place = Municipality.objects.get(slug=where)
    tender = start_tender(municipality=place, by=leader, route=Route.SUBSIDY_TENDER, **about, **contact)
    actions.edit_dialogue(
        tender=tender,
        by=leader,
        version=1,
        dot=dot,
        closes_on=clock.today() + dt.timedelta(days=30),
        rules={kind: (text, None) for kind, text in RULES.items()},
        reason="",
    )
    leader.forget_roles()
    actions.publish_dialogue(tender=tender, by=leader)
    return tender.slug


if __name__ == "__main__":
    print(begin(*sys.argv[1:]))  # noqa: T201 - what was asked for
