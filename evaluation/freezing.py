"""What the decision, its letters and its record say, as plain content: what the fingerprint is of and what is printed.

Days are written as ISO text; `evaluation.tasks` makes them days again for the page.
"""

import datetime as dt

from bids.models import BidPartner, OpenedBid
from evaluation.models import AwardDecision, AwardResult, Capacity, Consensus, DecisionKind
from evaluation.standing import standing
from tenders.law.terms import day_of
from tenders.law.values import value
from tenders.routes import After


def decision_content(decision: AwardDecision) -> dict:
    """The decision for everybody: who was chosen and why; of the others the letter, the place and the points only."""
    results = _results(decision)
    return {
        **_frame(decision, reference=_reference(decision)),
        "decision": _decision(decision),
        "ranking": [_place(result, with_name=result.chosen) for result in results],
        "chosen": next((_own(result) for result in results if result.chosen), None),
        "committee": committee_content(decision),
    }


def letters_content(decision: AwardDecision) -> list[tuple[int, AwardResult | None, dict]]:
    """(party id, result, content) for each letter: to every bidder, also one whose bid was set aside; or to the one party."""
    if decision.kind == DecisionKind.DIRECT:
        content = _frame(decision, reference=_reference(decision)) | {
            "decision": _decision(decision),
            "to": {"party": decision.party.name, "partners": []},
            "outcome": "direct",
        }
        return [(decision.party_id, None, content)]
    results = {result.opened_bid_id: result for result in _results(decision)}
    winner = next((result for result in results.values() if result.chosen), None)
    bids = list(_bids(decision))
    partners = _partners(bids)
    return [
        (
            bid.bid.party_id,
            results.get(bid.pk),
            _letter(decision, bid, results.get(bid.pk), winner, partners.get(bid.bid_id, []), len(results)),
        )
        for bid in bids
    ]


def record_content(decision: AwardDecision) -> dict:
    """The record of the assessment (proces-verbaal van beoordeling): committee, method, what was agreed and who disagreed."""
    lot = decision.lot
    version = decision.call_version
    agreed = Consensus.objects.of_lot(lot).select_related("opened_bid__bid__party", "criterion", "grade")
    return {
        **_frame(decision, reference=_reference(decision)),
        "decision": _decision(decision),
        "committee": committee_content(decision),
        "seats": [_seat(seat) for seat in standing(lot).seats],
        "criteria": [{"name": c.name, "question": c.question, "weight": c.weight} for c in version.criteria.all()]
        if version
        else [],
        "grades": [{"label": g.label, "points": g.points} for g in version.grades.all()] if version else [],
        "bids": [_bid(bid) for bid in _bids(decision)],
        "agreed": [
            {
                "letter": row.opened_bid.letter,
                "criterion": row.criterion.name,
                "grade": row.grade.label,
                "points": row.grade.points,
                "reason": row.reason,
                "dissent": row.dissent,
            }
            for row in agreed.order_by("opened_bid__letter", "criterion__position")
        ],
        "ranking": [_place(result, with_name=True) for result in _results(decision)],
    }


def committee_content(decision: AwardDecision) -> dict:
    """How many sat and for whom: no names."""
    sitting = standing(decision.lot).sitting
    return {
        "members": len(sitting),
        "residents": sum(seat.is_of_residents for seat in sitting),
        "capacities": {str(c): n for c in Capacity if (n := sum(seat.capacity == c for seat in sitting))},
    }


def days(content):
    """The same content with days instead of ISO text, for printing."""
    if isinstance(content, dict):
        return {
            key: dt.date.fromisoformat(value) if key.endswith("_on") and value else days(value) for key, value in content.items()
        }
    if isinstance(content, list):
        return [days(item) for item in content]
    return content


def _frame(decision: AwardDecision, *, reference: str) -> dict:
    tender, lot = decision.tender, decision.lot
    municipality = tender.municipality
    return {
        "track": str(tender.traits.track),
        "after": str(tender.traits.after),
        "route": str(tender.traits.code),
        "anchor": tender.traits.anchor,
        "reference": reference,
        "tender": tender.title,
        "lots": tender.lots.count(),
        "lot": lot.number,
        "lot_name": lot.name,
        "sent_on": decision.send_on.isoformat(),
        "term": _term(decision),
        "municipality": {
            "name": municipality.name,
            "court": municipality.court,
            "objection_address": municipality.objection_address
            or f"het college van burgemeester en wethouders van {municipality.name}, {municipality.desk}",
            "phone": municipality.phone,
        },
        "contact": {"person": tender.contact_person, "phone": tender.contact_phone},
        "call": {"number": decision.call_version.number, "sha256": decision.call_version.content_sha256}
        if decision.call_version
        else None,
    }


def _term(decision: AwardDecision) -> dict:
    """The dates, and how long the law says that it is: 20 days, or 6 weeks."""
    dates = {"begins_on": _iso(decision.term_begins_on), "ends_on": _iso(decision.term_ends_on)}
    name = {After.STANDSTILL: "standstill_days", After.OBJECTION: "objection_weeks"}.get(decision.tender.traits.after)
    return {**dates, "length": value(name, on=decision.send_on).number} if name else dates


def _decision(decision: AwardDecision) -> dict:
    return {
        "kind": str(decision.kind),
        "party": decision.party.name if decision.party else "",
        "partners": _partners_of_chosen(decision),
        "amount": decision.amount,
        "reason": decision.reason,
        "conditions": decision.conditions,
        "legal_basis": decision.legal_basis,
    }


def _partners_of_chosen(decision: AwardDecision) -> list[str]:
    """With whom the chosen party does it."""
    result = decision.results.filter(chosen=True).select_related("opened_bid__bid").first()
    return _partners([result.opened_bid]).get(result.opened_bid.bid_id, []) if result else []


def _reference(decision: AwardDecision, letter: str = "") -> str:
    parts = [decision.tender.reference, f"P{decision.lot.number}", f"B{decision.number}", letter]
    return "-".join(part for part in parts if part)


def _results(decision: AwardDecision) -> list[AwardResult]:
    rows = decision.results.select_related("opened_bid__bid__party").prefetch_related("reasons__criterion", "reasons__grade")
    return sorted(rows, key=lambda result: (result.rank, result.opened_bid.letter))


def _bids(decision: AwardDecision):
    round_ = standing(decision.lot).round
    return OpenedBid.objects.filter(bid__round=round_).select_related("bid__party", "submission").order_by("letter")


def _partners(bids: list[OpenedBid]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    leads = {bid.bid_id: bid.bid.party_id for bid in bids}
    rows = BidPartner.objects.taking_part().filter(bid__in=leads).select_related("party").order_by("id")
    for row in rows:
        if row.party_id != leads[row.bid_id]:
            found.setdefault(row.bid_id, []).append(row.party.name)
    return found


def _place(result: AwardResult, *, with_name: bool) -> dict:
    name = {"party": result.opened_bid.bid.party.name} if with_name else {}
    return {"letter": result.opened_bid.letter, "rank": result.rank, "points": result.points, "chosen": result.chosen, **name}


def _own(result: AwardResult) -> dict:
    return {
        **_place(result, with_name=True),
        "title": result.opened_bid.title,
        "reasons": [
            {
                "criterion": reason.criterion.name,
                "weight": reason.criterion.weight,
                "grade": reason.grade.label,
                "points": reason.grade.points,
                "text": reason.text,
            }
            for reason in sorted(result.reasons.all(), key=lambda row: row.criterion.position)
        ],
    }


def _letter(decision, bid: OpenedBid, result, winner, partners: list[str], number_of_bids: int) -> dict:
    content = _frame(decision, reference=_reference(decision, bid.letter)) | {
        "decision": _decision(decision),
        "to": {"party": bid.bid.party.name, "partners": partners},
        "handed_in_on": day_of(bid.submission.submitted_at).isoformat(),
        "title": bid.title,
        "letter": bid.letter,
        "number_of_bids": number_of_bids,
        "outcome": _outcome(decision, bid, result),
        "own": _own(result) if result else None,
    }
    if bid.set_aside_at:
        content["set_aside_because"] = bid.set_aside_because
    if winner and result and not result.chosen:
        own_points = {row["criterion"]: row for row in content["own"]["reasons"]}
        content["winner"] = _own(winner)
        content["compared"] = [
            {**own_points[row["criterion"]], "winner_grade": row["grade"], "winner_points": row["points"]}
            for row in content["winner"]["reasons"]
        ]
        content["advantages"] = result.advantages
    return content


def _outcome(decision: AwardDecision, bid: OpenedBid, result) -> str:
    if bid.set_aside_at:
        return "set_aside"
    if decision.kind == DecisionKind.NONE:
        return "none"
    return "chosen" if result.chosen else "not_chosen"


def _seat(seat) -> dict:
    return {
        "capacity": str(seat.capacity),
        "declared_on": _iso(day_of(seat.declared_at)) if seat.declared_at else None,
        "recused_on": _iso(day_of(seat.recused_at)) if seat.recused_at else None,
        "recused_because": seat.recused_because,
    }


def _bid(bid: OpenedBid) -> dict:
    return {
        "letter": bid.letter,
        "party": bid.bid.party.name,
        "title": bid.title,
        "sha256": bid.submission.content_sha256,
        "set_aside_because": bid.set_aside_because if bid.set_aside_at else "",
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
