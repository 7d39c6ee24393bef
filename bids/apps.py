from django.apps import AppConfig


class BidsConfig(AppConfig):
    name = "bids"

    def ready(self) -> None:
        from bids import checks  # noqa: F401 - registers the system check; models are ready only now
