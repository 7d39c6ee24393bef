"""Concluding a dialogue: how it goes on, and the report that answers everybody."""

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.left_open import left_open
from dialogues.models import LAST, Conclusion, Contribution, Dialogue, Edition, Ending
from dialogues.report import content_of
from documents.fingerprint import fingerprint
from documents.models import Document
from events import clock, log
from tenders import lifecycle
from tenders.gates import Gate, pass_gate
from tenders.locks import hold_alone, one_at_a_time
from tenders.refusal import Changed, Refused, WrongStep
from tenders.steps import Step


@transaction.atomic
def conclude_dialogue(
    *, dialogue: Dialogue, by: User, ending: Ending, reason: str, rests_until=None, version: int = 0
) -> Conclusion:
    """End the dialogue well, with a report for everybody. Without a request the tender is completed; "not yet" rests.

    Who concludes a dialogue that opened again concludes anew; `version` is how often it was done before, as far as was seen.
    """
    tender = hold_alone(dialogue.tender)
    if not tender.is_running or tender.step != Step.DIALOGUE:
        raise WrongStep(_("This dialogue is over already. Look where the tender stands now."), code="step")
    dialogue = Dialogue.objects.select_related("conclusion").get(pk=dialogue.pk)
    if Conclusion.objects.filter(tender=tender).count() != version:
        raise Changed(_("A colleague concluded this dialogue just before you. Read it first; yours is still here."), code="changed")
    rests_until = _checked(ending, reason, rests_until)
    _refuse_what_is_still_to_come(tender, ending)
    pass_gate(tender, Gate.CONCLUDE_DIALOGUE, by=by)
    _set_aside(dialogue)
    conclusion = Conclusion.objects.create(
        tender=tender,
        ending=ending,
        reason=reason.strip(),
        rests_until=rests_until,
        last_number=Contribution.objects.filter(tender=tender).aggregate(last=Max("number"))["last"] or 0,
        by=by,
        at=clock.now(),
    )
    # Closed from now on also when its last day went by itself: another last day alone does not open what was concluded.
    dialogue.conclusion, dialogue.closed_at = conclusion, dialogue.closed_at or conclusion.at
    dialogue.save(update_fields=["conclusion", "closed_at"])
    make_edition(conclusion)
    about = {"ending": str(ending), "last": conclusion.is_last}
    log.record("dialogues.dialogue_concluded", by=by, thing=conclusion, public=True, reason=reason, **about)
    if ending in LAST:
        lifecycle.complete(tender, leaving=Step.DIALOGUE, by=by, reason=reason)
    return conclusion


@transaction.atomic
def remind_of_rest(*, conclusion: Conclusion) -> bool:
    """The day is there until which the dialogue rests: tell the team, once. Whether it was told now."""
    hold_alone(conclusion.tender)
    conclusion = Conclusion.objects.select_related("tender__municipality").get(pk=conclusion.pk)
    is_due = conclusion.rests_until is not None and conclusion.rests_until <= clock.today()
    waits = conclusion.reopened_at is None and conclusion.tender.is_running and conclusion.tender.step == Step.DIALOGUE
    if conclusion.reminded_at or not is_due or not waits:
        return False
    conclusion.reminded_at = clock.now()
    conclusion.save(update_fields=["reminded_at"])
    log.record("dialogues.rest_ended", by=None, thing=conclusion)
    return True


def renew_report(contribution: Contribution) -> None:
    """When a report went out with this contribution in it, a next edition takes its place: the old one is handed out no more."""
    for conclusion in Conclusion.objects.filter(tender=contribution.tender_id, last_number__gte=contribution.number):
        conclusion.tender = contribution.tender
        make_edition(conclusion)
        log.record("dialogues.report_renewed", by=None, thing=conclusion, public=True)


def reopen(dialogue: Dialogue) -> None:
    """The dialogue goes on: what it was concluded with stays to be read, and holds no more."""
    _set_aside(dialogue)
    dialogue.conclusion = None
    dialogue.save(update_fields=["conclusion"])


def _set_aside(dialogue: Dialogue) -> None:
    if dialogue.conclusion_id:
        Conclusion.objects.filter(pk=dialogue.conclusion_id).update(reopened_at=clock.now())


def _refuse_what_is_still_to_come(tender, ending: Ending) -> None:
    """An ending that completes the tender would leave all of this behind, with nobody to keep or to finish it."""
    if ending in LAST and (waiting := left_open(tender)):
        raise Refused({"ending": [one.sentence for one in waiting]})


def _checked(ending: Ending, reason: str, rests_until):
    """The day until which it rests, for an ending that has one; raises Refused."""
    if not reason.strip():
        raise Refused({"reason": _("Say why. Everybody can read it.")})
    if ending != Ending.NOT_YET:
        return None
    if rests_until is None or rests_until <= clock.today():
        raise Refused({"rests_until": _("Choose the day on which you look at it again. It is still to come.")})
    return rests_until


def make_edition(conclusion: Conclusion) -> Edition:
    """The report as it reads now, with its fingerprint; its PDF follows. Who comes at the same moment makes the next one, and
    reads first what this one changed."""
    one_at_a_time("edition", conclusion.pk)
    with translation.override("nl"):
        content = content_of(conclusion)
        title = _("Report of the dialogue: %(title)s") % {"title": conclusion.tender.title}
    sha256 = fingerprint(content)
    number = conclusion.editions.count() + 1
    document = Document.objects.create(kind="dialogue_report", title=title[:200], content_sha256=sha256, made_at=clock.now())
    conclusion.document = document
    conclusion.save(update_fields=["document"])
    return Edition.objects.create(
        conclusion=conclusion, number=number, content=content, content_sha256=sha256, document=document, at=clock.now()
    )
