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
    _add(finding, sources, by)
    log.record("dialogues.finding_made", by=by, thing=finding, public=True, sources=len(sources))
    return finding


@transaction.atomic
def add_to_finding(*, finding: Finding, by: User, contributions) -> int:
    """More contributions say the same; returns how many were added. Who stood in it already is not added twice."""
    tender = hold(finding.tender)
    one_at_a_time("responses", tender.pk)
    inside = set(FindingSource.objects.filter(finding=finding, ended_at=None).values_list("contribution", flat=True))
    sources = [source for source in contributions if source.pk not in inside]
    if any(source.tender_id != tender.pk or source.hidden_at for source in sources):
        raise Refused({"contributions": _("Choose the contributions of this tender that say it.")})
    if sources:
        _add(finding, sources, by)
        log.record("dialogues.added_to_finding", by=by, thing=finding, public=True, sources=len(sources))
    return len(sources)


@transaction.atomic
def take_from_finding(*, finding: Finding, contribution: Contribution, by: User, reason: str) -> FindingSource:
    """A contribution says something else after all. An answer that was given to the finding does not hold for it any more:
    it waits for one of its own. An answer of its own stays."""
    tender = hold(finding.tender)
    one_at_a_time("responses", tender.pk)
    source = FindingSource.objects.filter(finding=finding, contribution=contribution, ended_at=None).first()
    if source is None:
        raise Changed(_("Somebody took it out of this finding just before you."), code="changed")
    if not reason.strip():
        raise Refused({"reason": _("Say why. Everybody can read it.")})
    source.ended_at, source.ended_by, source.ended_because = clock.now(), by, reason.strip()
    source.save(update_fields=["ended_at", "ended_by", "ended_because"])
    given = Response.objects.filter(contribution=contribution, finding=finding, withdrawn_at=None).first()
    if given:
        given.withdrawn_at = clock.now()
        given.save(update_fields=["withdrawn_at"])
    log.record("dialogues.taken_from_finding", by=by, thing=contribution, public=True, reason=reason, finding=finding.pk)
    return source


@transaction.atomic
def respond(*, contribution: Contribution, by: User, outcome: Outcome, reason: str, version: int = 0) -> Response:
    """The answer to one contribution. Changing an answer keeps what it was; `version` is that of the answer that was seen."""
    tender = hold(contribution.tender)
    one_at_a_time("responses", tender.pk)
    if Contribution.objects.filter(pk=contribution.pk, hidden_at__isnull=False).exists():
        raise Refused(_("This contribution is hidden, so it waits for no answer."), code="hidden")
    given = Response.objects.filter(contribution=contribution).select_related("contribution__tender__municipality").first()
    if given is None:
        return _answer(contribution, by, outcome, reason)
    if given.version != version:
        raise Changed(
            _("Somebody else answered this while you were writing. What you wrote is still here; compare it first."), code="changed"
        )
    if given.withdrawn_at is None and (given.outcome, given.reason) == (outcome, reason.strip()):
        return given
    return _change(given, by, outcome, reason)


@transaction.atomic
def respond_to_finding(*, finding: Finding, by: User, outcome: Outcome, reason: str) -> list[Response]:
    """The same answer to every contribution of a finding that has none yet."""
    tender = hold(finding.tender)
    one_at_a_time("responses", tender.pk)
    inside = FindingSource.objects.current().filter(finding=finding).values("contribution")
    waiting = Contribution.objects.unanswered().filter(pk__in=inside).select_related("tender__municipality", "response__by")
    given = [_answer(contribution, by, outcome, reason, finding) for contribution in waiting.order_by("number")]
    if not given:
        raise Refused(_("Every contribution of this finding has an answer already."), code="answered")
    return given


def _add(finding: Finding, sources, by: User) -> None:
    FindingSource.objects.bulk_create(
        FindingSource(finding=finding, contribution=source, by=by, at=clock.now()) for source in sources
    )


def _answer(contribution: Contribution, by: User, outcome: Outcome, reason: str, finding: Finding | None = None) -> Response:
    before = getattr(contribution, "response", None)
    if before is not None:  # an earlier answer, that holds no more
        before.contribution = contribution
        return _change(before, by, outcome, reason, finding)
    response = Response(contribution=contribution, finding=finding, outcome=outcome, reason=reason.strip(), by=by, at=clock.now())
    response.full_clean()
    response.save()
    log.record("dialogues.responded", by=by, thing=response, public=True, outcome=str(outcome))
    return response


def _change(given: Response, by: User, outcome: Outcome, reason: str, finding: Finding | None = None) -> Response:
    """Another answer in the place of one that was given; what it was is kept. One that was withdrawn holds again."""
    ResponseChange.objects.create(response=given, outcome=given.outcome, reason=given.reason, by=given.by, at=given.at)
    values = {"outcome": outcome, "reason": reason.strip(), "by": by, "at": clock.now(), "withdrawn_at": None}
    if given.withdrawn_at:
        values["finding"] = finding
    save_by_version(given, given.version, **values)
    log.record("dialogues.response_changed", by=by, thing=given, public=True, outcome=str(outcome))
    return given
