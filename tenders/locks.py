"""Holding a tender still: who works in a step shares the lock, who moves the step takes it alone.

One of the two modules where the engines differ: PostgreSQL has advisory locks of the transaction; SQLite lets one writer
through at a time (IMMEDIATE).
"""

from django.db import connection, transaction
from django.utils.translation import gettext as _

from events.composed import composed_once
from tenders.models import Tender
from tenders.refusal import WrongStep
from tenders.steps import Step

_SPACE = 7402  # any constant: the first half of the lock's key, the tender is the second


def hold(tender: Tender, *steps: Step) -> Tender:
    """Take the shared lock and a fresh read; raises WrongStep unless the tender runs and stands in one of `steps`.

    Every action that depends on the step begins with this, inside its transaction.
    """
    fresh = _locked(tender, shared=True)
    if not fresh.is_running:
        raise WrongStep(_("This tender was stopped or completed. Nothing can be changed in it any more."), code="step")
    if steps and fresh.step not in steps:
        raise WrongStep(
            _("This tender is now in step %(number)d: %(step)s. This can no longer be done here."),
            params={"number": fresh.step, "step": Step(fresh.step).label},
            code="step",
        )
    return fresh


def hold_alone(tender: Tender) -> Tender:
    """Take the lock alone and a fresh read: for moving the step."""
    return _locked(tender, shared=False)


def one_at_a_time(name: str, number: int) -> None:
    """Let one transaction at a time through for a thing that is no tender ("round", 12)."""
    _take(f"SELECT pg_advisory_xact_lock({_SPACE}, hashtext(%s))", f"{name}:{number}")


def _locked(tender: Tender, *, shared: bool) -> Tender:
    _take(f"SELECT pg_advisory_xact_lock{'_shared' if shared else ''}({_SPACE}, %s)", tender.pk)
    for fresh in _tenders(tender.pk):
        return fresh
    raise Tender.DoesNotExist


@composed_once
def _tenders(pk):
    return Tender.objects.select_related("municipality").filter(pk=pk)


def _take(sql: str, key) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a lock of the transaction needs a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(sql, [key])
