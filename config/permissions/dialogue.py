"""Who may do what in step 1, the dialogue."""

from accounts.predicates import community_worker, policy_officer, procurement_officer, signed_in
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
from tenders.predicates import can_see, colleague, during, guide, in_any_role, officer, published, running, with_route
from tenders.steps import Step

PERMISSIONS = {
    # Step 1: the dialogue
    "dialogues.view_dialogue": (published & dialogue_published) | colleague | in_any_role,
    "dialogues.edit_dialogue": officer & running & with_route("dialogue"),
    "dialogues.publish_dialogue": officer & during(Step.DIALOGUE) & with_route("dialogue"),
    "dialogues.close_dialogue": officer & running & with_route("dialogue"),
    "dialogues.set_pilot": officer & running & with_route("dialogue"),
    "dialogues.decide_pilot": officer & running & with_route("dialogue"),
    "dialogues.copy_pilot": officer & (policy_officer | procurement_officer),
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
    "dialogues.tell_about_oneself": published & running & dialogue_published & with_route("dialogue"),
    "dialogues.list_contributions": officer | guide,
    "dialogues.enter_contribution": (officer | guide | community_worker) & published & running,
    "dialogues.view_contribution": (published & not_hidden) | officer | guide | wrote_it,
    "dialogues.support_contribution": signed_in & published & not_hidden & running,
    "dialogues.respond": officer & running,
    "dialogues.make_finding": officer & running,
    "dialogues.view_finding": can_see,
    "dialogues.unveil_pseudonym": officer & has_pseudonym,
}
