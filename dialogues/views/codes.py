"""Codes: the page that shows one, and what they lead to. Where one is typed, and its slip: portal/views/codes.py."""

from django.shortcuts import redirect, render

from accounts.permissions import allows
from dialogues.forms import AboutForm, AppealForm
from dialogues.missing import around_of
from dialogues.models import Appeal, Contribution, Dialogue, Flag, Message, Registration
from dialogues.rows import hidden_of
from dialogues.tickets import ticket_for
from events.etag import kept_by_nobody
from tenders.codes import hash_code


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


def with_code(request, template: str, made: Contribution, code: str, **context):
    """The page with the code: shown now, kept by nobody, not by the browser either."""
    shown = {"contribution": made, "tender": made.tender, "code": code, **context}
    return kept_by_nobody(render(request, template, shown | {"about": _about_oneself(request.user, made, code)}))


def _about_oneself(user, made: Contribution, code: str) -> AboutForm | None:
    """The questions about oneself, where they are asked; each code answers them once."""
    dialogue = Dialogue.objects.for_page().filter(tender=made.tender).first()
    if not code or dialogue is None or not allows(user, "dialogues.tell_about_oneself", dialogue):
        return None
    return AboutForm(initial={"ticket": ticket_for(dialogue.pk, code)}, around=around_of(made.tender))


def _own_hidden(found: Contribution, code: str) -> dict:
    """What who wrote it reads of a hidden contribution, with the form to ask that a colleague looks again."""
    appeal = Appeal.objects.filter(hiding=found.hiding).first() if found.hiding else None
    again = AppealForm(initial={"code": code}, wrote_it=False) if found.hiding and appeal is None else None
    return {"hidden": hidden_of(found), "appeal": appeal, "form": again}


def _by_code(request, template: str, about, **context):
    """A page for who has the code only: it has no address, and nobody keeps it."""
    request.municipality = about.tender.municipality
    return kept_by_nobody(render(request, template, {"contribution": about, "tender": about.tender, **context}))
