"""Now, then, and what can you do: the three answers that stand at the top of a tender's page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.standing import Standing
from tenders import dates
from tenders.models import Tender
from tenders.steps import STEP_PAGES, Step


@dataclass(frozen=True)
class Panel:
    kicker: str
    title: str
    text: str
    url: str = ""
    label: str = ""


def panels(tender: Tender, standing: Standing) -> list[Panel]:
    """Three panels; nothing is asked of the database when plans were brought along."""
    return [_now(tender, standing), _then(tender, standing), _you(tender, standing)]


_DOING = {
    Step.DIALOGUE: (
        gettext_lazy("People say what is needed"),
        gettext_lazy("Everybody can bring something in. Each contribution gets an answer."),
    ),
    Step.REQUEST: (
        gettext_lazy("We write the request together"),
        gettext_lazy("Everybody can propose other words. Each proposal gets an answer."),
    ),
    Step.PROCEDURE: (
        gettext_lazy("We choose the route"),
        gettext_lazy("The law gives several routes. We choose one, and say why."),
    ),
    Step.SELECTION: (
        gettext_lazy("Parties hand in, a committee chooses"),
        gettext_lazy("Residents are the majority of the committee."),
    ),
    Step.CONTRACT: (
        gettext_lazy("We write down what we agree"),
        gettext_lazy("Each agreement follows from the request and from what was promised."),
    ),
    Step.MONITORING: (gettext_lazy("The work is done and measured"), gettext_lazy("Numbers and stories show whether it works.")),
}

# Where one party is concerned, without competition.
_DOING_DIRECTLY = {
    Step.DIALOGUE: (
        gettext_lazy("We look at the plan"),
        gettext_lazy("There is one party with a plan. The municipality talks with it."),
    ),
    Step.REQUEST: (
        gettext_lazy("We look at the plan"),
        gettext_lazy("There is no competition, so nothing has to be written before the decision."),
    ),
    Step.SELECTION: (
        gettext_lazy("The municipality decides"),
        gettext_lazy("Everybody can read the decision and its reason."),
    ),
    Step.CONTRACT: (
        gettext_lazy("We write down what we agree"),
        gettext_lazy("Each agreement follows from the decision."),
    ),
}


def _now(tender: Tender, standing: Standing) -> Panel:
    if tender.withdrawn_at:
        return Panel(_("Now"), standing.word, _("This tender was stopped. The reason stands with the changes."))
    report = reverse("dialogues:show_conclusion", args=[tender.slug])
    if ended_with_dialogue(tender):
        ended = _("The dialogue ended well without a request. Everybody has an answer.")
        return Panel(_("Now"), standing.word, ended, report, _("Read the report"))
    if tender.is_running and tender.step == Step.DIALOGUE and standing.is_concluded:
        text = _("The dialogue is concluded. Everybody has an answer.")
        title = f"{standing.word}. {standing.line}" if standing.kind == "wacht" else standing.word
        return Panel(_("Now"), title, text, report, _("Read the report"))
    if tender.completed_at:
        return Panel(_("Now"), standing.word, _("All six steps are done. Everything stays readable."))
    title, text = _doing(tender, Step(tender.step))
    if standing.line:
        text = f"{text} {standing.line}."
    return Panel(_("Now"), title, text)


def ended_with_dialogue(tender: Tender) -> bool:
    """It ended well without a request: nobody has to choose or decide any more."""
    return tender.completed_at is not None and tender.step == Step.DIALOGUE


def _then(tender: Tender, standing: Standing) -> Panel:
    if ended_with_dialogue(tender):
        return Panel(_("Then"), _("Everything stays to be read"), _("With what people said, and what became of it."))
    if not tender.is_running or tender.step == Step.MONITORING:
        return Panel(_("Then"), _("What we learnt"), _("The lessons of this tender help the next one."))
    if tender.step == Step.DIALOGUE and standing.is_concluded and standing.kind == "wacht":
        return Panel(_("Then"), _("We look at it again"), _("On that day we say whether it goes on. Nobody has to ask for it."))
    now, _text = _doing(tender, Step(tender.step))
    # A step in which this route does nothing else than now is not worth a word.
    step = next(step for step in Step if step > tender.step and _doing(tender, step)[0] != now)
    title, _text = _doing(tender, step)
    plan = next((plan for plan in tender.plans.all() if plan.step == step), None)
    if plan and plan.begins_on:
        return Panel(_("Then"), title, _("We expect to begin on %(day)s.") % {"day": dates.day(plan.begins_on)})
    return Panel(_("Then"), title, _("We do not know the date yet. It will stand here."))


def _you(tender: Tender, standing: Standing) -> Panel:
    url = reverse(STEP_PAGES[Step(tender.step)], args=[tender.slug])
    if standing.kind == "open" and tender.step == Step.DIALOGUE:
        return Panel(
            _("What can you do?"),
            _("Say what you think"),
            _("It takes five minutes. You need no account."),
            url,
            _("Have your say"),
        )
    if standing.kind == "open" and tender.step == Step.REQUEST:
        return Panel(
            _("What can you do?"),
            _("Improve the text"),
            _("Read what you like and propose other words."),
            url,
            _("Read and improve"),
        )
    if standing.kind == "open" and tender.step == Step.SELECTION:
        return Panel(
            _("What can you do?"),
            _("Take part with a plan"),
            _("Alone or together. You need no legal form."),
            url,
            _("See how to take part"),
        )
    ask = reverse("tenders:list_questions", args=[tender.slug])
    return Panel(_("What can you do?"), _("Follow and ask"), _("Everybody can read the answers."), ask, _("Ask a question"))


def _doing(tender: Tender, step: Step) -> tuple[str, str]:
    title, text = _DOING[step] if tender.traits.competition else _DOING_DIRECTLY.get(step, _DOING[step])
    return str(title), str(text)
