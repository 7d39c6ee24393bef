"""Neighbourhoods and subjects: where a thing is, what it is about, and what is counted there."""

from areas.models.area import Area, AreaKind, Theme, full_name
from areas.models.figure import Figure, FigureSet, Measure

__all__ = ["Area", "AreaKind", "Figure", "FigureSet", "Measure", "Theme", "full_name"]
