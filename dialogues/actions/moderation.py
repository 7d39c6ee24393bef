"""Against the house rules: anybody says so, an officer hides with a published reason or leaves it, and a colleague looks again.

Nothing of this waits for the step of the tender: what hurts somebody can be hidden when the tender is long over.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.conclusion import renew_report
from dialogues.actions.mergings import stand_alone
from dialogues.models import Appeal, AppealOutcome, Contribution, Flag, FlagOutcome, Ground, Hiding, NameChoice
from events import clock, log
from tenders.codes import hash_code
from tenders.locks import hold_alone, one_at_a_time
from tenders.refusal import Changed, Refused


@transaction.atomic
def flag_contribution(*, contribution: Contribution, by: User | None, code: str, ground: Ground, text: str) -> Flag:
    """Say that a contribution is against the house rules. The same person, or the same code, twice makes one."""
    contribution = _alone(contribution)
    if contribution.hidden_at:
        raise Refused(_("This contribution is hidden already."), code="hidden")
    _check_ground(contribution, ground)
    own = {"person": by} if by else {"code_hash": hash_code(code)}
    found = Flag.objects.filter(contribution=contribution, **own, **({"outcome": ""} if by else {})).first()
    if found:
        return found
    flag = Flag.objects.create(contribution=contribution, ground=ground, text=text.strip(), flagged_on=clock.today(), **own)
    # Without who told it: the team reads the log, and its page says that it does not see that. Of who has no account the
    # moment must not lead back either, as with an anonymous contribution.
    log.record("dialogues.contribution_flagged", by=None, thing=flag if by else contribution.tender, day_only=by is None)
    return flag


@transaction.atomic
def decide_flag(*, flag: Flag, by: User, outcome: FlagOutcome, reason: str, ground: Ground | None = None) -> Flag:
    """Hide what was flagged, or leave it to be read; the reason is the answer to all who flagged it."""
    contribution = _alone(flag.contribution)
    flag = Flag.objects.get(pk=flag.pk)
    if flag.outcome:
        raise Changed(_("Somebody decided on this just before you."), code="changed")
    if not reason.strip():
        raise Refused({"reason": _("Say why. Who told it to you reads your reason.")})
    if outcome == FlagOutcome.HIDDEN:
        if ground is None:
            raise Refused({"ground": _("Choose one of the published reasons.")})
        hide_contribution(contribution=contribution, by=by, ground=ground, explanation=reason)
    else:
        answer_flags(contribution, by, FlagOutcome.LEFT, reason)
    flag.refresh_from_db()
    return flag


@transaction.atomic
def hide_contribution(*, contribution: Contribution, by: User, ground: Ground, explanation: str) -> Hiding:
    """Hide the words of a contribution. Its number and place stay, with who hid it, when and for which reason."""
    contribution = _in_a_quiet_tender(_alone(contribution))
    if contribution.hidden_at:
        raise Changed(_("Somebody hid this just before you."), code="changed")
    _check_ground(contribution, ground)
    if not explanation.strip():
        raise Refused({"explanation": _("Say why. Everybody can read it, and who wrote it too.")})
    hiding = Hiding.objects.create(contribution=contribution, ground=ground, explanation=explanation.strip(), by=by, at=clock.now())
    contribution.hidden_at, contribution.hidden_because, contribution.hiding = hiding.at, ground.text, hiding
    contribution.save(update_fields=["hidden_at", "hidden_because", "hiding"])
    answer_flags(contribution, by, FlagOutcome.HIDDEN, explanation)
    if contribution.answer is None:
        stand_alone(contribution, by, _("The one that it went along with was hidden."))
    log.record("dialogues.contribution_hidden", by=by, thing=contribution, public=True, reason=explanation, hiding=hiding.pk)
    renew_report(contribution)
    return hiding


@transaction.atomic
def restore_contribution(*, contribution: Contribution, by: User, reason: str) -> Hiding:
    """Let everybody read it again, because hiding it was wrong. Where an appeal waits, a colleague decides on that; and what
    a colleague kept hidden, who hid it does not put back alone."""
    contribution = _alone(contribution)
    hiding = contribution.hiding
    if hiding is None:
        raise Changed(_("Everybody can read this already."), code="changed")
    if Appeal.objects.undecided().filter(hiding=hiding).exists():
        raise Refused(_("Somebody asked to look at this again. Decide on that."), code="appealed")
    if hiding.by_id == by.pk and Appeal.objects.filter(hiding=hiding, outcome=AppealOutcome.UPHELD).exists():
        words = _(
            "A colleague looked again and kept it hidden. You hid it yourself: only a colleague can let everybody read it again."
        )
        raise Refused(words, code="four_eyes")
    return _restore(contribution, hiding, by, reason)


@transaction.atomic
def appeal_hiding(*, contribution: Contribution, by: User | None, text: str, code: str = "") -> Appeal:
    """Ask, once for each hiding, that a colleague looks again; only for who wrote it, with the account or with the code.

    Of who wrote without a name or under a pseudonym only the day is kept: the moment could lead back.
    """
    contribution = _alone(contribution)
    hiding = contribution.hiding
    wrote_it = by is not None and contribution.author_id == by.pk
    if not wrote_it and contribution.code_hash != hash_code(code):
        raise Refused({"code": _("Only who wrote it can ask this. We do not know this code for this contribution.")})
    if hiding is None:
        raise Refused(_("Everybody can read this contribution. There is nothing to look at again."), code="not_hidden")
    if found := Appeal.objects.filter(hiding=hiding).first():
        if found.text == text.strip():
            return found
        raise Refused(_("You asked this already. You can ask it once."), code="once")
    named, nameless = by if wrote_it else None, contribution.name_choice != NameChoice.NAME
    at = clock.beginning_of(clock.today()) if nameless else clock.now()
    appeal = Appeal.objects.create(hiding=hiding, hidden_by=hiding.by, text=text.strip(), at=at)
    log.record("dialogues.hiding_appealed", by=named, thing=contribution if named else contribution.tender, day_only=nameless)
    return appeal


@transaction.atomic
def decide_appeal(*, appeal: Appeal, by: User, outcome: AppealOutcome, reason: str) -> Appeal:
    """A colleague of who hid it looks again: everybody can read it, or it stays hidden. With a reason, once for each hiding."""
    contribution = _alone(appeal.hiding.contribution)
    appeal = Appeal.objects.select_related("hiding").get(pk=appeal.pk)
    if appeal.outcome:
        raise Changed(_("Somebody decided on this just before you."), code="changed")
    if appeal.hidden_by_id == by.pk:
        raise Refused(_("You hid it yourself. A colleague decides whether that was right."), code="four_eyes")
    if not reason.strip():
        raise Refused({"reason": _("Say why. Who wrote it reads your reason.")})
    appeal.outcome, appeal.reason, appeal.decided_by, appeal.decided_at = outcome, reason.strip(), by, clock.now()
    appeal.save(update_fields=["outcome", "reason", "decided_by", "decided_at"])
    log.record("dialogues.appeal_decided", by=by, thing=contribution, public=True, reason=reason, outcome=str(outcome))
    if outcome == AppealOutcome.RESTORED:
        _restore(contribution, appeal.hiding, by, reason)
    return appeal


def _restore(contribution: Contribution, hiding: Hiding, by: User, reason: str) -> Hiding:
    if not reason.strip():
        raise Refused({"reason": _("Say why. Everybody can read it.")})
    contribution = _in_a_quiet_tender(contribution)
    if contribution.withdrawn_at:
        raise Refused(_("This form was typed by mistake and taken back. Its words stay hidden."), code="taken_back")
    hiding.ended_at, hiding.ended_by, hiding.ended_because = clock.now(), by, reason.strip()
    hiding.save(update_fields=["ended_at", "ended_by", "ended_because"])
    contribution.hidden_at, contribution.hidden_because, contribution.hiding = None, "", None
    contribution.save(update_fields=["hidden_at", "hidden_because", "hiding"])
    log.record("dialogues.contribution_restored", by=by, thing=contribution, public=True, reason=reason, hiding=hiding.pk)
    renew_report(contribution)
    return hiding


def answer_flags(contribution: Contribution, by: User, outcome: FlagOutcome, reason: str) -> None:
    """The same answer to everybody who flagged it and did not hear yet."""
    for flag in Flag.objects.undecided().filter(contribution=contribution):
        flag.outcome, flag.reason, flag.decided_by, flag.decided_at = outcome, reason.strip(), by, clock.now()
        flag.save(update_fields=["outcome", "reason", "decided_by", "decided_at"])
        flag.contribution = contribution
        log.record("dialogues.flag_decided", by=by, thing=flag, outcome=str(outcome))


def _check_ground(contribution: Contribution, ground: Ground) -> None:
    if ground.removed_at or ground.dialogue.tender_id != contribution.tender_id:
        raise Refused({"ground": _("Choose one of the published reasons.")})


def _alone(contribution: Contribution) -> Contribution:
    """The contribution, fresh, with everybody else who would hide or restore it waiting until this transaction ends."""
    one_at_a_time("hiding", contribution.pk)
    return _fresh(contribution)


def _in_a_quiet_tender(contribution: Contribution) -> Contribution:
    """The same, fresh again, when who was answering, putting together or concluding in this tender is done: they see what
    becomes of it, and this sees what became of theirs."""
    hold_alone(contribution.tender)
    return _fresh(contribution)


def _fresh(contribution: Contribution) -> Contribution:
    return Contribution.objects.select_related("tender__municipality", "response", "hiding__by", "hiding__ground").get(
        pk=contribution.pk
    )
