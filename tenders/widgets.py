"""Inputs that a browser already knows: days and moments, and choices that say what they lead to."""

from django import forms
from django.utils import timezone


class DateInput(forms.DateInput):
    """A day: the browser's own calendar; the value is ISO whatever the language of the page."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class DateTimeInput(forms.DateTimeInput):
    """A day and a time in Amsterdam, to the minute."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")

    def format_value(self, value):
        """ISO in the time of Amsterdam; what was typed wrongly comes back as it was."""
        if hasattr(value, "tzinfo") and value.tzinfo is not None:
            value = timezone.localtime(value)
        return super().format_value(value)


class Choice:
    """The label of a choice that says what follows from it; pass it as a label in `choices`.

    ("pseudonym", Choice(_("With a pseudonym"), _("Everybody sees the pseudonym."))). Translations may stay lazy.
    """

    def __init__(self, label, consequence=""):
        self.label = label
        self.consequence = consequence

    def __str__(self) -> str:
        return str(self.label)


def with_consequences(choices, consequences: dict) -> list[tuple]:
    """`choices` (a TextChoices or a list of pairs) with a sentence for each value in `consequences`."""
    pairs = getattr(choices, "choices", choices)
    return [(value, Choice(label, consequences.get(value, ""))) for value, label in pairs]


class RadioRow(forms.RadioSelect):
    """Choices side by side, for two or three short ones."""

    layout = "row"


class RadioGrades(forms.RadioSelect):
    """Choices as full-width lines close together, for grades in words."""

    layout = "grades"
