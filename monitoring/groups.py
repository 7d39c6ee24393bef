"""For which groups somebody can speak in a reflection: by what the person is in the tender."""

from evaluation.models import Capacity, Seat
from monitoring.models import Voice
from tenders.models import InvolvementRole
from tenders.models.involvement import involvements_of

GROUPS = {
    InvolvementRole.OFFICER: Voice.MUNICIPALITY,
    InvolvementRole.CONTRACTOR: Voice.PROVIDER,
    InvolvementRole.REPORTER: Voice.PROVIDER,
    InvolvementRole.ASSESSOR: Voice.COMMITTEE,
    InvolvementRole.CHAIR: Voice.COMMITTEE,
    InvolvementRole.SECRETARY: Voice.COMMITTEE,
    # The guide writes down what residents said, as at a meeting; who wrote the request with us speaks for residents too.
    InvolvementRole.GUIDE: Voice.RESIDENTS,
    InvolvementRole.CO_AUTHOR: Voice.RESIDENTS,
}


def groups_in(tender) -> list[Voice]:
    """The groups that look back on a tender: without competition there is no committee."""
    return [voice for voice in Voice if voice != Voice.COMMITTEE or tender.traits.competition]


def groups_by_tender(user) -> dict[int, set[Voice]]:
    """The groups of this person, by tender, read once. Who sits in the committee as a resident speaks for residents."""
    if not user.is_authenticated or not user.is_active:
        return {}
    if not hasattr(user, "_groups"):
        user._groups = _read_groups(user)
    return user._groups


def _read_groups(user) -> dict[int, set[Voice]]:
    found: dict[int, set[Voice]] = {}
    for involvement in involvements_of(user):
        if involvement.role in GROUPS:
            found.setdefault(involvement.tender_id, set()).add(GROUPS[involvement.role])
    as_resident = Seat.objects.sitting().filter(person=user, capacity__in=[Capacity.RESIDENT, Capacity.TARGET_GROUP])
    for tender_id in as_resident.values_list("lot__tender_id", flat=True):
        found[tender_id] = found.get(tender_id, set()) - {Voice.COMMITTEE} | {Voice.RESIDENTS}
    return found


def groups_of(user, tender) -> set[Voice]:
    return groups_by_tender(user).get(tender.pk, set())


def tenders_by_groups(user) -> dict[frozenset, list[int]]:
    """The same turned round: a set of groups, and the tenders in which the person has just those."""
    found: dict[frozenset, list[int]] = {}
    for tender_id, groups in groups_by_tender(user).items():
        found.setdefault(frozenset(groups), []).append(tender_id)
    return found
