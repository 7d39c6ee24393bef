"""Who is concerned by what people just begin, and by plans from outside: functions from an event to people."""

import datetime as dt

from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Role, RoleKind, User
from calls.models import ClauseSource, InitiativeWord
from events.models import Event
from initiatives.models import Initiative, Plan, PlanAnswer, PlanOutcome
from notifications.audience import everybody_and_incumbents, team, with_municipal_role
from notifications.wording import leads_elsewhere
from tenders.dates import day

_IN_SHORT = {
    PlanOutcome.YES: gettext_lazy("The municipality says yes."),
    PlanOutcome.TOGETHER: gettext_lazy("The municipality wants to do it together with you."),
    PlanOutcome.NO: gettext_lazy("The municipality says no. You can read why."),
}
_SAME_ACT = dt.timedelta(seconds=5)  # an answer goes out a moment before its event is written


def initiative_address(event: Event) -> list:
    """The arguments of the page of an initiative, of an event about it or about what a request says of it."""
    if event.thing_kind == InitiativeWord._meta.label_lower:
        return list(InitiativeWord.objects.values_list("initiative__public_id", flat=True).filter(pk=event.thing_id))
    return list(Initiative.objects.values_list("public_id", flat=True).filter(pk=event.thing_id))


def initiative_of(event: Event) -> Initiative | None:
    return Initiative.objects.filter(public_id__in=initiative_address(event)).first()


def who_tends(event: Event):
    """Who works in the neighbourhoods of the municipality, and who began it with an account."""
    began = Initiative.objects.filter(public_id__in=initiative_address(event)).values("begun_by")
    roles = Role.objects.active().filter(municipality_id=event.municipality_id)
    workers = roles.filter(kind__in=[RoleKind.COMMUNITY_WORKER, RoleKind.AREA_MANAGER])
    return User.objects.filter(Q(pk__in=workers.values("user_id")) | Q(pk__in=began), is_active=True)


def plan_address(event: Event) -> list:
    """The arguments of the page of a plan, of an event about it, its answer or its place in a request."""
    return list(_plans_of(event).values_list("public_id", flat=True))


def plan_of(event: Event) -> Plan | None:
    return _plans_of(event).first()


def plan_for_an_address(event: Event) -> Plan | None:
    """The plan, unless its title leads elsewhere: its makers only typed the address, and it can be of another."""
    plan = plan_of(event)
    return None if plan is None or leads_elsewhere(plan.title) else plan


def answer_in_short(event: Event):
    """Yes, together or no: who gets the mail need not open a page for that."""
    return _IN_SHORT[PlanOutcome(PlanAnswer.objects.values_list("outcome", flat=True).get(pk=event.thing_id))]


def plan_with_term(event: Event) -> str:
    """A plan by its name, unless that leads elsewhere, with the last day for its answer."""
    return _in_words(_plans_of(event).get())


def _words_of(plan: Plan) -> str:
    if leads_elsewhere(plan.title):
        return _("answer on %(day)s at the latest") % {"day": day(plan.answer_by)}
    return _("%(plan)s, answer on %(day)s at the latest") % {"plan": plan, "day": day(plan.answer_by)}


_in_words = lazy(_words_of, str)


def who_answers_plan(event: Event):
    """Who leads the tender that it touches; else who makes policy in the municipality."""
    return team(event) if event.tender_id else with_municipal_role(event, RoleKind.POLICY_OFFICER)


def who_answers_or_made_plan(event: Event):
    return User.objects.filter(Q(pk__in=who_answers_plan(event).values("pk")) | Q(pk__in=who_made_plan(event).values("pk")))


def who_made_plan(event: Event):
    """Who filed it with an account, and the members of their party; of an answer only when it is out."""
    plans = _plans_of(event) if event.data.get("out", True) else Plan.objects.none()
    members = Q(memberships__party__in=plans.values("party"), memberships__left_at=None)
    return User.objects.filter(Q(pk__in=plans.values("filed_by")) | members, is_active=True).distinct()


def who_hears_of_the_request(event: Event):
    """Everybody around the tender, who was told that their work may stop by it, and who made a plan for it: they can hand in."""
    plans = Plan.objects.standing().touching(event.tender_id)
    members = User.objects.filter(memberships__party__in=plans.values("party"), memberships__left_at=None)
    makers = User.objects.filter(Q(pk__in=plans.values("filed_by")) | Q(pk__in=members.values("pk")), is_active=True)
    return everybody_and_incumbents(event) | makers


def addresses_of_plans(event: Event) -> list[str]:
    """The addresses of who made a plan for the tender without an account."""
    plans = Plan.objects.standing().touching(event.tender_id).filter(filed_by=None).exclude(email="")
    return sorted(set(plans.values_list("email", flat=True)))


def addresses_of_makers(event: Event) -> list[str]:
    plans = _plans_of(event).filter(filed_by=None).exclude(email="")
    return list(plans.values_list("email", flat=True)) if event.data.get("out", True) else []


def _plans_of(event: Event):
    if event.thing_kind == PlanAnswer._meta.label_lower:
        return Plan.objects.filter(answers=event.thing_id)
    if event.thing_kind == ClauseSource._meta.label_lower:
        return Plan.objects.filter(pk__in=ClauseSource.objects.filter(pk=event.thing_id).values("plan_answer__plan"))
    return Plan.objects.filter(pk=event.thing_id)
