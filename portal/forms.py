"""Forms to manage a municipality."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality, MunicipalitySettings, RoleKind
from events.fields import Day, limited
from tenders.widgets import DateInput


class RoleForm(forms.Form):
    """Give somebody a role, by the e-mail address of an account; for a time when somebody stands in."""

    email = forms.EmailField(label=_("E-mail address of the person"))
    kind = forms.ChoiceField(label=_("Role"), choices=RoleKind.choices)
    since = Day(label=_("From"), required=False, widget=DateInput, help_text=_("Leave empty for today."))
    until = Day(label=_("Until and including"), required=False, widget=DateInput, help_text=_("Leave empty for no end."))
    delegated = forms.BooleanField(label=_("Stands in for somebody"), required=False)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


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
