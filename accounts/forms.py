"""Forms about people: signing up, one's own profile, roles, parties."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Party, User
from events.fields import Email, Name, limited


class SignUpForm(forms.Form):
    """What signing up asks besides the e-mail address: a name, nothing else."""

    name = Name(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    def signup(self, request, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        formfield_callback = limited
        fields = ["name", "language"]


class PartyForm(forms.ModelForm):
    class Meta:
        model = Party
        formfield_callback = limited
        fields = ["name", "kind", "place", "about", "kvk_number"]


class MemberForm(forms.Form):
    email = Email(label=_("E-mail address of the new member"))
    may_sign = forms.BooleanField(label=_("May sign for the party"), required=False)

    def __init__(self, *args, by_signer: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not by_signer:
            del self.fields["may_sign"]


class AgainForm(forms.Form):
    """Proving again that it is you; only the ways that this person has."""

    LABELS = {
        "app": _("A code from my authenticator app"),
        "password": _("My password"),
        "mail": _("A code that you mail me"),
    }
    way = forms.ChoiceField(label=_("How do you want to prove it?"), widget=forms.RadioSelect)
    secret = forms.CharField(
        label=_("Code or password"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "one-time-code"}),
        error_messages={"required": _("Type the code or your password.")},
    )

    def __init__(self, *args, ways: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [(way, self.LABELS[way]) for way in ways]
        self.fields["way"].initial = ways[0]
