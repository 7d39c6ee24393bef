"""Verbs about how will be chosen and measured: criteria with their weights, the scale of grades, proposed indicators."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from calls.actions.holding import hold_draft
from calls.models import Call, Clause, Criterion, CriterionSource, Grade, ProposedIndicator
from events import clock, log
from tenders.models import Tender
from tenders.money import WHOLE, percent
from tenders.refusal import Changed, Refused


@dataclass
class CriterionDraft:
    """One row of the criteria as someone wants them; `public_id` of one that is there already."""

    name: str
    question: str
    weight: int
    asked: str = ""
    is_price: bool = False
    price_reason: str = ""
    clauses: list[Clause] = field(default_factory=list)
    public_id: str = ""


@transaction.atomic
def set_criteria(*, tender: Tender, by, version: int, criteria: list[CriterionDraft], reason: str = "") -> list[Criterion]:
    """The criteria in their order, all at once, because their weights are one whole. One that is left out is withdrawn.

    Raises Changed when a colleague saved the request meanwhile, Refused when the weights are not 100 % together.
    """
    call = _hold_version(tender, version)
    total = sum(draft.weight for draft in criteria)
    if total != WHOLE:
        raise Refused(_("The weights together are %(total)s. Make it 100 %%.") % {"total": percent(total)}, code="weights")
    known = {criterion.public_id: criterion for criterion in call.criteria.current()}
    kept = [_write_criterion(call, known, draft, position) for position, draft in enumerate(criteria, start=1)]
    gone = [criterion for criterion in known.values() if criterion not in kept]
    if gone and not reason.strip():
        raise Refused(_("You leave out a criterion. Say why; everybody can read it."), code="reason")
    for criterion in gone:
        criterion.withdrawn_at, criterion.withdrawn_because = clock.now(), reason.strip()
        criterion.save(update_fields=["withdrawn_at", "withdrawn_because"])
    log.record("calls.criteria_set", by=by, thing=call, public=True, reason=reason, criteria=[c.pk for c in kept])
    return kept


@transaction.atomic
def set_scale(
    *,
    tender: Tender,
    by,
    version: int,
    grades: list[tuple[str, int, str]],
    committee_rules: str = "",
    residents_minority_reason: str = "",
    lowest_mark: int | None = None,
) -> Call:
    """The grades in words (label, points, meaning), the lowest total for an award, and how the committee works."""
    call = _hold_version(tender, version)
    if len(grades) < 2:
        raise Refused(_("A scale has at least two grades."), code="grades")
    if len({points for _label, points, _meaning in grades}) < len(grades):
        raise Refused(_("Two grades have the same points. Give each its own."), code="grades")
    if len({label.strip().casefold() for label, _points, _meaning in grades}) < len(grades):
        raise Refused(_("Two grades have the same name. Give each its own."), code="grades")
    call.grades.all().delete()  # a scale in the making is no place on the thread; what was frozen holds its own
    Grade.objects.bulk_create(
        Grade(call=call, label=label.strip(), points=points, meaning=meaning) for label, points, meaning in grades
    )
    call.committee_rules, call.residents_minority_reason = committee_rules.strip(), residents_minority_reason.strip()
    call.lowest_mark = lowest_mark
    call.save(update_fields=["committee_rules", "residents_minority_reason", "lowest_mark"])
    log.record("calls.scale_set", by=by, thing=call, public=True)
    return call


@transaction.atomic
def propose_indicator(
    *, tender: Tender, by, clause: Clause, version: int = 0, indicator: ProposedIndicator | None = None, **fields
) -> ProposedIndicator:
    """How a clause will be seen to work: a new indicator, or new wording of one that is there.

    New wording raises Changed when a colleague saved the request after `version`.
    """
    call = _hold_version(tender, version) if indicator else hold_draft(tender)
    if clause.call_id != call.pk or clause.withdrawn_at:
        raise Refused(_("Choose a part of this request."), code="clause")
    made = indicator or ProposedIndicator(call=call)
    made.clause = clause
    for name, value in fields.items():
        setattr(made, name, value)
    made.full_clean(exclude=["call", "clause", "withdrawn_at"])
    made.save()
    log.record("calls.indicator_proposed", by=by, thing=made, public=True, clause=clause.pk)
    return made


@transaction.atomic
def withdraw_indicator(*, indicator: ProposedIndicator, by, reason: str) -> ProposedIndicator:
    """Take a proposed indicator back; it stays, with when and why."""
    hold_draft(indicator.call.tender)
    indicator.withdrawn_at, indicator.withdrawn_because = clock.now(), reason.strip()
    indicator.save(update_fields=["withdrawn_at", "withdrawn_because"])
    log.record("calls.indicator_withdrawn", by=by, thing=indicator, public=True, reason=reason)
    return indicator


def _hold_version(tender: Tender, version: int) -> Call:
    """The draft, when it is still the version that the person saw; counts one on."""
    call = hold_draft(tender)
    if call.version != version:
        raise Changed(
            _("A colleague saved this just before you. What you typed is still here. Look at both, then save."), code="version"
        )
    call.version += 1
    call.save(update_fields=["version"])
    return call


def _write_criterion(call: Call, known: dict, draft: CriterionDraft, position: int) -> Criterion:
    criterion = known.get(draft.public_id) or Criterion(call=call)
    criterion.position, criterion.name, criterion.question = position, draft.name.strip(), draft.question.strip()
    criterion.asked, criterion.weight = draft.asked.strip(), draft.weight
    criterion.is_price, criterion.price_reason = draft.is_price, draft.price_reason.strip()
    criterion.full_clean(exclude=["call", "withdrawn_at"])
    criterion.save()
    wanted = {clause.pk for clause in draft.clauses}
    criterion.sources.exclude(clause_id__in=wanted).delete()
    linked = set(criterion.sources.values_list("clause_id", flat=True))
    CriterionSource.objects.bulk_create(CriterionSource(criterion=criterion, clause_id=pk) for pk in wanted - linked)
    return criterion
