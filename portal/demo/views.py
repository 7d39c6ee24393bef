"""The demo: be anybody with one click, read the mails that were sent, move the clock. It exists in demo mode only."""

import datetime as dt

from django.contrib import messages
from django.contrib.auth import login
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from bids.models import Round
from dialogues.models import Dialogue
from evaluation.models import AwardDecision
from events import clock
from notifications.models import Mail
from portal.demo.accounts import ACCOUNTS, OTHERS
from tenders import dates

# The second of the deadline itself is still in time, and the clock moves by whole seconds.
_PAST_IT = dt.timedelta(seconds=2)


def index(request):
    """Everybody of the cast, with what they can do, and the clock."""
    shown = [*ACCOUNTS, *(row for row in OTHERS if row.key == request.GET.get("ook"))]
    people = {user.email: user for user in User.objects.filter(email__in=[row.email for row in shown])}
    rows = [(row, people[row.email]) for row in shown if row.email in people]
    context = {"rows": rows, "now": clock.now(), "deadline": next_deadline(), "mails": Mail.objects.count()}
    return render(request, "portal/demo/index.html", context)


@require_POST
def sign_in(request, public_id):
    person = get_object_or_404(User, public_id=public_id, email__in=[row.email for row in (*ACCOUNTS, *OTHERS)])
    login(request, person, backend="accounts.permissions.TableBackend")
    return redirect(request.POST.get("next") if request.POST.get("next", "").startswith("/mijn") else "portal:my_work")


@require_POST
def move_clock(request):
    """A day, a week, or to the next deadline. Time only goes forward; `make demo` begins again."""
    span = span_of(request.POST.get("to", ""))
    if span:
        clock.move(span)
    messages.success(request, _("It is now %(moment)s.") % {"moment": dates.moment(clock.now())})
    return redirect("demo:index")


def list_mails(request):
    page = Paginator(Mail.objects.all(), 25).get_page(request.GET.get("page"))
    return render(request, "portal/demo/list_mails.html", {"page_obj": page})


def show_mail(request, public_id):
    return render(request, "portal/demo/show_mail.html", {"mail": get_object_or_404(Mail, public_id=public_id)})


def span_of(button: str) -> dt.timedelta | None:
    """How far a button moves the clock: past the next deadline, or by a fixed time."""
    deadline = next_deadline()
    if button == "deadline" and deadline:
        return deadline - clock.now() + _PAST_IT
    return {"hour": dt.timedelta(hours=1), "day": dt.timedelta(days=1), "week": dt.timedelta(weeks=1)}.get(button)


def next_deadline() -> dt.datetime | None:
    """The first moment that something waits for: a dialogue or round that closes, a term after a decision."""
    now, today = clock.now(), clock.today()
    rounds = Round.objects.filter(opened_at=None, deadline__gte=now).order_by("deadline").values_list("deadline", flat=True)[:1]
    days = [
        *Dialogue.objects.filter(closed_at=None, closes_on__gte=today)
        .order_by("closes_on")
        .values_list("closes_on", flat=True)[:1],
        *AwardDecision.objects.filter(term_ends_on__gte=today).order_by("term_ends_on").values_list("term_ends_on", flat=True)[:1],
    ]
    ends = [dates.end_of_day(day) for day in days]
    return min([*rounds, *ends], default=None)
