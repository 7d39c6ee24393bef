"""A bidder at the deadline, without a browser: writes, adds a file of a megabyte, hands in. What a browser would send, no more."""

import hashlib
import re
import secrets
import time
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode, urlsplit

MEGABYTE = 1024 * 1024
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)"[^>]*? value="([^"]*)"')
_TYPED = re.compile(r'<textarea[^>]*name="text"[^>]*>([^<]*)</textarea>')
_SAVED = 'name="version"'
_BOUNDARY = "grens-van-een-formulier"


class NotGood(Exception):
    """The platform answered something else than it should."""


@dataclass
class Bidder:
    """One party with a bid that is nearly done. `acknowledged` is the address of its receipt."""

    address: str
    bid: str
    part: str
    session: str
    text: str = field(init=False)
    file: bytes = field(init=False)
    acknowledged: str = ""
    seconds: float = 0.0

    def __post_init__(self):
        self.text = f"Elke dag staan er mensen aan de werkbank, nummer {secrets.token_hex(8)}. " * 20
        self.file = b"%PDF-1.4\n" + secrets.token_bytes(MEGABYTE - 16) + b"\n%%EOF\n"
        self._cookies = {"sessionid": self.session}
        there = urlsplit(self.address)
        self._connection = HTTPConnection(there.netloc, timeout=120)  # kept, as a browser does
        # To a site that speaks https we are the proxy in front of it.
        self._headers = {"X-Forwarded-Proto": there.scheme, "Origin": f"{there.scheme}://{there.netloc}", "Accept-Language": "nl"}

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.file).hexdigest()

    def hand_in(self) -> None:
        """The whole way, timed: the part, its text saved by itself, the file, and handing in. Raises NotGood."""
        began = time.monotonic()
        self.write(self.text)
        self.add_file()
        path = f"/voorstellen/{self.bid}/indienen/"
        self.acknowledged = self._send(path, self._hidden(path))
        if self.bid not in self.acknowledged:
            raise NotGood(f"no receipt but {self.acknowledged}")
        self.seconds = time.monotonic() - began

    def write(self, text: str) -> None:
        """Open a part and save this text as the page does while one types. Raises NotGood when it says that it is not saved."""
        if not self.save(self.opened(), text):
            raise NotGood("it was not saved")

    def opened(self) -> dict[str, str]:
        """The page of the part as a tab holds it: with the version that it shows."""
        return {name: value for name, value in self._hidden(self._part()).items() if name != "once"}

    def save(self, tab: dict[str, str], text: str) -> bool:
        """Save from this tab; False when the page says that somebody was first, and keeps the text."""
        kind = {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
        body = urlencode(tab | {"text": text}).encode()
        return _SAVED in self._ask("POST", self._part(), body, kind, expected=200)[1]

    def shown(self) -> str:
        """The text that stands in the part now."""
        page = self._ask("GET", self._part(), None, {}, expected=200)[1]
        return unescape(_TYPED.search(page)[1]).strip()

    def _part(self) -> str:
        name = {"vision": "visie"}.get(self.part, self.part.replace("criterion", "vraag"))
        return f"/voorstellen/{self.bid}/onderdelen/{name}/"

    def add_file(self) -> None:
        fields = self._hidden(f"/voorstellen/{self.bid}/onderdelen/bijlagen/")
        parts = [
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()
        ]
        head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n'
        body = (
            "".join([*parts, head, "Content-Type: application/pdf\r\n\r\n"]).encode()
            + self.file
            + f"\r\n--{_BOUNDARY}--\r\n".encode()
        )
        kind = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
        self._ask("POST", f"/voorstellen/{self.bid}/bijlagen/", body, kind, expected=302)

    def _send(self, path: str, fields: dict) -> str:
        """Where it leads to."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields).encode(), kind, expected=302)[0].headers["Location"]

    def _hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of the forms of a page; a page of a bid has one form that changes something."""
        page = self._ask("GET", path, None, {}, expected=200)[1]
        main = page.partition("<main")[2]
        return {name: unescape(value) for name, value in _HIDDEN.findall(main)}

    def _answer(self, *request) -> HTTPResponse:
        """Over the connection that is there, or over a new one when the server had closed it meanwhile."""
        try:
            self._connection.request(*request)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            self._connection.request(*request)
            return self._connection.getresponse()

    def _ask(self, method: str, path: str, body, headers: dict, *, expected: int) -> tuple[HTTPResponse, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        answer = self._answer(method, path, body, self._headers | headers | {"Cookie": cookies})
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _is, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        text = answer.read().decode()
        if answer.status != expected:
            told = " ".join(re.sub(r"<[^>]+>", " ", text.partition("<main")[2]).split())
            raise NotGood(f"{method} {path}: {answer.status} {told[:300]}")
        return answer, text
