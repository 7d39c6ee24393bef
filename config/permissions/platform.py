"""Who may do what on the platform, in a municipality and with a tender."""

from accounts.predicates import administrator, member, platform_operator, policy_officer, procurement_officer, signed_in
from tenders.predicates import (
    answer_is_out,
    answered_elsewhere,
    answers_for_municipality,
    asked_it,
    can_see,
    during,
    officer,
    running,
    with_route,
)
from tenders.steps import Step

PERMISSIONS = {
    # The platform and its municipalities
    "portal.add_municipality": platform_operator,
    "portal.grant_role": administrator,
    "portal.change_settings": administrator,
    "portal.view_log": administrator,
    "portal.add_theme": administrator | policy_officer | procurement_officer,
    "portal.edit_theme": administrator | policy_officer | procurement_officer,
    "portal.retire_theme": administrator | policy_officer | procurement_officer,
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
    # Until parties compete everybody may ask; then who asks is known to the team, as the law wants it.
    "tenders.ask_question": (signed_in | during(Step.DIALOGUE, Step.REQUEST)) & can_see & running,
    "tenders.answer_question": officer & running & ~answered_elsewhere,
    "tenders.publish_answers": officer & running,
    "tenders.view_question": answer_is_out | asked_it | officer | answers_for_municipality,
    "notifications.follow_tender": signed_in & can_see,
}
