"""Forms of minutes: the draft, what somebody corrects, and what becomes of that."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dialogues.actions.minutes import DAYS
from dialogues.models import CorrectionOutcome, Meeting
from events.fields import Words, limited


class ReportForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    report = Words(
        label=_("What was said"),
        help_text=_("Everybody can read it. Name nobody who did not want to be named. An empty line begins a new paragraph."),
        max_length=20_000,
        error_messages={"required": _("Write what was said. A few sentences will do.")},
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    days = forms.IntegerField(
        label=_("Days to correct it"),
        help_text=_("So long, who was there can say what is wrong. Then the report is locked."),
        min_value=3,
        max_value=60,
        initial=DAYS,
        error_messages={"min_value": _("Give people three days at least.")},
    )

    class Meta:
        model = Meeting
        formfield_callback = limited
        fields = ["report"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.version)
        if self.instance.reported_at:  # the day that was promised stays
            del self.fields["days"]


class CorrectionForm(forms.Form):
    """For who was there; whose account does not say that, shows it with a code."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Of your registration, or of the form that you filled in there."),
        max_length=40,
        error_messages={"required": _("Type the code that you got when you registered, or that stands on your form.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )
    text = Words(
        label=_("What must be different?"),
        help_text=_("Everybody can read it under the report, without your name. The team does see who you are."),
        max_length=2000,
        error_messages={"required": _("Write what is not right, and how it was.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, asks_code: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_code:
            del self.fields["code"]


class DecideCorrectionForm(forms.Form):
    """Taking it over is changing the report, in one go."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("What do you do with it?"),
        choices=[(outcome, capfirst(outcome.label)) for outcome in CorrectionOutcome],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you do with it.")},
    )
    reason = Words(
        label=_("Why?"),
        required=False,
        max_length=1000,
        help_text=_("Everybody can read it. Fill it in when you do not take it over."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    report = Words(
        label=_("The report"),
        required=False,
        max_length=20_000,
        help_text=_("Do you take it over? Then change the report here."),
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def __init__(self, *args, meeting: Meeting, **kwargs):
        super().__init__(*args, initial={"version": meeting.version, "report": meeting.report}, **kwargs)
