"""One run, from empty databases to the table."""

import json
import platform
import subprocess
import sys
import time

from bench import lines, mail, measuring, place, report
from bench.measuring import Figures
from bench.pages import PAGES
from bench.servers import Server

_STARTED = time.monotonic()


def run(words: list[str]) -> None:
    """Measure the pages with one of `words` in their names, or all and the PDF and the letters too."""
    chosen = [page for page in PAGES if not words or any(word in page.name for word in words)]
    figures = [Figures(page) for page in chosen]
    try:
        _prepare()
        _count(figures)
        _measure(figures)
        rows = [report.row_of(one) for one in figures]
        if not words:
            rows += [_pdf(), _mail()]
    finally:
        place.forget_queue()
        place.drop_databases()
    report.write(rows, _about())
    report.show(rows)


def _prepare() -> None:
    _say("Making databases of the bench's own")
    place.make_databases()
    _say(f"Loading {' and '.join(f'{size:,}' for size in place.SIZES)} objects of each kind")
    place.load_databases()
    place.collect_static()


def _count(figures: list[Figures]) -> None:
    _say("Counting statements")
    servers = {size: Server(place.database_of(size), BENCH_COUNT="1") for size in place.SIZES}
    try:
        measuring.count(figures, servers)
    finally:
        for server in servers.values():
            server.stop()


def _measure(figures: list[Figures]) -> None:
    floor = Server(place.FLOOR)
    servers = {size: Server(place.database_of(size)) for size in place.SIZES}
    try:
        for one in figures:
            _say(f"Measuring: {one.page.name}")
            measuring.measure(one, floor, servers)
    finally:
        for server in (floor, *servers.values()):
            server.stop()


def _facts() -> dict:
    return json.loads(place.facts_of(place.SIZES[-1]).read_text())["facts"]


def _pdf() -> dict:
    _say("Measuring: the request as PDF")
    command = [sys.executable, "-m", "bench.pdf", str(_facts()["frozen"])]
    environment = place.environment(place.database_of(place.SIZES[-1]))
    done = subprocess.run(command, cwd=place.ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False)
    found = json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else {"problem": done.stderr[-400:].strip()}
    return report.work_row("the request as PDF", "calls.render_call", lines.PDF, found)


def _mail() -> dict:
    _say("Measuring: 2,000 letters")
    try:
        found = mail.measure(_facts()["followed"])
    except place.Broken as problem:
        found = {"problem": str(problem)}
    return report.work_row("2,000 letters", "notifications.tell", lines.MAIL, found)


def _about() -> dict:
    version = place.ask("SHOW server_version")[0][0]
    return {"postgresql": version, "python": platform.python_version(), "seconds": round(time.monotonic() - _STARTED)}


def _say(text: str) -> None:
    print(f"[{time.monotonic() - _STARTED:4.0f} s] {text}", flush=True)
