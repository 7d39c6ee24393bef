"""The pages that were shown so far."""

from django.urls import reverse

from tests.browser.shown import Shown, keep
from tests.walk import client_for


class Album:
    """The pages that were shown so far."""

    def __init__(self):
        self.pages: list[Shown] = []

    def see(self, person, name: str, *args, about: str = "", query: str = "", data: dict | None = None, client=None) -> None:
        """Open the page, or send `data` to it; it must be a page."""
        path = reverse(name, args=args) + query
        client = client or client_for(person, path.partition("?")[0])
        response = client.get(path) if data is None else client.post(path, data, headers={"origin": "http://testserver"})
        shown = keep(f"{name}{' ' * bool(about)}{about}", path, response)
        assert shown, (name, about, response.status_code, response.headers)
        self.pages.append(shown)
