"""What is done with a request before any page sees it.

Every POST is safe to send twice: a form holds a token, and the same form with the same token is carried out once.
"""

import hashlib
import secrets

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect

from events.models import SentForm

FIELD = "once"


def new_token() -> str:
    """A token for one form on one page of one person; nobody else can guess it."""
    return secrets.token_urlsafe(18)


def keeps_its_own_promise(view):
    """Mark a view that is safe to send twice by itself, so that its token is not kept here: it answers with a page."""
    view.keeps_its_own_promise = True
    return view


def mark_of(request) -> str:
    """What makes this form the same as another: its token, its address and all that it says; "" for a form without a token.

    The token alone would not do: who goes back to a form that was sent and writes something else says something new.
    """
    if not request.POST.get(FIELD):
        return ""
    said = sorted((name, *values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    files = sorted((name, *((file.name, file.size) for file in sent)) for name, sent in request.FILES.lists())
    return hashlib.sha256(repr((request.path, said, files)).encode()).hexdigest()[:40]


class ReadableMiddleware:
    """Refuses an address with a NUL in it (400): nobody types one, and PostgreSQL takes none. In a form its field refuses it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.META.get("QUERY_STRING", "")
        if "%00" in asked or "\x00" in asked or "\x00" in request.path_info:
            raise BadRequest("NUL in the address")
        return self.get_response(request)


class SendTwiceMiddleware:
    """Carries out a form with a token once; sent again, it leads to where the first time led.

    Its mark is inserted first, in the same transaction as the work: of two clicks at the same moment the second waits, and
    then sees that the work was done. Only a redirect counts as done; a form with errors leaves its token unused: its mark
    is taken away again. Nothing else is. A page that says no has done nothing (an action that is refused takes back its own
    work), but wrong codes and passwords were counted, perhaps in this database: with a token they must count as without.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        mark = mark_of(request) if request.method == "POST" else ""
        if not mark or getattr(request, "_once", False) or getattr(view, "keeps_its_own_promise", False):
            return None
        request._once = True
        response = refusal = None
        try:
            with transaction.atomic():
                row = SentForm.objects.filter(pk=SentForm.objects.create(token=mark, location="").pk)
                try:
                    response = view(request, *args, **kwargs)
                except (Http404, PermissionDenied) as error:
                    refusal = error
                if _is_done(response):
                    row.update(location=response.headers["Location"][:500])
                elif not transaction.get_rollback():
                    row.delete()
        except IntegrityError:
            sent = SentForm.objects.filter(token=mark).first()
            if sent is None:  # the error was the view's own
                raise
            return redirect(sent.location)
        if refusal:
            raise refusal
        return response


def _is_done(response) -> bool:
    return getattr(response, "status_code", 0) in (301, 302, 303) and not getattr(response, "not_done", False)
