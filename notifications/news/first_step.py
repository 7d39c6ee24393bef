"""What is told in step 1, the dialogue, and of all that comes before a request."""

from django.utils.translation import gettext_lazy as _

from notifications import audience, between, boards, dividers, doers, talkers
from notifications.news.kind import News


def _of_meeting(title) -> News:
    """For who registered or waits, with an account or with an address only."""
    who, addresses = talkers.who_registered, talkers.addresses_registered
    return News(title, "dialogues:show_meeting", who, talkers.meeting_address, addresses, named=talkers.meeting_of)


def _for_who_comes(title) -> News:
    """For who has a place or was there: it says nothing to who waits."""
    who, addresses = talkers.who_has_a_place, talkers.addresses_with_a_place
    return News(title, "dialogues:show_meeting", who, talkers.meeting_address, addresses, named=talkers.meeting_of)


def _of_initiative(title) -> News:
    """For who works in the neighbourhood; most doers have no account, and read it on their page."""
    return News(title, "golden_thread:follow_initiative", doers.who_tends, doers.initiative_address, named=doers.initiative_of)


def _of_plan(title, who, addresses=audience.nobody_else, **more) -> News:
    names = {"named": doers.plan_of, "called": doers.plan_for_an_address}
    return News(title, "golden_thread:follow_plan", who, doers.plan_address, addresses, **names, **more)


def _of_board(title) -> News:
    """For who asked, with an account or with an address only."""
    return News(title, "inventory:show_board", boards.who_follows, boards.board_address, boards.addresses_that_follow)


def _of_budget(title, who) -> News:
    return News(title, "budgets:show_budget", who, dividers.budget_address, dividers.addresses_of_makers)


def _of_own_plan(title, named) -> News:
    """For the address that its makers left with it."""
    page, addresses = "golden_thread:follow_plan", doers.addresses_of_makers
    return News(title, page, audience.nobody, doers.plan_address, addresses, named=named)


_PLAN_RECEIPT = _of_own_plan(_("We have your plan"), doers.plan_with_term)
_PLAN_LATE = _of_own_plan(_("The answer to your plan is too late"), doers.plan_for_an_address)

NEWS = {
    # What is there already, and what may stop
    "inventory.asked_about_line": News(
        _("A question about the inventory waits"), "inventory:list_line_questions", audience.keepers, audience.place_address
    ),
    "inventory.line_answers_published": News(
        _("Your question about the inventory was answered"),
        "inventory:show_inventory",
        audience.who_asked,
        audience.place_address,
        audience.addresses_asked,
    ),
    "inventory.ends_signalled": News(
        _("Contracts or subsidies end soon"), "inventory:list_ends", audience.keepers, audience.place_address
    ),
    "inventory.incumbent_told": News(
        _("Work that you do now may stop"),
        "inventory:show_may_stop",
        audience.incumbent,
        audience.may_stop_address,
        to_outsiders=True,
    ),
    "inventory.taken_back": News(
        _("Work that you do does not stop by a tender after all"),
        "inventory:show_may_stop",
        audience.incumbent,
        audience.may_stop_address,
        to_outsiders=True,
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
    # The sorting board
    "inventory.result_published": _of_board(_("The votes of a sorting board are there")),
    "inventory.choices_published": _of_board(_("The municipality chose who takes up which task")),
    "inventory.choice_changed": _of_board(_("The municipality changed a choice of a sorting board")),
    # Step 1
    "dialogues.dialogue_published": News(_("The conversation is open"), "dialogues:show_dialogue", audience.followers),
    "dialogues.promise_moved": News(_("A promised day was moved, with the reason"), "dialogues:show_dialogue", audience.followers),
    "dialogues.dot_changed": News(_("The dot on the horizon changed"), "dialogues:show_dialogue", audience.followers),
    "dialogues.promise_due": News(
        _("Today you would say what you did not know yet"),
        "dialogues:edit_dialogue",
        audience.team,
        named=talkers.promise_of,
    ),
    "dialogues.pilot_decided": News(_("It is decided whether the pilot goes on"), "dialogues:show_dialogue", audience.followers),
    "dialogues.dialogue_closed": News(_("The conversation is closed"), "dialogues:show_dialogue", audience.followers),
    "dialogues.last_day_over": News(
        _("The last day of the conversation is over"), "dialogues:show_dialogue", audience.team_and_followers
    ),
    "dialogues.meeting_planned": News(_("There is a new meeting"), "dialogues:show_dialogue", audience.followers),
    "dialogues.meeting_edited": _of_meeting(_("A meeting is at another time or place")),
    "dialogues.meeting_cancelled": _of_meeting(_("A meeting is cancelled")),
    "dialogues.amount_named": _of_meeting(_("The amount of your working day is named")),
    "dialogues.amount_due": News(
        _("Today you would name the amount of a working day"), "dialogues:name_amount", audience.team, talkers.meeting_address
    ),
    "dialogues.meeting_reported": _for_who_comes(_("The report of a meeting is there")),
    "dialogues.meeting_near": _for_who_comes(_("Your meeting is within a day")),
    "dialogues.minutes_locked": _for_who_comes(_("The report of a meeting is final")),
    "dialogues.correction_decided": News(
        _("There is an answer to your correction"),
        "dialogues:show_meeting",
        talkers.who_corrected,
        talkers.meeting_address,
        talkers.address_corrected,
        named=talkers.meeting_of,
    ),
    "dialogues.network_asked": News(
        _("The municipality asks you something, because you know this theme"),
        "dialogues:show_network_question",
        talkers.network,
        talkers.network_address,
    ),
    "dialogues.proposal_handed_in": News(
        _("A theme group handed in a proposal"),
        "dialogues:show_proposal",
        talkers.clerks_and_followers,
        talkers.proposal_address,
    ),
    "dialogues.council_decision_recorded": News(
        _("The council decided on a proposal"), "dialogues:show_proposal", talkers.whose_proposal, talkers.proposal_address
    ),
    "calls.proposal_linked": News(
        _("A proposal of your theme group stands in the request now"),
        "golden_thread:follow_proposal",
        talkers.whose_linked_proposal,
        talkers.linked_proposal_address,
    ),
    # Who has an account saw it on the page; an address with a typing error would be noticed too late.
    "dialogues.registered": News(
        _("We have your registration"),
        "dialogues:show_meeting",
        audience.nobody,
        talkers.meeting_address,
        talkers.address_registered,
        named=talkers.who_comes_where,
    ),
    "dialogues.moved_up": News(
        _("You have a place at the meeting now"),
        "dialogues:show_meeting",
        talkers.who_moved_up,
        talkers.meeting_address,
        talkers.address_moved_up,
        named=talkers.meeting_of,
    ),
    "dialogues.flag_decided": News(
        _("There is an answer to what you reported"), "dialogues:show_flag", talkers.who_flagged, talkers.flag_address
    ),
    "dialogues.dialogue_concluded": News(
        _("The dialogue is concluded, with a report"), "dialogues:show_conclusion", talkers.followers_of_a_conclusion
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
    # A neighbourhood budget
    "budgets.budget_published": _of_budget(_("Residents can divide money over your plan"), dividers.who_made_its_plans),
    "budgets.budget_closed": _of_budget(_("A neighbourhood budget with your plan closed early"), dividers.who_made_its_plans),
    "budgets.decision_published": _of_budget(_("It is decided what the neighbourhood budget goes to"), dividers.who_hears_decision),
    # What people just begin
    "initiatives.initiative_begun": _of_initiative(_("Something was just begun")),
    "initiatives.initiative_stopped": _of_initiative(_("An initiative stopped")),
    "calls.initiative_answered": _of_initiative(_("A request says what becomes of an initiative")),
    # Plans from outside
    "initiatives.plan_filed": News(
        _("A plan from outside came in"),
        "golden_thread:follow_plan",
        doers.who_answers_plan,
        doers.plan_address,
        named=doers.plan_of,
        receipt=_PLAN_RECEIPT,
    ),
    "initiatives.plan_due": _of_plan(_("A plan must be answered within a week"), doers.who_answers_plan),
    "initiatives.plan_late": _of_plan(_("The answer to a plan is too late"), doers.who_answers_or_made_plan, receipt=_PLAN_LATE),
    "initiatives.plan_withdrawn": _of_plan(_("A plan was taken back"), doers.who_answers_plan),
    # The news is the tender here, so it goes by that name.
    "initiatives.plan_tied": News(
        _("A tender began about what your plan is for"),
        "golden_thread:follow_plan",
        doers.who_made_plan,
        doers.plan_address,
        doers.addresses_of_makers,
    ),
    "initiatives.plan_answered": _of_plan(
        _("There is an answer to your plan"), doers.who_made_plan, doers.addresses_of_makers, says=doers.answer_in_short
    ),
    "calls.plan_linked": _of_plan(_("Your plan stands in the request now"), doers.who_made_plan, doers.addresses_of_makers),
}
