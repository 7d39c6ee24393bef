"""Forms of the tender itself, and how a form carries out an action."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality, Role, RoleKind, User
from areas.choices import offer_areas
from areas.models import Area
from documents.uploads import check_upload
from events.fields import LONGEST, Email, Name, Several, Telephone, Words, limited
from tenders.actions import OFFICER_KINDS
from tenders.models import Frame, Involvement, InvolvementRole, Lot, Question, StepPlan, Tender
from tenders.models.frame import FrameKind
from tenders.steps import Step
from tenders.widgets import DateInput


def attempt(form: forms.BaseForm, action, /, **kwargs):
    """Carry out `action` for a valid form and return what it made; a refusal becomes an error of the form, and None.

    What was typed stays in the form.
    """
    try:
        return action(**kwargs)
    except ValidationError as refusal:
        fields = getattr(refusal, "error_dict", None)
        for name, errors in fields.items() if fields else [(None, refusal)]:
            form.add_error(name if name in form.fields else None, errors)
        return None


class StartForm(forms.ModelForm):
    """A new tender: what it is about and by which route, for now."""

    first_step = forms.TypedChoiceField(
        label=_("In which step does it stand?"), choices=Step.choices, coerce=lambda v: Step(int(v)), initial=Step.DIALOGUE
    )
    reason = Words(label=_("Why do you start this tender?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, municipality: Municipality, **kwargs):
        super().__init__(*args, **kwargs)
        _offer_others(self, municipality)

    class Meta:
        model = Tender
        formfield_callback = limited
        fields = ["title", "summary", "route", "contact_person", "contact_phone"]
        field_classes = {"contact_phone": Telephone}
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"route": _("A provisional route. You choose for good in step 3, with a reason.")}


def _offer_others(form: forms.ModelForm, municipality: Municipality) -> None:
    """The other municipalities, as boxes; nothing where there is no other one."""
    others = Municipality.objects.exclude(pk=municipality.pk)
    if others.exists():
        form.fields["others"] = Several(
            queryset=others,
            label=_("Which municipalities lead it too?"),
            help_text=_("Their officers can be in the team, and their colleagues see it before it is public."),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=list(form.instance.others.all()) if form.instance.pk else (),
        )


class TenderForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _offer_others(self, self.instance.municipality)

    class Meta:
        model = Tender
        formfield_callback = limited
        fields = ["title", "summary", "contact_person", "contact_phone"]
        field_classes = {"contact_phone": Telephone}
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}


class PlanForm(forms.ModelForm):
    class Meta:
        model = StepPlan
        formfield_callback = limited
        fields = ["begins_on", "ends_on"]
        widgets = {"begins_on": DateInput, "ends_on": DateInput}


class LotForm(forms.ModelForm):
    class Meta:
        model = Lot
        formfield_callback = limited
        fields = ["name", "area", "inhabitants", "budget", "vat"]

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        offer_areas(self.fields["area"], Area.objects.filter(municipality_id__in=tender.municipality_ids()))
        if not tender.traits.public_money:
            del self.fields["budget"], self.fields["vat"]

    def clean(self):
        """Who names an area need not count its people."""
        data = super().clean()
        if data.get("area") and data.get("inhabitants") is None and "inhabitants" not in self.errors:
            data["inhabitants"] = data["area"].population
        return data


class FrameForm(forms.ModelForm):
    class Meta:
        model = Frame
        formfield_callback = limited
        fields = ["kind", "text", "lowest", "highest", "decided_on"]
        widgets = {"decided_on": DateInput, "text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        if not tender.traits.public_money:
            del self.fields["lowest"], self.fields["highest"]
            self.fields["kind"].choices = [(value, label) for value, label in FrameKind.choices if value != FrameKind.BUDGET]


class EndRoleForm(forms.Form):
    """Whoever is asked to stop has a right to a reason, and colleagues to find it again."""

    reason = Words(
        label=_("Why?"),
        help_text=_("Your colleagues can read this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in one sentence.")},
    )


class ReasonForm(forms.Form):
    """Moving on, going back and stopping ask for a reason that everybody can read."""

    leaving = forms.TypedChoiceField(choices=Step.choices, coerce=lambda v: Step(int(v)), widget=forms.HiddenInput)
    reason = Words(
        label=_("Why? Everybody can read this."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why. Everybody can read it.")},
    )


class BackForm(ReasonForm):
    to = forms.TypedChoiceField(label=_("Back to step"), choices=(), coerce=lambda v: Step(int(v)))

    field_order = ["leaving", "to", "reason"]

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(s.value, s.label) for s in Step if tender.first_step <= s < tender.step]


def _team_of(tender: Tender):
    """The ids of who is in the team already, and so need not be asked again."""
    in_team = Involvement.objects.active().filter(tender=tender, role__in=(InvolvementRole.OFFICER, InvolvementRole.GUIDE))
    return in_team.filter(person__isnull=False).values("person_id")


class OfficerForm(forms.Form):
    """A colleague from those who hold a role of these kinds."""

    kinds = OFFICER_KINDS
    person = forms.ModelChoiceField(label=_("Colleague"), queryset=User.objects.none())

    def __init__(self, *args, tender: Tender, **kwargs):
        super().__init__(*args, **kwargs)
        roles = Role.objects.active().filter(municipality_id__in=tender.municipality_ids(), kind__in=self.kinds)
        known = User.objects.filter(pk__in=roles.values("user_id"), is_active=True)
        self.fields["person"].queryset = known.exclude(pk__in=_team_of(tender)).order_by("name")


class ProcessGuideForm(OfficerForm):
    kinds = (RoleKind.PROCESS_GUIDE,)
    person = forms.ModelChoiceField(label=_("Process guide"), queryset=User.objects.none())


def ask_whom(form: forms.BaseForm, user) -> None:
    """Of a form with a question: who has an account may show the name, who has none may leave an address."""
    del form.fields["email" if user.is_authenticated else "show_name"]


def answer_address() -> Email:
    """The field for who asks without an account and wants to hear the answer."""
    return Email(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Then you get a message when there is an answer. You get a code as well."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class QuestionForm(forms.ModelForm):
    email = answer_address()
    text = Words(
        label=capfirst(_("your question")),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    field_order = ["about", "text", "lot", "show_name", "email"]

    class Meta:
        model = Question
        formfield_callback = limited
        fields = ["about", "text", "lot", "show_name"]
        help_texts = {"about": _("For example a figure or a sentence on our pages.")}

    def __init__(self, *args, tender: Tender, user, **kwargs):
        super().__init__(*args, **kwargs)
        ask_whom(self, user)
        self.fields["lot"].queryset = tender.lots.all()
        self.fields["lot"].required = False
        self.fields["lot"].empty_label = _("It is about the whole tender")
        if tender.lots.count() == 1:
            del self.fields["lot"]


class AnswerForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    answer = Words(
        label=_("Answer"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write the answer.")},
    )

    class Meta:
        model = Question
        formfield_callback = limited
        fields = ["answer"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version


class PriorDocumentForm(forms.Form):
    step = forms.TypedChoiceField(label=_("It belongs to step"), choices=Step.choices, coerce=lambda v: Step(int(v)))
    title = Name(label=_("What is it?"), max_length=160)
    file = forms.FileField(label=_("File"))

    def clean_file(self):
        check_upload(self.cleaned_data["file"])
        return self.cleaned_data["file"]


class CodeForm(forms.Form):
    """The code with which somebody without an account comes back to what was written."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Three groups of four letters and numbers, like k7wp-93bd-xm2h. Capitals and dashes do not matter."),
        max_length=40,
        error_messages={"required": _("Type the code that is on your paper.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
