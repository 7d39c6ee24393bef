"""Packages of Debian and Ubuntu: only what is missing, and never a service that starts by itself."""

import os
import shutil
import sys

from terminal import attempt, give_up, say

# policy-rc.d is the distribution's own way to say "install, but do not start"; without it PostgreSQL and Redis would
# take the usual ports of this computer.
_INSTALL = """
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
case " $* " in *" postgresql "*)
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf ;;
esac
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
apt-get update -qq
apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
"""


def install(packages: list[str], *, why: str) -> None:
    """Install packages, as root or with sudo; ends with a line that names them when that is not possible."""
    names = " ".join(packages)
    by_hand = f"Please install these packages, then start again: {names} ({why})"
    if not shutil.which("apt-get"):
        give_up(f"This is no Debian or Ubuntu. {by_hand}")
    command = ["sh", "-c", _INSTALL, "install", *packages]
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            give_up(f"Not root, and there is no sudo. {by_hand}")
        # Without a terminal nobody can type a password, so sudo must not wait for one.
        command = ["sudo", *([] if sys.stdin.isatty() else ["-n"]), *command]
    say(f"Installing {names} with apt-get ({why})")
    # In this terminal's session, or sudo could not ask for a password.
    done = attempt(command, stdin=None, start_new_session=False)
    if done.returncode:
        print(done.stdout[-3000:], end="", flush=True)
        give_up(f"apt-get did not succeed. {by_hand}")


def is_ubuntu() -> bool:
    """Ubuntu's chromium package is only a pointer to a snap."""
    try:
        with open("/etc/os-release") as release:
            return "\nID=ubuntu" in "\n" + release.read()
    except OSError:
        return False
