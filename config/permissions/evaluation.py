"""Who may do what in step 4, in the committee and with its decision."""

from accounts.predicates import legal_adviser, mandate_holder
from evaluation.predicates import (
    addressed,
    all_scores_in,
    bids_opened,
    by_a_committee,
    decision_not_sent,
    decision_prepared,
    decision_sent,
    declared_impartial,
    made_by_somebody_else,
    own_score,
    own_scores_in,
    own_seat,
    scores_in,
    scores_not_in,
    seat_finished,
    seat_not_ended,
)
from tenders.models import LotState
from tenders.predicates import assessor, can_see, chair, during, lot_is, officer, running, secretary, since, with_route
from tenders.steps import Step

may_judge = own_seat & declared_impartial & scores_not_in & bids_opened & during(Step.SELECTION) & lot_is(LotState.IN_ASSESSMENT)
may_decide = (officer | secretary) & during(Step.SELECTION)

PERMISSIONS = {
    # Step 4: the committee and its scores
    "evaluation.view_committee": can_see & with_route("competition"),
    # Everybody sees that somebody sits; a name is public only when its owner wants it.
    "evaluation.view_members": officer | secretary | chair | assessor,
    "evaluation.appoint_member": officer
    & during(Step.REQUEST, Step.PROCEDURE, Step.SELECTION)
    & with_route("competition")
    & lot_is(LotState.OPEN, LotState.IN_ASSESSMENT),
    "evaluation.appoint_lead": officer
    & during(Step.REQUEST, Step.PROCEDURE, Step.SELECTION)
    & with_route("competition")
    & lot_is(LotState.OPEN, LotState.IN_ASSESSMENT, LotState.SUSPENDED),
    "evaluation.declare_impartial": own_seat
    & ~declared_impartial
    & during(Step.REQUEST, Step.PROCEDURE, Step.SELECTION)
    & lot_is(LotState.OPEN, LotState.IN_ASSESSMENT),
    "evaluation.recuse": (own_seat | officer)
    & seat_not_ended
    & during(Step.REQUEST, Step.PROCEDURE, Step.SELECTION)
    & lot_is(LotState.OPEN, LotState.IN_ASSESSMENT, LotState.SUSPENDED),
    "evaluation.score_bid": may_judge,
    "evaluation.finish_scores": may_judge,
    "evaluation.reopen_scores": secretary & seat_not_ended & scores_in & during(Step.SELECTION) & lot_is(LotState.IN_ASSESSMENT),
    "evaluation.view_score": own_score | (all_scores_in & seat_finished & (own_scores_in | secretary | chair | officer)),
    "evaluation.view_ranking": bids_opened & all_scores_in & (own_scores_in | secretary | chair | officer),
    "evaluation.record_consensus": (secretary | chair)
    & all_scores_in
    & bids_opened
    & during(Step.SELECTION)
    & lot_is(LotState.IN_ASSESSMENT),
    # Step 4: the decision and its letters. Who makes it does not approve it.
    "evaluation.make_decision": may_decide & lot_is(LotState.OPEN, LotState.IN_ASSESSMENT),
    "evaluation.write_advantages": may_decide & by_a_committee & decision_not_sent,
    "evaluation.prepare_decision": may_decide & decision_not_sent,
    "evaluation.approve_decision": mandate_holder
    & made_by_somebody_else
    & decision_prepared
    & decision_not_sent
    & during(Step.SELECTION),
    "evaluation.send_decision": officer & decision_not_sent & during(Step.SELECTION),
    "evaluation.view_decision": decision_sent | officer | secretary | chair | mandate_holder,
    "evaluation.view_record": officer | secretary | chair | mandate_holder,
    "evaluation.explain_decision": (secretary | chair | assessor) & by_a_committee & running,
    "evaluation.view_letter": (decision_sent & addressed) | officer,
    "evaluation.suspend_lot": (officer | legal_adviser)
    & since(Step.SELECTION)
    & running
    & lot_is(LotState.OPEN, LotState.IN_ASSESSMENT, LotState.DECIDED),
    "evaluation.lift_suspension": (officer | legal_adviser) & since(Step.SELECTION) & running & lot_is(LotState.SUSPENDED),
}
