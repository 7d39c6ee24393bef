"""A whole golden thread: one contribution with as many branches as asked, from what was said to a lesson."""

from calls.freezing import freeze
from calls.models import Call, Criterion, CriterionSource, FrozenClause
from contracts.models import ContractState
from dialogues.models import Contribution
from events import clock
from tenders.steps import Step
from tests.make.calls import call, clause, clause_source
from tests.make.contracts import agreement, awarded_lot, contract, in_state
from tests.make.dialogues import contribution, finding, response
from tests.make.monitoring import indicator, lesson, measurement
from tests.make.tenders import tender


def thread(cast, *, branches=1, made=None, **fields) -> Contribution:
    """A contribution in a tender in step 6, with `branches` clauses, agreements, indicators, measurements and lessons on it."""
    made = made or tender(cast, step=Step.MONITORING)
    said = contribution(made, **({"text": "Ik kan lassen. Laat mij iets maken.", "author": cast.resident} | fields))
    answered = response(cast, said)
    answered.finding = finding(cast, made, [said])
    answered.save()
    request = call(cast, made)
    clauses = [clause(cast, request, title=f"Onderdeel {number}", text=f"Tekst {number}.") for number in range(1, branches + 1)]
    criterion = Criterion.objects.filter(call=request).first()
    for one in clauses:
        clause_source(cast, one, answered)
        CriterionSource.objects.create(criterion=criterion, clause=one)
    _publish(cast, made)
    decision = awarded_lot(cast, made)
    agreed = contract(cast, made, decision=decision, agreements=0)
    for one in clauses:
        frozen = FrozenClause.objects.get(version=decision.call_version, clause=one)
        tied = agreement(agreed, clause=frozen, title=f"Over {one.title}")
        measured = indicator(agreed, agreement=tied)
        first = measurement(cast, measured, story="Er staan nu twaalf mensen aan de werkbank.")
        lesson(cast, made, measurement=first)
    in_state(cast, agreed, ContractState.SIGNED)
    return Contribution.objects.get(pk=said.pk)


def _publish(cast, made) -> None:
    version = freeze(Call.objects.get(tender=made), by=cast.officer, for_bids=True, procedure={"route": str(made.route)})
    version.published_at = clock.now()
    version.save(update_fields=["published_at"])
