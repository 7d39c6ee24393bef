"""A tender of a site that many follow, from outside the site: `python -m tests.proof.letters 2000` tells them all of an answer."""

import sys

import django

django.setup()

from accounts.models import User  # noqa: E402 - the apps are ready only now
from events import clock  # noqa: E402
from notifications.models import Follow  # noqa: E402
from tenders import actions  # noqa: E402
from tests import make  # noqa: E402
from tests.cast import make_cast  # noqa: E402


def tell(number: int) -> None:
    """So many people follow a tender, and an answer to a question in it is published."""
    cast = make_cast()
    tender = make.tender(cast)
    people = [User(email=f"volger{one}@example.nl", name=f"Volger {one}") for one in range(number)]
    for person in people:
        person.set_unusable_password()
    Follow.objects.bulk_create(
        Follow(person=person, tender=tender, since=clock.now()) for person in User.objects.bulk_create(people)
    )
    question = actions.ask_question(tender=tender, text="Wanneer begint het?", by=cast.resident)
    actions.answer_question(question=question, answer="In mei.", by=cast.officer)
    actions.publish_answers(tender=tender, by=cast.officer)


if __name__ == "__main__":
    tell(int(sys.argv[1]))
