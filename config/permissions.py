"""Who may do what, in which step. Read a row as a sentence; a right that is not here does not exist.

A permission is asked about a thing: a municipality, a tender, or something that has a `.tender` (and a `.lot`). Each
word is a predicate in a `predicates.py`: of accounts (who you are in a municipality), tenders (who you are in a tender,
and where it stands) or the app of the thing. tests/permissions.txt has the outcome for every step and everybody.
"""

from accounts.models import RoleKind
from accounts.predicates import administrator, holds, member, platform_operator, policy_officer, procurement_officer, signed_in
from bids.predicates import (
    acts_for_a_party,
    admitted_to_round,
    bid_not_withdrawn,
    bid_submitted,
    bid_was_opened,
    invited_partner,
    lead_maker,
    maker,
    not_confirmed,
    opening_done,
    round_closed,
    round_open,
    round_published,
)
from calls.predicates import amendment_open, not_adopted, proposed_it, version_published
from contracts.predicates import (
    contract_is_draft,
    contract_public,
    contract_signed,
    contract_to_sign,
    may_sign_for_party,
    nobody_signed,
    not_stopped,
    party_to_it,
    signed_before,
)
from dialogues.predicates import (
    begun,
    dialogue_open,
    dialogue_published,
    has_pseudonym,
    not_begun,
    not_hidden,
    not_locked,
    takes_corrections,
    wrote_it,
)
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
from monitoring.predicates import (
    indicator_runs,
    not_corrected,
    of_own_group,
    own_groups_have_spoken,
    reflection_closed,
    reflection_open,
    speaks_for_a_group,
)
from tenders.models import InvolvementRole as OfTender
from tenders.models import LotState
from tenders.predicates import (
    answer_is_out,
    asked_it,
    assessor,
    chair,
    co_author,
    colleague,
    contractor,
    during,
    guide,
    in_any_role,
    lot_is,
    officer,
    published,
    reporter,
    running,
    secretary,
    since,
    with_route,
    writing_request,
)
from tenders.steps import Step

contract_manager, community_worker = holds(RoleKind.CONTRACT_MANAGER), holds(RoleKind.COMMUNITY_WORKER)
legal_adviser, mandate_holder = holds(RoleKind.LEGAL_ADVISER), holds(RoleKind.MANDATE_HOLDER)
can_see = published | colleague | in_any_role
may_judge = own_seat & declared_impartial & scores_not_in & bids_opened & during(Step.SELECTION) & lot_is(LotState.IN_ASSESSMENT)
may_decide = (officer | secretary) & during(Step.SELECTION)
writer = (officer | co_author) & writing_request & with_route("call")

PERMISSIONS = {
    # The platform and its municipalities
    "portal.add_municipality": platform_operator,
    "portal.grant_role": administrator,
    "portal.change_settings": administrator,
    "portal.view_log": administrator,
    "accounts.view_party": signed_in,
    "accounts.edit_party": member,
    # The tender
    "tenders.start_tender": policy_officer | procurement_officer,
    "tenders.view_tender": can_see,
    "tenders.manage_tender": officer,
    "tenders.edit_tender": officer & running,
    "tenders.add_lot": officer & during(Step.DIALOGUE, Step.REQUEST) & with_route("competition"),
    "tenders.appoint_officer": officer & running,
    "tenders.appoint_guide": officer & running & with_route("dialogue"),
    "tenders.end_team_role": officer & running,
    "tenders.publish_tender": officer & running,
    "tenders.advance": officer & running,
    "tenders.send_back": officer & running,
    "tenders.withdraw": officer & running,
    "tenders.ask_question": signed_in & can_see & running,
    "tenders.answer_question": officer & running,
    "tenders.publish_answers": officer & running,
    "tenders.view_question": (answer_is_out & published) | asked_it | officer,
    "notifications.follow_tender": signed_in & can_see,
    # Step 1: the dialogue
    "dialogues.view_dialogue": (published & dialogue_published) | colleague | in_any_role,
    "dialogues.edit_dialogue": officer & running & with_route("dialogue"),
    "dialogues.publish_dialogue": officer & during(Step.DIALOGUE) & with_route("dialogue"),
    "dialogues.close_dialogue": officer & running & with_route("dialogue"),
    "dialogues.plan_meeting": (officer | guide) & running,
    "dialogues.edit_meeting": (officer | guide) & running & not_begun,
    "dialogues.cancel_meeting": (officer | guide) & running & not_begun,
    "dialogues.view_meeting": can_see,
    "dialogues.register": can_see & not_begun & running,
    "dialogues.cancel_registration": can_see & not_begun,
    "dialogues.list_registrations": officer | guide,
    "dialogues.record_attendance": (officer | guide) & running & begun,
    "dialogues.report_meeting": (officer | guide) & running & begun & not_locked,
    "dialogues.correct_minutes": can_see & running & takes_corrections,
    "dialogues.decide_correction": (officer | guide) & running,
    "dialogues.contribute": published & running & dialogue_open,
    "dialogues.list_contributions": officer | guide,
    "dialogues.enter_contribution": (officer | guide | community_worker) & published & running,
    "dialogues.view_contribution": (published & not_hidden) | officer | guide | wrote_it,
    "dialogues.support_contribution": signed_in & published & not_hidden & running,
    "dialogues.respond": officer & running,
    "dialogues.make_finding": officer & running,
    "dialogues.view_finding": can_see,
    "dialogues.unveil_pseudonym": officer & has_pseudonym,
    # Step 2: the request
    "calls.view_call": can_see,
    "calls.edit_call": writer & not_adopted,
    "calls.add_clause": writer & not_adopted,
    "calls.write_clause": writer & not_adopted,
    "calls.withdraw_clause": writer & not_adopted,
    "calls.link_source": writer & not_adopted,
    "calls.invite_co_author": officer & during(Step.REQUEST) & with_route("call"),
    "calls.end_co_author": officer & during(Step.REQUEST),
    "calls.propose_amendment": signed_in & published & during(Step.REQUEST) & with_route("call") & not_adopted,
    "calls.support_amendment": signed_in & published & during(Step.REQUEST) & amendment_open & ~proposed_it,
    "calls.withdraw_amendment": proposed_it & during(Step.REQUEST) & amendment_open,
    "calls.decide_amendment": officer & during(Step.REQUEST) & amendment_open & not_adopted & ~proposed_it,
    "calls.list_amendments": can_see & with_route("call"),
    "calls.view_amendment": can_see,
    "calls.set_criteria": writer & not_adopted,
    "calls.set_scale": writer & not_adopted,
    "calls.propose_indicator": writer & not_adopted,
    "calls.withdraw_indicator": writer & not_adopted,
    "calls.adopt_call": officer & writing_request & with_route("call") & not_adopted,
    "calls.reopen_call": officer & writing_request & ~not_adopted,
    # Step 3: the procedure
    "calls.ask_guide": officer & during(Step.DIALOGUE, Step.REQUEST, Step.PROCEDURE),
    "calls.choose_route": officer & during(Step.PROCEDURE),
    "calls.sign_choice": (officer | legal_adviser) & during(Step.PROCEDURE),
    "calls.view_choice": can_see,
    "calls.set_timetable": officer & during(Step.PROCEDURE) & with_route("call"),
    "calls.prepare_publication": officer & during(Step.PROCEDURE) & with_route("call"),
    "calls.publish_call": officer & during(Step.PROCEDURE) & with_route("call"),
    "calls.view_call_version": version_published | officer,
    # Step 4: bids
    "bids.list_rounds": can_see & with_route("competition"),
    "bids.view_round": can_see & round_published,
    "bids.open_rounds": officer & during(Step.PROCEDURE, Step.SELECTION) & with_route("call"),
    "bids.invite_party": officer & during(Step.PROCEDURE, Step.SELECTION) & with_route("invited_only"),
    "bids.begin_bid": acts_for_a_party & round_open & round_published & admitted_to_round & during(Step.SELECTION),
    "bids.view_bid": maker,
    "bids.write_bid": maker & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.invite_partner": lead_maker & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.remove_partner": lead_maker & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.view_invitation": invited_partner,
    "bids.confirm_partner": invited_partner & not_confirmed & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.submit_bid": lead_maker & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.withdraw_bid": lead_maker & round_open & bid_submitted & during(Step.SELECTION),
    "bids.open_bids": officer & round_closed & during(Step.SELECTION),
    "bids.view_opening": officer | (opening_done & (assessor | secretary | chair | bid_was_opened)),
    "bids.view_opened_bid": maker | officer | assessor | secretary | chair,
    "bids.set_aside_bid": officer & during(Step.SELECTION) & lot_is(LotState.IN_ASSESSMENT),
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
    # Step 5: the contract
    "contracts.view_contract": contract_public | officer | party_to_it | contract_manager | mandate_holder,
    "contracts.draft_contract": (officer | contract_manager) & during(Step.CONTRACT, Step.MONITORING),
    "contracts.start_contract": contract_manager,
    "contracts.edit_contract": (officer | contract_manager) & contract_is_draft & not_stopped,
    "contracts.write_agreement": (officer | contract_manager) & contract_is_draft & not_stopped,
    "contracts.withdraw_agreement": (officer | contract_manager) & contract_is_draft & not_stopped,
    "contracts.offer_contract": (officer | contract_manager) & contract_is_draft & ~signed_before & not_stopped,
    "contracts.take_back_contract": (officer | contract_manager) & contract_to_sign & nobody_signed & not_stopped,
    "contracts.sign_contract": (mandate_holder | may_sign_for_party) & contract_to_sign & not_stopped,
    "contracts.record_contract": (officer | contract_manager) & contract_is_draft & signed_before & not_stopped,
    # Step 6: measuring and learning
    "monitoring.view_indicator": contract_public | officer | party_to_it | contract_manager | mandate_holder,
    "monitoring.set_indicator": (officer | contract_manager | party_to_it) & not_stopped,
    "monitoring.report_measurement": (party_to_it | reporter) & contract_signed & indicator_runs & not_stopped,
    "monitoring.correct_measurement": (party_to_it | reporter) & contract_signed & not_corrected & not_stopped,
    "monitoring.hold_reflection": officer & running,
    "monitoring.view_reflection": can_see,
    "monitoring.speak": speaks_for_a_group & reflection_open & running,
    "monitoring.view_voice": can_see & (reflection_closed | own_groups_have_spoken | of_own_group),
    "monitoring.close_reflection": officer & reflection_open & running,
    "monitoring.draw_lesson": (officer | contractor) & running,
    "monitoring.view_lesson": can_see,
}


def _never_with(role, *others) -> list[tuple]:
    return [(role, other) for other in others]


# Roles that exclude each other. The first rows hold in one municipality, the others in one tender and lot.
EXCLUDED_TOGETHER = (
    # A council member is not employed by the municipality (Gemeentewet art. 13).
    *_never_with(RoleKind.COUNCIL_MEMBER, RoleKind.ADMINISTRATOR, RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER),
    *_never_with(RoleKind.COUNCIL_MEMBER, RoleKind.LEGAL_ADVISER, RoleKind.CONTRACT_MANAGER, RoleKind.MANDATE_HOLDER),
    # Who manages accounts does not decide.
    *_never_with(RoleKind.ADMINISTRATOR, RoleKind.MANDATE_HOLDER),
    # Who guides the dialogue has no say in its content (Zeist).
    *_never_with(OfTender.GUIDE, OfTender.OFFICER, OfTender.CO_AUTHOR, OfTender.ASSESSOR, OfTender.BIDDER),
    # Who judges does not bid (Aw 1.10b).
    *_never_with(OfTender.BIDDER, OfTender.ASSESSOR, OfTender.SECRETARY, OfTender.CHAIR, OfTender.OFFICER),
    *_never_with(OfTender.PARTNER, OfTender.ASSESSOR, OfTender.SECRETARY, OfTender.CHAIR, OfTender.OFFICER),
    # Who reports a measurement does not validate it.
    *_never_with(OfTender.REPORTER, OfTender.VALIDATOR),
)
