"""Recording who seeks whom: in the log of a municipality this would tell its people which parties talk with each other.

So these events name the row alone, and no municipality and no tender, as those of a sealed bid do (bids/sealed_log.py).
"""

from django.db import models

from events import log
from events.models import Event


def record_private(name: str, *, by, row: models.Model, **data) -> Event:
    """Record `name` about a row between parties; `data` holds ids and hashes only."""
    return log.record(name, by=by, thing=log.Alone(row), **data)
