"""Forms of contracts, agreements and signatures."""

import re
from textwrap import shorten

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from contracts.actions.agreements import clauses_for, plans_for, promises_for
from contracts.actions.contracts import FACTS, MONEY, forms_for
from contracts.actions.signatures import Signer
from contracts.models import Agreement, AmountPer, Contract, ContractForm, FundingModel
from contracts.term import advice
from events import clock
from events.fields import Day, limited
from tenders.steps import Step
from tenders.widgets import DateInput, with_consequences

FORM_MEANS = {
    ContractForm.CLASSIC: _("What is delivered, for which price. Little room to change it."),
    ContractForm.NEO_CLASSIC: _("The same, with rules for what nobody could foresee."),
    ContractForm.RELATIONAL: _("You agree on aims and on how you work together. You look back and adjust together."),
    ContractForm.SUBSIDY: _("The subsidy decision counts. The grant agreement says what is done for it."),
}
# Where no public money is paid, nothing is said of a price.
FORM_MEANS_UNPAID = FORM_MEANS | {ContractForm.CLASSIC: _("What each side does. Little room to change it.")}
FUNDING_MEANS = {
    FundingModel.AVAILABILITY: _("A fixed amount for being there. It is paid however many people come."),
    FundingModel.POPULATION: _("An amount for each person in an area or group."),
    FundingModel.PERFORMANCE: _("An amount for each thing that was done. Keep the proof simple for small parties."),
    FundingModel.OUTCOME: _("An amount for what it brought about. Give small parties an advance."),
    FundingModel.COMBINATION: _("Parts of the above. At most three, or nobody can follow it."),
    FundingModel.NONE: _("No amount. For example the use of a building."),
}


class FactsForm(forms.ModelForm):
    """The facts of a contract; which forms there are depends on the track."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Contract
        formfield_callback = limited
        fields = FACTS
        widgets = {
            "form_reason": forms.Textarea(attrs={"rows": 3}),
            "funding_reason": forms.Textarea(attrs={"rows": 3}),
            "term_reason": forms.Textarea(attrs={"rows": 2}),
            "begins_on": DateInput,
            "ends_on": DateInput,
        }

    def __init__(self, *args, tender=None, **kwargs):
        super().__init__(*args, **kwargs)
        offered = forms_for(tender)
        paid = tender is None or tender.traits.public_money
        means = FORM_MEANS if paid else FORM_MEANS_UNPAID
        self.fields["form"] = forms.ChoiceField(
            label=capfirst(_("form")), choices=with_consequences(offered, means), widget=forms.RadioSelect
        )
        self.fields["funding_model"] = forms.ChoiceField(
            label=capfirst(_("how it is paid")), choices=with_consequences(FundingModel, FUNDING_MEANS), widget=forms.RadioSelect
        )
        self.fields["ends_on"].help_text = advice()
        self.initial.setdefault("version", self.instance.version)
        if len(offered) == 1:
            self.initial["form"] = offered[0][0]
        if tender is not None and not tender.traits.competition:
            del self.fields["term_reason"]
            self.initial.setdefault("amount_per", AmountPer.WHOLE)
        if not paid:
            for name in MONEY:
                del self.fields[name]

    def clean(self):
        values = super().clean()
        if "amount" in values and "funding_model" in values:
            with_money = values["funding_model"] != FundingModel.NONE
            if with_money and values["amount"] is None:
                self.add_error("amount", _("Fill in the amount. Is no public money paid? Then choose that."))
            if not with_money and values["amount"] is not None:
                self.add_error("amount", _("You chose that no public money is paid. Then leave this empty."))
        return values


class StartForm(FactsForm):
    """A contract from before the platform: with its parties, and the day on which it was signed on paper.

    Of a tender that came here in step 5 only the parties are from before: it is signed here.
    """

    parties = forms.CharField(
        label=_("Parties"),
        help_text=_("One on each line: the name, or the KvK number. The first one leads."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Choose at least one party.")},
    )
    signed_on_paper = Day(label=capfirst(_("signed on paper on")), widget=DateInput)

    field_order = ["title", "parties", "signed_on_paper"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("term_reason", None)
        tender = kwargs.get("tender")
        if tender is not None and not tender.began_after(Step.CONTRACT):
            del self.fields["signed_on_paper"]

    def clean_parties(self) -> list[Party]:
        """The parties of these names; a new one (not saved yet) for a name that nobody has here."""
        lines = [line.strip() for line in self.cleaned_data["parties"].splitlines()]
        return [_party(line) for line in lines if line]

    def clean_signed_on_paper(self):
        day = self.cleaned_data["signed_on_paper"]
        if day > clock.today():
            raise ValidationError(_("This day has not come yet. Was it not signed? Then begin with a tender."))
        return day


def _party(line: str) -> Party:
    is_number = bool(re.fullmatch(r"\d{8}", line))
    same = list(Party.objects.filter(kvk_number=line) if is_number else Party.objects.filter(name__iexact=line))
    if len(same) > 1:
        raise ValidationError(_("There are two parties with the name “%(name)s”. Write the KvK number."), params={"name": line})
    if is_number and not same:
        raise ValidationError(_("We do not know the KvK number %(number)s. Write the name."), params={"number": line})
    return same[0] if same else Party(name=line[:160])


class AgreementForm(forms.ModelForm):
    """One agreement, tied to a clause and a promise where there are any."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Agreement
        formfield_callback = limited
        fields = ["title", "text", "clause", "promise", "plan_answer", "reason"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4}), "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"reason": _("Everybody can read this. It is the arrow on the golden thread.")}

    def __init__(self, *args, contract: Contract, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.version)
        self.fields["clause"] = ClauseField(
            queryset=clauses_for(contract), required=False, label=capfirst(_("from clause")), empty_label=_("Not from a clause")
        )
        self.fields["promise"] = PromiseField(
            queryset=promises_for(contract),
            required=False,
            label=capfirst(_("from the promise")),
            empty_label=_("Not from a promise"),
        )
        if contract.decision is None or not self.fields["clause"].queryset.exists():
            del self.fields["clause"], self.fields["promise"]
        plans = plans_for(contract)
        self.fields["plan_answer"] = PlanField(
            queryset=plans,
            required=False,
            label=capfirst(_("from the plan")),
            empty_label=_("Not from a plan"),
        )
        if not plans.exists():
            del self.fields["plan_answer"]
        if not {"clause", "plan_answer"} & set(self.fields):
            del self.fields["reason"]
        self.order_fields(["title", "text", "clause", "promise", "plan_answer", "reason"])


class ClauseField(forms.ModelChoiceField):
    def label_from_instance(self, clause) -> str:
        return f"{clause.number} {clause.title}"


class PromiseField(forms.ModelChoiceField):
    def label_from_instance(self, promise) -> str:
        return f"{promise.heading}: {shorten(promise.text, 80, placeholder='…')}"


class PlanField(forms.ModelChoiceField):
    def label_from_instance(self, answer) -> str:
        return f"{answer.plan.title} ({answer.plan.makers})"


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you leave it out?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why you leave it out.")},
    )


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label=_("What must be changed?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what must be changed.")},
    )


class OfferForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)


class SignForm(forms.Form):
    """Signs what was read: the fingerprint goes along."""

    content_sha256 = forms.CharField(widget=forms.HiddenInput)
    signer = forms.ChoiceField(label=_("You sign for"), widget=forms.RadioSelect)
    agreed = forms.BooleanField(
        label=_("I have read the text, and I may sign for this side."),
        error_messages={"required": _("Tick this when it is so. Otherwise somebody else must sign.")},
    )

    def __init__(self, *args, contract: Contract, signers: list[Signer], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].choices = [(one.key, one.name(contract)) for one in signers]
        if len(signers) == 1:
            self.fields["signer"].initial = signers[0].key
