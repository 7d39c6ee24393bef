"""The answer to a plan from outside: yes, no or together, and who hears it when."""

from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from events import clock, log
from initiatives.actions.hiding import question_about
from initiatives.actions.plans import hold_plan
from initiatives.models import Plan, PlanAnswer, PlanOutcome
from tenders.actions import answer_question, answer_unasked
from tenders.locks import one_at_a_time
from tenders.models import Question, Tender
from tenders.money import euro_on_page
from tenders.refusal import Changed, Refused
from tenders.steps import Step


@transaction.atomic
def answer_plan(*, plan: Plan, by: User, outcome: PlanOutcome, seen: str = "", into: Tender | None = None, **words) -> PlanAnswer:
    """Yes, no or together. Yes and together carry it into a tender, or say what happens next; a no takes it out again.

    Where parties bid, the answer waits as a question with its answer until it goes to all of them at one moment; until then an
    earlier one holds. `seen` is the answer that the person saw: somebody else's is not written over.
    """
    plan = hold_plan(plan)
    before = plan.answers.standing().select_related("question__tender").first()
    holds = plan.answers.out().first()
    into = into if outcome != PlanOutcome.NO else None
    competing = next((one for one in (into, *plan.touched()) if one is not None and one.parties_compete), None)
    if (before.public_id if before else "") != seen:
        raise Changed(_("Somebody else answered just before you. Read that answer first; yours is still here."), code="changed")
    if outcome != PlanOutcome.NO and into is None and plan.about is None and not words.get("next_step", "").strip():
        raise Refused({"into": _("Choose into which tender it goes, or say below what happens next.")})
    if into is not None and not plan.may_go_into().filter(pk=into.pk).exists():
        raise Refused({"into": _("Choose a running tender of this municipality.")})
    _refuse_while_parties_compete(outcome, competing)
    _refuse_more_than_there_is(plan, outcome, words, holds)
    if holds is None:
        words.pop("changed_because", None)
    elif not words.get("changed_because", "").strip():
        raise Refused({"changed_because": _("Everybody could read the first answer. Say why it changes.")})
    if before:
        plan.answers.standing().update(replaced_at=clock.now())
    question = _for_all_bidders(plan, competing or into or plan.tender, by, outcome, words["reason"], before)
    words = {name: value.strip() if isinstance(value, str) else value for name, value in words.items()}
    answer = PlanAnswer.objects.create(plan=plan, outcome=outcome, into=into, question=question, by=by, at=clock.now(), **words)
    told = {"outcome": str(outcome), "out": question is None}
    log.record("initiatives.plan_answered", by=by, thing=answer, public=True, reason=words["reason"], **told)
    if question is None:
        _carry(plan)
    return answer


@transaction.atomic
def carry_plans(*, tender: Tender) -> int:
    """Answers that waited to go to all of this tender went out: each plan goes where its answer says. Done twice, it changes
    nothing; returns how many plans went.
    """
    told = PlanAnswer.objects.out().filter(question__tender=tender).select_related("plan").order_by("plan")
    return sum(_carry(hold_plan(one.plan, standing=False)) for one in told if one.into_id != one.plan.carried_to_id)


def _carry(plan: Plan) -> bool:
    """Into the tender of the answer that everybody can read, or into none; returns whether that changes something."""
    into = plan.answers.out().get().into
    if changes := into != plan.carried_to:
        plan.carried_to = into
        plan.save(update_fields=["carried_to"])
    return changes


def _refuse_while_parties_compete(outcome: PlanOutcome, tender: Tender | None) -> None:
    """A yes beside the competition would give away what others hand in for, also when a no took the plan out of it before. The
    makers can hand in as they do.
    """
    if outcome == PlanOutcome.NO or tender is None:
        return
    if tender.traits.invited_only:
        sentence = _("Invited parties hand in for “%(title)s”. Until one is chosen, you can only answer “no”, with the reason.")
    else:
        sentence = _(
            "Parties hand in for “%(title)s”. The makers may do so too, as long as that is possible. Until one is chosen, you can "
            "only answer “no”, with the reason."
        )
    raise Refused({"outcome": sentence % {"title": tender.title}}, code="competition")


def _refuse_more_than_there_is(plan: Plan, outcome: PlanOutcome, words: dict, holds: PlanAnswer | None) -> None:
    """What goes to the plans of a working day together stays within the amount that was named for it."""
    granted = words.get("granted")
    if plan.meeting is None or outcome == PlanOutcome.NO:
        if granted:
            raise Refused({"granted": _("This plan gets nothing of the amount. Leave it empty.")})
        return
    if granted is None:
        raise Refused({"granted": _("Say how much of the amount goes to it. Nothing? Fill in 0.")})
    amount = plan.meeting.amount
    highest = amount.highest if amount else None
    if highest is None:
        if granted:
            raise Refused({"granted": _("Nobody named the amount of the working day yet. Do that first.")})
        return
    one_at_a_time("granted", plan.meeting_id)
    left = highest - PlanAnswer.objects.granted_of(plan.meeting_id) + ((holds.granted or 0) if holds else 0)
    if granted > left:
        raise Refused(
            {
                "granted": _("Of the amount %(left)s is left. Fill in less, or name a higher amount first.")
                % {"left": euro_on_page(left)}
            }
        )


def _for_all_bidders(
    plan: Plan, tender: Tender | None, by: User, outcome: PlanOutcome, reason: str, before: PlanAnswer | None
) -> Question | None:
    """The answer as a question with its answer, for a tender in which parties hand in; else None.

    What waits to go to all of them is written anew, so that nobody gets two answers at one moment.
    """
    with override("nl"):  # everybody reads it in the language of the tender
        text = question_about(plan)
        answer = f"{capfirst(PlanOutcome(outcome).label)}. {reason.strip()}"
        page = plan.get_absolute_url()
    waits = before.question if before else None
    if waits and not waits.published_at and waits.tender.is_running:
        return answer_question(question=waits, by=by, answer=answer)
    if tender is None or not tender.is_running or tender.step < Step.SELECTION or not tender.traits.competition:
        return None
    return answer_unasked(tender=tender, by=by, text=text, answer=answer, page=page)
