"""What a person at the terminal sees: one line for each thing that is done, and the reason when it stops."""

import argparse
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from places import ROOT

_STARTED = time.monotonic()


def say(text: str) -> None:
    """One line, with the seconds since the command began."""
    print(f"[{time.monotonic() - _STARTED:4.0f} s] {text}", flush=True)


def give_up(text: str) -> NoReturn:
    """End with a sentence that says what to do."""
    sys.exit(f"\n{text}")


def no_options(doc: str | None) -> None:
    """Say what the command does to who asks, and refuse what it does not know, before anything is done."""
    argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()


def command(main: Callable[[], int | None]) -> NoReturn:
    """End with the exit code of `main`; Ctrl+C ends with a word instead of a page of Python.

    A closed window, or a kill, is treated like Ctrl+C, so that what was started is stopped.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        sys.exit(130)


def quietly(command: list[str | Path], *, otherwise: str, **options) -> None:
    """Run a command; only when it fails, show what it printed and `otherwise`, and end."""
    done = attempt(command, **options)
    if done.returncode:
        print(done.stdout, end="", flush=True)
        give_up(otherwise)


def attempt(command: list[str | Path], **options) -> subprocess.CompletedProcess:
    """The finished command, both its outputs in `stdout`."""
    # A session of its own: Ctrl+C then ends it by our hand, without a page of Python from each program that was at work.
    options = {"cwd": ROOT, "stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "start_new_session": True, **options}
    return subprocess.run(
        [str(word) for word in command], stderr=subprocess.STDOUT, text=True, errors="replace", check=False, **options
    )
