"""Where the bench works: the databases and folders of its own, and the environment of each program it starts."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg2
import redis

ROOT = Path(__file__).resolve().parent.parent
STATE = Path(os.environ.get("STATE_DIR") or ROOT / "var" / "bench")
RESULTS = ROOT / "bench" / "results.json"
FLOOR, EMPTY = "bench_floor", "bench_empty"
SIZES = (100, 2000)
# The conversation is measured with more: so many contributions where there are so many of everything else.
CONTRIBUTIONS = {100: 50, 2000: 5000}
PARTIES = {100: 20, 2000: 400}
# The styles and fonts that no browser asks for; fewer files, an earlier start.
_NOT_FOR_BROWSERS = ("*.json", "*.[cm]js", "*.ts", "*.scss", "*.less", "*.woff", "prince-xml.css")


class Broken(Exception):
    """The bench itself could not do its work: no figure, and an exit code that says so."""


def database_of(size: int) -> str:
    return f"bench_{size}"


def address(database: str) -> str:
    """The DATABASE_URL of one of our databases, on the server that the environment names."""
    return os.environ["DATABASE_URL"].rpartition("/")[0] + "/" + database


def environment(database: str, **more: str) -> dict[str, str]:
    """For a program of the platform, or of the floor, on this database."""
    settings = "bench.floor_settings" if database == FLOOR else "bench.settings"
    own = {"DATABASE_URL": address(database), "DJANGO_SETTINGS_MODULE": settings, "STATE_DIR": str(STATE)}
    quiet = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges", "PYTHONUNBUFFERED": "1"}
    return os.environ | own | quiet | {"FLOOR_FILES": str(STATE / "floor")} | more


def python(*words: str | Path, database: str, **more: str) -> None:
    """Run a program to its end; raises Broken with what it said when it fails."""
    command = [sys.executable, *(str(word) for word in words)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(database, **more), capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise Broken(f"{' '.join(command[1:])} failed:\n{(done.stdout + done.stderr)[-4000:]}")


def in_background(*words: str | Path, database: str, log: str, **more: str) -> subprocess.Popen:
    """Start a program; what it says goes to a file of that name in our folder."""
    with (STATE / f"{log}.log").open("w") as out:
        return subprocess.Popen(
            [sys.executable, *(str(word) for word in words)],
            cwd=ROOT,
            env=environment(database, **more),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )


def ask(sql: str, *values, database: str = "postgres") -> list[tuple]:
    """Rows of one statement, outside any transaction; [] for a statement without rows."""
    connection = psycopg2.connect(address(database))
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql, values or None)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def make_databases() -> None:
    """The floor's database with its tables and rows, and an empty one of the platform, of which copies are loaded."""
    drop_databases()
    STATE.mkdir(parents=True, exist_ok=True)
    for database in (FLOOR, EMPTY):
        ask(f"CREATE DATABASE {database}")
    python("-m", "django", "migrate", "--run-syncdb", "--verbosity=0", database=FLOOR)
    python("-m", "bench.floor.load", database=FLOOR)
    python("-m", "django", "migrate", "--run-syncdb", "--verbosity=0", database=EMPTY)
    for size in SIZES:
        ask(f"CREATE DATABASE {database_of(size)} TEMPLATE {EMPTY}")


def drop_databases() -> None:
    for database in (FLOOR, EMPTY, *(database_of(size) for size in SIZES)):
        ask(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


def load_databases() -> None:
    """So many objects of each kind in each, at the same time; a file per size says where the pages are."""
    STATE.mkdir(parents=True, exist_ok=True)
    loads = {
        size: in_background("-m", "bench.load", str(size), facts_of(size), database=database_of(size), log=f"load-{size}")
        for size in SIZES
    }
    for size, process in loads.items():
        if process.wait():
            raise Broken(f"Loading {size} of each failed:\n{(STATE / f'load-{size}.log').read_text()[-4000:]}")


def collect_static() -> None:
    ignored = [f"--ignore={pattern}" for pattern in _NOT_FOR_BROWSERS]
    python("-m", "django", "collectstatic", "--no-input", "--clear", "--verbosity=0", *ignored, database=EMPTY)


def facts_of(size: int) -> Path:
    return STATE / f"pages-{size}.json"


def forget_queue() -> None:
    """Nothing of what the pages set to work waits any more."""
    redis.from_url(os.environ["REDIS_URL"]).flushdb()
