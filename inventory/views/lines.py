"""The inventory that everybody reads, and its lines, written by who keeps it."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.permissions import allows
from documents.serve import serve_upload
from events.etag import for_visitors
from inventory import actions, line_page, overview
from inventory.fetch import line_for, place_for
from inventory.forms import EndForm, JudgeForm, LineForm, LinkPartyForm
from inventory.models import Board, Line, LineKind, Period
from inventory.reading import Asked, Inventory
from inventory.words import KINDS, MANY, PATHS
from tenders.forms import StartForm, attempt
from tenders.routes import Route

_KEEPING = ("add_line", "import_lines", "list_ends", "open_period", "publish_line_answers")


@for_visitors
def show_inventory(request, slug):
    place = place_for(request, slug, "inventory.view_inventory")
    asked, by_theme = Asked.of(request.GET), request.GET.get("per") == "thema"
    inventory = Inventory(place, asked, by_theme)
    chosen = {"wijk": asked.area, "thema": asked.theme, "q": asked.words, "vervallen": "1" if asked.gone else ""}

    def address(**more) -> str:
        asks = {"soort": PATHS.get(asked.kind, ""), **chosen, **more}
        return "?" + urlencode({name: value for name, value in asks.items() if value})

    judged, judged_chips = overview.judged_of(inventory, lambda path: address(oordeel=path))
    context = {
        "municipality": place,
        "asked": asked,
        "soort": PATHS.get(asked.kind, ""),
        "oordeel": request.GET.get("oordeel", "") if asked.fitness else "",
        "page_obj": overview.page_of(inventory, request.GET.get("page")),
        "kinds": overview.kinds_of(inventory, lambda path: address(soort=path)),
        "judged": judged,
        "judged_chips": judged_chips,
        "areas": [(one.in_address, inventory.called[one.pk], one == inventory.area) for one in inventory.names_of("area")],
        "themes": [one.name for one in inventory.names_of("theme")],
        "money": overview.money_of(inventory),
        "by_chips": [
            (_("For each area"), address(per=""), not by_theme),
            (_("For each theme"), address(per="thema"), by_theme),
        ],
        "periods": Period.objects.filter(municipality=place).open()[:2],
        "boards": Board.objects.filter(municipality=place).open().order_by("ends_on", "pk")[:2],
        "may": {name: allows(request.user, f"inventory.{name}", place) for name in _KEEPING},
    }
    return render(request, "inventory/show_inventory.html", context)


def download_paper(request, slug, public_id):
    line = line_for(request, slug, public_id, "inventory.view_line")
    if line.paper is None:
        raise Http404
    return serve_upload(line.paper)


def add_line(request, slug):
    place = place_for(request, slug, "inventory.add_line")
    kind = KINDS.get(request.GET.get("soort", ""), LineKind.TASK)
    form = LineForm(request.POST or None, request.FILES or None, municipality=place, kind=kind)
    if form.is_valid():
        values = {"municipality": place, "by": request.user, "kind": kind, **form.values()}
        if line := attempt(form, actions.add_line, **values):
            messages.success(request, _("The line is in the inventory. Everybody can see it."))
            return redirect(line)
    chips = [(MANY[one], f"?soort={path}", one == kind) for one, path in PATHS.items()]
    return render(request, "inventory/add_line.html", {"form": form, "municipality": place, "chips": chips})


def edit_line(request, slug, public_id):
    line = line_for(request, slug, public_id, "inventory.edit_line")
    form = LineForm(request.POST or None, request.FILES or None, instance=line, municipality=line.municipality, kind=line.kind)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        if attempt(form, actions.edit_line, line=line, by=request.user, version=version, **form.values()):
            return redirect(line)
    return line_form_page(request, "inventory/edit_line.html", form, line)


def judge_line(request, slug, public_id):
    line = line_for(request, slug, public_id, "inventory.judge_line")
    now = {"version": line.version, "fitness": line.fitness, "reason": line.fitness_because}
    form = JudgeForm(request.POST or None, initial=now, line=line)
    if form.is_valid() and attempt(form, actions.judge_line, line=line, by=request.user, **form.cleaned_data):
        return redirect("inventory:list_ends", slug) if request.GET.get("van") == "aflopend" else redirect(line)
    return line_form_page(request, "inventory/judge_line.html", form, line)


def end_line(request, slug, public_id):
    line = line_for(request, slug, public_id, "inventory.end_line")
    form = EndForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.end_line, line=line, by=request.user, **form.cleaned_data):
        messages.success(request, _("The line no longer stands in the list. Its page stays."))
        return redirect("inventory:show_inventory", slug)
    return line_form_page(request, "inventory/end_line.html", form, line)


def link_party(request, slug, public_id):
    line = line_for(request, slug, public_id, "inventory.link_party")
    if not line.party_name:
        raise Http404  # it names nobody, so there is nobody to find
    search = request.GET.get("q", "").strip()[:100]
    form = LinkPartyForm(request.POST or None, line=line, search=search)
    if form.is_valid() and attempt(form, actions.link_party, line=line, by=request.user, **form.cleaned_data):
        return redirect(line)
    return line_form_page(request, "inventory/link_party.html", form, line, search=search)


def start_from_line(request, slug, public_id):
    """A tender that begins with what the line says; the officer reads it and starts it."""
    line = line_for(request, slug, public_id, "inventory.start_from_line")
    form = StartForm(request.POST or None, municipality=line.municipality, initial=_known(line))
    if form.is_valid() and (tender := attempt(form, actions.start_from_line, line=line, by=request.user, **form.cleaned_data)):
        return redirect("tenders:manage_tender", tender.slug)
    return line_form_page(request, "inventory/start_from_line.html", form, line, around=line_page.around(line))


def _known(line: Line) -> dict:
    return {
        "title": line.title[:160],
        "summary": line.text,
        "route": Route.BUILDING if line.kind == LineKind.BUILDING else Route.SUBSIDY_TENDER,
        "reason": line.fitness_because,
    }


def line_form_page(request, template: str, form, line: Line, **more):
    """A form about a line; when somebody else saved just before, with what was saved beside it."""
    latest = None
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        latest = Line.objects.for_page().get(pk=line.pk)
        form.data = form.data.copy()
        form.data["version"] = str(latest.version)  # who sends it again has seen what the other saved
    context = {"form": form, "line": line, "municipality": line.municipality, "latest": latest, **more}
    return render(request, template, context)
