"""Which area is meant where two have the same name: a district and a neighbourhood in it, or twice "Verspreide huizen".

What is asked here has `pk`, `name`, `code`, `in_full` and `in_address`, as an Area has.
"""

from collections import Counter
from collections.abc import Iterable, Sequence


def told_apart(areas: Sequence) -> dict[int, str]:
    """What each area is called, by its id, so that no two are called the same: its name, or else in full, or with its code."""
    names, in_full = Counter(area.name for area in areas), Counter(area.in_full for area in areas)

    def called(area) -> str:
        if names[area.name] == 1:
            return area.name
        return area.in_full if in_full[area.in_full] == 1 else f"{area.in_full} {area.code}".strip()

    return {area.pk: called(area) for area in areas}


def asked_for(areas: Iterable, asked: str):
    """The area that an address asks for; also by its name, as older addresses do, when no other has that; else None."""
    there = [area for area in areas if asked and asked in (area.in_address, area.name)]
    exactly = [area for area in there if area.in_address == asked]
    return next(iter(exactly), there[0] if len(there) == 1 else None)
