"""Forms of the room: the question, what somebody sends in, and why something is not shown."""

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.models import Theme
from dialogues.models import Live
from events.fields import FirstName, Words, limited


class LiveForm(forms.ModelForm):
    class Meta:
        model = Live
        formfield_callback = limited
        fields = ["question", "is_moderated"]
        labels = {"is_moderated": _("We look at it first, before it is on the screen")}
        help_texts = {"question": _("Short, so that it can be read from the back of the room.")}


class MessageForm(forms.Form):
    """What somebody sends in by phone. `phone` is the mark of the phone, so that it is one show of hands."""

    phone = forms.CharField(max_length=40, widget=forms.HiddenInput)
    text = Words(
        label=_("What do you want to say?"),
        help_text=_("One or two sentences: 300 characters at most."),
        max_length=300,
        error_messages={
            "required": _("Write what you want to say. One sentence is enough."),
            "max_length": _("Keep it short: %(limit_value)d characters at most, this is %(show_value)d."),
        },
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    shown_name = FirstName(
        label=_("Your first name"),
        help_text=_("Everybody sees it on the screen. Leave it empty, and nobody knows who you are."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label=_("What is it about?"), required=False, empty_label=_("I don't know")
    )

    field_order = ["phone", "text", "theme", "shown_name"]

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        themes = Theme.objects.current().filter(municipality=tender.municipality_id)
        if themes:  # read once, for the choices too
            self.fields["theme"].queryset = themes
        else:
            del self.fields["theme"]


class SupportForm(forms.Form):
    phone = forms.CharField(max_length=40, widget=forms.HiddenInput)
