"""Meeting: to say yes first, to answer, to take it back. How to reach each other comes after both said yes."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import allows, check
from coalitions import actions
from coalitions.fetch import introduction_for, listing_for
from coalitions.forms import AnswerForm, AskForm, NothingForm
from coalitions.market import between, waiting_with
from coalitions.models import Answer, Coalition, Contact, Listing
from coalitions.rows import known_parties, row_of
from tenders.forms import attempt

_MAY = ("answer_introduction", "take_back_introduction", "begin_coalition")


def ask_introduction(request, public_id):
    asked = listing_for(request, public_id, "coalitions.ask_introduction")
    here = Q(municipality=asked.municipality_id) | Q(tender__isnull=False, tender=asked.tender_id)
    own = Listing.objects.standing().for_list().filter(here, party_id__in=request.user.party_ids())
    first = own.filter(public_id=request.GET.get("met", "")).first()
    form = AskForm(request.POST or None, own=own, initial={"asker": first} if first else None)
    if form.is_valid() and (made := attempt(form, actions.ask_introduction, asked=asked, by=request.user, **form.cleaned_data)):
        return redirect(made)
    if (said := waiting_with(asked, request.user)) and said.asker_id == asked.pk:  # perhaps at this very moment
        messages.info(request, _("They asked you first. Read what they ask, and answer there."))
        return redirect(said)
    context = {"form": form, "listing": asked, "row": row_of(asked, known_parties(request.user)), "has_own": own.exists()}
    return render(request, "coalitions/ask_introduction.html", context)


def show_introduction(request, public_id):
    """Where two parties stand; with how to reach the other as soon as both said yes."""
    introduction = introduction_for(request, public_id)
    return _page(request, introduction, AnswerForm())


def answer_introduction(request, public_id):
    introduction = introduction_for(request, public_id)
    if not introduction.waits:  # its page says where it stands
        return redirect(introduction)
    check(request.user, "coalitions.answer_introduction", introduction)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and attempt(
        form, actions.answer_introduction, introduction=introduction, by=request.user, **form.cleaned_data
    ):
        if form.cleaned_data["answer"] == Answer.YES:
            messages.success(request, _("You both said yes. Here you see how to reach each other."))
        return redirect(introduction)
    return _page(request, introduction_for(request, public_id), form)


def take_back_introduction(request, public_id):
    introduction = introduction_for(request, public_id)
    if not introduction.waits:
        return redirect(introduction)
    check(request.user, "coalitions.take_back_introduction", introduction)
    form = NothingForm(request.POST or None)
    if form.is_valid():
        if attempt(form, actions.take_back_introduction, introduction=introduction, by=request.user):
            messages.success(request, _("You took your yes back. They see nothing of you."))
        else:
            messages.error(request, " ".join(form.non_field_errors()))
    return redirect(introduction)


def _page(request, introduction, form):
    known = known_parties(request.user)
    _ours, theirs = introduction.side_of(request.user.party_ids())
    both = between(introduction, request.user, known)
    context = {
        "introduction": introduction,
        "between": both,
        "theirs": None if both.is_gone else row_of(theirs, known),
        "contact": Contact.objects.visible_to(request.user).filter(listing=theirs).first(),
        "coalition": Coalition.objects.filter(introduction=introduction).first(),
        "in_coalition": Coalition.objects.visible_to(request.user).filter(introduction=introduction).exists(),
        "may": {verb: allows(request.user, f"coalitions.{verb}", introduction) for verb in _MAY},
        "form": form,
    }
    return render(request, "coalitions/show_introduction.html", context)
