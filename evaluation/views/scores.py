"""Judging: own scores with autosave, handing them in, the ranking, and what the committee agrees on."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import allows
from calls.models import FrozenGrade
from evaluation import actions
from evaluation.discussion import Discussion, Unit
from evaluation.fetch import lot_for, own_seat, score_for, seat_for
from evaluation.forms.committee import SureForm, WhyForm
from evaluation.forms.scores import ConsensusForm, ScoreForm
from evaluation.ranking import Ranking
from evaluation.sheet import Sheet, saved_score
from tenders.forms import attempt


def score_bid(request, slug, number, position):
    """One criterion, the bids side by side. With htmx each card saves itself; a plain save keeps the whole page."""
    if request.htmx and request.method == "POST":
        return _save_one(request, slug, number, position)
    seat = own_seat(request.user, slug, number, "evaluation.score_bid")
    request.municipality = seat.tender.municipality
    page_number, sent = request.GET.get("page"), request.POST if request.method == "POST" else None
    sheet = Sheet(seat, position, user=request.user, page_number=page_number, data=sent)
    if sent is not None and sheet.save():
        return redirect(_where_next(request, slug, number, sheet))
    return render(request, "evaluation/score_bid.html", {"sheet": sheet, "seat": seat, "lot": seat.lot, "tender": seat.tender})


def _save_one(request, slug, number, position):
    """Save the one card that changed, and say so in its own place."""
    letter = request.POST.get("letter", "")[:4]
    if not letter.isalpha():
        raise Http404
    context = {"letter": letter, "score": None, "form": None}
    try:
        seat, bid, criterion = score_for(request.user, slug, number, position, letter)
    except PermissionDenied:  # handed in or suspended meanwhile: htmx would show nothing
        return render(request, "evaluation/_saved.html", context)
    form = context["form"] = ScoreForm(request.POST, prefix=letter, grades=FrozenGrade.objects.filter(version=criterion.version_id))
    if form.is_valid():
        values = {"seat": seat, "opened_bid": bid, "criterion": criterion, "by": request.user, **form.cleaned_data}
        context["score"] = attempt(form, actions.score_bid, **values) or saved_score(seat, bid, criterion)
    return render(request, "evaluation/_saved.html", context)


def _where_next(request, slug, number, sheet: Sheet) -> str:
    """To the next bids, then to the next criterion, then to handing in; or back; or stay."""
    here = reverse("evaluation:score_bid", args=[slug, number, sheet.position])
    if "back" in request.POST and sheet.previous_criterion:
        return reverse("evaluation:score_bid", args=[slug, number, sheet.previous_criterion.position])
    if "next" not in request.POST:
        return f"{here}?page={sheet.page.number}"
    if sheet.page.has_next():
        return f"{here}?page={sheet.page.next_page_number()}"
    if sheet.next_criterion:
        return reverse("evaluation:score_bid", args=[slug, number, sheet.next_criterion.position])
    return reverse("evaluation:finish_scores", args=[slug, number])


def finish_scores(request, slug, number):
    seat = own_seat(request.user, slug, number, "evaluation.finish_scores")
    request.municipality = seat.tender.municipality
    form = SureForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and attempt(form, actions.finish_scores, seat=seat, by=request.user):
        messages.success(request, _("Your scores are in. You see those of the others when everybody is done."))
        return redirect("evaluation:show_selection", slug)
    sheet = Sheet(seat, 1, user=request.user)
    context = {"form": form, "seat": seat, "lot": seat.lot, "tender": seat.tender, "sheet": sheet}
    return render(request, "evaluation/finish_scores.html", context)


def reopen_scores(request, slug, public_id):
    seat = seat_for(request.user, slug, public_id, "evaluation.reopen_scores")
    request.municipality = seat.tender.municipality
    form = WhyForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.reopen_scores, seat=seat, by=request.user, **form.cleaned_data):
        messages.success(request, _("This member can change the own scores again."))
        return redirect("evaluation:show_committee", slug)
    return render(request, "evaluation/reopen_scores.html", {"form": form, "seat": seat, "lot": seat.lot, "tender": seat.tender})


def show_ranking(request, slug, number):
    lot = lot_for(request.user, slug, number, "evaluation.view_ranking")
    request.municipality = lot.tender.municipality
    ranking = Ranking(lot, request.GET.get("page", 1))
    may_record = allows(request.user, "evaluation.record_consensus", lot)
    return render(
        request, "evaluation/show_ranking.html", {"ranking": ranking, "lot": lot, "tender": lot.tender, "may_record": may_record}
    )


def show_consensus(request, slug, number):
    """Where the committee stands: each bid on each criterion, what was agreed and what was not yet."""
    lot = lot_for(request.user, slug, number, "evaluation.view_ranking")
    request.municipality = lot.tender.municipality
    discussion = Discussion(lot, request.GET.get("page", 1))
    context = {"discussion": discussion, "lot": lot, "tender": lot.tender}
    context["may_record"] = allows(request.user, "evaluation.record_consensus", lot)
    context["may_decide"] = allows(request.user, "evaluation.make_decision", lot)
    return render(request, "evaluation/show_consensus.html", context)


def record_consensus(request, slug, number, letter, position):
    lot = lot_for(request.user, slug, number, "evaluation.record_consensus")
    request.municipality = lot.tender.municipality
    unit = Unit(lot, letter, position, user=request.user)
    form = ConsensusForm(request.POST or None, initial=unit.initial, grades=unit.grades)
    if form.is_valid() and attempt(form, actions.record_consensus, lot=lot, by=request.user, **unit.key, **form.cleaned_data):
        messages.success(request, _("Saved. This is what the committee finds."))
        return redirect(unit.next_url(slug))
    return render(request, "evaluation/record_consensus.html", {"form": form, "unit": unit, "lot": lot, "tender": lot.tender})
