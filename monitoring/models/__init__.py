"""Step 6: indicators, measurements, moments of reflection and lessons."""

from monitoring.models.indicator import Indicator, Measurement
from monitoring.models.lesson import Lesson
from monitoring.models.reflection import Reflection, ReflectionVoice, Voice

__all__ = ["Indicator", "Lesson", "Measurement", "Reflection", "ReflectionVoice", "Voice"]
