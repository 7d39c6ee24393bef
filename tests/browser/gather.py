"""Everything that is looked at: the pages of every stage, and the moments between them."""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import fields

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from accounts.models import User
from tests.browser.moments import all_moments
from tests.browser.shown import Shown, walk
from tests.cast import Cast, make_cast
from tests.stages import STAGES


def everybody() -> tuple[str, ...]:
    """The name of each of the cast who can look at a page, the visitor too."""
    return tuple(one.name for one in fields(Cast) if one.type in (User, AnonymousUser))


def gather(readers: Iterable[str]) -> list[Shown]:
    """What these readers see: each page at its own stage, and the moments."""
    pages = _at_every_stage(readers)
    with _nothing_kept():
        pages += all_moments(make_cast())
    return pages


def gather_elsewhere(readers: Iterable[str]) -> list[Shown]:
    """Each page at every other stage that has what it is about."""
    return _at_every_stage(readers, elsewhere=True)


def gather_in_english(readers: Iterable[str]) -> list[Shown]:
    """The pages in English, each at its own stage."""
    return _at_every_stage(readers, language="en")


def _at_every_stage(readers: Iterable[str], **how) -> list[Shown]:
    pages = []
    for stage in STAGES:
        with _nothing_kept():
            pages += walk(make_cast(), stage, readers, **how)
    return pages


@contextlib.contextmanager
def _nothing_kept() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
