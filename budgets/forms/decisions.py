"""Deciding: an amount and a reason for each entry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from budgets.actions.decisions import as_divided
from budgets.models import Decision
from budgets.result import Result
from events.fields import Words
from tenders.money import CentsFormField

_EURO = 100


class DecisionForm(forms.Form):
    """Filled in with what residents divided, in whole euros, so that only what is otherwise asks work; empty when few divided."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    revised_because = Words(
        label=_("Why do you decide anew?"),
        help_text=_("Everybody can read it, and the earlier decision too."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why you decide anew. Everybody can read it, and the earlier decision too.")},
    )

    def __init__(self, *args, result: Result, draft: Decision | None, before: Decision | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.result = result
        self.initial |= {"version": draft.version if draft else 0, "revised_because": draft.revised_because if draft else ""}
        if before is None:
            del self.fields["revised_because"]
        said = {line.entry_id: line for line in (draft or before).lines.all()} if draft or before else {}
        for entry in result.entries:
            line = said.get(entry.pk)
            if result.is_of_few and line and line.reason == as_divided():  # of before: what few divided stood filled in
                line = None
            amount = line.amount if line else _whole(result.of(entry))
            self.fields[f"amount_{entry.number}"] = CentsFormField(
                label=_("What do you give?"), initial=amount, error_messages={"required": _("Fill in an amount. Zero is fine.")}
            )
            self.fields[f"amount_{entry.number}"].widget.attrs["autocomplete"] = "off"
            self.fields[f"reason_{entry.number}"] = Words(
                label=_("Why?"),
                initial=line.reason if line else as_divided() if entry.stands and not result.is_of_few else "",
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def values(self) -> dict:
        """What the action asks for."""
        data, numbers = self.cleaned_data, [entry.number for entry in self.result.entries]
        return {
            "version": data["version"],
            "amounts": {number: data[f"amount_{number}"] for number in numbers},
            "reasons": {number: data[f"reason_{number}"] for number in numbers},
            "revised_because": data.get("revised_because", ""),
        }

    def rows(self) -> list[tuple]:
        """(entry, what residents gave unless few divided, field of the amount, field of the reason)."""
        return [
            (one, self.result.of(one), self[f"amount_{one.number}"], self[f"reason_{one.number}"]) for one in self.result.entries
        ]


def _whole(cents: int | None) -> int | None:
    return None if cents is None else cents // _EURO * _EURO


class PublishForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
