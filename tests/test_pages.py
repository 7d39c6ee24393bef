"""Every page as everybody: the status each gets, and statements that do not grow with the data.

`tests/pages.txt` is the golden table; write it again with `python -m pytest tests/write_pages.py` and read the difference.
"""

from pathlib import Path

import pytest

from tests.pages import PAGES
from tests.stages import STAGES, things
from tests.walk import address, line_of, named_urls, statements_of

pytestmark = pytest.mark.whole

FILE = Path(__file__).parent / "pages.txt"
WALKED = [stage for stage in STAGES if any(row[0] == stage for row in PAGES.values())]
# Who looks when statements are counted: a visitor where a visitor may, and one with much to see.
READERS = ("visitor", "officer", "assessor", "entrepreneur", "administrator")


def pages_at(stage: str) -> list[str]:
    return [name for name, row in PAGES.items() if row[0] == stage]


def test_every_address_has_a_row():
    assert named_urls() == set(PAGES)


@pytest.mark.parametrize("stage", WALKED)
def test_everybody_gets_the_status_that_was_agreed(cast, stage):
    found = things(cast, stage)
    agreed = [line for line in FILE.read_text().splitlines() if line.startswith(f"{stage:<10}")]
    assert [line_of(cast, name, found) for name in pages_at(stage)] == agreed


@pytest.mark.parametrize("stage", WALKED)
def test_no_page_asks_more_when_there_is_more(cast, stage, django_db_blocker):
    few, many = things(cast, stage, many=1), things(cast, stage, many=3)
    grown, repeated = {}, {}
    for name in pages_at(stage):
        for who in READERS:
            person = cast.people()[who]
            one, _times = statements_of(person, address(name, few))
            three, times = statements_of(person, address(name, many))
            if one != three:
                grown[name, who] = (one, three)
            if times > 2:
                repeated[name, who] = times
    assert (grown, repeated) == ({}, {})
