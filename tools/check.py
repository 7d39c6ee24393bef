"""The quick tests: `python3 tools/check.py` (make check). Lint, floors, translations, settings, unit tests on SQLite."""

import base64
import os
import shlex
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import prepare
from places import PYTHON, VAR, clean_environment
from suite import UNIT, Result, finish, run_tests
from terminal import attempt, command, no_options, say

# The checks must not make a database where the demo has its own.
ASIDE = VAR / "check"
_LINES = 80  # of what a check says; who wants all of it starts it alone


@dataclass
class Part:
    """One thing that is looked at before any test runs."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


def parts() -> list[Part]:
    """What make check looks at, the slowest first."""
    manage = [str(PYTHON), "manage.py"]
    floors = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return [
        Part("templates (djlint)", [str(PYTHON), "-m", "djlint", "templates", "--lint", "--quiet"]),
        Part("production settings (check --deploy)", [*manage, "check", "--deploy", "--fail-level=WARNING"], production()),
        Part("migrations complete (makemigrations --check)", [*manage, "makemigrations", "--check", "--dry-run"]),
        Part("system checks (manage.py check)", [*manage, "check", "--fail-level=WARNING"]),
        Part("floors (import-linter)", [str(PYTHON), "-c", floors]),
        Part("translations complete", [str(PYTHON), "tools/messages.py", "check"]),
        Part("lint (ruff)", [str(PYTHON), "-m", "ruff", "check", "--output-format=concise", "."]),
    ]


def production() -> dict[str, str]:
    """Settings as a municipality would have them. Nothing listens there, and a check connects to nothing."""
    return {
        "DEMO": "0",
        "SECRET_KEY": base64.b64encode(os.urandom(48)).decode(),
        "VAULT_KEYS": f"check:{base64.b64encode(os.urandom(32)).decode()}",
        "ALLOWED_HOSTS": "meerwaarde.example",
        "SITE_ADDRESS": "https://meerwaarde.example",
        "DATABASE_URL": "postgres://meerwaarde@127.0.0.1:1/meerwaarde",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "EMAIL_URL": "smtp://127.0.0.1:1",
    }


def run_parts() -> list[Result]:
    """One result for each part, two at a time; a part that fails shows what it said."""
    ASIDE.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(_run_part, parts()))


def _run_part(part: Part) -> Result:
    began = time.monotonic()
    done = attempt(part.command, env={**clean_environment(STATE_DIR=str(ASIDE)), **part.environment})
    seconds = time.monotonic() - began
    if done.returncode:
        lines = done.stdout.rstrip().splitlines()
        if len(lines) > _LINES:
            lines[_LINES:] = [f"… and {len(lines) - _LINES} lines more: {shlex.join(part.command)}"]
        say("\n".join([f"WRONG: {part.name}", *lines, ""]))
        return Result(part.name, failed=1, seconds=seconds)
    say(f"good: {part.name}")
    return Result(part.name, seconds=seconds)


def main() -> int:
    """Exit code; the last line is the count of tests."""
    no_options(__doc__)
    prepare.prepare("check")
    say("Looking at lint, floors, translations, migrations and settings")
    results = run_parts()
    say("Running the unit tests on SQLite")
    return finish([*results, run_tests(UNIT)])


if __name__ == "__main__":
    command(main)
