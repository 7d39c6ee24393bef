"""Forms of findings and answers."""

from django import forms
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from dialogues.models import Contribution, Outcome
from events.fields import Name, Several, Words
from tenders.widgets import Choice

_CONSEQUENCES = {
    Outcome.TAKEN_OVER: _("It comes back in the request."),
    Outcome.PARTLY: _("Say which part does, and which does not."),
    Outcome.NOT: _("Say why not, in words that help."),
    Outcome.LATER: _("Say when you look at it again."),
}


class ResponseForm(forms.Form):
    """The answer to one contribution, or to all of a finding."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    outcome = forms.ChoiceField(
        label=_("What do you do with it?"),
        choices=[(outcome, Choice(capfirst(outcome.label), _CONSEQUENCES[outcome])) for outcome in Outcome],
        error_messages={"required": _("Choose what you do with it.")},
        widget=forms.RadioSelect,
    )
    reason = Words(
        label=_("Your answer"),
        help_text=_("Who said it reads this, and so does everybody. Say what you do and why, in plain words."),
        max_length=4000,
        error_messages={"required": _("Write your answer. Who said it waits for your reason.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class FindingForm(forms.Form):
    title = Name(
        label=_("What do these contributions say together?"),
        help_text=_("One sentence, that those who said it would recognise."),
        max_length=200,
        error_messages={"required": _("Write in one sentence what they say together.")},
    )
    text = Words(label=_("Explanation"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    contributions = Several(
        Contribution.objects.none(),
        label=_("Contributions that say it"),
        to_field_name="number",
        error_messages={
            "required": _("Choose the contributions of this tender that say it."),
            "invalid_choice": _("One of these contributions is not here any more. Choose again."),
        },
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["contributions"]
        field.queryset = rows
        field.label_from_instance = _in_short


class AddToFindingForm(FindingForm):
    """More contributions for a finding that is there already."""

    title = text = None


class WhyForm(forms.Form):
    reason = Words(
        label=_("Why?"),
        help_text=_("Everybody can read this."),
        max_length=1000,
        error_messages={"required": _("Say why. Everybody can read it.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MergeForm(WhyForm):
    """With which other contribution it goes along, by its number."""

    into = forms.ModelChoiceField(
        Contribution.objects.none(),
        label=_("Number of the other contribution"),
        to_field_name="number",
        error_messages={
            "required": _("Type the number of the other contribution."),
            "invalid_choice": _("There is no contribution with this number to put it together with."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    field_order = ("into", "reason")

    def __init__(self, *args, contribution: Contribution, **kwargs):
        super().__init__(*args, **kwargs)
        others = Contribution.objects.shown().filter(tender=contribution.tender).exclude(pk=contribution.pk)
        self.fields["into"].queryset = others


def _in_short(contribution: Contribution) -> str:
    return f"{contribution.number}. {Truncator(contribution.text).chars(140)}"
