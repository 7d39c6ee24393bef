"""Forms to manage a municipality, and the plan of a table at a working day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality, MunicipalitySettings, RoleKind
from events.fields import Day, Email, Name, Words, limited
from tenders.money import CentsFormField
from tenders.widgets import DateInput


class RoleForm(forms.Form):
    """Give somebody a role, by the e-mail address of an account; for a time when somebody stands in."""

    email = Email(label=_("E-mail address of the person"))
    kind = forms.ChoiceField(label=_("Role"), choices=RoleKind.choices)
    since = Day(label=_("From"), required=False, widget=DateInput, help_text=_("Leave empty for today."))
    until = Day(label=_("Until and including"), required=False, widget=DateInput, help_text=_("Leave empty for no end."))
    delegated = forms.BooleanField(label=_("Stands in for somebody"), required=False)
    reason = Words(label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class SettingsForm(forms.ModelForm):
    """The settings of every floor on one page."""

    signal_months = forms.IntegerField(
        label=_("Months ahead in which you hear of the end of a contract"),
        min_value=1,
        max_value=60,
        help_text=_("Long enough to begin a conversation first. Twelve is usual."),
    )

    class Meta:
        model = MunicipalitySettings
        formfield_callback = limited
        fields = ["answer_days", "plan_weeks", "unequal_share", "reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 2})}

    field_order = ["answer_days", "plan_weeks", "unequal_share", "signal_months", "reason"]


class MunicipalityForm(forms.ModelForm):
    class Meta:
        model = Municipality
        formfield_callback = limited
        fields = ["name", "slug", "code", "phone", "desk", "objection_address", "court", "population", "host"]
        widgets = {"desk": forms.Textarea(attrs={"rows": 2}), "objection_address": forms.Textarea(attrs={"rows": 2})}


class ThemeForm(forms.Form):
    name = Name(
        label=_("What do you call it?"),
        help_text=_("A word or two that a neighbour would use, like “elkaar ontmoeten”."),
        max_length=80,
        error_messages={"required": _("Fill in a name.")},
    )


class DayPlanForm(forms.Form):
    """What a table writes down at the end of a working day. What it costs is asked: the day is about an amount."""

    title = Name(label=_("What do you call your plan?"), max_length=120, error_messages={"required": _("Give your plan a name.")})
    what = Words(
        label=_("What do you want to do?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what you want to do, as you would tell it.")},
    )
    problem = Words(
        label=_("Which problem of the neighbourhood does it solve?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what is not right now, and for whom. One sentence is enough.")},
    )
    cost = CentsFormField(
        label=_("What does it cost, about?"),
        help_text=_("In euros. A guess will do."),
        error_messages={"required": _("Fill in what it costs, about. Nothing? Fill in 0.")},
    )
    makers = Name(
        label=_("Who sit at your table?"),
        max_length=120,
        help_text=_("First names will do. Everybody sees them."),
        error_messages={"required": _("Fill in who you are.")},
    )
    email = Email(
        label=_("The e-mail address of one of you"),
        required=False,
        help_text=_("Then you get a message when there is an answer. You get a code as well."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if user.is_authenticated:
            del self.fields["email"]
