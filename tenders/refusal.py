"""A refusal is an answer to a person: a sentence that says why not, and where it can be mended."""

from django.core.exceptions import ValidationError


class Refused(ValidationError):
    """An action does not go on. It is a ValidationError, so that a form shows it where the person is looking."""


class GateClosed(Refused):
    """A gate does not let through; `missing` holds the checklist items that are not there."""

    def __init__(self, missing: list):
        self.missing = missing
        super().__init__([str(item.sentence) for item in missing], code="gate")


class WrongStep(Refused):
    """The tender is not (or no longer) in the step that this belongs to."""


class Changed(Refused):
    """Somebody else changed it meanwhile; what was typed is kept in the form."""
