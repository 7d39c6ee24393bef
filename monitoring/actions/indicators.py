"""Agreeing on what is measured."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from calls.models import FrozenIndicator
from contracts.hold import refuse_stale
from contracts.models import Agreement, Contract, ContractState
from events import log
from monitoring.models import Indicator
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Refused

FACTS = (
    "agreement",
    "proposed",
    "name",
    "in_words",
    "unit",
    "baseline",
    "target",
    "lower_is_better",
    "every_months",
    "source",
    "owner",
)


@transaction.atomic
def set_indicator(*, contract: Contract, by: User, indicator: Indicator | None = None, version: int = 1, **facts) -> Indicator:
    """A new indicator of an agreement, or `indicator` changed: until its first measurement, then what was agreed stands."""
    if contract.tender_id:
        hold(contract.tender)
    one_at_a_time("indicators of contract", contract.pk)
    if contract.state == ContractState.ENDED:
        raise Refused(_("This contract has ended."), code="ended")
    if indicator is None:
        indicator = Indicator(contract=contract)
    else:
        indicator = Indicator.objects.get(pk=indicator.pk, contract=contract)
        refuse_stale(version, indicator)
        if indicator.measurements.exists():
            raise Refused(_("This was measured already, so it stays as it is. Agree on a new one instead."), code="measured")
        indicator.version += 1
    for name in FACTS:
        if name in facts:
            setattr(indicator, name, facts[name])
    _refuse_strange(indicator)
    indicator.full_clean(exclude=["contract", "ended_at"])
    indicator.save()
    log.record("monitoring.indicator_set", by=by, thing=indicator, public=contract.signed_at is not None)
    return indicator


def agreements_for(contract: Contract):
    return Agreement.objects.current().filter(contract=contract)


def proposals_for(contract: Contract):
    """The indicators of the request that the decision rests on."""
    if contract.decision is None or contract.decision.call_version_id is None:
        return FrozenIndicator.objects.none()
    return FrozenIndicator.objects.filter(version_id=contract.decision.call_version_id)


def facts_from(proposal: FrozenIndicator, contract: Contract) -> dict:
    """What the request proposed, as facts to begin an indicator with: with the agreement that comes from the same clause."""
    agreement = agreements_for(contract).filter(clause=proposal.frozen_clause_id).first()
    same = ("name", "unit", "baseline", "target", "lower_is_better")
    facts = {name: getattr(proposal, name) for name in same}
    return facts | {"proposed": proposal.pk, "agreement": agreement and agreement.pk, "source": proposal.how[:200]}


def _refuse_strange(indicator: Indicator) -> None:
    contract = indicator.contract
    if not agreements_for(contract).filter(pk=indicator.agreement_id).exists():
        raise Refused({"agreement": _("Choose an agreement of this contract.")})
    if indicator.proposed_id and not proposals_for(contract).filter(pk=indicator.proposed_id).exists():
        raise Refused({"proposed": _("This was not proposed in the request.")})
    if indicator.owner_id and not contract.parties.filter(party_id=indicator.owner_id).exists():
        raise Refused({"owner": _("Choose a party to this contract.")})
