"""Step 4 of the stories, second half: committees judge, agree and decide; in Woensel two members still read."""

import datetime as dt
from itertools import count

from accounts.models import User
from bids.models import OpenedBid
from evaluation import actions, tasks
from evaluation.models import AwardDecision, DecisionKind, Seat
from events.models import Event
from portal.demo.scenes import decision_texts
from portal.demo.scenes import evaluation_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders import lifecycle
from tenders.models import InvolvementRole, Lot
from tenders.steps import Step


def play(world: World) -> None:
    """Zwolle decides on 10 September 2024, the day of its timetable, and waits for the objections. Woensel is halfway."""
    world.notes["decisions"] = {}
    for lot in _lots("zwolle", world):
        days = {"appointed": "2024-06-24", "declared": "2024-07-02", "scored": dt.date(2024, 8, 19)}
        seats = _committee(world, lot, ("zwolle", lot.number), "marloes", "ilse", days)
        _judge(world, lot, ("zwolle", lot.number), seats, days["scored"])
        _agree(world, lot, ("zwolle", lot.number))
        world.notes["decisions"]["zwolle", lot.number] = _decide(world, lot)
    with world.at("2024-10-24 09:30"):
        reason = "Beide percelen hebben een besluit. De termijn voor bezwaar is voorbij, en niemand maakte bezwaar."
        lifecycle.advance(world.tender("zwolle"), leaving=Step.SELECTION, by=world.person("marloes"), reason=reason)
    for lot in _lots("woensel", world):
        days = {"appointed": ago(60)[:10], "declared": ago(52)[:10], "scored": dt.date.fromisoformat(ago(9)[:10])}
        seats = _committee(world, lot, ("woensel", 1), "sanne", "sanne", days)
        _judge(world, lot, ("woensel", 1), seats, days["scored"])


def _lots(key: str, world: World) -> list[Lot]:
    return list(Lot.objects.select_related("tender__municipality").filter(tender=world.tenders[key]).order_by("number"))


def _committee(world: World, lot: Lot, key: tuple, officer: str, secretary: str, days: dict) -> list[Seat]:
    """Appointed some weeks before the opening; each declares for this lot."""
    rows = texts.COMMITTEES[key]
    with world.at(f"{days['appointed']} 1{lot.number}:00"):
        by = world.person(officer)
        seats = [
            actions.appoint_member(lot=_fresh(lot), person=world.person(name), capacity=capacity, shown_as=shown_as, by=by)
            for name, capacity, shown_as in rows
        ]
        for name, role in ((rows[0][0], InvolvementRole.CHAIR), (secretary, InvolvementRole.SECRETARY)):
            actions.appoint_lead(lot=_fresh(lot), person=world.person(name), role=role, by=by)
    for minutes, (name, _capacity, _shown) in enumerate(rows):
        with world.at(f"{days['declared']} 1{7 + lot.number}:{10 + 5 * minutes}"):
            actions.declare_impartial(seat=_seat(seats[minutes]), by=world.person(name))
    return seats


def _judge(world: World, lot: Lot, key: tuple, seats: list[Seat], first: dt.date) -> None:
    """Each member on an own evening; who has judged everything hands in."""
    bids = _bids(lot)
    for place, seat in enumerate(seats):
        by = _again(seat.person)
        minutes = count(1)
        open_scores = 0
        for party, found in texts.FOUND[key].items():
            bid = bids[world.parties[party].pk]
            for criterion, row in zip(bid.bid.round.call_version.criteria.all(), found, strict=True):
                points = row.grades[place]
                if points is None:
                    open_scores += 1
                    continue
                grade = criterion.version.grades.get(points=points)
                with world.at(f"{first + dt.timedelta(days=place)} 20:{next(minutes):02d}"):
                    actions.score_bid(
                        seat=_seat(seat), opened_bid=bid, criterion=criterion, by=by, grade=grade, reason=row.words[points]
                    )
        if not open_scores:
            with world.at(f"{first + dt.timedelta(days=place)} 21:{10 + place}"):
                actions.finish_scores(seat=_seat(seat), by=by)


def _agree(world: World, lot: Lot, key: tuple) -> None:
    """One evening of talk, on the last Thursday of August."""
    bids, minutes = _bids(lot), count(0)
    for party, found in texts.FOUND[key].items():
        bid = bids[world.parties[party].pk]
        for criterion, row in zip(bid.bid.round.call_version.criteria.all(), found, strict=True):
            with world.at(f"2024-08-29 {18 + lot.number}:{4 * next(minutes):02d}"):
                actions.record_consensus(
                    lot=_fresh(lot),
                    opened_bid=bid,
                    criterion=criterion,
                    grade=criterion.version.grades.get(points=row.agreed),
                    reason=row.reason,
                    dissent=row.dissent,
                    by=world.person("ilse"),
                )


def _decide(world: World, lot: Lot) -> AwardDecision:
    """Made by Marloes, approved by Wim, sent to all at once by Tarik; and then the committee says why."""
    with world.at(f"2024-09-03 1{lot.number}:20"):
        decision = actions.make_decision(
            lot=_fresh(lot),
            by=world.person("marloes"),
            kind=DecisionKind.AWARD,
            legal_basis=decision_texts.LEGAL_BASIS,
            amount=_bids(lot)[world.parties[decision_texts.DECISIONS[lot.number]["for"]].pk].amount,
            reason=decision_texts.DECISIONS[lot.number]["reason"],
            conditions=decision_texts.DECISIONS[lot.number]["conditions"],
        )
    for minutes, result in enumerate(decision.results.filter(chosen=False).select_related("opened_bid__bid__party", "decision")):
        party = next(key for key, one in world.parties.items() if one.pk == result.opened_bid.bid.party_id)
        with world.at(f"2024-09-04 1{lot.number}:{10 + minutes}"):
            actions.write_advantages(result=result, by=world.person("marloes"), text=decision_texts.ADVANTAGES[lot.number, party])
    with world.at(f"2024-09-09 1{lot.number}:40"):
        actions.prepare_decision(decision=_decision(lot), by=world.person("marloes"), send_on=dt.date(2024, 9, 10))
        # Here nobody runs the reactions.
        tasks.render_decision(
            Event.objects.filter(name="evaluation.decision_prepared").order_by("-id").values_list("pk", flat=True)[0]
        )
    with world.at(f"2024-09-09 16:{10 + lot.number}"):
        decision = _decision(lot)
        actions.approve_decision(decision=decision, by=world.person("wim"), content_sha256=decision.content_sha256)
    with world.at(f"2024-09-10 10:0{lot.number}"):
        actions.send_decision(decision=_decision(lot), by=world.person("tarik"))
    words = dict(decision_texts.EXPLANATIONS[lot.number])
    with world.at(f"2024-09-10 12:1{lot.number}"):
        return actions.explain_decision(decision=_decision(lot), by=world.person(words.pop("by")), **words)


def _bids(lot: Lot) -> dict[int, OpenedBid]:
    """The opened bids of a lot by their lead party."""
    return {bid.bid.party_id: bid for bid in OpenedBid.objects.for_page().filter(bid__round__lot=lot)}


def _fresh(lot: Lot) -> Lot:
    return Lot.objects.select_related("tender__municipality").get(pk=lot.pk)


def _seat(seat: Seat) -> Seat:
    return Seat.objects.for_page().select_related("person").get(pk=seat.pk)


def _decision(lot: Lot) -> AwardDecision:
    return AwardDecision.objects.for_page().get(lot=lot)


def _again(person: User) -> User:
    person.forget_roles()
    return person
