#!/usr/bin/env python
"""Django's command line; without environment it works on the demo's database under var/."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line  # set-up errors must name the missing package

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
