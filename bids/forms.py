"""The forms of a bid, one a part. A draft is kept as it was typed; these forms say what is still missing before handing in."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bids.models import Bid, PartnerRole
from documents.uploads import check_upload
from events.fields import LONGEST
from tenders.money import WHOLE, CentsFormField, ShareFormField, percent
from tenders.widgets import Choice

LINES = 8  # of the budget


def _text(label, *, rows: int, required: str = "", help_text="") -> forms.CharField:
    messages = {"required": required} if required else {}
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, widget=area, max_length=LONGEST, required=bool(required), error_messages=messages, help_text=help_text
    )


class SummaryForm(forms.Form):
    """What the plan is called and what it comes down to."""

    title = forms.CharField(
        label=gettext_lazy("Name of your plan"),
        max_length=160,
        error_messages={"required": gettext_lazy("Give your plan a name.")},
    )
    summary = _text(
        gettext_lazy("Your plan in five sentences"),
        rows=6,
        required=gettext_lazy("Write in a few sentences what you are going to do."),
        help_text=gettext_lazy("For whom, what, where, and who does it."),
    )


class AnswerForm(forms.Form):
    """What a party promises on one criterion."""

    text = _text(
        gettext_lazy("Your answer"),
        rows=16,
        required=gettext_lazy("Write your answer. Without it you cannot hand in."),
        help_text=gettext_lazy("You can use Markdown: an empty line for a new paragraph, a dash for a list."),
    )


class VisionForm(forms.Form):
    """Free room: what the request does not ask."""

    text = _text(gettext_lazy("Your own vision"), rows=16, help_text=gettext_lazy("Nobody gives points for this part alone."))


class LeadRole(forms.ChoiceField):
    """Whether the lead partner does work itself, or keeps the group together and no more."""

    CONTENT, FACILITATING = "content", "facilitating"
    CHOICES = (
        (CONTENT, Choice(gettext_lazy("Takes part in the work"), gettext_lazy("The lead partner does part of the work itself."))),
        (
            FACILITATING,
            Choice(
                gettext_lazy("Only organises"),
                gettext_lazy(
                    "The lead partner keeps the group together, for a fixed amount. This leaves more room for small parties."
                ),
            ),
        ),
    )

    UNPAID = (
        CHOICES[0],
        (FACILITATING, Choice(CHOICES[1][1].label, gettext_lazy("The lead partner keeps the group together, and no more."))),
    )

    def __init__(self, *, paid: bool = True):
        super().__init__(
            label=gettext_lazy("What does the lead partner do?"),
            choices=self.CHOICES if paid else self.UNPAID,
            widget=forms.RadioSelect,
            error_messages={"required": gettext_lazy("Choose what the lead partner does.")},
        )


class PartnersForm(forms.Form):
    """How a consortium divides money and hours, what its lead does, and how it decides."""

    def __init__(self, *args, bid: Bid, **kwargs):
        super().__init__(*args, **kwargs)
        self.partners = bid.current_partners()
        paid = bid.tender.traits.public_money
        kinds = [("money", gettext_lazy("Part of the money"))] if paid else []
        for partner in self.partners:
            for kind, label in (*kinds, ("hours", gettext_lazy("Part of the hours"))):
                self.fields[f"{kind}_{partner.party.public_id}"] = ShareFormField(
                    label=label, error_messages={"required": gettext_lazy("Fill in a percentage. It may be 0.")}
                )
        self.fields["lead_role"] = LeadRole(paid=paid)
        self.fields["decision_rule"] = _text(
            gettext_lazy("How do you decide together?"),
            rows=3,
            required=gettext_lazy("Fill in how you decide together. Without this rule you cannot hand in."),
            help_text=gettext_lazy("For example: everybody has one vote. Above € 5,000 all three must say yes.")
            if paid
            else gettext_lazy("For example: everybody has one vote. For big changes all three must say yes."),
        )

    def rows(self) -> list[tuple]:
        """(partner, its shares of the money and of the hours), the lead first; without public money of the hours only."""
        names = [(p, (f"money_{p.party.public_id}", f"hours_{p.party.public_id}")) for p in self.partners]
        return [(p, [self[name] for name in both if name in self.fields]) for p, both in names]

    def shares(self, kind: str) -> dict[str, int]:
        """The shares that were filled in well so far, in hundredths of a percent, by the public id of the party."""
        found = {}
        for partner in self.partners:
            name = f"{kind}_{partner.party.public_id}"
            value = getattr(self, "cleaned_data", {}).get(name)
            if value is not None:
                found[partner.party.public_id] = value
        return found

    def clean(self):
        for kind, sentence in (
            ("money", gettext_lazy("The parts of the money are %(sum)s together. They must be 100 %%.")),
            ("hours", gettext_lazy("The parts of the hours are %(sum)s together. They must be 100 %%.")),
        ):
            shares = self.shares(kind)
            if len(shares) == len(self.partners) and sum(shares.values()) != WHOLE:
                first = self.partners[0].party.public_id
                self.add_error(f"{kind}_{first}", sentence % {"sum": percent(sum(shares.values()))})
        return self.cleaned_data


class BudgetForm(forms.Form):
    """What it costs in a year, line by line."""

    def __init__(self, *args, needed: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.needed = needed
        for number in range(1, LINES + 1):
            self.fields[f"what_{number}"] = forms.CharField(label=gettext_lazy("What"), max_length=120, required=False)
            self.fields[f"amount_{number}"] = CentsFormField(label=gettext_lazy("Amount in a year"), required=False)
        self.fields["note"] = _text(
            gettext_lazy("Explanation of the amounts"), rows=4, help_text=gettext_lazy("What is it based on?")
        )

    def rows(self) -> list[tuple]:
        return [(self[f"what_{number}"], self[f"amount_{number}"]) for number in range(1, LINES + 1)]

    def lines(self) -> list[dict]:
        """The lines that were filled in."""
        data = getattr(self, "cleaned_data", {})
        pairs = [(data.get(f"what_{n}") or "", data.get(f"amount_{n}")) for n in range(1, LINES + 1)]
        return [{"what": what, "amount": amount} for what, amount in pairs if what and amount is not None]

    def total(self) -> int:
        return sum(line["amount"] for line in self.lines())

    def clean(self):
        data = self.cleaned_data
        for number in range(1, LINES + 1):
            what, amount = data.get(f"what_{number}"), data.get(f"amount_{number}")
            if amount is not None and not what:
                self.add_error(f"what_{number}", _("Say what this amount is for."))
            if what and amount is None and not self.errors.get(f"amount_{number}"):
                self.add_error(f"amount_{number}", _("Fill in what this costs in a year."))
        if self.needed and not self.errors and not self.lines():
            self.add_error("what_1", _("Fill in at least one line. Without a budget you cannot hand in."))
        return data


class AttachmentForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("File"), error_messages={"required": gettext_lazy("Choose a file first.")})

    def clean_file(self):
        check_upload(self.cleaned_data["file"])
        return self.cleaned_data["file"]


class BeginForm(forms.Form):
    """For which of one's parties."""

    party = forms.ModelChoiceField(
        label=gettext_lazy("For which party?"),
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Choose a party.")},
    )

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = parties


class PartnerForm(forms.Form):
    """A party that is asked to take part, by the name or KvK number under which it is known here."""

    name = forms.CharField(
        label=gettext_lazy("Name or KvK number of the party"),
        max_length=160,
        help_text=gettext_lazy("As the party wrote it on Meerwaarde. It needs no KvK number to take part."),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("How does it take part?"),
        choices=[
            (
                PartnerRole.PARTNER.value,
                Choice(PartnerRole.PARTNER.label, gettext_lazy("Hands in together with you and answers for it together with you.")),
            ),
            (
                PartnerRole.SUBCONTRACTOR.value,
                Choice(PartnerRole.SUBCONTRACTOR.label, gettext_lazy("Works for you. You answer for it.")),
            ),
        ],
        initial=PartnerRole.PARTNER.value,
        widget=forms.RadioSelect,
    )


class CoalitionForm(forms.Form):
    """One of one's own coalitions, whose parties are asked."""

    coalition = forms.ModelChoiceField(
        label=gettext_lazy("Which coalition?"),
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": gettext_lazy("Choose a coalition.")},
    )

    def __init__(self, *args, coalitions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["coalition"].queryset = coalitions
        self.fields["coalition"].label_from_instance = lambda one: f"{one}: {', '.join(str(m.party) for m in one.partners())}"


class InvitedForm(forms.Form):
    """A party that is invited to a round, by name or KvK number."""

    name = forms.CharField(label=gettext_lazy("Name or KvK number of the party"), max_length=160)


class NothingForm(forms.Form):
    """A button that asks nothing but can be refused."""


class OpenForm(forms.Form):
    """In which of one's roles one opens, and as which of the two."""

    turn = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("In which role do you open?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a role.")},
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds


class SetAsideForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why is it not judged?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The party reads this, in the decision too."),
        error_messages={"required": gettext_lazy("Say why. The party reads it.")},
    )
