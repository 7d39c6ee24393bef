"""2,000 notifications by a real worker, against the floor: Celery with Redis and one connection to the mail server a letter."""

import contextlib
import os
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from celery import Celery

from bench import place
from bench.servers import children_of, cpu_of, end, free_port

LETTERS = 2000
_OURS = place.database_of(2000)
_EVENT = "tenders.answers_published"
_PATIENCE = 180
# Of a tender with so many followers. What the floor sends is the first of these letters.
_A_LETTER = "SELECT subject, text, html FROM notifications_mail WHERE once LIKE %s ORDER BY id LIMIT 1"


@dataclass
class Spent:
    """Seconds for each letter."""

    cpu: float
    wall: float


class Post:
    """A mail server, and who got a letter since `forget`."""

    def __init__(self):
        self.port, self._file = free_port(), place.STATE / "letters.txt"
        self._file.write_text("")
        program = ("-m", "bench.post_office", str(self.port), self._file)
        self._process = place.in_background(*program, database=place.FLOOR, log="post")

    def got(self) -> list[str]:
        return self._file.read_text().split()

    def wait(self, number: int) -> None:
        """Until so many letters came in. Raises Broken when they do not come, or come twice."""
        latest = time.monotonic() + _PATIENCE
        while len(got := self.got()) < number:
            if time.monotonic() > latest:
                raise place.Broken(f"{len(got)} of {number} letters came in; see {place.STATE}/worker-*.log")
            time.sleep(0.05)
        if twice := [name for name, times in Counter(got).items() if times > 1]:
            raise place.Broken(f"{len(twice)} letters came twice, for example to {twice[0]}")

    def forget(self) -> None:
        self._file.write_text("")

    def stop(self) -> None:
        end(self._process)


def measure(followed: int) -> dict:
    """Ratios per letter, the floor half before and half after; `followed` is the tender with 2,000 followers."""
    post = Post()
    try:
        letter = _make_letter(followed)
        before = _floor(post, letter)
        ours = _ours(post, followed)
        after = _floor(post, letter)
    finally:
        post.stop()
    floor = Spent((before.cpu + after.cpu) / 2, (before.wall + after.wall) / 2)
    return {
        "cpu_ratio": ours.cpu / floor.cpu,
        "wall_ratio": ours.wall / floor.wall,
        "cpu_ms": 1000 * ours.cpu,
        "floor_ms": 1000 * floor.cpu,
        "letters": LETTERS,
    }


def _ours(post: Post, followed: int) -> Spent:
    """An event, `notifications.tell`, and what beat does every twenty seconds: send what waits."""
    event = _event_of(followed)
    place.ask("DELETE FROM notifications_mail", database=_OURS)
    place.ask("DELETE FROM notifications_notice", database=_OURS)
    with _worker("config", _OURS, post) as worker:
        began, cpu = time.perf_counter(), _cpu(worker)
        with _queue() as queue:
            queue.send_task("notifications.tell", args=[event])
        while not place.ask("SELECT count(*) FROM notifications_mail HAVING count(*) >= %s", LETTERS, database=_OURS):
            if time.perf_counter() - began > _PATIENCE:
                raise place.Broken(f"notifications.tell made no mails; see {place.STATE}/worker-config.log")
            time.sleep(0.1)
        with _queue() as queue:
            queue.send_task("notifications.send_waiting_mails")
        post.wait(LETTERS)
        return _spent(worker, cpu, began, LETTERS)


def _floor(post: Post, letter: Path) -> Spent:
    number = LETTERS // 2
    with _worker("bench.floor.mail", place.FLOOR, post) as worker:
        began, cpu = time.perf_counter(), _cpu(worker)
        place.python("-m", "bench.floor.mail", "0", str(number), letter, database=place.FLOOR)
        post.wait(number)
        return _spent(worker, cpu, began, number)


def _spent(worker, cpu: float, began: float, number: int) -> Spent:
    wall = time.perf_counter() - began
    time.sleep(0.5)  # what the worker still has to tidy up counts too
    return Spent((_cpu(worker) - cpu) / number, wall / number)


@contextlib.contextmanager
def _worker(app: str, database: str, post: Post):
    """A worker as in production, on an empty queue, until the end of the block."""
    place.forget_queue()
    post.forget()
    mail = {"EMAIL_URL": f"smtp://127.0.0.1:{post.port}", "FLOOR_MAIL_PORT": str(post.port)}
    command = ["-m", "celery", "--app", app, "--quiet", "worker", "--concurrency", "2", "--loglevel", "WARNING"]
    worker = place.in_background(*command, database=database, log=f"worker-{app}", **mail)
    try:
        _wait_until_it_answers(worker, app)
        yield worker
    finally:
        end(worker)


def _cpu(worker) -> float:
    return cpu_of(worker.pid) + sum(cpu_of(pid) for pid in children_of(worker.pid))


def _queue() -> Celery:
    """The queue, from outside: for sending a task and for asking who works."""
    return Celery("bench", broker=os.environ["REDIS_URL"])


def _wait_until_it_answers(worker, app: str) -> None:
    latest = time.monotonic() + _PATIENCE
    with _queue() as queue:
        while not queue.control.ping(timeout=1):
            if worker.poll() is not None or time.monotonic() > latest:
                raise place.Broken(f"The worker of {app} did not start; see {place.STATE}/worker-{app}.log")
    time.sleep(3)  # its children are importing


def _event_of(followed: int) -> int:
    rows = place.ask("SELECT id FROM events_event WHERE name = %s AND tender_id = %s", _EVENT, followed, database=_OURS)
    return rows[0][0]


def _make_letter(followed: int) -> Path:
    """The first letter of our own, in a file, for the floor to send the same."""
    code = f"import django; django.setup(); from notifications.tasks import tell_people; tell_people({_event_of(followed)})"
    place.python("-c", code, database=_OURS)
    found = place.ask(_A_LETTER, f"{_event_of(followed)}:%", database=_OURS)
    file = place.STATE / "letter.txt"
    file.write_text("\x00".join(found[0]))
    return file
