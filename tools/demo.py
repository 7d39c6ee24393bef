"""The demo's state: its database, files and queue. `python3 tools/demo.py` (make demo) throws them away and begins anew."""

import contextlib
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import prepare
from places import PYTHON, ROOT, STATE, clean_environment, digest
from stamps import fresh, put
from terminal import attempt, command, give_up, no_options, quietly, say

DATABASE = STATE / "demo.sqlite3"
# Stands while the demo is being loaded: a load that was cut short is begun anew.
_LOADING = STATE / "demo.loading"
_LOCK = STATE / "run.lock"
# The packages hold the same styles and fonts for other tools and older browsers; compressing them takes a quarter of a minute.
_NOT_FOR_BROWSERS = ("*.json", "*.[cm]js", "*.ts", "*.scss", "*.less", "*.woff", "prince-xml.css")


@contextlib.contextmanager
def alone(address: str) -> Iterator[None]:
    """Nobody else runs or resets this demo meanwhile; the lock ends with the process, however it ends."""
    STATE.mkdir(parents=True, exist_ok=True)
    with _LOCK.open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            give_up(f"The demo of this folder is in use ({lock.read().strip()}). Stop it there with Ctrl+C first.")
        lock.truncate(0)
        lock.write(f"{address}, process {os.getpid()}")
        lock.flush()
        yield


def environment(port: int = 8000) -> dict[str, str]:
    """Django in demo mode on this state, and on nothing else."""
    return clean_environment(DEMO="1", SITE_ADDRESS=f"http://127.0.0.1:{port}", PORT=str(port), STATE_DIR=str(STATE))


def make_ready() -> None:
    """The database has its tables and the demo, the cache its table, the browser its style sheets."""
    if _LOADING.exists():
        say("An earlier start was cut short while it loaded the demo; beginning anew")
        remove()
    new = is_new()
    _migrate(new)
    if new:
        _load()
    _collect_static()


def remove() -> None:
    """The demo as it was before the first start; what was prepared for it stays."""
    for file in STATE.glob("demo.sqlite3*"):
        file.unlink()
    for folder in ("files", "broker", "broker-control"):
        shutil.rmtree(STATE / folder, ignore_errors=True)
    for file in STATE.glob("beat-schedule*"):
        file.unlink()
    _LOADING.unlink(missing_ok=True)


def accounts() -> str:
    """Who you can be in the demo, as `manage.py load_demo --accounts` prints it; remembered while nobody is added."""
    key = digest(*sorted((ROOT / "portal" / "demo").glob("*.py")), ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.mo")
    kept = STATE / "accounts.txt"
    if not (fresh("accounts", f"{STATE} {key}") and kept.exists()):
        printed = attempt([PYTHON, "manage.py", "load_demo", "--accounts"], env=environment())
        if printed.returncode:
            return ""
        kept.write_text(printed.stdout)
        put("accounts", f"{STATE} {key}")
    return kept.read_text()


def is_new() -> bool:
    """Whether nobody is in the database yet; other commands may have made an empty one."""
    if not DATABASE.exists():
        return True
    with contextlib.closing(sqlite3.connect(DATABASE)) as database:
        try:
            return database.execute("SELECT 1 FROM accounts_user LIMIT 1").fetchone() is None
        except sqlite3.OperationalError:
            return True


def _migrate(new: bool) -> None:
    """All tables of this version. Asking Django takes seconds, so the answer is remembered for this very file."""
    migrations = sorted(ROOT.glob("*/migrations/*.py"))
    key = digest(*(path.parts[-3] + path.name for path in migrations), *migrations, ROOT / "pins" / "run.txt")
    if not new and fresh("database", f"{DATABASE} {DATABASE.stat().st_ino} {key}"):
        return
    say("Making the database" if new else "Bringing the database up to date")
    again = "If this demo comes from an older version, make demo begins anew."
    _manage("migrate", "--verbosity=0", otherwise=f"The database could not be brought up to date. {again}")
    _manage("createcachetable", otherwise="The table of the cache could not be made.")
    put("database", f"{DATABASE} {DATABASE.stat().st_ino} {key}")


def _load() -> None:
    say("Loading the demo")
    _LOADING.touch()
    # Its own lines are shown, so that nobody thinks it hangs.
    done = attempt([PYTHON, "manage.py", "load_demo"], env=environment(), stdout=None)
    if done.returncode:
        give_up("The demo could not be loaded; the next start begins anew.")
    _LOADING.unlink()


def _collect_static() -> None:
    """Style sheets, fonts and scripts under names that hold their content, compressed."""
    ours = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    key = digest(
        *sorted(str(path.relative_to(ROOT)) for path in ours),
        *sorted(ours),
        ROOT / "package-lock.json",
        ROOT / "pins" / "run.txt",
        ROOT / "config" / "settings.py",
    )
    if fresh("static", f"{STATE} {key}") and (STATE / "static" / "staticfiles.json").exists():
        return
    say("Collecting style sheets and fonts")
    ignored = [f"--ignore={pattern}" for pattern in _NOT_FOR_BROWSERS]
    options = ["--no-input", "--clear", "--verbosity=0", *ignored]
    _manage("collectstatic", *options, otherwise="Style sheets and fonts could not be collected.")
    put("static", f"{STATE} {key}")


def _manage(*command: str, otherwise: str) -> None:
    quietly([PYTHON, Path("manage.py"), *command], otherwise=otherwise, env=environment())


def main() -> None:
    """A demo as on the first day."""
    no_options(__doc__)
    with alone("make demo"):
        prepare.prepare("run")
        say("Removing the demo that was there")
        remove()
        make_ready()
        say("The demo is new. Start it with: make run")


if __name__ == "__main__":
    command(main)
