"""Beginning something, joining it, and what grows in a neighbourhood."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from accounts.permissions import allows, fetch
from areas.models import Area
from areas.names import asked_for, told_apart
from documents.serve import serve_picture
from events.etag import for_visitors, kept_by_nobody
from events.middleware import keeps_its_own_promise
from initiatives import actions
from initiatives.fetch import initiative_for, municipality_for
from initiatives.forms import BeginForm, ContactForm, JoinForm, WriteDownForm
from initiatives.models import ContactPerson, Initiative, Photo
from initiatives.neighbourhood import sums_of
from initiatives.predicates import keeper
from tenders.codes import code_of
from tenders.forms import attempt
from tenders.pace import Pace

_PER_PAGE = 25
_OFTEN = gettext_lazy("This came from here very often in a short time. Wait a quarter of an hour, or call the municipality.")
_BEGINNING = Pace("begin-initiative", at_most=10, seconds=900, sentence=_OFTEN)
_JOINING = Pace("join-initiative", at_most=40, seconds=900, sentence=_OFTEN)  # a street party shares one address


# For why these forms have no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def begin_initiative(request, slug):
    """In the street, on a telephone, in less than a minute."""
    place = municipality_for(request, slug, "initiatives.begin_initiative")
    writes_down = keeper(request.user, place)  # for people who stand beside her
    asked = WriteDownForm if writes_down else BeginForm
    form = asked(request.POST or None, request.FILES or None, municipality=place)
    if form.is_valid():
        code = code_of(form, "initiative", place.pk)
        if made := attempt(form, _begin, request=request, municipality=place, code=code, **form.cleaned_data):
            return _with_code(request, "initiatives/initiative_begun.html", code, initiative=made)
    beside = ContactPerson.objects.of_today(place) if writes_down else ()
    context = {"form": form, "municipality": place, "writes_down": writes_down, "beside": beside}
    return render(request, "initiatives/begin_initiative.html", context)


@keeps_its_own_promise
@csrf_exempt
@for_visitors
def join_initiative(request, public_id):
    initiative = initiative_for(request, public_id)
    if not allows(request.user, "initiatives.join_initiative", initiative):  # its page says why
        return redirect(initiative)
    form = JoinForm(request.POST or None)
    if form.is_valid():
        code = code_of(form, "joining", initiative.pk)
        if made := attempt(form, _join, request=request, initiative=initiative, code=code, **form.cleaned_data):
            return _with_code(request, "initiatives/initiative_joined.html", code, initiative=initiative, joining=made)
    return render(request, "initiatives/join_initiative.html", {"form": form, "initiative": initiative})


@for_visitors
def list_initiatives(request, slug):
    """What grows: in one neighbourhood, or in the whole municipality."""
    place = municipality_for(request, slug, "initiatives.begin_initiative")
    areas = list(Area.objects.filter(municipality=place).select_related("parent").order_by("name", "kind", "code"))
    chosen = request.GET.get("wijk", "")
    area = asked_for(areas, chosen)
    if chosen and area is None:
        raise Http404
    seeks = request.GET.get("zoekt") == "hulp"
    found = Initiative.objects.shown().filter(municipality=place)
    found = found.filter(area=area) if area else found
    found = (found.exclude(seeks="") if seeks else found).for_list().liveliest_first()
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    sums = sums_of(place.pk)
    context = {
        "municipality": place,
        "area": area,
        "page_obj": page,
        "sum": sums.of(area.pk if area else None),
        "chips": _chips(areas, sums, area, seeks),
        "contact": ContactPerson.objects.for_area(place, area).first(),
        "seeks": seeks,
        "may_name": allows(request.user, "initiatives.name_contact", place),
    }
    return render(request, "initiatives/list_initiatives.html", context)


def name_contact(request, slug):
    """Who of the municipality can be called, for each neighbourhood."""
    place = municipality_for(request, slug, "initiatives.name_contact")
    form = ContactForm(request.POST or None, municipality=place)
    if form.is_valid() and attempt(form, actions.name_contact, municipality=place, by=request.user, **form.cleaned_data):
        messages.success(request, _("From now on people see this name."))
        return redirect("initiatives:name_contact", slug)
    named = ContactPerson.objects.filter(municipality=place).select_related("area", "set_by")[:_PER_PAGE]
    return render(request, "initiatives/name_contact.html", {"form": form, "municipality": place, "named": named})


def show_photo(request, public_id):
    photos = Photo.objects.select_related("initiative__municipality", "update", "upload", "small")
    photo = fetch(photos, request.user, "initiatives.view_photo", public_id=public_id)
    return serve_picture(photo.small if "klein" in request.GET else photo.upload, public=photo.is_shown)


def _begin(*, request, **fields):
    by = request.user if request.user.is_authenticated else None
    if by is None:
        _BEGINNING.refuse(request)
    made = actions.begin_initiative(by=by, **fields)
    _BEGINNING.count(request)
    return made


def _join(*, request, **fields):
    _JOINING.refuse(request)
    made = actions.join_initiative(by=request.user if request.user.is_authenticated else None, **fields)
    _JOINING.count(request)
    return made


def _with_code(request, template: str, code: str, **context):
    """The page with the code: shown now, kept by nobody, not by the browser either."""
    return kept_by_nobody(render(request, template, {"code": code, **context}))


def _chips(areas: list[Area], sums, chosen: Area | None, seeks: bool) -> list[tuple]:
    """The neighbourhoods where something grows, as links."""
    kept, called = {"zoekt": "hulp"} if seeks else {}, told_apart(areas)
    rows = [(_("All of the municipality"), "?" + urlencode(kept), chosen is None)]
    for area in areas:
        if number := sums.of(area.pk).initiatives:
            rows.append((f"{called[area.pk]} ({number})", "?" + urlencode({"wijk": area.in_address, **kept}), area == chosen))
    return rows
