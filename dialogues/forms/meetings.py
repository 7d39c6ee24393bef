"""Forms of meetings: planning, coming, and who came."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from dialogues.models import Meeting, Registration
from events.fields import Name, Several, Words, limited
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


class RegisterForm(forms.Form):
    """For who has no account: a name is enough."""

    name = Name(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Fill in a name. A first name will do.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Then you hear it when something changes. Without it you get a code on your screen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class RegisterAsForm(forms.Form):
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


class AttendanceForm(forms.Form):
    present = Several(Registration.objects.none(), label=_("Who was there?"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, registrations, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["present"]
        field.queryset = registrations
        field.label_from_instance = _named
        field.initial = registrations.filter(attended=True)


def _named(registration: Registration) -> str:
    return f"{registration.name} ({registration.party})" if registration.party else registration.name
