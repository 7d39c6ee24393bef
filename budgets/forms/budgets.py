"""Forms of the budget itself and of what stands on it."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from areas.choices import offer_areas
from areas.models import Area
from budgets.forms.amounts import EurosField
from budgets.models import Budget, Entry, Weight
from events.fields import Words, limited
from tenders.widgets import DateInput, with_consequences


class BudgetForm(forms.ModelForm):
    """A draft: only a name and an amount are asked at once. What else must be there, the page for publishing says."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    ceiling = EurosField(
        label=_("How much is there to divide?"),
        help_text=_("In whole euros. Nobody can divide more."),
        error_messages={"required": _("Fill in how much there is to divide.")},
        above_zero=True,
    )
    step = EurosField(
        label=_("What is the smallest step?"),
        help_text=_("For example 50. Then people give 50, 100 or 150 euros, and not 63."),
        error_messages={"required": _("Fill in the smallest step. One euro is fine too.")},
        above_zero=True,
    )
    weight = forms.ChoiceField(
        label=_("What do you do with the division of residents?"),
        choices=with_consequences(
            [(weight, capfirst(weight.label)) for weight in Weight],
            {
                Weight.FOLLOWED: _("What residents divide is what happens. If you do otherwise, you say why for each line."),
                Weight.ADVICE: _("You listen to it, and decide yourself. You give a reason for each line."),
            },
        ),
        help_text=_(
            "Do fewer than 10 people take part? Then nobody sees what they divided, you neither. Then you decide yourself."
        ),
        widget=forms.RadioSelect,
        required=False,
    )

    field_order = ["version", "title", "area", "ceiling", "step", "why", "who", "opens_on", "closes_on", "paper_until", "weight"]

    class Meta:
        model = Budget
        formfield_callback = limited
        fields = ["title", "area", "why", "who", "opens_on", "closes_on", "paper_until", "weight_because"]
        widgets = {
            "why": forms.Textarea(attrs={"rows": 3}),
            "weight_because": forms.Textarea(attrs={"rows": 2}),
            "opens_on": DateInput,
            "closes_on": DateInput,
            "paper_until": DateInput,
        }
        labels = {
            "title": _("What do you call it?"),
            "why": _("Why do you ask residents?"),
            "who": _("Who may take part?"),
            "opens_on": _("From"),
            "closes_on": _("Until and including"),
            "paper_until": _("Until when do you type in forms on paper?"),
            "weight_because": _("Why do you do that with it?"),
        }
        help_texts = {
            "who": _("For example: everybody from 12 years who lives in the neighbourhood."),
            "paper_until": _("The result is there the day after. Nobody sees it earlier, you neither."),
        }
        error_messages = {"title": {"required": _("Give it a name.")}}

    def __init__(self, *args, municipality: Municipality, **kwargs):
        super().__init__(*args, **kwargs)
        offer_areas(self.fields["area"], Area.objects.filter(municipality=municipality))
        self.fields["area"].label = _("Which neighbourhood?")
        self.fields["area"].empty_label = _("The whole municipality")
        budget = self.instance
        if budget.pk:
            kept = {"version": budget.version, "ceiling": budget.ceiling, "step": budget.step, "weight": budget.weight}
            self.initial |= kept
        else:
            self.initial["step"] = 5_000
            del self.fields["version"]

    def clean(self):
        data = super().clean()
        opens, closes, paper = (data.get(name) for name in ("opens_on", "closes_on", "paper_until"))
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("The last day lies before the first."))
        if closes and paper and paper < closes:
            self.add_error("paper_until", _("This lies before the last day on which people can divide."))
        if closes and not paper and "paper_until" not in self.errors:
            data["paper_until"] = closes
        ceiling, step = data.get("ceiling"), data.get("step")
        if ceiling and step and step > ceiling:
            self.add_error("step", _("This step is larger than all there is to divide."))
        return data

    def _post_clean(self):
        """The action looks at the row itself, under its lock."""

    def values(self) -> dict:
        """What was filled in, without the version."""
        values = {**self.cleaned_data}
        values.pop("version", None)
        return values


class EntryForm(forms.ModelForm):
    """How it is described on the form, and what it needs."""

    least = EurosField(
        label=_("What does it need at least?"),
        help_text=_("If residents give it less together, it falls out and the money goes to the others."),
        required=False,
        above_zero=True,
    )
    most = EurosField(
        label=_("What does it ask, or can it use at most?"),
        help_text=_("Nobody can give it more."),
        required=False,
        above_zero=True,
    )

    class Meta:
        model = Entry
        formfield_callback = limited
        fields = ["sentence"]
        labels = {"sentence": _("What is it, in one sentence?")}
        widgets = {"sentence": forms.Textarea(attrs={"rows": 2})}
        error_messages = {"sentence": {"required": _("Write in one sentence what it is. It stands on the form.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial |= {"least": self.instance.least, "most": self.instance.most}

    def _post_clean(self):
        """The action looks at the row itself, under its lock."""


class WhyForm(forms.Form):
    """Why something ends or goes off."""

    reason = Words(
        label=_("Why?"),
        help_text=_("Everybody can read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )
