"""Who may do what with a neighbourhood budget. What residents divide nobody sees but themselves, until all of it is counted."""

from accounts.predicates import anyone, community_worker
from budgets.predicates import (
    budget_published,
    counted,
    decision_out,
    keeper,
    not_over,
    open_to_all,
    own_division,
    own_stack,
    still_counts,
    takes_paper,
)

PERMISSIONS = {
    "budgets.list_budgets": anyone,
    "budgets.view_budget": budget_published | keeper,
    "budgets.make_budget": keeper,
    # What people divide by does not change under their hands.
    "budgets.edit_budget": keeper & ~budget_published,
    "budgets.list_entries": keeper & ~budget_published,
    "budgets.add_entry": keeper & ~budget_published,
    "budgets.edit_entry": keeper & ~budget_published,
    "budgets.drop_entry": keeper & ~budget_published,
    "budgets.publish_budget": keeper & ~budget_published,
    "budgets.close_budget": keeper & not_over,
    # Dividing: everybody, without an account; on paper by who types it in.
    "budgets.divide": open_to_all,
    "budgets.view_division": own_division,
    "budgets.change_division": own_division & still_counts & open_to_all,
    "budgets.print_sheets": (keeper | community_worker) & not_over,
    "budgets.begin_stack": (keeper | community_worker) & takes_paper,
    "budgets.view_stack": own_stack,
    "budgets.type_form": own_stack & (keeper | community_worker) & takes_paper,
    "budgets.set_form_aside": own_stack & (keeper | community_worker) & takes_paper,
    "budgets.take_back_form": own_stack & (keeper | community_worker) & takes_paper,
    # Deciding
    "budgets.view_decision": decision_out | keeper,
    "budgets.draft_decision": keeper & counted,
    "budgets.publish_decision": keeper & counted,
}
