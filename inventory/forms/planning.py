"""Forms of what comes up or closes: a period for plans."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.fields import limited
from inventory.models import Period
from tenders.widgets import DateInput


class PeriodForm(forms.ModelForm):
    class Meta:
        model = Period
        formfield_callback = limited
        fields = ["title", "begins_on", "ends_on", "reason"]
        widgets = {"begins_on": DateInput, "ends_on": DateInput, "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"reason": _("For example: the contract ends, or the building closes. Everybody can read it.")}
        error_messages = {
            "title": {"required": _("Write what plans can be about.")},
            "reason": {"required": _("Say why. Everybody can read it.")},
        }

    def clean(self):
        cleaned = super().clean()
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("The period ends before it begins."))
        return cleaned
