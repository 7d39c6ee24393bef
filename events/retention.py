"""How long a record is kept, and which of its fields are about a person. Every model declares both.

    retention = Retention(years=7, after="end", ground=SELECTIELIJST)
    personal = ("name", "email")

The terms are defaults; `product.md` X8 makes them a setting of the municipality. A test finds a model without them.
Sources: Selectielijst gemeenten en intergemeentelijke organen 2020; AVG art. 5 lid 1 e.
"""

from dataclasses import dataclass

SELECTIELIJST = "Selectielijst gemeenten 2020"
AVG = "AVG art. 5 lid 1 e: no longer than needed"
AWB = "Awb 4:69: seven years of administration"
OPERATION = "needed to run the platform"


@dataclass(frozen=True)
class Retention:
    """Years to keep, counted from `after`; None is for ever (the thread: its text may be erased, its place not)."""

    years: int | None
    after: str
    ground: str


THREAD = Retention(None, "creation", "golden thread: the place stays, its text can be erased")
TENDER = Retention(10, "end of the tender", SELECTIELIJST)
NOT_CHOSEN = Retention(5, "award", SELECTIELIJST)
CONTRACT = Retention(7, "end of the contract", AWB)
ACCOUNT = Retention(2, "last sign-in", AVG)
LOG = Retention(10, "creation", SELECTIELIJST)
SHORT = Retention(1, "creation", AVG)
TECHNICAL = Retention(1, "creation", OPERATION)
