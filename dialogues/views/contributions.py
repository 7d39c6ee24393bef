"""Pages on which people contribute, and the team reads and answers."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.permissions import allows, check
from dialogues import actions
from dialogues.fetch import contribution_for, dialogue_for, tender_of
from dialogues.forms import ContributionForm, FilterForm, NamelessForm, ResponseForm, UnveilForm, catch_up
from dialogues.models import Channel, NameChoice, Pseudonym, Response
from dialogues.overview import counts_of
from dialogues.rows import team_row_of
from dialogues.views.codes import with_code
from dialogues.views.nameless import nameless_page
from events.etag import for_visitors
from events.middleware import keeps_its_own_promise
from tenders.codes import code_of
from tenders.forms import attempt
from tenders.search import how_asked

_PER_PAGE = 25


# No token against forgery: a visitor has no cookie to hang it on, and a form from elsewhere comes without the session
# (its cookie is SameSite=Lax), so it can do no more than any visitor. What makes sending twice safe: tenders/codes.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def contribute(request, slug):
    dialogue = dialogue_for(request, slug)
    form = ContributionForm(request.POST or None, tender=dialogue.tender, user=request.user)
    if not allows(AnonymousUser(), "dialogues.contribute", dialogue):  # signing in would not help: say so, and lose no word
        context = {"form": form, "tender": dialogue.tender, "not_yet": dialogue.published_at is None}
        return render(request, "dialogues/too_late.html", context, status=403)
    check(request.user, "dialogues.contribute", dialogue)
    by = request.user if request.user.is_authenticated else None
    if by and request.POST.get("name_choice") == NameChoice.ANONYMOUS:
        return nameless_page(request, NamelessForm(initial=request.POST.dict(), tender=dialogue.tender), dialogue, asked_again=True)
    if form.is_valid():
        code = code_of(form, "contribution", dialogue.tender_id)
        if made := attempt(form, actions.contribute, dialogue=dialogue, by=by, code=code, **form.cleaned_data):
            return with_code(request, "dialogues/contributed.html", made, code, dialogue=dialogue)
    return render(request, "dialogues/contribute.html", {"form": form, "tender": dialogue.tender, "dialogue": dialogue})


@require_POST
def support_contribution(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.support_contribution")
    actions.support_contribution(contribution=contribution, by=request.user)
    back = request.POST.get("next", "")
    if not back.startswith("/") or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = contribution.get_absolute_url()
    return redirect(back)


def list_contributions(request, slug):
    """For the team: what waits for an answer first, with filters."""
    tender = tender_of(request, slug, "dialogues.list_contributions")
    filters = FilterForm(request.GET)
    state, theme, channel = filters.chosen()
    may_respond = allows(request.user, "dialogues.respond", tender)
    page = Paginator(filters.rows(tender), _PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [team_row_of(one, tender, may_respond=may_respond) for one in page.object_list]
    context = {
        "tender": tender,
        "page_obj": page,
        "counts": (counts := counts_of(tender)),
        "filters": _filters(counts, state, theme, channel, filters.asked),
        **how_asked(filters.asked),
        "kept_filters": [(name, value) for name, value in (("staat", state), ("thema", theme), ("kanaal", channel)) if value],
        "may_respond": may_respond,
        "may_enter": allows(request.user, "dialogues.enter_contribution", tender),
    }
    return render(request, "dialogues/list_contributions.html", context)


def respond(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.respond")
    given = Response.objects.filter(contribution=contribution).select_related("by").first()
    initial = {"outcome": given.outcome, "reason": given.reason, "version": given.version} if given else {"version": 0}
    form = ResponseForm(request.POST or None, initial=initial)
    if form.is_valid():
        values = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
        if attempt(form, actions.respond, contribution=contribution, by=request.user, **values):
            messages.success(request, _("Your answer is public. Who said it can read it now."))
            return redirect("dialogues:list_contributions", slug)
    overtaken = form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed")
    if overtaken:
        catch_up(form, given.version)
    context = {"form": form, "tender": contribution.tender, "contribution": contribution, "given": given, "overtaken": overtaken}
    return render(request, "dialogues/respond.html", context)


@keeps_its_own_promise
@never_cache
def unveil_pseudonym(request, slug, number):
    """Who is behind a pseudonym, after the reason was given and written down. Each time it is asked again."""
    contribution = contribution_for(request, slug, number, "dialogues.unveil_pseudonym")
    form = UnveilForm(request.POST or None)
    behind = None
    if form.is_valid():
        behind = attempt(form, actions.unveil_pseudonym, contribution=contribution, by=request.user, **form.cleaned_data)
    context = {"form": form, "tender": contribution.tender, "contribution": contribution, "behind": behind}
    context["nothing_left"] = not Pseudonym.objects.filter(contribution=contribution).exists()
    return render(request, "dialogues/unveil_pseudonym.html", context)


def _filters(counts, state: str, theme: str, channel: str, words: str) -> list[tuple]:
    """The filters as links, in rows: each changes one thing and keeps the others."""

    def link(text, chosen: bool, **changed):
        asked = {"staat": state, "thema": theme, "kanaal": channel, "zoek": words, **changed}
        return text, "?" + urlencode({name: value for name, value in asked.items() if value}), chosen

    states = [
        (FilterForm.NONE_YET, _("Waits for an answer")),
        (FilterForm.ANSWERED, _("Has an answer")),
        (FilterForm.ALL, _("All")),
    ]
    rows = [(_("State"), [link(label, state == value, staat=value) for value, label in states])]
    themes = [link(f"{name} ({total})", name == theme, thema=name) for name, total in counts.themes]
    if counts.without and (themes or theme == FilterForm.NO_THEME):
        label = _("No theme yet (%(total)d)") % {"total": counts.without}
        themes.append(link(label, theme == FilterForm.NO_THEME, thema=FilterForm.NO_THEME))
    if themes:
        rows.append((_("Theme"), [link(_("All themes"), not theme, thema=""), *themes]))
    used = [(value, label, total) for value, (label, total) in zip(Channel.values, counts.all_channels, strict=True) if total]
    if len(used) > 1:
        channels = [link(f"{label} ({total})", value == channel, kanaal=value) for value, label, total in used]
        rows.append((_("How it came in"), [link(_("All channels"), not channel, kanaal=""), *channels]))
    return rows
