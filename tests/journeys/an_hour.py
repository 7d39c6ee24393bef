"""What comes by itself once an hour, now, from outside the site: `python -m tests.journeys.an_hour` says how many plans it was."""

import django

django.setup()

from events import clock  # noqa: E402 - the apps are ready only now
from initiatives.tasks import remind_of_plans  # noqa: E402

if __name__ == "__main__":
    clock.read_offset()
    print(remind_of_plans())  # noqa: T201 - what was asked for
