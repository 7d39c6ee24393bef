"""Concluding a dialogue: how it goes on, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.models import Ending
from events.fields import Day, Words
from tenders.widgets import DateInput, with_consequences

_CONSEQUENCES = {
    Ending.REQUEST: _("Then you go on to step 2."),
    Ending.RESIDENTS: _("The tender is completed. Say who does it, and what the municipality helps with."),
    Ending.MUNICIPALITY: _("The tender is completed. Say what the municipality does, and from when."),
    Ending.POLICY: _("The tender is completed. Say which paper, and who decides on it."),
    Ending.NOT_NEEDED: _("The tender is completed. Say why nothing needs to be done."),
    Ending.NOT_YET: _("The tender rests until a day. On that day you get a message."),
}


class ConcludeForm(forms.Form):
    version = forms.IntegerField(min_value=0, initial=0, required=False, widget=forms.HiddenInput)
    ending = forms.ChoiceField(
        label=_("How does it go on?"),
        choices=with_consequences(Ending, _CONSEQUENCES),
        error_messages={"required": _("Choose how it goes on.")},
        widget=forms.RadioSelect,
    )
    rests_until = Day(
        label=_("On which day do you look at it again?"),
        help_text=_("Only when you chose “Not yet”."),
        required=False,
        widget=DateInput,
    )
    reason = Words(
        label=_("What did you decide, and why?"),
        help_text=_("This stands at the top of the report. Everybody can read it."),
        max_length=4000,
        error_messages={"required": _("Say why. Everybody can read it.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
