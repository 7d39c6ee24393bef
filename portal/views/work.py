"""What waits for me."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render

from accounts.models import RoleKind
from accounts.permissions import allows
from events import clock
from events.composed import composed_once
from events.fields import whole
from notifications.models import Notice
from portal.team_tasks import PER_PAGE, team_tasks
from portal.work import newest_of, own_tasks, standing_alone

_ON_THE_STREET = RoleKind.COMMUNITY_WORKER, RoleKind.AREA_MANAGER


@login_required
def my_work(request):
    """One list over all tenders, with what is due today on top; then the tenders, then what was told."""
    own = own_tasks(request.user)
    asked = _page_number(request)
    waiting, total = team_tasks(request.user, asked)
    page = Paginator(range(total), PER_PAGE).get_page(asked)
    if page.number != asked:  # there are not so many pages any more
        waiting, total = team_tasks(request.user, page.number)
    now = [task for task in own if task.is_today]
    shown = now + waiting if page.number == 1 else waiting
    context = {
        "today": clock.today(),
        "now_tasks": [task._replace(is_first=True) for task in shown],
        "now_count": len(now) + total,
        "later_tasks": [task for task in own if not task.is_today],
        "page_obj": page,
        "tenders": newest_of(request.user),
        "notices": _notices_of(request.user.pk),
        "places": [(place, allows(request.user, "dialogues.view_network", place)) for place in request.user.places()],
        "standing_alone": standing_alone(request.user),
        "may_start": [place for place in request.user.places() if allows(request.user, "tenders.start_tender", place)],
        "on_the_street": [place for place in request.user.places() if request.user.has_role([place.pk], *_ON_THE_STREET)],
    }
    return render(request, "portal/my_work.html", context)


@composed_once
def _notices_of(person_id):
    return Notice.objects.filter(person=person_id).select_related("tender")[:5]


def _page_number(request) -> int:
    asked = whole(request.GET.get("page", "1")) or 1
    return asked if asked < 10_000 else 1
