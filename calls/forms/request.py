"""Forms of the co-created request."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from accounts.models import Party, User
from calls import differences
from calls.actions import PartDecision
from calls.models import Amendment, AmendmentState, Call, Clause, PartChoice, Section
from tenders.widgets import RadioRow


def area(rows: int = 4, **attrs) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **attrs})


class VersionForm(forms.Form):
    """A form of something that two people may edit: it holds the version that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @property
    def is_stale(self) -> bool:
        return self.has_error(NON_FIELD_ERRORS, code="version")

    def see(self, version: int) -> None:
        """From now on the person has seen this version: what was typed stays, and saving again goes on from there."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(version)


class CallForm(VersionForm):
    """The short version, and a limit on lots."""

    short_version = forms.CharField(
        label=_("Short version"),
        help_text=_("What, for whom, how much, when. At most one page."),
        widget=area(6),
        max_length=4000,
        error_messages={"required": _("Write the short version. Two sentences are enough to begin with.")},
    )
    max_lots_per_party = forms.IntegerField(label=_("Most lots for one party"), required=False, min_value=1, max_value=99)

    def __init__(self, *args, call: Call, several_lots: bool, **kwargs):
        initial = {"version": call.version, "short_version": call.short_version, "max_lots_per_party": call.max_lots_per_party}
        super().__init__(*args, initial=initial, **kwargs)
        if not several_lots:
            del self.fields["max_lots_per_party"]


class NewClauseForm(forms.Form):
    """A new part of the request."""

    section = forms.ChoiceField(label=_("Part of the request"), choices=Section.choices)
    lot = forms.ModelChoiceField(label=_("Only for one lot?"), queryset=None, required=False, empty_label=_("No, for all lots"))
    title = forms.CharField(label=_("Title"), max_length=160)
    text = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        widget=area(12),
        help_text=_("You can use Markdown: an empty line for a new paragraph, a dash for a list."),
        error_messages={"required": _("Write the text. You can change it later.")},
    )

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.lots = list(tender.lots.all())
        self.fields["section"].choices = [(one.value, one.label_for(tender.traits.public_money)) for one in Section]
        self.fields["lot"].queryset = tender.lots.all()
        if len(self.lots) < 2:
            del self.fields["lot"]


class ClauseForm(VersionForm, NewClauseForm):
    """Another wording of a part that is there."""

    reason = forms.CharField(label=_("What did you change, and why?"), required=False, max_length=2000, widget=area(2))

    field_order = ["version", "title", "text", "reason", "section", "lot"]

    def __init__(self, *args, clause: Clause, **kwargs):
        initial = {
            "version": clause.newest_number,
            "title": clause.title,
            "text": clause.newest_text,
            "section": clause.section,
            "lot": clause.lot,
        }
        super().__init__(*args, tender=clause.call.tender, initial=initial, **kwargs)


class ReasonForm(forms.Form):
    """One reason, that everybody can read."""

    reason = forms.CharField(
        label=_("Why? Everybody can read this."),
        max_length=2000,
        widget=area(3),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )


class SourceForm(forms.Form):
    reason = forms.CharField(
        label=_("What of it stands in this part?"),
        help_text=_("Who contributed it reads this on the golden thread."),
        max_length=2000,
        widget=area(3),
        error_messages={"required": _("Say what of it stands in this part.")},
    )


class AmendmentForm(forms.Form):
    """Other wording for a part of the request."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    text = forms.CharField(
        label=_("Your wording"),
        help_text=_("Change the text as you want to see it."),
        max_length=20_000,
        widget=area(12),
        error_messages={"required": _("Write the text as you want to see it.")},
    )
    reason = forms.CharField(
        label=_("Why is this better?"), max_length=2000, widget=area(3), error_messages={"required": _("Say why this is better.")}
    )
    party = forms.ModelChoiceField(
        label=_("For which party do you propose this?"), queryset=None, required=False, empty_label=_("For myself")
    )

    def __init__(self, *args, clause: Clause, user, **kwargs):
        super().__init__(*args, initial={"version": clause.newest_number, "text": clause.newest_text}, **kwargs)
        self.fields["party"].queryset = Party.objects.filter(pk__in=user.party_ids())
        if not user.party_ids():
            del self.fields["party"]


class DecisionForm(VersionForm):
    """What is done with each part of an amendment; or with all of it, when the clause was changed after the proposal."""

    def __init__(self, *args, amendment: Amendment, clause: Clause, **kwargs):
        super().__init__(*args, prefix=f"v{amendment.public_id}", initial={"version": clause.newest_number}, **kwargs)
        self.changed_since = clause.newest_number != amendment.on_version.number
        self.parts = [] if self.changed_since else differences.changes(amendment.on_version.text, amendment.text)
        if not self.parts:
            self._ask_as_a_whole(clause)
            self._keep_reasons()
        for number, _part in enumerate(self.parts, start=1):
            self._ask_of_part(number)

    def rows(self) -> list[dict]:
        """For the page: each part with its difference and its three fields."""
        return [
            {
                "number": number,
                "difference": differences.marked(part),
                "choice": self[f"choice{number}"],
                "text": self[f"text{number}"],
                "reason": self[f"reason{number}"],
                "own": self[f"choice{number}"].value() == PartChoice.OWN,
            }
            for number, part in enumerate(self.parts, start=1)
        ]

    def clean(self):
        data = super().clean()
        for number, _part in enumerate(self.parts, start=1):
            if data.get(f"choice{number}") == PartChoice.OWN and not data.get(f"text{number}", "").strip():
                self.add_error(f"text{number}", _("Write the other wording, or choose one of the two above."))
        if not self.parts and data.get("outcome") in (AmendmentState.ACCEPTED, AmendmentState.PARTLY) and not data.get("text"):
            self.add_error("text", _("Write the text as it becomes."))
        return data

    def decision(self) -> dict:
        """What the action decide_amendment asks."""
        data = self.cleaned_data
        if not self.parts:
            return {name: data[name] for name in ("version", "outcome", "reason", "text")}
        numbers = range(1, len(self.parts) + 1)
        parts = [PartDecision(PartChoice(data[f"choice{n}"]), data[f"reason{n}"], data[f"text{n}"]) for n in numbers]
        return {"version": data["version"], "parts": parts}

    def _keep_reasons(self) -> None:
        """Reasons that were typed per part, when the clause was changed before they were sent."""
        if not self.is_bound or self.add_prefix("reason1") not in self.data:
            return
        typed = [value for name, value in self.data.items() if name.startswith(self.add_prefix("reason"))]
        self.data = self.data.copy()
        self.data[self.add_prefix("reason")] = "\n\n".join(typed)
        self.data[self.add_prefix("text")] = self.fields["text"].initial

    def _ask_of_part(self, number: int) -> None:
        self.fields[f"choice{number}"] = forms.ChoiceField(
            label=_("What do you do with it?"),
            choices=PartChoice.choices,
            widget=RadioRow,
            error_messages={"required": _("Choose what you do with part %(number)d.") % {"number": number}},
        )
        self.fields[f"text{number}"] = forms.CharField(
            label=_("The other wording of this part"), required=False, widget=area(3), max_length=20_000
        )
        self.fields[f"reason{number}"] = forms.CharField(
            label=_("Reason (who proposed it reads it too)"),
            widget=area(2),
            max_length=2000,
            error_messages={"required": _("Say why. Who proposed it reads your reason.")},
        )

    def _ask_as_a_whole(self, clause: Clause) -> None:
        outcomes = (AmendmentState.ACCEPTED, AmendmentState.PARTLY, AmendmentState.REFUSED)
        labels = (_("Take over"), _("Take over partly"), _("Do not take over"))
        self.fields["outcome"] = forms.ChoiceField(
            label=_("What do you do with it?"), choices=list(zip(outcomes, labels, strict=True)), widget=RadioRow
        )
        self.fields["text"] = forms.CharField(
            label=_("The text as it becomes"),
            help_text=_("This is the current text. Put in it what you take over."),
            required=False,
            initial=clause.newest_text,
            widget=area(10),
            max_length=20_000,
        )
        self.fields["reason"] = forms.CharField(
            label=_("Reason (who proposed it reads it too)"),
            widget=area(2),
            max_length=2000,
            error_messages={"required": _("Say why. Who proposed it reads your reason.")},
        )


class CoAuthorForm(forms.Form):
    """Somebody to write along: a person by e-mail address, a party by name."""

    who = forms.CharField(
        label=_("E-mail address of a person, or name of a party"),
        max_length=160,
        error_messages={"required": _("Fill in an e-mail address or the name of a party.")},
    )

    def clean(self):
        data = super().clean()
        who = data.get("who", "").strip()
        if "@" in who:
            data["person"] = User.objects.filter(email__iexact=who, is_active=True).first()
        elif who:
            data["party"] = Party.objects.filter(name__iexact=who).first()
        if who and not (data.get("person") or data.get("party")):
            self.add_error("who", _("We know nobody by this address or name. Ask them to make an account first."))
        return data

    def someone(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("person", "party") if self.cleaned_data.get(name)}
