"""What the public pages of step 4 show of each lot, in a number of statements that does not depend on how many there are."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import allows
from bids.models import Round
from calls.models import Call
from evaluation.models import AwardDecision, Capacity, Seat, Suspension
from evaluation.standing import Standing, bring_along, standing
from events import clock
from tenders.models import Involvement, InvolvementRole, Lot, LotState, Tender

# By state of the lot: kind of status, and its word.
_STATES = {
    LotState.IN_ASSESSMENT: ("bezig", _("The committee reads")),
    LotState.SUSPENDED: ("wacht", _("Suspended")),
    LotState.DECIDED: ("klaar", _("Decision taken")),
    LotState.NOT_AWARDED: ("klaar", _("Nobody chosen, with reason")),
    LotState.CONTRACTED: ("klaar", _("Agreement signed")),
}


@dataclass
class LotRow:
    """One lot on the page of step 4."""

    lot: Lot
    standing: Standing
    sent: AwardDecision | None = None
    in_the_making: AwardDecision | None = None
    suspension: Suspension | None = None
    links: list[tuple] = field(default_factory=list)

    @property
    def rounds(self) -> list[Round]:
        """The rounds that everybody may know of."""
        return [one for one in self.standing.rounds if one.call_version.published_at]

    @property
    def status(self) -> tuple:
        if self.lot.state != LotState.OPEN:
            return _STATES[LotState(self.lot.state)]
        now = clock.now()
        if any(round_.is_open and round_.begins_at <= now for round_ in self.rounds):
            return ("open", _("You can take part"))
        if self.rounds:
            return ("wacht", _("Closed, to be opened"))
        return ("klaar", _("Not begun"))


def lots_of(tender: Tender, user) -> list[LotRow]:
    """The lots of a tender with rounds, committee, decision and suspension, and what this person can do in each."""
    lots = bring_along(tender.lots.all())
    for lot in lots:
        lot.tender = tender
    rows = {lot.pk: LotRow(lot, standing(lot)) for lot in lots}
    decisions = AwardDecision.objects.visible_to(user).filter(lot__in=rows).select_related("party")
    for decision in decisions.order_by("number"):
        decision.lot = rows[decision.lot_id].lot
        if decision.is_sent:
            rows[decision.lot_id].sent = decision
        else:
            rows[decision.lot_id].in_the_making = decision
    for suspension in Suspension.objects.filter(lot__in=rows, lifted_at=None):
        rows[suspension.lot_id].suspension = suspension
    if user.is_authenticated:
        for row in rows.values():
            row.links = list(_links(row, user))
    return list(rows.values())


def _links(row: LotRow, user):
    """(words, address, is it the one thing to do) for all that this person can do in a lot."""
    lot, slug, seat = row.lot, row.lot.tender.slug, row.standing.seat_of(user)
    here = [slug, lot.number]
    if seat and allows(user, "evaluation.declare_impartial", seat):
        yield _("Declare that you are impartial"), reverse("evaluation:declare_impartial", args=here), True
    if seat and allows(user, "evaluation.score_bid", seat):
        yield _("Judge the plans"), reverse("evaluation:score_bid", args=[*here, 1]), True
    if allows(user, "evaluation.view_ranking", lot):
        yield _("See the ranking"), reverse("evaluation:show_ranking", args=here), False
        record = allows(user, "evaluation.record_consensus", lot)
        yield _("The talk of the committee"), reverse("evaluation:show_consensus", args=here), record
    if row.in_the_making:
        yield _("Work on the decision"), reverse("evaluation:show_decision", args=[slug, row.in_the_making.public_id]), True
    elif allows(user, "evaluation.make_decision", lot):
        yield _("Make the decision"), reverse("evaluation:make_decision", args=here), True
    if allows(user, "evaluation.lift_suspension", lot):
        yield _("Let this lot go on"), reverse("evaluation:lift_suspension", args=here), False
    elif allows(user, "evaluation.suspend_lot", lot):
        yield _("Suspend this lot"), reverse("evaluation:suspend_lot", args=here), False


def committees(tender: Tender, user) -> dict:
    """Who sits in the committee of each lot, in shares; names only where a member chose one, or for team and committee."""
    lots = bring_along(tender.lots.all())
    for lot in lots:
        lot.tender = tender
    leads: dict[int, dict] = {lot.pk: {} for lot in lots}
    leading = (InvolvementRole.CHAIR, InvolvementRole.SECRETARY)
    for one in Involvement.objects.active().filter(tender=tender, lot__in=leads, role__in=leading).select_related("person"):
        leads[one.lot_id][one.role] = one.person
    call = Call.objects.filter(tender=tender).values("committee_rules", "residents_minority_reason").first() or {}
    return {
        "rules": call.get("committee_rules", ""),
        "minority_reason": call.get("residents_minority_reason", ""),
        "committees": [_committee(lot, leads[lot.pk], user) for lot in lots],
    }


def _committee(lot: Lot, leads: dict, user) -> dict:
    now = standing(lot)
    sitting = now.sitting
    inside = allows(user, "evaluation.view_members", lot)
    return {
        "lot": lot,
        "standing": now,
        "shares": [
            (c.label, sum(seat.capacity == c for seat in sitting)) for c in Capacity if any(s.capacity == c for s in sitting)
        ],
        "declared": sum(seat.declared_at is not None for seat in sitting),
        "members": [_member(seat, user, inside) for seat in now.seats],
        "inside": inside,
        "chair": leads.get(InvolvementRole.CHAIR),
        "secretary": leads.get(InvolvementRole.SECRETARY),
        "may_appoint": user.is_authenticated and allows(user, "evaluation.appoint_member", lot),
        "may_lead": user.is_authenticated and allows(user, "evaluation.appoint_lead", lot),
    }


def _member(seat: Seat, user, inside: bool) -> dict:
    """A member as this person may see it: the public sees a name only by the member's choice."""
    return {
        "seat": seat,
        "name": (seat.person.name if inside else "") or seat.shown_as,
        "may_recuse": user.is_authenticated and allows(user, "evaluation.recuse", seat),
        "may_reopen": user.is_authenticated and allows(user, "evaluation.reopen_scores", seat),
    }
