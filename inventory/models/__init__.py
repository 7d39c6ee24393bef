"""What is there already: lines of an inventory, how files come in, what comes up or closes, and what may stop."""

from inventory.models.line import AGREED, JUDGED, Fitness, Line, LineKind, per_head
from inventory.models.links import LineQuestion, TaskTender
from inventory.models.may_stop import Friction, MayStop, Told
from inventory.models.planning import InventorySettings, Period, PeriodKind, Signal, SignalKind
from inventory.models.taking_in import LineImport

__all__ = [
    "AGREED",
    "JUDGED",
    "Fitness",
    "Friction",
    "InventorySettings",
    "Line",
    "LineImport",
    "LineKind",
    "LineQuestion",
    "MayStop",
    "Period",
    "PeriodKind",
    "Signal",
    "SignalKind",
    "TaskTender",
    "Told",
    "per_head",
]
