"""Why somebody who opened a page is asked to sign in first, and the way back for who would rather not."""

from typing import NamedTuple
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

_BACK_TO = {"notifications:follow_tender": "portal:show_tender"}


class AskedFirst(NamedTuple):
    """`back` is the page from which it was asked; "" where there is none that a visitor may read."""

    why: str
    back: str = ""


def asked_first(path: str) -> AskedFirst | None:
    """About the page at this address, to which somebody goes after signing in; None when there is no such page here."""
    try:
        page = resolve(urlsplit(path).path)
    except (Resolver404, ValueError):
        return None
    if page.view_name not in _BACK_TO:
        return AskedFirst(_("For this you sign in first. Then we bring you where you wanted to go."))
    why = _("To tell you when something changes in this tender, we need your e-mail address.")
    return AskedFirst(why, reverse(_BACK_TO[page.view_name], kwargs=page.kwargs))
