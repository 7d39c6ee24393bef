"""Who may do what in step 1, the dialogue."""

from accounts.predicates import community_worker, signed_in
from dialogues.predicates import (
    begun,
    dialogue_open,
    dialogue_published,
    did_not_hide,
    flagged_it,
    has_pseudonym,
    is_hidden,
    not_begun,
    not_hidden,
    not_locked,
    takes_corrections,
    undecided,
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
    # Against the house rules. None of this ends with the tender: what hurts somebody can be hidden later too.
    "dialogues.flag_contribution": published & not_hidden,
    "dialogues.view_flag": officer | flagged_it,
    "dialogues.list_flags": officer,
    "dialogues.decide_flag": officer & undecided,
    "dialogues.hide_contribution": officer & not_hidden,
    "dialogues.restore_contribution": officer & is_hidden,
    "dialogues.appeal_hiding": published & is_hidden,
    "dialogues.view_appeal": officer,
    "dialogues.decide_appeal": officer & undecided & did_not_hide,
    # What several say together, and how it ends
    "dialogues.add_to_finding": officer & running,
    "dialogues.take_from_finding": officer & running,
    "dialogues.merge_contribution": officer & running & not_hidden,
    "dialogues.unmerge_contribution": officer & running,
    "dialogues.conclude_dialogue": officer & during(Step.DIALOGUE) & with_route("dialogue"),
    "dialogues.view_conclusion": can_see,
}
