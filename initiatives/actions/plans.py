"""Verbs of a plan from outside: filing, taking back; what its makers knew ahead. Its answer stands in answers.py."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actions import settings_of
from accounts.models import Municipality, Party, User
from events import clock, log
from initiatives.models import Knowledge, Plan
from tenders.codes import hash_code
from tenders.locks import one_at_a_time
from tenders.models import Tender
from tenders.predicates import guide
from tenders.refusal import Changed, Refused

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
    if by is not None and fields["about"] and guide(by, fields["about"]):
        raise Refused(_("You guide the tender that this is about, so you keep out of what is said."), code="guide")
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
def withdraw_plan(*, plan: Plan, by: User | None, reason: str) -> Plan:
    """Its makers take it back. It stays to be read, with the reason."""
    plan = hold_plan(plan)
    plan.withdrawn_at, plan.withdrawn_because = clock.now(), reason.strip()
    plan.save(update_fields=["withdrawn_at", "withdrawn_because"])
    log.record("initiatives.plan_withdrawn", by=by, thing=plan, public=True, reason=reason)
    return plan


@transaction.atomic
def record_knowledge(*, plan: Plan, by: User, shared_on, text: str) -> Knowledge:
    """Write down what its makers heard or saw of a tender before others could; also that it was nothing.

    Also of a plan that was taken back: its makers may bid too.
    """
    plan = hold_plan(plan, standing=False)
    if shared_on > clock.today():
        raise Refused({"shared_on": _("This day is still to come.")})
    made = Knowledge.objects.create(plan=plan, shared_on=shared_on, text=text.strip(), by=by, at=clock.now())
    log.record("initiatives.knowledge_recorded", by=by, thing=made)
    return made


@transaction.atomic
def publish_knowledge(*, plan: Plan, by: User) -> int:
    """Let everybody read what its makers knew ahead; returns how many pieces are new."""
    plan = hold_plan(plan, standing=False)
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


def hold_plan(plan: Plan, *, standing: bool = True) -> Plan:
    """The plan, fresh and locked; raises Changed when it was taken back or hidden meanwhile, unless that does not matter."""
    one_at_a_time("plan", plan.pk)
    fresh = Plan.objects.for_page().get(pk=plan.pk)
    if standing and not fresh.stands:
        raise Changed(_("This plan was taken back meanwhile. It stays to be read."), code="withdrawn")
    return fresh
