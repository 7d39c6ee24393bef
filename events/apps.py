from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class EventsConfig(AppConfig):
    name = "events"

    def ready(self) -> None:
        from events import checks  # noqa: F401 - registers the system checks

        for name in ("data_folder_in", "control_folder"):  # of the file-system broker
            if folder := settings.CELERY_BROKER_TRANSPORT_OPTIONS.get(name):
                Path(folder).mkdir(parents=True, exist_ok=True)
