"""Where things are: the clone, its virtual environment, and its state."""

import hashlib
import importlib.util
import os
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this is the check itself
    sys.exit("Python 3.11 or newer is needed; this is {}.{}. Try: make PYTHON=python3.12 run".format(*sys.version_info))

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# Belongs to the clone: what was prepared, and reports of test runs.
VAR = ROOT / "var"
# Belongs to the demo: database, files, broker. config/settings.py reads the same variable.
STATE = Path(os.environ.get("STATE_DIR") or VAR)
# What would point Django at something that is not ours; a demo and a test run start without.
FOREIGN = (
    *("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "ALLOWED_HOSTS", "SITE_ADDRESS"),
    *("SECRET_KEY", "VAULT_KEYS", "DEMO", "DEBUG", "TASKS_AT_ONCE"),
)


def clean_environment(**extra: str) -> dict[str, str]:
    """The environment without a word about databases and keys of others, and with `extra`."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    kept["PATH"] = os.pathsep.join([str(VENV / "bin"), kept.get("PATH", os.defpath)])
    # Compiled code is kept, in one place: a run of the tests starts seven times, and compiling is a third of each start.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return {"PYTHONPYCACHEPREFIX": str(VAR / "pycache"), **kept, "PYTHONUNBUFFERED": "1", **extra}


def digest(*things: Path | str) -> str:
    """One fingerprint of the contents of files (a missing one counts too) and of words."""
    made = hashlib.sha256()
    for thing in things:
        if isinstance(thing, Path):
            made.update(thing.read_bytes() if thing.is_file() else b"-")
        else:
            made.update(thing.encode())
        made.update(b"\0")
    return made.hexdigest()


def run_in_venv() -> None:
    """Go on inside the virtual environment, for tools that need its packages; a container has no such thing."""
    if Path(sys.prefix).resolve() != VENV.resolve() and PYTHON.exists():
        os.execv(PYTHON, [str(PYTHON), *sys.argv])  # noqa: S606 - no shell wanted
    if importlib.util.find_spec("django") is None:
        sys.exit("This needs the packages of the project first: python3 tools/prepare.py run")
