"""Proposals of theme groups: writing them, handing them in, what counts double, and what the council decided."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.dialogue import save_by_version
from dialogues.models import BudgetItem, CouncilDecision, CouncilOutcome, ExpertGroup, Overlap, Proposal, ProposalChange
from events import clock, log
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Changed, Refused


@transaction.atomic
def write_proposal(
    *, group: ExpertGroup, by: User, title: str, text: str, amount: int, budget_item: BudgetItem | None = None
) -> Proposal:
    """A draft with the next number of the tender, for the group to read."""
    tender = hold(group.tender)
    one_at_a_time("proposals", tender.pk)
    _refuse_other_post(group, budget_item)
    last = Proposal.objects.filter(tender=tender).aggregate(last=Max("number"))["last"] or 0
    values = {"title": title.strip(), "text": text.strip(), "amount": amount, "budget_item": budget_item}
    proposal = Proposal.objects.create(tender=tender, number=last + 1, group=group, by=by, at=clock.now(), **values)
    log.record("dialogues.proposal_written", by=by, thing=proposal)
    return proposal


@transaction.atomic
def edit_proposal(
    *, proposal: Proposal, by: User, version: int, title: str, text: str, amount: int, budget_item: BudgetItem | None = None
) -> Proposal:
    """Write a proposal anew before it is handed in; what it was stays."""
    hold(proposal.tender)
    fresh = _alone(proposal)
    _refuse_handed_in(fresh)
    _refuse_other_post(fresh.group, budget_item)
    values = {"title": title.strip(), "text": text.strip(), "amount": amount, "budget_item": budget_item}
    save_by_version(proposal, version, by=by, at=clock.now(), **values)
    was = {"title": fresh.title, "text": fresh.text, "amount": fresh.amount, "by": fresh.by, "at": fresh.at}
    ProposalChange.objects.create(proposal=proposal, **was)
    log.record("dialogues.proposal_edited", by=by, thing=proposal)
    return proposal


@transaction.atomic
def hand_in_proposal(*, proposal: Proposal, by: User) -> Proposal:
    """Make a proposal public and offer it to the council. From then on its words and its amount stand."""
    hold(proposal.tender)
    proposal = _alone(proposal)
    if proposal.handed_in_at:
        return proposal
    _refuse_handed_in(proposal)
    proposal.handed_in_at = clock.now()
    proposal.version += 1
    proposal.save(update_fields=["handed_in_at", "version"])
    log.record("dialogues.proposal_handed_in", by=by, thing=proposal, public=True)
    return proposal


@transaction.atomic
def withdraw_proposal(*, proposal: Proposal, by: User, reason: str) -> Proposal:
    """Take a proposal back before the council decided; it stays to be read, with the reason."""
    hold(proposal.tender)
    proposal = _alone(proposal)
    if proposal.withdrawn_at:
        return proposal
    if proposal.decisions.exists():
        raise Refused(_("The council decided on this proposal. It can no longer be withdrawn."), code="decided")
    proposal.withdrawn_at, proposal.withdrawn_because = clock.now(), reason.strip()
    proposal.version += 1
    proposal.save(update_fields=["withdrawn_at", "withdrawn_because", "version"])
    log.record("dialogues.proposal_withdrawn", by=by, thing=proposal, public=True, reason=reason)
    return proposal


@transaction.atomic
def settle_overlap(*, first: Proposal, second: Proposal, by: User, amount: int, reason: str) -> Overlap:
    """Say for how much two proposals count the same euros; 0 when they do not. Said anew, the earlier word stays."""
    tender = hold(first.tender)
    one_at_a_time("overlaps", tender.pk)
    if first.tender_id != second.tender_id or first.pk == second.pk:
        raise Refused(_("Choose two different proposals of this tender."), code="other")
    first, second = sorted((first, second), key=lambda one: one.pk)
    if amount > min(first.amount, second.amount):
        raise Refused({"amount": _("Two proposals cannot share more than the smaller of them is worth.")})
    Overlap.objects.filter(first=first, second=second, replaced_at=None).update(replaced_at=clock.now())
    overlap = Overlap.objects.create(first=first, second=second, amount=amount, reason=reason.strip(), by=by, at=clock.now())
    log.record("dialogues.overlap_settled", by=by, thing=overlap.first, public=True, reason=reason)
    return overlap


@transaction.atomic
def record_council_decision(
    *, proposal: Proposal, by: User, outcome: CouncilOutcome, reason: str, decided_on, amount: int | None = None, version: int = 0
) -> CouncilDecision:
    """Keep what the council decided on a proposal. Adopted, it counts for `amount`; without one for all it was worth.

    A later decision stands beside the earlier ones; `version` is how many there were for who recorded it.
    """
    hold(proposal.tender)
    proposal = _alone(proposal)
    if proposal.handed_in_at is None or proposal.withdrawn_at:
        raise Refused(_("The council decides only on what was handed in."), code="not_handed_in")
    if proposal.decisions.count() != version:
        raise Changed(_("A colleague recorded a decision just before you. Read it first; yours is still here."), code="changed")
    if decided_on > clock.today():
        raise Refused({"decided_on": _("This day is still to come. Record the decision when it was made.")})
    if outcome == CouncilOutcome.ADOPTED and amount is None:
        amount = proposal.amount
    if outcome == CouncilOutcome.PARTLY and amount is None:
        raise Refused({"amount": _("Say for how much the council adopted it.")})
    if amount is not None and amount > proposal.amount:
        raise Refused({"amount": _("This is more than the proposal is worth.")})
    counts = outcome in (CouncilOutcome.ADOPTED, CouncilOutcome.PARTLY)
    decision = CouncilDecision.objects.create(
        proposal=proposal,
        outcome=outcome,
        amount=amount if counts else 0,
        reason=reason.strip(),
        decided_on=decided_on,
        by=by,
        at=clock.now(),
    )
    log.record("dialogues.council_decision_recorded", by=by, thing=proposal, public=True, reason=reason, outcome=str(outcome))
    return decision


def _alone(proposal: Proposal) -> Proposal:
    one_at_a_time("proposal", proposal.pk)
    return Proposal.objects.for_page().get(pk=proposal.pk)


def _refuse_handed_in(proposal: Proposal) -> None:
    if proposal.withdrawn_at:
        raise Changed(_("This proposal was withdrawn."), code="withdrawn")
    if proposal.handed_in_at:
        raise Changed(_("This proposal was handed in. Its words stand."), code="handed_in")


def _refuse_other_post(group: ExpertGroup, budget_item: BudgetItem | None) -> None:
    if budget_item is not None and budget_item.tender_id != group.tender_id:
        raise Refused({"budget_item": _("Choose a post of this tender.")})
