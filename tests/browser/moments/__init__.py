"""Pages that no address shows by itself: what comes after an act, too late, by mistake, or with two factors.

Each function is one occasion; it puts what was shown into the album.
"""

from tests.browser.moments import dialogue, door, later, neighbourhood
from tests.browser.moments.album import Album
from tests.browser.shown import Shown


def all_moments(cast) -> list[Shown]:
    album = Album()
    for module in (door, neighbourhood, dialogue, later):
        for occasion in module.OCCASIONS:
            occasion(cast, album)
    return album.pages
