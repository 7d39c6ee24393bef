"""What the law wants in a decision and its letters before they may be made ready (Aw 2.130; Awb 3:45 to 3:47 and 4:30)."""

from django.utils.translation import gettext as _

from evaluation.models import AwardDecision, DecisionKind
from evaluation.outcome import Findings
from tenders.refusal import Refused
from tenders.routes import After, Track

# Shorter is no reason. Words are counted by people; this only stops what is plainly empty.
SHORTEST = 20


def missing_in(decision: AwardDecision) -> list[str]:
    """One sentence for each thing that is missing; empty when the letters can be made."""
    found = []
    if len(decision.reason) < SHORTEST:
        found.append(_("Say in more words why this was decided."))
    found += _missing_remedies(decision)
    if decision.tender.traits.track == Track.SUBSIDY:
        if not decision.legal_basis:
            found.append(_("Name the rules on which the subsidy rests."))
        if not decision.amount and decision.kind != DecisionKind.NONE:
            found.append(_("Name the amount of the subsidy."))
    if decision.kind == DecisionKind.AWARD:
        found += _missing_reasons(decision) + _out_of_date(decision)
    return found


def _missing_remedies(decision: AwardDecision) -> list[str]:
    municipality, after = decision.tender.municipality, decision.tender.traits.after
    found = []
    if after != After.NONE and not municipality.court:
        found.append(_("The settings of the municipality do not name the court."))
    if after == After.OBJECTION and not (municipality.objection_address or municipality.desk):
        found.append(_("The settings of the municipality have no address for objections."))
    return found


def _missing_reasons(decision: AwardDecision) -> list[str]:
    found = []
    criteria = decision.call_version.criteria.count()
    results = decision.results.select_related("opened_bid").prefetch_related("reasons").order_by("opened_bid__letter")
    for result in results:
        letter = result.opened_bid.letter
        reasons = [reason for reason in result.reasons.all() if len(reason.text) >= SHORTEST]
        if len(reasons) < criteria:
            found.append(_("Bid %(letter)s: give a reason in more words on every criterion.") % {"letter": letter})
        if not result.chosen and len(result.advantages) < SHORTEST:
            found.append(_("Bid %(letter)s: say what the chosen one does better.") % {"letter": letter})
    return found


def _out_of_date(decision: AwardDecision) -> list[str]:
    """The committee may have agreed on something else since the decision was made."""
    try:
        now = {
            one.bid.pk: [(row.criterion_id, row.grade_id, row.reason) for row in one.agreed]
            for one in Findings(decision.lot).outcomes
        }
    except Refused as refusal:
        return list(refusal.messages)
    results = decision.results.prefetch_related("reasons__criterion")
    then = {
        result.opened_bid_id: [
            (row.criterion_id, row.grade_id, row.text)
            for row in sorted(result.reasons.all(), key=lambda reason: reason.criterion.position)
        ]
        for result in results
    }
    return [] if now == then else [_("The committee agreed on something else since. Make the decision again.")]
