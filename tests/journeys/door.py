"""A door in front of a service: open, shut (nobody answers), or silent (somebody takes the call and says nothing)."""

import contextlib
import socket
import threading
from urllib.parse import urlsplit, urlunsplit


class Door:
    """`address` is that of the service, by way of this door."""

    def __init__(self, service: str):
        there = urlsplit(service)
        self._there = (there.hostname, there.port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._port = self._listener.getsockname()[1]
        self.address = urlunsplit(there._replace(netloc=f"127.0.0.1:{self._port}"))
        self._open, self._silent = True, False
        self._lines: set[socket.socket] = set()
        threading.Thread(target=self._take_calls, args=(self._listener,), daemon=True).start()

    def shut(self) -> None:
        """Break off every line; who calls now is refused at once."""
        self._open = False
        self._stop_listening()
        self._hang_up()

    def be_silent(self) -> None:
        """Break off every line; who calls now waits for an answer that does not come."""
        self._silent = True
        self._hang_up()

    def open(self) -> None:
        if not self._open:
            self._listener = socket.create_server(("127.0.0.1", self._port))
            self._open = True
            threading.Thread(target=self._take_calls, args=(self._listener,), daemon=True).start()
        self._silent = False
        self._hang_up()

    def close(self) -> None:
        self._stop_listening()
        self._hang_up()

    def _stop_listening(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # who waits in accept() would else take one more call
        self._listener.close()

    def _hang_up(self) -> None:
        for line in list(self._lines):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        self._lines.clear()

    def _take_calls(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _address = listener.accept()
                self._lines.add(caller)
                if not self._silent:
                    self._put_through(caller)

    def _put_through(self, caller: socket.socket) -> None:
        service = socket.create_connection(self._there)
        self._lines.add(service)
        for source, target in ((caller, service), (service, caller)):
            threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
