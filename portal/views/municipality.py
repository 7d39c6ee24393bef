"""Managing a municipality: who has what role, its settings with their history, and the log."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import actions
from accounts.models import Municipality, Role, User
from accounts.permissions import check
from areas.actions import add_known_areas
from events import clock
from events.models import Event
from inventory import actions as inventory
from portal.forms import MunicipalityForm, RoleForm, SettingsForm
from tenders.forms import EndRoleForm, attempt

_LATEST = 10


def municipality_for(request, slug: str, permission: str) -> Municipality:
    request.municipality = check(request.user, permission, get_object_or_404(Municipality, slug=slug))
    return request.municipality


def manage_municipality(request, slug):
    """People and settings on one page."""
    place = municipality_for(request, slug, "portal.grant_role")
    roles = Role.objects.not_over().filter(municipality=place).select_related("user", "delegated_by")
    context = {
        "municipality": place,
        "roles": roles.order_by("user__name", "since"),
        "taken_away": _taken_away(place),
        "today": clock.today(),
        "settings": actions.settings_of(place),
        "ahead": inventory.settings_of(place).signal_months,
        "history": place.settings_history.select_related("set_by")[:_LATEST],
    }
    return render(request, "portal/manage_municipality.html", context)


def _taken_away(place: Municipality):
    roles = Role.objects.filter(municipality=place, withdrawn_at__isnull=False)
    return roles.select_related("user").order_by("-withdrawn_at", "-pk")[:_LATEST]


def grant_role(request, slug):
    place = municipality_for(request, slug, "portal.grant_role")
    form = RoleForm(request.POST or None)
    if form.is_valid():
        values = dict(form.cleaned_data)
        user = User.objects.filter(email=values.pop("email").lower(), is_active=True).first()
        if user is None:
            form.add_error("email", _("There is no account with this address yet. Ask the person to sign up first."))
        elif attempt(form, actions.grant_role, user=user, municipality=place, by=request.user, **values):
            messages.success(request, _("The role was given."))
            return redirect("portal:manage_municipality", slug)
    return render(request, "portal/grant_role.html", {"form": form, "municipality": place})


def withdraw_role(request, slug, public_id):
    place = municipality_for(request, slug, "portal.grant_role")
    role = get_object_or_404(Role.objects.not_over().select_related("user"), municipality=place, public_id=public_id)
    form = EndRoleForm(request.POST or None)
    if form.is_valid():
        actions.withdraw_role(role=role, by=request.user, **form.cleaned_data)
        return redirect("portal:manage_municipality", slug)
    return render(request, "portal/withdraw_role.html", {"form": form, "municipality": place, "role": role})


def change_settings(request, slug):
    place = municipality_for(request, slug, "portal.change_settings")
    now, ahead = actions.settings_of(place), inventory.settings_of(place).signal_months
    known = {name: getattr(now, name) for name in ("answer_days", "plan_weeks", "unequal_share")}
    form = SettingsForm(request.POST or None, initial={**known, "signal_months": ahead})
    if form.is_valid():
        _change_settings(place, request.user, ahead, **form.cleaned_data)
        messages.success(request, _("The new settings hold from now on."))
        return redirect("portal:manage_municipality", slug)
    return render(request, "portal/change_settings.html", {"form": form, "municipality": place})


@transaction.atomic
def _change_settings(place: Municipality, by: User, ahead: int, *, signal_months: int, reason: str = "", **values) -> None:
    """Each floor keeps its own; what did not change makes no new row there."""
    actions.change_settings(municipality=place, by=by, reason=reason, **values)
    if signal_months != ahead:
        inventory.change_settings(municipality=place, by=by, reason=reason, signal_months=signal_months)


def view_log(request, slug):
    """What happened in this municipality, newest first: names of acts, never what was written.

    By moment and not by the order in which it came in: what says only its day stands at the beginning of that day, and between
    no two moments. For the same reason the places in the chain are for who checks the chain, not for this page.
    """
    place = municipality_for(request, slug, "portal.view_log")
    page = Paginator(Event.objects.filter(municipality_id=place.pk).order_by("-at", "-id"), 50).get_page(request.GET.get("page"))
    names = dict(User.objects.filter(pk__in={event.actor_id for event in page}).values_list("pk", "name"))
    rows = [(event, names.get(event.actor_id, "")) for event in page]
    return render(request, "portal/view_log.html", {"municipality": place, "page_obj": page, "rows": rows})


def add_municipality(request):
    """The operator of the platform adds a municipality; its administrator is made on the command line."""
    operator = check(request.user, "portal.add_municipality", request.user)
    form = MunicipalityForm(request.POST or None)
    if form.is_valid():
        place = form.save()
        add_known_areas(municipality=place, by=request.user)
        messages.success(request, _("The municipality was added."))
        return redirect("portal:show_municipality", place.slug)
    return render(request, "portal/add_municipality.html", {"form": form, "operator": operator})
