"""Forms of what comes up or closes: a period for plans."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from areas.choices import offer_areas
from areas.models import Area
from events.fields import limited
from inventory.models import Period, PeriodKind
from tenders.widgets import DateInput


class PeriodForm(forms.ModelForm):
    kind = forms.ChoiceField(
        label=_("What happens?"),
        choices=[(kind, capfirst(kind.label)) for kind in PeriodKind],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens.")},
    )

    class Meta:
        model = Period
        formfield_callback = limited
        fields = ["title", "kind", "reason", "must_know", "area", "begins_on", "ends_on"]
        labels = {"title": _("What can plans be about?"), "reason": _("Why now?"), "must_know": _("What must people know?")}
        widgets = {
            "begins_on": DateInput,
            "ends_on": DateInput,
            "reason": forms.Textarea(attrs={"rows": 3}),
            "must_know": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "reason": _("For example: the contract ends, or the building closes. Everybody can read it."),
            "must_know": _("When one can come and look, and where the papers are."),
        }
        error_messages = {
            "title": {"required": _("Write what plans can be about.")},
            "reason": {"required": _("Say why. Everybody can read it.")},
        }

    def __init__(self, *args, municipality, **kwargs):
        super().__init__(*args, **kwargs)
        areas = Area.objects.filter(municipality=municipality)
        self.fields["area"].empty_label = _("All of the municipality")
        offer_areas(self.fields["area"], areas)
        if not areas.exists():
            del self.fields["area"]

    def clean(self):
        cleaned = super().clean()
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("The period ends before it begins."))
        return cleaned
