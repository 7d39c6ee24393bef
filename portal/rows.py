"""A tender as one row of a list: the same words give the same HTML, so it is made once."""

import functools

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.standing import Standing, standings
from tenders.models import Tender


def rows_of(tenders) -> str:
    """The HTML of a row for each tender of `for_rows()`, in order; two queries for any number of them."""
    tenders = list(tenders)
    found = standings(tenders)
    return SafeString("".join(row_of(tender, found[tender.pk]) for tender in tenders))


def row_of(tender: Tender, standing: Standing) -> str:
    words = (str(standing.kind), str(standing.word), str(standing.line))
    return _row(tender.slug, tender.title, tender.summary, tender.municipality.name, tender.step, *words, get_language())


@functools.lru_cache(maxsize=4096, typed=True)
def _row(slug, title, summary, municipality, step, kind, word, line, language) -> str:
    """Everything that a row shows is an argument; nothing else may be read here."""
    values = {"title": title, "summary": summary, "municipality": municipality}
    standing = Standing(kind, word, line)
    return render_to_string("portal/_tender_row.html", {**values, "tender": Tender(slug=slug, step=step), "standing": standing})
