"""Fields for amounts of a neighbourhood budget: whole euros."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tenders.money import CentsFormField

_LONGEST = 40  # characters; nobody writes an amount that long


class EurosField(CentsFormField):
    """Reads an amount in whole euros, as people write it, into cents."""

    default_error_messages = {
        "invalid": _("Write an amount in euros, like 500."),
        "cents": _("Write whole euros, without cents."),
        "nothing": _("Write an amount above zero."),
    }

    def __init__(self, *, above_zero: bool = False, **options):
        super().__init__(**options)
        self.above_zero = above_zero
        self.widget.attrs |= {"autocomplete": "off", "inputmode": "numeric"}

    def to_python(self, value):
        if len(str(value)) > _LONGEST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def clean(self, value):
        cents = super().clean(value)
        if cents is not None and cents % 100:
            raise ValidationError(self.error_messages["cents"], code="cents")
        if cents == 0 and self.above_zero:
            raise ValidationError(self.error_messages["nothing"], code="nothing")
        return cents
