"""Opening a round by two people, and setting a bid aside with a reason."""

import datetime as dt
import secrets
import string

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import RoleKind, User
from bids import vault
from bids.admission import conflicts
from bids.models import Bid, BidState, OpenedBid, Opening, PartnerRole, Round, Submission
from bids.openers import kinds_of
from bids.record import record_of
from bids.unsealing import write_opened
from documents.fingerprint import fingerprint
from events import clock, log
from tenders.actions import involve
from tenders.gates import Gate, pass_gate
from tenders.locks import hold, hold_alone
from tenders.models import InvolvementRole, LotState
from tenders.refusal import Changed, Refused, WrongStep
from tenders.steps import Step

FIRST, SECOND = "first", "second"
SITTING = dt.timedelta(minutes=30)


def turn_of(round_: Round) -> str:
    """Whether who opens now is the first or the second of the two: the first one's turn holds for one sitting."""
    opening = Opening.objects.filter(round=round_).first()
    return SECOND if opening and _still_sitting(opening) else FIRST


@transaction.atomic
def open_bids(*, round_: Round, by: User, kind: RoleKind, turn: str) -> Opening:
    """Open a round as the first or the second of two people with different roles. With the second the bids come out.

    `turn` is what the person saw. It takes the lock of the tender alone: it waits for who hands in in the last second, and
    of two who open at the same moment one does. Raises GateClosed, Changed.
    """
    tender = hold_alone(round_.tender)
    if not tender.is_running or tender.step != Step.SELECTION:
        raise WrongStep(_("This tender is not in the selection any more. Nothing can be opened."), code="step")
    round_ = Round.objects.for_page().get(pk=round_.pk)
    if round_.opened_at:
        raise Changed(_("The bids were opened just before you, by the two others."), code="opened")
    pass_gate(round_, Gate.OPEN_BIDS, by=by)
    if kind not in kinds_of(by, round_.tender):
        raise Refused({"kind": _("You do not hold this role in this municipality.")})
    opening = Opening.objects.filter(round=round_).first()
    seated = opening is not None and _still_sitting(opening)
    if turn != (SECOND if seated else FIRST):
        raise _other_turn(opening, seated)
    return _as_second(opening, round_, by, kind) if seated else _as_first(opening, round_, by, kind)


def _still_sitting(opening: Opening) -> bool:
    return opening.second_at is None and clock.now() < opening.first_at + SITTING


def _other_turn(opening: Opening | None, seated: bool) -> Changed:
    if seated:
        return Changed(
            _("%(person)s was first, just before you. You are now the second. Press again to open."),
            params={"person": opening.first_by.name},
            code="turn",
        )
    return Changed(_("The first of you was here more than half an hour ago. Begin again, together."), code="turn")


def _as_first(opening: Opening | None, round_: Round, by: User, kind: RoleKind) -> Opening:
    opening = opening or Opening(round=round_)
    opening.first_by, opening.first_kind, opening.first_at = by, kind, clock.now()
    opening.save()
    log.record("bids.opening_begun", by=by, thing=round_, kind=str(kind))
    return opening


def _as_second(opening: Opening, round_: Round, by: User, kind: RoleKind) -> Opening:
    if by == opening.first_by:
        raise Refused(_("You opened as the first. Somebody else must be the second."), code="same_person")
    if kind == opening.first_kind:
        raise Refused(
            {"kind": _("%(person)s opened in this role. The second needs another one.") % {"person": opening.first_by.name}}
        )
    now = clock.now()
    opening.second_by, opening.second_kind, opening.second_at = by, kind, now
    opening.save()
    with translation.override("nl"):  # the record is a decision of the municipality
        opened, irregular = _bring_out(opening, round_, by, now)
        opening.content = record_of(opening, round_, opened, irregular)
    round_.opened_at = now
    round_.save(update_fields=["opened_at"])
    lot = round_.lot
    if lot.state == LotState.OPEN:
        lot.state = LotState.IN_ASSESSMENT
        lot.save(update_fields=["state"])
    opening.content_sha256 = fingerprint(opening.content)
    opening.save(update_fields=["content", "content_sha256"])
    log.record(
        "bids.bids_opened",
        by=by,
        thing=round_,
        public=True,
        first_by=opening.first_by_id,
        content_sha256=opening.content_sha256,
        submissions={one.submission.public_id: one.submission.content_sha256 for one in opened},
    )
    return opening


def _bring_out(opening: Opening, round_: Round, by: User, now) -> tuple[list[OpenedBid], list[str]]:
    """Open every bid that was handed in and not withdrawn, under letters in an order of chance; and what was irregular."""
    key = vault.open_round_key(opening)
    bids = list(Bid.objects.for_page().filter(round=round_, state=BidState.SUBMITTED))
    secrets.SystemRandom().shuffle(bids)
    last = {s.bid_id: s for s in Submission.objects.filter(bid__in=bids, withdrawn_at=None).order_by("number")}
    opened, irregular = [], []
    for place, bid in enumerate(bids):
        letter = letter_of(place)
        try:
            made, found = write_opened(bid, last[bid.pk], key.envelope(bid), letter=letter, at=now)
        except vault.Damaged:
            irregular.append(_("The bid of %(party)s could not be opened. Its bytes are damaged.") % {"party": bid.party})
            continue
        opened.append(made)
        irregular += [f"{letter}: {sentence}" for sentence in found]
        irregular += _involve_parties(bid, letter, by)
    return opened, irregular + _in_several(opened)


def _in_several(opened: list[OpenedBid]) -> list[str]:
    """Parties that take part in more than one bid. That is no ground to leave one out: first ask how they were made."""
    letters: dict[str, list[str]] = {}
    for one in opened:
        for partner in one.bid.current_partners():
            if partner.confirmed_at:
                letters.setdefault(str(partner.party), []).append(one.letter)
    sentence = _("%(party)s takes part in %(letters)s. Ask how these were made without knowing of each other, before you decide.")
    found = sorted((party, sorted(several)) for party, several in letters.items() if len(several) > 1)
    return [sentence % {"party": party, "letters": " + ".join(several)} for party, several in found]


def letter_of(place: int) -> str:
    """A, B, … Z, AA, AB, …"""
    letters = string.ascii_uppercase
    return letters[place] if place < len(letters) else letter_of(place // len(letters) - 1) + letters[place % len(letters)]


def _involve_parties(bid: Bid, letter: str, by: User) -> list[str]:
    """From now on everybody may know who bids. Earlier, a line in Involvement would have told the team who handed in."""
    irregular = []
    for partner in bid.current_partners():
        role = InvolvementRole.BIDDER if partner.role == PartnerRole.LEAD else InvolvementRole.PARTNER
        try:
            with transaction.atomic():
                involve(tender=bid.tender, lot=bid.lot, party=partner.party, role=role, by=by)
        except ValidationError:
            for clash in conflicts(bid.lot, [partner.party]).select_related("person"):
                irregular.append(
                    _("%(letter)s: %(person)s works for %(party)s and is %(role)s here. Decide on this before anybody reads.")
                    % {"letter": letter, "person": clash.person.name, "party": partner.party, "role": clash.get_role_display()}
                )
    return irregular


@transaction.atomic
def set_aside_bid(*, opened_bid: OpenedBid, by: User, reason: str) -> OpenedBid:
    """Leave an opened bid out of the judgement, with the reason that its party reads."""
    hold(opened_bid.tender, Step.SELECTION)
    opened_bid = OpenedBid.objects.for_page().select_for_update(of=("self",)).get(pk=opened_bid.pk)
    if opened_bid.set_aside_at:
        raise Changed(_("Somebody set this aside just before you."), code="changed")
    if not reason.strip():
        raise Refused({"reason": _("Say why. The party reads it.")})
    opened_bid.set_aside_at, opened_bid.set_aside_because = clock.now(), reason.strip()
    opened_bid.save(update_fields=["set_aside_at", "set_aside_because"])
    log.record("bids.bid_set_aside", by=by, thing=opened_bid, reason=reason)
    return opened_bid
