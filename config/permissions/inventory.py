"""Who may do what with what is there already: the inventory of a municipality, and what may stop."""

from accounts.predicates import anyone, policy_officer, procurement_officer
from inventory.predicates import (
    can_be_put_to_society,
    does_the_work,
    keeper,
    not_ended,
    not_taken_back,
    not_told,
    period_not_over,
    still_needed,
    told,
)
from tenders.predicates import officer, running

PERMISSIONS = {
    # The inventory is public. Who can lead a tender in the municipality keeps it.
    "inventory.view_inventory": anyone,
    "inventory.view_line": anyone,
    "inventory.add_line": keeper,
    "inventory.edit_line": keeper & not_ended,
    "inventory.end_line": keeper & not_ended,
    "inventory.link_party": keeper & not_ended,
    "inventory.judge_line": keeper & not_ended & can_be_put_to_society,
    "inventory.read_list": keeper,
    "inventory.import_lines": keeper,
    "inventory.ask_about_line": anyone & not_ended,
    "inventory.answer_line_question": keeper,
    "inventory.publish_line_answers": keeper,
    "inventory.start_from_line": (policy_officer | procurement_officer) & not_ended & can_be_put_to_society & still_needed,
    "inventory.list_ends": keeper,
    "inventory.open_period": keeper,
    "inventory.close_period": keeper & period_not_over,
    # What may stop: the party hears it, with date and proof, and tells what that costs.
    "inventory.list_may_stop": officer,
    "inventory.say_may_stop": officer & running,
    "inventory.view_may_stop": officer | (told & does_the_work),
    "inventory.tell_incumbent": officer & running & not_told & not_taken_back,
    "inventory.take_back": officer & not_taken_back,
    "inventory.confirm_read": told & does_the_work & not_taken_back,
    "inventory.file_friction": told & does_the_work & not_taken_back & running,
}
