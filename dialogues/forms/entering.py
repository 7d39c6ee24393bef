"""Forms for what somebody else said: who types it is not who said it."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from dialogues import languages
from dialogues.forms.contributions import LONGEST_SAID, TOO_LONG, Said
from dialogues.models import Channel, ContributionKind, Meeting, NameChoice
from events import clock
from events.fields import YEARS, Day, Name, Words
from tenders.models import Involvement, InvolvementRole, Lot, Tender
from tenders.widgets import Choice, DateInput, RadioRow

_YEARS_AGO = 5
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
_IN_SHORT = (
    (NameChoice.NAME, _("With the name")),
    (NameChoice.PSEUDONYM, _("With a pseudonym")),
    (NameChoice.ANONYMOUS, _("Without a name")),
)


def said_on_day(**options) -> Day:
    """The day on which something was said; not to come, and not so long ago that it must be a typing error."""
    options = {"label": _("On which day was it said?"), "initial": clock.today, "widget": DateInput} | options
    return Day(validators=[_refuse_the_future, _refuse_long_ago], **options)


def _refuse_the_future(day: dt.date) -> None:
    if day.year in YEARS and day > clock.today():
        raise ValidationError(_("This day is still to come. When was it said?"), code="future")


def _refuse_long_ago(day: dt.date) -> None:
    if day.year in YEARS and day.year < clock.today().year - _YEARS_AGO:  # of another year the field itself says enough
        raise ValidationError(_("This is more than five years ago. Look at the year."), code="long_ago")


class SaidByOther(Said):
    """The words of somebody else: in Dutch, and beside them as they were said, in a language from a list or another one."""

    languages = staticmethod(languages.choices)

    original_language = Name(
        label=_("Language in which it was said"),
        help_text=_("Only when it was not Dutch."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "talen"}),  # templates/dialogues/_said_fields.html
    )
    original_text = Words(
        label=_("In the language in which it was said"),
        required=False,
        max_length=LONGEST_SAID,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].empty_label = _("No theme yet")  # who types it in is who would choose
        self.fields["text"].label = _("What was said, in Dutch")
        self.fields["text"].help_text = _("In their own words, as far as you can.")
        self.fields["text"].error_messages["required"] = _("Write down what was said. One sentence is enough.")
        self.fields["name_choice"].error_messages["required"] = _("Choose what we may call this person.")
        self.fields["name_choice"].label = _("What may we call this person?")
        self.fields["name_choice"].choices = list(_OF_SOMEBODY_ELSE)
        self.fields["shown_name"].label = _("Name or pseudonym")
        self.fields["email"].label = _("E-mail address of this person")
        self.fields["email"].help_text = _("Only when they want a message. You get a code to hand over.")
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean(self):
        data = super().clean()
        if bool(data.get("original_language")) != bool(data.get("original_text")) and not self._wrong_in_original():
            missing = "original_text" if data.get("original_language") else "original_language"
            self.add_error(missing, _("Write both: the language, and what was said in it."))
        return data

    def name_asked(self, choice: str):
        return _("Fill in the pseudonym.") if choice == NameChoice.PSEUDONYM else _("Fill in the name.")

    def _wrong_in_original(self) -> bool:
        return "original_language" in self.errors or "original_text" in self.errors


class EnterContributionForm(SaidByOther):
    """What came in on paper, at a meeting, at the desk, by telephone, or through an organisation that the team trusts."""

    channel = forms.ChoiceField(label=_("How did it come in?"), initial=Channel.PAPER)
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("At which meeting?"), required=False, empty_label=_("Not at a meeting")
    )
    through = forms.ModelChoiceField(
        Party.objects.none(), label=_("Through which organisation?"), required=False, empty_label=_("Not through an organisation")
    )
    sheet = forms.IntegerField(
        label=_("Number of the printed form"),
        help_text=_("It stands at the top of the form. Without a number this person gets a new code."),
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.NumberInput(attrs={"autocomplete": "off"}),
    )
    said_on = said_on_day()
    kind = forms.ChoiceField(label=_("What is it?"), choices=[(kind, capfirst(kind.label)) for kind in ContributionKind])
    lot = forms.ModelChoiceField(
        Lot.objects.none(), label=_("Which lot is it about?"), required=False, empty_label=_("The whole tender")
    )

    field_order = (
        "channel", "meeting", "through", "sheet", "said_on", "text", "original_language", "original_text", "kind", "theme", "lot",
        "name_choice", "shown_name", "email",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.filter(tender=self.tender)
        self.fields["through"].queryset = trusted_in(self.tender)
        channels = [channel for channel in Channel if channel != Channel.WEBSITE]
        if not self.fields["through"].queryset:
            channels.remove(Channel.ORGANISATION)
            del self.fields["through"]
        self.fields["channel"].choices = [(channel, capfirst(channel.label)) for channel in channels]
        lots = self.tender.lots.all()
        self.fields["lot"].queryset = lots
        if len(lots) == 1:
            del self.fields["lot"]

    def clean(self):
        data = super().clean()
        if data.get("channel") == Channel.MEETING and not data.get("meeting"):
            self.add_error("meeting", _("Choose the meeting at which it was said."))
        if data.get("channel") == Channel.ORGANISATION:
            if "through" in self.fields and not data.get("through"):
                self.add_error("through", _("Choose the organisation that brings it in."))
        elif "through" in self.fields:
            data["through"] = None  # chosen first, and then another way
        return data


class BringInForm(SaidByOther):
    """What somebody said to an organisation that the team trusts, written down by one of its people."""

    through = forms.ModelChoiceField(Party.objects.none(), label=_("For which organisation do you write this down?"))
    said_on = said_on_day()
    kind = forms.ChoiceField(label=_("What is it?"), choices=[(kind, capfirst(kind.label)) for kind in ContributionKind])

    field_order = (
        "through", "said_on", "text", "original_language", "original_text", "kind", "theme", "name_choice", "shown_name", "email"
    )  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        own = trusted_in(self.tender).filter(pk__in=user.party_ids())
        self.fields["through"].queryset, self.fields["through"].initial = own, own.first()
        if len(own) == 1:
            self.fields["through"].widget = forms.HiddenInput()


class TypedForm(SaidByOther):
    """One paper form of a stack, short enough to fill in twenty times."""

    sheet = forms.IntegerField(
        label=_("Number of the form"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.NumberInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=[(kind, capfirst(kind.label)) for kind in ContributionKind])

    field_order = ("sheet", "text", "kind", "theme", "name_choice", "shown_name", "email", "original_language", "original_text")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = ""
        self.fields["text"].widget.attrs["rows"] = 4
        self.fields["email"].help_text = ""
        self.fields["original_text"].widget.attrs["rows"] = 2
        self.fields["name_choice"].widget = RadioRow()
        self.fields["name_choice"].choices, self.fields["name_choice"].initial = list(_IN_SHORT), None


def trusted_in(tender: Tender):
    """The organisations that may bring something in."""
    trusted = Involvement.objects.active().filter(tender=tender, role=InvolvementRole.TRUSTED)
    return Party.objects.filter(pk__in=trusted.values("party_id"))
