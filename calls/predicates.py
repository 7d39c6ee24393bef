"""Words about the request for config/permissions."""

import rules

from calls.models import AmendmentState, CallVersion


@rules.predicate
def not_adopted(user, thing) -> bool:
    """The request is still being written. A thing is a call or has `.call`."""
    call = getattr(thing, "call", None) or getattr(getattr(thing, "clause", None), "call", None) or thing
    return call.adopted_at is None


@rules.predicate
def request_not_published(user, thing) -> bool:
    """Parties cannot read yet, on this platform, the request that they answer; some routes never have one."""
    return not CallVersion.objects.published().filter(tender=thing.tender).exists()


@rules.predicate
def proposed_it(user, amendment) -> bool:
    return user.is_authenticated and amendment.proposer_id == user.pk


@rules.predicate
def amendment_open(user, amendment) -> bool:
    return amendment.state == AmendmentState.OPEN


@rules.predicate
def version_published(user, version) -> bool:
    return version.published_at is not None
