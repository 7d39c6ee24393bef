"""What comes by itself: minutes are locked when their last day is over, and who comes tomorrow is reminded."""

import datetime as dt

from celery import shared_task

from dialogues import actions
from dialogues.models import Meeting
from events import clock


@shared_task(name="dialogues.lock_minutes")
def lock_minutes() -> int:
    """Lock what can be locked; returns how many. What waits for a decision stays open."""
    over = Meeting.objects.filter(locked_at=None, corrections_until__lt=clock.today()).select_related("tender__municipality")
    return sum(actions.lock_minutes(meeting=meeting) for meeting in over.order_by("pk")[:500])


@shared_task(name="dialogues.remind_of_meetings")
def remind_of_meetings() -> int:
    """Remind who comes within a day, once; returns of how many meetings."""
    now = clock.now()
    soon = Meeting.objects.filter(reminded_at=None, cancelled_at=None, begins_at__gt=now, begins_at__lte=now + dt.timedelta(days=1))
    return sum(actions.remind_of_meeting(meeting=meeting) for meeting in soon.order_by("pk")[:500])
