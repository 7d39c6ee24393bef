"""Writes tests/permissions.txt again: `python -m pytest tests/write_permissions.py`. Read the difference before you commit it.

It is no test by its name, so no test run carries it out.
"""

import pytest
from django.db import transaction

from tests.cast import make_cast
from tests.stages import STAGES
from tests.test_permissions import FILE, matrix

HEAD = """# Who may do what: stage, permission, what it is asked about, and who may. Written by tests/write_permissions.py.
# A stage is the step, and in steps 4 and 5 how far it is. The cast is in tests/cast.py.
"""


@pytest.mark.django_db(transaction=True)
def test_write_permissions():
    lines = []
    for stage in STAGES:
        with transaction.atomic():
            lines += matrix(make_cast(), stage)
            transaction.set_rollback(True)
    FILE.write_text(HEAD + "\n".join(lines) + "\n")
