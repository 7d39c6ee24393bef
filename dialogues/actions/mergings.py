"""Putting contributions together that say the same, and taking them apart again. Each keeps its writer, its page and its place."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from dialogues.models import Contribution, Merging
from events import clock, log
from tenders.locks import hold, one_at_a_time
from tenders.refusal import Changed, Refused


@transaction.atomic
def merge_contribution(*, contribution: Contribution, into: Contribution, by: User, reason: str) -> Merging:
    """From now on it goes along with another: the answer to that one is the answer to both."""
    contribution, into = _alone(contribution, into)
    if into.pk == contribution.pk or into.tender_id != contribution.tender_id:
        raise Refused({"into": _("Choose another contribution of this tender.")})
    if contribution.merged_into_id == into.pk:
        return contribution.mergings.get(ended_at=None)
    if contribution.merged_into_id:
        raise Changed(_("Somebody put this together with another one just before you."), code="changed")
    if into.merged_into_id:
        raise Refused({"into": _("That one goes along with another already. Choose that other one.")})
    if into.hidden_at or into.withdrawn_at or contribution.hidden_at or contribution.withdrawn_at:
        raise Refused({"into": _("What is hidden or withdrawn is put together with nothing.")})
    if contribution.originals.exists():
        raise Refused({"into": _("Others go along with this one. Put them together the other way round.")})
    _require(reason)
    merging = Merging.objects.create(contribution=contribution, into=into, reason=reason.strip(), by=by, at=clock.now())
    contribution.merged_into = into
    contribution.save(update_fields=["merged_into"])
    log.record("dialogues.contribution_merged", by=by, thing=contribution, public=True, reason=reason, into=into.pk)
    return merging


@transaction.atomic
def unmerge_contribution(*, contribution: Contribution, by: User, reason: str) -> Merging:
    """It stands alone again, as before: with its own answer, or waiting for one."""
    (contribution,) = _alone(contribution)
    merging = contribution.mergings.filter(ended_at=None).first()
    if contribution.merged_into_id is None or merging is None:
        raise Changed(_("Somebody took this apart just before you."), code="changed")
    _require(reason)
    return _end(merging, contribution, by, reason)


def stand_alone(into: Contribution, by: User, reason: str) -> None:
    """What went along with a contribution that is hidden, or taken back, before it was answered waits for one of its own again."""
    for merging in Merging.objects.filter(into=into, ended_at=None).select_related("contribution__tender__municipality"):
        _end(merging, merging.contribution, by, reason)


def _end(merging: Merging, contribution: Contribution, by: User, reason: str) -> Merging:
    merging.ended_at, merging.ended_by, merging.ended_because = clock.now(), by, reason.strip()
    merging.save(update_fields=["ended_at", "ended_by", "ended_because"])
    contribution.merged_into = None
    contribution.save(update_fields=["merged_into"])
    log.record("dialogues.contribution_unmerged", by=by, thing=contribution, public=True, reason=reason, into=merging.into_id)
    return merging


def _require(reason: str) -> None:
    if not reason.strip():
        raise Refused({"reason": _("Say why. Everybody can read it.")})


def _alone(*contributions: Contribution) -> list[Contribution]:
    """The contributions, fresh, with everybody else who puts together in this tender waiting until this transaction ends."""
    tender = hold(contributions[0].tender)
    one_at_a_time("responses", tender.pk)
    found = Contribution.objects.select_related("tender__municipality").in_bulk([one.pk for one in contributions])
    return [found[one.pk] for one in contributions]
