"""Theme groups: what they work towards, who sits in them, and what each proposes."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from dialogues import actions
from dialogues.fetch import expert_for, group_for, tender_of
from dialogues.forms import BudgetItemForm, ExpertForm, GoalForm, GroupForm, OwnSeatForm, ReasonForm, catch_up
from dialogues.groups_page import groups_of, missing_in, seats_of, standing_of
from dialogues.models import BudgetItem, ExpertGroup, Goal, Proposal
from events.etag import for_visitors
from tenders.forms import attempt

_PER_PAGE = 25
_RIGHTS_OF_TENDER = ("set_goal", "add_budget_item", "form_group")
_RIGHTS_OF_GROUP = ("edit_group", "invite_expert", "end_seat", "write_proposal")


@for_visitors
def list_groups(request, slug):
    """All groups together: the goal, what was proposed, and what may be counted double."""
    tender = tender_of(request, slug, "tenders.view_tender")
    standing = standing_of(tender)
    context = {
        "tender": tender,
        "standing": standing,
        "page_obj": Paginator(standing.proposals, _PER_PAGE).get_page(request.GET.get("page")),
        "groups": groups_of(tender),
        "items": BudgetItem.objects.filter(tender=tender),
        "may": {name: allows(request.user, f"dialogues.{name}", tender) for name in _RIGHTS_OF_TENDER},
        "may_settle": bool(standing.proposals) and allows(request.user, "dialogues.settle_overlap", standing.proposals[0]),
    }
    return render(request, "dialogues/list_groups.html", context)


@for_visitors
def show_group(request, slug, public_id):
    group = group_for(request, slug, public_id, "dialogues.view_group")
    seats = seats_of(group, request.user)
    proposals = Proposal.objects.visible_to(request.user).filter(group=group).for_list()
    context = {
        "group": group,
        "tender": group.tender,
        "seats": seats,
        "own": next((seat for seat in seats if seat.is_own), None),
        "missing": missing_in(seats),
        "proposals": proposals,
        "may": {name: allows(request.user, f"dialogues.{name}", group) for name in _RIGHTS_OF_GROUP},
    }
    return render(request, "dialogues/show_group.html", context)


def set_goal(request, slug):
    tender = tender_of(request, slug, "dialogues.set_goal")
    form = GoalForm(request.POST or None, instance=Goal.objects.filter(tender=tender).first())
    if form.is_valid() and attempt(form, actions.set_goal, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("dialogues:list_groups", slug)
    context = {"form": form, "tender": tender}
    if _overtaken(form):
        context["latest"] = Goal.objects.get(tender=tender)
        catch_up(form, context["latest"].version)
    return render(request, "dialogues/set_goal.html", context)


def add_budget_item(request, slug):
    tender = tender_of(request, slug, "dialogues.add_budget_item")
    form = BudgetItemForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.add_budget_item, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("dialogues:list_groups", slug)
    return render(request, "dialogues/add_budget_item.html", {"form": form, "tender": tender})


def form_group(request, slug):
    tender = tender_of(request, slug, "dialogues.form_group")
    form = GroupForm(request.POST or None, tender=tender)
    if form.is_valid() and (group := attempt(form, actions.form_group, tender=tender, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The group is there. Now invite people from every side."))
        return redirect(group)
    return render(request, "dialogues/form_group.html", {"form": form, "tender": tender})


def edit_group(request, slug, public_id):
    group = group_for(request, slug, public_id, "dialogues.edit_group")
    form = GroupForm(request.POST or None, instance=group, tender=group.tender)
    if form.is_valid() and attempt(form, actions.edit_group, group=group, by=request.user, **form.cleaned_data):
        return redirect(group)
    if _overtaken(form):
        catch_up(form, ExpertGroup.objects.get(pk=group.pk).version)
    return render(request, "dialogues/edit_group.html", {"form": form, "tender": group.tender, "group": group})


def invite_expert(request, slug, public_id):
    group = group_for(request, slug, public_id, "dialogues.invite_expert")
    form = ExpertForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.invite_expert, group=group, by=request.user, **form.cleaned_data):
        return redirect(group)
    return render(request, "dialogues/invite_expert.html", {"form": form, "tender": group.tender, "group": group})


def edit_own_seat(request, slug, public_id, expert):
    expert = expert_for(request, slug, public_id, expert, "dialogues.edit_own_seat")
    form = OwnSeatForm(request.POST or None, instance=expert)
    if form.is_valid() and attempt(form, actions.edit_own_seat, expert=expert, by=request.user, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect(expert.group)
    return render(request, "dialogues/edit_own_seat.html", {"form": form, "tender": expert.tender, "group": expert.group})


def end_seat(request, slug, public_id, expert):
    expert = expert_for(request, slug, public_id, expert, "dialogues.end_seat")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.end_seat, expert=expert, by=request.user, **form.cleaned_data):
        return redirect(expert.group)
    context = {"form": form, "tender": expert.tender, "group": expert.group, "expert": expert}
    return render(request, "dialogues/end_seat.html", context)


def _overtaken(form) -> bool:
    return form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed")
