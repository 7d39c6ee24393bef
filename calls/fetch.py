"""Fetching is checking, for the request: the ways for a view to get it, a part of it, an amendment."""

from django.shortcuts import get_object_or_404

from accounts.permissions import check, fetch
from accounts.reading import composed_for_visitors
from calls.models import Amendment, Call, Clause
from tenders.models import Tender


def call_for(user, slug: str, permission: str) -> Call:
    """The request of the tender at this address; one that nobody began to write is there too, and not stored yet."""
    call = next(iter(_calls_at(user, slug)), None)
    if call is None:
        call = Call(tender=fetch(Tender.objects.select_related("municipality"), user, "tenders.view_tender", slug=slug))
    return check(user, permission, call)


@composed_for_visitors
def _calls_at(reader, slug):
    return Call.objects.visible_to(reader).for_page().filter(tender__slug=slug)


def clause_for(user, slug: str, number: int, permission: str) -> Clause:
    """A part of the request, with its newest wording. Withdrawn ones can only be read."""
    call = call_for(user, slug, "calls.view_call")
    clauses = Clause.objects.for_list().filter(call_id=call.pk)
    clause = get_object_or_404(clauses if permission == "calls.view_call" else clauses.current(), number=number)
    clause.call = call
    return check(user, permission, clause)


def amendment_for(user, slug: str, public_id: str, permission: str) -> Amendment:
    return fetch(Amendment.objects.for_page(), user, permission, public_id=public_id, clause__call__tender__slug=slug)
