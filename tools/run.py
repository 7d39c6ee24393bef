"""The demo on this computer: `python3 tools/run.py` (make run). PORT= chooses another port than 8000.

Web, worker and beat, with SQLite, a queue on disk and local files: no service, no account, no configuration.
"""

import os
import signal
import socket
import time
import urllib.error
import urllib.request

import demo
import prepare
from places import PYTHON
from processes import Together
from terminal import command, give_up, say

# Workers need not hear of each other; one that listens to others may never work again after the queue was away (celery #8030).
ALONE = ("--without-gossip", "--without-mingle", "--without-heartbeat")
_PATIENCE = 90  # seconds until the first page must be there
_FAREWELL = 15  # seconds for a request, or a letter that is being made


def main() -> int:
    """Exit code; 0 when somebody stopped it."""
    port = _port()
    address = f"http://127.0.0.1:{port}"
    with demo.alone(address):
        prepare.prepare("run")
        demo.make_ready()
        say("Starting web, worker and beat")
        return _serve(port, address)


def commands(port: int) -> dict[str, list]:
    """What runs, by name."""
    web = [PYTHON, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    web += ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--timeout", "60", "--no-control-socket"]
    celery = [PYTHON, "-m", "celery", "--app", "config", "--quiet"]
    return {
        "web": web,
        "worker": [*celery, "worker", *ALONE, "--concurrency", "2", "--loglevel", "WARNING"],
        "beat": [*celery, "beat", "--loglevel", "WARNING", "--pidfile="],
    }


def _port() -> int:
    """The port to serve on, free at this moment."""
    asked = os.environ.get("PORT") or "8000"
    if not (asked.isdecimal() and 0 < int(asked) < 65536):
        give_up(f"PORT={asked} is no port number. For example: make run PORT=8080")
    with socket.socket() as test:
        test.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that was just left is free
        try:
            test.bind(("127.0.0.1", int(asked)))
        except PermissionError:
            give_up(f"Port {asked} is for the administrator only. Choose one above 1023: make run PORT=8080")
        except OSError:
            give_up(f"Port {asked} is in use by another program. Choose another one: make run PORT={int(asked) + 1}")
    return int(asked)


def _serve(port: int, address: str) -> int:
    """Until somebody stops it, or a process ends by itself."""
    asked: list[int] = []
    # First, so that no signal finds us with processes and without a plan. A closed window sends SIGHUP.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: asked.append(number))
    # Celery warns root against itself at length; a demo on one's own computer may be root's.
    quiet = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges"}
    running = Together(commands(port), {**demo.environment(port), **quiet})
    latest = time.monotonic() + _PATIENCE
    ready = False
    while not asked and not running.ended():
        if not ready and _answers(address):
            ready = True
            _welcome(address)
        if not ready and time.monotonic() > latest:
            break
        time.sleep(0.2)
    ended = running.ended()
    say("Stopping")
    running.stop(patience=_FAREWELL)
    if not asked:
        what = f"{' and '.join(ended)} ended by itself" if ended else f"There was no page after {_PATIENCE} seconds"
        give_up(f"{what}; the lines above say why.")
    say("Stopped. Everything is kept for the next time; make demo begins anew.")
    return 0


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as page:  # noqa: S310 - our own address
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _welcome(address: str) -> None:
    say(f"Ready: {address}")
    print(f"\nBe anybody of these with one click: {address}/demo/\n", flush=True)
    print(f"{demo.accounts().rstrip()}\n\nStop with Ctrl+C.\n", flush=True)


if __name__ == "__main__":
    command(main)
