"""Freezing the request: rows that never change, under the number they have in print, with one fingerprint of it all."""

from itertools import groupby

from django.db.models import Max

from calls.models import (
    Call,
    CallVersion,
    Clause,
    Criterion,
    FrozenClause,
    FrozenCriterion,
    FrozenGrade,
    FrozenIndicator,
    InitiativeWord,
    ProposedIndicator,
)
from documents.fingerprint import fingerprint
from events import clock
from initiatives.models import Knowledge, Plan
from inventory.transition import transition_of

_HIDDEN = "de makers"  # of a plan whose words are hidden; a request is written in Dutch


def freeze(call: Call, *, by, reason: str = "", for_bids: bool = False, procedure: dict | None = None) -> CallVersion:
    """A new frozen version of the request as it stands now, not published. Runs inside the caller's transaction.

    `procedure` is what the procedure and its timetable add to the content, as plain JSON; it belongs in a version for bids.
    """
    tender = call.tender
    number = (CallVersion.objects.filter(tender=tender).aggregate(last=Max("number"))["last"] or 0) + 1
    clauses = numbered(Clause.objects.current().for_list().filter(call=call))
    criteria = list(Criterion.objects.current().filter(call=call).prefetch_related("sources"))
    indicators = list(ProposedIndicator.objects.current().filter(call=call, clause__withdrawn_at=None))
    content = {
        **_frame(call, number, for_bids, procedure or {}),
        "clauses": [_clause(print_number, clause) for print_number, clause in clauses],
        "criteria": [_criterion(criterion, clauses) for criterion in criteria],
        "grades": [{"label": g.label, "meaning": g.meaning, "points": g.points} for g in call.grades.all()],
        "indicators": _indicators(indicators, clauses),
        **_initiatives(call, clauses),
        **_known_ahead(tender, for_bids),
    }
    version = CallVersion.objects.create(
        tender=tender,
        number=number,
        title=tender.title,
        content=content,
        content_sha256=fingerprint(content),
        frozen_at=clock.now(),
        frozen_by=by,
        reason=reason,
        for_bids=for_bids,
    )
    _freeze_rows(version, clauses, criteria, indicators)
    return version


def numbered(clauses) -> list[tuple[str, Clause]]:
    """Clauses with the number that each has in print: part of the request and place in it ("4.2")."""
    found = []
    ordered = sorted(clauses, key=lambda clause: (clause.section, clause.number))
    for section, group in groupby(ordered, key=lambda clause: clause.section):
        found += [(f"{int(section[:2])}.{place}", clause) for place, clause in enumerate(group, start=1)]
    return found


def _frame(call: Call, number: int, for_bids: bool, procedure: dict) -> dict:
    tender = call.tender
    lots = tender.lots.order_by("number")
    transition = transition_of(tender)
    return {
        "tender": tender.reference,
        "title": tender.title,
        "municipality": tender.municipality.name,
        "version": number,
        "for_bids": for_bids,
        "procedure": procedure,
        "short_version": call.short_version,
        "committee_rules": call.committee_rules,
        "residents_minority_reason": call.residents_minority_reason,
        "max_lots_per_party": call.max_lots_per_party,
        "lowest_mark": call.lowest_mark,
        "lots": [{"number": lot.number, "name": lot.name, "budget": lot.budget, "vat": lot.vat} for lot in lots],
        **({"transition": transition} if transition else {}),
    }


def _clause(print_number: str, clause: Clause) -> dict:
    return {
        "number": print_number,
        "clause": clause.number,
        "clause_version": clause.newest_number,
        "section": clause.section,
        "lot": clause.lot.number if clause.lot else None,
        "title": clause.title,
        "text": clause.newest_text,
    }


def _criterion(criterion: Criterion, clauses) -> dict:
    names = ("name", "question", "asked", "weight", "is_price", "price_reason")
    sources = {source.clause_id for source in criterion.sources.all()}
    numbers = [print_number for print_number, clause in clauses if clause.pk in sources]
    return {**{name: getattr(criterion, name) for name in names}, "clauses": numbers}


def _indicators(indicators, clauses) -> list[dict]:
    print_numbers = {clause.pk: print_number for print_number, clause in clauses}
    names = ("name", "unit", "baseline", "target", "lower_is_better", "how")
    return [{**{name: getattr(i, name) for name in names}, "clause": print_numbers[i.clause_id]} for i in indicators]


def _initiatives(call: Call, clauses) -> dict:
    """What the request says of what people began themselves; nothing where there was none."""
    print_numbers = {clause.pk: print_number for print_number, clause in clauses}
    words = InitiativeWord.objects.standing().filter(call=call).select_related("initiative").order_by("initiative__name", "pk")
    rows = [
        {
            "initiative": one.initiative.public_id,
            "name": str(one.initiative),
            "word": one.word,
            "reason": one.reason,
            "clause": print_numbers.get(one.clause_id, ""),
        }
        for one in words
    ]
    return {"initiatives": rows} if rows else {}


def _known_ahead(tender, for_bids: bool) -> dict:
    """What the makers of plans for this tender knew ahead: it is published with the request that parties bid on."""
    plans = Plan.objects.touching(tender.pk)
    pieces = Knowledge.objects.published().filter(plan__in=plans).select_related("plan").order_by("shared_on", "pk")
    rows = [
        {
            "plan": str(one.plan),
            "makers": _HIDDEN if one.plan.hidden_at else one.plan.makers,
            "day": str(one.shared_on),
            "text": one.text,
        }
        for one in pieces
    ]
    return {"known_ahead": rows} if rows and for_bids else {}


def _freeze_rows(version: CallVersion, clauses, criteria, indicators) -> None:
    frozen = FrozenClause.objects.bulk_create(
        FrozenClause(
            version=version,
            clause=clause,
            clause_version_id=clause.newest_id,
            lot=clause.lot,
            position=position,
            number=print_number,
            section=clause.section,
            title=clause.title,
            text=clause.newest_text,
        )
        for position, (print_number, clause) in enumerate(clauses, start=1)
    )
    FrozenCriterion.objects.bulk_create(
        FrozenCriterion(
            version=version, criterion=c, position=position, name=c.name, question=c.question, asked=c.asked, weight=c.weight
        )
        for position, c in enumerate(criteria, start=1)
    )
    FrozenGrade.objects.bulk_create(
        FrozenGrade(version=version, label=grade["label"], meaning=grade["meaning"], points=grade["points"])
        for grade in version.content["grades"]
    )
    frozen_clauses = {row.clause_id: row for row in frozen}
    FrozenIndicator.objects.bulk_create(
        FrozenIndicator(
            version=version,
            indicator=i,
            frozen_clause=frozen_clauses[i.clause_id],
            name=i.name,
            unit=i.unit,
            baseline=i.baseline,
            target=i.target,
            lower_is_better=i.lower_is_better,
            how=i.how,
        )
        for i in indicators
    )
