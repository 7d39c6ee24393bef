"""Forms about what may stop: tying a contract to a tender, telling who does the work, and what that party answers."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from documents.uploads import check_upload
from events.fields import Day, limited
from inventory.forms.lines import EndForm
from inventory.models import Friction, Line, MayStop, Told
from tenders.models import Tender
from tenders.widgets import DateInput, with_consequences

_MOST_MONTHS = 120


class MayStopForm(forms.ModelForm):
    line = forms.ModelChoiceField(
        label=_("Which work may stop?"),
        queryset=Line.objects.none(),
        error_messages={"required": _("Choose work from the inventory.")},
    )

    class Meta:
        model = MayStop
        formfield_callback = limited
        fields = ["line", "stops_on", "reason"]
        widgets = {"stops_on": DateInput, "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"reason": _("Who does the work now reads this.")}

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        here = MayStop.objects.standing().filter(tender=tender).values("line")
        lines = Line.objects.running().filter(municipality__in=tender.municipality_ids()).exclude(pk__in=here)
        self.fields["line"].queryset = lines.select_related("party", "area").order_by("title", "pk")
        self.fields["line"].label_from_instance = _in_words


def _in_words(line: Line) -> str:
    return " · ".join(str(word) for word in (line.title, line.who, line.area) if word)


class TellForm(forms.Form):
    how = forms.ChoiceField(
        label=_("How do they hear it?"), widget=forms.RadioSelect, error_messages={"required": _("Choose one.")}
    )
    told_on = Day(label=_("On which day did you tell them?"), required=False, widget=DateInput)
    proof = forms.FileField(label=_("The letter, the mail or the report of the talk"), required=False, validators=[check_upload])

    def __init__(self, *args, has_account: bool, **kwargs):
        super().__init__(*args, **kwargs)
        ways = [(way, capfirst(way.label)) for way in Told if has_account or way != Told.HERE]
        here = {Told.HERE: _("Today. We make a letter with a fingerprint, and you see when they read it.")}
        self.fields["how"].choices = with_consequences(ways, here)
        if not has_account:
            self.fields["told_on"].required = self.fields["proof"].required = True


class TakeBackForm(EndForm):
    """Why it does not stop after all: before the tender is public only who was told reads it."""

    def __init__(self, *args, is_public: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_public:
            self.fields["reason"].help_text = _("Who was told reads it. The tender is not public yet.")
            self.fields["reason"].error_messages["required"] = _("Say why.")


class FrictionForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Friction
        formfield_callback = limited
        fields = [
            "staff_costs",
            "place_costs",
            "other_costs",
            "more_months",
            "costs_then",
            "staff",
            "volunteers",
            "clients",
            "network",
            "needs",
            "may_be_shown",
        ]
        widgets = {"network": forms.Textarea(attrs={"rows": 3}), "needs": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "staff_costs": _("In euros. Leave empty when there are none."),
            "place_costs": _("In euros. Leave empty when there are none."),
            "other_costs": _("In euros. Leave empty when there are none."),
            "more_months": _("More time often costs less. Leave empty when it makes no difference."),
            "costs_then": _("All costs together, in euros."),
            "may_be_shown": _("Without this, your numbers are public only in one sum with two others or more."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version if self.instance.pk else 0
        for name in ("staff_costs", "place_costs", "other_costs", "costs_then"):
            self.fields[name].required = False

    def clean(self):
        data = super().clean()
        if data.get("more_months") == 0:
            self.add_error("more_months", _("Fill in one month or more, or leave it empty."))
        elif (data.get("more_months") or 0) > _MOST_MONTHS:
            self.add_error("more_months", _("Choose at most 120 months."))
        elif data.get("more_months") and data.get("costs_then") is None and "costs_then" not in self.errors:
            self.add_error("costs_then", _("Fill in what it would cost with so much more time."))
        elif data.get("costs_then") is not None and data.get("more_months") is None and "more_months" not in self.errors:
            self.add_error("more_months", _("Fill in how many months more this takes."))
        return data
