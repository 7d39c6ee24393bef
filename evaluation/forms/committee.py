"""Appointing, declaring, leaving: forms about who sits in a committee."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from evaluation.models import Capacity
from events.fields import Email, Name
from tenders.models import InvolvementRole
from tenders.widgets import with_consequences


class PersonField(Email):
    """Somebody with an account, by e-mail address; cleaned into the person."""

    default_error_messages = {"unknown": _("Nobody has an account with this address. Ask this person to make one first.")}

    def clean(self, value):
        address = super().clean(value)
        person = User.objects.filter(email__iexact=address, is_active=True).first()
        if person is None:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return person


class MemberForm(forms.Form):
    person = PersonField(
        label=_("E-mail address of the member"),
        error_messages={"required": _("Fill in the e-mail address with which this person signs in.")},
    )
    capacity = forms.ChoiceField(
        label=_("Sits in the committee"),
        choices=with_consequences(
            Capacity,
            {
                Capacity.RESIDENT: _("Lives where the work will be done. Counts for the majority."),
                Capacity.TARGET_GROUP: _("The work is for people like this member. Counts for the majority."),
                Capacity.OFFICER: _("Works for the municipality."),
                Capacity.EXPERT: _("Knows the field, and has no tie with a party."),
            },
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose on whose behalf this person sits.")},
    )
    shown_as = Name(
        label=_("Name that the public sees"),
        required=False,
        max_length=80,
        help_text=_("Only when the member wants it. Without a name everybody reads for example: a resident."),
    )


class LeadForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(r.value, r.label) for r in (InvolvementRole.CHAIR, InvolvementRole.SECRETARY)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose chair or secretary.")},
    )
    person = PersonField(
        label=_("E-mail address"),
        error_messages={"required": _("Fill in the e-mail address with which this person signs in.")},
    )


class DeclarationForm(forms.Form):
    agree = forms.BooleanField(
        label=_("I declare this"), error_messages={"required": _("Without this declaration you cannot read the plans.")}
    )


class WhyForm(forms.Form):
    """One question: why?"""

    reason = forms.CharField(
        label=_("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), error_messages={"required": _("Say why.")}
    )


class PublicWhyForm(WhyForm):
    reason = forms.CharField(
        label=_("Why? Everybody can read this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )


class SureForm(forms.Form):
    """A button, and nothing to fill in."""
