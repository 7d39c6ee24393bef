"""A code from paper: it leads to whatever it was given for, and can be printed on a slip."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from budgets.models import Division
from budgets.views.dividing import show_own
from dialogues.views.codes import by_code, lead_to
from documents.serve import serve_paper
from events.etag import for_visitors
from events.middleware import keeps_its_own_promise
from golden_thread.plan import answers_of, last_to_hand_in
from initiatives.models import Initiative, Joining, Plan
from initiatives.views.tending import show_tending
from inventory.models import Sorting
from inventory.models.links import line_of
from inventory.views.sortings import show_own_sorting
from portal.slips import slip_for
from tenders.codes import count_wrong, hash_code, refuse_guessing, tidy
from tenders.forms import CodeForm, attempt
from tenders.models import Question
from tenders.refusal import Refused


# Looking up changes nothing, so its token need not be kept: nothing remembers who asked for what. For why there is no token
# against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def follow_code(request):
    """A contribution and its thread, how something else stands, or an initiative as its doers see it.

    The code of a QR code stands behind the # of this address, which a browser sends to nobody: static/dialogues/code.js fills
    it in, and without JavaScript it is typed.
    """
    form = CodeForm(request.POST or None)
    if form.is_valid() and (found := attempt(form, _look_up, request=request, code=form.cleaned_data["code"])):
        return _lead_to(request, found, form.cleaned_data["code"])
    return render(request, "portal/follow_code.html", {"form": form})


@keeps_its_own_promise
@csrf_exempt
@require_POST
def print_slip(request):
    """The code on paper. It comes in what is sent, never in an address, and goes out with the paper; nothing of it is kept."""
    form = CodeForm(request.POST)
    if not form.is_valid() or not (found := attempt(form, _look_up, request=request, code=form.cleaned_data["code"])):
        return render(request, "portal/no_slip.html", {"form": form})
    return serve_paper(slip_for(found, tidy(form.cleaned_data["code"])), _("slip"))


def _lead_to(request, found, code: str):
    if isinstance(found, Sorting):
        return show_own_sorting(request, found, code)
    if isinstance(found, Division):
        found.opened_with = found.code_hash
        return show_own(request, found, code)
    if isinstance(found, Plan):
        request.municipality = found.municipality
        context = {"plan": found, "municipality": found.municipality, "code": code, "again": True}
        context |= {"answers": answers_of(found), "last": last_to_hand_in(found)}
        return render(request, "initiatives/plan_filed.html", context)
    if isinstance(found, Joining):
        request.municipality = found.initiative.municipality
        context = {"initiative": found.initiative, "joining": found, "code": code, "again": True}
        return render(request, "initiatives/initiative_joined.html", context)
    if isinstance(found, Initiative):
        request.municipality, found.opened_with = found.municipality, found.code_hash
        return show_tending(request, found, code)
    if isinstance(found, Question):
        request.municipality = found.municipality or found.tender.municipality
        line = line_of(found)
        context = {"question": found, "tender": found.tender, "municipality": request.municipality, "line": line, "again": True}
        return render(request, "tenders/show_question.html", context)
    return lead_to(request, found, code)


def _look_up(*, request, code: str):
    refuse_guessing(request)
    code_hash = hash_code(code)
    found = (
        by_code(code)
        or Initiative.objects.for_page().filter(code_hash=code_hash).first()
        or Plan.objects.for_list().filter(code_hash=code_hash).first()
        or Sorting.objects.for_code().filter(code_hash=code_hash).first()
        or Division.objects.filter(code_hash=code_hash).select_related("budget__municipality", "budget__area").first()
        or Joining.objects.standing().filter(code_hash=code_hash).select_related("initiative__municipality").first()
        or Question.objects.for_code().filter(code_hash=code_hash, asked_by=None).first()
    )
    if found is None:
        count_wrong(request)
        raise Refused({"code": _("We do not know this code. Look once more at your paper: perhaps one letter is different.")})
    return found
