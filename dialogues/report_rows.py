"""The contributions of a report, one page at a time: per theme, in the order of their numbers."""

from django.core.paginator import Page, Paginator
from django.db.models import F

from dialogues.models import Conclusion, Contribution
from dialogues.rows import Answer, ContributionRow, Named, row_of
from events.composed import Pageable, composed_once

PER_PAGE = 25


def rows_of(conclusion: Conclusion, total: int, theme: str = "", number=None) -> Page:
    """A page of rows; `total` is known already."""
    rows = Pageable(_rows, None, conclusion.tender_id, conclusion.last_number, theme or None)
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = total
    page = paginator.get_page(number)
    page.object_list = [_answered(one, conclusion.tender) for one in page.object_list]
    return page


def _answered(one: Contribution, tender) -> tuple[str, ContributionRow]:
    """The name of its theme, and the row; of what was put together with another the answer to both."""
    row = row_of(one, tender)
    shared = one.merged_into.answer if one.merged_into_id and row.response is None and row.hidden is None else None
    if shared:
        row = row._replace(response=Answer(shared.outcome, shared.reason, Named(shared.by.name), shared.at))
    return one.theme.name if one.theme else "", row


@composed_once
def _rows(tender_id, last_number, theme, cut):
    rows = Contribution.objects.filter(tender=tender_id, number__lte=last_number).for_list()
    rows = rows.select_related("merged_into__response__by").order_by(F("theme__name").asc(nulls_last=True), "number")
    return (rows if theme is None else rows.filter(theme__name=theme))[cut]
