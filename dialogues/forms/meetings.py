"""Forms of meetings: planning, coming, and who came."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from dialogues.models import Meeting, Registration
from events.fields import Email, Name, Several, Words, limited
from tenders.widgets import DateTimeInput


class MeetingForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    capacity = forms.IntegerField(
        label=_("Places"),
        help_text=_("Who comes after that goes on a waiting list, which moves up by itself."),
        min_value=1,
        max_value=5000,
        initial=30,
        error_messages={"min_value": _("A meeting has at least one place.")},
    )
    per_party = forms.IntegerField(
        label=_("People for each organisation"),
        help_text=_("Who comes for an organisation that has so many already, waits for a place. Residents do not count for this."),
        min_value=1,
        max_value=100,
        initial=1,
        error_messages={"min_value": _("At least one person of each organisation can come.")},
    )
    agenda = Words(label=_("What you talk about"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))

    class Meta:
        model = Meeting
        formfield_callback = limited
        fields = ["kind", "title", "place", "begins_at", "ends_at", "capacity", "per_party", "agenda"]
        widgets = {"begins_at": DateTimeInput, "ends_at": DateTimeInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.version)

    def clean(self):
        data = super().clean()
        begins, ends = data.get("begins_at"), data.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("The meeting ends before it begins."))
        return data

    def values(self) -> dict:
        """What the action takes; the version only where there is something to change."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class ReasonForm(forms.Form):
    reason = Words(
        label=_("Why?"), help_text=_("Everybody can read it."), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class _ForWhom(forms.Form):
    """The organisation for which somebody comes, as of each only some can come; who lives there leaves it empty."""

    organisation = Name(
        label=_("Do you come for an organisation? Which one?"),
        help_text=_("Do you come for yourself or for your neighbourhood? Then leave this empty."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class RegisterForm(_ForWhom):
    """For who has no account: a name is enough."""

    field_order = ("name", "email", "organisation")

    name = Name(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Fill in a name. A first name will do.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = Email(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Then you hear it when something changes. Without it you get a code on your screen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class RegisterAsForm(_ForWhom):
    """For who has an account: one click, and for whom."""

    party = forms.ModelChoiceField(
        Party.objects.none(), label=_("For whom do you come?"), required=False, empty_label=_("For myself")
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        parties = Party.objects.filter(pk__in=user.party_ids())
        self.fields["party"].queryset = parties
        if not user.party_ids():
            del self.fields["party"]
        else:
            del self.fields["organisation"]


class AttendanceForm(forms.Form):
    present = Several(Registration.objects.none(), label=_("Who was there?"), required=False, widget=forms.CheckboxSelectMultiple)

    guests = forms.IntegerField(
        label=_("How many people came without registering?"),
        help_text=_("Only how many. With a form that they filled in there, they can correct the report too."),
        required=False,
        min_value=0,
        max_value=10_000,
        widget=forms.NumberInput(attrs={"autocomplete": "off", "class": "mw-short"}),
    )

    def __init__(self, *args, registrations, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["present"]
        if not registrations:
            del self.fields["present"]
            return
        field.queryset = registrations
        field.label_from_instance = _named
        field.initial = registrations.filter(attended=True)


def _named(registration: Registration) -> str:
    return f"{registration.name} ({registration.for_whom})" if registration.for_whom else registration.name
