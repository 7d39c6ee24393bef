"""Recording what happens with a bid before the opening.

The log of a municipality is read by its people. A line "a bid was handed in", there at ten past three, would tell them how
many bids there are and when: so before the opening an event names the row alone, and no municipality, tender or lot. It
stands in the chain of the platform; what was opened enters the chain of the municipality with its fingerprint, in
`bids.bids_opened`.
"""

from django.db import models

from events import log
from events.models import Event


def record_sealed(name: str, *, by, row: models.Model, **data) -> Event:
    """Record `name` about a row of a sealed bid; `data` holds ids and hashes only."""
    return log.record(name, by=by, thing=log.Alone(row), **data)
