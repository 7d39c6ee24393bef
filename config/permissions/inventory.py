"""Who may do what with what is there already: the inventory of a municipality, sorting boards, and what may stop."""

from accounts.predicates import anyone, policy_officer, procurement_officer
from calls.predicates import request_not_published
from inventory.predicates import (
    board_not_over,
    board_open,
    can_be_put_to_society,
    counted,
    counting,
    does_the_work,
    keeper,
    not_counted,
    not_decided,
    not_ended,
    not_taken_back,
    not_told,
    period_not_over,
    still_needed,
    takes_paper,
    told,
    types_in,
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
    # The sorting board: everybody sorts and nobody sees a vote before all see them; the municipality chooses, and says why.
    "inventory.view_board": anyone,
    "inventory.make_board": keeper,
    "inventory.edit_board": keeper & board_not_over,
    "inventory.sort_tasks": board_open,
    "inventory.follow_board": not_decided,
    "inventory.enter_form": types_in & takes_paper,
    "inventory.enter_table": types_in & takes_paper,
    "inventory.take_back_entry": types_in & takes_paper,
    "inventory.withdraw_task": keeper & not_counted,
    "inventory.close_board": keeper & board_open,
    "inventory.publish_result": keeper & counting,
    "inventory.choose_sort": keeper & counted,
    "inventory.publish_choices": keeper & counted & not_decided,
    # What may stop: the party hears it, with date and proof, and tells what that costs.
    "inventory.list_may_stop": officer,
    "inventory.say_may_stop": officer & running,
    "inventory.view_may_stop": officer | (told & does_the_work),
    "inventory.tell_incumbent": officer & running & not_told & not_taken_back,
    "inventory.ask_friction": officer & running & request_not_published,
    "inventory.take_back": officer & not_taken_back,
    "inventory.confirm_read": told & does_the_work & not_taken_back,
    "inventory.file_friction": told & does_the_work & not_taken_back & running & request_not_published,
}
