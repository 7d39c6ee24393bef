"""The form of what a party offers and seeks."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality, Party
from areas.choices import offer_areas
from areas.models import Area, Theme
from coalitions.models import Listing, Resource
from coalitions.plain_words import contact_in
from events.fields import Email, Name, Several, Telephone, Words
from tenders.models import Tender
from tenders.widgets import Choice

_CONTACT = {"contact_name": "name", "contact_email": "email", "contact_phone": "phone"}


def _things(label, help_text, required) -> forms.MultipleChoiceField:
    choices = [(one.value, capfirst(one.label)) for one in Resource]
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": required},
    )


def _words(label, help_text, required) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return Words(label=label, help_text=help_text, max_length=600, widget=area, error_messages={"required": required})


class ListingForm(forms.Form):
    """For one of one's own parties, in one municipality; party and tender stay as they are when it is changed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    party = forms.ModelChoiceField(
        label=_("For which party?"),
        queryset=Party.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a party.")},
    )
    tender = forms.ModelChoiceField(
        label=_("For which tender?"),
        queryset=Tender.objects.none(),
        required=False,
        empty_label=_("For every tender, and without one"),
    )
    offers = _things(
        _("What do you offer?"), _("Choose all that you can bring in."), _("Choose at least one thing that you offer.")
    )
    offers_text = _words(
        _("Tell it in your own words"),
        _("For example: we have a workshop with ten benches, open on four days."),
        _("Write in a sentence or two what you offer."),
    )
    seeks = _things(
        _("What do you seek?"), _("Choose what another party could bring in."), _("Choose at least one thing that you seek.")
    )
    seeks_text = _words(
        _("Tell that in your own words too"),
        _("For example: who can guide people after six o'clock?"),
        _("Write in a sentence or two what you seek."),
    )
    areas = Several(
        label=_("In which neighbourhoods?"),
        help_text=_("Choose none for the whole municipality."),
        queryset=Area.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    themes = Several(
        label=_("About which subjects?"),
        help_text=_("Choose none for every subject."),
        queryset=Theme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    nameless = forms.TypedChoiceField(
        label=_("Do you want your name with it?"),
        choices=[
            ("no", Choice(_("Yes, with our name"), _("Everybody reads the name of your party. Not the names of people."))),
            ("yes", Choice(_("No, without our name"), _("A party reads your name only when you both said yes."))),
        ],
        coerce=lambda value: value == "yes",
        initial="no",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether your name stands with it.")},
    )
    contact_name = Name(
        label=_("Whom can they reach?"),
        help_text=_("Nobody sees this before both said yes. Then only that one party does."),
        max_length=120,
        error_messages={"required": _("Fill in who can be reached.")},
    )
    contact_email = Email(label=_("E-mail address"), required=False)
    contact_phone = Telephone(label=_("Telephone"), required=False)

    def __init__(self, *args, user, municipality: Municipality, listing: Listing | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if listing:
            del self.fields["party"], self.fields["tender"]
            self.initial = {**_as_typed(listing), **self.initial}
        else:
            own = Party.objects.filter(pk__in=user.party_ids())
            self.fields["party"].queryset = own
            self.fields["party"].initial = own.first() if len(own) == 1 else None
            tenders = Tender.objects.led_by([municipality.pk]).running().filter(published_at__isnull=False)
            self.fields["tender"].queryset = tenders.order_by("title")
            self.initial.setdefault("contact_name", user.name)
            self.initial.setdefault("contact_email", user.email)
        self.fields["areas"].queryset = Area.objects.filter(municipality=municipality)
        offer_areas(self.fields["areas"], self.fields["areas"].queryset)
        chosen = listing.themes.values("pk") if listing else ()
        self.fields["themes"].queryset = Theme.objects.offered(municipality.pk, chosen)
        for name in ("areas", "themes"):
            if not self.fields[name].queryset:
                del self.fields[name]

    def clean_offers_text(self):
        return self._plain("offers_text")

    def clean_seeks_text(self):
        return self._plain("seeks_text")

    def _plain(self, name: str) -> str:
        if found := contact_in(self.cleaned_data[name]):
            self.add_error(name, found)
        return self.cleaned_data.get(name, "")

    def clean(self):
        ways = ("contact_email", "contact_phone")
        if not any(self.cleaned_data.get(name) or self.errors.get(name) for name in ways):
            self.add_error("contact_email", _("Fill in an e-mail address or a telephone number."))
        return self.cleaned_data

    def said(self) -> dict:
        """What the actions take."""
        values = dict(self.cleaned_data)
        contact = {field: values.pop(name) for name, field in _CONTACT.items()}
        if "party" in self.fields:
            del values["version"]
        return {**values, "contact": contact}


def _as_typed(listing: Listing) -> dict:
    contact = listing.contact
    return {
        "version": listing.version,
        "offers": listing.offers,
        "offers_text": listing.offers_text,
        "seeks": listing.seeks,
        "seeks_text": listing.seeks_text,
        "areas": list(listing.areas.all()),
        "themes": list(listing.themes.all()),
        "nameless": "yes" if listing.nameless else "no",
        **{name: getattr(contact, field) for name, field in _CONTACT.items()},
    }
