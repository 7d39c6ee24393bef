"""Meetings: the page that everybody sees, and planning, changing and calling off for the team."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import Municipality
from accounts.permissions import allows
from dialogues import actions
from dialogues.calendar import CONTENT_TYPE, calendar_feed, calendar_file
from dialogues.fetch import meeting_for, tender_of
from dialogues.forms import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm, catch_up
from dialogues.live_page import lives_of
from dialogues.models import Meeting, Registration, RegistrationState
from events import clock
from events.etag import for_visitors
from tenders.forms import attempt
from tenders.models import Tender

_NOTHING = "–"
_MOST = 500  # meetings in one calendar
_RIGHTS = (
    "edit_meeting",
    "cancel_meeting",
    "list_registrations",
    "record_attendance",
    "report_meeting",
    "correct_minutes",
    "open_live",
    "moderate_live",
    "name_amount",
    "bring_plan",
)


@for_visitors
def show_meeting(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    user, mine, form = request.user, None, None
    if user.is_authenticated:
        mine = meeting.registrations.filter(person=user).exclude(state=RegistrationState.CANCELLED).select_related("party").first()
    if mine is None and allows(user, "dialogues.register", meeting):
        form = RegisterAsForm(user=user) if user.is_authenticated else RegisterForm()
    context = {
        "meeting": meeting,
        "tender": meeting.tender,
        "mine": mine,
        "form": form,
        "amounts": list(meeting.amounts.all()) if meeting.is_working_day else [],
        "lives": lives_of(meeting),
        "corrections": list(meeting.corrections.all()) if meeting.reported_at else [],
        "may": {name: allows(user, f"dialogues.{name}", meeting) for name in _RIGHTS},
    }
    return render(request, "dialogues/show_meeting.html", context)


@for_visitors
def export_meeting(request, slug, public_id):
    """The meeting for in a calendar."""
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    name = slugify(meeting.title) or "bijeenkomst"
    return HttpResponse(
        calendar_file(meeting), content_type=CONTENT_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}.ics"'}
    )


@for_visitors
def export_meetings(request, slug):
    """All meetings of a tender, to subscribe to."""
    tender = tender_of(request, slug, "tenders.view_tender")
    meetings = Meeting.objects.visible_to(request.user).filter(tender=tender).select_related("tender").order_by("begins_at", "pk")
    return HttpResponse(calendar_feed(meetings[:_MOST], tender.title), content_type=CONTENT_TYPE)


@for_visitors
def export_all_meetings(request, slug):
    """All meetings of the tenders that a municipality leads, from a month ago on, to subscribe to."""
    place = get_object_or_404(Municipality, slug=slug)
    since = clock.now() - dt.timedelta(days=30)
    meetings = Meeting.objects.visible_to(request.user).filter(tender__in=Tender.objects.led_by([place.pk]), begins_at__gte=since)
    feed = calendar_feed(meetings.select_related("tender").order_by("begins_at", "pk")[:_MOST], place.name)
    return HttpResponse(feed, content_type=CONTENT_TYPE)


def plan_meeting(request, slug):
    tender = tender_of(request, slug, "dialogues.plan_meeting")
    form = MeetingForm(request.POST or None)
    if form.is_valid() and (meeting := attempt(form, actions.plan_meeting, tender=tender, by=request.user, **form.values())):
        messages.success(request, _("The meeting is on the page. People can register."))
        names = allows(request.user, "dialogues.name_amount", meeting)  # a working day is about money
        return redirect("dialogues:name_amount", slug, meeting.public_id) if names else redirect(meeting)
    return render(request, "dialogues/plan_meeting.html", {"form": form, "tender": tender})


def edit_meeting(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.edit_meeting")
    form = MeetingForm(request.POST or None, instance=meeting)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        if attempt(form, actions.edit_meeting, meeting=meeting, by=request.user, version=version, **form.values()):
            return redirect(meeting)
    return form_page(request, "dialogues/edit_meeting.html", form, meeting)


def cancel_meeting(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.cancel_meeting")
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.cancel_meeting, meeting=meeting, by=request.user, **form.cleaned_data):
        return redirect(meeting)
    return form_page(request, "dialogues/cancel_meeting.html", form, meeting)


def list_registrations(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.list_registrations")
    rows = Registration.objects.filter(meeting=meeting).exclude(state=RegistrationState.CANCELLED).select_related("party", "person")
    registered = [row for row in rows if row.state == RegistrationState.REGISTERED]
    queue = [row for row in rows if row.state == RegistrationState.WAITING]
    context = {
        "meeting": meeting,
        "tender": meeting.tender,
        "registered": registered,
        "queue": queue,
        "columns": [_("Name"), _("For"), _("E-mail address"), _("Was there")],
        "rows": [_cells(row) for row in registered],
        "waiting_rows": [_cells(row) for row in queue],
        "may_record": allows(request.user, "dialogues.record_attendance", meeting),
        "may_register": allows(request.user, "dialogues.register", meeting),
    }
    return render(request, "dialogues/list_registrations.html", context)


def _cells(row: Registration) -> list:
    came = {True: _("yes"), False: _("no")}.get(row.attended, _NOTHING)
    address = row.person.email if row.person else row.email
    return [row.name, row.for_whom or _NOTHING, address or _NOTHING, came]


def record_attendance(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.record_attendance")
    rows = Registration.objects.filter(meeting=meeting, state=RegistrationState.REGISTERED).select_related("party")
    form = AttendanceForm(request.POST or None, registrations=rows, initial={"guests": meeting.guests or None})
    if form.is_valid():
        count = attempt(form, actions.record_attendance, meeting=meeting, by=request.user, **form.cleaned_data)
        if count is not None:
            return redirect("dialogues:list_registrations", slug, public_id)
    return form_page(request, "dialogues/record_attendance.html", form, meeting)


def form_page(request, template: str, form, meeting: Meeting):
    """A form about a meeting; when somebody else saved just before, with what was saved beside it."""
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = Meeting.objects.get(pk=meeting.pk)
        catch_up(form, latest.version)
    return render(request, template, {"form": form, "tender": meeting.tender, "meeting": meeting, "latest": latest})
