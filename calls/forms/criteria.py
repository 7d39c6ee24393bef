"""Forms of how will be chosen and measured: criteria, scale, indicators."""

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from calls.actions import CriterionDraft
from calls.forms.request import VersionForm, area
from calls.models import Call, Criterion, ProposedIndicator
from events.fields import Several, limited
from tenders.money import ShareFormField


class CriterionForm(forms.Form):
    """One criterion; a row without a name is no criterion."""

    public_id = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    weight = ShareFormField(label=_("Weight in percent"), required=False)
    question = forms.CharField(label=_("What does the committee look at?"), widget=area(2), max_length=2000, required=False)
    asked = forms.CharField(label=_("What does a party write about it?"), widget=area(2), max_length=2000, required=False)
    clauses = Several(
        label=_("From which parts of the request does it come?"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_price = forms.BooleanField(label=_("This criterion is about the price"), required=False)
    price_reason = forms.CharField(label=_("Why is price a criterion?"), widget=area(2), max_length=2000, required=False)
    left_out = forms.BooleanField(label=_("Leave this criterion out"), required=False)

    def __init__(self, *args, clauses, public_money: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["clauses"].queryset = clauses
        self.fields["clauses"].choices = [(clause.pk, str(clause)) for clause in clauses]
        if not public_money:
            del self.fields["is_price"], self.fields["price_reason"]

    def clean(self):
        data = super().clean()
        if not self.counts:
            return data
        if data.get("weight") in (None, 0) and "weight" not in self.errors:
            self.add_error("weight", _("Say how much it weighs, in percent."))
        if not data.get("question"):
            self.add_error("question", _("Say what the committee looks at."))
        if data.get("is_price") and not data.get("price_reason"):
            self.add_error("price_reason", _("Price is no criterion here unless you explain why."))
        return data

    @property
    def counts(self) -> bool:
        return bool(self.cleaned_data.get("name", "").strip()) and not self.cleaned_data.get("left_out")

    def draft(self) -> CriterionDraft:
        data = self.cleaned_data
        names = ("name", "question", "weight", "asked", "is_price", "price_reason", "public_id")
        return CriterionDraft(**{name: data[name] for name in names if name in data}, clauses=list(data["clauses"]))


CriterionFormSet = forms.formset_factory(CriterionForm, extra=0, max_num=12, absolute_max=12)


def criteria_initial(criteria: list[Criterion]) -> list[dict]:
    """Rows for the form: what is there, or one criterion "quality" that weighs everything."""
    names = ("public_id", "name", "weight", "question", "asked", "is_price", "price_reason")
    rows = [
        {**{name: getattr(criterion, name) for name in names}, "clauses": [source.clause_id for source in criterion.sources.all()]}
        for criterion in criteria
    ]
    quality = {"name": in_dutch(_("Quality")), "question": in_dutch(_("How good is what this party wants to do?"))}
    return rows or [{**quality, "weight": 10_000}]


def in_dutch(text) -> str:
    """A request is written in Dutch, also by who reads the website in English."""
    with translation.override("nl"):
        return str(text)


class CriteriaForm(VersionForm):
    """What goes with the criteria as a whole."""

    reason = forms.CharField(
        label=_("What changed, and why?"),
        help_text=_("Needed when you leave out a criterion. Everybody can read it."),
        required=False,
        max_length=2000,
        widget=area(2),
    )


class GradeForm(forms.Form):
    """One grade; a row without a name is no grade."""

    label = forms.CharField(label=_("Grade in words"), max_length=40, required=False)
    points = forms.IntegerField(label=_("Points"), min_value=0, max_value=100, required=False)
    meaning = forms.CharField(label=_("When is it given?"), max_length=500, required=False)

    def clean(self):
        data = super().clean()
        if data.get("label") and data.get("points") is None and "points" not in self.errors:
            self.add_error("points", _("Say how many points this grade is."))
        return data


def default_grades() -> list[tuple]:
    return [(in_dutch(label), points, in_dutch(meaning)) for label, points, meaning in DEFAULT_GRADES]


GradeFormSet = forms.formset_factory(GradeForm, extra=0, max_num=12, absolute_max=12)
DEFAULT_GRADES = (
    (_("Insufficient"), 2, _("It does not answer the question.")),
    (_("Moderate"), 4, _("It answers a part of the question.")),
    (_("Sufficient"), 6, _("It answers the question.")),
    (_("Good"), 8, _("It answers the question well, and shows how.")),
    (_("Excellent"), 10, _("It is better than we could have thought of.")),
)


class ScaleForm(VersionForm):
    """What goes with the scale: the lowest total, and how the committee works."""

    lowest_mark = ShareFormField(
        label=_("Lowest total for an award"),
        help_text=_("In percent of the highest total. Below it, nobody is chosen. Leave empty when there is none."),
        required=False,
    )
    committee_rules = forms.CharField(
        label=_("How does the committee work?"),
        help_text=_("Who is in it, how they read, and what happens when they differ."),
        required=False,
        max_length=8000,
        widget=area(6),
    )
    residents_minority_reason = forms.CharField(
        label=_("Why are residents and target group no majority?"),
        help_text=_("Only when they are no majority in the committee."),
        required=False,
        max_length=2000,
        widget=area(2),
    )

    def __init__(self, *args, call: Call, **kwargs):
        names = ("version", "lowest_mark", "committee_rules", "residents_minority_reason")
        super().__init__(*args, initial={name: getattr(call, name) for name in names}, **kwargs)


class IndicatorForm(VersionForm, forms.ModelForm):
    class Meta:
        model = ProposedIndicator
        formfield_callback = limited
        fields = ["name", "clause", "unit", "baseline", "target", "lower_is_better", "how"]
        widgets = {"how": area(3)}

    def __init__(self, *args, call: Call, clauses, **kwargs):
        super().__init__(*args, initial={"version": call.version}, **kwargs)
        self.fields["clause"].queryset = clauses
        self.fields["clause"].empty_label = _("Choose a part of the request")
