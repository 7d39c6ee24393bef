"""Forms of proposals: writing one, what counts double, and what the council decided."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dialogues.models import BudgetItem, CouncilOutcome, ExpertGroup, Proposal
from events.fields import Day, Words, limited
from tenders.money import CentsFormField
from tenders.widgets import DateInput


class ProposalForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = Words(
        label=_("What do you propose, and what changes by it?"),
        help_text=_("In plain words: for whom it changes, who does it, and from when."),
        max_length=6000,
        error_messages={"required": _("Write what you propose.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    class Meta:
        model = Proposal
        formfield_callback = limited
        fields = ["title", "text", "amount", "budget_item"]
        help_texts = {
            "amount": _("What it saves, or what it costs. In whole euros is fine."),
            "budget_item": _("So we see whether two themes count the same money."),
        }

    def __init__(self, *args, group: ExpertGroup, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["budget_item"].queryset = BudgetItem.objects.filter(tender=group.tender_id)
        self.fields["budget_item"].empty_label = _("None, or not known")
        if self.instance.pk:
            self.initial["version"] = self.instance.version
        else:
            del self.fields["version"]


class OverlapForm(forms.Form):
    amount = CentsFormField(
        label=_("How much do they count double, a year?"),
        help_text=_("Fill in 0 when they do not count the same euros."),
        error_messages={"required": _("Fill in an amount. 0 means that nothing counts double.")},
    )
    reason = Words(
        label=_("How do you know?"),
        help_text=_("Everybody can read it."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CouncilDecisionForm(forms.Form):
    version = forms.IntegerField(min_value=0, initial=0, required=False, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("What did the council decide?"),
        choices=[(outcome, capfirst(outcome.label)) for outcome in CouncilOutcome],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the council decided.")},
    )
    amount = CentsFormField(
        label=_("For how much a year?"), required=False, help_text=_("Fill it in when the council adopted a part of it.")
    )
    decided_on = Day(label=_("On which day?"), widget=DateInput)
    reason = Words(
        label=_("Why?"),
        help_text=_("As the council said it. Everybody can read it."),
        max_length=4000,
        error_messages={"required": _("Write why the council decided so.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
