"""What the beat would do in half an hour, done now: `python -m tests.journeys.by_itself dialogues.tasks.lock_minutes`."""

import django

django.setup()

import sys  # noqa: E402 - the apps are ready only now

from django.utils.module_loading import import_string  # noqa: E402

from events import clock  # noqa: E402

if __name__ == "__main__":
    clock.read_offset()  # somebody may have moved the clock of the demo
    import_string(sys.argv[1])()
