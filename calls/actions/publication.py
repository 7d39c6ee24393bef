"""Publishing the request: first prepared, with its PDF, unreadable to others; then published by setting a time."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from calls.actions.holding import hold_call
from calls.conditions import procedure
from calls.freezing import freeze
from calls.models import CallVersion
from calls.standing import standing_of
from documents.models import Document
from events import clock, log
from tenders.gates import Gate, pass_gate
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Refused
from tenders.steps import Step

# Why this version was made; it is kept as it was written, in Dutch.
WHY = "Met de procedure en de planning erin, om te publiceren."
# What must be decided before the request is frozen with it.
DECIDED = (
    procedure.request_adopted,
    procedure.route_chosen,
    procedure.choice_signed,
    procedure.timetable_complete,
    procedure.timetable_lawful,
)


@transaction.atomic
def prepare_publication(*, tender: Tender, by: User) -> CallVersion:
    """Freeze the request with its procedure and timetable, and have its PDF made. Nobody outside the team can read it.

    Done twice, it changes nothing; after another timetable or choice it makes a new version.
    """
    call = hold_call(tender, Step.PROCEDURE)
    tender = call.tender
    standing = standing_of(tender)
    if standing.published:
        raise Refused(_("The request is published already."), code="published")
    if standing.prepared:
        return standing.prepared
    lacking = [fact.sentence for fact in DECIDED if not fact(tender)]
    if lacking:
        raise Refused(lacking, code="gate")
    version = freeze(call, by=by, reason=WHY, for_bids=True, procedure=standing.procedure_content())
    version.document = Document.objects.create(
        kind="call", title=f"Uitvraag: {tender.title}"[:200], content_sha256=version.content_sha256
    )
    version.save(update_fields=["document"])
    log.record("calls.publication_prepared", by=by, thing=version, content_sha256=version.content_sha256)
    return version


@transaction.atomic
def publish_call(*, tender: Tender, by: User) -> CallVersion:
    """Publish the prepared version: for everybody at once, web page and PDF. Done twice, it changes nothing. Raises GateClosed."""
    tender = hold(tender, Step.PROCEDURE)
    one_at_a_time("publication", tender.pk)
    standing = standing_of(tender)
    if standing.published:
        return standing.published
    pass_gate(tender, Gate.PUBLISH_CALL, by=by)
    version = standing.prepared
    version.published_at = clock.now()
    version.save(update_fields=["published_at"])
    log.record("calls.call_published", by=by, thing=version, public=True, content_sha256=version.content_sha256)
    return version
