"""Codes: the page that shows one, the slip to keep it on, and what they lead to. Where one is typed: portal/views/codes.py."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from dialogues.forms import AboutForm, AppealForm
from dialogues.missing import around_of
from dialogues.models import Appeal, Contribution, Dialogue, Flag, Message, Registration
from dialogues.rows import hidden_of
from dialogues.slips import slip_of
from dialogues.tickets import ticket_for
from events.middleware import keeps_its_own_promise
from tenders.codes import count_wrong, hash_code, refuse_guessing, tidy
from tenders.forms import CodeForm, attempt
from tenders.refusal import Refused


def lead_to(request, found, code: str):
    """The page of what a code of a dialogue led to."""
    if isinstance(found, Registration):  # how it stands is for who has the code only, so it has no address
        request.municipality = found.tender.municipality
        context = {"registration": found, "meeting": found.meeting, "tender": found.tender}
        return render(request, "dialogues/registered.html", context)
    if isinstance(found, Flag):
        return _by_code(request, "dialogues/show_flag.html", found.contribution, flag=found)
    if isinstance(found, Message):
        return _by_code(request, "dialogues/show_message.html", found, sent=found)
    if found.hidden_at:
        return _by_code(request, "dialogues/show_own_hidden.html", found, **_own_hidden(found, code))
    return redirect(found)


def by_code(code: str) -> Contribution | Flag | Message | Registration | None:
    """What a code leads to; what was sent in from a room, once it is a contribution, is found as that."""
    comers = Registration.objects.select_related("meeting__tender__municipality")
    for rows in (Contribution.objects.for_page(), Flag.objects.for_page(), comers, Message.objects.for_page()):
        if found := rows.filter(code_hash=hash_code(code)).first():
            return found
    return None


@keeps_its_own_promise
@csrf_exempt
@require_POST
def print_slip(request):
    """The code on paper. It comes in what is sent, never in an address, and goes out with the paper; nothing of it is kept."""
    form = CodeForm(request.POST)
    if not form.is_valid() or not (found := attempt(form, _look_up, request=request, code=form.cleaned_data["code"])):
        return render(request, "dialogues/no_slip.html", {"form": form})
    content = slip_of(found, tidy(form.cleaned_data["code"]), address_of(""))
    return pdf_response(content, _("slip"))


def with_code(request, template: str, made: Contribution, code: str, **context):
    """The page with the code: shown now, kept by nobody, not by the browser either."""
    shown = {"contribution": made, "tender": made.tender, "code": code, "code_address": address_of(code), **context}
    return kept_by_nobody(render(request, template, shown | {"about": _about_oneself(request.user, made, code)}))


def _about_oneself(user, made: Contribution, code: str) -> AboutForm | None:
    """The questions about oneself, where they are asked; each code answers them once."""
    dialogue = Dialogue.objects.for_page().filter(tender=made.tender).first()
    if not code or dialogue is None or not allows(user, "dialogues.tell_about_oneself", dialogue):
        return None
    return AboutForm(initial={"ticket": ticket_for(dialogue.pk, code)}, around=around_of(made.tender))


def address_of(code: str) -> str:
    """Where a QR code leads. What stands behind the # is sent to nobody, so the code is in no log of ours."""
    address = urljoin(settings.SITE_ADDRESS, reverse("portal:follow_code"))
    return f"{address}#{code}" if code else address


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """A paper with codes on it, to print; kept by nobody."""
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "X-Content-Type-Options": "nosniff"}
    return kept_by_nobody(HttpResponse(content, content_type="application/pdf", headers=headers))


def kept_by_nobody(response):
    """Not by the browser either."""
    patch_cache_control(response, no_store=True, private=True)
    return response


def _own_hidden(found: Contribution, code: str) -> dict:
    """What who wrote it reads of a hidden contribution, with the form to ask that a colleague looks again."""
    appeal = Appeal.objects.filter(hiding=found.hiding).first() if found.hiding else None
    again = AppealForm(initial={"code": code}, wrote_it=False) if found.hiding and appeal is None else None
    return {"hidden": hidden_of(found), "appeal": appeal, "form": again}


def _by_code(request, template: str, about, **context):
    """A page for who has the code only: it has no address, and nobody keeps it."""
    request.municipality = about.tender.municipality
    return kept_by_nobody(render(request, template, {"contribution": about, "tender": about.tender, **context}))


def _look_up(*, request, code: str):
    refuse_guessing(request)
    found = by_code(code)
    if found is None:
        count_wrong(request)
        raise Refused({"code": _("We do not know this code. Look once more at your paper: perhaps one letter is different.")})
    return found
