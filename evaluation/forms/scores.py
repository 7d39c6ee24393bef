"""Own scores and the consensus: a grade in words, and why."""

from typing import NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from tenders.widgets import RadioGrades


class GradeChoice(NamedTuple):
    """A grade as a page offers it."""

    pk: int
    label: str


class GradeField(forms.TypedChoiceField):
    """A grade of the published scale, in words only: points are not shown while one judges."""

    widget = RadioGrades

    def __init__(self, *, grades=(), **kwargs):
        self.grades = {str(grade.pk): grade for grade in grades}
        kwargs.setdefault("empty_value", None)
        super().__init__(choices=[(pk, grade.label) for pk, grade in self.grades.items()], coerce=self.grades.get, **kwargs)


class ScoreForm(forms.Form):
    """One own score. Half a score may be saved; handing in asks for both."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    reason = forms.CharField(
        label=_("Why?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"})
    )

    def __init__(self, *args, grades, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["grade"] = GradeField(label=_("Your grade"), required=False, grades=grades)
        self.order_fields(["version", "grade", "reason"])


class ConsensusForm(forms.Form):
    """What the committee agrees on."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    reason = forms.CharField(
        label=_("Why does the committee find this?"),
        max_length=4000,
        help_text=_("The party reads this in its letter. Say what is in the plan, and what it means."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write why the committee finds this.")},
    )
    dissent = forms.CharField(
        label=_("Who thinks otherwise, and why?"),
        required=False,
        max_length=2000,
        help_text=_("It stays in the record of the assessment."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, grades, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["grade"] = GradeField(
            label=_("Grade of the committee"), grades=grades, error_messages={"required": _("Choose the grade that you agree on.")}
        )
        self.order_fields(["version", "grade", "reason", "dissent"])
