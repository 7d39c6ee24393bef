"""What people are told, and who: one row an event. The reactions page of the roof decides that an event is told at all.

`title` is what the notice says and the mail's subject, in the reader's language; `page` is where it leads, a url name
that takes the tender's address (or what `args` gives), and that still opens when somebody reads it a month later.
`addresses` are of people without an account: they get the mail only.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from notifications import audience, between, doers, equal


@dataclass(frozen=True)
class News:
    title: str
    page: str
    who: Callable
    args: Callable = audience.tender_address
    addresses: Callable = audience.nobody_else
    to_the_doer: bool = False  # a receipt goes to who did it too


def _of_meeting(title) -> News:
    """For who registered, with an account or with an address only."""
    who, addresses = audience.who_registered, audience.addresses_registered
    return News(title, "dialogues:show_meeting", who, audience.meeting_address, addresses)


def _of_initiative(title) -> News:
    """For who works in the neighbourhood; most doers have no account, and read it on their page."""
    return News(title, "golden_thread:follow_initiative", doers.who_tends, doers.initiative_address)


def _of_plan(title, who, addresses=audience.nobody_else) -> News:
    return News(title, "golden_thread:follow_plan", who, doers.plan_address, addresses)


NEWS = {
    # The tender
    "tenders.question_asked": News(_("A question waits for your answer"), "tenders:list_questions", audience.team),
    "tenders.answers_published": News(
        _("Questions were answered, for everybody"),
        "tenders:list_questions",
        equal.everybody_equal,
        addresses=equal.addresses_equal,
    ),
    "tenders.step_left": News(_("The tender is in its next step"), "portal:show_tender", audience.everybody_around),
    "tenders.step_sent_back": News(_("The tender goes back a step"), "portal:show_tender", audience.everybody_around),
    "tenders.tender_withdrawn": News(_("The tender was stopped"), "portal:show_tender", audience.everybody_around),
    "tenders.tender_completed": News(_("The tender is completed"), "portal:show_tender", audience.everybody_around),
    "tenders.involvement_ended": News(_("Your role in a tender ended"), "portal:show_tender", audience.who_had_the_role),
    "tenders.involved": News(_("You have a role in a tender"), "portal:show_tender", audience.who_got_the_role),
    # What is there already, and what may stop
    "inventory.asked_about_line": News(
        _("A question about the inventory waits"), "inventory:list_line_questions", audience.keepers, audience.place_address
    ),
    "inventory.line_answers_published": News(
        _("Your question about the inventory was answered"),
        "inventory:show_inventory",
        audience.who_asked,
        audience.place_address,
    ),
    "inventory.ends_signalled": News(
        _("Contracts or subsidies end soon"), "inventory:list_ends", audience.keepers, audience.place_address
    ),
    "inventory.incumbent_told": News(
        _("Work that you do now may stop"), "inventory:show_may_stop", audience.incumbent, audience.may_stop_address
    ),
    "inventory.taken_back": News(
        _("Work that you do does not stop by a tender after all"),
        "inventory:show_may_stop",
        audience.incumbent,
        audience.may_stop_address,
    ),
    "inventory.read_confirmed": News(
        _("Who does the work now read that it may stop"), "inventory:show_may_stop", audience.team, audience.may_stop_address
    ),
    "inventory.friction_filed": News(
        _("Who does the work now said what stopping costs"),
        "inventory:show_may_stop",
        audience.team_at_first,
        audience.may_stop_address,
    ),
    # Step 1
    "dialogues.dialogue_published": News(_("The conversation is open"), "dialogues:show_dialogue", audience.followers),
    "dialogues.dot_changed": News(_("The dot on the horizon changed"), "dialogues:show_dialogue", audience.followers),
    "dialogues.promise_due": News(_("Today you would say what you did not know yet"), "dialogues:edit_dialogue", audience.team),
    "dialogues.pilot_decided": News(_("It is decided whether the pilot goes on"), "dialogues:show_dialogue", audience.followers),
    "dialogues.dialogue_closed": News(_("The conversation is closed"), "dialogues:show_dialogue", audience.followers),
    "dialogues.meeting_planned": News(_("There is a new meeting"), "dialogues:show_dialogue", audience.followers),
    "dialogues.meeting_edited": _of_meeting(_("A meeting is at another time or place")),
    "dialogues.meeting_cancelled": _of_meeting(_("A meeting is cancelled")),
    "dialogues.meeting_reported": _of_meeting(_("The report of a meeting is there")),
    "dialogues.meeting_near": _of_meeting(_("Your meeting is within a day")),
    "dialogues.minutes_locked": _of_meeting(_("The report of a meeting is final")),
    "dialogues.correction_decided": News(
        _("There is an answer to your correction"),
        "dialogues:show_meeting",
        audience.who_corrected,
        audience.meeting_address,
        audience.address_corrected,
    ),
    "dialogues.network_asked": News(
        _("The municipality asks you something, because you know this theme"),
        "dialogues:show_network_question",
        audience.network,
        audience.network_address,
    ),
    "dialogues.proposal_handed_in": News(
        _("A theme group handed in a proposal"),
        "dialogues:show_proposal",
        audience.clerks_and_followers,
        audience.proposal_address,
    ),
    "dialogues.council_decision_recorded": News(
        _("The council decided on a proposal"), "dialogues:show_proposal", audience.whose_proposal, audience.proposal_address
    ),
    "dialogues.moved_up": News(
        _("You have a place at the meeting now"),
        "dialogues:show_meeting",
        audience.who_moved_up,
        audience.meeting_address,
        audience.address_moved_up,
    ),
    "dialogues.flag_decided": News(
        _("There is an answer to what you reported"), "dialogues:show_flag", audience.who_flagged, audience.flag_address
    ),
    "dialogues.dialogue_concluded": News(
        _("The dialogue is concluded, with a report"), "dialogues:show_conclusion", audience.followers_of_a_conclusion
    ),
    "dialogues.rest_ended": News(_("Look at a dialogue again: its rest is over"), "dialogues:show_dialogue", audience.team),
    "coalitions.stakeholder_added": News(
        _("Your party stands on the map of a tender. May everybody see it?"),
        "coalitions:agree_to_show",
        between.party_on_the_map,
        between.stakeholder_address,
    ),
    # Between parties: these name no party and no tender, in the notice nor in the mail.
    "coalitions.introduction_asked": News(
        _("A party wants to meet you"), "coalitions:show_introduction", between.who_was_asked, between.introduction_address
    ),
    "coalitions.introduction_answered": News(
        _("There is an answer: do you meet?"), "coalitions:show_introduction", between.who_asked, between.introduction_address
    ),
    "coalitions.introduction_taken_back": News(
        _("A party took its question to meet back"),
        "coalitions:show_introduction",
        between.who_was_asked,
        between.introduction_address,
    ),
    "coalitions.member_invited": News(
        _("You are asked for a coalition"), "coalitions:join_coalition", between.who_is_invited, between.member_address
    ),
    "coalitions.coalition_joined": News(
        _("A party takes part in your coalition"), "coalitions:show_coalition", between.partners, between.coalition_address
    ),
    "coalitions.coalition_left": News(
        _("A party does not take part in your coalition"), "coalitions:show_coalition", between.partners, between.coalition_address
    ),
    "coalitions.terms_written": News(
        _("Do you agree with the terms of your coalition?"),
        "coalitions:show_coalition",
        between.partners,
        between.coalition_address,
    ),
    "coalitions.terms_agreed": News(
        _("Everybody agreed with the terms of your coalition"),
        "coalitions:show_coalition",
        between.partners,
        between.coalition_address,
    ),
    # What people just begin
    "initiatives.initiative_begun": _of_initiative(_("Something was just begun")),
    "initiatives.initiative_stopped": _of_initiative(_("An initiative stopped")),
    "calls.initiative_answered": _of_initiative(_("A request says what becomes of an initiative")),
    # Plans from outside
    "initiatives.plan_filed": _of_plan(_("A plan from outside came in"), doers.who_answers_plan),
    "initiatives.plan_due": _of_plan(_("A plan must be answered within a week"), doers.who_answers_plan),
    "initiatives.plan_late": _of_plan(_("The answer to a plan is too late"), doers.who_answers_plan),
    "initiatives.plan_withdrawn": _of_plan(_("A plan was taken back"), doers.who_answers_plan),
    "initiatives.plan_answered": _of_plan(_("There is an answer to your plan"), doers.who_made_plan, doers.addresses_of_makers),
    "calls.plan_linked": _of_plan(_("Your plan stands in the request now"), doers.who_made_plan, doers.addresses_of_makers),
    # Steps 2 and 3
    "calls.co_author_invited": News(_("You may help to write the request"), "calls:show_call", audience.involved_person),
    "calls.amendment_proposed": News(_("A proposal for other words waits"), "calls:list_amendments", audience.team),
    "calls.amendment_decided": News(_("There is an answer to a proposal"), "calls:show_call", audience.who_backed_it),
    "calls.amendment_withdrawn": News(_("A proposal for other words was withdrawn"), "calls:show_call", audience.who_backed_it),
    "calls.call_reopened": News(_("The request is open again"), "calls:show_call", audience.everybody_around),
    "calls.call_adopted": News(_("The request is adopted"), "calls:show_call", audience.everybody_around),
    "calls.route_chosen": News(_("A route waits for your signature"), "calls:show_procedure", audience.who_signs_the_choice),
    "calls.choice_signed": News(_("The choice of the route was signed"), "calls:show_procedure", audience.team),
    "calls.call_published": News(_("The request is published: parties can hand in"), "calls:show_call", audience.everybody_around),
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
    "evaluation.decision_sent": News(_("The decision is there"), "evaluation:show_selection", audience.followers_and_bidders),
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

# For who comes after answers were published (notifications/equal.py).
EARLIER = _("Questions were answered before you came: read them here")

# When the golden thread grows, who said something hears it: the sentence stands above the mail and the notice.
THREAD = {
    "dialogues.responded": _("There is an answer to what you said"),
    "dialogues.response_changed": _("The answer to what you said changed"),
    "dialogues.contribution_hidden": _("What you said was hidden"),
    "dialogues.contribution_restored": _("Everybody can read what you said again"),
    "dialogues.appeal_decided": _("A colleague looked again at what was hidden"),
    "dialogues.contribution_merged": _("What you said was put together with another contribution"),
    "dialogues.contribution_unmerged": _("What you said stands alone again"),
    "dialogues.dialogue_concluded": _("The dialogue is concluded: read what became of what you said"),
    "calls.clause_withdrawn": _("A part that came from what you said was left out"),
    "calls.source_linked": _("What you said stands in the request now"),
    "evaluation.decision_sent": _("What you said counted in the choice"),
    "contracts.contract_signed": _("What you said led to an agreement"),
    "monitoring.measurement_reported": _("What you said was measured"),
    "monitoring.lesson_drawn": _("What you said led to a lesson"),
}

# Nobody is told, because: every other event of the platform stands here. A new one needs a row above or below.
NOBODY = {
    "the log keeps it, and it changes nothing for anybody": (
        "accounts.settings_changed",
        "areas.figures_loaded",
        "calls.guide_asked",
        "calls.memo_rendered",
        "dialogues.report_rendered",
        "dialogues.report_renewed",
        "contracts.document_rendered",
        "events.secret_read",
        "inventory.party_linked",
        "inventory.settings_changed",
        "notifications.tender_followed",
        "notifications.tender_unfollowed",
    ),
    "only who does it is concerned, and the page says that it is done": (
        "accounts.party_founded",
        "bids.bid_begun",
        "coalitions.coalition_begun",
        "coalitions.listing_edited",
        "coalitions.listing_placed",
        "coalitions.listing_withdrawn",
        "bids.preview_asked",
        "dialogues.registered",
        "dialogues.registration_cancelled",
        "dialogues.form_taken_back",
        "dialogues.sheets_printed",
        "dialogues.stack_begun",
        "initiatives.initiative_joined",
        "evaluation.declared_impartial",
        "inventory.list_read",
        "inventory.lines_imported",
        "inventory.said_may_stop",
        "inventory.started_from_line",
        "monitoring.voice_spoken",
        "dialogues.pilot_copied",
        "tenders.tender_started",
    ),
    "it happens often while people work, and stands on the page at once": (
        "calls.amendment_supported",
        "calls.call_edited",
        "calls.clause_added",
        "calls.clause_written",
        "calls.criteria_set",
        "calls.indicator_proposed",
        "calls.indicator_withdrawn",
        "calls.scale_set",
        "calls.timetable_set",
        "coalitions.agreed_to_show",
        "coalitions.kind_waived",
        "coalitions.stakeholder_edited",
        "coalitions.stakeholder_removed",
        "coalitions.tie_added",
        "coalitions.tie_ended",
        "contracts.agreement_withdrawn",
        "contracts.agreement_written",
        "contracts.contract_drafted",
        "contracts.contract_edited",
        "contracts.contract_started",
        "dialogues.attendance_recorded",
        "dialogues.budget_item_added",
        "dialogues.goal_set",
        "dialogues.group_edited",
        "dialogues.group_formed",
        "dialogues.overlap_settled",
        "dialogues.own_seat_edited",
        "dialogues.live_closed",
        "dialogues.live_opened",
        "dialogues.message_kept_back",
        "dialogues.message_supported",
        "dialogues.sent_in",
        "dialogues.proposal_edited",
        "dialogues.proposal_withdrawn",
        "dialogues.proposal_written",
        "dialogues.pilot_set",
        "dialogues.who_is_missing_shown",
        "dialogues.contribution_supported",
        "dialogues.dialogue_edited",
        "dialogues.fact_added",
        "dialogues.fact_edited",
        "dialogues.fact_removed",
        "dialogues.ground_added",
        "dialogues.ground_removed",
        "dialogues.open_question_added",
        "dialogues.open_question_edited",
        "dialogues.open_question_removed",
        "evaluation.advantages_written",
        "evaluation.consensus_recorded",
        "evaluation.decision_made",
        "inventory.line_added",
        "inventory.line_edited",
        "inventory.line_ended",
        "inventory.line_judged",
        "inventory.period_closed",
        "inventory.period_opened",
        "initiatives.contact_named",
        "initiatives.help_ended",
        "initiatives.help_given",
        "initiatives.initiative_changed",
        "initiatives.knowledge_published",
        "initiatives.knowledge_recorded",
        "initiatives.name_taken_off",
        "initiatives.period_ended",
        "initiatives.period_opened",
        "initiatives.update_told",
        "initiatives.words_hidden",
        "tenders.frame_set",
        "tenders.lot_added",
        "tenders.lot_edited",
        "tenders.prior_document_added",
        "tenders.steps_planned",
        "tenders.tender_edited",
    ),
    "it waits in the list of the team; a mail for each would drown them": (
        "dialogues.brought_in",
        "dialogues.contributed",
        "dialogues.contribution_flagged",
        "dialogues.hiding_appealed",
        "dialogues.minutes_corrected",
        "dialogues.contribution_entered",
    ),
    "another event tells it, at its own moment": (
        "dialogues.expert_invited",  # the role in the tender says it
        "dialogues.seat_ended",
        "bids.bid_set_aside",  # the letter says it, to all at the same moment
        "bids.rounds_opened",  # calls.call_published
        "calls.co_author_ended",  # tenders.involvement_ended
        "calls.publication_prepared",  # calls.call_published
        "coalitions.terms_signed",  # coalitions.terms_agreed
        "contracts.signature_set",  # contracts.contract_signed
        "dialogues.finding_made",  # dialogues.responded
        "dialogues.added_to_finding",  # dialogues.responded
        "dialogues.taken_from_finding",  # dialogues.response_changed, when it has its own answer
        "evaluation.lead_appointed",  # tenders.involved
        "tenders.question_answered",  # tenders.answers_published
        "tenders.tender_published",  # nobody follows before; dialogues.dialogue_published
    ),
}
