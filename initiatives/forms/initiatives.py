"""What people fill in: to begin in less than a minute, to join, and later to tell how it goes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.choices import offer_areas
from areas.models import Area
from documents.pictures import picture_of
from events import clock
from events.fields import Day, FirstName, Name, Telephone, Words
from initiatives.models import Initiative
from tenders.widgets import DateInput


class PhotoField(forms.FileField):
    """A photo, made anew; a file that is none gets a sentence."""

    def __init__(self, **options):
        widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
        super().__init__(widget=widget, required=False, **options)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return picture_of(file) if file else None


def _words(label, *, rows: int = 0, longest: int, asked="", kind=Name, **options) -> forms.CharField:
    """A field of words, none of which stays behind in the browser of a library."""
    attrs = {"autocomplete": "off", **({"rows": rows} if rows else {})}
    widget = forms.Textarea(attrs=attrs) if rows else forms.TextInput(attrs=attrs)
    messages = {"required": asked} if asked else {}
    kind = Words if rows else kind
    return kind(label=label, max_length=longest, widget=widget, error_messages=messages, required=bool(asked), **options)


class BeginForm(forms.Form):
    """One short page: what, where, one sentence; a photo and somebody to call when people like."""

    name = _words(_("What do you call it?"), longest=80, asked=_("Give it a name. Two words will do."))
    sentence = _words(_("What do you do? In one sentence."), rows=2, longest=300, asked=_("Write in one sentence what you do."))
    area = forms.ModelChoiceField(
        Area.objects.none(), label=_("In which neighbourhood?"), empty_label=_("I don't know"), required=False
    )
    spot = _words(_("Where exactly?"), longest=120, help_text=_("A street, a square, a corner."))
    photo = PhotoField(label=_("A photo"), help_text=_("The place where you took it is removed from the photo."))
    doers = _words(
        _("Who are you?"),
        longest=80,
        kind=FirstName,
        help_text=_("First names will do. Leave it empty, then you stay without a name."),
    )
    phone = Telephone(
        label=_("Your telephone number"),
        required=False,
        help_text=_("Everybody can see it. Without it, people call the municipality."),
    )

    def __init__(self, *args, municipality, **kwargs):
        super().__init__(*args, **kwargs)
        areas = Area.objects.filter(municipality=municipality)
        offer_areas(self.fields["area"], areas)
        if not areas.exists():
            del self.fields["area"]


_ABOUT_OTHERS = (
    ("name", _("What begins?"), ""),
    ("sentence", _("What do they do? In one sentence."), ""),
    ("doers", _("Who does it?"), _("First names of the doers, not yours. It may stay empty.")),
    ("phone", _("Telephone number of a doer"), _("Only when they want it: everybody sees it. Yours does not belong here.")),
    ("seeks", _("What help do they look for?"), _("Hands, things, a place.")),
    ("offers", _("How can they help others?"), _("What they can lend, do or teach.")),
)


def _ask_about_others(form: "BeginForm") -> None:
    """The words for who works in the neighbourhood: she does not do it herself."""
    for name, label, help_text in _ABOUT_OTHERS:
        if name in form.fields:
            form.fields[name].label, form.fields[name].help_text = label, help_text
    form.fields["sentence"].error_messages["required"] = _("Write in one sentence what they do.")


class WriteDownForm(BeginForm):
    """The same, for who works in the neighbourhood and writes it down for people who stand beside her."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _ask_about_others(self)


class ChangeForm(BeginForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    seeks = _words(_("What help do you look for?"), rows=2, longest=300, help_text=_("Hands, things, a place."))
    offers = _words(_("How can you help others?"), rows=2, longest=300, help_text=_("What you can lend, do or teach."))

    photo = None  # photos come with what you tell
    field_order = ("version", "seeks", "offers", "name", "sentence", "area", "spot", "doers", "phone")

    def __init__(self, *args, initiative: Initiative, for_others: bool, **kwargs):
        shown = ("name", "sentence", "area", "spot", "doers", "phone", "seeks", "offers", "version")
        initial = {name: getattr(initiative, name) for name in shown}
        super().__init__(*args, municipality=initiative.municipality, initial=initial, **kwargs)
        if for_others:
            _ask_about_others(self)
            self.fields["name"].label = _("What is it called?")


class JoinForm(forms.Form):
    first_name = _words(
        _("Your first name"),
        longest=40,
        kind=FirstName,
        asked=_("Fill in your first name."),
        help_text=_("Only your first name. Everybody sees it."),
    )


class UpdateForm(forms.Form):
    text = _words(_("What happened?"), rows=3, longest=1000)
    count = forms.IntegerField(
        label=_("How many are there now?"),
        min_value=0,
        max_value=9_999_999,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": _("Fill in a whole number, such as 100."),
            "min_value": _("It cannot be less than zero."),
            "max_value": _("Look at the number. This is more than we can take."),
        },
    )
    unit = _words(_("What do you count?"), longest=40, help_text=_("Front gardens, for example. You say it once."))
    on = Day(label=_("On which day?"), widget=DateInput, error_messages={"required": _("Fill in the day.")})
    photo = PhotoField(label=_("A photo"), help_text=_("The place where you took it is removed from the photo."))

    def __init__(self, *args, initiative: Initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today
        if initiative.unit:
            self.fields["count"].label = _("How many %(unit)s are there now?") % {"unit": initiative.unit}
            del self.fields["unit"]

    def clean_on(self):
        if (day := self.cleaned_data["on"]) > clock.today():  # the action refuses it too: here it is said beside what else is wrong
            raise forms.ValidationError(_("This day is still to come."))
        return day


class HelpForm(forms.Form):
    helped = forms.ModelChoiceField(
        Initiative.objects.none(),
        label=_("Which initiative do you help?"),
        error_messages={"required": _("Choose whom you help.")},
    )
    what = _words(_("With what?"), longest=160, asked=_("Say with what you help."))

    def __init__(self, *args, initiative: Initiative, **kwargs):
        super().__init__(*args, **kwargs)
        others = Initiative.objects.going_on().filter(municipality=initiative.municipality).exclude(pk=initiative.pk)
        self.fields["helped"].queryset = others.order_by("name")


class WhyForm(forms.Form):
    """Everything that ends says why; everybody can read it."""

    reason = _words(_("Why?"), rows=3, longest=1000, asked=_("Say why, in one sentence."), help_text=_("Everybody can read it."))


class ContactForm(forms.Form):
    area = forms.ModelChoiceField(
        Area.objects.none(), label=_("Which neighbourhood?"), empty_label=_("All of the municipality"), required=False
    )
    name = _words(_("Whom can people call?"), longest=80, asked=_("Fill in the name of one person."))
    phone = Telephone(label=_("Telephone number"), error_messages={"required": _("Fill in the telephone number.")})

    def __init__(self, *args, municipality, **kwargs):
        super().__init__(*args, **kwargs)
        offer_areas(self.fields["area"], Area.objects.filter(municipality=municipality))
