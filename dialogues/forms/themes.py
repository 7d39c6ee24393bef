"""What a contribution is about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.models import Theme


class ThemeForm(forms.Form):
    """The themes of the municipality. `version` is the number of the theme that was seen, or 0."""

    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        label=_("What is it about?"),
        required=False,
        blank=True,
        empty_label=_("No theme yet"),
        widget=forms.RadioSelect,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = Theme.objects.current().filter(municipality__in=tender.municipality_ids())
