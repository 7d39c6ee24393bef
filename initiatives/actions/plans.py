"""Verbs of a plan from outside: filing, answering, taking back; what its makers knew ahead."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import settings_of
from accounts.models import Municipality, Party, User
from events import clock, log
from initiatives.models import Knowledge, Plan, PlanAnswer, PlanOutcome
from tenders.actions import answer_unasked
from tenders.codes import hash_code
from tenders.locks import one_at_a_time
from tenders.models import Tender
from tenders.money import euro
from tenders.refusal import Changed, Refused
from tenders.steps import Step

REMIND_DAYS = 7


@transaction.atomic
def file_plan(*, municipality: Municipality, by: User | None, code: str, party: Party | None = None, **fields) -> Plan:
    """A plan, with the last day for its answer: the term that the municipality has set. The same `code` twice makes one.

    In a period it is for what that period is about; of a line from which a public tender began it touches that tender.
    """
    one_at_a_time("plans", municipality.pk)
    if found := Plan.objects.for_page().filter(code_hash=hash_code(code)).first():
        return found
    if party is not None and (by is None or party.pk not in by.party_ids()):
        raise Refused({"party": _("You do not act for this party.")})
    fields |= _what_for(municipality, **fields)
    plan = Plan(
        municipality=municipality,
        filed_by=by,
        party=party,
        code_hash=hash_code(code),
        filed_at=clock.now(),
        answer_by=clock.today() + dt.timedelta(weeks=settings_of(municipality).plan_weeks),
        **{name: value.strip() if isinstance(value, str) else value for name, value in fields.items()},
    )
    plan.full_clean(validate_unique=False, validate_constraints=False)  # this row cannot clash
    plan.save()
    log.record("initiatives.plan_filed", by=by, thing=plan, public=True)
    return plan


@transaction.atomic
def answer_plan(*, plan: Plan, by: User, outcome: PlanOutcome, seen: str = "", into: Tender | None = None, **words) -> PlanAnswer:
    """Yes, no or together. Yes and together carry it into a tender, or say what happens next.

    Where parties bid, the answer waits as a question with its answer until it goes to all of them at one moment. `seen` is the
    answer that the person saw: somebody else's is not written over.
    """
    plan = _hold(plan)
    before = plan.answers.standing().first()
    if (before.public_id if before else "") != seen:
        raise Changed(_("Somebody else answered just before you. Read that answer first; yours is still here."), code="changed")
    if outcome != PlanOutcome.NO and into is None and plan.about is None and not words.get("next_step", "").strip():
        raise Refused({"into": _("Choose into which tender it goes, or say below what happens next.")})
    if into is not None and not Tender.objects.led_by([plan.municipality_id]).running().filter(pk=into.pk).exists():
        raise Refused({"into": _("Choose a running tender of this municipality.")})
    _refuse_more_than_there_is(plan, outcome, words, before)
    if before:
        plan.answers.standing().update(replaced_at=clock.now())
    if outcome != PlanOutcome.NO and into is not None:
        plan.carried_to = into
        plan.save(update_fields=["carried_to"])
    question = _for_all_bidders(plan, by, outcome, words["reason"])
    words = {name: value.strip() if isinstance(value, str) else value for name, value in words.items()}
    answer = PlanAnswer.objects.create(plan=plan, outcome=outcome, question=question, by=by, at=clock.now(), **words)
    told = {"outcome": str(outcome), "out": question is None}
    log.record("initiatives.plan_answered", by=by, thing=answer, public=True, reason=words["reason"], **told)
    return answer


@transaction.atomic
def withdraw_plan(*, plan: Plan, by: User | None, reason: str) -> Plan:
    """Its makers take it back. It stays to be read, with the reason."""
    plan = _hold(plan)
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), reason.strip()
    plan.save(update_fields=["withdrawn_at", "withdrawn_because"])
    log.record("initiatives.plan_withdrawn", by=by, thing=plan, public=True, reason=reason)
    return plan


@transaction.atomic
def record_knowledge(*, plan: Plan, by: User, shared_on, text: str) -> Knowledge:
    """Write down what its makers heard or saw of a tender before others could; also that it was nothing.

    Also of a plan that was taken back: its makers may bid too.
    """
    plan = _hold(plan, standing=False)
    if shared_on > clock.today():
        raise Refused({"shared_on": _("This day is still to come.")})
    made = Knowledge.objects.create(plan=plan, shared_on=shared_on, text=text.strip(), by=by, at=clock.now())
    log.record("initiatives.knowledge_recorded", by=by, thing=made)
    return made


@transaction.atomic
def publish_knowledge(*, plan: Plan, by: User) -> int:
    """Let everybody read what its makers knew ahead; returns how many pieces are new."""
    plan = _hold(plan, standing=False)
    number = plan.knowledge.filter(published_at=None).update(published_at=clock.now())
    if number:
        log.record("initiatives.knowledge_published", by=by, thing=plan, public=True, count=number)
    return number


@transaction.atomic
def remind_of_plan(*, plan: Plan) -> bool:
    """Remind who answers, a week before; and once more, in public, when the term is over. Whether there was something to say."""
    one_at_a_time("plan", plan.pk)
    plan = Plan.objects.unanswered().for_page().filter(pk=plan.pk).first()
    if plan is None:
        return False
    late = plan.answer_by < clock.today()
    field, name = ("called_late_at", "initiatives.plan_late") if late else ("reminded_at", "initiatives.plan_due")
    if getattr(plan, field):
        return False
    setattr(plan, field, clock.now())
    plan.save(update_fields=[field])
    log.record(name, by=None, thing=plan, public=late)
    return True


def _refuse_more_than_there_is(plan: Plan, outcome: PlanOutcome, words: dict, before: PlanAnswer | None) -> None:
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
    left = highest - PlanAnswer.objects.granted_of(plan.meeting_id) + ((before.granted or 0) if before else 0)
    if granted > left:
        raise Refused(
            {"granted": _("Of the amount %(left)s is left. Fill in less, or name a higher amount first.") % {"left": euro(left)}}
        )


@transaction.atomic
def tie_plans(*, tender: Tender) -> int:
    """A tender became public that began with a line of the inventory: plans for that line touch it from now on, so that all who
    bid know as much as their makers. Done twice, it changes nothing; returns how many.
    """
    one_at_a_time("plans", tender.municipality_id)
    plans = list(Plan.objects.for_page().filter(line__tenders__tender=tender, about=None, carried_to=None))
    for plan in plans:
        plan.about = tender
        plan.save(update_fields=["about"])
        log.record("initiatives.plan_tied", by=None, thing=plan, public=True)
    return len(plans)


def _what_for(municipality: Municipality, *, line=None, period=None, area=None, about: Tender | None = None, **_others) -> dict:
    """The line, place and tender that follow from what was chosen."""
    line = line or (period.line if period else None)
    if line and line.municipality_id != municipality.pk:
        raise Refused({"line": _("Choose something of this municipality.")})
    if line and about is None:
        begun = Tender.objects.running().filter(published_at__isnull=False, pk__in=line.tenders.values("tender"))
        about = begun.order_by("-pk").first()
    return {"line": line, "about": about, "area": area or (period.area if period else None) or (line.area if line else None)}


def _for_all_bidders(plan: Plan, by: User, outcome: PlanOutcome, reason: str):
    """The answer as a question with its answer, for a tender in which parties hand in; else None."""
    tender = plan.tender
    if tender is None or not tender.is_running or tender.step < Step.SELECTION or not tender.traits.competition:
        return None
    text = _("A plan from outside was filed: “%(title)s”. What does the municipality do with it?") % {"title": plan.title}
    return answer_unasked(tender=tender, by=by, text=text, answer=f"{PlanOutcome(outcome).label}. {reason.strip()}")


def _hold(plan: Plan, *, standing: bool = True) -> Plan:
    """The plan, fresh and locked; raises Changed when it was taken back or hidden meanwhile, unless that does not matter."""
    one_at_a_time("plan", plan.pk)
    fresh = Plan.objects.for_page().get(pk=plan.pk)
    if standing and not fresh.stands:
        raise Changed(_("This plan was taken back meanwhile. It stays to be read."), code="withdrawn")
    return fresh
