"""Dividing: an amount for each entry, that the server adds up."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from budgets.actions.divisions import too_much, wrong_with
from budgets.entries import facts_of
from budgets.forms.amounts import EurosField
from budgets.models import Aside, Budget, Division
from events.fields import Words
from tenders.money import euro_on_page


class DivideForm(forms.Form):
    """The form of one person. What is wrong with an amount stands beside it; what is typed stays."""

    def __init__(self, *args, budget: Budget, division: Division | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.budget, self._typed = budget, 0
        self.entries = list(budget.entries.standing().for_list())
        kept = {share.entry_id: share.amount for share in division.shares.all()} if division else {}
        for entry in self.entries:
            field = EurosField(
                label=f"{entry.number}. {entry}",
                help_text=" ".join([entry.sentence, *facts_of(entry)]),
                required=False,
                initial=kept.get(entry.pk) or None,
            )
            field.error_messages["large"] = self._more_than_all()
            self.fields[f"entry_{entry.number}"] = field
        if division:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=division.version)

    def clean(self):
        data = super().clean()
        self._typed = sum(data.get(f"entry_{entry.number}") or 0 for entry in self.entries)
        self._look(data)
        return data

    def _look(self, data: dict) -> None:
        for entry in self.entries:
            name, amount = f"entry_{entry.number}", data.get(f"entry_{entry.number}") or 0
            if amount > self.budget.ceiling:
                self.add_error(name, self._more_than_all())
            elif wrong := wrong_with(entry, self.budget, amount):
                self.add_error(name, wrong)
        if self.errors:
            return
        if self.total > self.budget.ceiling:
            self.add_error(None, self._too_much())
        elif all(data.get(f"entry_{entry.number}") is None for entry in self.entries):
            self.add_error(None, _now("You filled in nothing. Give an amount to at least one line; a zero counts too."))

    @property
    def amounts(self) -> dict[int, int]:
        """What was given to each entry, by its number."""
        return {entry.number: self.cleaned_data.get(f"entry_{entry.number}") or 0 for entry in self.entries}

    @property
    def total(self) -> int:
        """What was divided so far: what is written in the form as it is, as far as it can be read."""
        if self.is_bound:
            return self._typed
        return sum(self.fields[f"entry_{entry.number}"].initial or 0 for entry in self.entries)

    @property
    def rest(self) -> dict:
        """What is still to be divided, for under the form."""
        left = self.budget.ceiling - self.total
        return {"total": self.total, "left": max(left, 0), "over": max(-left, 0)}

    def bound_entries(self) -> list:
        """The fields of the entries, as the page shows them."""
        return [self[f"entry_{entry.number}"] for entry in self.entries]

    def _too_much(self) -> str:
        return too_much(self.total, self.budget.ceiling)

    def _more_than_all(self) -> str:
        return _now("There is %(ceiling)s to divide. This is more.") % {"ceiling": euro_on_page(self.budget.ceiling)}


class TypedForm(DivideForm):
    """A form on paper, typed in: with its own number when it was printed here."""

    sheet = forms.IntegerField(
        label=_("Number of the form"),
        help_text=_("It stands at the top on the right. Is there none? Leave it empty."),
        required=False,
        min_value=1,
        max_value=999_999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Type the number as it stands on the form, for example 12."),
            "min_value": _("Type the number as it stands on the form, for example 12."),
            "max_value": _("Type the number as it stands on the form, for example 12."),
        },
    )
    because = Words(
        label=_("Another reason, in one sentence"),
        help_text=_("Who filled in the form reads this. Name nobody."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def _look(self, data: dict) -> None:
        super()._look(data)
        if data.get("because"):
            self.add_error("because", _now("You wrote why this form does not count. Set it aside, or take these words away."))

    def _too_much(self) -> str:
        """Nobody can take something off who only types it in."""
        says = _now("Together this is %(total)s. That is %(over)s too much. Does it say so? Then press “%(button)s”.")
        button = _now("Does not count: together more than %(ceiling)s") % {"ceiling": euro_on_page(self.budget.ceiling)}
        found = {"total": euro_on_page(self.total), "over": euro_on_page(self.total - self.budget.ceiling), "button": button}
        return says % found

    @property
    def values(self) -> dict:
        """What the action asks."""
        return {"amounts": self.amounts, "sheet": self.cleaned_data["sheet"]}


class AsideForm(TypedForm):
    """A form on paper that does not count: what stands on it is kept as it is, above the ceiling too."""

    kind = forms.ChoiceField(choices=Aside.choices, widget=forms.HiddenInput)

    def _look(self, data: dict) -> None:
        """Nothing is too much here; whether the reason holds says the action."""

    @property
    def values(self) -> dict:
        return {**super().values, **{name: self.cleaned_data[name] for name in ("kind", "because")}}
