"""What people are told, and who: one row an event. The reactions page of the roof decides that an event is told at all.

`title` is what the notice says and the mail's subject, in the reader's language; `page` is where it leads, a url name
that takes the tender's address (or what `args` gives). `addresses` are of people without an account: they get the mail only.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from notifications import audience


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


NEWS = {
    # The tender
    "tenders.question_asked": News(_("A question waits for your answer"), "tenders:list_questions", audience.team),
    "tenders.answers_published": News(
        _("Questions were answered, for everybody"), "tenders:list_questions", audience.followers_and_bidders
    ),
    "tenders.step_left": News(_("The tender is in its next step"), "portal:show_tender", audience.everybody_around),
    "tenders.step_sent_back": News(_("The tender goes back a step"), "portal:show_tender", audience.everybody_around),
    "tenders.tender_withdrawn": News(_("The tender was stopped"), "portal:show_tender", audience.everybody_around),
    "tenders.involved": News(_("You have a role in a tender"), "portal:show_tender", audience.who_got_the_role),
    # Step 1
    "dialogues.dialogue_published": News(_("The conversation is open"), "dialogues:show_dialogue", audience.followers),
    "dialogues.meeting_planned": News(_("There is a new meeting"), "dialogues:show_dialogue", audience.followers),
    "dialogues.meeting_edited": _of_meeting(_("A meeting is at another time or place")),
    "dialogues.meeting_cancelled": _of_meeting(_("A meeting is cancelled")),
    "dialogues.meeting_reported": _of_meeting(_("The report of a meeting is there")),
    "dialogues.moved_up": News(
        _("You have a place at the meeting now"),
        "dialogues:show_meeting",
        audience.who_moved_up,
        audience.meeting_address,
        audience.address_moved_up,
    ),
    # Steps 2 and 3
    "calls.co_author_invited": News(_("You may help to write the request"), "calls:edit_call", audience.involved_person),
    "calls.amendment_proposed": News(_("A proposal for other words waits"), "calls:edit_call", audience.team),
    "calls.amendment_decided": News(_("There is an answer to a proposal"), "calls:show_call", audience.who_backed_it),
    "calls.call_adopted": News(_("The request is adopted"), "calls:show_call", audience.everybody_around),
    "calls.route_chosen": News(_("A route waits for your signature"), "calls:show_procedure", audience.team),
    "calls.call_published": News(_("The request is published: parties can hand in"), "calls:show_call", audience.everybody_around),
    # Step 4
    "bids.party_invited": News(_("Your party is invited to hand in a plan"), "evaluation:show_selection", audience.invited_party),
    # Before the opening these name no tender: the mail of a sealed bid gives nothing away.
    "bids.partner_invited": News(
        _("You are asked to take part in a plan"), "bids:confirm_partner", audience.invited_partner, audience.invitation_address
    ),
    "bids.partner_confirmed": News(_("A party takes part in your plan"), "bids:write_bid", audience.makers, audience.bid_address),
    "bids.bid_submitted": News(
        _("We have what you handed in"), "bids:write_bid", audience.makers, audience.bid_address, to_the_doer=True
    ),
    "bids.bids_opened": News(_("The bids were opened"), "evaluation:show_selection", audience.everybody_around),
    "evaluation.member_appointed": News(_("You are asked for the committee"), "evaluation:show_committee", audience.appointed),
    "evaluation.decision_prepared": News(
        _("A decision waits for your approval"), "evaluation:show_selection", audience.mandate_holders
    ),
    "evaluation.decision_sent": News(_("The decision is there"), "evaluation:show_selection", audience.followers_and_bidders),
    # Steps 5 and 6
    "contracts.contract_offered": News(_("A contract waits for your signature"), "contracts:show_contracts", audience.signers),
    "contracts.contract_signed": News(_("The contract is signed"), "contracts:show_contracts", audience.everybody_around),
    "monitoring.measurement_reported": News(
        _("There is a new measurement"), "monitoring:show_monitoring", audience.team_and_followers
    ),
    "monitoring.reflection_held": News(_("Look back with us"), "monitoring:show_monitoring", audience.everybody_around),
}

# When the golden thread grows, who said something hears it: the sentence stands above the mail and the notice.
THREAD = {
    "dialogues.responded": _("There is an answer to what you said"),
    "calls.source_linked": _("What you said stands in the request now"),
    "evaluation.decision_sent": _("What you said counted in the choice"),
    "contracts.contract_signed": _("What you said led to an agreement"),
    "monitoring.measurement_reported": _("What you said was measured"),
    "monitoring.lesson_drawn": _("What you said led to a lesson"),
}
