"""Forms of the dialogue itself: the dot, the rules, facts and open questions."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dialogues.models import Dialogue, Fact, OpenQuestion, RuleKind
from events import clock
from events.fields import Day, Words, limited
from tenders.widgets import DateInput

_LONGEST = 3000
_HELP = {
    RuleKind.ROLE: _("Are you a partner, a client or a supporter? One or two sentences."),
    RuleKind.FIXED: _("What will not change, whatever people say. One thing on each line."),
    RuleKind.OPEN: _("What people can still change. One thing on each line."),
    RuleKind.WEIGHT: _("What do you do with what residents say? One thing on each line."),
    RuleKind.WHO_DECIDES: _("Who decides what: the council, the committee, the executive. One thing on each line."),
    RuleKind.MONEY: _("From and to, a year or in all. Or how much must be saved."),
    RuleKind.PAY: _("What people get for their time: a fee, travel costs, a meal."),
    RuleKind.HOUSE_RULES: _("When do you refuse a contribution? Say that you always tell why."),
}


class DialogueForm(forms.Form):
    """The dot, the last day and every kind of rule, in one form."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    dot = Words(
        label=_("Dot on the horizon"),
        help_text=_("Where you want to be, in one or two sentences. It may change later."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = Words(
        label=_("Why do you change the dot on the horizon?"),
        help_text=_("Only when you change it. Everybody can read your reason."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    moved_because = Words(
        label=_("Why do you move a day that you promised?"),
        help_text=_("Only when you change a day on which you would say something. Everybody can read your reason."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    closes_on = Day(
        label=_("Open until and including"),
        help_text=_("The last day on which people can contribute."),
        required=False,
        widget=DateInput,
    )

    def __init__(self, data=None, *, dialogue: Dialogue):
        self.dialogue = dialogue
        paid = dialogue.tender.traits.public_money
        self.kinds = [kind for kind in RuleKind if paid or kind != RuleKind.MONEY]
        said = {rule.kind: rule for rule in dialogue.rules.all()} if dialogue.pk else {}
        initial = {"version": dialogue.version, "dot": dialogue.dot, "closes_on": dialogue.closes_on}
        super().__init__(data, initial=initial)
        if dialogue.published_at is None:
            del self.fields["reason"], self.fields["moved_because"]
        for kind in self.kinds:
            rule = said.get(kind)
            self.fields[str(kind)] = Words(
                label=capfirst(kind.label),
                help_text=_HELP[kind],
                required=False,
                max_length=_LONGEST,
                initial=rule.text if rule else "",
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            self.fields[f"{kind}_known_on"] = Day(
                label=_("Not known yet (%(rule)s)? Then we say so on") % {"rule": kind.label},
                required=False,
                initial=rule.known_on if rule else None,
                widget=DateInput,
            )

    def clean(self):
        """A day that is new must be still to come; one that stood there already may be over."""
        for name, field in self.fields.items():
            day = self.cleaned_data.get(name)
            if isinstance(field, forms.DateField) and name in self.changed_data and day and day < clock.today():
                self.add_error(name, _("This day is over. Choose one that is still to come."))
        return self.cleaned_data

    def rule_fields(self) -> list[tuple]:
        """The fields of each kind of rule: its text and its day."""
        return [(self[str(kind)], self[f"{kind}_known_on"]) for kind in self.kinds]

    def values(self) -> dict:
        """What the action takes."""
        data = self.cleaned_data
        rules = {kind: (data[str(kind)], data[f"{kind}_known_on"]) for kind in self.kinds}
        return {
            "version": data["version"],
            "dot": data["dot"],
            "closes_on": data["closes_on"],
            "reason": data.get("reason", ""),
            "moved_because": data.get("moved_because", ""),
            "rules": rules,
        }


class FactForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=1)

    class Meta:
        model = Fact
        formfield_callback = limited
        fields = ["text", "source"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class OpenQuestionForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=1)

    class Meta:
        model = OpenQuestion
        formfield_callback = limited
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


def catch_up(form: forms.BaseForm, version: int) -> None:
    """Let a form that came too late carry the newest version: who sends it again has seen what the other saved."""
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = str(version)
