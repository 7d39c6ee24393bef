"""All tests: `python3 tools/test.py` (make test), and with `proof` the long ones too (make proof).

Lint and unit tests first, then what needs PostgreSQL, Redis and a browser. Options behind `--` go to pytest:
`python3 tools/test.py -- -k vault`.
"""

import argparse
import contextlib
import fcntl
import os
from collections.abc import Iterator

import check
import prepare
import services
from places import VAR
from suite import PROOF, SERVED, UNIT, WHOLE, Result, finish, run_tests
from terminal import command, give_up, say


def main() -> int:
    """Exit code; the last line is the count of tests."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tier", nargs="?", choices=["test", "proof"], default="test")
    parser.add_argument("pytest", nargs="*", metavar="-- pytest's options")
    asked = parser.parse_args()
    with _alone():
        prepare.prepare("test")
        return finish(_run(asked.tier == "proof", tuple(asked.pytest)), table=True)


def _run(proof: bool, options: tuple[str, ...]) -> list[Result]:
    results = []
    try:
        say("Looking at lint, floors, translations, migrations and settings")
        results += check.run_parts()
        say("Running the unit tests on SQLite")
        results.append(run_tests(UNIT, extra=options))
        say("Walking every page and right as everybody")
        results.append(run_tests(WHOLE, extra=options))
        addresses = services.start(holder=os.getpid())
        say("Running the tests on PostgreSQL and Redis, and in the browser")
        results.append(run_tests(SERVED, addresses, options))
        if proof:
            say("Running the long tests")
            results.append(run_tests(PROOF, addresses, options))
    except KeyboardInterrupt:
        say("Broken off")
        results.append(Result("broken off", failed=1))
    finally:
        services.stop(holder=os.getpid())
    return results


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two test runs in one clone would empty each other's databases."""
    VAR.mkdir(exist_ok=True)
    with (VAR / "test.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            give_up("Tests are running in this folder already. Wait for them, or stop them.")
        yield


if __name__ == "__main__":
    command(main)
