"""Verbs of measuring and learning: indicators, measurements, moments of reflection, lessons."""

from monitoring.actions.indicators import set_indicator
from monitoring.actions.lessons import draw_lesson
from monitoring.actions.measurements import correct_measurement, report_measurement
from monitoring.actions.reflections import close_reflection, hold_reflection, speak

__all__ = [
    "close_reflection",
    "correct_measurement",
    "draw_lesson",
    "hold_reflection",
    "report_measurement",
    "set_indicator",
    "speak",
]
