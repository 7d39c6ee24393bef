"""Finished facts about the committee, its scores, the decision and its term, for config/gates.py.

A thing is what the gate is asked about: a round, a decision or a contract has `.lot`; leaving a step asks the tender.
"""

from django.utils.translation import gettext_lazy as _

from calls.models import Call
from evaluation.models import DecisionKind, Letter
from evaluation.outcome import Findings
from evaluation.standing import standing
from events import clock
from tenders.gates import fact
from tenders.models import LotState


def _judged(thing) -> bool:
    """Whether a committee must have judged: not when a decision chooses nobody, or needed no competition."""
    return getattr(thing, "kind", DecisionKind.AWARD) not in (DecisionKind.NONE, DecisionKind.DIRECT)


@fact(
    _("Let residents and the target group be the majority of the committee. Or say in the request why they are not."),
    page="evaluation:show_committee",
)
def committee_has_majority(thing) -> bool:
    if not _judged(thing):
        return True
    now = standing(thing.lot)
    if now.has_majority_of_residents:
        return True
    if now.round is not None:
        return bool(now.round.call_version.content.get("residents_minority_reason"))
    return Call.objects.filter(tender=thing.tender).exclude(residents_minority_reason="").exists()


@fact(_("Every member of the committee declares to be impartial and to keep the secret."), page="evaluation:show_committee")
def members_declared(thing) -> bool:
    return not _judged(thing) or standing(thing.lot).all_declared


@fact(_("Every member of the committee hands in the own scores."), page="evaluation:show_selection")
def scores_in(thing) -> bool:
    return not _judged(thing) or standing(thing.lot).all_scores_in


@fact(_("The committee agrees on every bid and every criterion, with the reason."), page="evaluation:show_selection")
def consensus_complete(thing) -> bool:
    return not _judged(thing) or Findings(thing.lot).missing == 0


@fact(_("Have the letters made ready. It takes a moment before all of them are."), page="evaluation:show_decision")
def letters_ready(decision) -> bool:
    if decision.prepared_at is None or decision.document.rendered_at is None:
        return False
    if hasattr(decision, "letters_waiting"):  # brought along for a page
        return decision.letters_waiting == 0
    return not Letter.objects.filter(decision=decision, document__rendered_at=None).exists()


@fact(_("Somebody else, who decides on behalf of the executive, approves the decision."), page="evaluation:show_decision")
def decision_approved(decision) -> bool:
    return decision.approved_at is not None


@fact(
    _("Send the letters on the day that stands in them. Else have them made ready for another day."),
    page="evaluation:show_decision",
)
def letters_dated_today(decision) -> bool:
    return decision.send_on == clock.today()


@fact(_("Decide on every lot: who is chosen, or that nobody is."), page="evaluation:show_selection")
def every_lot_decided(tender) -> bool:
    done = (LotState.DECIDED, LotState.NOT_AWARDED, LotState.CONTRACTED)
    return not tender.lots.exclude(state__in=done).exists()


@fact(_("Wait until the term after the decision is over, and no lot is suspended."), page="evaluation:show_selection")
def term_over(thing) -> bool:
    """Of a decision, or of what rests on one (`.decision`); without a decision there is no term to wait for."""
    decision = getattr(thing, "decision", thing)
    if decision is None:
        return True
    if decision.sent_at is None or decision.lot.state == LotState.SUSPENDED:
        return False
    return decision.term_ends_on is None or clock.today() > decision.term_ends_on
