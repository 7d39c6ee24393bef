"""Finished facts about the procedure, for config/gates.py. A thing is a tender; all facts of one tender read it once."""

from django.utils.translation import gettext_lazy as _

from calls.standing import standing_of
from tenders.gates import fact
from tenders.law.values import Lapsed


@fact(_("Adopt the request."), page="calls:adopt_call")
def request_adopted(tender) -> bool:
    return standing_of(tender).adopted is not None


@fact(_("Choose the route, with a reason."), page="calls:choose_route")
def route_chosen(tender) -> bool:
    standing = standing_of(tender)
    return standing.choice is not None and standing.choice.route == tender.route


@fact(_("Let everybody sign the choice who must."), page="calls:show_procedure")
def choice_signed(tender) -> bool:
    return standing_of(tender).is_signed


@fact(_("Fill in every moment of the timetable."), page="calls:set_timetable")
def timetable_complete(tender) -> bool:
    return standing_of(tender).is_complete


@fact(_("Give parties the time that the law asks."), page="calls:set_timetable")
def timetable_lawful(tender) -> bool:
    """A term that is not known any more is no lawful term, nor is one that nobody set."""
    standing = standing_of(tender)
    try:
        return standing.is_complete and not any(breach.blocks for _rule, breach in standing.breaches())
    except Lapsed:
        return False


@fact(_("Give parties more time than the least: they must find each other, or are away."), page="calls:set_timetable")
def timetable_roomy(tender) -> bool:
    standing = standing_of(tender)
    try:
        return standing.is_complete and not standing.breaches()
    except Lapsed:
        return False


@fact(_("Make the tender public first."), page="tenders:publish_tender")
def tender_public(tender) -> bool:
    return tender.published_at is not None


@fact(_("Prepare the request with its procedure and timetable."), page="calls:prepare_publication")
def publication_prepared(tender) -> bool:
    return standing_of(tender).prepared is not None


@fact(_("Wait until its PDF was made. That takes a minute."), page="calls:publish_call")
def document_made(tender) -> bool:
    prepared = standing_of(tender).prepared
    return prepared is not None and prepared.document is not None and bool(prepared.document.file)


@fact(_("Publish the request."), page="calls:publish_call")
def call_published(tender) -> bool:
    return standing_of(tender).published is not None
