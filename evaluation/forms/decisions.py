"""The decision on a lot, what is ready to be sent, and the committee's own words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from evaluation.models import AwardDecision, DecisionKind
from events import clock
from events.fields import LONGEST, Day, limited
from tenders.money import CentsFormField
from tenders.routes import Track
from tenders.widgets import Choice, DateInput

_SEVERAL = 5


class PartyField(forms.CharField):
    """A party, by its name; cleaned into the party."""

    default_error_messages = {
        "unknown": _("There is no party of this name. Ask it to make itself known here first."),
        "several": _("Several parties are called so: %(names)s. Write the whole name."),
    }

    def clean(self, value):
        name = super().clean(value)
        if not name:
            return None
        found = list(Party.objects.filter(name__iexact=name)[:2]) or list(
            Party.objects.filter(name__icontains=name)[: _SEVERAL + 1]
        )
        if not found:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        if len(found) > 1:
            names = ", ".join(party.name for party in found[:_SEVERAL])
            raise forms.ValidationError(self.error_messages["several"], params={"names": names}, code="several")
        return found[0]


class DecisionForm(forms.Form):
    """One page: with competition who is first follows from the consensus, without it the party is named here."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    kind = forms.ChoiceField(label=_("The decision"), widget=forms.RadioSelect)
    chosen = forms.ChoiceField(
        label=_("Who of those that are equal?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Choose by what the request says about this, and say so in the reason."),
    )
    party = PartyField(label=_("For which party?"), required=False, max_length=160)
    amount = CentsFormField(label=_("Amount"), required=False, help_text=_("In euros."))
    reason = forms.CharField(
        label=_("The decision and its reason, in plain words"),
        help_text=_("Everybody can read this, also who was not chosen."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say why, in plain words.")},
    )
    conditions = forms.CharField(
        label=_("Conditions"),
        required=False,
        help_text=_("What the party must do or show, and for how long it holds."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    legal_basis = forms.CharField(
        label=_("The rules on which the subsidy rests"),
        required=False,
        max_length=200,
        help_text=_("Name the regulation and its article."),
    )

    def __init__(self, *args, lot, equals=(), **kwargs):
        super().__init__(*args, **kwargs)
        tender = lot.tender
        self.fields["kind"].choices = _kinds(tender.competes_here)
        self.equals = {one.bid.letter: one.bid for one in equals}
        self.fields["chosen"].choices = [(one.bid.letter, f"{one.bid.letter}: {one.bid.bid.party}") for one in equals]
        if not self.equals:
            del self.fields["chosen"]
        if tender.competes_here:
            del self.fields["party"]
        if not tender.traits.public_money:
            del self.fields["amount"]
        if tender.traits.track != Track.SUBSIDY:
            del self.fields["legal_basis"]

    def clean_chosen(self):
        return self.equals.get(self.cleaned_data["chosen"])


def _kinds(competition: bool) -> list[tuple]:
    if competition:
        first = (DecisionKind.AWARD.value, Choice(_("Choose who is first"), _("It follows from what the committee agreed on.")))
    else:
        first = (DecisionKind.DIRECT.value, Choice(_("Yes, for one party"), _("There is no competition: you say why this party.")))
    return [first, (DecisionKind.NONE.value, Choice(_("Choose nobody"), _("With the reason. Every party hears it.")))]


class AdvantagesForm(forms.Form):
    text = forms.CharField(
        label=_("What does the chosen one do better than this one?"),
        help_text=_("Per criterion, in plain words. Give away no secrets of the plan."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Say what the chosen one does better.")},
    )


class PrepareForm(forms.Form):
    send_on = Day(
        label=_("On which day do you send the letters?"),
        help_text=_("This day stands in every letter, and the term begins on the day after it."),
        widget=DateInput,
        error_messages={"required": _("Choose a day.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["send_on"].initial = clock.today


class ApproveForm(forms.Form):
    content_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ExplanationForm(forms.ModelForm):
    class Meta:
        model = AwardDecision
        formfield_callback = limited
        fields = ["explanation", "found_hard", "what_changes", "quote", "quote_by", "talk_about_it"]
        widgets = {
            "explanation": forms.Textarea(attrs={"rows": 5}),
            "found_hard": forms.Textarea(attrs={"rows": 5}),
            "what_changes": forms.Textarea(attrs={"rows": 4}),
            "quote": forms.Textarea(attrs={"rows": 2}),
            "talk_about_it": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "explanation": _("One reason on a line, the most important one first. Three is enough."),
            "found_hard": _("Where you doubted, and what you did about it."),
            "what_changes": _("One thing on a line."),
            "quote_by": _("As this person wants to be named."),
            "talk_about_it": _("A day, a time and a place. Or leave it empty."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["explanation"].required = True
        self.fields["explanation"].error_messages["required"] = _("Write at least one reason.")
