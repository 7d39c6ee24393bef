"""Forms of a sorting board: laying tasks on it, and what the municipality chooses."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from areas.choices import offer_areas
from areas.models import Area
from events.fields import Email, Several, Words, limited
from inventory.models import Board, Line, LineKind, Sort
from tenders.widgets import DateInput, with_consequences

_ASKS = ("asks_organisations", "asks_entrepreneurs", "asks_municipality")
_FOLLOWS = {
    Sort.RESIDENTS: _("After this you can ask the neighbourhood for plans."),
    Sort.TOGETHER: _("After this you can start a tender from the task."),
    Sort.MUNICIPALITY: _("The municipality does it itself."),
}


class BoardForm(forms.ModelForm):
    """A board; of one that exists the tasks that it does not have yet can come beside."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    tasks = Several(
        queryset=Line.objects.none(),
        label=_("Which tasks do people sort?"),
        help_text=_("They come from the inventory. Eight to twelve is enough for an evening, 25 is the most."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one task to sort.")},
    )

    class Meta:
        model = Board
        formfield_callback = limited
        fields = [
            "title",
            "reason",
            "area",
            "begins_on",
            "ends_on",
            "asks_organisations",
            "asks_entrepreneurs",
            "asks_municipality",
        ]
        widgets = {"begins_on": DateInput, "ends_on": DateInput, "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "reason": _("What do you want to know, and what happens with it? Everybody can read it."),
            "ends_on": _("After this day you type in what is on paper. A week later everybody sees the votes."),
        }
        error_messages = {
            "title": {"required": _("Write in a few words what is sorted.")},
            "reason": {"required": _("Say why. Everybody can read it.")},
        }

    def __init__(self, *args, municipality: Municipality, **kwargs):
        super().__init__(*args, **kwargs)
        offer_areas(self.fields["area"], Area.objects.filter(municipality=municipality))
        self.fields["area"].empty_label = _("The whole municipality")
        tasks = Line.objects.current().filter(municipality=municipality, kind=LineKind.TASK).order_by("title", "pk")
        if self.instance.pk:
            self.initial["version"] = self.instance.version
            tasks = tasks.exclude(pk__in=self.instance.tasks.values("line"))
            self.fields["tasks"].label = _("Which tasks do you add?")
            self.fields["tasks"].required = False
        else:
            del self.fields["version"]
        self.fields["tasks"].queryset = tasks.select_related("area")
        self.fields["tasks"].label_from_instance = _in_words
        self.order_fields(["version", "title", "reason", "area", "tasks"])

    def clean(self):
        """What is wrong with two days together is said here beside the last one."""
        cleaned = super().clean()
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("The last day lies before the first."))
        return cleaned

    def values(self) -> dict:
        """What was filled in, without the version; the tasks as a list."""
        values = {**self.cleaned_data, "tasks": list(self.cleaned_data["tasks"])}
        values.pop("version", None)
        return values


def _in_words(line: Line) -> str:
    return " · ".join(str(word) for word in (line.title, line.area) if word)


class ChoiceForm(forms.Form):
    """Who takes a task up. Why not what residents wanted is asked where they wanted something; why it changed, once public."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    sort = forms.ChoiceField(
        label=_("Who takes this up?"),
        choices=with_consequences(Sort, _FOLLOWS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who takes this up.")},
    )
    reason = Words(
        label=_("Why?"),
        help_text=_("Everybody can read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )
    against_because = Words(max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    changed_because = Words(
        label=_("Why does it become something else?"),
        help_text=_("The earlier choice stays to be read."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, wanted: str | None, is_public: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if wanted:
            asked = _("Do you choose something else than “%(chose)s”? Then say what weighs heavier.")
            self.fields["against_because"].label = asked % {"chose": Sort(wanted).label}
            self.fields["against_because"].help_text = _("Most residents chose that.")
        else:
            del self.fields["against_because"]
        if not is_public:
            del self.fields["changed_because"]


class FollowForm(forms.Form):
    email = Email(
        label=_("Your e-mail address"),
        help_text=_("We use it for this board alone. It stands apart from what you chose."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Fill in your e-mail address.")},
    )
