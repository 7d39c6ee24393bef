"""What is there already: lines of an inventory, how files come in, what comes up or closes, what may stop, and sorting boards."""

from inventory.models.board import COUNTING, Board, BoardChoice, BoardTask, Group, Sort
from inventory.models.line import AGREED, JUDGED, Fitness, Line, LineKind, costs_now, per_head
from inventory.models.links import LineQuestion, TaskTender
from inventory.models.may_stop import Friction, MayStop, Told
from inventory.models.planning import InventorySettings, Period, PeriodKind, Signal, SignalKind
from inventory.models.sorting import BoardFollower, SortedBy, Sorting, Vote
from inventory.models.taking_in import LineImport

__all__ = [
    "AGREED",
    "COUNTING",
    "JUDGED",
    "Board",
    "BoardChoice",
    "BoardFollower",
    "BoardTask",
    "Fitness",
    "Friction",
    "Group",
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
    "Sort",
    "SortedBy",
    "Sorting",
    "TaskTender",
    "Told",
    "Vote",
    "costs_now",
    "per_head",
]
