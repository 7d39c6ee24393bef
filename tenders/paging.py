"""A page of a list in one statement, for pages that ask the database much already."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window

_DIGITS = 6  # no list has more pages


def page_of(rows: QuerySet, number, size: int) -> Page:
    """The rows of this page, counted along with them; a number that is no page gives the nearest, in two statements more."""
    text = str(number or "")
    wanted = max(int(text[:_DIGITS]), 1) if text.isdecimal() else 1
    found = list(rows.annotate(in_all=Window(Count("*")))[(wanted - 1) * size : wanted * size])
    total = found[0].in_all if found else rows.count() if wanted > 1 else 0
    page = Paginator(range(total), size).get_page(wanted)
    page.object_list = found or list(rows[(page.number - 1) * size : page.number * size]) if total else []
    return page
