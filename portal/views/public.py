"""What everybody can read."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Municipality
from accounts.permissions import allows
from budgets.models import Budget
from events.composed import composed_once
from events.etag import for_visitors
from inventory.models import Board
from notifications.models import Follow
from portal.also_found import also_found, says
from portal.changes import recent_changes
from portal.now_next import ended_with_dialogue, panels
from portal.open_now import meetings_coming, on_the_front, open_now
from portal.rows import rows_of
from portal.standing import standings
from portal.tender_page import around, links_of, lots_of, outcome_counts
from tenders.fetch import tender_for
from tenders.models import Involvement, Tender
from tenders.steps import Step

# Where a tender has the words that somebody looks for: also the name of a lot, of its area, and of who leads it together.
_SAYING = ("title", "summary", "lots__name", "lots__area__name", "municipality__name", "others__name")


@for_visitors
def home(request):
    """All municipalities together."""
    return _front(request, None)


@for_visitors
def show_municipality(request, slug):
    here = OuterRef("pk")
    boards, budgets = Board.objects.filter(municipality=here), Budget.objects.filter(municipality=here, published_at__isnull=False)
    places = Municipality.objects.annotate(has_boards=Exists(boards), has_budgets=Exists(budgets))
    request.municipality = get_object_or_404(places, slug=slug)
    return _front(request, request.municipality)


@for_visitors
def list_tenders(request):
    """Every tender that the reader may see, with filters that stand in the address."""
    tenders = Tender.objects.visible_to(request.user).for_rows()
    chosen = {name: request.GET.get(name, "") for name in ("q", "gemeente", "stap", "mijn")}
    if chosen["q"]:
        tenders = tenders.filter(says(chosen["q"], *_SAYING)).distinct()
    if chosen["gemeente"]:
        tenders = tenders.filter(municipality__slug=chosen["gemeente"])
    if chosen["stap"] in {str(step.value) for step in Step}:
        tenders = tenders.filter(step=int(chosen["stap"]))
    if chosen["mijn"] and request.user.is_authenticated:
        tenders = tenders.filter(pk__in=Involvement.objects.in_team_or_guiding(request.user).values("tender_id"))
    page = Paginator(tenders, 50).get_page(request.GET.get("page"))
    also = also_found(chosen["q"], chosen["gemeente"]) if page.number == 1 else []
    context = {"page_obj": page, "rows": rows_of(page.object_list), "chosen": chosen, "steps": Step, "also": also}
    return render(request, "portal/list_tenders.html", context)


@for_visitors
def show_tender(request, slug):
    """One tender: where it stands, what comes next, what you can do; then its lots, money, voices and documents."""
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    now = standings([tender])[tender.pk]
    lots = lots_of(tender)
    context = {
        "tender": tender,
        "standing": now,
        "panels": panels(tender, now),
        "ended_with_dialogue": ended_with_dialogue(tender),
        "links": links_of(tender),
        "lots": lots,
        "inhabitants": any(lot.inhabitants for lot in lots),
        "budget": sum(lot.budget or 0 for lot in lots),
        "outcomes": outcome_counts(tender),
        "changes": recent_changes(tender),
        "around": around(tender),
        "may_manage": allows(request.user, "tenders.manage_tender", tender),
        "follow": _follow_of(request.user, tender),
    }
    return render(request, "portal/show_tender.html", context)


def _follow_of(user, tender) -> Follow | None:
    """Nothing is asked for a visitor."""
    return Follow.objects.filter(person=user, tender=tender).first() if user.is_authenticated else None


@for_visitors
def take_part(request):
    """All that is open, or what one municipality has open; or only where people meet."""
    place = request.GET.get("gemeente", "")
    here = get_object_or_404(Municipality, slug=place) if place else None
    if here:
        request.municipality = here
    meetings = request.GET.get("soort") == "bijeenkomst"
    kept = "&soort=bijeenkomst" if meetings else ""
    chips = [(_("All municipalities"), reverse("portal:take_part") + kept.replace("&", "?"), here is None)]
    chips += [(one.name, f"?gemeente={one.slug}{kept}", one == here) for one in Municipality.objects.order_by("name")[:60]]
    found = meetings_coming(here) if meetings else open_now(municipality=here)
    context = {"here": here, "open_now": found, "only_meetings": meetings, "chips": chips if len(chips) > 2 else []}
    return render(request, "portal/take_part.html", context)


def show_help(request):
    return render(request, "portal/show_help.html", {"steps": Step})


def show_accessibility(request):
    return render(request, "portal/show_accessibility.html")


def show_privacy(request):
    return render(request, "portal/show_privacy.html")


@composed_once
def _newest(municipality_ids):
    """The newest tenders that run, or that ended well with their dialogue: of all municipalities, or of those that lead them."""
    ended_well = Q(completed_at__isnull=False, step=Step.DIALOGUE)
    tenders = Tender.objects.filter(Q(completed_at=None) | ended_well, published_at__isnull=False, withdrawn_at=None)
    return (tenders if municipality_ids is None else tenders.led_by(municipality_ids)).for_rows()[:6]


def _front(request, municipality):
    newest = _newest([municipality.pk] if municipality else None)
    here = f"?gemeente={municipality.slug}" if municipality else ""
    first, plans_welcome, people_meet = on_the_front(municipality)
    context = {
        "open_url": reverse("portal:take_part") + here,
        "all_url": reverse("portal:list_tenders") + here,
        "municipality": municipality,
        "municipalities": [] if municipality else Municipality.objects.all()[:60],
        "open_now": first,
        "plans_welcome": plans_welcome,
        "people_meet": people_meet,
        "rows": rows_of(newest),
        "may_start": bool(municipality) and allows(request.user, "tenders.start_tender", municipality),
        "may_budget": bool(municipality) and allows(request.user, "budgets.make_budget", municipality),
        "may_add_theme": bool(municipality) and allows(request.user, "portal.add_theme", municipality),
        "may_administer": bool(municipality) and allows(request.user, "portal.grant_role", municipality),
    }
    return render(request, "portal/home.html", context)
