"""Forms of findings and answers."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from dialogues.alike import alike_to
from dialogues.models import Contribution, Outcome
from events.fields import Name, Several, Words, whole
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

    numbers = Name(
        label=_("Numbers of other contributions"),
        help_text=_("Of those that do not stand above. For example: 12, 345."),
        required=False,
        max_length=400,
        error_messages={"required": _("Type the numbers of the contributions that say it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, rows, shown, **kwargs):
        """`shown` stand on the page, to be chosen; any other of the `rows` comes along by its number."""
        super().__init__(*args, **kwargs)
        self._rows, field = rows, self.fields["contributions"]
        field.queryset = rows
        field.required = not self.data.get("numbers", "").strip()
        chosen = self.data.getlist("contributions") if self.is_bound else []
        field.choices = [(one.number, _in_short(one)) for one in [*self._besides(shown, chosen), *shown]]
        if not field.choices:
            del self.fields["contributions"]
            self.fields["numbers"].required = True

    def clean_numbers(self) -> list[Contribution]:
        typed = [one for one in re.split(r"[\s,;]+", self.cleaned_data["numbers"]) if one]
        found = {one.number: one for one in self._rows.filter(number__in=[whole(one) for one in typed if whole(one)])}
        if unknown := [one for one in typed if whole(one) not in found]:
            raise ValidationError(
                _("This cannot go in: %(numbers)s. There is no such contribution, it is hidden, or it is in already."),
                params={"numbers": ", ".join(unknown)},
            )
        return list(found.values())

    def clean(self):
        data = super().clean()
        typed = data.pop("numbers", [])
        if not self.errors:
            chosen = list(data.get("contributions", []))
            data["contributions"] = chosen + [one for one in typed if one not in chosen]
        return data

    def _besides(self, shown, chosen: list[str]) -> list[Contribution]:
        """What was chosen on a page that has other rows by now: a choice is not lost because something came in."""
        known = {one.number for one in shown}
        others = [number for number in map(whole, chosen) if number and number not in known]
        return list(self._rows.filter(number__in=others)) if others else []


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


_BY_NUMBER = "number"


class MergeForm(WhyForm):
    """With which other contribution it goes along: one of those that look alike, or any one by its number."""

    alike = forms.ChoiceField(
        label=_("Which one says the same?"),
        help_text=_("They use the same words. Read for yourself whether they say the same."),
        required=False,
        error_messages={"invalid_choice": _("It cannot be put together with that one any more. Choose another one.")},
        widget=forms.RadioSelect,
    )
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

    field_order = ("alike", "into", "reason")

    def __init__(self, *args, contribution: Contribution, **kwargs):
        super().__init__(*args, **kwargs)
        others = Contribution.objects.shown().filter(tender=contribution.tender).exclude(pk=contribution.pk)
        self.fields["into"].queryset = others
        if self.data.get("into", "").strip() == str(contribution.number):
            itself = _("That is this contribution itself. Type the number of another one.")
            self.fields["into"].error_messages["invalid_choice"] = itself
        self._offered = {str(one.number): one for one in alike_to(contribution, chosen=self.data.get("alike", ""))}
        self._chosen_by = "into"
        if self._offered:
            offered = [(number, Choice(_in_short(one), _who_said(one))) for number, one in self._offered.items()]
            self.fields["alike"].choices = [*offered, (_BY_NUMBER, _("Another one, by its number"))]
            self.fields["into"].required = False
        else:
            del self.fields["alike"]

    def clean(self):
        """A number that was typed goes before a choice."""
        data = super().clean()
        chosen = data.pop("alike", "")
        if data.get("into"):
            self.errors.pop("alike", None)
        if data.get("into") or self.errors.keys() & {"into", "alike"}:
            return data
        if chosen in self._offered:
            self._chosen_by = "alike"
            return data | {"into": self._offered[chosen]}
        if chosen == _BY_NUMBER:
            self.add_error("into", self.fields["into"].error_messages["required"])
        else:
            self.add_error("alike", _("Choose one, or type the number of another one."))
        return data

    def add_error(self, field, error):
        """What is wrong with the other one stands where it was chosen."""
        super().add_error(self._chosen_by if field == "into" else field, error)


def _in_short(contribution: Contribution) -> str:
    return f"{contribution.number}. {Truncator(contribution.text).chars(140)}"


def _who_said(contribution: Contribution) -> str:
    return f"{contribution.said_by} · {contribution.get_channel_display()}"
