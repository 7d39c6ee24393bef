"""Hiding the words of an initiative, of what is told of it, a photo or a plan; and letting everybody read them again."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from events import clock, log
from initiatives.models import Plan
from initiatives.models.hiding import Hideable
from tenders.locks import one_at_a_time
from tenders.models import Question
from tenders.refusal import Changed, Refused


@transaction.atomic
def hide_words(*, thing: Hideable, by: User, reason: str) -> Hideable:
    """Hide the words, or the photo: place, day and reason stay, and the row too."""
    _hold(thing)
    if thing.hidden_at:
        raise Changed(_("Somebody hid this just before you."), code="hidden")
    if not reason.strip():
        raise Refused({"reason": _("Say why you hide it. Everybody can read the reason.")})
    thing.hidden_at, thing.hidden_because = clock.now(), reason.strip()
    thing.save(update_fields=["hidden_at", "hidden_because"])
    thing.hidings.create(by=by, at=thing.hidden_at, because=thing.hidden_because)
    _ask_anew(thing)
    log.record("initiatives.words_hidden", by=by, thing=thing, public=True, reason=reason)
    return thing


@transaction.atomic
def restore_words(*, thing: Hideable, by: User, reason: str) -> Hideable:
    """Let everybody read it again. Why it was hidden stays to be read, and why it came back beside it."""
    _hold(thing)
    if thing.hidden_at is None:
        raise Changed(_("Everybody can read this already."), code="changed")
    if not reason.strip():
        raise Refused({"reason": _("Say why, in one sentence.")})
    thing.hidden_at, thing.restored_at, thing.restored_because = None, clock.now(), reason.strip()
    thing.save(update_fields=["hidden_at", "restored_at", "restored_because"])
    ended = {"ended_by": by, "ended_at": thing.restored_at, "ended_because": thing.restored_because}
    thing.hidings.filter(ended_at=None).update(**ended)
    _ask_anew(thing)
    log.record("initiatives.words_restored", by=by, thing=thing, public=True, reason=reason)
    return thing


def question_about(plan: Plan) -> str:
    """What the answer to this plan answers, where it goes to all bidders at one moment; of a hidden one without its title."""
    with override("nl"):  # everybody reads it in the language of the tender
        if plan.hidden_at:
            return _("A plan from outside was filed. Its text is hidden. What does the municipality do with it?")
        return _("A plan from outside was filed: “%(title)s”. What does the municipality do with it?") % {"title": plan.title}


def _ask_anew(thing: Hideable) -> None:
    """The public questions about a plan hold its title as long as everybody can read it, and no longer."""
    if isinstance(thing, Plan):
        Question.objects.filter(pk__in=thing.answers.values("question")).update(text=question_about(thing))


def _hold(thing: Hideable) -> None:
    """Locked, as the other verbs of an initiative and of a plan lock it, and as it stands now."""
    one_at_a_time(thing._meta.model_name, thing.pk)
    thing.refresh_from_db(fields=["hidden_at", "hidden_because"])
