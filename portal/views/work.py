"""What waits for me."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from events import clock
from notifications.models import Notice
from portal.work import tasks_of, tenders_of


@login_required
def my_work(request):
    """One list over all tenders, with what is due today on top; then the tenders, then what was told."""
    tenders = tenders_of(request.user)
    tasks = tasks_of(request.user, tenders)
    notices = list(Notice.objects.filter(person=request.user).select_related("tender")[:5])
    context = {
        "today": clock.today(),
        "now_tasks": [task for task in tasks if task.is_today],
        "later_tasks": [task for task in tasks if not task.is_today],
        "tenders": tenders,
        "notices": notices,
        "places": request.user.places(),
    }
    return render(request, "portal/my_work.html", context)
