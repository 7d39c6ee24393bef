"""What comes out of a working day: the plans of its tables, with what they cost and what they got."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from accounts.actions import settings_of
from accounts.permissions import allows, check
from dialogues.fetch import meeting_for
from events.etag import for_visitors, kept_by_nobody
from events.middleware import keeps_its_own_promise
from initiatives import actions
from initiatives.models import Plan
from portal.day_plans import plans_of, sums_of
from portal.forms import DayPlanForm
from tenders.codes import code_of
from tenders.forms import attempt
from tenders.pace import Pace

_PER_PAGE = 25
# Many tables sit in one room, behind one address.
_BRINGING = Pace(
    "bring-plan",
    at_most=60,
    seconds=900,
    sentence=gettext_lazy("Many plans came from here in a short time. Wait a quarter of an hour, or call the municipality."),
)


@for_visitors
def list_day_plans(request, slug, public_id):
    """Every plan of the day with what it costs, beside the amount; later with the answer and what it got."""
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    if not meeting.is_working_day:
        return redirect(meeting)
    may_bring = allows(request.user, "dialogues.bring_plan", meeting)
    context = {
        "meeting": meeting,
        "tender": meeting.tender,
        "page_obj": Paginator(plans_of(meeting), _PER_PAGE).get_page(request.GET.get("page")),
        "sums": sums_of(meeting),
        "may_bring": may_bring,
        "address": settings.SITE_ADDRESS + reverse("portal:bring_plan", args=[slug, public_id]) if may_bring else "",
    }
    return render(request, "portal/list_day_plans.html", context)


# For why this form has no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def bring_plan(request, slug, public_id):
    """A table writes its plan down, with what it costs; on a phone, without an account."""
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    if allows(AnonymousUser(), "dialogues.bring_plan", meeting):  # then who may not guides the conversation, and reads why
        check(request.user, "dialogues.bring_plan", meeting)
    elif not allows(request.user, "dialogues.bring_plan", meeting):
        return redirect("portal:list_day_plans", slug, public_id) if meeting.is_working_day else redirect(meeting)
    form = DayPlanForm(request.POST or None, user=request.user)
    place = meeting.tender.municipality
    if form.is_valid():
        code = code_of(form, "plan", meeting.pk)
        if made := attempt(form, _bring, request=request, meeting=meeting, code=code, **form.cleaned_data):
            filed = {"plan": made, "municipality": place, "code": code}
            return kept_by_nobody(render(request, "initiatives/plan_filed.html", filed))
    context = {"form": form, "meeting": meeting, "tender": meeting.tender, "amount": meeting.amount}
    return render(request, "portal/bring_plan.html", context | {"weeks": settings_of(place).plan_weeks})


def _bring(*, request, meeting, **fields) -> Plan:
    """The plan touches the tender of the day, so who leads that tender answers it."""
    by = request.user if request.user.is_authenticated else None
    if by is None:
        _BRINGING.refuse(request)
    about = meeting.tender
    made = actions.file_plan(by=by, municipality=about.municipality, about=about, meeting=meeting, **fields)
    _BRINGING.count(request)
    return made
