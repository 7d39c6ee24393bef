"""The runs of pytest: each test is in exactly one of them, and their counts are added up."""

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


# Unit tests share nothing. What has a browser or real services stays together by file, for the sake of its fixtures.
UNIT = Run("unit", f"not ({_SERVED}) and not proof", ("-n", "auto"))
SERVED = Run("services and browser", f"({_SERVED}) and not proof", ("-n", "2", "--dist", "loadfile"))
PROOF = Run("proof", "proof", ("-n", "2", "--dist", "loadfile"))


@dataclass
class Result:
    """What one run, or one check, came to."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    slowest: list[tuple[float, str]] = field(default_factory=list)


def run_tests(run: Run, services: dict[str, str] | None = None, extra: tuple[str, ...] = ()) -> Result:
    """Run it, shown as it goes. With `services`, settings and tests get the real database and queue."""
    report = _REPORTS / f"{run.name.replace(' ', '-')}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    began = time.monotonic()
    command = [PYTHON, "-m", "pytest", "-q", "-m", run.marks, *run.options, f"--junit-xml={report}", *extra]
    code = subprocess.run(
        [str(word) for word in command], cwd=ROOT, env=_environment(services or {}), stdin=subprocess.DEVNULL, check=False
    ).returncode
    result = _read(run.name, report)
    result.seconds = time.monotonic() - began
    if code not in (0, NO_TEST_FOUND) and not result.failed:
        result.failed = 1  # pytest itself broke off
    return result


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
