"""Counting, in a run of its own; and measuring, the floor just before and just after, again and again in small turns."""

import statistics
import time
from dataclasses import dataclass, field

from bench import place
from bench.asking import Asker, NotThere, asker, floor_asker
from bench.pages import Page
from bench.servers import Server, cpu_of

SMALL, LARGE = place.SIZES
ROUNDS, IN_A_ROUND = 12, 5
# A page slower than this is asked less often in a round.
_SLOW = 0.06


@dataclass
class Count:
    """What one request sent to the database, and how large its answer was."""

    queries: int
    repeated: int
    statement: str
    size: int


@dataclass
class Figures:
    """One page as it was measured; without `problem` all of it is there.

    `cpu_ratio` and `wall_ratio` are of the page as people get it: a public one may be kept for the next visitor. All the
    rest is of the page drawn anew.
    """

    page: Page
    url: str = ""
    problem: str = ""
    small: Count | None = None
    large: Count | None = None
    cpu_ratio: float = 0.0
    quartiles: tuple[float, float] = (0.0, 0.0)
    wall_ratio: float = 0.0
    growth: float = 0.0
    drawn_ratio: float = 0.0
    cpu_ms: float = 0.0
    small_ms: float = 0.0
    floor_ms: float = 0.0
    database_ms: float | None = None
    rounds: list[dict] = field(default_factory=list)


def count(figures: list[Figures], servers: dict[int, Server]) -> None:
    """The statements of each page, by a middleware that is there in this run only; the second time, when all is warm."""
    for one in figures:
        try:
            one.small, one.large = (_counted(asker(servers[size], one.page, size, drawn=True)) for size in (SMALL, LARGE))
        except NotThere as problem:
            one.problem = str(problem)


def _counted(ask: Asker) -> Count:
    ask()
    headers, body = ask()
    return Count(
        queries=int(headers["X-Bench-Queries"]),
        repeated=int(headers["X-Bench-Repeated"]),
        statement=headers["X-Bench-Statement"],
        size=len(body),
    )


def measure(one: Figures, floor: Server, servers: dict[int, Server]) -> None:
    """Fill in the figures of one page: turns of floor, page with 100, page with 2,000, floor; medians over the turns."""
    try:
        asks = {size: asker(servers[size], one.page, size, drawn=True) for size in place.SIZES}
        as_served = asker(servers[LARGE], one.page, LARGE)
        one.url = asks[LARGE].urls[0]
        times = max(_warm(asks[size], servers[size]) for size in place.SIZES)
    except NotThere as problem:
        one.problem = one.problem or str(problem)
        return
    ask_floor = floor_asker(floor, one.page.line.floor)
    for _time in range(3):
        ask_floor()
    number = IN_A_ROUND if times < _SLOW else 2
    before = _backends(LARGE)
    asked = 0
    after = _turn(floor, ask_floor, IN_A_ROUND)
    for _round in range(ROUNDS):
        first = after
        small = _turn(servers[SMALL], asks[SMALL], number)
        large = _turn(servers[LARGE], asks[LARGE], number)
        served = _turn(servers[LARGE], as_served, number) if one.page.may_be_kept else large
        after = _turn(floor, ask_floor, IN_A_ROUND)
        asked += number
        one.rounds.append({"floor": _mean(first, after), "small": small, "large": large, "served": served})
    one.database_ms = _spent(before, _backends(LARGE), asked)
    _judge(one)


def _judge(one: Figures) -> None:
    cpu = [row["served"][0] / row["floor"][0] for row in one.rounds]
    one.cpu_ratio = statistics.median(cpu)
    low, _middle, high = statistics.quantiles(cpu, n=4)
    one.quartiles = (low, high)
    one.drawn_ratio = statistics.median(row["large"][0] / row["floor"][0] for row in one.rounds)
    one.wall_ratio = statistics.median(row["served"][1] / row["floor"][1] for row in one.rounds)
    one.growth = statistics.median(row["large"][0] / row["small"][0] for row in one.rounds)
    one.cpu_ms = 1000 * statistics.median(row["large"][0] for row in one.rounds)
    one.small_ms = 1000 * statistics.median(row["small"][0] for row in one.rounds)
    one.floor_ms = 1000 * statistics.median(row["floor"][0] for row in one.rounds)


def _warm(ask: Asker, server: Server) -> float:
    """Ask a few times, until templates and connections are there; the CPU of the last one."""
    for _time in range(4):
        began = server.cpu()
        ask()
    return server.cpu() - began


def _turn(server: Server, ask, number: int) -> tuple[float, float]:
    """(CPU of the server, time on the clock) per request, in seconds."""
    began, cpu = time.perf_counter(), server.cpu()
    for _time in range(number):
        ask()
    return (server.cpu() - cpu) / number, (time.perf_counter() - began) / number


def _mean(first: tuple, second: tuple) -> tuple:
    return tuple((a + b) / 2 for a, b in zip(first, second, strict=True))


def _backends(size: int) -> dict[int, float]:
    """The CPU so far of each process of the database that works for this server; nothing when it is on another computer."""
    rows = place.ask("SELECT pid FROM pg_stat_activity WHERE datname = %s", place.database_of(size))
    try:
        return {pid: cpu_of(pid) for (pid,) in rows}
    except OSError:
        return {}


def _spent(before: dict[int, float], after: dict[int, float], asked: int) -> float | None:
    """Milliseconds of the database per request; None when its processes came and went meanwhile."""
    if not before or set(before) != set(after):
        return None
    return 1000 * sum(after[pid] - before[pid] for pid in after) / asked
