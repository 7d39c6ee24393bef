"""The runs of pytest: each test is in exactly one of them, and their counts are added up."""

import contextlib
import os
import signal
import subprocess
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

import node
import prepare
from places import PYTHON, ROOT, VAR, clean_environment
from terminal import say

_REPORTS = VAR / "reports"
_SERVED = "postgres or services or browser"
NO_TEST_FOUND = 5  # pytest's exit code


@dataclass(frozen=True)
class Run:
    """A part of the tests, by their marks; `options` are pytest's."""

    name: str
    marks: str
    options: tuple[str, ...]


# Unit tests share nothing, and get their tables from the models: migrating SQLite takes longer than a thousand of them.
# The runs on PostgreSQL migrate, and `makemigrations --check` says whether both are the same.
UNIT = Run("unit", f"not ({_SERVED}) and not proof and not whole", ("-n", "auto", "--no-migrations"))
WHOLE = Run("rights, pages, documents", f"whole and not ({_SERVED}) and not proof", UNIT.options)
# What has a browser or real services stays together by file, for the sake of its fixtures; long files first (tests/conftest.py).
_BY_FILE = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
SERVED = Run("services and browser", f"({_SERVED}) and not proof", _BY_FILE)
PROOF = Run("proof", "proof", _BY_FILE)


@dataclass
class Result:
    """What one run, or one check, came to."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    slowest: list[tuple[float, str]] = field(default_factory=list)
    measured: list[str] = field(default_factory=list)  # sentences, for who decides whether a target is met


def run_tests(run: Run, services: dict[str, str] | None = None, extra: tuple[str, ...] = ()) -> Result:
    """Run it, shown as it goes. With `services`, settings and tests get the real database and queue."""
    report = _REPORTS / f"{run.name.replace(', ', '-').replace(' ', '-')}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    began = time.monotonic()
    command = [PYTHON, "-m", "pytest", "-q", "-m", run.marks, *run.options, f"--junit-xml={report}", *extra]
    code = _pytest([str(word) for word in command], _environment(services or {}))
    result = _read(run.name, report)
    result.seconds = time.monotonic() - began
    if code not in (0, NO_TEST_FOUND) and not result.failed:
        result.failed = 1  # pytest itself broke off
    return result


def _pytest(command: list[str], environment: dict[str, str]) -> int:
    """The exit code. When we are stopped it is asked to clean up, for it may have browsers and servers of its own."""
    pytest = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        return pytest.wait()
    except KeyboardInterrupt:
        pytest.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            pytest.wait(30)
        raise
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pytest.pid, signal.SIGKILL)


def _environment(services: dict[str, str]) -> dict[str, str]:
    """No database of others, ever. The state of a test run is not the demo's."""
    (VAR / "test" / "static").mkdir(parents=True, exist_ok=True)
    named = {name.removeprefix("TEST_"): address for name, address in services.items()}
    environment = clean_environment(STATE_DIR=str(VAR / "test"), CHROMIUM=prepare.browser(), **services, **named)
    if not services:
        for name in ("TEST_DATABASE_URL", "TEST_REDIS_URL"):
            environment.pop(name, None)
    environment["PATH"] = node.path(environment["PATH"])
    return environment


def _read(name: str, report) -> Result:
    result = Result(name)
    if not report.exists():
        return result
    for case in ElementTree.parse(report).getroot().iter("testcase"):  # noqa: S314 - written by pytest a moment ago
        outcomes = {child.tag for child in case}
        if outcomes & {"failure", "error"}:
            result.failed += 1
        elif "skipped" in outcomes:
            result.skipped += 1
        else:
            result.passed += 1
        result.slowest.append((float(case.get("time", 0)), f"{case.get('classname')}.{case.get('name')}"))
        result.measured += [one.get("value", "") for one in case.iter("property") if one.get("name") == "measured"]
    result.slowest = sorted(result.slowest, reverse=True)[:10]
    return result


def finish(results: list[Result], *, table: bool = False) -> int:
    """Print what was wrong and, as the last line, the sum; the exit code."""
    if table:
        _print_table(results)
    passed, failed, skipped = (sum(getattr(one, what) for one in results) for what in ("passed", "failed", "skipped"))
    print()
    for one in results:
        if one.failed:
            say(f"{one.failed} failed in: {one.name}")
    if not passed and not failed:
        say("No test ran.")
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 0 if passed and not failed else 1


def _print_table(results: list[Result]) -> None:
    print(f"\n{'':<46}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
    for one in results:
        print(f"{one.name:<46}{one.passed:>8}{one.failed:>8}{one.skipped:>9}{one.seconds:>9.0f}")
    slowest = sorted((case for one in results for case in one.slowest if case[0] >= 1), reverse=True)[:10]
    if slowest:
        print("\nThe slowest tests")
        for seconds, name in slowest:
            print(f"{seconds:>8.1f} s  {name}")
    if measured := [said for one in results for said in one.measured]:
        print("\nMeasured", *measured, sep="\n   ")
