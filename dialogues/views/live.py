"""Live in a meeting room: a phone sends in, the big screen shows, the team lets through.

Nobody in the room has an account, and often they share one address: how much one phone can send is limited by the mark
that it keeps (static/dialogues/room.js), how much an address can send only far above what a full room does.
"""

import secrets

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_POST

from accounts.permissions import allows, check
from dialogues import actions
from dialogues.actions.live import goes_on_after
from dialogues.fetch import live_for, meeting_for, tender_of
from dialogues.forms import LiveForm, MessageForm, ReasonForm, SupportForm
from dialogues.live_page import etag_of, link_of, lives_of, rows_of, themes_of, waiting_of
from dialogues.models import Contribution, Live, Message, MessageState
from events.middleware import keeps_its_own_promise
from tenders.codes import code_of
from tenders.forms import attempt
from tenders.pace import Pace
from tenders.refusal import Refused

_FEW, _PER_PAGE = 30, 25
_OFTEN = gettext_lazy("That goes very fast. Wait a minute, and send it again. Your words are still here.")
# A phone says one thing every few seconds; a room of three hundred people shares one address.
_OF_A_PHONE = Pace("live-phone", at_most=20, seconds=60, sentence=_OFTEN)
_OF_A_ROOM = Pace("live-room", at_most=1200, seconds=60, sentence=_OFTEN)


@keeps_its_own_promise
@csrf_exempt
@never_cache
def show_live(request, public_id):
    """The page on a phone: send something in, and say what you recognise. Why no token against forgery: contribute."""
    live = live_for(request, public_id, "dialogues.view_live")
    phone = request.POST.get("phone", "")[:40] or secrets.token_urlsafe(12)
    form = MessageForm(request.POST or None, initial={"phone": phone}, tender=live.tender)
    sent, code, may_speak = None, None, _speaks(request, live, "dialogues.send_in")
    if form.is_valid() and (sent := attempt(form, _send_in, request=request, live=live, form=form)):
        code, form = code_of(form, "live", live.pk), MessageForm(initial={"phone": phone}, tender=live.tender)
    context = {"form": form, "phone": phone, "sent": sent, "code": code}
    context |= {"may_speak": may_speak, "may_support": _speaks(request, live, "dialogues.support_here")}
    return render(request, "dialogues/show_live.html", {**_on_phone(live), **context})


@require_POST
@keeps_its_own_promise
@csrf_exempt
@never_cache
def support_message(request, public_id, message):
    live = live_for(request, public_id, "dialogues.view_live")
    found = get_object_or_404(
        Message.objects.on_screen().select_related("live__meeting__tender"), live=live, contribution__number=message
    )
    speaks = _speaks(request, live, "dialogues.support_here")
    hands = SupportForm(request.POST)
    done = hands.is_valid() and attempt(hands, _support, request=request, message=found, **hands.cleaned_data)
    phone = hands.data.get("phone", "")[:40]
    form = MessageForm(initial={"phone": phone}, tender=live.tender)
    context = {"form": form, "phone": phone, "hands": hands, "may_speak": speaks, "may_support": speaks, "supported": done}
    return render(request, "dialogues/show_live.html", {**_on_phone(live), **context})


@never_cache
@condition(etag_func=etag_of)
def screen(request, public_id):
    """The big screen. It asks again every three seconds, and gets the page only when something came in."""
    live = live_for(request, public_id, "dialogues.view_live")
    context = {"live": live, "tender": live.tender, "rows": rows_of(live, _FEW), "themes": themes_of(live)}
    context |= {"link": link_of(live), "may_close": allows(request.user, "dialogues.close_live", live)}
    if allows(request.user, "dialogues.moderate_live", live):
        context |= {"may_moderate": True, "waiting": live.messages.waiting().count()}
    return render(request, "dialogues/screen.html" if not request.htmx else "dialogues/_screen.html", context)


def open_live(request, slug, public_id):
    meeting = meeting_for(request, slug, public_id, "dialogues.open_live")
    form = LiveForm(request.POST or None)
    if form.is_valid() and (live := attempt(form, actions.open_live, meeting=meeting, by=request.user, **form.cleaned_data)):
        return redirect("dialogues:screen", live.public_id)
    context = {"form": form, "meeting": meeting, "tender": meeting.tender, "lives": lives_of(meeting)}
    context["may"] = {"moderate_live": allows(request.user, "dialogues.moderate_live", meeting)}
    return render(request, "dialogues/open_live.html", context)


@require_POST
def close_live(request, public_id):
    live = live_for(request, public_id, "dialogues.close_live")
    done = _done(request, actions.close_live, live=live, by=request.user)
    if done and (waiting := live.messages.waiting().count()):
        sentence = ngettext(
            "The question is closed. One message still waits for you.",
            "The question is closed. %(count)d messages still wait for you.",
            waiting,
        )
        messages.warning(request, sentence % {"count": waiting})
        return redirect("dialogues:moderate_live", public_id)
    return redirect(live.meeting)


def list_lives(request, slug):
    """For the team: all that was asked of rooms in this tender, with what still waits."""
    tender = tender_of(request, slug, "dialogues.list_lives")
    page = Paginator(Live.objects.filter(meeting__tender=tender).for_list(), _PER_PAGE).get_page(request.GET.get("page"))
    may = {name: allows(request.user, f"dialogues.{name}", tender) for name in ("moderate_live", "list_contributions")}
    return render(request, "dialogues/list_lives.html", {"tender": tender, "page_obj": page, "may": may})


def moderate_live(request, public_id):
    """What waits before it is on the screen; asks again by itself. When the question is closed it stays in use.

    What is on the screen is taken off as any contribution is hidden: by an officer, for a published reason.
    """
    live = live_for(request, public_id, "dialogues.moderate_live")
    may_hide = allows(request.user, "dialogues.hide_contribution", Contribution(tender=live.tender))
    context = {"live": live, "tender": live.tender, "rows": waiting_of(live), "shown": rows_of(live, _FEW) if may_hide else []}
    return render(request, "dialogues/moderate_live.html" if not request.htmx else "dialogues/_waiting.html", context)


@require_POST
def let_through(request, public_id, message):
    live = live_for(request, public_id, "dialogues.moderate_live")
    _done(request, actions.let_through, message=_message_of(live, message), by=request.user)
    return redirect("dialogues:moderate_live", public_id)


def keep_back(request, public_id, message):
    live = live_for(request, public_id, "dialogues.moderate_live")
    found = _message_of(live, message)
    if request.method == "GET" and found.state != MessageState.WAITING:
        messages.warning(request, _("Somebody decided on this just before you."))
        return redirect("dialogues:moderate_live", public_id)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.keep_back, message=found, by=request.user, **form.cleaned_data):
        messages.success(request, _("It is not shown. It is kept, with your reason."))
        return redirect("dialogues:moderate_live", public_id)
    return render(request, "dialogues/keep_back.html", {"form": form, "live": live, "tender": live.tender, "message": found})


def _message_of(live: Live, public_id: str) -> Message:
    """Also one on which a colleague decided: the action says so."""
    return get_object_or_404(Message.objects.for_page(), live=live, public_id=public_id)


def _done(request, action, /, **given) -> bool:
    """For a button without a form; when it was refused (a colleague was first, the tender was stopped) the next page says so."""
    try:
        action(**given)
    except Refused as refused:
        messages.warning(request, " ".join(refused.messages))
        return False
    return True


def _on_phone(live: Live) -> dict:
    """What the page on a phone shows; of a closed question also whether people can still say something elsewhere."""
    goes_on = bool(live.closed_at) and goes_on_after(live)
    return {"live": live, "tender": live.tender, "rows": rows_of(live, _FEW), "goes_on": goes_on}


def _speaks(request, live: Live, permission: str) -> bool:
    """Whether the person says something here: who guides does not, and reads why when trying. What is over says so itself."""
    if live.closed_at or not live.tender.is_running:
        return True
    if request.method == "POST":
        check(request.user, permission, live)
    return allows(request.user, permission, live)


def _send_in(*, request, live, form) -> Message:
    _take_pace(request, form.cleaned_data["phone"])
    said = {name: form.cleaned_data.get(name) for name in ("text", "shown_name", "theme")}
    return actions.send_in(live=live, code=code_of(form, "live", live.pk), **said)


def _support(*, request, message, phone: str) -> Message:
    _take_pace(request, phone)
    actions.support_message(message=message, phone=phone)
    return message


def _take_pace(request, phone: str) -> None:
    _OF_A_PHONE.take(request, phone)
    _OF_A_ROOM.take(request)
