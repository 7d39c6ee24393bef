"""Who may do what in step 1, with parties: what they offer and seek, who met whom, and coalitions."""

from accounts.predicates import acts_for_a_party, anyone
from coalitions.predicates import (
    both_said_yes,
    enough_partners,
    in_coalition,
    listing_public,
    listing_stands,
    not_joined,
    of_own_party,
    of_this_party,
    on_the_map,
    one_of_the_two,
    own_contact,
    own_listing,
    said_yes_first,
    said_yes_to_being_shown,
    still_waits,
    they_met,
    was_asked,
)
from tenders.predicates import can_see, guide, officer, running

PERMISSIONS = {
    # The coalition market. Officers have no part in it: who seeks whom is between parties.
    "coalitions.view_market": anyone,
    "coalitions.place_listing": acts_for_a_party,
    "coalitions.view_listing": listing_public | own_listing,
    "coalitions.edit_listing": own_listing & listing_stands,
    "coalitions.withdraw_listing": own_listing & listing_stands,
    "coalitions.list_matches": own_listing & listing_stands,
    "coalitions.ask_introduction": acts_for_a_party & listing_public & ~own_listing,
    "coalitions.view_introduction": one_of_the_two,
    "coalitions.answer_introduction": was_asked & still_waits,
    "coalitions.take_back_introduction": said_yes_first & still_waits,
    # Nobody sees how to reach a party before both said yes.
    "coalitions.view_contact": own_contact | both_said_yes,
    # The map of who is there. Its parties are public after their own yes.
    "coalitions.view_map": can_see,
    "coalitions.view_whole_map": officer | guide,
    "coalitions.view_stakeholder": on_the_map & ((said_yes_to_being_shown & can_see) | officer | guide | of_this_party),
    "coalitions.add_stakeholder": (officer | guide) & running,
    "coalitions.edit_stakeholder": (officer | guide) & running & on_the_map,
    "coalitions.remove_stakeholder": (officer | guide) & running & on_the_map,
    "coalitions.agree_to_show": of_this_party & running & on_the_map,
    "coalitions.add_tie": (officer | guide) & running & on_the_map,
    "coalitions.end_tie": (officer | guide) & running,
    "coalitions.waive_kind": (officer | guide) & running,
    # Coalitions, for their own parties alone
    "coalitions.begin_coalition": one_of_the_two & they_met,
    "coalitions.view_coalition": in_coalition,
    "coalitions.invite_member": in_coalition,
    "coalitions.view_invitation": of_own_party,
    "coalitions.join_coalition": of_own_party & not_joined,
    "coalitions.leave_coalition": of_own_party,
    "coalitions.write_terms": in_coalition & enough_partners,
    "coalitions.sign_terms": in_coalition & enough_partners,
}
