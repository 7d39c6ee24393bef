"""Everything that is looked at: the pages of every stage, and the moments between them."""

import contextlib
from collections.abc import Iterable, Iterator

from django.db import transaction

from tests.browser.moments import all_moments
from tests.browser.shown import Shown, walk
from tests.cast import make_cast
from tests.stages import STAGES


def gather(readers: Iterable[str], *, every_stage: bool = False) -> list[Shown]:
    """What these readers see. `every_stage`: each page at every stage that has what it is about, not only at its own."""
    pages = []
    for stage in STAGES:
        with _nothing_kept():
            pages += walk(make_cast(), stage, readers, only_here=not every_stage)
    with _nothing_kept():
        pages += all_moments(make_cast())
    return pages


def gather_in_english(readers: Iterable[str]) -> list[Shown]:
    """The same pages in English, each at its own stage."""
    pages = []
    for stage in STAGES:
        with _nothing_kept():
            pages += walk(make_cast(), stage, readers, language="en")
    return pages


@contextlib.contextmanager
def _nothing_kept() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
