"""Telling people of an event: a notice on the platform and a mail as a row, each once, however often the task runs."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from events import clock
from events.models import Event
from notifications.models import Follow, Mail, Notice
from notifications.news import NEWS
from tenders.models import Tender

_BATCH = 1000


def tell(event: Event) -> int:
    """Tell everybody concerned, except who did it; returns how many people it is about."""
    news = NEWS[event.name]
    people = list(news.who(event).exclude(pk=event.actor_id).distinct())
    tender = Tender.objects.select_related("municipality").filter(pk=event.tender_id).first()
    args = news.args(event)
    keys = dict(Follow.objects.filter(tender=tender).values_list("person_id", "key")) if tender else {}
    notices, mails = [], []
    for language in {person.language for person in people}:
        with translation.override(language):
            title, url = str(news.title), reverse(news.page, args=args)
            for person in (one for one in people if one.language == language):
                notices.append(
                    Notice(person=person, tender=tender, event_id=event.pk, kind=event.name, title=title, url=url, at=clock.now())
                )
                mails.append(_mail(event, person, tender, title, url, keys.get(person.pk)))
    Notice.objects.bulk_create(notices, batch_size=_BATCH, ignore_conflicts=True)
    Mail.objects.bulk_create(mails, batch_size=_BATCH, ignore_conflicts=True)
    return len(people)


def _mail(event: Event, person, tender: Tender | None, title: str, url: str, key: str | None) -> Mail:
    stop = settings.SITE_ADDRESS + reverse("notifications:unfollow", args=[key]) if key else ""
    context = {"person": person, "tender": tender, "title": title, "url": settings.SITE_ADDRESS + url, "stop": stop}
    return Mail(
        once=f"{event.pk}:{person.pk}",
        to=person.email,
        language=person.language,
        subject=f"{title}: {tender.title}"[:200] if tender else title,
        text=render_to_string("notifications/mail.txt", context),
        html=render_to_string("notifications/mail.html", context),
        made_at=clock.now(),
        next_attempt_at=clock.now(),
    )
