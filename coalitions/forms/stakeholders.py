"""Forms of the map of who is there."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from areas.choices import offer_areas
from areas.models import Area
from coalitions.models import Stakeholder, StakeholderKind, TieKind
from events.fields import Name, Several, Words
from tenders.models import Tender


class StakeholderForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = Name(
        label=_("Name of the party or group"),
        help_text=_("Name no single resident. A group is enough, like: the people of the evening walk."),
        max_length=160,
        error_messages={"required": _("Fill in the name of the party or group.")},
    )
    kind = forms.ChoiceField(
        label=_("Which kind is it?"),
        choices=[("", _("Make a choice")), *((kind.value, capfirst(kind.label)) for kind in StakeholderKind)],
        error_messages={"required": _("Choose which kind it is.")},
    )
    role = Name(
        label=_("What does it do here?"),
        help_text=_("For example: cooks every evening for sixty people."),
        max_length=200,
        error_messages={"required": _("Write in one line what it does here.")},
    )
    strengths = Words(
        label=_("What is it good at?"),
        help_text=_("One thing on each line."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    areas = Several(
        label=_("In which neighbourhoods?"),
        help_text=_("Choose none for the whole municipality."),
        queryset=Area.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    party = Name(
        label=_("Name or KvK number of its page on Meerwaarde"),
        help_text=_("Then we ask the party itself whether everybody may see it."),
        required=False,
        max_length=160,
    )
    agreed_by = Name(
        label=_("Who of them said that everybody may see it?"),
        help_text=_("Leave it empty as long as nobody did. Only the team reads this name."),
        required=False,
        max_length=120,
    )

    def __init__(self, *args, tender: Tender, stakeholder: Stakeholder | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        offer_areas(self.fields["areas"], Area.objects.filter(municipality_id__in=tender.municipality_ids()))
        if not self.fields["areas"].queryset:
            del self.fields["areas"]
        if stakeholder is None:
            del self.fields["version"]
            return
        del self.fields["party"]
        if stakeholder.party_id:
            del self.fields["agreed_by"]
        names = ("version", "name", "kind", "role", "strengths", "agreed_by")
        self.initial = {name: getattr(stakeholder, name) for name in names} | {"areas": list(stakeholder.areas.all())}


class RemoveForm(forms.Form):
    reason = Name(
        label=_("Why?"),
        help_text=_("Your colleagues can read this."),
        max_length=300,
        error_messages={"required": _("Say why, in one sentence.")},
    )


class AgreeForm(forms.Form):
    agrees = forms.TypedChoiceField(
        label=_("May everybody see your party here?"),
        choices=[("yes", _("Yes, show us")), ("no", _("No, only the team sees us"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )


class TieForm(forms.Form):
    other = forms.ModelChoiceField(
        label=_("With whom?"),
        queryset=Stakeholder.objects.none(),
        empty_label=_("Make a choice"),
        error_messages={"required": _("Choose with whom.")},
    )
    kind = forms.ChoiceField(
        label=_("What ties them?"),
        choices=[(kind.value, capfirst(kind.label)) for kind in TieKind],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what ties them.")},
    )
    note = Name(label=_("In a few words"), required=False, max_length=200)

    def __init__(self, *args, stakeholder: Stakeholder, **kwargs):
        super().__init__(*args, **kwargs)
        others = Stakeholder.objects.here().filter(tender=stakeholder.tender_id).exclude(pk=stakeholder.pk)
        self.fields["other"].queryset = others.order_by("name")


class WaiveForm(forms.Form):
    reason = Words(
        label=_("Why is this kind not needed?"),
        help_text=_("Everybody can read it. Leave it empty to look for this kind again."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
