"""Telling something about oneself, after contributing; and from time to time, showing what people told."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from areas.groups import Question
from areas.models import Area
from areas.small_cells import SMALLEST
from dialogues.missing import around_of, missing_of
from dialogues.models import AboutCount, Dialogue, NoGroup, UsedTicket
from dialogues.tickets import is_ticket, sha256_of
from events import log
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Refused

_PLACES = 3


@transaction.atomic
def tell_about_oneself(*, dialogue: Dialogue, ticket: str, answers: dict[Question, str | Area]) -> bool:
    """Add one to the count of each answer; False when this ticket was used already.

    There is no `by`, and no event of the answer itself: nothing may say who told it, or when.
    """
    hold(dialogue.tender)
    if not is_ticket(ticket, dialogue.pk):
        raise Refused(_("These questions belong to a contribution. Send one first; after that you can answer them."), code="ticket")
    one_at_a_time("about oneself", dialogue.pk)
    if not UsedTicket.objects.get_or_create(dialogue=dialogue, ticket_sha256=sha256_of(ticket))[1]:
        return False
    for question in Question:
        _add_one(dialogue, question, answers.get(question) or NoGroup.RATHER_NOT)
    _show_when_ten_more(dialogue)
    return True


@transaction.atomic
def show_who_is_missing(*, dialogue: Dialogue) -> None:
    """Let the page of the dialogue name the groups that are missing most now: after ten answers more, or new area figures."""
    found = missing_of(dialogue)
    places = {group: place for place, group in enumerate(found.groups[:_PLACES], start=1)}
    for count in dialogue.about_counts.all():
        place = places.get(str(count.area_id) if count.area_id else count.answer)
        if place != count.missing_place:
            AboutCount.objects.filter(pk=count.pk).update(missing_place=place)
    log.record("dialogues.who_is_missing_shown", by=None, thing=dialogue, public=True)


def _add_one(dialogue: Dialogue, question: Question, answer: str | Area) -> None:
    which = {"area": answer, "answer": ""} if isinstance(answer, Area) else {"area": None, "answer": str(answer)}
    count, _made = AboutCount.objects.get_or_create(dialogue=dialogue, question=question, **which)
    AboutCount.objects.filter(pk=count.pk).update(number=F("number") + 1)


def _show_when_ten_more(dialogue: Dialogue) -> None:
    """A question is shown anew when ten people more belong to one of its groups, and all its groups are there then."""
    grew = False
    for question in Question:
        counts = dialogue.about_counts.filter(question=question).exclude(answer__in=NoGroup.values)
        more = sum(number - shown for number, shown in counts.values_list("number", "shown"))
        if more >= SMALLEST:
            counts.update(shown=F("number"))
            grew = True
    if grew:
        _have_every_group(dialogue)
        show_who_is_missing(dialogue=dialogue)


def _have_every_group(dialogue: Dialogue) -> None:
    """A group of which nobody took part has a row too, so that the page can name it."""
    around = around_of(dialogue.tender)
    for question in Question:
        for group in around.groups(question):
            which = {"area_id": int(group), "answer": ""} if question == Question.AREA else {"area_id": None, "answer": group}
            AboutCount.objects.get_or_create(dialogue=dialogue, question=question, **which)
