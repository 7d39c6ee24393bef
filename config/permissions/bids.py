"""Who may do what in step 4, with rounds and bids."""

from accounts.predicates import acts_for_a_party
from bids.predicates import (
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
from tenders.models import LotState
from tenders.predicates import assessor, can_see, chair, during, lot_is, officer, secretary, with_route
from tenders.steps import Step

PERMISSIONS = {
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
    "bids.take_over_coalition": lead_maker & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.view_invitation": invited_partner,
    "bids.confirm_partner": invited_partner & not_confirmed & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.submit_bid": lead_maker & round_open & bid_not_withdrawn & during(Step.SELECTION),
    "bids.withdraw_bid": lead_maker & round_open & bid_submitted & during(Step.SELECTION),
    "bids.open_bids": officer & round_closed & during(Step.SELECTION),
    "bids.view_opening": officer | (opening_done & (assessor | secretary | chair | bid_was_opened)),
    "bids.view_opened_bid": maker | officer | assessor | secretary | chair,
    "bids.set_aside_bid": officer & during(Step.SELECTION) & lot_is(LotState.IN_ASSESSMENT),
}
