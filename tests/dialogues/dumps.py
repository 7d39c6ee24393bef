"""A whole database as lines of text, as somebody reads it who stole a copy: one line a row, on either engine."""

import os
import subprocess

from django.db import connection


def lines_of_database() -> list[str]:
    """Every row of every table, also what this test did not commit yet."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return [line for line in connection.connection.iterdump() if line.startswith("INSERT")]
    lines = []
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT one::text FROM "{table}" AS one')  # noqa: S608 - a name of ours
            lines += [" ".join(("INSERT INTO", table, "VALUES", row[0])) for row in cursor.fetchall()]
    return lines


def lines_of_postgres(settings: dict) -> list[str]:
    """What pg_dump writes, a line a row."""
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    where = {name: str(settings[key]) for name, key in named.items() if settings.get(key)}
    command = ["pg_dump", "--data-only", "--inserts", "--no-owner"]
    done = subprocess.run(command, env=os.environ | where, capture_output=True, text=True, check=True, timeout=120)
    return [line for line in done.stdout.splitlines() if line.startswith(("INSERT", "SELECT pg_catalog.setval"))]


def table_of(line: str) -> str:
    """The table of a row: dialogues_contribution."""
    if not line.startswith("INSERT"):
        return "a counter"
    return line.split("INTO", 1)[1].split("VALUES", 1)[0].strip().strip('"').removeprefix("public.").strip('"')


def changed(before: list[str], after: list[str]) -> list[str]:
    """The rows that came or changed; counters of rows say nothing."""
    known = set(before)
    counters = ("sqlite_sequence", "a counter")
    return [line for line in after if line not in known and table_of(line) not in counters]
