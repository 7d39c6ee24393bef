"""How a page is asked: as a browser would, signed in or not, with what it answers checked each time."""

import json
import re
import secrets
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlencode

from bench import place
from bench.pages import Page
from bench.servers import Server

# A proxy that speaks https stands in front.
_PROXY = {"Host": "127.0.0.1", "X-Forwarded-Proto": "https", "Accept-Language": "nl", "Accept-Encoding": "gzip"}
_CSRF = "b" * 32
_FORM = {"Origin": "https://127.0.0.1", "Content-Type": "application/x-www-form-urlencoded"}
_TEXT = "Elke dag staan er twaalf mensen aan de werkbank. Wie wil, leert verder. De deur staat open, ook in het weekend. " * 20
_VERSION = re.compile(r'name="version"[^>]*value="(\d+)"')

_MEGABYTE = (
    b'--floor\r\nContent-Disposition: form-data; name="file"; filename="plan.bin"\r\nContent-Type: application/octet-stream\r\n\r\n'
    + bytes(1024 * 1024)
    + b"\r\n--floor--\r\n"
)


class NotThere(Exception):
    """The platform did not answer as this page should."""


@dataclass
class Asker:
    """One page on one server: each call is one request, checked."""

    server: Server
    page: Page
    urls: list[str]
    cookies: list[str]
    drawn: bool = False  # never a page that was kept for the next visitor
    _turns: object = field(init=False)
    _etag: str = ""
    _version: int = 0

    def __post_init__(self):
        self._turns = cycle(zip(self.urls, self.cookies or [""] * len(self.urls), strict=True))

    def __call__(self):
        """(headers, body) of the next request. Raises NotThere."""
        url, cookie = next(self._turns)
        if self.page.sends == "autosave":
            return self._autosave(url, cookie)
        if self.page.sends == "submit":
            body = {"csrfmiddlewaretoken": _CSRF, "once": secrets.token_hex(16)}
            return self._post(url, cookie, body, expected=302)
        if self.page.sends == "etag":
            return self._again(url)
        return self._get(url, cookie, **({"Cache-Control": "no-cache"} if self.drawn else {}))

    def _get(self, url: str, cookie: str = "", *, expected: int = 200, **more: str):
        headers = _PROXY | ({"Cookie": cookie} if cookie else {}) | more
        return self._checked(self.server.ask("GET", url, None, headers), expected)

    def _again(self, url: str):
        """As a visitor's browser asks for a page that it has already."""
        if not self._etag:
            self._etag = self._get(url)[0].get("ETag", "")
        if not self._etag:
            raise NotThere("the page has no ETag")
        return self._get(url, expected=304, **{"If-None-Match": self._etag})

    def _autosave(self, url: str, cookie: str):
        if not self._version:
            page = self._get(url, cookie)[1].decode()
            found = _VERSION.search(page)
            if found is None:
                raise NotThere("the form has no version")
            self._version = int(found[1])
        body = {"csrfmiddlewaretoken": _CSRF, "version": self._version, "text": _TEXT}
        headers, answer = self._post(url, cookie, body, expected=200, **{"HX-Request": "true"})
        if f'value="{self._version + 1}"' not in answer.decode():
            raise NotThere("it was not saved")
        self._version += 1
        return headers, answer

    def _post(self, url: str, cookie: str, body: dict, *, expected: int, **more: str):
        headers = _PROXY | _FORM | {"Cookie": f"{cookie}; csrftoken={_CSRF}"} | more
        return self._checked(self.server.ask("POST", url, urlencode(body).encode(), headers), expected)

    def _checked(self, answer, expected: int):
        status, headers, body = answer
        if status != expected:
            said = " ".join(re.sub(r"<[^>]+>", " ", body.decode(errors="replace")).split())
            raise NotThere(f"answered {status} instead of {expected}: {said[:300]}")
        return headers, body


def floor_asker(server: Server, floor: str):
    """The request that is the floor: fifty rows, or one upload of a megabyte."""
    kind = {"Host": "127.0.0.1"}
    if floor == "rows":
        request = ("GET", "/rows/", None, kind)
    else:
        request = ("POST", "/upload/", _MEGABYTE, kind | {"Content-Type": "multipart/form-data; boundary=floor"})

    def ask():
        status, _headers, body = server.ask(*request)
        if status != 200:
            raise place.Broken(f"The floor answered {status}:\n{server.log()[-2000:]}")
        return body

    return ask


def asker(server: Server, page: Page, size: int, *, drawn: bool = False) -> Asker:
    """Asks for this page where it was loaded. Raises NotThere for a page that the platform does not have yet."""
    where = json.loads(place.facts_of(size).read_text())["pages"][page.name]
    if not where["urls"]:
        raise NotThere(f"there is no page {page.url}")
    return Asker(server, page, where["urls"], where["cookies"], drawn)
