"""Forms of theme groups: the goal, the posts, the group and who sits in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality, User
from areas.models import Theme
from dialogues.models import BudgetItem, Expert, ExpertGroup, Goal, GoalKind, NetworkQuestion
from events.fields import Email, Words, limited
from tenders.models import Involvement, InvolvementRole, Tender
from tenders.widgets import with_consequences

_WORK = {
    GoalKind.SAVE: _("The page shows how much is still to be found."),
    GoalKind.SPEND: _("The page shows how much is still left."),
}


class GoalForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=_("What must the groups do together?"), choices=with_consequences(GoalKind, _WORK), widget=forms.RadioSelect
    )

    class Meta:
        model = Goal
        formfield_callback = limited
        fields = ["kind", "amount", "source"]
        help_texts = {"source": _("For example: the council, in the budget of 2026.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A colleague may set the first one while this stands open: who saw none, changes none.
        self.initial.setdefault("version", self.instance.version if self.instance.pk else 0)

    def clean_version(self):
        return self.cleaned_data["version"] or 0


class BudgetItemForm(forms.ModelForm):
    class Meta:
        model = BudgetItem
        formfield_callback = limited
        fields = ["name", "amount", "source"]
        help_texts = {"source": _("For example: budget 2026, page 41.")}


class GroupForm(forms.ModelForm):
    """A group: new with its theme; changed, its theme stays."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    assignment = Words(
        label=_("What do you ask this group?"),
        help_text=_("What must be solved, and within which limits? In plain words."),
        max_length=2000,
        error_messages={"required": _("Write what you ask of this group.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    missing_because = Words(
        label=_("Is an interest not there? Say why."),
        required=False,
        max_length=600,
        help_text=_("Everybody can read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        model = ExpertGroup
        formfield_callback = limited
        fields = ["theme", "assignment", "guide", "missing_because"]

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        guides = Involvement.objects.active().filter(tender=tender, role=InvolvementRole.GUIDE).values("person_id")
        self.fields["guide"].queryset = User.objects.filter(pk__in=guides).order_by("name")
        self.fields["guide"].help_text = _("Leads how the group works, and keeps out of what it says.")
        if self.instance.pk:
            del self.fields["theme"]
            self.initial["version"] = self.instance.version
        else:
            taken = ExpertGroup.objects.filter(tender=tender).values("theme_id")
            themes = Theme.objects.current().filter(municipality_id__in=tender.municipality_ids()).exclude(pk__in=taken)
            self.fields["theme"].queryset = themes
            self.fields["theme"].empty_label = None
            del self.fields["version"], self.fields["missing_because"]


class ExpertForm(forms.ModelForm):
    email = Email(
        label=_("E-mail address of an account"),
        required=False,
        help_text=_("With an account somebody writes proposals too. Without one, leave it empty."),
    )

    class Meta:
        model = Expert
        formfield_callback = limited
        fields = ["name", "interest", "organisation", "email"]


class OwnSeatForm(forms.ModelForm):
    class Meta:
        model = Expert
        fields = ["is_shown", "is_reachable"]
        labels = {
            "is_shown": _("Everybody may see my name on the page of the group"),
            "is_reachable": _("The municipality may ask me again about this theme, also later"),
        }


class NetworkQuestionForm(forms.ModelForm):
    text = Words(
        label=_("What do you want to ask?"),
        help_text=_("Say what it is about and what you do with the answer."),
        max_length=2000,
        error_messages={"required": _("Write what you want to ask.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta:
        model = NetworkQuestion
        formfield_callback = limited
        fields = ["theme", "text", "phone"]
        help_texts = {"phone": _("A name and a telephone number.")}

    def __init__(self, *args, municipality: Municipality, **kwargs):
        super().__init__(*args, **kwargs)
        here = Expert.objects.reachable_in(municipality).values("group__theme")
        self.fields["theme"].queryset = Theme.objects.filter(pk__in=here)
