"""Writes tests/pages.txt again: `python -m pytest tests/write_pages.py`. Read the difference before you commit it.

It is no test by its name, so no test run carries it out.
"""

import pytest
from django.db import transaction

from tests.cast import make_cast
from tests.stages import things
from tests.test_pages import FILE, WALKED, pages_at
from tests.walk import line_of

HEAD = """# Every address, the stage at which it is walked, and who gets which status. Written by tests/write_pages.py.
"""


@pytest.mark.django_db(transaction=True)
def test_write_pages():
    lines = []
    for stage in WALKED:
        with transaction.atomic():
            cast = make_cast()
            found = things(cast, stage)
            for name in pages_at(stage):
                try:
                    lines.append(line_of(cast, name, found))
                except Exception as error:
                    lines.append(f"{stage:<10} {name:<38} BROKEN {type(error).__name__}: {str(error)[:150]!r}")
            transaction.set_rollback(True)
    FILE.write_text(HEAD + "\n".join(lines) + "\n")
