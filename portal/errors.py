"""When it does not go on: what the person reads, and how nothing that was typed is lost."""

import re
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse, HttpResponseServerError, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from redis.exceptions import RedisError

from accounts.permissions import NotAllowed
from accounts.predicates import community_worker, holds
from tenders.gates import not_on_this_route
from tenders.models.involvement import OFFICER_KINDS
from tenders.predicates import guide

# Who can, by the room of the house where it was refused.
WHO_CAN = {
    "portal": _("Only an administrator of the municipality can do this."),
    "tenders": _("Only the officers who lead this tender can do this, and only in the right step."),
    "inventory": _("Only the officers of this municipality can do this, and of what may stop the party that it is about."),
    "dialogues": _("Only the team of this conversation can do this, and only while it is open. A guide keeps out of what is said."),
    "calls": _("Only the officers and co-authors of this request can do this, and only before it is final."),
    "bids": _("Only the people who make this bid can do this, and only until the deadline."),
    "evaluation": _("Only members of this committee can do this, and only while the committee is working."),
    "contracts": _("Only the team, the contract manager and the parties to this contract can do this."),
    "monitoring": _("Only those who report or check these figures can do this."),
}
# And of some acts by themselves, where the room would say too little.
WHO_CAN_DO = {
    **dict.fromkeys(
        ("dialogues.write_proposal", "dialogues.edit_proposal", "dialogues.hand_in_proposal", "dialogues.withdraw_proposal"),
        _("Only who sits in this theme group can do this, and what was handed in changes no more."),
    ),
    "dialogues.bring_in": _("Only an organisation that the team trusts can do this, while that lasts and the dialogue is open."),
    "dialogues.hide_contribution": _("Only the team can do this, and not once it is hidden: a colleague may have been first."),
    "dialogues.restore_contribution": _("Only the team can do this, and not once everybody can read it again."),
    "dialogues.decide_appeal": _("Another officer decides on this than who hid it, and only once."),
    "inventory.file_friction": _("Only the party whose work may stop can do this, and only until the request is published."),
    "dialogues.record_council_decision": _("Only the officers and the clerk can do this, of a proposal that was handed in."),
}
# What a guide keeps out of: who is refused for that reads why.
_CONTENT = {
    *("dialogues.contribute", "dialogues.support_contribution", "dialogues.support_here", "dialogues.send_in"),
    *("dialogues.bring_plan", "initiatives.file_tender_plan", "calls.propose_amendment", "calls.support_amendment"),
}
_GUIDES = _("You guide this conversation, so you keep out of what is said. That way everybody can trust you.")
# What may be done on some days only: who has the role reads which day it was, and not that the role is missing.
_ON_SOME_DAYS = {
    *(
        "inventory.edit_board",
        "inventory.close_board",
        "inventory.enter_form",
        "inventory.enter_table",
        "inventory.take_back_entry",
    ),
    *("budgets.close_budget", "budgets.print_sheets", "budgets.begin_stack"),
    *("budgets.type_form", "budgets.set_form_aside", "budgets.take_back_form"),
}
_works_there = holds(*OFFICER_KINDS) | community_worker
_NEVER_SHOWN = re.compile(r"pass|secret|token|^code$|^once$", re.IGNORECASE)
_LONGEST_ADDRESS = 2000
_CHOICE = re.compile(r"[a-z0-9_:.-]*")


def form_expired(request, reason=""):
    """The answer to a form whose protection had run out: with what was typed, and a button to send it again."""
    if not _is_our_own_form(request):
        return render(request, "403_csrf.html", status=403)
    return _session_ended(request)


def permission_denied(request, exception=None):
    """A visitor signs in first, and keeps what was typed; who is signed in reads who can do this.

    What the route of a tender does not have is not there for anybody, and the page says why.
    """
    user = getattr(request, "user", None)
    if user is not None and (why := _not_on_this_route(user, exception)):
        return render(request, "errors/not_on_this_route.html", {"why": why, "tender": exception.thing.tender}, status=404)
    if user is not None and user.is_authenticated:
        tender = getattr(getattr(exception, "thing", None), "tender", None)
        context = {"who_can": _who_can(user, exception), "tender": tender, "typed": _own_words(request)}
        return render(request, "403.html", context, status=403)
    if request.method in ("GET", "HEAD"):
        here = request.get_full_path()
        # What is asked in the address is left out when it would not fit in the next one.
        return redirect_to_login(here if len(here) < _LONGEST_ADDRESS else request.path, resolve_url(settings.LOGIN_URL))
    if not _is_our_own_form(request):
        return render(request, "403_csrf.html", status=403)
    return _session_ended(request)


def bad_request(request, exception=None):
    """What was sent could not be read, or was more than anybody types (413); nothing of it was looked at."""
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return render(request, "400.html", {"too_much": too_much}, status=413 if too_much else 400)


def page_not_found(request, exception=None):
    return render(request, "404.html", {"typed": _own_words(request)}, status=404)


def server_error(request):
    """A page that needs neither database nor request: it is what is left when those fail.

    When only the cache is away (who guesses passwords cannot be counted then), it says to come back in a minute.
    """
    if isinstance(sys.exc_info()[1], RedisError):
        return HttpResponse(render_to_string("500.html", {"away": True}), status=503, headers={"Retry-After": "60"})
    return HttpResponseServerError(render_to_string("500.html"))


def _not_on_this_route(user, exception) -> str:
    if not isinstance(exception, NotAllowed):
        return ""
    return not_on_this_route(user, exception.permission, exception.thing)


def _who_can(user, exception) -> str:
    asked = str(exception or "")
    if asked in _CONTENT and guide(user, exception.thing):
        return _GUIDES
    if asked in _ON_SOME_DAYS and _works_there(user, exception.thing) and (why := exception.thing.why_not_now):
        return why
    return WHO_CAN_DO.get(asked) or WHO_CAN.get(asked.partition(".")[0], "")


def _own_words(request) -> list[str]:
    """What somebody typed in a form of ours that cannot be carried out any more: a colleague was quicker, or it is closed."""
    if request.method != "POST" or not _is_our_own_form(request):
        return []
    try:
        return [value for name, value in _fields(request) if _was_typed(name, value)]
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        return []  # nobody typed what cannot be read


def _fields(request) -> list[tuple[str, str]]:
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    return [pair for pair in sent if pair[0] != "csrfmiddlewaretoken" and not re.search(r"pass|secret", pair[0], re.IGNORECASE)]


def _session_ended(request):
    fields = _fields(request)
    context = {
        "fields": fields,
        "typed": [value for name, value in fields if _was_typed(name, value)],
        "choices": sum(1 for name, value in fields if value and not _was_typed(name, value) and not _NEVER_SHOWN.search(name)),
        "had_files": bool(request.FILES),
        "action": request.get_full_path(),
        "login_url": resolve_url(settings.LOGIN_URL),
    }
    return render(request, "errors/session_ended.html", context, status=403)


def _was_typed(name: str, value: str) -> bool:
    """Whether a value reads as somebody's own words: not the code of a choice, a token or a number."""
    return not _NEVER_SHOWN.search(name) and not _CHOICE.fullmatch(value.strip())


def _is_our_own_form(request) -> bool:
    """Whether the form was sent from a page of ours: another website must not put its words in somebody's mouth."""
    source = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(source).netloc == request.get_host() and urlsplit(source).scheme in ("http", "https")
