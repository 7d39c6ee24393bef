"""The Dutch beside what somebody said in another language."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dialogues import languages
from dialogues.forms.contributions import LONGEST_SAID, TOO_LONG
from events.fields import Name, Words


class TranslateForm(forms.Form):
    """Which language it is, and the same in Dutch. `version` counts the translations that were there."""

    languages = staticmethod(languages.choices)

    language = Name(
        label=_("Language in which it was said"),
        max_length=40,
        error_messages={"required": _("Write which language it is.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "talen"}),  # templates/dialogues/_said_fields.html
    )
    text = Words(
        label=_("What was said, in Dutch"),
        help_text=_("In their own words, as far as you can."),
        max_length=LONGEST_SAID,
        error_messages={"required": _("Write in Dutch what was said."), "max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off", "lang": "nl"}),
    )
    version = forms.IntegerField(min_value=0, max_value=10_000, widget=forms.HiddenInput)

    def clean_language(self):
        named = self.cleaned_data["language"]
        if languages.is_dutch(named):
            raise ValidationError(_("The Dutch stands beside another language. In which language was it said?"), code="dutch")
        if not languages.is_a_name(named):
            raise ValidationError(_("This is no language. Write its name, for example Turkish."), code="no_language")
        return named
