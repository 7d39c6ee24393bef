"""A whole site for a journey: web, worker and beat as processes of their own, on the services or on the embedded default."""

import contextlib
import fcntl
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import redis

from tests.journeys.databases import ROOT, drop_database, fresh_file, site_environment

_AN_HOUR = 3600  # no site lives longer
# A line that says so, and the lines below it that tell where.
_ERROR = re.compile(r"^(?:ERROR|CRITICAL|.*\[ERROR\]).*(?:\n(?:Traceback|  |\S+Error|\S+Exception).*)*", re.MULTILINE)


class Site:
    """A running site in demo mode with people and no story. `address` is where it is; `stop_worker` is a fault.

    `static` is a folder of static files that were collected before. Without `database`, the address of one with all tables, it
    has the embedded default's.
    """

    def __init__(self, state: Path, *, static: Path, database: str = "", redis: str = ""):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.state = state
        (state / "static").symlink_to(static)
        self.environment = {
            **site_environment(),
            "STATE_DIR": str(state),
            "SITE_ADDRESS": self.address,
            "LOG_LEVEL": "WARNING",
        }
        if database:
            self.environment["DATABASE_URL"] = database
        else:
            fresh_file(static.parent / "tables", state)
        if redis:
            self.environment["REDIS_URL"] = redis
        self._processes: dict[str, subprocess.Popen] = {}

    def start(self, *, people: bool = True, workers: int = 1) -> "Site":
        if people:
            self.manage("load_demo", "--people")
        web = ("--workers", str(workers), "--threads", "4", "--timeout", "60", "--no-control-socket")
        self._run("web", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{self.port}", "--worker-class", "gthread", *web)
        self.start_worker()
        self._run("beat", "celery", "-A", "config", "beat", "--loglevel", "WARNING")
        _wait_for(self.address + "/healthz")
        return self

    def start_worker(self) -> None:
        alone = ("--without-gossip", "--without-mingle", "--without-heartbeat")  # as in compose.yaml
        self._run("worker", "celery", "-A", "config", "worker", *alone, "--concurrency", "1", "--loglevel", "WARNING")

    def stop_worker(self) -> None:
        self._end("worker")

    def kill_worker(self) -> None:
        """As when the computer takes its memory away: no goodbye, for it nor for its children."""
        os.killpg(self._processes.pop("worker").pid, signal.SIGKILL)

    def kill_workers_child(self) -> None:
        """What does the work dies; the worker itself lives, and starts another."""
        children = Path(f"/proc/{self._processes['worker'].pid}/task/{self._processes['worker'].pid}/children")
        for child in children.read_text().split():
            os.kill(int(child), signal.SIGKILL)

    def processes(self, name: str) -> list[int]:
        """The number of the process of this name, and of those it started."""
        pid = self._processes[name].pid
        return [pid, *(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]

    def cpu(self, name: str) -> float:
        """Seconds of CPU that the process of this name and those it started have used so far."""
        return sum(time.clock_gettime((~pid << 3) | 2) for pid in self.processes(name))  # a process's own clock, see its manual

    def manage(self, *command: str) -> str:
        return self._do("manage.py", *command)

    def run(self, module: str, *words: str) -> str:
        """What a module of ours prints, run with the settings of this site."""
        return self._do("-m", module, *words, DJANGO_SETTINGS_MODULE="config.settings")

    def _do(self, *command: str, **more: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.environment | more, capture_output=True, text=True, timeout=300
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def stop(self) -> None:
        """End all of it, and give back its database and its queue."""
        for name in list(self._processes):
            self._end(name)
        if address := self.environment.get("DATABASE_URL"):
            drop_database(address)
        if address := self.environment.get("REDIS_URL"):
            _forget_queue(address)

    def log(self, name: str) -> str:
        return (self.state / f"{name}.log").read_text()

    def complaints(self) -> list[str]:
        """What web, worker and beat could not do, by their logs; a refusal is no error."""
        return [f"{name}: {said}" for name in self._processes for said in _ERROR.findall(self.log(name))]

    def _run(self, name: str, module: str, *arguments: str) -> None:
        out = (self.state / f"{name}.log").open("a")
        self._processes[name] = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )

    def _end(self, name: str) -> None:
        process = self._processes.pop(name, None)
        if process is None or process.poll() is not None:
            return
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(5)


def collect_static(folder: Path) -> Path:
    """The static files with their names of production, in this folder; whoever comes second waits and finds them there."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "static" / "staticfiles.json").exists():
            command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
            subprocess.run(command, cwd=ROOT, env={**site_environment(), "STATE_DIR": str(folder)}, check=True, timeout=300)
    return folder / "static"


def fresh_queue(server: str) -> str:
    """An empty database of the private Redis that no other site uses: two workers on one queue take each other's work."""
    base, _slash, _old = server.rpartition("/")
    for number in range(1, 16):  # Redis has sixteen; the first is for the tests themselves
        with redis.Redis.from_url(f"{base}/{number}") as found:
            if found.set("taken", os.getpid(), nx=True):
                found.flushdb()
                found.set("taken", os.getpid(), ex=_AN_HOUR)
                return f"{base}/{number}"
    raise RuntimeError(f"every database of {server} is taken by a site")


def lose_queue(address: str) -> int:
    """A Redis that forgets all that it was given; how many keys these were."""
    with redis.Redis.from_url(address) as found:
        lost = [key for key in found.scan_iter() if key != b"taken"]
        return found.delete(*lost) if lost else 0


def _forget_queue(address: str) -> None:
    with contextlib.suppress(redis.RedisError), redis.Redis.from_url(address, socket_timeout=5) as found:
        found.flushdb()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _wait_for(address: str, seconds: int = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise TimeoutError(f"{address} did not answer within {seconds} s")
