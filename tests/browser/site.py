"""A website of stored pages: gives the browser what the test client got, with its headers, and the static files."""

import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from django.contrib.staticfiles import finders

from tests.browser.shown import Shown
from tests.make.initiatives import picture_file


class StoredSite:
    """One page at a time: `with StoredSite() as site: browser.goto(site.put(shown))`."""

    def __enter__(self) -> "StoredSite":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
        self._server.page = None
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error) -> None:
        self._server.shutdown()
        self._server.server_close()

    def put(self, page: Shown) -> str:
        """Show this page from now on; its address."""
        self._server.page = page
        return f"http://127.0.0.1:{self._server.server_address[1]}{page.path}"


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        page, path = self.server.page, self.path.partition("?")[0]
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            # As whitenoise does: letters are for pages without an origin too (the policy `sandbox`).
            headers = {"Content-Type": kind, "Cache-Control": "max-age=3600", "Access-Control-Allow-Origin": "*"}
            self._send(200 if found else 404, headers, Path(found).read_bytes() if found else b"")
        elif path.endswith(".jpg"):  # a photo that somebody sent: which one makes no difference to the page
            self._send(200, {"Content-Type": "image/jpeg"}, picture_file().read())
        elif self.path == page.path:
            # The browser's console calls each status of 400 and higher an error; that it has one is asked elsewhere.
            self._send(200, {**page.headers, "Cache-Control": "no-store"}, page.html.encode())
        elif path == "/favicon.ico" and "Content-Security-Policy" not in page.headers:
            self._send(204, {}, b"")  # the browser asks for it where a page names none; a mail has no icon
        else:
            self._send(404, {}, b"")

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words):
        pass
