"""Asking parties into a bid, and being asked."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.permissions import allows, fetch
from bids import actions
from bids.fetch import bid_for
from bids.forms import CoalitionForm, NothingForm, PartnerForm
from bids.models import BidPartner, BidState
from bids.pages import closed_page, show, time_left
from coalitions.models import Coalition, Member
from tenders.forms import attempt


def invite_partner(request, public_id):
    bid = bid_for(request.user, public_id)
    if closed := closed_page(request, bid, "bids.invite_partner"):
        return closed
    form = PartnerForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.invite_partner, bid=bid, by=request.user, **form.cleaned_data):
        messages.success(request, _("The party was asked. It confirms that itself."))
        return redirect("bids:write_bid", public_id, "samen")
    context = {"coalitions": _coalitions(request.user, bid).exists(), "left": time_left(bid.round.deadline)}
    return show(request, "invite_partner", bid.tender, bid=bid, form=form, **context)


def take_over_coalition(request, public_id):
    """Ask the parties of a coalition that was formed before, and begin with what they agreed."""
    bid = bid_for(request.user, public_id)
    if closed := closed_page(request, bid, "bids.take_over_coalition"):
        return closed
    form = CoalitionForm(request.POST or None, coalitions=_coalitions(request.user, bid))
    if form.is_valid() and attempt(form, actions.take_over_coalition, bid=bid, by=request.user, **form.cleaned_data):
        messages.success(request, _("The parties were asked. Each confirms that itself."))
        return redirect("bids:write_bid", public_id, "samen")
    return show(request, "take_over_coalition", bid.tender, bid=bid, form=form)


def _coalitions(user, bid):
    """The coalitions in which the lead of this bid takes part, for this tender or for any in its municipalities."""
    places = Member.objects.taking_part().filter(party=bid.party_id)
    own = Coalition.objects.visible_to(user).for_page().filter(pk__in=places.values("coalition_id"))
    here = Q(tender=bid.tender) | Q(tender=None, municipality_id__in=bid.tender.municipality_ids())
    return own.filter(here)


def remove_partner(request, public_id, partner):
    bid = bid_for(request.user, public_id)
    if closed := closed_page(request, bid, "bids.remove_partner"):
        return closed
    row = get_object_or_404(BidPartner.objects.for_page().filter(bid=bid, left_at=None), public_id=partner)
    form = NothingForm(request.POST or None)
    if form.is_valid() and attempt(form, _remove, partner=row, by=request.user):
        return redirect("bids:write_bid", public_id, "samen")
    return show(request, "remove_partner", bid.tender, bid=bid, partner=row, form=form)


def _remove(**kwargs) -> bool:
    actions.remove_partner(**kwargs)
    return True


def confirm_partner(request, public_id):
    """An invitation to take part in a bid: who asks, for what; nothing of the bid itself."""
    if not request.user.is_authenticated:
        raise PermissionDenied("bids.confirm_partner")
    partner = fetch(BidPartner.objects.for_page(), request.user, "bids.view_invitation", public_id=public_id)
    form = NothingForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.confirm_partner, partner=partner, by=request.user):
        messages.success(request, _("You take part. You can read and write along now."))
        return redirect("bids:write_bid", partner.bid.public_id)
    context = {"partner": partner, "bid": partner.bid, "form": form, "left": time_left(partner.round.deadline)}
    taking_part = BidPartner.objects.taking_part().filter(party=partner.party_id, bid__round=partner.bid.round_id)
    context["elsewhere"] = taking_part.exclude(bid=partner.bid_id).exclude(bid__state=BidState.WITHDRAWN).exists()
    may_confirm = allows(request.user, "bids.confirm_partner", partner)
    return show(request, "confirm_partner", partner.tender, **context, may_confirm=may_confirm)
