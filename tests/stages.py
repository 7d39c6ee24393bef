"""A tender at every stage of its way, with one of everything that exists by then: for rights and for pages.

`things(cast, "4 opened")` gives {"tender": …, "bid": …}. A thing that does not exist yet at a stage is not in it.
"""

from bids.models import BidPartner, BidState, PartnerRole
from calls.models import Call
from coalitions.models import StakeholderKind
from contracts.models import ContractState
from dialogues.models import NameChoice
from events import clock
from monitoring.models import Voice
from tenders.models import InvolvementRole, Tender
from tenders.steps import Step
from tests import make

STAGES = ("1", "2", "3", "4 open", "4 opened", "4 judged", "4 decided", "5 draft", "5 to sign", "6", "stopped")
_STEP = {"stopped": Step.DIALOGUE} | {stage: Step(int(stage[0])) for stage in STAGES if stage[0].isdigit()}


def things(cast, stage: str, *, many: int = 1) -> dict:
    """Everything at this stage, with `many` of what comes in numbers."""
    reached = STAGES.index(stage) if stage != "stopped" else 0
    tender = make.tender(cast, step=_STEP[stage])
    made = {"municipality": cast.municipality, "party": cast.party, "tender": tender, "lot": tender.lots.get()}
    made |= _dialogue(cast, tender, many)
    made |= _together(cast, tender, many)
    for at, build in ((1, _request), (2, _procedure), (3, _round), (4, _opened), (5, _decision), (7, _contract), (9, _measured)):
        if reached >= at:
            made |= build(cast, made, stage, many)
    if stage == "stopped":
        Tender.objects.filter(pk=tender.pk).update(withdrawn_at=clock.now())
    made = {kind: _again(thing) for kind, thing in made.items()}
    cast.fresh()
    return made


def _again(thing):
    """The thing as a view fetches it."""
    model = type(thing)
    queryset = model.objects.for_page() if hasattr(model.objects.all(), "for_page") else model.objects.all()
    return queryset.get(pk=thing.pk)


def _dialogue(cast, tender, many):
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    dialogue = make.dialogue(tender, facts=many, questions=many)
    said = [make.contribution(tender, author=cast.resident, shown_name="Ria") for _one in range(many)]
    hidden = make.contribution(tender, author=cast.resident, shown_name="Ria", hidden_at=clock.now(), hidden_because="Privé")
    pseudonym = make.contribution(tender, name_choice=NameChoice.PSEUDONYM, shown_name="Vogelvrij")
    said.append(make.contribution(tender, author=cast.resident, shown_name="Ria"))  # one that no clause comes from yet
    for one in said:
        make.response(cast, one)
    question = tender.questions.create(number=1, text="Wanneer?", asked_by=cast.resident)
    answered = tender.questions.create(
        number=2, text="Hoe?", asked_by=cast.neighbour, answer="Zo.", answered_at=clock.now(), published_at=clock.now()
    )
    meetings = [make.meeting(tender) for _one in range(many)]
    minutes = make.minutes(tender)
    corrections = [make.correction(minutes, person=person) for person in (cast.resident, cast.neighbour, cast.partner)[:many]]
    return {
        "dialogue": dialogue,
        "contribution": said[0],
        "hidden contribution": hidden,
        "pseudonymous contribution": pseudonym,
        "finding": make.finding(cast, tender, said),
        "meeting": meetings[0],
        "reported meeting": minutes,
        "correction": corrections[0],
        "question": question,
        "answered question": answered,
    }


def _together(cast, tender, many):
    """Two parties that met and have a coalition with terms, a third that was asked, and the map of who is there."""
    ours = make.listing(cast, tender=tender, offers=("place",), seeks=("hands",))
    theirs = make.listing(cast, cast.partner_party, tender=tender, offers=("hands",), seeks=("place",))
    other = make.listing(cast, cast.rival_party, tender=tender, offers=("hands",), nameless=True)
    coalition = make.coalition(make.introduction(ours, theirs, answer="yes"))
    for _one in range(many):
        terms = make.terms(coalition, signed=[cast.partner_party])
    invited = coalition.members.create(party=cast.rival_party, invited_by=cast.entrepreneur)
    kinds = (StakeholderKind.RESIDENTS, StakeholderKind.HOUSING, StakeholderKind.VOLUNTEERS)
    shown = [make.stakeholder(cast, tender, kind=kind, shown=True) for kind in kinds[:many]]
    hidden = make.stakeholder(cast, tender, kind=StakeholderKind.INCUMBENTS, party=cast.party)
    ties = [make.tie(cast, hidden, one) for one in shown]
    return {
        "listing": ours,
        "other listing": other,
        "contact": ours.contact,
        "introduction": coalition.introduction,
        "waiting introduction": make.introduction(ours, other),
        "coalition": coalition,
        "member": coalition.members.get(party=cast.party),
        "invited member": invited,
        "terms": terms,
        "stakeholder": hidden,
        "shown stakeholder": shown[0],
        "tie": ties[0],
    }


def _request(cast, made, stage, many):
    tender = made["tender"]
    make.involve(tender, InvolvementRole.CO_AUTHOR, person=cast.neighbour)
    version = {"2": make.call, "3": make.adopted_call}.get(stage, make.published_call)(cast, tender)
    call = Call.objects.get(tender=tender)
    clause = call.clauses.first()
    decided = {"state": "refused", "decision_reason": "Dat kan niet.", "decided_at": clock.now(), "decided_by": cast.officer}
    amendments = [make.amendment(cast, clause, proposer=cast.resident, **({} if stage == "2" else decided)) for _one in range(many)]
    make.clause_source(cast, clause, made["contribution"].response)
    found = {"call": call, "clause": clause, "amendment": amendments[0], "criterion": call.criteria.first()}
    return found if stage == "2" else found | {"version": version}


def _procedure(cast, made, stage, many):
    make.timetable(made["tender"])
    return {"choice": make.choice(cast, made["tender"], signed=stage != "3")}


def _round(cast, made, stage, many):
    tender = made["tender"]
    if stage != "4 open":
        return {}
    round_ = make.round(cast, tender)
    bid = make.bid(cast, round_, state=BidState.SUBMITTED, files=[("plan.pdf", make.PDF)])
    invitation = BidPartner.objects.create(bid=bid, party=cast.partner_party, role=PartnerRole.PARTNER)
    make.bid(cast, round_, party=cast.rival_party)
    for party, role in (
        (cast.party, InvolvementRole.BIDDER),
        (cast.partner_party, InvolvementRole.PARTNER),
        (cast.rival_party, InvolvementRole.BIDDER),
    ):
        make.involve(tender, role, party=party, lot=made["lot"])
    return {"round": round_, "bid": bid, "invitation": invitation}


def _opened(cast, made, stage, many):
    tender = made["tender"]
    if stage not in ("4 opened", "4 judged", "4 decided"):
        return {}
    bids = make.opened_bids(cast, tender, count=2 + many if stage == "4 opened" else 3)
    if stage == "4 opened":
        seats = make.committee(cast, made["lot"])
        score = make.score(seats[0], bids[0], make.criteria_of(bids[0])[0])
    else:
        seats = make.judged_lot(cast, tender, bids)
        score = seats[0].scores.first()
    bid = bids[0].bid
    return {"round": bid.round, "opening": bid.round.opening, "bid": bid, "opened bid": bids[0], "seat": seats[0], "score": score}


def _decision(cast, made, stage, many):
    if stage == "4 judged":
        return {"decision": make.decision(cast, made["lot"], state="prepared")}
    if stage == "4 decided":
        decision = make.decision(cast, made["lot"], state="sent")
        return {"decision": decision, "letter": decision.letters.get(party=cast.rival_party)}
    return {}


def _contract(cast, made, stage, many):
    states = {"5 draft": ContractState.DRAFT, "5 to sign": ContractState.TO_SIGN}
    contract = make.contract(cast, made["tender"], state=states.get(stage, ContractState.SIGNED), agreements=many)
    opened = contract.decision.results.first().opened_bid
    return {
        "decision": contract.decision,
        "contract": contract,
        "agreement": contract.agreements.first(),
        "opened bid": opened,
        "round": opened.bid.round,
        "bid": opened.bid,
    }


def _measured(cast, made, stage, many):
    indicators = [make.indicator(made["contract"], name=f"Klus {index}") for index in range(many)]
    for indicator in indicators:
        make.measurement(cast, indicator)
    reflection = make.reflection(cast, made["tender"], voices=(Voice.PROVIDER,))
    lessons = [make.lesson(cast, made["tender"], reflection=reflection) for _one in range(many)]
    return {
        "indicator": indicators[0],
        "measurement": indicators[0].measurements.first(),
        "reflection": reflection,
        "voice": reflection.voices.get(),
        "lesson": lessons[0],
    }
