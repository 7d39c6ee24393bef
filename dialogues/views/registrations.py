"""Coming to a meeting and cancelling: with an account, or with a name and a code."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from accounts.permissions import allows
from dialogues import actions
from dialogues.fetch import meeting_for
from dialogues.forms import RegisterAsForm, RegisterForm
from dialogues.models import Meeting, Registration, RegistrationState
from events.etag import for_visitors, kept_by_nobody
from events.middleware import keeps_its_own_promise
from tenders.codes import code_of, count_wrong, hash_code, refuse_guessing
from tenders.forms import CodeForm, attempt
from tenders.refusal import Refused


@keeps_its_own_promise
@csrf_exempt
@for_visitors
def register(request, slug, public_id):
    """For why this form has no token against forgery, and how its code reaches the person: views/contributions.py, codes.py."""
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    if not allows(request.user, "dialogues.register", meeting):  # its page says why: it was called off, or has been
        return redirect(meeting)
    # Who calls is registered by the team: with a name and a code, as somebody without an account.
    for_somebody = "voor" in request.GET and allows(request.user, "dialogues.list_registrations", meeting)
    if request.user.is_authenticated and not for_somebody:
        return _register_with_account(request, meeting)
    form = RegisterForm(request.POST or None)
    if form.is_valid():
        code = code_of(form, "registration", meeting.pk)
        if made := attempt(form, actions.register, meeting=meeting, by=None, code=code, **form.cleaned_data):
            context = {"registration": made, "meeting": meeting, "tender": meeting.tender, "code": code}
            return kept_by_nobody(render(request, "dialogues/registered.html", context))
    context = {"form": form, "meeting": meeting, "tender": meeting.tender, "for_somebody": for_somebody}
    return render(request, "dialogues/register.html", context)


@keeps_its_own_promise
@csrf_exempt
def cancel_registration(request, slug, public_id):
    """With an account by one click; else with the code."""
    meeting = meeting_for(request, slug, public_id, "dialogues.view_meeting")
    if not allows(request.user, "dialogues.cancel_registration", meeting):
        return redirect(meeting)
    mine = _mine(request.user, meeting)
    form = CodeForm(request.POST or None)
    if mine:
        del form.fields["code"]
    gone = None
    if request.method == "POST" and form.is_valid():
        gone = attempt(form, _cancel, request=request, meeting=meeting, mine=mine, code=form.cleaned_data.get("code", ""))
    if gone and mine:
        messages.success(request, _("You are no longer registered. Your place goes to somebody else."))
        return redirect(meeting)
    context = {"form": form, "meeting": meeting, "tender": meeting.tender, "mine": mine, "gone": gone}
    return render(request, "dialogues/cancel_registration.html", context)


def _register_with_account(request, meeting: Meeting):
    form = RegisterAsForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, actions.register, meeting=meeting, by=request.user, **form.cleaned_data)
        if made:
            messages.success(request, _how_it_stands(made))
            return redirect(meeting)
    return render(request, "dialogues/register.html", {"form": form, "meeting": meeting, "tender": meeting.tender})


def _how_it_stands(registration: Registration) -> str:
    if registration.state == RegistrationState.REGISTERED:
        return _("You are registered. See you there.")
    if registration.waits_for_party:
        return _("Others come for %(party)s already. You are on the waiting list.") % {"party": registration.for_whom}
    return _("All places are taken. You are on the waiting list.")


def _cancel(*, request, meeting: Meeting, mine: Registration | None, code: str) -> Registration:
    if mine is None:
        refuse_guessing(request)
        mine = meeting.registrations.filter(code_hash=hash_code(code)).select_related("meeting__tender").first()
    if mine is None:
        count_wrong(request)
        raise Refused({"code": _("We do not know this code for this meeting. Look once more at your paper.")})
    return actions.cancel_registration(registration=mine, by=request.user if request.user.is_authenticated else None)


def _mine(user, meeting: Meeting) -> Registration | None:
    if not user.is_authenticated:
        return None
    registered = meeting.registrations.filter(person=user).exclude(state=RegistrationState.CANCELLED)
    return registered.select_related("meeting__tender").first()
