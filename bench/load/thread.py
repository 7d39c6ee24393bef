"""One contribution that went all the way: into the request, the choice, the contract, the measurements, a lesson."""

import datetime as dt

from bench.load.bids import make_opened
from bench.load.committee import make_decision, make_scores, make_seats
from bench.load.talk import ANSWERED, SAID
from calls.models import Call, CallVersion, ClauseSource
from contracts.models import Agreement, Contract, ContractParty, ContractState, FundingModel
from contracts.models.contract import ContractForm
from dialogues.models import Response
from evaluation.freezing import decision_content
from evaluation.models import AwardDecision
from events import clock
from monitoring.models import Indicator, Lesson, Measurement
from tenders.models import Lot, LotState
from tenders.steps import Step

BIDS = 3
MEASUREMENTS = 8


def make_thread(cast, call: Call, version: CallVersion) -> AwardDecision:
    """From contribution 1 of the tender to a lesson; both lots were decided, contracted and measured."""
    response = Response.objects.get(contribution__tender=call.tender, contribution__number=1)
    criteria_clauses = [source.clause for criterion in call.criteria.all() for source in criterion.sources.select_related("clause")]
    for clause in criteria_clauses[:3]:
        ClauseSource.objects.create(clause=clause, response=response, reason="Zelf iets maken staat er nu in.", by=cast.officer)
    decisions = [_go_on(cast, lot, version, criteria_clauses[:3]) for lot in call.tender.lots.all()]
    return decisions[0]


def _go_on(cast, lot: Lot, version: CallVersion, clauses) -> AwardDecision:
    _round, opened = make_opened(lot, version, BIDS, f"gekozen{lot.number}")
    make_scores(make_seats(cast, lot, finished=True), opened, version)
    decision = make_decision(cast, lot, opened, version)
    decision.content = decision_content(AwardDecision.objects.for_page().get(pk=decision.pk))
    decision.save()
    contract = _contract(cast, lot, decision)
    promises = list(opened[0].parts.filter(criterion__isnull=False))
    frozen = [row for row in version.clauses.all() if row.clause_id in {clause.pk for clause in clauses}]
    for number, clause in enumerate(frozen, start=1):
        agreement = Agreement.objects.create(
            contract=contract,
            number=number,
            title=f"Open deur ({number})",
            text=ANSWERED,
            clause=clause,
            promise=promises[number % len(promises)],
            reason="Dit volgt uit de uitvraag.",
        )
        _measure(cast, contract, agreement)
    Lot.objects.filter(pk=lot.pk).update(state=LotState.CONTRACTED)
    return decision


def _contract(cast, lot: Lot, decision: AwardDecision) -> Contract:
    now, today = clock.now(), clock.today()
    contract = Contract.objects.create(
        municipality=lot.tender.municipality,
        tender=lot.tender,
        lot=lot,
        decision=decision,
        title=f"Afspraken over {lot.name}",
        form=ContractForm.SUBSIDY,
        form_reason="Het is een subsidie.",
        funding_model=FundingModel.AVAILABILITY,
        funding_reason="De deur staat open.",
        amount=41_000_000,
        begins_on=today - dt.timedelta(days=700),
        ends_on=today + dt.timedelta(days=400),
        state=ContractState.SIGNED,
        frozen_at=now,
        signed_at=now,
        content_sha256="0" * 64,
        made_by=cast.officer,
    )
    ContractParty.objects.create(contract=contract, party=decision.party, is_lead=True)
    return contract


def _measure(cast, contract: Contract, agreement: Agreement) -> None:
    indicator = Indicator.objects.create(
        contract=contract,
        agreement=agreement,
        name="Mensen die drie dagen komen",
        unit="van elke 100",
        baseline=20,
        target=60,
        owner=contract.decision.party,
    )
    measurements = Measurement.objects.bulk_create(
        Measurement(
            indicator=indicator,
            measured_on=clock.today() - dt.timedelta(days=90 * (MEASUREMENTS - n)),
            value=20 + 5 * n,
            story=SAID,
            party=contract.decision.party,
            by=cast.entrepreneur,
        )
        for n in range(MEASUREMENTS)
    )
    Lesson.objects.create(
        tender=contract.tender,
        step=Step.MONITORING,
        text=ANSWERED,
        situation="bij een plek",
        measurement=measurements[-1],
        by=cast.officer,
    )
