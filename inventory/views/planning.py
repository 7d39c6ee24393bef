"""What comes up or closes: the public calendar, contracts that end, and periods for plans."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows
from events import clock
from events.etag import for_visitors
from inventory import actions
from inventory.agenda import agenda_entries, agenda_page, by_month
from inventory.ends import ends_of, period_for_line
from inventory.fetch import period_for, place_for
from inventory.forms import EndForm, PeriodForm
from inventory.models import Line, Period
from tenders.calendar import CONTENT_TYPE, calendar_feed
from tenders.forms import attempt


@for_visitors
def show_calendar(request, slug):
    """What comes up or closes in one municipality."""
    return _calendar(request, place_for(request, slug, "inventory.view_inventory"))


@for_visitors
def show_all_calendars(request):
    return _calendar(request, None)


@for_visitors
def export_calendar(request, slug):
    """The same, to subscribe to."""
    place = place_for(request, slug, "inventory.view_inventory")
    return HttpResponse(calendar_feed(agenda_entries(place), place.name), content_type=CONTENT_TYPE)


@for_visitors
def export_all_calendars(request):
    return HttpResponse(calendar_feed(agenda_entries(None), "Meerwaarde"), content_type=CONTENT_TYPE)


def _calendar(request, place):
    page = agenda_page(place, request.GET.get("page"))
    context = {"municipality": place, "page_obj": page, "months": by_month(page.object_list)}
    return render(request, "inventory/show_calendar.html", context)


def list_ends(request, slug):
    """For who keeps the inventory: contracts whose end is in sight, and what was done about each."""
    place = place_for(request, slug, "inventory.list_ends")
    settings = actions.settings_of(place)
    page = Paginator(ends_of(place, settings.signal_months), 25).get_page(request.GET.get("page"))
    context = {"municipality": place, "page_obj": page, "months": settings.signal_months, "today": clock.today()}
    context["waiting"] = Line.objects.running_that_end().filter(municipality=place).nothing_done().count()
    return render(request, "inventory/list_ends.html", context)


@for_visitors
def show_periods(request, slug):
    """In which plans are welcome: open now, still to come, and over."""
    place = place_for(request, slug, "inventory.view_inventory")
    periods = Period.objects.filter(municipality=place).for_page().open_first()
    page = Paginator(periods, 25).get_page(request.GET.get("page"))
    may = allows(request.user, "inventory.open_period", place)
    context = {"municipality": place, "page_obj": page, "may_open": may, "today": clock.today()}
    return render(request, "inventory/show_periods.html", context)


def open_period(request, slug):
    """Open a period for plans; about a line when the address names one, with what is known of it filled in."""
    place = place_for(request, slug, "inventory.open_period")
    asked = request.GET.get("regel", "")
    lines = Line.objects.current().for_page().filter(municipality=place)
    line = get_object_or_404(lines, public_id=asked) if asked else None
    known = period_for_line(line) if line else {"begins_on": clock.today()}
    form = PeriodForm(request.POST or None, municipality=place, initial=known)
    if form.is_valid():
        values = {"municipality": place, "by": request.user, "line": line, **form.cleaned_data}
        if period := attempt(form, actions.open_period, **values):
            messages.success(request, _("Everybody can see that plans are welcome."))
            return redirect(period)
    return render(request, "inventory/open_period.html", {"form": form, "municipality": place, "line": line})


def close_period(request, slug, public_id):
    period = period_for(request, slug, public_id, "inventory.close_period")
    form = EndForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.close_period, period=period, by=request.user, **form.cleaned_data):
        return redirect(period)
    return render(request, "inventory/close_period.html", {"form": form, "municipality": period.municipality, "period": period})
