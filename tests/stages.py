"""A tender at every stage of its way, with one of everything that exists by then: for rights and for pages.

`things(cast, "4 opened")` gives {"tender": …, "bid": …}. A thing that does not exist yet at a stage is not in it.
"""

from bids.models import BidPartner, BidState, PartnerRole
from calls.models import Call
from coalitions.models import StakeholderKind
from contracts.models import ContractState
from dialogues.models import Contribution, NameChoice, Pilot
from events import clock
from inventory import actions
from inventory.models import TaskTender
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
    made |= _inventory(cast, tender, many)
    made |= _dialogue(cast, tender, many)
    made |= _together(cast, tender, many)
    made |= _begun(cast, many) | _planned(cast, made, many) | _divided(cast, many)
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


def _inventory(cast, tender, many):
    lines = [
        make.line(cast, party_name="De Werkplaats", fitness="fit", fitness_because="Het dorp doet al de helft.")
        for _one in range(many)
    ]
    contracts = [make.running(cast, ends_in=200) for _one in range(many)]
    asked = [make.line_question(cast, lines[0], answer="Zo.", published=index > 0) for index in range(many + 1)]
    make.line_question(cast, lines[0])
    periods = [make.period(cast, line=contract) for contract in contracts]
    told = [make.may_stop(cast, tender, contract) for contract in contracts]
    for row in told:
        make.friction(cast, row)
    file = make.csv_file("Aanbod", "Koffie")
    waiting, _checked = actions.read_list(municipality=cast.municipality, by=cast.officer, kind="supply", file=file)
    TaskTender.objects.create(line=lines[0], tender=tender, started_by=cast.officer)
    boards = [make.board(cast, tasks=many, state=state) for state in ("open", "counting", "counted", "decided")]
    for board in boards:
        make.sorting(board, "together")
        for _one in range(many):
            make.sorted_table(cast, board, (6, 3, 2))
            make.sorted_table(cast, board, (1, 3, 8), group="municipality")
    return {
        **dict(zip(("board", "counting board", "counted board", "decided board"), boards, strict=True)),
        "unsorted board": make.board(cast, tasks=many),
        "line": lines[0],
        "running contract": contracts[0],
        "line question": asked[0].question,
        "period": periods[0],
        "list": waiting,
        "may stop": told[0],
        "untold": make.may_stop(cast, tender, make.running(cast), told=False),
    }


def _dialogue(cast, tender, many):
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    dialogue = make.dialogue(tender, facts=many, questions=many)
    said = [make.contribution(tender, author=cast.resident, shown_name="Ria") for _one in range(many)]
    hidden = make.contribution(tender, author=cast.resident, shown_name="Ria")
    appeals = [make.appeal(make.hiding(cast, one)) for one in (hidden, *_more(tender, many))]
    pseudonym = make.contribution(tender, name_choice=NameChoice.PSEUDONYM, shown_name="Vogelvrij")
    said.append(make.contribution(tender, author=cast.resident, shown_name="Ria"))  # one that no clause comes from yet
    for one in said:
        make.response(cast, one)
    make.about_counts(dialogue, many=20 * many)
    make.pilot(tender, verdict="go", verdict_reason="Het werkt.", learnt="Koken helpt.", decided_at=clock.now())
    question = tender.questions.create(number=1, text="Wanneer?", asked_by=cast.resident)
    answered = tender.questions.create(
        number=2, text="Hoe?", asked_by=cast.neighbour, answer="Zo.", answered_at=clock.now(), published_at=clock.now()
    )
    meetings = [make.meeting(tender) for _one in range(many)]
    minutes = make.minutes(tender)
    trusted = make.involve(tender, InvolvementRole.TRUSTED, party=cast.partner_party)
    corrections = [make.correction(minutes, person=person) for person in (cast.resident, cast.neighbour, cast.partner)[:many]]
    flags = [make.flag(said[-1], person=person) for person in (cast.neighbour, cast.partner, cast.rival)[:many]]
    merged = make.contribution(tender, author=cast.neighbour, shown_name="Bert")
    make.merging(cast, merged, said[0])
    return (
        _groups(cast, tender, many)
        | _live(minutes, many)
        | {
            "flag": flags[0],
            "appeal": appeals[0],
            "merged contribution": merged,
            "translated contribution": make.translation(cast, merged).contribution,
            "conclusion": make.conclusion(cast, tender, reopened_at=clock.now()),
            "dialogue": dialogue,
            "contribution": said[0],
            "hidden contribution": hidden,
            "pseudonymous contribution": pseudonym,
            "finding": make.finding(cast, tender, said),
            "meeting": meetings[0],
            "reported meeting": minutes,
            "correction": corrections[0],
            "trusted organisation": trusted,
            "stack": make.stack(cast, tender),
            "question": question,
            "answered question": answered,
        }
    )


def _live(meeting, many):
    live = make.live(meeting, is_moderated=True)
    shown = [make.message(live, name=f"Ria {number}") for number in range(many)]
    waiting = [make.message(live, shown=False) for _one in range(many)]
    return {"live": live, "shown message": shown[0], "waiting message": waiting[0]}


def _groups(cast, tender, many):
    make.goal(tender)
    item = make.budget_item(tender)
    group = make.group(tender, experts=[cast.resident], guide=cast.guide)
    group.experts.update(is_reachable=True)
    make.expert(group, name="Ineke Deskundig", interest="outside", is_shown=True)
    offered = [make.proposal(cast, group, budget_item=item) for _one in range(many)]
    other = make.proposal(cast, make.group(tender, theme="Cultuur"), title="Deel de zaal.", budget_item=item)
    adopted = make.proposal(cast, group, title="Buren maaien het veld.", amount=5_000_00)
    make.council_decision(cast, adopted)
    sources = [
        make.proposal_source(cast, adopted, one) for one in Contribution.objects.filter(tender=tender).order_by("number")[:many]
    ]
    return {
        "adopted proposal": adopted,
        "proposal source": sources[0],
        "group": group,
        "theme": group.theme,
        "expert": group.experts.get(person=cast.resident),
        "named expert": group.experts.get(person=None),
        "proposal": offered[0],
        "other proposal": other,
        "network question": make.network_question(cast, group),
        "draft proposal": make.proposal(cast, group, title="Een idee.", handed_in=False),
    }


def _more(tender, many):
    """One contribution less than many, from somebody else."""
    return [make.contribution(tender, shown_name="Bea") for _one in range(many - 1)]


def _together(cast, tender, many):
    """Two parties that met and have a coalition with terms, a third that was asked, and the map of who is there."""
    ours = make.listing(cast, tender=tender, offers=("place",), seeks=("hands",))
    theirs = make.listing(cast, cast.partner_party, tender=tender, offers=("hands",), seeks=("place",))
    other = make.listing(cast, cast.rival_party, tender=tender, offers=("hands",), nameless=True)
    coalition = make.coalition(make.introduction(ours, theirs, answer="yes"))
    for _one in range(many + 1):
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


def _begun(cast, many):
    """Something that grows in the neighbourhood, and another that helps it."""
    begun = [make.initiative(cast.municipality, begun_by=cast.resident, seeks="Een schep.") for _one in range(2 * many)]
    for one in begun:
        updates = [make.update(one, count=number) for number in range(1 + many)]
    joinings = [make.joining(begun[-1]) for _one in range(many)]
    photos = [make.photo(begun[-1], update) for update in updates[:many]]
    helps = [make.help(one, begun[-1]) for one in begun[:many]]
    hidden = make.initiative(cast.municipality, name="Het hek", hidden_at=clock.now(), hidden_because="Dit noemt een buurman.")
    found = {
        "initiative": begun[-1],
        "hidden initiative": hidden,
        "hidden photo": make.photo(hidden),
        "update": updates[0],
        "joining": joinings[0],
        "photo": photos[0],
        "help": helps[0],
    }
    return found


def _planned(cast, made, many):
    """Plans from outside for this tender and a line of the inventory, in a period; and one about nothing but itself."""
    for_it = {"about": made["tender"], "period": made["period"], "line": made["line"]}
    plans = [make.plan(cast.municipality, filed_by=cast.resident, **for_it) for _one in range(many)]
    for one in plans:
        make.knowledge(cast, one)
    make.plan_answer(cast, plans[0])
    day = make.working_day(cast, made["tender"])
    for _one in range(many):
        make.plan(cast.municipality, about=made["tender"], meeting=day, cost=5_000_00)
    hidden = make.plan(cast.municipality, title="Het hek", hidden_at=clock.now(), hidden_because="Dit noemt een buurman.")
    own = make.plan(cast.municipality, filed_by=cast.resident)
    return {"plan": plans[0], "own plan": own, "hidden plan": hidden, "working day": day}


def _divided(cast, many):
    """A neighbourhood budget that is being divided, a draft, one that waits for a decision, and one that was decided twice."""
    budget = make.budget(cast, entries=1 + many)
    draft = make.budget(cast, state="draft", entries=1 + many)
    division = make.division(budget, 5_000, by=cast.resident)
    stack = make.budget_stack(cast, budget)
    for _one in range(many):
        make.division(budget, 5_000, 1_000)
        make.typed(stack, 5_000)
    counted, decided = (make.budget(cast, state="counted", entries=1 + many) for _one in range(2))
    for _one in range(10 + many):  # of fewer nobody sees what they divided
        make.division(counted, 5_000, 20_000)
        make.division(decided, 5_000, 20_000)
    earlier = make.budget_decision(cast, decided, replaced_at=clock.now())
    make.budget_decision(cast, decided)
    return {
        "budget": budget,
        "draft budget": draft,
        "counted budget": counted,
        "decided budget": decided,
        "entry": draft.entries.last(),
        "division": division,
        "budget stack": stack,
        "decision of a budget": earlier,
        "draft decision": make.budget_decision(cast, counted, published=False),
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
    make.initiative_word(cast, tender, made["initiative"], clause=clause)
    make.clause_source(cast, clause, proposal=made["adopted proposal"])
    make.clause_source(cast, clause, pilot=Pilot.objects.get(tender=tender))
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
