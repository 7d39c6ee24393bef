"""Forms of a coalition: to begin, to ask a party, to stop, and its terms."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from coalitions.models import Coalition, LeadKind, Terms
from events.fields import Name, Words
from tenders.money import WHOLE, ShareFormField, percent
from tenders.widgets import with_consequences

_MOST_HOURS = 100_000


class BeginForm(forms.Form):
    name = Name(
        label=_("What do you call your coalition?"), max_length=120, error_messages={"required": _("Give your coalition a name.")}
    )


class InviteForm(forms.Form):
    name = Name(
        label=_("Name or KvK number of the party"),
        max_length=160,
        help_text=_("As the party wrote it on Meerwaarde. It needs no KvK number to take part."),
        error_messages={"required": _("Fill in which party you ask.")},
    )


class LeaveForm(forms.Form):
    reason = Words(
        label=_("Why?"),
        help_text=_("The others read it."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in one sentence.")},
    )


class SignForm(forms.Form):
    """For which of one's own parties, of the version that was read."""

    content_sha256 = forms.CharField(widget=forms.HiddenInput)
    party = forms.ModelChoiceField(
        label=_("For which party do you agree?"),
        queryset=Party.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a party.")},
    )

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties
        if len(parties) == 1:
            self.fields["party"].initial = parties[0]


class TermsForm(forms.Form):
    """The terms of the partners of now, with for each a part of the income and the hours a week."""

    after = forms.IntegerField(widget=forms.HiddenInput)
    lead = forms.ModelChoiceField(
        label=_("Who is the lead partner?"),
        help_text=_("That party speaks for all of you with the municipality."),
        queryset=Party.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose the lead partner.")},
    )
    lead_kind = forms.ChoiceField(
        label=_("What does the lead partner do?"),
        choices=with_consequences(
            [(value, capfirst(label)) for value, label in LeadKind.choices],
            {
                LeadKind.CONTENT: _("The lead partner does part of the work itself."),
                LeadKind.FACILITATING: _("The lead partner keeps the group together, and no more."),
            },
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the lead partner does.")},
    )
    decision_rule = Words(
        label=_("How do you decide together?"),
        help_text=_("For example: everybody has one vote. Above € 5,000 all must say yes."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Fill in how you decide together.")},
    )

    def __init__(self, *args, coalition: Coalition, terms: Terms | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.partners = coalition.partners()
        own = {}
        for one in self.partners:
            own[f"income_{one.party.public_id}"] = ShareFormField(
                label=_("Part of the income"), error_messages={"required": _("Fill in a percentage. It may be 0.")}
            )
            own[f"hours_{one.party.public_id}"] = _hours()
            for name in ("income", "hours"):
                own[f"{name}_{one.party.public_id}"].whose = one.party.name
        self.fields = {"after": self.fields.pop("after"), **own, **self.fields}
        self.fields["lead"].queryset = Party.objects.filter(pk__in=[one.party_id for one in self.partners])
        self.initial = {**_as_typed(terms), **self.initial}

    def rows(self) -> list[tuple]:
        """(partner, its two fields)."""
        names = ((one, one.party.public_id) for one in self.partners)
        return [(one, [self[f"income_{key}"], self[f"hours_{key}"]]) for one, key in names]

    def clean(self):
        keys = [one.party.public_id for one in self.partners]
        incomes = [self.cleaned_data.get(f"income_{key}") for key in keys]
        if None not in incomes and sum(incomes) != WHOLE:
            sentence = _("The parts of the income are %(sum)s together. They must be 100 %%.")
            self.add_error(f"income_{keys[0]}", sentence % {"sum": percent(sum(incomes))})
        hours = [self.cleaned_data.get(f"hours_{key}") for key in keys]
        if None not in hours and not any(hours):
            self.add_error(f"hours_{keys[0]}", _("Somebody must put in hours. Fill them in."))
        return self.cleaned_data

    def said(self) -> dict:
        """What the action takes."""
        data = self.cleaned_data
        keys = [(one.party_id, one.party.public_id) for one in self.partners]
        shares = {party: (data[f"income_{key}"], data[f"hours_{key}"]) for party, key in keys}
        return {"shares": shares, **{name: data[name] for name in ("after", "lead", "lead_kind", "decision_rule")}}


def _hours() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Hours a week"),
        min_value=0,
        max_value=_MOST_HOURS,
        error_messages={
            "required": _("Fill in a number of hours. It may be 0."),
            "min_value": _("Hours cannot be below zero."),
            "invalid": _("Fill in whole hours, like 24."),
        },
    )


def _as_typed(terms: Terms | None) -> dict:
    if terms is None:
        return {"after": 0}
    typed = {"after": terms.number, "lead": terms.lead_id, "lead_kind": terms.lead_kind, "decision_rule": terms.decision_rule}
    for share in terms.shares.all():
        typed |= {f"income_{share.party.public_id}": share.income, f"hours_{share.party.public_id}": share.hours}
    return typed
