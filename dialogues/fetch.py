"""Fetching is checking: the only ways for a view of the dialogue to get something."""

from django.http import Http404

from accounts.permissions import check, fetch
from dialogues.models import (
    Appeal,
    Conclusion,
    Contribution,
    Dialogue,
    Expert,
    ExpertGroup,
    Finding,
    Flag,
    Live,
    Meeting,
    Pilot,
    Proposal,
    Stack,
)
from events.composed import composed_once
from tenders.fetch import tender_for
from tenders.models import Tender

VIEW = "dialogues.view_dialogue"
_WORDS = ("text", "original_text", "original_language", "shown_name", "email", "code_hash")


def dialogue_for(request, slug: str, permission: str = VIEW) -> Dialogue:
    """The dialogue of the tender at this address.

    Where nothing was written yet, or others still prepare it, it is an empty one that was not saved: the page is there
    as soon as the tender is, and says so.
    """
    dialogue = next(iter(_dialogues_at(slug, *Tender.objects.reach_of(request.user))), None)
    empty = dialogue is None
    if empty:
        tenders = Tender.objects.select_related("municipality")
        dialogue = Dialogue(tender=fetch(tenders, request.user, "tenders.view_tender", slug=slug))
    request.municipality = dialogue.tender.municipality
    return dialogue if empty and permission == VIEW else check(request.user, permission, dialogue)


@composed_once
def _dialogues_at(slug, tender_ids, municipality_ids):
    return Dialogue.objects.for_page().within(tender_ids, municipality_ids).filter(tender__slug=slug)


def tender_of(request, slug: str, permission: str) -> Tender:
    """The tender at this address, whose municipality the page is of."""
    tender = tender_for(request.user, slug, permission)
    request.municipality = tender.municipality
    return tender


def meeting_for(request, slug: str, public_id: str, permission: str) -> Meeting:
    """A meeting of the tender at this address."""
    return _of_tender(Meeting, request, permission, tender__slug=slug, public_id=public_id)


def contribution_for(request, slug: str, number: int, permission: str) -> Contribution:
    """A contribution by its number in the tender."""
    return _of_tender(Contribution, request, permission, tender__slug=slug, number=number)


def stack_for(request, slug: str, public_id: str, permission: str) -> Stack:
    """A stack of paper forms that this person types in."""
    return _of_tender(Stack, request, permission, tender__slug=slug, public_id=public_id)


def finding_for(request, slug: str, public_id: str, permission: str) -> Finding:
    return _of_tender(Finding, request, permission, tender__slug=slug, public_id=public_id)


def live_for(request, public_id: str, permission: str) -> Live:
    """A question to the room, by the address that stands on the big screen."""
    return _of_tender(Live, request, permission, public_id=public_id)


def group_for(request, slug: str, public_id: str, permission: str) -> ExpertGroup:
    """A theme group of the tender at this address."""
    return _of_tender(ExpertGroup, request, permission, tender__slug=slug, public_id=public_id)


def proposal_for(request, slug: str, number: int, permission: str) -> Proposal:
    """A proposal by its number in the tender."""
    return _of_tender(Proposal, request, permission, tender__slug=slug, number=number)


def pilot_for(request, slug: str, permission: str) -> Pilot:
    """What is tried out in the tender at this address."""
    tender = tender_of(request, slug, permission)
    pilot = Pilot.objects.for_page().filter(tender=tender).first()
    if pilot is None:
        raise Http404
    return pilot


def expert_for(request, slug: str, group: str, public_id: str, permission: str) -> Expert:
    """Somebody who sits in a theme group of the tender at this address."""
    found = group_for(request, slug, group, "dialogues.view_group")
    expert = Expert.objects.sitting().filter(group=found, public_id=public_id).first()
    if expert is None:
        raise Http404
    expert.group = found
    return check(request.user, permission, expert)


def place_for(request, slug: str, number: int) -> Contribution:
    """The place of a contribution whose words are hidden: that it is there, and who hid it for which reason. No words."""
    places = Contribution.objects.places_for(request.user).filter(hidden_at__isnull=False, tender__slug=slug, number=number)
    brought = places.select_related("tender__municipality", "hiding__by", "hiding__ground", "hiding__appeal")
    place = brought.defer(*_WORDS).first()
    if place is None:
        raise Http404
    for name in _WORDS:  # not read, and not to be read by asking for it later
        setattr(place, name, "")
    request.municipality = place.tender.municipality
    return place


def flag_for(request, slug: str, public_id: str, permission: str) -> Flag:
    """A report about a contribution, of one's own or for an officer."""
    flag = fetch(Flag.objects.for_page(), request.user, permission, contribution__tender__slug=slug, public_id=public_id)
    request.municipality = flag.tender.municipality
    return flag


def appeal_for(request, slug: str, public_id: str, permission: str) -> Appeal:
    lookup = {"hiding__contribution__tender__slug": slug, "public_id": public_id}
    appeal = fetch(Appeal.objects.for_page(), request.user, permission, **lookup)
    request.municipality = appeal.tender.municipality
    return appeal


def conclusion_for(request, slug: str, permission: str = "dialogues.view_conclusion") -> Conclusion:
    """How the dialogue of a tender was concluded last; also when it opened again since."""
    newest = Conclusion.objects.for_page().order_by("-id")
    conclusion = fetch(newest, request.user, permission, tender__slug=slug)
    request.municipality = conclusion.tender.municipality
    return conclusion


def part_for(request, slug: str, model, public_id: str):
    """A fact or an open question of a dialogue that this person may edit."""
    dialogue = dialogue_for(request, slug, "dialogues.edit_dialogue")
    part = model.objects.filter(dialogue=dialogue.pk, public_id=public_id, removed_at=None).first()
    if part is None:
        raise Http404
    part.dialogue = dialogue
    return part


def _of_tender(model, request, permission: str, **lookup):
    thing = fetch(model.objects.for_page(), request.user, permission, **lookup)
    request.municipality = thing.tender.municipality
    return thing
