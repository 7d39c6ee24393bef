"""The form of the amount that a working day is about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.models import NamedAmount
from events.fields import Day, Name, Words
from tenders.money import CentsFormField
from tenders.widgets import DateInput


class AmountForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    lowest = CentsFormField(label=_("From"), required=False, help_text=_("In euros. Leave empty when there is one amount."))
    highest = CentsFormField(label=_("At most"), required=False, help_text=_("In euros. Is there no money? Fill in 0."))
    known_on = Day(
        label=_("Or: on which day do you say it?"),
        required=False,
        widget=DateInput,
        help_text=_("When you do not know it yet. We remind you on that day."),
    )
    purpose = Name(
        label=_("What is the money for?"),
        max_length=200,
        help_text=_("Once or each year, and for what."),
        error_messages={"required": _("Say what the money is for.")},
    )
    decided_by = Name(
        label=_("Who decides, and when?"), max_length=200, error_messages={"required": _("Say who decides, and when.")}
    )
    reason = Words(
        label=_("Why does it change?"),
        help_text=_("Everybody can read it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why it changes. People counted on the earlier amount.")},
    )

    def __init__(self, *args, before: NamedAmount | None, **kwargs):
        names = ("lowest", "highest", "purpose", "decided_by")
        initial = {name: getattr(before, name) for name in names} if before else {}
        super().__init__(*args, initial={"seen": before.pk if before else 0, **initial}, **kwargs)
        if before is None:
            self.fields["reason"].required = False
            self.fields["reason"].widget = forms.HiddenInput()

    def see(self, before: NamedAmount) -> None:
        """From now on the person has seen this amount: what was typed stays, and sending it again goes on from there."""
        self.data = self.data.copy()
        self.data["seen"] = str(before.pk)
        self.fields["reason"].widget = forms.Textarea(attrs={"rows": 2})
