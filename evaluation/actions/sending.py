"""From a decision that was made to letters that all have at the same moment: ready, approved by another, sent."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from documents.fingerprint import fingerprint
from documents.models import Document
from evaluation import freezing
from evaluation.actions.decisions import take_back
from evaluation.actions.lots import hold_lot
from evaluation.completeness import missing_in
from evaluation.models import AwardDecision, DecisionKind, Letter
from evaluation.standing import bring_along
from events import clock, log
from tenders.gates import Gate, pass_gate
from tenders.law import terms
from tenders.models import LotState
from tenders.refusal import Changed, Refused
from tenders.routes import After
from tenders.steps import Step

_DECIDING = (LotState.OPEN, LotState.IN_ASSESSMENT)


@transaction.atomic
def prepare_decision(*, decision: AwardDecision, by: User, send_on: dt.date) -> AwardDecision:
    """Freeze the decision, with the dates of its term, and have every letter made; nobody outside the team can read one.

    Raises Refused with everything that the law wants in a letter and that is missing.
    """
    decision = _hold(decision)
    if send_on < clock.today():
        raise ValidationError({"send_on": _("This day has passed.")}, code="passed")
    if missing := missing_in(decision):
        raise Refused(missing, code="incomplete")
    take_back(decision)
    decision.send_on, decision.prepared_at = send_on, clock.now()
    decision.term_begins_on, decision.term_ends_on = term_after(send_on, decision.tender.traits.after)
    letters = _make_letters(decision)
    decision.content = {
        **freezing.decision_content(decision),
        "letters": {one.public_id: fingerprint(one.content) for one in letters},
    }
    decision.content_sha256 = fingerprint(decision.content)
    decision.document = _document(decision, "award_decision", "besluit", decision.content)
    decision.document.save()
    if decision.kind != DecisionKind.DIRECT:
        decision.record_content = freezing.record_content(decision)
        decision.record = _document(decision, "evaluation_record", "proces-verbaal van beoordeling", decision.record_content)
        decision.record.save()
    decision.save()
    log.record("evaluation.decision_prepared", by=by, thing=decision, content_sha256=decision.content_sha256)
    return decision


@transaction.atomic
def approve_decision(*, decision: AwardDecision, by: User, content_sha256: str) -> AwardDecision:
    """Somebody else with the mandate approves exactly the content that was shown: it carries this fingerprint."""
    decision = _hold(decision)
    if decision.prepared_at is None or decision.content_sha256 != content_sha256:
        raise Changed(_("This decision was changed just before you. Read it again."), code="version")
    if decision.made_by_id == by.pk:
        raise Refused(_("Somebody else must approve what you made."), code="same")
    decision.approved_by, decision.approved_at = by, clock.now()
    decision.save(update_fields=["approved_by", "approved_at"])
    log.record("evaluation.decision_approved", by=by, thing=decision, content_sha256=content_sha256)
    return decision


@transaction.atomic
def send_decision(*, decision: AwardDecision, by: User) -> AwardDecision:
    """Send all letters at one moment; from now on the decision is public and the term runs."""
    decision = _hold(decision)
    pass_gate(decision, Gate.SEND_AWARD, by=by)
    decision.sent_at = clock.now()
    decision.save(update_fields=["sent_at"])
    lot = decision.lot
    lot.state = LotState.NOT_AWARDED if decision.kind == DecisionKind.NONE else LotState.DECIDED
    lot.save(update_fields=["state"])
    log.record("evaluation.decision_sent", by=by, thing=decision, public=True, content_sha256=decision.content_sha256)
    return decision


def term_after(sent_on: dt.date, after: After) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of what runs after a decision of that day: standstill, objection, or nothing."""
    ends = {After.STANDSTILL: terms.standstill_end, After.OBJECTION: terms.objection_end}.get(after)
    return (sent_on + dt.timedelta(days=1), ends(sent_on)) if ends else (None, None)


def _hold(decision: AwardDecision) -> AwardDecision:
    lot = hold_lot(decision.lot, Step.SELECTION, states=_DECIDING)
    fresh = AwardDecision.objects.select_for_update(of=("self",)).select_related("call_version", "party").get(pk=decision.pk)
    if fresh.is_sent:
        raise Changed(_("This decision was sent. It stays as it is."), code="sent")
    bring_along([lot])
    fresh.lot = lot
    return fresh


def _make_letters(decision: AwardDecision) -> list[Letter]:
    """One letter for each party, each with a document that waits for its file."""
    rows = freezing.letters_content(decision)
    documents = Document.objects.bulk_create(
        _document(decision, "award_letter", content["to"]["party"], content) for _party, _result, content in rows
    )
    return Letter.objects.bulk_create(
        Letter(decision=decision, party_id=party, result=result, content=content, document=document)
        for (party, result, content), document in zip(rows, documents, strict=True)
    )


def _document(decision: AwardDecision, kind: str, name: str, content: dict) -> Document:
    title = f"{decision.tender.title}, perceel {decision.lot.number} – {name}"
    return Document(kind=kind, title=title[:200], content_sha256=fingerprint(content), made_at=clock.now())
