"""What parties offer and seek: for everybody to read, and for a party who completes it and why."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import Municipality
from accounts.permissions import allows
from areas.models import Theme
from coalitions import actions
from coalitions.fetch import listing_for, place_for
from coalitions.forms import ListingForm, NothingForm
from coalitions.market import Matches, between, meetings_of, waiting_with
from coalitions.models import Coalition, Contact, Listing, Member
from coalitions.rows import known_parties, row_of
from coalitions.waiting import places_that_wait
from events.etag import for_visitors
from events.fields import whole
from tenders.forms import attempt
from tenders.models import Tender

PER_PAGE = 25


@for_visitors
def show_market(request, slug):
    """All that parties offer and seek in a municipality, or for one of its tenders."""
    place = place_for(request, slug, "coalitions.view_market")
    tender, theme = _chosen(request, place)
    listings = Listing.objects.standing().visible_to(request.user).for_list()
    listings = listings.filter(tender=tender) if tender else listings.filter(municipality=place)
    if theme:
        listings = listings.filter(themes=theme)
    page_obj = Paginator(listings, PER_PAGE).get_page(request.GET.get("page"))
    known = known_parties(request.user)
    context = {
        "municipality": place,
        "tender": tender,
        "page_obj": page_obj,
        "rows": [row_of(one, known) for one in page_obj],
        "chips": _chips(request, place, theme),
        "may_place": allows(request.user, "coalitions.place_listing", place),
        "may_found": request.user.is_authenticated,
    }
    return render(request, "coalitions/show_market.html", context)


def _chosen(request, place):
    """The tender and the theme in the address; what is not there is a page that is not there."""
    tender, theme = request.GET.get("traject", ""), whole(request.GET.get("thema", ""))
    if tender:
        tender = get_object_or_404(Tender.objects.visible_to(request.user).led_by([place.pk]), slug=tender)
    return tender or None, get_object_or_404(Theme, pk=theme, municipality=place) if theme else None


def _chips(request, place, chosen) -> list[tuple]:
    """The themes of the place as filters, that keep the tender."""
    kept = request.GET.copy()
    for name in ("thema", "page"):
        kept.pop(name, None)
    found = [(_("All subjects"), f"?{kept.urlencode()}", chosen is None)]
    for theme in Theme.objects.current().filter(municipality=place):
        kept["thema"] = str(theme.pk)
        found.append((theme.name, f"?{kept.urlencode()}", theme == chosen))
    return found if len(found) > 1 else []


@login_required
def my_coalitions(request):
    """All of one's own parties here: what they offer and seek, whom they meet, and their coalitions."""
    own = Listing.objects.for_list().filter(party_id__in=request.user.party_ids()).order_by("withdrawn_at", "-placed_at")
    page_obj = Paginator(meetings_of(request.user), PER_PAGE).get_page(request.GET.get("page"))
    known = known_parties(request.user)
    context = {
        "listings": [(one, row_of(one, known)) for one in own[:PER_PAGE]],
        "page_obj": page_obj,
        "meetings": [between(one, request.user, known) for one in page_obj],
        "coalitions": _coalitions_of(request.user),
        "invitations": Member.objects.invited().visible_to(request.user).for_page()[:PER_PAGE],
        "has_party": bool(request.user.party_ids()),
        "places": Municipality.objects.all()[:60],
    }
    return render(request, "coalitions/my_coalitions.html", context)


def _coalitions_of(user) -> list[tuple]:
    """Each with what it asks of the own party."""
    waits = {place.coalition_id: place.waits for place in places_that_wait(user.party_ids())}
    return [(one, waits.get(one.pk, "")) for one in Coalition.objects.visible_to(user).for_list()[:PER_PAGE]]


def place_listing(request, slug):
    place = place_for(request, slug, "coalitions.place_listing")
    tender = Tender.objects.visible_to(request.user).filter(slug=request.GET.get("traject", "")).first()
    form = ListingForm(request.POST or None, user=request.user, municipality=place, initial={"tender": tender})
    if form.is_valid() and (made := attempt(form, actions.place_listing, municipality=place, by=request.user, **form.said())):
        messages.success(request, _("It stands in the list. Here you see who completes you."))
        return redirect("coalitions:list_matches", made.public_id)
    return render(request, "coalitions/place_listing.html", {"form": form, "municipality": place})


@for_visitors
def show_listing(request, public_id):
    listing = listing_for(request, public_id)
    row = row_of(listing, known_parties(request.user))
    context = {
        "listing": listing,
        "row": row,
        "is_own": allows(request.user, "coalitions.edit_listing", listing),
        "may_ask": allows(request.user, "coalitions.ask_introduction", listing),
        "contact": Contact.objects.visible_to(request.user).filter(listing=listing).first(),
        "said": waiting_with(listing, request.user),
    }
    return render(request, "coalitions/show_listing.html", context)


def edit_listing(request, public_id):
    listing = listing_for(request, public_id, "coalitions.edit_listing")
    form = ListingForm(request.POST or None, user=request.user, municipality=listing.municipality, listing=listing)
    if form.is_valid() and attempt(form, actions.edit_listing, listing=listing, by=request.user, **form.said()):
        return redirect("coalitions:list_matches", public_id)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        form.data = form.data.copy()
        form.data["version"] = str(Listing.objects.get(pk=listing.pk).version)
    return render(request, "coalitions/edit_listing.html", {"form": form, "listing": listing})


def withdraw_listing(request, public_id):
    listing = listing_for(request, public_id, "coalitions.withdraw_listing")
    form = NothingForm(request.POST or None)
    if form.is_valid():
        actions.withdraw_listing(listing=listing, by=request.user)
        return redirect("coalitions:my_coalitions")
    return render(request, "coalitions/withdraw_listing.html", {"form": form, "listing": listing})


def list_matches(request, public_id):
    """Who completes this party, and why, in words."""
    listing = listing_for(request, public_id, "coalitions.list_matches")
    known = known_parties(request.user)
    page_obj = Paginator(Matches(listing, known), PER_PAGE).get_page(request.GET.get("page"))
    context = {"listing": listing, "row": row_of(listing, known), "page_obj": page_obj}
    return render(request, "coalitions/list_matches.html", context)
