"""Signing in again, just before an act that cannot be undone: opening, signing, awarding.

Our own check: allauth's lets a person without a password and a second factor pass. It is bound to one act (its address),
holds for ten minutes, and is used up by doing it.
"""

import functools
import time

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

_KEY = "signed_in_again"
_SECONDS = 600


def after_fresh_sign_in(view):
    """Let a view through only for who has just signed in again for this very address; others go and do that first."""

    @functools.wraps(view)
    def checked(request, *args, **kwargs):
        if not is_fresh(request.session, request.path):
            response = redirect(f"{reverse('accounts:sign_in_again')}?{urlencode({'next': request.path})}")
            response.not_done = True  # the form's token stays good
            return response
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.status_code in (301, 302, 303):
            use_up(request.session, request.path)
        return response

    return checked


def is_fresh(session, path: str) -> bool:
    at = session.get(_KEY, {}).get(path)
    # The computer's own clock: moving the demo's clock must not make a sign-in old or new.
    return at is not None and time.time() - at < _SECONDS


def mark(session, path: str) -> None:
    """Remember that the person signed in again for this address."""
    marks = {address: at for address, at in session.get(_KEY, {}).items() if time.time() - at < _SECONDS}
    session[_KEY] = {**marks, path: time.time()}


def use_up(session, path: str) -> None:
    marks = dict(session.get(_KEY, {}))
    marks.pop(path, None)
    session[_KEY] = marks
