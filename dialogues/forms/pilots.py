"""Forms of a pilot: what it wants to learn, whether it goes on, and where it goes next."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from areas.choices import offer_areas
from areas.models import Area
from dialogues.models import Pilot, Verdict
from events import clock
from events.fields import Day, Name, Words
from tenders.widgets import DateInput, with_consequences

_OVER = _("This day is over. Choose one that is still to come.")
_CONSEQUENCES = {
    Verdict.GO: _("The tender goes on. You can take it to a next area."),
    Verdict.NO_GO: _("The tender can be stopped. What you learnt stays here for others."),
}


class PilotForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    wants_to_learn = Words(
        label=_("What do you want to learn?"),
        help_text=_("One question on each line. Everybody can read it."),
        max_length=1000,
        error_messages={"required": _("Write what you want to learn. One question is enough.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    ends_on = Day(
        label=_("Last day of the pilot"),
        help_text=_("After this day you say whether it goes on."),
        error_messages={"required": _("Choose the last day. A pilot has an end.")},
        widget=DateInput,
    )
    programme = Name(
        label=_("Programme that it belongs to"),
        help_text=_("Use the same name as other pilots of the programme."),
        required=False,
        max_length=120,
    )

    def __init__(self, data=None, *, pilot: Pilot):
        # A colleague may save the first one while this stands open: who saw none, changes none.
        version = pilot.version if pilot.pk else 0
        known = {"version": version, "wants_to_learn": pilot.wants_to_learn, "ends_on": pilot.ends_on}
        super().__init__(data, initial=known | {"programme": pilot.programme or ""})


class DecidePilotForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Does it go on?"),
        choices=[(value, label) for value, label in with_consequences(Verdict, _CONSEQUENCES)],
        error_messages={"required": _("Choose whether it goes on.")},
        widget=forms.RadioSelect,
    )
    reason = Words(
        label=_("Why?"),
        help_text=_("Everybody can read it."),
        max_length=2000,
        error_messages={"required": _("Say why. Everybody can read it.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    learnt = Words(
        label=_("What did you learn?"),
        help_text=_("One thing on each line. In a next area each line is a fact."),
        max_length=2000,
        error_messages={"required": _("Write what you learnt, also when it did not work.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = [(value, _capital(choice)) for value, choice in with_consequences(Verdict, _CONSEQUENCES)]


def _capital(choice):
    choice.label = capfirst(choice.label)
    return choice


class CopyPilotForm(forms.Form):
    title = Name(
        label=_("Title of the next tender"), max_length=160, error_messages={"required": _("Write a title. It may change later.")}
    )
    area = forms.ModelChoiceField(
        Area.objects.none(), label=_("To which area?"), error_messages={"required": _("Choose the area to which it goes.")}
    )
    ends_on = Day(
        label=_("Last day of the pilot"),
        error_messages={"required": _("Choose the last day. A pilot has an end.")},
        widget=DateInput,
    )

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        lots = tender.lots.exclude(area=None).values("area")
        places = Area.objects.filter(municipality=tender.municipality_id).exclude(pk__in=lots)
        offer_areas(self.fields["area"], places.lived_in().select_related("municipality"))

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if day < clock.today():
            raise forms.ValidationError(_OVER)
        return day
