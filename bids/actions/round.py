"""Opening the rounds of a published request, and inviting parties to one."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from bids import vault
from bids.models import Round, RoundKind
from calls.models import CallVersion, MilestoneKind
from events import clock, log
from tenders.actions import involve
from tenders.actions.involvement import party_named
from tenders.locks import hold, one_at_a_time
from tenders.models import Involvement, InvolvementRole, Tender
from tenders.refusal import Refused
from tenders.steps import Step

# Rounds in which plans are handed in. Participation and dialogue rounds come before it; they follow later.
_FOR_BIDS = (RoundKind.BID, RoundKind.FINAL_BID)


@transaction.atomic
def open_rounds(*, tender: Tender, call_version: CallVersion, by) -> list[Round]:
    """One round for bids in every lot, with the closing date of the published request. Done twice, it changes nothing.

    A task does this when the request is published (config/reactions.py), so that nobody has to think of it; the button on
    the page is for when the worker was away. `by` is None when the platform does it.
    """
    tender = hold(tender, Step.PROCEDURE, Step.SELECTION)
    one_at_a_time("rounds of tender", tender.pk)
    if call_version.tender_id != tender.pk or not call_version.for_bids or call_version.published_at is None:
        raise Refused(_("Publish the request first. Its closing date is the deadline of the round."), code="call")
    kind = next((kind for kind in tender.traits.rounds if kind in _FOR_BIDS), None)
    if kind is None:
        raise Refused(_("Nobody hands in a plan on this route, so there is no round to open."), code="route")
    deadline = closing_of(call_version)
    there = set(Round.objects.filter(lot__tender=tender).values_list("lot_id", flat=True))
    made = []
    for lot in tender.lots.all():
        if lot.pk in there:
            continue
        round_ = Round(
            lot=lot,
            kind=kind,
            call_version=call_version,
            begins_at=clock.now(),
            deadline=deadline,
            invited_only=tender.traits.invited_only,
        )
        vault.make_round_key(round_)
        round_.save()
        made.append(round_)
    if made:
        log.record("bids.rounds_opened", by=by, thing=tender, public=True, rounds=[round_.pk for round_ in made])
    return made


def closing_of(call_version: CallVersion) -> dt.datetime:
    """The closing date and time in a frozen request. Raises Refused when it has none."""
    timetable = call_version.content.get("procedure", {}).get("timetable", [])
    found = next((row["at"] for row in timetable if row["kind"] == MilestoneKind.CLOSING), None)
    if found is None:
        raise Refused(_("The published request has no closing date. Without it a round has no deadline."), code="closing")
    return dt.datetime.fromisoformat(found)


@transaction.atomic
def invite_party(*, round_: Round, by, name: str) -> Involvement:
    """Invite a party to a round that is not open to all."""
    hold(round_.tender, Step.PROCEDURE, Step.SELECTION)
    party = party_named(name)
    invitation = involve(tender=round_.tender, lot=round_.lot, party=party, role=InvolvementRole.INVITED, by=by)
    log.record("bids.party_invited", by=by, thing=invitation, party=party.pk)
    return invitation
