"""Saying something without a name: a page of its own, that does not know who is signed in.

How the form is sent without the session. The page comes with the policy `sandbox`, which takes its origin away: to the browser
what is sent from it comes from elsewhere, and a cookie that is SameSite=Lax does not go along with a POST from elsewhere. What a
browser that does not know this would send all the same is thrown away here before anything reads it. Without JavaScript.
"""

import functools

from csp.decorators import csp_update
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from accounts.permissions import allows
from accounts.sessions import SessionStore
from dialogues import actions
from dialogues.fetch import dialogue_for
from dialogues.forms import NamelessForm
from dialogues.views.codes import with_code
from events.etag import for_visitors
from events.middleware import keeps_its_own_promise
from tenders.codes import code_of
from tenders.forms import attempt

from_nobody = csp_update({"sandbox": ["allow-forms", "allow-scripts", "allow-downloads", "allow-popups"]})


def _without_session(view):
    """Whoever sends it is a visitor: no cookie is looked at, no session, no account."""

    @functools.wraps(view)
    def nobody(request, *args, **kwargs):
        request.COOKIES, request.session, request.user = {}, SessionStore(), AnonymousUser()
        return view(request, *args, **kwargs)

    return nobody


@keeps_its_own_promise
@csrf_exempt
@from_nobody
@_without_session
@for_visitors
def contribute_without_name(request, slug):
    """Without a token against forgery, as views/contributions.py: contribute says why."""
    dialogue = dialogue_for(request, slug)
    form = NamelessForm(request.POST or None, tender=dialogue.tender)
    if not allows(request.user, "dialogues.contribute", dialogue):
        context = {"form": form, "tender": dialogue.tender, "not_yet": dialogue.published_at is None}
        return render(request, "dialogues/too_late.html", context, status=403)
    if form.is_valid():
        code = code_of(form, "contribution", dialogue.tender_id)
        if made := attempt(form, actions.contribute, dialogue=dialogue, by=None, code=code, **form.cleaned_data):
            return with_code(request, "dialogues/contributed.html", made, code, dialogue=dialogue)
    return nameless_page(request, form, dialogue)


@from_nobody
def nameless_page(request, form, dialogue, *, asked_again: bool = False):
    """The page; `asked_again` when somebody sent it while signed in: nothing was kept, and it is sent once more from here."""
    context = {"form": form, "tender": dialogue.tender, "dialogue": dialogue, "asked_again": asked_again}
    return render(request, "dialogues/contribute_without_name.html", context)
