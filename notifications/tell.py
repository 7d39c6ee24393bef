"""Telling people of an event: a notice on the platform and a mail as a row, each once, however often the task runs."""

import hashlib

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accounts.models import Municipality, User
from events import clock
from events.models import Event
from golden_thread.followers import people_on_thread
from notifications.equal import ANSWERS, LATECOMERS, last_answers
from notifications.keeping import keep
from notifications.models import Follow, Mail, Notice
from notifications.news import EARLIER, NEWS, THREAD
from notifications.thread_ways import way_to
from notifications.wording import line_of, sentence_of
from tenders.models import Tender

_BATCH = 1000  # notices
_LONGEST_KEY = Mail._meta.get_field("once").max_length


def tell(event: Event) -> int:
    """Tell everybody concerned, except who did it; returns how many people it is about."""
    news = NEWS[event.name]
    concerned = news.who(event).distinct()
    people = list(concerned if news.to_the_doer else concerned.exclude(pk=event.actor_id))
    tender = Tender.objects.select_related("municipality").filter(pk=event.tender_id).first()
    place = tender.municipality if tender else _place_of(event)
    if news.to_outsiders and tender and tender.published_at is None:
        tender = None
    args, named = news.args(event), news.named(event) if news.named else None
    says = news.says(event) if news.says else ""
    keys = dict(Follow.objects.filter(tender=tender).values_list("person_id", "key")) if tender else {}
    notices, mails = [], []
    for language in {person.language for person in people}:
        with translation.override(language):
            title, url, name = str(news.title), reverse(news.page, args=args), _name(named, tender)
            called = line_of(title, name)[:200] if named else title
            for person in (one for one in people if one.language == language):
                notices.append(
                    Notice(person=person, tender=tender, event_id=event.pk, kind=event.name, title=called, url=url, at=event.at)
                )
                mails.append(_mail(event, person, tender, title, url, keys.get(person.pk), name=name, place=place, says=says))
    told = news.receipt or news
    addresses, call = told.addresses(event), told.called or told.named
    if addresses and call is not news.named:
        named = call(event) if call else None
    with translation.override("nl"):  # nobody asked them for their language
        title, url, name = str(told.title), reverse(told.page, args=args), _name(named, tender)
        mails += [_mail(event, address, tender, title, url, None, name=name, place=place, says=says) for address in addresses]
    Notice.objects.bulk_create(notices, batch_size=_BATCH, ignore_conflicts=True)
    keep(mails)
    return len(people) + len(addresses)


def tell_latecomer(event: Event) -> int:
    """Tell who came to a tender after answers were published where they are; returns how many were told now.

    It is the notice of the last answers, under the same key: who heard them when they came, or came in two ways at once, is
    told once.
    """
    came = LATECOMERS[event.name](event)
    answers = last_answers(came.tender_id)
    if answers is None:
        return 0
    tender = Tender.objects.select_related("municipality").get(pk=came.tender_id)
    people = came.people.filter(is_active=True).distinct()
    keys = dict(Follow.objects.filter(tender=tender, person__in=people).values_list("person_id", "key"))
    told = set(Notice.objects.filter(event_id=answers.pk, kind=ANSWERS).values_list("person_id", flat=True))
    notices, mails = [], []
    for one in [*(person for person in people if person.pk not in told), *came.addresses]:
        person = one if isinstance(one, User) else None
        with translation.override(person.language if person else "nl"):
            title, url = str(EARLIER), reverse("tenders:list_questions", args=[tender.slug])
            if person:
                values = {"event_id": answers.pk, "kind": ANSWERS, "title": title, "url": url, "at": event.at}
                notices.append(Notice(person=person, tender=tender, **values))
            if came.may_mail:
                mails.append(_mail(answers, one, tender, title, url, keys.get(person.pk) if person else None))
    Notice.objects.bulk_create(notices, batch_size=_BATCH, ignore_conflicts=True)
    keep(mails)
    return len(notices) + len(came.addresses)


def tell_thread(event: Event) -> int:
    """Tell who contributed, by name or behind a pseudonym, that their golden thread grew; returns how many."""
    told = [(who, said) for who, said in people_on_thread(event) if getattr(who, "pk", None) != event.actor_id]
    for who, said in told:
        person, way = who if isinstance(who, User) else None, way_to(event, said)
        with translation.override(person.language if person else "nl"):
            title = str(THREAD[event.name])
            if person:
                values = {"tender": said.tender, "title": title, "url": way.url, "at": way.at, **way.row()}
                Notice.objects.get_or_create(person=person, event_id=way.key, kind="thread", defaults=values)
            mail = _mail(event, who, said.tender, title, way.url, None, code_page=way.code_page)
            mail.pk, mail.once, mail.made_at, mail.next_attempt_at = way.row().get("id"), way.once, way.at, way.at
            keep([mail])
    return len(told)


def _name(named, tender: Tender | None) -> str:
    """What it is about, in the language of who reads it: a plan or an initiative, else the tender."""
    return str(named or (tender.title if tender else ""))


def _place_of(event: Event) -> Municipality | None:
    """Who signs a mail that is about no tender. What happens between parties says no municipality, so neither does its mail."""
    return Municipality.objects.filter(pk=event.municipality_id).first() if event.municipality_id else None


def _once(event: Event, person: User | str) -> str:
    """What makes a mail once: the event, and the person or the address; of an address that does not fit there, its hash."""
    whom = person if isinstance(person, str) else str(person.pk)
    once = f"{event.pk}:{whom}"
    return once if len(once) <= _LONGEST_KEY else f"{event.pk}:{hashlib.sha256(whom.encode()).hexdigest()}"


def _moments(event: Event) -> dict:
    """When a mail is made; of an event of which only the day is kept, as of who asks without a name, the mails keep no more."""
    now = event.at if clock.is_a_day(event.at) else clock.now()
    return {"made_at": now, "next_attempt_at": now}


def _mail(
    event: Event,
    person: User | str,
    tender: Tender | None,
    title: str,
    url: str,
    key: str | None,
    *,
    name: str = "",
    place: Municipality | None = None,
    says: str = "",
    code_page: str = "",
) -> Mail:
    """A mail as a row; `person` is an address when somebody has no account, `name` what it is about when not the tender.

    It is signed by `place`, else by the municipality of the tender; `says` is a sentence of its own.
    """
    line = line_of(title, name or _name(None, tender))
    address = person if isinstance(person, str) else person.email
    language = "nl" if isinstance(person, str) else person.language
    stop = settings.SITE_ADDRESS + reverse("notifications:unfollow", args=[key]) if key else ""
    context = {
        "name": getattr(person, "name", ""),
        "language": language,
        "place": place or (tender.municipality if tender else None),
        "title": title,
        "sentence": sentence_of(line),
        "says": says,
        "url": settings.SITE_ADDRESS + url,
        "stop": stop,
        "code_page": settings.SITE_ADDRESS + code_page if code_page else "",
    }
    return Mail(
        once=_once(event, person),
        to=address,
        language=language,
        subject=line[:200],
        text=render_to_string("notifications/mail.txt", context),
        html=render_to_string("notifications/mail.html", context),
        stop=stop,
        **_moments(event),
    )
