"""Verbs of areas: loading their figures, and keeping the themes of a municipality."""

from areas.actions.figures import Origin, Report, add_known_areas, analyse, load_figures
from areas.actions.themes import add_theme, edit_theme, retire_theme

__all__ = ["Origin", "Report", "add_known_areas", "add_theme", "analyse", "edit_theme", "load_figures", "retire_theme"]
