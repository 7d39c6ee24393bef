"""Set up this clone: `python3 tools/prepare.py run` for the demo, `check` for the quick tests, `test` for all tests.

Needs Python 3.11 and nothing else; what is there already is left alone, so a second time takes a second.
"""

import ctypes
import importlib.util
import shutil
import sys
from pathlib import Path

import debian
import node
import services
from places import PYTHON, ROOT, VENV, digest
from stamps import fresh, put
from terminal import attempt, command, give_up, quietly, say

LEVELS = ("run", "check", "test")
LIBRARIES = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}


def prepare(level: str) -> None:
    """All that `level` needs is there; says what it installs."""
    install_system_packages(level)
    make_venv()
    install_python_packages("run" if level == "run" else "test")
    node.install_packages()
    compile_messages()
    if level == "test":
        install_browser()
    say("Everything is there")


def install_system_packages(level: str) -> None:
    """Everything that only apt can bring, in one go, so that who has no right to it is told all names at once."""
    missing = {package: "PDFs" for package, library in LIBRARIES.items() if not _loads(library)}
    if not _has_venv() and importlib.util.find_spec("ensurepip") is None:
        missing["python{}.{}-venv".format(*sys.version_info)] = "virtual environments of Python"
    if level == "test":
        missing |= dict.fromkeys(services.missing_packages(), "tests on real services, private and on free ports")
        if not browser() and not debian.is_ubuntu():
            missing["chromium"] = "tests in a real browser"
    if missing:
        debian.install(list(missing), why=", ".join(dict.fromkeys(missing.values())))


def make_venv() -> None:
    """.venv/ with the Python that runs this."""
    if not _has_venv():
        say("Making a virtual environment in .venv (Python {}.{})".format(*sys.version_info))
        quietly([sys.executable, "-m", "venv", "--clear", VENV], otherwise="The virtual environment could not be made.")


def _has_venv() -> bool:
    says = "import sys; print(*sys.version_info[:2])"
    return PYTHON.exists() and attempt([PYTHON, "-c", says]).stdout.split() == [str(part) for part in sys.version_info[:2]]


def install_python_packages(wanted: str) -> None:
    """Exactly the versions of pins/<wanted>.txt, each checked by its hash. The test pins hold all run pins."""
    made = str((VENV / "pyvenv.cfg").stat().st_mtime_ns)  # a new .venv is empty, whatever the stamps say
    keys = {name: digest(made, ROOT / "pins" / f"{name}.txt") for name in ("uv", "run", "test")}
    if not fresh("uv", keys["uv"]):
        say("Installing uv, which installs packages fast")
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        quietly([*pip, "--require-hashes", "-r", ROOT / "pins" / "uv.txt"], otherwise="pip could not install uv.")
        put("uv", keys["uv"])
    if any(VENV.glob("lib/python*/site-packages/pytest")):
        wanted = "test"  # never take packages away from somebody who tests here
    if fresh("packages", keys[wanted], keys["test"]):
        return
    pins = ROOT / "pins" / f"{wanted}.txt"
    say(f"Installing Python packages (pins/{wanted}.txt)")
    sync = attempt([PYTHON, "-m", "uv", "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", pins])
    if sync.returncode:
        say("uv did not succeed; trying pip, which takes a few minutes")
        print(sync.stdout, end="", flush=True)
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", pins]
        quietly(pip, otherwise="The Python packages could not be installed. Is there a connection?")
    put("packages", keys[wanted])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def compile_messages() -> None:
    """The Dutch texts, ready for Django."""
    key = digest(*sorted((ROOT / "locale").rglob("*.po")), Path(__file__).parent / "messages.py")
    if fresh("messages", key) and (ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.mo").exists():
        return
    say("Compiling the Dutch texts")
    quietly([PYTHON, "tools/messages.py", "compile"], otherwise="The translations do not fit together.")
    put("messages", key)


def install_browser() -> None:
    """A Chromium for the tests where apt has none: on Ubuntu."""
    if not browser():
        say("Installing Chromium with Playwright (Ubuntu has no package of it)")
        quietly(
            [PYTHON, "-m", "playwright", "install", "--with-deps", "chromium"],
            otherwise="Playwright could not install Chromium. Install Chromium yourself and start again.",
        )


def browser() -> str:
    """The path of a Chromium: this computer's own, or the one that Playwright brought."""
    if debian.is_ubuntu():  # its /usr/bin/chromium only says where to find another package
        brought = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
        return str(brought[-1]) if brought else shutil.which("google-chrome") or ""
    return shutil.which("chromium") or shutil.which("google-chrome") or ""


if __name__ == "__main__":
    if sys.argv[1:] not in [[level] for level in LEVELS]:
        give_up(f"Say what for: python3 tools/prepare.py {' | '.join(LEVELS)}")
    command(lambda: prepare(sys.argv[1]))
