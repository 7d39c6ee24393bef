"""Committees, scores, consensus and decisions in any state. No gate is passed here."""

from accounts.models import User
from calls.models import FrozenCriterion
from documents.models import Document
from evaluation import actions
from evaluation.models import AwardDecision, Capacity, Consensus, DecisionKind, Score, Seat
from evaluation.tasks import render_decision
from events import clock
from events.models import Event
from tenders.models import InvolvementRole, Lot
from tests.make.tenders import involve

REASON = "De commissie vindt dit plan duidelijk en het past bij de buurt."


def seat(cast, lot, person, *, capacity=Capacity.RESIDENT, declared=True, finished=False, recused=False, shown_as="") -> Seat:
    """A seat of `person`; who declared has the rights of an assessor, who left has none."""
    now = clock.now()
    made = Seat.objects.create(
        lot=lot,
        person=person,
        capacity=capacity,
        shown_as=shown_as,
        appointed_by=cast.officer,
        declared_at=now if declared else None,
        finished_at=now if finished else None,
        recused_at=now if recused else None,
        recused_because="Mijn zus werkt er." if recused else "",
    )
    if declared and not recused:
        involve(lot.tender, InvolvementRole.ASSESSOR, person=person, lot=lot)
    return made


def committee(cast, lot, *, finished=False) -> list[Seat]:
    """Assessor and other assessor for residents and target group, area manager for the municipality; secretary beside them."""
    rows = (
        (cast.assessor, Capacity.RESIDENT),
        (cast.other_assessor, Capacity.TARGET_GROUP),
        (cast.area_manager, Capacity.OFFICER),
    )
    involve(lot.tender, InvolvementRole.SECRETARY, person=cast.secretary, lot=lot)
    return [seat(cast, lot, person, capacity=capacity, finished=finished) for person, capacity in rows]


def members(cast, lot, number: int) -> list[Seat]:
    """So many residents with a seat, with accounts of their own."""
    first = Seat.objects.count()
    people = [User.objects.create_user(f"bewoner{first + i}@example.nl", name=f"Bewoner {first + i}") for i in range(number)]
    return [seat(cast, lot, person) for person in people]


def score(seat, bid, criterion, *, points=8, reason=REASON) -> Score:
    grade = criterion.version.grades.get(points=points) if points else None
    return Score.objects.create(seat=seat, opened_bid=bid, criterion=criterion, grade=grade, reason=reason)


def scores(seats, bids, points=None, *, finish=True) -> None:
    """Every score of these seats. `points` is {letter: [points per criterion]} or a list of these, one for each seat; else 6."""
    for place, one in enumerate(seats):
        table = points[place] if isinstance(points, list) else points or {}
        for bid in bids:
            criteria = list(criteria_of(bid))
            given = table.get(bid.letter, [6] * len(criteria))
            for criterion, value in zip(criteria, given, strict=True):
                score(one, bid, criterion, points=value)
        if finish:
            Seat.objects.filter(pk=one.pk).update(finished_at=clock.now())
            one.refresh_from_db()


def consensus(cast, bids, points=None) -> None:
    """What the committee agreed on, for every bid: {letter: [points per criterion]}; else 6."""
    for bid in bids:
        criteria = list(criteria_of(bid))
        for criterion, value in zip(criteria, (points or {}).get(bid.letter, [6] * len(criteria)), strict=True):
            Consensus.objects.create(
                opened_bid=bid,
                criterion=criterion,
                grade=criterion.version.grades.get(points=value),
                reason=f"{REASON} ({bid.letter}, {criterion.name})",
                by=cast.secretary,
            )


def criteria_of(bid):
    return FrozenCriterion.objects.filter(version=bid.bid.round.call_version).select_related("version").order_by("position")


def judged_lot(cast, tender, bids, *, lot=None, points=None) -> list[Seat]:
    """A lot in which all scores are in and everything was agreed on; A wins when `points` says nothing."""
    lot = lot or tender.lots.first()
    found = committee(cast, lot)
    points = points or {"A": [10, 8], "B": [6, 8], "C": [4, 6]}
    points = {bid.letter: points[bid.letter] for bid in bids}
    scores(found, bids, points)
    consensus(cast, bids, points)
    return found


def decision(cast, lot, *, state="made", kind=DecisionKind.AWARD, by=None, pdf=False, **fields) -> AwardDecision:
    """A decision that was made, "written" (with what the law asks), "prepared", "approved" or "sent".

    Its documents count as rendered; with `pdf` they really are, which takes a second.
    """
    values = {"reason": "Dit plan sluit het best aan bij wat de buurt vroeg, en het kan meteen beginnen."}
    if lot.tender.route == "subsidy_tender" or lot.tender.route == "small_grant":
        values |= {"legal_basis": "Nadere regels dagactivering 2026, artikel 7", "amount": 41_000_000}
    if kind == DecisionKind.DIRECT:
        values |= {"party": cast.party, "amount": 500_000}
    lot = Lot.objects.select_related("tender__municipality").get(pk=lot.pk)
    made = actions.make_decision(lot=lot, by=by or cast.officer, kind=kind, **(values | fields))
    states = ("made", "written", "prepared", "approved", "sent")
    reached = states.index(state)
    if reached >= 1 and kind == DecisionKind.AWARD:
        made.results.filter(chosen=False).update(
            advantages="De gekozen partij laat de mensen zelf beslissen. Dat zien wij bij u niet."
        )
    if reached >= 2:
        made = actions.prepare_decision(decision=made, by=cast.officer, send_on=clock.today())
        if pdf:
            render_decision(Event.objects.filter(name="evaluation.decision_prepared").latest("id").pk)
        Document.objects.filter(rendered_at=None).update(rendered_at=clock.now())
    if reached >= 3:
        made = actions.approve_decision(decision=made, by=cast.mandate, content_sha256=made.content_sha256)
    if reached >= 4:
        made = actions.send_decision(decision=made, by=cast.officer)
    return AwardDecision.objects.for_page().get(pk=made.pk)
