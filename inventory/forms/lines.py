"""Forms of a line: writing it, judging it, ending it, saying of which party it is, asking about it."""

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality, Party
from areas.choices import offer_areas
from areas.models import Area, Theme
from documents.uploads import check_upload
from events.fields import Words, limited
from inventory.models import Fitness, Line, LineKind
from tenders.dates import day
from tenders.forms import answer_address, ask_whom
from tenders.widgets import DateInput, with_consequences

_AGREED = ["title", "party_name", "area", "theme", "amount", "vat", "begins_on", "ends_on", "notice_months", "text", "reference"]
# What is asked of each kind, in this order.
FIELDS: dict[str, list[str]] = {
    LineKind.SUPPLY: ["title", "party_name", "area", "theme", "amount", "ends_on", "text", "reference"],
    LineKind.MONEY: ["title", "party_name", "area", "theme", "amount", "vat", "source", "text", "reference"],
    LineKind.TASK: ["title", "area", "theme", "amount", "vat", "earning", "begins_on", "text", "reference"],
    LineKind.AMBITION: ["title", "area", "theme", "source", "paper", "text", "reference"],
    LineKind.BUILDING: ["title", "party_name", "area", "theme", "amount", "ends_on", "text", "reference"],
    LineKind.CONTRACT: _AGREED,
    LineKind.SUBSIDY: _AGREED,
}
# Where a kind calls a field otherwise.
LABELS: dict[str, dict[str, object]] = {
    LineKind.SUPPLY: {"title": _("What is offered"), "party_name": _("By whom"), "amount": _("What it costs a year")},
    LineKind.MONEY: {"title": _("What for"), "party_name": _("Who gets it"), "source": _("Where it is written")},
    LineKind.TASK: {"title": _("The task"), "amount": _("What it costs a year"), "begins_on": _("Planned from")},
    LineKind.AMBITION: {"title": _("The ambition"), "source": _("In which paper, on which page")},
    LineKind.BUILDING: {
        "title": _("The building"),
        "party_name": _("Who uses it"),
        "amount": _("What it costs a year"),
        "ends_on": _("Comes free on"),
    },
    LineKind.CONTRACT: {"title": _("The task"), "party_name": _("With whom")},
    LineKind.SUBSIDY: {"title": _("What for"), "party_name": _("Who gets it")},
}
NEEDED: dict[str, tuple[str, ...]] = {
    LineKind.MONEY: ("amount",),
    LineKind.AMBITION: ("source",),
    LineKind.CONTRACT: ("party_name", "amount"),
    LineKind.SUBSIDY: ("party_name", "amount"),
}


class LineForm(forms.ModelForm):
    """A line of one kind: what does not belong to that kind is not asked."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    paper = forms.FileField(label=_("The paper itself"), required=False, validators=[check_upload])

    class Meta:
        model = Line
        formfield_callback = limited
        fields = [
            *("title", "party_name", "area", "theme", "amount", "vat", "earning", "source"),
            *("begins_on", "ends_on", "notice_months", "text", "reference"),
        ]
        widgets = {
            "begins_on": DateInput,
            "ends_on": DateInput,
            "text": forms.Textarea(attrs={"rows": 4}),
            "earning": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {"title": {"required": _("Write in a few words what it is.")}}

    def __init__(self, *args, municipality: Municipality, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        offer_areas(self.fields["area"], Area.objects.filter(municipality=municipality))
        self.fields["area"].label = _("Area")
        self.fields["area"].empty_label = _("The whole municipality")
        self.fields["theme"].queryset = Theme.objects.offered(municipality.pk, [self.instance.theme_id or 0])
        self.fields["amount"].required = False
        for name in [name for name in self.fields if name not in (*FIELDS[kind], "version")]:
            del self.fields[name]
        for name, label in LABELS[kind].items():
            self.fields[name].label = label
        for name in NEEDED.get(kind, ()):
            self.fields[name].required = True
        self.order_fields(["version", *FIELDS[kind]])
        if self.instance.pk:
            self.initial["version"] = self.instance.version
        else:
            del self.fields["version"]

    def clean(self):
        """What is wrong with two days together is said here beside the last one."""
        cleaned = super().clean()
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("It ends before it begins."))
        return cleaned

    def values(self) -> dict:
        """What was filled in, without the version."""
        values = {**self.cleaned_data}
        values.pop("version", None)
        return values


class JudgeForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    fitness = forms.ChoiceField(
        label=_("Can society do this?"),
        choices=[(value, capfirst(value.label)) for value in Fitness],  # of what ends, __init__ says what follows
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    reason = Words(
        label=_("Why?"),
        help_text=_("Everybody can read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )

    def __init__(self, *args, line: Line, **kwargs):
        super().__init__(*args, **kwargs)
        if line.ends_on is None or line.is_over:
            return
        self.fields["fitness"].label = _("What becomes of it?")
        self.fields["fitness"].choices = with_consequences(
            self.fields["fitness"].choices,
            {
                Fitness.FIT: _("You ask for plans, or start a tender."),
                Fitness.NOT_FIT: _("It goes on as it is, or you arrange it in another way."),
                Fitness.NOT_NEEDED: _("It ends on %(day)s, and nothing comes after it.") % {"day": day(line.ends_on)},
            },
        )


class EndForm(forms.Form):
    """Why something no longer stands where it stood: for a line, a period, or what may stop."""

    reason = Words(
        label=_("Why?"),
        help_text=_("Everybody can read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )


class LinkPartyForm(forms.Form):
    """Parties whose name looks like what was written down, or like what somebody searches for."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    party = forms.ModelChoiceField(
        label=_("Which party is it?"),
        queryset=Party.objects.none(),
        required=False,
        blank=True,
        empty_label=_("None of these"),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, line: Line, search: str = "", **kwargs):
        super().__init__(*args, initial={"version": line.version, "party": line.party_id}, **kwargs)
        words = [word for word in (search or line.party_name).split() if len(word) > 3 or search][:6]
        alike = Q(pk=line.party_id)
        for word in words:
            alike |= Q(name__icontains=word)
        found = Party.objects.filter(alike).order_by("name").values_list("pk", flat=True)[:20]
        self.fields["party"].queryset = Party.objects.filter(pk__in=list(found))
        self.fields["party"].label_from_instance = _party_in_words


def _party_in_words(party: Party) -> str:
    return ", ".join(word for word in (party.name, str(party.get_kind_display()), party.place) if word)


class AskForm(forms.Form):
    text = Words(
        label=_("Your question"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what you want to know.")},
    )
    show_name = forms.BooleanField(label=_("Show my name with the question"), required=False)
    email = answer_address()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        ask_whom(self, user)
