"""What else has the words that somebody looks for: municipalities, neighbourhoods, plans, and what people just began."""

from functools import reduce
from itertools import groupby
from operator import or_
from typing import NamedTuple

from django.db.models import F, Q, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy

from accounts.models import Municipality
from areas.models import Area
from initiatives.models import Initiative, Plan
from tenders.search import LONGEST_SEARCH

_MOST = 5  # of each kind: who looks for more goes to the page of the municipality

# In the order in which they are shown: what each is called, and the page that it leads to.
_KINDS = {
    "1 place": (gettext_lazy("Municipalities"), "portal:show_municipality"),
    "2 area": (gettext_lazy("Neighbourhoods"), "portal:show_municipality"),
    "3 plan": (gettext_lazy("Plans from outside"), "golden_thread:follow_plan"),
    "4 begun": (gettext_lazy("What people began themselves"), "golden_thread:follow_initiative"),
}


class Found(NamedTuple):
    """One thing: its name, where it is, and its page."""

    name: str
    place: str
    url: str


def also_found(words: str, municipality: str = "") -> list[tuple[str, list[Found]]]:
    """(what they are called, at most five of them) for each kind of which something has the words. One statement."""
    words = words.strip()[:LONGEST_SEARCH]
    if not words:
        return []
    rows = sorted(_rows(words, municipality))
    return [
        (str(_KINDS[kind][0]), [Found(name, place, reverse(_KINDS[kind][1], args=[path])) for _kind, name, place, path in group])
        for kind, group in groupby(rows, key=lambda row: row[0])
    ]


def _rows(words: str, slug: str):
    """(kind, name, place, what its address holds) of all kinds, as one statement."""
    here, place = Q(municipality__slug=slug) if slug else Q(), {"place": F("municipality__name")}
    plans = Plan.objects.standing().filter(here, says(words, "title", "what", "area__name", "municipality__name"))
    begun = Initiative.objects.shown().filter(here, says(words, "name", "sentence", "spot", "area__name", "municipality__name"))
    kinds = (
        ("1 place", Municipality.objects.filter(name__icontains=words), {"place": Value("")}, "name", "slug"),
        ("2 area", Area.objects.filter(here, name__icontains=words), place, "name", "municipality__slug"),
        ("3 plan", plans, place, "title", "public_id"),
        ("4 begun", begun, place, "name", "public_id"),
    )
    found = []
    for kind, rows, where, name, path in kinds:
        first = rows.model.objects.filter(pk__in=rows.order_by("-pk").values("pk")[:_MOST]).order_by()
        about = {"sort": Value(kind), "called": Cast(name, TextField()), "path": Cast(path, TextField())}
        about |= {key: Cast(value, TextField()) for key, value in where.items()}
        found.append(first.annotate(**about).values_list("sort", "called", "place", "path"))
    return found[0].union(*found[1:])


def says(words: str, *fields: str) -> Q:
    """The words stand in one of the fields, as they were typed."""
    return reduce(or_, (Q(**{f"{field}__icontains": words}) for field in fields))
