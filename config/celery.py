"""The worker and the beat start here. Periodic work is plain: idempotent sweeps, no long waits in the broker."""

import contextlib
import os
from pathlib import Path

from celery import Celery
from celery.signals import beat_init, celeryd_init, task_prerun, task_success, worker_init, worker_process_init
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_BEHIND_THE_WEB = 10  # of 19

app = Celery("meerwaarde")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "hand over what waits": {"task": "events.sweep", "schedule": 20.0},
    "seal the log": {"task": "events.seal", "schedule": 60.0},
    "lock minutes": {"task": "dialogues.lock_minutes", "schedule": 1800.0},
    "remind of meetings": {"task": "dialogues.remind_of_meetings", "schedule": 600.0},
    "remind of promises": {"task": "dialogues.remind_of_promises", "schedule": 1800.0},
    "tell what is over": {"task": "dialogues.tell_what_is_over", "schedule": 1800.0},
    "remind of amounts": {"task": "dialogues.remind_of_amounts", "schedule": 1800.0},
    "signal what ends": {"task": "inventory.signal_ends", "schedule": 3600.0},
    "let results of boards come": {"task": "inventory.let_results_come", "schedule": 1800.0},
    "remind of rests": {"task": "dialogues.remind_of_rests", "schedule": 3600.0},
    "remind of plans": {"task": "initiatives.remind_of_plans", "schedule": 3600.0},
    "forget tokens of sent forms": {"task": "events.forget_sent_forms", "schedule": 3600.0},
    "send mails that wait": {"task": "notifications.send_waiting_mails", "schedule": 20.0},
}


@celeryd_init.connect
def be_patient(conf, **kwargs) -> None:
    """A worker asks the broker for work by waiting a second for it; only who serves people is in a hurry."""
    if settings.REDIS_URL:
        conf.broker_transport_options |= {"socket_connect_timeout": 5, "socket_timeout": 5, "max_retries": None}


@beat_init.connect
def be_patient_in_beat(sender, **kwargs) -> None:
    """Nobody waits for what beat sends either; with the patience of the web it gives up in every busy minute."""
    be_patient(sender.app.conf)


@worker_init.connect
def give_way(**kwargs) -> None:
    """Who waits for a page goes before letters and documents: in the last minute before a deadline both want the CPU."""
    os.nice(_BEHIND_THE_WEB)
    with contextlib.suppress(OSError):  # Linux may weigh sessions before it weighs the processes in them
        Path("/proc/self/autogroup").write_text(str(_BEHIND_THE_WEB))


@task_prerun.connect
def read_the_clock(task, **kwargs) -> None:
    from events import clock  # apps are ready only now

    if settings.DEMO and not task.request.is_eager:  # at once means: in the time of who asked
        clock.read_offset()


@task_success.connect
def settle(sender, **kwargs) -> None:
    from events import log  # apps are ready only now

    if not sender.request.is_eager:  # at once means: nothing was given to a broker that could lose it
        log.has_reacted(sender.name, tuple(sender.request.args or ()))


@worker_process_init.connect
def load_weasyprint(**kwargs) -> None:
    import documents.pdf  # noqa: F401 - takes a second; better now than with the first letter
