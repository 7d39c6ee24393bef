"""What several contributions say together, and the municipality's answer to each."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.actions.dialogue import save_by_version
from dialogues.models import Contribution, Finding, FindingSource, Outcome, Response, ResponseChange
from events import clock, log
from tenders.locks import hold, one_at_a_time
from tenders.models import Tender
from tenders.refusal import Changed, Refused


@transaction.atomic
def make_finding(*, tender: Tender, by: User, title: str, contributions, text: str = "") -> Finding:
    """One sentence that several contributions say together; each stays as it is, with its own author and page."""
    tender = hold(tender)
    sources = list(contributions)
    if not sources or any(source.tender_id != tender.pk for source in sources):
        raise Refused({"contributions": _("Choose the contributions of this tender that say it.")})
    finding = Finding(tender=tender, title=title.strip(), text=text.strip(), by=by, at=clock.now())
    finding.full_clean()
    finding.save()
    FindingSource.objects.bulk_create(FindingSource(finding=finding, contribution=source) for source in sources)
    log.record("dialogues.finding_made", by=by, thing=finding, public=True, sources=len(sources))
    return finding


@transaction.atomic
def respond(*, contribution: Contribution, by: User, outcome: Outcome, reason: str, version: int = 0) -> Response:
    """The answer to one contribution. Changing an answer keeps what it was; `version` is that of the answer that was seen."""
    tender = hold(contribution.tender)
    one_at_a_time("responses", tender.pk)
    given = Response.objects.filter(contribution=contribution).select_related("contribution__tender__municipality").first()
    if given is None:
        return _answer(contribution, by, outcome, reason)
    if given.version != version:
        raise Changed(
            _("Somebody else answered this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    if (given.outcome, given.reason) == (outcome, reason.strip()):
        return given
    ResponseChange.objects.create(response=given, outcome=given.outcome, reason=given.reason, by=given.by, at=given.at)
    save_by_version(given, version, outcome=outcome, reason=reason.strip(), by=by, at=clock.now())
    log.record("dialogues.response_changed", by=by, thing=given, public=True, outcome=str(outcome))
    return given


@transaction.atomic
def respond_to_finding(*, finding: Finding, by: User, outcome: Outcome, reason: str) -> list[Response]:
    """The same answer to every contribution of a finding that has none yet."""
    tender = hold(finding.tender)
    one_at_a_time("responses", tender.pk)
    waiting = Contribution.objects.unanswered().filter(findings__finding=finding).select_related("tender__municipality")
    given = [_answer(contribution, by, outcome, reason, finding) for contribution in waiting.order_by("number")]
    if not given:
        raise Refused(_("Every contribution of this finding has an answer already."), code="answered")
    return given


def _answer(contribution: Contribution, by: User, outcome: Outcome, reason: str, finding: Finding | None = None) -> Response:
    response = Response(contribution=contribution, finding=finding, outcome=outcome, reason=reason.strip(), by=by, at=clock.now())
    response.full_clean()
    response.save()
    log.record("dialogues.responded", by=by, thing=response, public=True, outcome=str(outcome))
    return response
