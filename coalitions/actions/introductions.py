"""Meeting: one party says yes, the other answers, and only then each sees how to reach the other."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from coalitions.models import Answer, Introduction, Listing
from coalitions.plain_words import contact_in
from coalitions.private_log import record_private
from events import clock
from tenders.locks import one_at_a_time
from tenders.refusal import Changed, Refused

MOST_WAITING = 25  # of one listing: who asks everybody asks nobody


@transaction.atomic
def ask_introduction(*, asker: Listing, asked: Listing, by: User, message: str) -> Introduction:
    """Say yes first. Asking twice is asking once.

    Raises Changed when the other asked before: asking is no answer, for with that yes each sees at once how to reach the
    other, and who asks was told that it can be taken back. Raises Refused after a no of the other side: who said no may
    still ask.
    """
    _together(asker, asked)
    asker, asked = (Listing.objects.for_page().get(pk=one.pk) for one in (asker, asked))
    if asker.party_id not in by.party_ids() or asked.party_id in by.party_ids():
        raise Refused(_("Choose which of your own parties wants to meet."), code="party")
    if not asker.stands or not asked.stands:
        raise Refused(_("This was taken away meanwhile. You can look for others."), code="over")
    if found := contact_in(message):
        raise Refused({"message": found})
    between = Introduction.objects.select_for_update()
    if met := Introduction.objects.agreed().between(asker.party_id, asked.party_id).first():
        return met  # they know how to reach each other, by whatever listing
    if there := between.filter(asker=asker, asked=asked, taken_back_at=None).first():
        if there.answer == Answer.NO:
            raise Refused(_("They said that they do not want to meet now. They can still ask you."), code="no")
        return there
    if Introduction.objects.waiting().filter(asker=asked, asked__party=asker.party_id).exists():
        raise Changed(_("They asked you first. Read what they ask, and answer there."), code="asked")
    if Introduction.objects.waiting().filter(asker=asker).count() >= MOST_WAITING:
        raise Refused(
            _("You wait for %(most)d answers already. Take one back first, or wait.") % {"most": MOST_WAITING}, code="many"
        )
    made = Introduction.objects.create(asker=asker, asked=asked, message=message.strip(), asked_by=by, asked_at=clock.now())
    record_private("coalitions.introduction_asked", by=by, row=made)
    return made


@transaction.atomic
def answer_introduction(*, introduction: Introduction, by: User, answer: Answer, reason: str = "") -> Introduction:
    """Say yes or no, once. With a yes both see how to reach each other."""
    _together(introduction.asker, introduction.asked)
    fresh = Introduction.objects.for_page().get(pk=introduction.pk)
    if fresh.asked.party_id not in by.party_ids():
        raise Refused(_("Only the party that was asked can answer."), code="party")
    if fresh.answer:
        if fresh.answer == answer:
            return fresh
        raise Changed(_("A colleague answered just before you."), code="changed")
    if not fresh.waits:
        raise Changed(_("They took their question back."), code="changed")
    if found := contact_in(reason):
        raise Refused({"reason": found})
    fresh.answer, fresh.reason = answer, reason.strip()
    fresh.answered_at, fresh.answered_by = clock.now(), by
    fresh.save(update_fields=["answer", "reason", "answered_at", "answered_by"])
    record_private("coalitions.introduction_answered", by=by, row=fresh, answer=str(answer))
    return fresh


@transaction.atomic
def take_back_introduction(*, introduction: Introduction, by: User) -> Introduction:
    """Take the yes back, as long as the other said nothing. Raises Changed when the answer was there first."""
    _together(introduction.asker, introduction.asked)
    fresh = Introduction.objects.for_page().get(pk=introduction.pk)
    if fresh.asker.party_id not in by.party_ids():
        raise Refused(_("Only who asked can take it back."), code="party")
    if fresh.answer:
        raise Changed(_("They answered already. Then a yes can no longer be taken back."), code="changed")
    if fresh.taken_back_at is None:
        fresh.taken_back_at, fresh.taken_back_by = clock.now(), by
        fresh.save(update_fields=["taken_back_at", "taken_back_by"])
        record_private("coalitions.introduction_taken_back", by=by, row=fresh)
    return fresh


def _together(asker: Listing, asked: Listing) -> None:
    """One of the two at a time, whichever asks: a yes and its taking back never both happen."""
    first, second = sorted((asker.pk, asked.pk))
    one_at_a_time(f"introduction of {first}", second)
