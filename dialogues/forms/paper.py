"""Forms around paper: how many blank forms to print, which stack you type in, whom you trust."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from dialogues.forms.entering import said_on_day, trusted_in
from dialogues.models import Channel, Meeting
from documents.letters import unwritable
from events.fields import Words
from tenders.models import Tender

MOST = 50
_CHANNELS = (Channel.PAPER, Channel.MEETING)


class PrintForm(forms.Form):
    """Blank forms for a meeting or for the desk."""

    number = forms.IntegerField(
        label=_("How many forms?"),
        help_text=_("Each has a number and a code of its own. Do not copy them: print more when you need them."),
        min_value=1,
        max_value=MOST,
        initial=20,
        error_messages={"max_value": _("Print 50 at most in one go."), "min_value": _("Print one at least.")},
        widget=forms.NumberInput(attrs={"autocomplete": "off"}),
    )
    question = Words(
        label=_("What do you ask?"),
        help_text=_("One question. It stands in large letters at the top."),
        max_length=160,
        initial=_("What do you want to say?"),
        error_messages={"required": _("Write the question that stands at the top.")},
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("For which meeting?"), required=False, empty_label=_("Not for a meeting")
    )

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.filter(tender=tender, cancelled_at=None)
        if not self.fields["meeting"].queryset.exists():
            del self.fields["meeting"]

    def clean_question(self):
        question = self.cleaned_data["question"]
        if letters := unwritable(question):
            raise ValidationError(
                _("The form cannot show these letters: %(letters)s. Ask it in Dutch; people may answer in any language."),
                params={"letters": letters[:20]},
            )
        return question


class StackForm(forms.Form):
    """What the forms of a stack have in common."""

    channel = forms.ChoiceField(
        label=_("How did they come in?"),
        choices=[(channel, capfirst(channel.label)) for channel in _CHANNELS],
        initial=Channel.PAPER,
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("At which meeting?"), required=False, empty_label=_("Not at a meeting")
    )
    said_on = said_on_day(label=_("On which day were they filled in?"))

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.filter(tender=tender)

    def clean(self):
        data = super().clean()
        if data.get("channel") == Channel.MEETING and not data.get("meeting"):
            self.add_error("meeting", _("Choose the meeting at which it was said."))
        return data


class TrustForm(forms.Form):
    """An organisation that people trust."""

    party = forms.ModelChoiceField(
        Party.objects.none(),
        label=_("Which organisation?"),
        help_text=_("Its people can write down what somebody said to them. Everybody sees through whom it came in."),
        error_messages={"required": _("Choose an organisation.")},
    )
    reason = Words(
        label=_("Whom does it reach whom you do not?"),
        help_text=_("Your colleagues can read this."),
        max_length=1000,
        error_messages={"required": _("Say why, in one sentence.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = Party.objects.exclude(pk__in=trusted_in(tender)).order_by("name", "pk")


class EndTrustForm(forms.Form):
    reason = Words(
        label=_("Why?"),
        help_text=_("The organisation can ask for it. What it brought in stays."),
        max_length=1000,
        error_messages={"required": _("Say why, in one sentence.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
