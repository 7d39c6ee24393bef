"""Forms to take in a list: the file, and saying that it may be written."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from documents.uploads import in_megabytes
from inventory.models import LineKind
from inventory.taking_in.sheets import LARGEST, MOST_ROWS


class ReadForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What stands in the list?"),
        choices=[("", _("Make a choice")), *((kind.value, capfirst(kind.label)) for kind in LineKind)],
        error_messages={"required": _("Choose what stands in the list.")},
    )
    file = forms.FileField(
        label=_("The list"),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file with your list.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit = _("An Excel file (.xlsx) or CSV of at most %(size)s and %(rows)d lines.")
        self.fields["file"].limit = str(limit) % {"size": in_megabytes(LARGEST), "rows": MOST_ROWS}

    def add_error(self, field, error):
        """What is wrong with the list as a whole, stands beside its file."""
        super().add_error(field or "file", error)


class ImportForm(forms.Form):
    """Saying yes to what the list would change; new areas and themes are made on purpose only."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    make_names = forms.BooleanField(
        label=_("Make these areas and themes"),
        required=False,
    )

    def __init__(self, *args, asks_names: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_names:
            del self.fields["make_names"]
