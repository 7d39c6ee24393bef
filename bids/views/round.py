"""Rounds: for everybody to see, for parties to join, for officers to open."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.models import Party
from accounts.permissions import allows
from bids import actions
from bids.fetch import round_for
from bids.forms import BeginForm, InvitedForm, NothingForm
from bids.models import Bid, BidPartner, Opening, Round
from bids.pages import show, time_left
from calls.models import CallVersion, FrozenCriterion
from events.etag import for_visitors
from tenders.fetch import tender_for
from tenders.forms import attempt
from tenders.gates import Gate, checklist
from tenders.models import Involvement, InvolvementRole


@for_visitors
def list_rounds(request, slug):
    """The rounds of a tender, lot by lot."""
    tender = tender_for(request.user, slug, "bids.list_rounds")
    rounds = Round.objects.visible_to(request.user).for_list().filter(lot__tender=tender).order_by("lot__number", "number")
    may_open = allows(request.user, "bids.open_rounds", tender)
    return show(request, "list_rounds", tender, rounds=list(rounds), may_open=may_open)


@for_visitors
def show_round(request, slug, public_id):
    """One round: until when, what is asked, how to take part; and for who may, what to do now."""
    round_ = round_for(request.user, slug, public_id, "bids.view_round")
    user, tender = request.user, round_.tender
    context = {
        "round": round_,
        "left": time_left(round_.deadline),
        "criteria": FrozenCriterion.objects.filter(version_id=round_.call_version_id),
        "opening": Opening.objects.visible_to(user).select_related("first_by").filter(round=round_).first(),
        **(_for_officer(user, round_) if allows(user, "tenders.manage_tender", tender) else _for_party(user, round_)),
    }
    return show(request, "show_round", tender, **context)


def _for_officer(user, round_: Round) -> dict:
    may_open = allows(user, "bids.open_bids", round_)
    return {"is_officer": True, "may_open": may_open, "items": checklist(round_, Gate.OPEN_BIDS) if may_open else []}


def _for_party(user, round_: Round) -> dict:
    """The bids of one's own parties, what they were asked for, and whether one can begin."""
    asked = BidPartner.objects.visible_to(user).invited().for_page()
    return {
        "bids": list(Bid.objects.visible_to(user).for_list().filter(round=round_)),
        "invitations": list(asked.filter(bid__round=round_)),
        "may_begin": allows(user, "bids.begin_bid", round_),
    }


def open_rounds(request, slug):
    """The button for when the rounds were not opened by themselves."""
    tender = tender_for(request.user, slug, "bids.open_rounds")
    form = NothingForm(request.POST or None)
    version = CallVersion.objects.published().filter(tender=tender, for_bids=True).first()
    if form.is_valid() and attempt(form, _open, tender=tender, call_version=version, by=request.user):
        messages.success(request, _("The rounds are open."))
        return redirect("bids:list_rounds", slug)
    return show(request, "open_rounds", tender, form=form, version=version)


def _open(*, tender, call_version, by) -> bool:
    actions.open_rounds(tender=tender, call_version=call_version, by=by)
    return True


def invite_party(request, slug, public_id):
    round_ = round_for(request.user, slug, public_id, "bids.invite_party")
    form = InvitedForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.invite_party, round_=round_, by=request.user, **form.cleaned_data):
        messages.success(request, _("The party was invited."))
        return redirect("bids:invite_party", slug, public_id)
    invited = Involvement.objects.active().filter(tender=round_.tender, lot=round_.lot, role=InvolvementRole.INVITED)
    return show(request, "invite_party", round_.tender, round=round_, form=form, invited=invited.select_related("party"))


def begin_bid(request, slug, public_id):
    """For which of one's parties; a party that has begun goes on where it was."""
    round_ = round_for(request.user, slug, public_id, "bids.begin_bid")
    parties = Party.objects.filter(pk__in=request.user.party_ids())
    form = BeginForm(request.POST or None, parties=parties, initial={"party": parties.first()})
    if form.is_valid() and (bid := attempt(form, actions.begin_bid, round_=round_, by=request.user, **form.cleaned_data)):
        return redirect("bids:write_bid", bid.public_id)
    return show(request, "begin_bid", round_.tender, round=round_, form=form)
