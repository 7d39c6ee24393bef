"""Verbs about clauses: adding, writing and withdrawing them, and saying from which contribution they come."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from calls.actions.holding import hold_draft
from calls.models import Call, Clause, ClauseSource, ClauseVersion, Section
from dialogues.models import Response
from events import clock, log
from initiatives.models import PlanAnswer, PlanOutcome
from tenders.models import Lot, Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def edit_call(*, tender: Tender, by, version: int, short_version: str, max_lots_per_party: int | None = None) -> Call:
    """Write the short version, and how many lots one party may have. Raises Changed when a colleague saved it meanwhile."""
    call = hold_draft(tender)
    if call.version != version:
        raise Changed(_("A colleague saved the short version just before you. Your text is still here."), code="version")
    call.short_version, call.max_lots_per_party = short_version.strip(), max_lots_per_party
    call.version += 1
    call.save(update_fields=["short_version", "max_lots_per_party", "version"])
    log.record("calls.call_edited", by=by, thing=call, public=True, version=call.version)
    return call


@transaction.atomic
def add_clause(*, tender: Tender, by, section: Section, title: str, text: str, lot: Lot | None = None) -> Clause:
    """A new part of the request, with its first wording."""
    call = hold_draft(tender)
    number = (call.clauses.aggregate(last=Max("number"))["last"] or 0) + 1
    clause = Clause.objects.create(call=call, number=number, section=section, title=title.strip(), lot=lot)
    new_version(clause, by=by, number=1, text=text)
    log.record("calls.clause_added", by=by, thing=clause, public=True, number=number)
    return clause


@transaction.atomic
def write_clause(
    *, clause: Clause, by, version: int, title: str, text: str, section: Section, lot: Lot | None = None, reason: str = ""
) -> ClauseVersion:
    """Write another wording, as a new version. Raises Changed when `version` is not the newest: nothing is written over."""
    clause = hold_clause(clause)
    newest = newest_version(clause)
    if newest.number != version:
        raise Changed(
            _("%(name)s saved another text just before you. You see both texts on this page. Nothing of yours is lost.")
            % {"name": newest.author.name},
            code="version",
        )
    title, text = title.strip(), _clean(text)
    if (newest.text, clause.title, clause.section, clause.lot) == (text, title, section, lot):
        return newest
    clause.title, clause.section, clause.lot = title, section, lot
    clause.save(update_fields=["title", "section", "lot"])
    written = new_version(clause, by=by, number=newest.number + 1, text=text, reason=reason)
    log.record("calls.clause_written", by=by, thing=clause, public=True, reason=reason, version=written.number)
    return written


@transaction.atomic
def withdraw_clause(*, clause: Clause, by, reason: str) -> Clause:
    """Take a part out of the request. It stays on its own page, with when and why."""
    clause = hold_clause(clause)
    if clause.amendments.open().exists():
        raise Refused(_("Answer the open proposals on this part first. Who made them counts on an answer."), code="open")
    if clause.indicators.current().exists():
        raise Refused(_("An indicator belongs to this part. Give it to another part, or withdraw it first."), code="indicator")
    clause.withdrawn_at, clause.withdrawn_because = clock.now(), reason.strip()
    clause.save(update_fields=["withdrawn_at", "withdrawn_because"])
    log.record("calls.clause_withdrawn", by=by, thing=clause, public=True, reason=reason)
    return clause


@transaction.atomic
def link_source(*, clause: Clause, by, response: Response, reason: str) -> ClauseSource:
    """The golden thread: this part comes from the answer to a contribution, and `reason` says what of it stands in it."""
    clause = hold_clause(clause)
    if response.contribution.tender_id != clause.call.tender_id:
        raise Refused(_("This contribution belongs to another tender."), code="tender")
    if clause.sources.filter(response=response).exists():
        raise Refused(_("This contribution is linked to this part already."), code="twice")
    source = ClauseSource.objects.create(clause=clause, response=response, reason=reason.strip(), by=by)
    log.record(
        "calls.source_linked",
        by=by,
        thing=source,
        public=True,
        reason=reason,
        clause=clause.pk,
        contribution=response.contribution_id,
    )
    return source


@transaction.atomic
def link_plan(*, clause: Clause, by, answer: PlanAnswer, reason: str) -> ClauseSource:
    """The golden thread: a plan from outside was answered yes or together, and `reason` says what of it stands in this part."""
    clause = hold_clause(clause)
    if answer.outcome == PlanOutcome.NO or answer.replaced_at or answer.tender is None or answer.tender.pk != clause.call.tender_id:
        raise Refused(_("Only a plan with the answer yes or together, that goes into this tender, can be linked."), code="tender")
    if clause.sources.filter(plan_answer=answer).exists():
        raise Refused(_("This plan is linked to this part already."), code="twice")
    source = ClauseSource.objects.create(clause=clause, plan_answer=answer, reason=reason.strip(), by=by)
    log.record("calls.plan_linked", by=by, thing=source, public=True, reason=reason, clause=clause.pk, plan=answer.plan_id)
    return source


def hold_clause(clause: Clause) -> Clause:
    """A part of a request that is being written, locked with it. Raises Changed when the part was withdrawn meanwhile."""
    call = hold_draft(clause.call.tender)
    fresh = Clause.objects.select_related("lot").get(pk=clause.pk, call=call)
    fresh.call = call
    if fresh.withdrawn_at:
        raise Changed(_("This part was withdrawn meanwhile."), code="withdrawn")
    return fresh


def newest_version(clause: Clause) -> ClauseVersion:
    return clause.versions.select_related("author").order_by("-number").first()


def new_version(clause: Clause, *, by, number: int, text: str, reason: str = "", amendment=None) -> ClauseVersion:
    """Write down a wording; the caller holds the clause."""
    return ClauseVersion.objects.create(
        clause=clause,
        number=number,
        title=clause.title,
        text=_clean(text),
        reason=reason.strip(),
        author=by,
        amendment=amendment,
        at=clock.now(),
    )


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
