"""Forms of the procedure: the questions of the guide, the choice, a signature, the timetable."""

import datetime as dt
from dataclasses import fields

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleKind
from calls.guide import RouteCard
from calls.standing import kind_of
from documents.fingerprint import fingerprint
from events.fields import Day, Moment, whole
from tenders.law import terms
from tenders.law.answers import Answers
from tenders.law.questions import GROUPS, KINDS_OF_WORK, QUESTIONS
from tenders.law.timetable import moments_of
from tenders.money import CentsFormField
from tenders.refusal import Changed
from tenders.routes import Route
from tenders.widgets import Choice, DateInput, DateTimeInput, RadioRow

OTHER_WORK = "other"
_YES_NO = [("yes", _("Yes")), ("no", _("No"))]
# What is a day in the timetable; the other moments have a time.
_DAYS = {"decision": terms.noon, "start": terms.first_moment}


class GuideForm(forms.Form):
    """Every question of the guide, with an answer already in it."""

    cpv_other = forms.CharField(
        label=_("The code of other work (CPV)"),
        help_text=_("Eight figures, for example 85320000. Only when the work is not in the list."),
        required=False,
        max_length=10,
    )

    def __init__(self, *args, answers: Answers, **kwargs):
        super().__init__(*args, initial=_initial(answers), **kwargs)
        self._lots = answers.lots
        for name in QUESTIONS:
            self.fields[name] = _field(name)
        names = [name for _title, group in GROUPS for name in group]
        names.insert(names.index("cpv") + 1, "cpv_other")
        self.order_fields(names)

    def groups(self) -> list[tuple]:
        """(title, fields) in the order in which they are asked."""
        found = []
        for title, names in GROUPS:
            names = [one for name in names for one in ((name, "cpv_other") if name == "cpv" else (name,))]
            found.append((title, [self[name] for name in names]))
        return found

    def clean_cpv_other(self) -> str:
        code = self.cleaned_data["cpv_other"].split("-")[0].replace(" ", "")
        if code and not (whole(code) is not None and len(code) == 8):
            raise forms.ValidationError(_("A CPV code has eight figures, for example 85320000."))
        return code

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("cpv") == OTHER_WORK and "cpv_other" in cleaned and not cleaned["cpv_other"]:
            self.add_error("cpv_other", _("Fill in the code of the work, or choose a kind of work from the list."))
        return cleaned

    def answers(self) -> Answers:
        """What was answered, for a valid form."""
        given = {name: self.cleaned_data[name] for name in QUESTIONS}
        if given["cpv"] == OTHER_WORK:
            given["cpv"] = self.cleaned_data["cpv_other"]
        for name, item in given.items():
            if item in ("yes", "no") and isinstance(getattr(Answers, name), bool):
                given[name] = item == "yes"
        return Answers.of(given | {"lots": self._lots})


class RouteForm(forms.Form):
    """Which route, and why. It holds the fingerprint of the answers under the advice that the person saw."""

    route = forms.ChoiceField(label=_("Which route do you choose?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why do you choose this route?"),
        help_text=_("Everybody can read this. Say what counts here, also when you do not follow the advice."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": _("Say why you choose this route.")},
    )

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, cards: list[RouteCard], answers: Answers, **kwargs):
        self._answers = fingerprint(answers.as_json())
        best = next((card.route.value for card in cards if not card.blocked_by), None)
        super().__init__(*args, initial={"route": best, "seen": self._answers}, **kwargs)
        self.fields["route"].choices = [(card.route.value, Choice(_capital(card.label), _consequence(card))) for card in cards]

    def clean_route(self) -> Route:
        return Route(self.cleaned_data["route"])

    def clean(self):
        """Refuse once when a colleague changed the answers meanwhile; what was typed stays."""
        cleaned = super().clean()
        if cleaned.pop("seen", None) != self._answers:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self._answers
            raise Changed(_("A colleague changed the answers meanwhile. Look at the advice again, and choose."), code="answers")
        return cleaned


class SignatureForm(forms.Form):
    """In which role somebody signs, and why. It holds the fingerprint of what was read."""

    kind = forms.ChoiceField(label=_("You sign as"), widget=RadioRow)
    reason = forms.CharField(
        label=_("Your reason"),
        help_text=_("Everybody can read this, with your name."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Say why you sign. Everybody can read it.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, kinds: list[RoleKind], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
            self.fields["kind"].initial = kinds[0].value

    def clean_kind(self) -> RoleKind:
        return RoleKind(self.cleaned_data["kind"])


class ClosingForm(forms.Form):
    """From which closing date the other moments are computed; a question, it saves nothing."""

    sluiting = Day(label=_("Closing date"), widget=DateInput, error_messages={"invalid": _("Fill in a date.")})


class TimetableForm(forms.Form):
    """Every moment of the timetable, and the version that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, route: str, moments: dict[str, dt.datetime], version: int, **kwargs):
        initial = {name: terms.day_of(at) if name in _DAYS else at for name, at in moments.items()}
        super().__init__(*args, initial=initial | {"version": version}, **kwargs)
        for name in moments_of(route):
            if name != "term_ends":
                self.fields[name] = _moment_field(name)

    @property
    def is_stale(self) -> bool:
        return self.has_error(NON_FIELD_ERRORS, code="version")

    def see(self, version: int) -> None:
        """From now on the person has seen this version: what was typed stays."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(version)

    def timetable(self) -> dict:
        """The version and the moments that were filled in, for a valid form; a day is a moment too."""
        given = dict(self.cleaned_data)
        version = given.pop("version")
        return {"version": version, "moments": {name: _DAYS[name](at) if name in _DAYS else at for name, at in given.items()}}


class ConfirmForm(forms.Form):
    """Only a button: everything was filled in before."""


def _initial(answers: Answers) -> dict:
    found = {}
    for field in fields(Answers):
        item = getattr(answers, field.name)
        found[field.name] = ("yes" if item else "no") if isinstance(item, bool) else list(item) if isinstance(item, tuple) else item
    if answers.cpv not in KINDS_OF_WORK:
        found |= {"cpv": OTHER_WORK, "cpv_other": answers.cpv}
    return found


def _field(name: str) -> forms.Field:
    """The field for one question, by the kind of its usual answer."""
    question, usual = QUESTIONS[name], getattr(Answers, name)
    words = {"label": question.text, "help_text": question.help}
    if name == "cpv":
        kinds = [(code, f"{label} ({code})") for code, label in KINDS_OF_WORK.items()]
        return forms.ChoiceField(choices=[*kinds, (OTHER_WORK, _("Something else: fill in the code below"))], **words)
    if name in ("total_value", "de_minimis_used"):
        return CentsFormField(error_messages={"required": _("Fill in an amount. An estimate will do.")}, **words)
    if isinstance(usual, bool):
        return forms.ChoiceField(choices=_YES_NO, widget=RadioRow, **words)
    if isinstance(usual, tuple):
        return forms.MultipleChoiceField(
            choices=question.choices.choices, required=False, widget=forms.CheckboxSelectMultiple, **words
        )
    if question.choices:
        return forms.ChoiceField(choices=question.choices.choices, **words)
    least, most = {"years_subsidised": (0, 50), "term_months": (1, 600)}.get(name, (1, 999))
    return forms.IntegerField(min_value=least, max_value=most, **words)


def _moment_field(name: str) -> forms.Field:
    label = _capital(kind_of(name).label)
    required = {"required": _("Fill in this moment.")}
    if name in _DAYS:
        return Day(label=label, widget=DateInput, error_messages=required)
    return Moment(label=label, widget=DateTimeInput, error_messages=required)


def _consequence(card: RouteCard) -> str:
    return " ".join([str(_("Falls away.")), *card.blocked_by]) if card.blocked_by else str(card.gist)


def _capital(label) -> str:
    return str(label)[:1].upper() + str(label)[1:]
