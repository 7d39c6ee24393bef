"""Forms around paper: how many blank forms to print, and which stack you type in."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from budgets.models import Channel
from events import clock
from events.fields import Day
from tenders.widgets import DateInput, with_consequences

MOST = 50


class PrintForm(forms.Form):
    number = forms.IntegerField(
        label=_("How many forms?"),
        help_text=_("Each has a number and a code of its own. Do not copy them: print more when you need them."),
        min_value=1,
        max_value=MOST,
        initial=20,
        error_messages={
            "required": _("Fill in how many."),
            "max_value": _("Print 50 at most in one go."),
            "min_value": _("Print one at least."),
        },
        widget=forms.NumberInput(attrs={"autocomplete": "off"}),
    )


class StackForm(forms.Form):
    """What the forms of a stack have in common."""

    channel = forms.ChoiceField(
        label=_("How did they come in?"),
        choices=with_consequences(
            [(channel, capfirst(channel.label)) for channel in (Channel.PAPER, Channel.TABLE)],
            {
                Channel.PAPER: _("Filled in at home, and handed in."),
                Channel.TABLE: _("Filled in together, at a table in the neighbourhood. Each form is of one person."),
            },
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    divided_on = Day(
        label=_("On which day were they filled in?"), widget=DateInput, error_messages={"required": _("Fill in the day.")}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["divided_on"].initial = clock.today
