"""The contributions of a report, one page at a time, in the order of their numbers."""

from django.core.paginator import Page, Paginator

from dialogues.models import Conclusion, Contribution
from dialogues.rows import row_of
from events.composed import Pageable, composed_once

PER_PAGE = 25


def rows_of(conclusion: Conclusion, total: int, theme: str = "", number=None) -> Page:
    """A page of rows; `total` is known already."""
    rows = Pageable(_rows, None, conclusion.tender_id, conclusion.last_number, theme or None)
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = total
    page = paginator.get_page(number)
    page.object_list = [row_of(one, conclusion.tender) for one in page.object_list]
    return page


@composed_once
def _rows(tender_id, last_number, theme, cut):
    rows = Contribution.objects.filter(tender=tender_id, number__lte=last_number).for_list().order_by("number")
    return (rows if theme is None else rows.filter(theme__name=theme))[cut]
