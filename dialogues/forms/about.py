"""The form about oneself, for after contributing: every question is asked once, and none needs an answer."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from areas.groups import Question
from dialogues.missing import NO_GROUP, Around
from dialogues.models import NoGroup

_NOT_HERE = _("Choose one of these answers.")


class AboutForm(forms.Form):
    """A list for each question, that begins with "I would rather not say"."""

    ticket = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, *args, around: Around, **kwargs):
        super().__init__(*args, **kwargs)
        self.around = around
        for question in Question:
            groups = list(around.groups(question).items())
            if groups:
                self.fields[str(question)] = forms.ChoiceField(
                    label=question.label,
                    choices=[*_no_group(question, first=True), *groups, *_no_group(question, first=False)],
                    initial=NoGroup.RATHER_NOT,
                    error_messages={"invalid_choice": _NOT_HERE, "required": _NOT_HERE},
                    widget=forms.Select(attrs={"autocomplete": "off"}),
                )

    def answers(self) -> dict:
        """What the action takes: by question the group, or the area itself."""
        areas = {str(area.pk): area for area in self.around.choices}
        said = {question: self.cleaned_data.get(str(question)) for question in Question}
        return said | {Question.AREA: areas.get(said[Question.AREA], said[Question.AREA])}


def _no_group(question: Question, *, first: bool) -> list[tuple]:
    """What can be answered besides a group: not to say stands first, the rest last."""
    return [(one.value, capfirst(one.label)) for one in NO_GROUP[question] if (one == NoGroup.RATHER_NOT) == first]
