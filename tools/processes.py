"""Several processes that live and end together, their lines under each other in one terminal."""

import contextlib
import ctypes
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

from places import ROOT


class Together:
    """Start commands, by name; `stop` ends every process that came from them.

    The signal to stop goes to the first process of each group only: a Celery worker whose children get it too cannot
    finish what it is doing, and gunicorn's neither.
    """

    def __init__(self, commands: dict[str, list[str | Path]], environment: dict[str, str]):
        self._processes = {name: _start(command, environment) for name, command in commands.items()}
        width = max(len(name) for name in commands)
        self._readers = [
            threading.Thread(target=_show, args=(process, name.ljust(width)), daemon=True)
            for name, process in self._processes.items()
        ]
        for reader in self._readers:
            reader.start()

    def ended(self) -> list[str]:
        """The names of those that ended by themselves."""
        return [name for name, process in self._processes.items() if process.poll() is not None]

    def stop(self, *, patience: float) -> None:
        """Ask all to stop, wait, and end what is left after `patience` seconds."""
        self._signal(signal.SIGTERM)
        latest = time.monotonic() + patience
        for process in self._processes.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, latest - time.monotonic()))
        for process in self._processes.values():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # children too, should their parent have left them
        for process in self._processes.values():
            process.wait()
        for reader in self._readers:
            reader.join(1)

    def _signal(self, number: int) -> None:
        for process in self._processes.values():
            if process.poll() is None:
                process.send_signal(number)


def _start(command: list[str | Path], environment: dict[str, str]) -> subprocess.Popen:
    return subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,  # Ctrl+C reaches us alone, and we pass it on once
        preexec_fn=_end_with_parent,
    )


def _end_with_parent() -> None:
    """In the new process: when its parent is killed without a chance to say so, Linux tells it to stop."""
    set_death_signal = 1
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)


def _show(process: subprocess.Popen, name: str) -> None:
    for line in process.stdout:
        if line.strip():
            print(f"{name} | {line.rstrip()}", flush=True)
