"""Against the house rules: telling it, deciding on it, hiding, asking to look again, and who decides on that."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.permissions import allows
from dialogues import actions
from dialogues.fetch import appeal_for, contribution_for, flag_for, part_for, place_for, tender_of
from dialogues.flag_rows import flags_of, number_of_flags, undecided_appeals
from dialogues.forms import AppealForm, DecideAppealForm, DecideFlagForm, FlagForm, GroundForm, HideForm, RestoreForm
from dialogues.models import Appeal, Contribution, Flag, FlagOutcome, Ground
from dialogues.predicates import wrote_it
from dialogues.rows import hidden_of
from events.composed import Pageable
from events.etag import for_visitors, kept_by_nobody
from events.middleware import keeps_its_own_promise
from tenders.codes import code_of, count_wrong, refuse_guessing
from tenders.forms import attempt
from tenders.models import Involvement
from tenders.pace import Pace
from tenders.refusal import Refused

_PER_PAGE = 25
_FLAGS = Pace(
    "flag",
    at_most=10,
    seconds=900,
    sentence=gettext_lazy("This was sent often from here just now. Try again in a quarter of an hour."),
)


@keeps_its_own_promise
@csrf_exempt
@for_visitors
def flag_contribution(request, slug, number):
    """For why this form has no token against forgery, and how its code reaches the person: views/contributions.py, codes.py."""
    contribution = contribution_for(request, slug, number, "dialogues.flag_contribution")
    form = FlagForm(request.POST or None, tender=contribution.tender)
    if form.is_valid():
        code = code_of(form, "flag", contribution.pk)
        if made := attempt(form, _flag, request=request, contribution=contribution, code=code, **form.cleaned_data):
            context = {"flag": made, "code": "" if made.person_id else code}
            return kept_by_nobody(_page(request, "dialogues/flagged.html", contribution, **context))
    return _page(request, "dialogues/flag_contribution.html", contribution, form=form)


def show_flag(request, slug, public_id):
    """How it stands with what somebody told; without an account it is shown by code."""
    flag = flag_for(request, slug, public_id, "dialogues.view_flag")
    return _page(request, "dialogues/show_flag.html", flag.contribution, flag=flag)


def list_flags(request, slug):
    """For the officers: what waits first, then what was decided; and who asks to look again."""
    tender = tender_of(request, slug, "dialogues.list_flags")
    flags = Pageable(flags_of, number_of_flags, tender.pk)
    page = Paginator(flags, _PER_PAGE).get_page(request.GET.get("page"))
    appeals = undecided_appeals(tender.pk, slice(0, _PER_PAGE))
    for appeal in appeals:
        appeal.is_mine = appeal.hidden_by_id == request.user.pk
    colleagues = Involvement.objects.colleagues_of(request.user).filter(tender=tender)
    alone = any(appeal.is_mine for appeal in appeals) and not colleagues.exists()
    context = {"tender": tender, "page_obj": page, "appeals": appeals, "alone": alone}
    return render(request, "dialogues/list_flags.html", context)


def decide_flag(request, slug, public_id):
    flag = flag_for(request, slug, public_id, "dialogues.decide_flag")
    form = DecideFlagForm(request.POST or None, tender=flag.tender, initial={"ground": flag.ground.public_id})
    if form.is_valid() and (made := attempt(form, actions.decide_flag, flag=flag, by=request.user, **form.cleaned_data)):
        hidden = made.outcome == FlagOutcome.HIDDEN
        messages.success(request, _("It is hidden, with your reason.") if hidden else _("It stays to be read, with your reason."))
        return redirect("dialogues:list_flags", slug)
    others = Flag.objects.undecided().filter(contribution=flag.contribution_id).exclude(pk=flag.pk).select_related("ground")
    return _page(request, "dialogues/decide_flag.html", flag.contribution, form=form, flag=flag, others=others)


def hide_contribution(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.hide_contribution")
    form = HideForm(request.POST or None, tender=contribution.tender)
    given = {"contribution": contribution, "by": request.user}
    if form.is_valid() and attempt(form, actions.hide_contribution, **given, **form.cleaned_data):
        messages.success(request, _("It is hidden, with your reason."))
        return redirect(contribution)
    return _page(request, "dialogues/hide_contribution.html", contribution, form=form)


def restore_contribution(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.restore_contribution")
    form = RestoreForm(request.POST or None)
    given = {"contribution": contribution, "by": request.user}
    if form.is_valid() and attempt(form, actions.restore_contribution, **given, **form.cleaned_data):
        messages.success(request, _("Everybody can read it again."))
        return redirect(contribution)
    return _page(request, "dialogues/restore_contribution.html", contribution, form=form)


@keeps_its_own_promise
@csrf_exempt
@never_cache
def appeal_hiding(request, slug, number):
    """For who wrote it, with the account or with the code. Without a token for the same reason as views/contributions.py."""
    place = place_for(request, slug, number)
    if not allows(request.user, "dialogues.appeal_hiding", place):
        return redirect("golden_thread:follow_contribution", slug, number)
    form = AppealForm(request.POST or None, wrote_it=wrote_it(request.user, place))
    if form.is_valid() and attempt(form, _appeal, request=request, place=place, **form.cleaned_data):
        return _page(request, "dialogues/hiding_appealed.html", place)
    asked = Appeal.objects.filter(hiding=place.hiding_id).first()  # once for each hiding: then it says what became of it
    return _page(request, "dialogues/appeal_hiding.html", place, form=form, hidden=hidden_of(place), appeal=asked)


def decide_appeal(request, slug, public_id):
    appeal = appeal_for(request, slug, public_id, "dialogues.decide_appeal")
    form = DecideAppealForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.decide_appeal, appeal=appeal, by=request.user, **form.cleaned_data):
        messages.success(request, _("Your decision is public. Who wrote it reads your reason."))
        return redirect("dialogues:list_flags", slug)
    return _page(request, "dialogues/decide_appeal.html", appeal.hiding.contribution, form=form, appeal=appeal)


def add_ground(request, slug):
    tender = tender_of(request, slug, "dialogues.edit_dialogue")
    form = GroundForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.add_ground, tender=tender, by=request.user, **form.cleaned_data):
        return redirect("dialogues:edit_dialogue", slug)
    return render(request, "dialogues/add_ground.html", {"form": form, "tender": tender})


@require_POST
def remove_ground(request, slug, public_id):
    ground = part_for(request, slug, Ground, public_id)
    try:
        actions.remove_ground(ground=ground, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("dialogues:edit_dialogue", slug)


def _flag(*, request, contribution: Contribution, code: str, **said) -> Flag:
    by = request.user if request.user.is_authenticated else None
    if by is None:
        _FLAGS.take(request)
    return actions.flag_contribution(contribution=contribution, by=by, code=code, **said)


def _appeal(*, request, place: Contribution, text: str, code: str = "") -> Appeal:
    by = request.user if request.user.is_authenticated else None
    if code:
        refuse_guessing(request)
    try:
        return actions.appeal_hiding(contribution=place, by=by, text=text, code=code)
    except Refused as refused:
        if "code" in getattr(refused, "message_dict", {}):
            count_wrong(request)
        raise


def _page(request, template: str, contribution: Contribution, **context):
    return render(request, template, {"contribution": contribution, "tender": contribution.tender, **context})
