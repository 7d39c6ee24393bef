"""The measurements: `python3 tools/bench.py` (make bench) runs bench/ against a private PostgreSQL and Redis."""

import os
import subprocess
import sys

import prepare
import services
from places import PYTHON, ROOT, VAR, clean_environment
from terminal import command, say


def main() -> int:
    """Exit code of bench/, which prints a table and writes bench/results.json."""
    prepare.prepare("test")
    addresses = services.start(holder=os.getpid())
    named = {name.removeprefix("TEST_"): address for name, address in addresses.items()}
    environment = clean_environment(**addresses, **named, STATE_DIR=str(VAR / "bench"))
    try:
        say("Measuring; nothing else should run on this computer meanwhile")
        return subprocess.run([str(PYTHON), "-m", "bench", *sys.argv[1:]], cwd=ROOT, env=environment, check=False).returncode
    finally:
        services.stop(holder=os.getpid())


if __name__ == "__main__":
    command(main)
