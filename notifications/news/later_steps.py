"""What is told of a tender as such, in steps 2 to 6, and to people about themselves."""

from django.utils.translation import gettext_lazy as _

from notifications import audience, doers, equal
from notifications.news.kind import News

NEWS = {
    # The tender
    "tenders.question_asked": News(_("A question waits for your answer"), "tenders:list_questions", audience.team),
    "tenders.answers_published": News(
        _("Questions were answered, for everybody"),
        "tenders:list_questions",
        equal.everybody_equal,
        addresses=equal.addresses_equal,
    ),
    # Nobody follows it before; who was told that work may stop could not read it yet.
    "tenders.tender_published": News(
        _("The tender by which work of yours may stop is public"), "portal:show_tender", audience.incumbents
    ),
    "tenders.step_left": News(_("The tender is in its next step"), "portal:show_tender", audience.everybody_around),
    "tenders.step_sent_back": News(_("The tender goes back a step"), "portal:show_tender", audience.everybody_around),
    "tenders.tender_withdrawn": News(_("The tender was stopped"), "portal:show_tender", audience.everybody_around),
    "tenders.tender_completed": News(_("The tender is completed"), "portal:show_tender", audience.everybody_around),
    "tenders.involvement_ended": News(_("Your role in a tender ended"), "portal:show_tender", audience.who_had_the_role),
    "tenders.involved": News(_("You have a role in a tender"), "portal:show_tender", audience.who_got_the_role),
    # Steps 2 and 3
    "calls.co_author_invited": News(_("You may help to write the request"), "calls:show_call", audience.involved_person),
    "calls.amendment_proposed": News(_("A proposal for other words waits"), "calls:list_amendments", audience.team),
    "calls.amendment_decided": News(_("There is an answer to a proposal"), "calls:show_call", audience.who_backed_it),
    "calls.amendment_withdrawn": News(_("A proposal for other words was withdrawn"), "calls:show_call", audience.who_backed_it),
    "calls.call_reopened": News(_("The request is open again"), "calls:show_call", audience.everybody_around),
    "calls.call_adopted": News(_("The request is adopted"), "calls:show_call", audience.everybody_around),
    "calls.route_chosen": News(_("A route waits for your signature"), "calls:show_procedure", audience.who_signs_the_choice),
    "calls.choice_signed": News(_("The choice of the route was signed"), "calls:show_procedure", audience.team),
    "calls.call_published": News(
        _("The request is published: parties can hand in"),
        "calls:show_call",
        doers.who_hears_of_the_request,
        addresses=doers.addresses_of_plans,
    ),
    # Step 4
    "bids.party_invited": News(_("Your party is invited to hand in a plan"), "evaluation:show_selection", audience.invited_party),
    # Before the opening these name no tender: the mail of a sealed bid gives nothing away.
    "bids.partner_invited": News(
        _("You are asked to take part in a plan"), "bids:confirm_partner", audience.invited_partner, audience.invitation_address
    ),
    "bids.partner_confirmed": News(_("A party takes part in your plan"), "bids:preview_bid", audience.makers, audience.bid_address),
    "bids.bid_submitted": News(
        _("We have what you handed in"), "bids:preview_bid", audience.makers, audience.bid_address, to_the_doer=True
    ),
    "bids.bid_withdrawn": News(
        _("What you handed in was withdrawn"), "bids:preview_bid", audience.makers, audience.bid_address, to_the_doer=True
    ),
    "bids.partner_removed": News(
        _("Your party no longer takes part in a plan"), "portal:my_work", audience.invited_partner, audience.no_arguments
    ),
    "bids.opening_begun": News(_("A colleague waits to open together with you"), "evaluation:show_selection", audience.team),
    "bids.bids_opened": News(_("The bids were opened"), "evaluation:show_selection", audience.everybody_around),
    "evaluation.member_appointed": News(_("You are asked for the committee"), "evaluation:show_committee", audience.appointed),
    "evaluation.member_recused": News(_("A member left the committee"), "evaluation:show_committee", audience.team),
    "evaluation.scores_finished": News(
        _("A member of the committee handed in the scores"), "evaluation:show_selection", audience.committee_leads
    ),
    "evaluation.scores_reopened": News(_("You can change your scores again"), "evaluation:show_selection", audience.whose_seat),
    "evaluation.lot_suspended": News(_("A lot stands still for a while"), "evaluation:show_selection", audience.everybody_around),
    "evaluation.suspension_lifted": News(_("A lot goes on again"), "evaluation:show_selection", audience.everybody_around),
    "evaluation.decision_approved": News(
        _("The decision is approved: you can send it"), "evaluation:show_selection", audience.team
    ),
    "evaluation.decision_explained": News(
        _("The committee explains its choice"), "evaluation:show_selection", audience.who_may_read_the_explanation
    ),
    "evaluation.decision_prepared": News(
        _("A decision waits for your approval"), "evaluation:show_selection", audience.mandate_holders
    ),
    "evaluation.decision_sent": News(_("The decision is there"), "evaluation:show_selection", audience.bidders_and_incumbents),
    # Steps 5 and 6
    "contracts.contract_offered": News(_("A contract waits for your signature"), "contracts:show_contracts", audience.signers),
    "contracts.contract_signed": News(_("The contract is signed"), "contracts:show_contracts", audience.everybody_around),
    "contracts.contract_taken_back": News(
        _("A contract was taken back to change it"), "contracts:show_contract", audience.signers, audience.contract_address
    ),
    "contracts.contract_recorded": News(
        _("A contract with your party was written down"),
        "contracts:show_contract",
        audience.contract_parties,
        audience.contract_address,
    ),
    "monitoring.indicator_set": News(
        _("There is something to measure"),
        "monitoring:show_contract_monitoring",
        audience.contract_parties,
        audience.contract_address,
    ),
    "monitoring.measurement_reported": News(
        _("There is a new measurement"),
        "monitoring:show_contract_monitoring",
        audience.team_and_followers,
        audience.contract_address,
    ),
    "monitoring.measurement_corrected": News(
        _("A measurement was corrected"),
        "monitoring:show_contract_monitoring",
        audience.team_and_followers,
        audience.contract_address,
    ),
    "monitoring.reflection_closed": News(
        _("Read what came of looking back together"), "monitoring:show_monitoring", audience.everybody_around
    ),
    "monitoring.reflection_held": News(_("Look back with us"), "monitoring:show_monitoring", audience.everybody_around),
    # People
    "accounts.role_granted": News(
        _("You have a role in a municipality"), "accounts:profile", audience.named, audience.no_arguments
    ),
    "accounts.role_withdrawn": News(_("A role of yours ended"), "accounts:profile", audience.named, audience.no_arguments),
    "accounts.party_joined": News(_("You act for a party now"), "accounts:profile", audience.named, audience.no_arguments),
}
