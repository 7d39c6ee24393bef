"""Forms of meeting: saying yes first, and answering."""

from django import forms
from django.utils.translation import gettext_lazy as _

from coalitions.models import Answer, Listing
from coalitions.plain_words import contact_in
from events.fields import Words
from tenders.widgets import with_consequences


class NothingForm(forms.Form):
    """A button that asks nothing but can be refused."""


class _Plain(forms.Form):
    """Text in which nobody can be reached yet."""

    def _plain(self, name: str) -> str:
        if found := contact_in(self.cleaned_data[name]):
            self.add_error(name, found)
        return self.cleaned_data.get(name, "")


class AskForm(_Plain):
    asker = forms.ModelChoiceField(
        label=_("With which of your own offers?"),
        queryset=Listing.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose with which of your own offers you want to meet.")},
    )
    message = Words(
        label=_("Why do you want to meet?"),
        help_text=_("Only this party reads it. One sentence is enough."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write in one sentence why you want to meet.")},
    )

    def __init__(self, *args, own, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["asker"]
        field.queryset = own
        field.label_from_instance = lambda one: f"{one.party}, {one.tender or one.municipality}"
        if len(own) == 1:
            field.initial = own[0]

    def clean_message(self):
        return self._plain("message")


class AnswerForm(_Plain):
    answer = forms.ChoiceField(
        label=_("Do you want to meet?"),
        choices=with_consequences(
            Answer, {Answer.YES: _("At once you both see the name, e-mail address and telephone number of the other.")}
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    reason = Words(
        label=_("If not: why?"),
        help_text=_("Only this party reads it."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_reason(self):
        return self._plain("reason")
