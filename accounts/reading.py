"""What readers may see differs; what visitors may see does not, so their statements are composed once."""

import functools
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from events.composed import composed_once


def composed_for_visitors(compose: Callable[..., QuerySet]) -> Callable[..., list]:
    """`compose(reader, *values)`, with `visible_to(reader)` in it: for a visitor composed once, for who is signed in each time."""

    @composed_once
    @functools.wraps(compose)
    def for_visitors(*values):
        return compose(AnonymousUser(), *values)

    @functools.wraps(compose)
    def rows(reader, *values) -> list:
        return list(compose(reader, *values)) if reader.is_authenticated else for_visitors(*values)

    return rows
