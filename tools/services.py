"""PostgreSQL and Redis for the tests: private ones, on free ports of this computer, thrown away afterwards.

    python3 tools/services.py start    start them and print their addresses
    python3 tools/services.py env      print the addresses of those that run: eval "$(python3 tools/services.py env)"
    python3 tools/services.py stop     stop what was started

A test run drops databases and flushes caches, so it works only on services of its own, or on those that
TEST_DATABASE_URL and TEST_REDIS_URL name; for these nothing is started or stopped.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from places import ROOT, digest
from terminal import attempt, give_up, quietly, say

# Below /tmp, because PostgreSQL refuses to run as root, and user postgres may not be able to enter the clone.
HOME = Path("/tmp") / f"meerwaarde-{os.getuid()}-{digest(str(ROOT))[:12]}"  # noqa: S108 - owner checked below
_STATE = HOME / "services.json"
_DATA = HOME / "postgres"
# Nothing here has to survive a crash.
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
"""


def missing_packages() -> list[str]:
    """The packages that hold the programs, unless they are there, or the environment names services to use instead."""
    missing = []
    if "TEST_DATABASE_URL" not in os.environ and not _postgres_programs():
        missing.append("postgresql")
    if "TEST_REDIS_URL" not in os.environ and not shutil.which("redis-server"):
        missing.append("redis-server")
    return missing


def start(*, holder: int = 0) -> dict[str, str]:
    """TEST_DATABASE_URL and TEST_REDIS_URL. `holder` is the process that will stop them, 0 a person."""
    state = _read_state()
    if state and state["holder"] and not _is_alive(state["holder"]):
        stop()  # left behind by a run that was killed
        state = {}
    state = state or {"holder": holder}
    _make_home()
    _STATE.write_text(json.dumps(state))
    try:
        if "TEST_DATABASE_URL" not in os.environ and not _answers(state.get("postgres")):
            say("Starting a private PostgreSQL")
            state["postgres"] = _start_postgres()
        if "TEST_REDIS_URL" not in os.environ and not _answers(state.get("redis")):
            say("Starting a private Redis")
            state["redis"], state["redis_pid"] = _start_redis()
    finally:
        _STATE.write_text(json.dumps(state))
    return addresses()


def addresses() -> dict[str, str]:
    """What the environment names, else what runs here; nothing for what is not there."""
    state = _read_state()
    found = {}
    if state.get("postgres"):
        found["TEST_DATABASE_URL"] = f"postgres://postgres@127.0.0.1:{state['postgres']}/postgres"
    if state.get("redis"):
        found["TEST_REDIS_URL"] = f"redis://127.0.0.1:{state['redis']}/0"
    return found | {name: os.environ[name] for name in ("TEST_DATABASE_URL", "TEST_REDIS_URL") if name in os.environ}


def stop(*, holder: int | None = None) -> None:
    """Stop what was started and throw its data away; with `holder`, only when that process started it."""
    state = _read_state()
    if not state or (holder is not None and state["holder"] != holder):
        return
    programs = _postgres_programs()
    if programs and (_DATA / "postmaster.pid").exists():
        attempt(_as_postgres([programs / "pg_ctl", "-D", _DATA, "-m", "immediate", "-w", "stop"]), cwd="/")
    if pid := state.get("redis_pid"):
        _end(pid, says=str(state["redis"]))
    shutil.rmtree(HOME, ignore_errors=True)


def _make_home() -> None:
    HOME.mkdir(mode=0o755, exist_ok=True)
    if HOME.is_symlink() or HOME.stat().st_uid != os.getuid():
        give_up(f"{HOME} belongs to somebody else; remove it, or name services in TEST_DATABASE_URL and TEST_REDIS_URL.")
    HOME.chmod(0o755)  # whatever the umask says, user postgres must be able to enter


def _read_state() -> dict:
    try:
        return json.loads(_STATE.read_text()) if HOME.stat().st_uid == os.getuid() else {}
    except (OSError, ValueError):
        return {}


def _postgres_programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest version first; Debian keeps it off the PATH."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: -int(found.parts[-3]))
    on_path = shutil.which("initdb")
    return versions[0].parent if versions else Path(on_path).parent if on_path else None


def _as_postgres(command: list) -> list:
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _start_postgres() -> int:
    """The port of a new server."""
    programs = _postgres_programs()
    if programs is None:
        give_up("PostgreSQL is not installed: python3 tools/prepare.py test")
    if not (_DATA / "PG_VERSION").exists():
        shutil.rmtree(_DATA, ignore_errors=True)
        _DATA.mkdir(mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(_DATA, "postgres")
        initdb = [programs / "initdb", "-D", _DATA, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        initdb += ["--locale=C.UTF-8", "--no-sync"]
        quietly(_as_postgres(initdb), otherwise="PostgreSQL could not make a database folder.", cwd="/")
        with (_DATA / "postgresql.conf").open("a") as settings:
            settings.write(_SETTINGS)
    port, log = free_port(), _DATA / "server.log"
    command = [programs / "pg_ctl", "-D", _DATA, "-w", "-t", "60", "-l", log, "-o", f"-p {port}", "start"]
    # Not through a pipe: the server would hold it open, and who reads it would wait for ever.
    done = attempt(_as_postgres(command), cwd="/", stdout=subprocess.DEVNULL)
    if done.returncode:
        print(log.read_text(errors="replace") if log.exists() else "", end="")
        give_up("PostgreSQL did not start.")
    return port


def _start_redis() -> tuple[int, int]:
    """The port and the process of a new server."""
    if not shutil.which("redis-server"):
        give_up("Redis is not installed: python3 tools/prepare.py test")
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with (HOME / "redis.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--dir", HOME], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    for _attempt in range(100):
        if _answers(port):
            return port, server.pid
        time.sleep(0.1)
    print((HOME / "redis.log").read_text(), end="")
    give_up("Redis did not start.")


def free_port() -> int:
    """A port of this computer that nobody listens on at this moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _answers(port: int | None) -> bool:
    with socket.socket() as there:
        there.settimeout(1)
        return bool(port) and there.connect_ex(("127.0.0.1", port)) == 0


def _is_alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _end(pid: int, *, says: str) -> None:
    """End a process of ours; another one that got the same number meanwhile is left alone."""
    try:
        if says in Path(f"/proc/{pid}/cmdline").read_text():
            os.kill(pid, signal.SIGTERM)
    except (OSError, ValueError):
        return


def main(command: str) -> None:
    """One command of the three."""
    if command == "stop":
        stop()
        return
    found = start() if command == "start" else addresses()
    print("\n".join(f"export {name}={value}" for name, value in found.items()))


if __name__ == "__main__":
    if sys.argv[1:] not in (["start"], ["stop"], ["env"]):
        sys.exit(__doc__)
    main(sys.argv[1])
