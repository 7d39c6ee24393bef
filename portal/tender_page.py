"""What the page of one tender gathers from the floors, each in one query."""

from dataclasses import dataclass, field

from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from calls.models import CallVersion
from dialogues.models import Conclusion, Outcome, Response
from evaluation.models import Capacity, Seat
from events.composed import composed_once
from inventory.models import MayStop, TaskTender
from tenders.gates import pages_of
from tenders.models import Lot, Tender
from tenders.steps import STEP_PAGES, Step


def lots_of(tender: Tender) -> list[Lot]:
    """The lots with the size of their committee and its residents."""
    return _lots(tender.pk)


@composed_once
def _lots(tender_id):
    sitting = Seat.objects.sitting().filter(lot=OuterRef("pk")).order_by()
    residents = sitting.filter(capacity__in=[Capacity.RESIDENT, Capacity.TARGET_GROUP])
    return Lot.objects.filter(tender=tender_id).annotate(seats=_count(sitting, "lot"), residents=_count(residents, "lot"))


def outcome_counts(tender: Tender) -> list[tuple]:
    """What became of what people said: (words, number) per outcome, the best first; empty before the first answer."""
    counts = dict(_outcomes(tender.pk))
    return [(outcome.label, counts[outcome]) for outcome in Outcome if counts.get(outcome)]


@composed_once
def _outcomes(tender_id):
    return Response.objects.holding().filter(contribution__tender=tender_id).values_list("outcome").annotate(Count("pk")).order_by()


@dataclass
class Around:
    """What stands around a tender: its documents as (title, address, a line about it), the other municipalities that lead it,
    the line of an inventory that it came from, and the contracts that may stop by it; these as (name, address).
    """

    documents: list[tuple] = field(default_factory=list)
    others: list[tuple] = field(default_factory=list)
    origins: list[tuple] = field(default_factory=list)
    stopping: list[tuple] = field(default_factory=list)


def around(tender: Tender) -> Around:
    """What is published and was made before the platform, and where the tender comes from. One statement for all of it."""
    found = Around()
    for kind, number, words, name, pages in sorted(_around(tender.pk)):
        if kind == "other":
            found.others.append((words, reverse("portal:show_municipality", args=[name])))
        elif kind in ("from line", "may stop"):
            lines = found.origins if kind == "from line" else found.stopping
            lines.append((words, reverse("golden_thread:follow_line", args=[tender.municipality.slug, name])))
        elif kind == "conclusion":
            found.documents += _report(tender, name, pages)
        elif kind == "before":
            line = _("from before this website, step %(step)s") % {"step": Step(number).label}
            found.documents.append((words, reverse("tenders:download_prior_document", args=[tender.slug, name]), line))
        else:
            found.documents += _version(tender, number, name, pages)
    return found


@composed_once
def _around(tender_id):
    nothing, zero = Value("", output_field=CharField()), Value(0, output_field=IntegerField())
    file = Coalesce("document__file", nothing, output_field=CharField())
    versions = CallVersion.objects.published().filter(tender=tender_id).order_by()
    rows = versions.annotate(kind=Value("version"), words=nothing).values_list(
        "kind", "number", "words", file, Coalesce("document__pages", zero)
    )
    tender = Tender(pk=tender_id)
    before = tender.prior_documents.order_by().annotate(kind=Value("before"))
    others = tender.others.order_by().annotate(kind=Value("other"), number=zero)
    concluded = Conclusion.objects.filter(tender=tender_id, reopened_at=None).order_by()
    concluded = concluded.annotate(kind=Value("conclusion"), number=zero, words=nothing)
    return rows.union(
        before.values_list("kind", "step", "title", "upload__public_id", zero),
        others.values_list("kind", "number", "name", "slug", zero),
        _lines_tied(TaskTender.objects.filter(tender=tender_id), "from line"),
        _lines_tied(MayStop.objects.standing().told().filter(tender=tender_id), "may stop"),
        concluded.values_list(
            "kind",
            "number",
            "words",
            file,
            Coalesce("document__pages", zero),
        ),
        all=True,
    )


def _lines_tied(rows, kind: str):
    """The lines of an inventory that these rows tie to a tender."""
    zero = Value(0, output_field=IntegerField())
    kinds = rows.order_by().annotate(kind=Value(kind), number=zero)
    return kinds.values_list("kind", "number", "line__title", "line__public_id", zero)


def _report(tender: Tender, file: str, pages: int):
    title = _("Report of the dialogue")
    yield title, reverse("dialogues:show_conclusion", args=[tender.slug]), _("web page")
    if file:
        yield title, reverse("dialogues:download_conclusion", args=[tender.slug]), _("PDF, %(pages)d pages") % {"pages": pages}


def _version(tender: Tender, number: int, file: str, pages: int):
    title = _("The request, version %(number)d") % {"number": number}
    yield title, reverse("calls:show_version", args=[tender.slug, number]), _("web page")
    if file:
        line = _("PDF, %(pages)d pages") % {"pages": pages}
        yield title, reverse("calls:download_version", args=[tender.slug, number]), line


def links_of(tender: Tender) -> dict:
    """The link under each step that was reached and has a page on this route."""
    words = {
        Step.DIALOGUE: _("What was said"),
        Step.REQUEST: _("The request"),
        Step.PROCEDURE: _("Why this route"),
        Step.SELECTION: _("How we choose"),
        Step.CONTRACT: _("What was agreed"),
        Step.MONITORING: _("How is it going?"),
    }
    if not tender.traits.competition:
        words[Step.SELECTION] = _("The decision")
    return {step: (words[step], reverse(STEP_PAGES[step], args=[tender.slug])) for step in pages_of(tender)}


def _count(queryset, field: str) -> Subquery:
    return Subquery(queryset.values(field).annotate(n=Count("pk")).values("n"), output_field=IntegerField())
