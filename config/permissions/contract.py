"""Who may do what in steps 5 and 6: contracts, measuring and learning."""

from accounts.predicates import contract_manager, mandate_holder
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
from monitoring.predicates import (
    indicator_runs,
    not_corrected,
    of_own_group,
    own_groups_have_spoken,
    reflection_closed,
    reflection_open,
    speaks_for_a_group,
)
from tenders.predicates import can_see, contractor, during, officer, reporter, running
from tenders.steps import Step

PERMISSIONS = {
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
