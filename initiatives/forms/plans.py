"""What people fill in to file a plan, and what the municipality answers."""

from django import forms
from django.db.models import Case, Q, When
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from areas.choices import by_district
from areas.models import Area
from events import clock
from events.fields import Day, Email, Name, Words, whole
from initiatives.models import PlanOutcome
from inventory.models import Line, LineKind, Period
from inventory.words import MANY, PATHS
from tenders.models import Tender
from tenders.money import CentsFormField
from tenders.predicates import guide
from tenders.widgets import DateInput, with_consequences

_MOST = 200  # in one list to choose from


def _text(label, *, longest: int, rows: int = 3, asked="", **options) -> forms.CharField:
    messages = {"required": asked} if asked else {}
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return Words(label=label, max_length=longest, widget=widget, required=bool(asked), error_messages=messages, **options)


def _line(label, *, longest: int, asked: str, **options) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return Name(label=label, max_length=longest, widget=widget, error_messages={"required": asked}, **options)


class PlanForm(forms.Form):
    """Three plain questions, and who somebody is; the rest when somebody likes."""

    what = _text(_("What do you want to do?"), longest=4000, rows=4, asked=_("Write what you want to do, as you would tell it."))
    problem = _text(
        _("Which problem of the neighbourhood does it solve?"),
        longest=2000,
        asked=_("Say what is not right now, and for whom. One sentence is enough."),
        help_text=_("What is not right now? Who is bothered by it, or misses it?"),
    )
    how_seen = _text(
        _("How does the neighbourhood notice it?"), longest=2000, help_text=_("What is different in a year, if it works?")
    )
    needs = _text(
        _("What do you need of the municipality?"), longest=2000, rows=2, help_text=_("Money, a building, a permit, a name.")
    )
    cost = CentsFormField(label=_("What does it cost a year, about?"), required=False, help_text=_("In euros. A guess will do."))
    title = _line(_("What do you call your plan?"), longest=120, asked=_("Give your plan a name."))
    makers = _line(
        _("Who are you?"), longest=120, asked=_("Fill in who you are."), help_text=_("Everybody sees it. You need no legal form.")
    )
    party = forms.ModelChoiceField(
        Party.objects.none(), label=_("For which party?"), required=False, empty_label=_("For none, for ourselves")
    )
    line = forms.ModelChoiceField(
        Line.objects.none(),
        label=_("Is it for something that the municipality does already, or wants?"),
        required=False,
        empty_label=_("No, it is our own plan"),
        error_messages={"invalid_choice": _("This no longer stands in the list. Choose something else, or nothing.")},
    )
    about = forms.ModelChoiceField(
        Tender.objects.none(), label=_("Is it about a tender?"), required=False, empty_label=_("No, it is our own plan")
    )
    period = forms.ModelChoiceField(
        Period.objects.none(), label=_("Is it an answer to what the municipality asks?"), required=False, empty_label=_("No")
    )
    area = forms.ModelChoiceField(
        Area.objects.none(), label=_("In which neighbourhood?"), required=False, empty_label=_("All of the municipality")
    )
    email = Email(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Then you get a message when there is an answer. You get a code as well."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, municipality, user, **kwargs):
        super().__init__(*args, **kwargs)
        self._user = user
        self.fields["about"].queryset = _public_tenders(municipality)
        self.fields["period"].queryset = Period.objects.open().filter(municipality=municipality)
        self.fields["area"].queryset = Area.objects.filter(municipality=municipality).for_choice()
        self.fields["line"].queryset = Line.objects.can_have_plans().filter(municipality=municipality)
        parties = Party.objects.filter(pk__in=user.party_ids()) if user.is_authenticated else Party.objects.none()
        self.fields["party"].queryset = parties
        self._chosen_line = whole(str(self.data.get("line") or self.initial.get("line") or ""))
        for name in ("line", "about", "period", "area", "party"):
            self._offer(name)
        if user.is_authenticated:
            del self.fields["email"]
            self.fields["makers"].initial = user.name

    def named_tender(self) -> Tender | None:
        """The tender that somebody comes from or chose: it says which ways in are open."""
        chosen = whole(str(self["about"].value() or "")) if "about" in self.fields else None
        return next((one for one in self._tenders if one.pk == chosen), None)

    def _offer(self, name: str) -> None:
        """Ask only where there is something to choose from. One statement for each."""
        field = self.fields[name]
        rows = list(self._some_lines(field.queryset) if name == "line" else field.queryset[:_MOST])
        if name == "about":
            self._tenders = rows
        if not rows:
            del self.fields[name]
            return
        shown = by_district(rows) if name == "area" else [(row.pk, field.label_from_instance(row)) for row in rows]
        if name == "about":  # who guides the dialogue of one keeps out of what is said there
            guided = {row.pk for row in rows if guide(self._user, row)}
            shown = [one for one in shown if one[0] not in guided]
        if name == "line":
            kinds = {row.pk: row.kind for row in rows}
            shown = [(MANY[kind], [one for one in shown if kinds[one[0]] == kind]) for kind in PATHS if kind in kinds.values()]
        field.choices = [("", field.empty_label), *shown]

    def _some_lines(self, lines):
        """Tasks and ambitions, of a long inventory the first ones; and the line from whose page somebody came."""
        seen = Q(kind__in=(LineKind.TASK, LineKind.AMBITION)) | Q(pk=self._chosen_line)
        return lines.filter(seen).order_by(Case(When(pk=self._chosen_line, then=0), default=1), "title", "pk")[:_MOST]


class PlanAnswerForm(forms.Form):
    """Yes, no or together, on the three values beside today's cost."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
    outcome = forms.ChoiceField(
        label=_("What do you answer?"),
        choices=with_consequences(
            [(outcome, capfirst(outcome.label)) for outcome in PlanOutcome],
            {
                PlanOutcome.YES: _("The makers do it. It goes into a request or a contract, or begins by itself."),
                PlanOutcome.TOGETHER: _(
                    "You do it with the makers, or the makers with others. It goes into a request or a contract."
                ),
                PlanOutcome.NO: _("You say why. The plan stays here, so that somebody can take it up again."),
            },
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you answer.")},
    )
    legitimacy = _text(
        _("Does it fit what the neighbourhood and the council want?"),
        longest=2000,
        rows=2,
        asked=_("Say whether it fits, and how you know."),
    )
    effectiveness = _text(_("Does it solve the problem?"), longest=2000, rows=2, asked=_("Say whether it solves the problem."))
    involvement = _text(
        _("Do the people concerned take part?"), longest=2000, rows=2, asked=_("Say whether the people concerned take part.")
    )
    cost_today = CentsFormField(label=_("What does it cost a year today?"), required=False, help_text=_("In euros."))
    cost_of_plan = CentsFormField(label=_("What does the plan cost a year?"), required=False, help_text=_("In euros."))
    granted = CentsFormField(
        label=_("How much of the amount goes to it?"), required=False, help_text=_("In euros, of the amount of the working day.")
    )
    reason = _text(
        _("Why?"),
        longest=4000,
        asked=_("Say why. The makers and everybody else can read it."),
        help_text=_("Everybody can read it."),
    )
    changed_because = _text(
        _("Why does the answer change?"),
        longest=1000,
        rows=2,
        asked=_("Everybody could read the first answer. Say why it changes."),
        help_text=_("Everybody can read it. The first answer stays on the page."),
    )
    into = forms.ModelChoiceField(
        Tender.objects.none(), label=_("Into which tender does it go?"), required=False, empty_label=_("Into none")
    )
    next_step = _text(_("What happens next, and when?"), longest=1000, rows=2)

    def __init__(self, *args, plan, said=None, **kwargs):
        """`said` is what a colleague answered last; a first answer need not say why it changes."""
        names = (
            "outcome",
            "legitimacy",
            "effectiveness",
            "involvement",
            "cost_today",
            "cost_of_plan",
            "granted",
            "reason",
            "next_step",
            "changed_because",
        )
        initial = {name: getattr(said, name) for name in names} | {"seen": said.public_id} if said else _known(plan)
        if said and said.is_public:
            initial["changed_because"] = ""  # another change has another reason
        into = said.into_id if said and said.outcome != PlanOutcome.NO else plan.about_id
        super().__init__(*args, initial={**initial, "into": into}, **kwargs)
        self.fields["into"].queryset = plan.may_go_into().order_by("title")
        if plan.meeting_id is None:
            del self.fields["granted"]
        if plan.outcome is None:
            del self.fields["changed_because"]
        elif self.is_bound and said and self.data.get("seen") != said.public_id:
            self.fields["changed_because"].required = False  # who did not see that answer is told of it first

    def see(self, public_id: str) -> None:
        """From now on the person has seen this answer: what was typed stays, and sending it again goes on from there."""
        self.data = self.data.copy()
        self.data["seen"] = public_id


class KnowledgeForm(forms.Form):
    shared_on = Day(label=_("On which day?"), widget=DateInput, error_messages={"required": _("Fill in the day.")})
    text = _text(
        _("What did the makers hear or see that others did not?"),
        longest=4000,
        rows=4,
        asked=_("Write what they heard or saw. Was it nothing? Then write that."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shared_on"].initial = clock.today


def _known(plan) -> dict:
    """What the municipality need not look up: what its makers think that it costs, and what the line that it is for costs now."""
    return {"cost_of_plan": plan.cost, "cost_today": plan.line.amount if plan.line else None}


def _public_tenders(municipality):
    return Tender.objects.led_by([municipality.pk]).running().filter(published_at__isnull=False).order_by("title")
