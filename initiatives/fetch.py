"""Fetching is checking: the ways for a view to get an initiative, and with a code the doers' own."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import Municipality
from accounts.permissions import check, fetch
from initiatives.models import Initiative, Plan
from inventory.models import Period
from tenders.codes import hash_code

VIEW = "initiatives.view_initiative"


def municipality_for(request, slug: str, permission: str) -> Municipality:
    request.municipality = check(request.user, permission, get_object_or_404(Municipality, slug=slug))
    return request.municipality


def initiative_for(request, public_id: str, permission: str = VIEW) -> Initiative:
    """An initiative; opened with the code that came along in the form, when one did."""
    initiative = fetch(Initiative.objects.for_page(), request.user, VIEW, public_id=public_id)
    request.municipality = initiative.municipality
    initiative.opened_with = hash_code(request.POST["code"]) if request.POST.get("code") else ""
    return check(request.user, permission, initiative)


def plan_for(request, public_id: str, permission: str = "initiatives.view_plan") -> Plan:
    """A plan; opened with the code that came along in the form, when one did."""
    plan = fetch(Plan.objects.for_list(), request.user, "initiatives.view_plan", public_id=public_id)
    request.municipality = plan.municipality
    plan.opened_with = hash_code(request.POST["code"]) if request.POST.get("code") else ""
    return check(request.user, permission, plan)


def period_for(request, public_id: str) -> Period:
    """A period for plans; it is public, with the plans that came in."""
    period = get_object_or_404(Period.objects.for_page(), public_id=public_id)
    request.municipality = check(request.user, "inventory.view_inventory", period.municipality)
    return period


def part_for(request, initiative: Initiative, parts, public_id: str):
    """Something that belongs to an initiative: an update, a photo, a name, a help."""
    part = parts.filter(public_id=public_id).first()
    if part is None:
        raise Http404
    return part
