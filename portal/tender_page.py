"""What the page of one tender gathers from the floors, each in one query."""

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from calls.models import CallVersion
from dialogues.models import Outcome, Response
from evaluation.models import Capacity, Seat
from tenders.models import Lot, Tender
from tenders.steps import STEP_PAGES, Step


def lots_of(tender: Tender) -> list[Lot]:
    """The lots with the size of their committee and its residents."""
    sitting = Seat.objects.sitting().filter(lot=OuterRef("pk")).order_by()
    residents = sitting.filter(capacity__in=[Capacity.RESIDENT, Capacity.TARGET_GROUP])
    return list(
        tender.lots.annotate(
            seats=_count(sitting, "lot"),
            residents=_count(residents, "lot"),
        )
    )


def outcome_counts(tender: Tender) -> list[tuple]:
    """What became of what people said: (words, number) per outcome, the best first; empty before the first answer."""
    counts = dict(Response.objects.filter(contribution__tender=tender).values_list("outcome").annotate(Count("pk")).order_by())
    return [(outcome.label, counts[outcome]) for outcome in Outcome if counts.get(outcome)]


def documents_of(tender: Tender) -> list[tuple]:
    """Published documents: (title, address, a line about it)."""
    versions = CallVersion.objects.published().filter(tender=tender).values_list("number", "document__file", "document__pages")
    found = []
    for number, file, pages in versions:
        title = _("The request, version %(number)d") % {"number": number}
        found.append((title, reverse("calls:show_version", args=[tender.slug, number]), _("web page")))
        if file:
            line = _("PDF, %(pages)d pages") % {"pages": pages}
            found.append((title, reverse("calls:download_version", args=[tender.slug, number]), line))
    return found


def links_of(tender: Tender) -> dict:
    """The link under each step that was reached."""
    words = {
        Step.DIALOGUE: _("What was said"),
        Step.REQUEST: _("The request"),
        Step.PROCEDURE: _("Why this route"),
        Step.SELECTION: _("How we choose"),
        Step.CONTRACT: _("What was agreed"),
        Step.MONITORING: _("How is it going?"),
    }
    return {step: (words[step], reverse(STEP_PAGES[step], args=[tender.slug])) for step in Step if step <= tender.step}


def _count(queryset, field: str) -> Subquery:
    return Subquery(queryset.values(field).annotate(n=Count("pk")).values("n"), output_field=IntegerField())
