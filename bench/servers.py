"""Web servers to measure: gunicorn as in production, one worker each, so that every request finds the same warm process."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path

from bench import place

_PATIENCE = 60
# As in the Dockerfile, but for the number of workers: CPU per request does not depend on it, and cold workers spoil figures.
_GUNICORN = ("--worker-class", "gthread", "--workers", "1", "--threads", "4", "--timeout", "120", "--keep-alive", "75")


class Server:
    """A web server on a database of ours, until `stop`."""

    def __init__(self, database: str, **more: str):
        self.database, self.port = database, free_port()
        wsgi = "bench.floor.wsgi" if database == place.FLOOR else "config.wsgi"
        options = ["--bind", f"127.0.0.1:{self.port}", "--log-level", "warning", "--no-control-socket", *_GUNICORN]
        self.process = place.in_background("-m", "gunicorn", wsgi, *options, database=database, log=f"web-{database}", **more)
        self._connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        self._wait()

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None):
        """(status, headers, body) of one request, over a connection that is kept."""
        try:
            self._connection.request(method, path, body, headers or {})
            response = self._connection.getresponse()
        except (ConnectionError, OSError):
            self._connection.close()
            self._connection.request(method, path, body, headers or {})
            response = self._connection.getresponse()
        return response.status, response.headers, response.read()

    def cpu(self) -> float:
        """Seconds of CPU (user and system) that the worker used so far."""
        return sum(cpu_of(pid) for pid in children_of(self.process.pid))

    def log(self) -> str:
        return (place.STATE / f"web-{self.database}.log").read_text()

    def stop(self) -> None:
        self._connection.close()
        end(self.process)

    def _wait(self) -> None:
        latest = time.monotonic() + _PATIENCE
        while time.monotonic() < latest and self.process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                if children_of(self.process.pid):
                    return
            time.sleep(0.1)
        raise place.Broken(f"The web server on {self.database} did not start:\n{self.log()[-3000:]}")


def end(process: subprocess.Popen) -> None:
    """Ask a program of ours to stop; after a while end it, and what it started."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def cpu_of(pid: int) -> float:
    """Seconds of CPU of a process, all threads: what /proc/<pid>/stat has as utime and stime, to the nanosecond."""
    return time.clock_gettime((~pid << 3) | 2)


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
