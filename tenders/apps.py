from django.apps import AppConfig


class TendersConfig(AppConfig):
    name = "tenders"

    def ready(self) -> None:
        from tenders.law import checks  # noqa: F401 - registers the system checks
