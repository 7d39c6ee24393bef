"""Databases with all tables for a site: migrating takes half a minute, so it is done once, and each site gets a copy."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg2

ROOT = Path(__file__).resolve().parents[2]


def site_environment() -> dict[str, str]:
    """Ours without what would make it a test, or lead it to another database."""
    others = ("DATABASE", "REDIS", "DJANGO", "PYTEST")
    return {**{name: value for name, value in os.environ.items() if not name.startswith(others)}, "DEMO": "1"}


def template(server: str) -> str:
    """The name of a database on this server that has every table and no row of ours; made when it is not there yet.

    Its name holds a fingerprint of the migrations. Whoever comes second waits, also when it is another run of the tests.
    """
    name = f"tables_{_fingerprint()}"
    with _connected(server) as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}_half"')
            cursor.execute(f'CREATE DATABASE "{name}_half"')
            _migrate({"DATABASE_URL": f"{server.rpartition('/')[0]}/{name}_half"})
            cursor.execute(f'ALTER DATABASE "{name}_half" RENAME TO "{name}"')
    return name


def fresh_database(server: str, name: str) -> str:
    """A database of this name with all tables and nothing in them; its address."""
    copied = template(server)
    with _connected(server) as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{copied}"')
    return f"{server.rpartition('/')[0]}/{name}"


def drop_database(address: str) -> None:
    server, _slash, name = address.rpartition("/")
    with _connected(f"{server}/postgres") as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def fresh_file(shared: Path, state: Path) -> None:
    """The embedded default's database with all tables in the folder `state`, copied from the one in `shared`."""
    shared.mkdir(exist_ok=True)
    made = shared / "demo.sqlite3"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "whole").exists():
            made.unlink(missing_ok=True)
            _migrate({"STATE_DIR": str(shared)})
            (shared / "whole").touch()
    shutil.copyfile(made, state / made.name)


def _migrate(where: dict[str, str]) -> None:
    for command in ("migrate", "-v0"), ("createcachetable",):
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=site_environment() | where,
            capture_output=True,
            text=True,
            timeout=300,
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)}:\n{done.stdout}\n{done.stderr}")


def _fingerprint() -> str:
    """Of our migrations, and of the packages that bring their own."""
    made = hashlib.sha256()
    for path in sorted([*ROOT.glob("*/migrations/*.py"), *ROOT.glob("pins/*.txt")]):
        made.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:16]


@contextlib.contextmanager
def _connected(server: str) -> Iterator:
    """A cursor on this server, each statement by itself; a lock that it took ends with it."""
    connection = psycopg2.connect(server)
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()
