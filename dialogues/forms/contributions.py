"""Forms of contributions: your own, one written down for somebody, and why you unveil a pseudonym."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from areas.models import Theme
from dialogues.models import Channel, Contribution, ContributionKind, Meeting, NameChoice
from events import clock
from events.composed import Pageable, composed_once, number_of
from events.fields import Day
from tenders.models import Lot
from tenders.widgets import Choice, DateInput, with_consequences

_LONGEST = 4000
_TOO_LONG = _(
    "This is longer than we can take: %(show_value)d characters. Make it %(limit_value)d at most, or send it in two parts."
)
_WHO_SEES_WHAT = {
    NameChoice.NAME: _("Everybody sees your name. We can call or mail you."),
    NameChoice.PSEUDONYM: _(
        "Everybody sees the pseudonym. Only the team of this tender can look up who you are, and must write down why."
    ),
    NameChoice.ANONYMOUS: _(
        "Nobody knows who you are, we don't either. You get a code to read the answer. Do you lose the code? Then we cannot help."
    ),
}

_OF_SOMEBODY_ELSE = (
    (NameChoice.NAME, Choice(_("With the name"), _("Everybody sees the name. You may call or mail this person."))),
    (
        NameChoice.PSEUDONYM,
        Choice(
            _("With a pseudonym"),
            _("Everybody sees the pseudonym. You tell nobody who it is; an e-mail address is kept encrypted."),
        ),
    ),
    (
        NameChoice.ANONYMOUS,
        Choice(_("Without a name"), _("You write the name down nowhere. Only the code leads back to this person.")),
    ),
)


class _Said(forms.Form):
    """What every contribution has: the words, the theme, and how somebody wants to be called."""

    text = forms.CharField(
        label=_("What do you want to say?"),
        help_text=_("Just as you would tell it. One sentence is enough."),
        max_length=_LONGEST,
        error_messages={"required": _("Write what you want to say. One sentence is enough."), "max_length": _TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label=_("What is it about?"), required=False, empty_label=_("I don't know, choose for me")
    )
    name_choice = forms.ChoiceField(
        label=_("What may we call you?"),
        choices=with_consequences(NameChoice, _WHO_SEES_WHAT),
        initial=NameChoice.NAME,
        error_messages={"required": _("Choose what we may call you.")},
        widget=forms.RadioSelect,
    )
    shown_name = forms.CharField(
        label=_("Your name or pseudonym"),
        help_text=_("Not needed when you choose to go without a name."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("You always get a code on your screen. With an e-mail address you also get a message when there is an answer."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.tender = tender
        self.fields["theme"].queryset = Theme.objects.filter(municipality=tender.municipality_id)
        # What somebody types here must not stay behind in the browser of a library.
        self.fields["text"].widget.attrs["autocomplete"] = "off"

    def clean(self):
        data = super().clean()
        choice = data.get("name_choice")
        if choice == NameChoice.ANONYMOUS:
            data["shown_name"] = data["email"] = ""
        elif choice and not data.get("shown_name", "").strip() and "shown_name" not in self.errors:
            self.add_error("shown_name", self.name_asked(choice))
        return data

    def name_asked(self, choice: str):
        return _("Fill in your pseudonym.") if choice == NameChoice.PSEUDONYM else _("Fill in your name.")


class ContributionForm(_Said):
    """What somebody brings in on the website, with or without an account."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if user.is_authenticated:
            self.fields["shown_name"].initial = user.name
            del self.fields["email"]


class EnterContributionForm(_Said):
    """What somebody else said: who typed it is not who said it."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=[(kind, capfirst(kind.label)) for kind in ContributionKind])
    channel = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[(channel, capfirst(channel.label)) for channel in Channel if channel != Channel.WEBSITE],
        initial=Channel.PAPER,
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("At which meeting?"), required=False, empty_label=_("Not at a meeting")
    )
    said_on = Day(label=_("On which day was it said?"), widget=DateInput)
    original_language = forms.CharField(
        label=_("Language in which it was said"), help_text=_("Only when it was not Dutch."), required=False, max_length=40
    )
    original_text = forms.CharField(
        label=_("In the language in which it was said"),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    lot = forms.ModelChoiceField(
        Lot.objects.none(), label=_("Which lot is it about?"), required=False, empty_label=_("The whole tender")
    )

    field_order = (
        "channel", "meeting", "said_on", "text", "original_language", "original_text", "kind", "theme", "lot",
        "name_choice", "shown_name", "email",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("What was said, in Dutch")
        self.fields["text"].help_text = _("In their own words, as far as you can.")
        self.fields["name_choice"].label = _("What may we call this person?")
        self.fields["name_choice"].choices = list(_OF_SOMEBODY_ELSE)
        self.fields["shown_name"].label = _("Name or pseudonym")
        self.fields["email"].label = _("E-mail address of this person")
        self.fields["email"].help_text = _("Only when they want a message. You get a code to hand over.")
        self.fields["said_on"].initial = clock.today
        self.fields["meeting"].queryset = Meeting.objects.filter(tender=self.tender)
        lots = self.tender.lots.all()
        self.fields["lot"].queryset = lots
        if len(lots) == 1:
            del self.fields["lot"]

    def clean(self):
        data = super().clean()
        if data.get("channel") == Channel.MEETING and not data.get("meeting"):
            self.add_error("meeting", _("Choose the meeting at which it was said."))
        if bool(data.get("original_language")) != bool(data.get("original_text")):
            missing = "original_text" if data.get("original_language") else "original_language"
            self.add_error(missing, _("Write both: the language, and what was said in it."))
        return data

    def name_asked(self, choice: str):
        return _("Fill in the pseudonym.") if choice == NameChoice.PSEUDONYM else _("Fill in the name.")


class UnveilForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you need to know who this is?"),
        help_text=_("Your name and your reason are kept. The person may ask for them."),
        max_length=1000,
        error_messages={"required": _("Write why you need to know. Without a reason we show nothing.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FilterForm(forms.Form):
    """The filters of the officers' list, as they stand in its address."""

    NONE_YET, ANSWERED, ALL = "open", "beantwoord", "alle"

    staat = forms.ChoiceField(choices=[(NONE_YET, ""), (ANSWERED, ""), (ALL, "")], required=False)
    thema = forms.CharField(required=False, max_length=80)
    kanaal = forms.ChoiceField(choices=Channel, required=False)

    def chosen(self) -> tuple[str, str, str]:
        """State, theme and channel; an unknown one counts as none."""
        self.is_valid()
        data = self.cleaned_data
        return data.get("staat") or self.NONE_YET, data.get("thema", ""), data.get("kanaal", "")

    def rows(self, tender) -> Pageable:
        state, theme, channel = self.chosen()
        answered = None if state == self.ALL else state == self.ANSWERED
        return Pageable(_filtered, _number_of_filtered, tender.pk, answered, theme or None, channel or None)


def _rows(tender_id, answered, theme, channel):
    rows = Contribution.objects.filter(tender=tender_id)
    if answered is not None:
        rows = rows.filter(response__isnull=False) if answered else rows.unanswered()
    if theme is not None:
        rows = rows.filter(theme__name=theme)
    return rows if channel is None else rows.filter(channel=channel)


@composed_once
def _filtered(tender_id, answered, theme, channel, cut):
    return _rows(tender_id, answered, theme, channel).for_list().order_by("number")[cut]


@composed_once
def _number_of_filtered(tender_id, answered, theme, channel):
    return number_of(_rows(tender_id, answered, theme, channel))
