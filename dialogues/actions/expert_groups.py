"""Theme groups: what they work towards, who sits in them, and calling on them again later."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.dialogue import save_by_version
from dialogues.models import BudgetItem, Expert, ExpertGroup, Goal
from events import clock, log
from tenders.actions import end_involvement, involve
from tenders.locks import hold, one_at_a_time
from tenders.models import Involvement, InvolvementRole, Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def set_goal(*, tender: Tender, by: User, version: int, **fields) -> Goal:
    """Say what the groups work towards together: a saving or a ceiling, in cents a year."""
    tender = hold(tender)
    one_at_a_time("goal", tender.pk)
    goal = Goal.objects.filter(tender=tender).first()
    if goal is None:
        goal = Goal.objects.create(tender=tender, **fields)
    else:
        save_by_version(goal, version, **fields)
    log.record("dialogues.goal_set", by=by, thing=goal, public=True)
    return goal


@transaction.atomic
def add_budget_item(*, tender: Tender, by: User, name: str, amount: int, source: str) -> BudgetItem:
    """A post of the budget that proposals can draw on."""
    tender = hold(tender)
    one_at_a_time("budget", tender.pk)
    if BudgetItem.objects.filter(tender=tender, name__iexact=name.strip()).exists():
        raise Refused({"name": _("There is a post with this name already.")})
    item = BudgetItem.objects.create(tender=tender, name=name.strip(), amount=amount, source=source.strip())
    log.record("dialogues.budget_item_added", by=by, thing=item, public=True)
    return item


@transaction.atomic
def form_group(*, tender: Tender, by: User, theme, assignment: str, guide: User | None = None) -> ExpertGroup:
    """Begin the expert group of a theme; its guide is one of the guides of the tender."""
    tender = hold(tender)
    _refuse_no_guide(tender, guide)
    group = ExpertGroup(tender=tender, theme=theme, assignment=assignment.strip(), guide=guide, at=clock.now())
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError as clash:
        raise Refused({"theme": _("There is a group for this theme already.")}) from clash
    log.record("dialogues.group_formed", by=by, thing=group, public=True)
    return group


@transaction.atomic
def edit_group(
    *, group: ExpertGroup, by: User, version: int, assignment: str, guide: User | None = None, missing_because: str = ""
) -> ExpertGroup:
    """Change what is asked of a group, who guides it, or why an interest is not there."""
    tender = hold(group.tender)
    _refuse_no_guide(tender, guide)
    save_by_version(group, version, assignment=assignment.strip(), guide=guide, missing_because=missing_because.strip())
    log.record("dialogues.group_edited", by=by, thing=group, public=True)
    return group


@transaction.atomic
def invite_expert(*, group: ExpertGroup, by: User, name: str, interest: str, organisation: str = "", email: str = "") -> Expert:
    """Give somebody a seat. With the address of an account the person has a say in it; refused for the guide of the tender."""
    tender = hold(group.tender)
    one_at_a_time("experts", group.pk)
    person = User.objects.filter(email__iexact=email.strip(), is_active=True).first() if email.strip() else None
    if email.strip() and person is None:
        raise Refused({"email": _("Nobody has an account with this address. Leave it empty, or ask the person to make one first.")})
    if person is not None and (found := Expert.objects.sitting().filter(group=group, person=person).first()):
        return found
    expert = Expert.objects.create(
        group=group, person=person, name=name.strip(), interest=interest, organisation=organisation.strip(), since=clock.now()
    )
    if person is not None:
        involve(tender=tender, person=person, role=InvolvementRole.EXPERT, by=by)
    log.record("dialogues.expert_invited", by=by, thing=expert, public=True, person=getattr(person, "pk", None))
    return expert


@transaction.atomic
def edit_own_seat(*, expert: Expert, by: User, is_shown: bool, is_reachable: bool) -> Expert:
    """Choose whether the own name is public, and whether one may be asked again later."""
    hold(expert.tender)
    expert.is_shown, expert.is_reachable = is_shown, is_reachable
    expert.save(update_fields=["is_shown", "is_reachable"])
    log.record("dialogues.own_seat_edited", by=by, thing=expert, public=True)
    return expert


@transaction.atomic
def end_seat(*, expert: Expert, by: User, reason: str) -> Expert:
    """Let somebody leave the group; what the person proposed stays."""
    tender = hold(expert.tender)
    one_at_a_time("experts", expert.group_id)
    expert = Expert.objects.select_related("group__tender").get(pk=expert.pk)
    if expert.ended_at:
        raise Changed(_("This seat ended already."), code="changed")
    expert.ended_at, expert.ended_because = clock.now(), reason.strip()
    expert.save(update_fields=["ended_at", "ended_because"])
    others = Expert.objects.sitting().filter(group__tender=tender, person=expert.person)
    if expert.person_id and not others.exists():
        held = Involvement.objects.active().filter(tender=tender, person=expert.person, role=InvolvementRole.EXPERT)
        for involvement in held:
            end_involvement(involvement=involvement, by=by, reason=reason)
    log.record("dialogues.seat_ended", by=by, thing=expert, public=True, reason=reason)
    return expert


def _refuse_no_guide(tender: Tender, guide: User | None) -> None:
    if guide is None:
        return
    guides = Involvement.objects.active().filter(tender=tender, role=InvolvementRole.GUIDE, person=guide)
    if not guides.exists():
        raise Refused({"guide": _("Choose one of the process guides of this tender.")})
