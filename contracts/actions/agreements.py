"""The agreements of a draft: written, changed, left out."""

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from accounts.models import User
from bids.models import OpenedPart
from calls.models import FrozenClause
from contracts.actions.contracts import chosen_result
from contracts.hold import hold_contract, refuse_stale
from contracts.models import Agreement, Contract, ContractState
from events import clock, log
from initiatives.models import Plan, PlanAnswer, PlanOutcome
from tenders.refusal import Refused


@transaction.atomic
def write_agreement(
    *,
    contract: Contract,
    by: User,
    agreement: Agreement | None = None,
    version: int = 1,
    clause=None,
    promise=None,
    plan_answer=None,
    **words,
) -> Agreement:
    """Write a new agreement, or change `agreement`; `words` are its title, text and the reason how it follows."""
    contract = hold_contract(contract, ContractState.DRAFT)
    if clause and not clauses_for(contract).filter(pk=clause.pk).exists():
        raise Refused({"clause": _("This clause is not in the request that the decision rests on.")})
    if promise and not promises_for(contract).filter(pk=promise.pk).exists():
        raise Refused({"promise": _("This promise does not stand in the chosen bid.")})
    if plan_answer and not plans_for(contract).filter(pk=plan_answer.pk).exists():
        raise Refused({"plan_answer": _("This plan was not answered with yes or together here.")})
    if (clause or promise or plan_answer) and not words.get("reason"):
        raise Refused({"reason": _("Say how the agreement follows from it. Everybody can read this.")})
    if agreement is None:
        agreement = Agreement(contract=contract, number=_next_number(contract))
    else:
        agreement = Agreement.objects.get(pk=agreement.pk)
        refuse_stale(version, agreement)
        agreement.version += 1
    agreement.clause, agreement.promise, agreement.plan_answer = clause, promise, plan_answer
    for name in ("title", "text", "reason"):
        setattr(agreement, name, words.get(name, ""))
    agreement.save()
    log.record("contracts.agreement_written", by=by, thing=agreement)
    return agreement


@transaction.atomic
def withdraw_agreement(*, agreement: Agreement, by: User, reason: str) -> Agreement:
    """Leave an agreement out of the draft. It stays, with when and why, and its number is not used again."""
    contract = hold_contract(agreement.contract, ContractState.DRAFT)
    fresh = Agreement.objects.get(pk=agreement.pk, contract=contract)
    if fresh.withdrawn_at is None:
        fresh.withdrawn_at, fresh.withdrawn_because = clock.now(), reason.strip()
        fresh.version += 1
        fresh.save(update_fields=["withdrawn_at", "withdrawn_because", "version"])
        log.record("contracts.agreement_withdrawn", by=by, thing=fresh, reason=reason)
    return fresh


def clauses_for(contract: Contract):
    """Clauses of the frozen request that the decision rests on: common ones and those of the contract's lot."""
    if contract.decision is None or contract.decision.call_version_id is None:
        return FrozenClause.objects.none()
    of_lot = Q(lot=None) | Q(lot_id=contract.lot_id)
    return FrozenClause.objects.filter(of_lot, version_id=contract.decision.call_version_id)


def promises_for(contract: Contract):
    """What the chosen bid says, part by part."""
    result = chosen_result(contract.decision) if contract.decision else None
    if result is None:
        return OpenedPart.objects.none()
    return OpenedPart.objects.filter(opened_bid_id=result.opened_bid_id).exclude(text="")


def plans_for(contract: Contract):
    """The answers, yes or together, to plans of its municipality that are about its tender or about none."""
    plans = Plan.objects.standing().filter(municipality=contract.municipality_id)
    answers = PlanAnswer.objects.out().filter(plan__in=plans).exclude(outcome=PlanOutcome.NO)
    if contract.tender_id:
        here = Q(plan__about=contract.tender_id) | Q(into=contract.tender_id)
        answers = answers.filter(here | Q(plan__about=None, into=None))
    return answers.select_related("plan").order_by("plan__title", "pk")


def _next_number(contract: Contract) -> int:
    return (contract.agreements.aggregate(last=Max("number"))["last"] or 0) + 1
