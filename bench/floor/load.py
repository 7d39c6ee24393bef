"""`python -m bench.floor.load`: the fifty rows of the floor."""

import datetime as dt

import django

django.setup()

from django.db import connection  # noqa: E402 - the apps are ready only now

from bench.floor.models import Row  # noqa: E402

FIRST = dt.date(2026, 1, 1)

if __name__ == "__main__":
    Row.objects.bulk_create(
        Row(
            group=1,
            number=n,
            title=f"Welzijn en ontmoeting in de wijk, deel {n}",
            place="Zwolle",
            amount=41_000_000 + n,
            day=FIRST + dt.timedelta(days=n),
        )
        for n in range(1, 51)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
