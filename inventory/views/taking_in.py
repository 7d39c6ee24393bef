"""Taking in a list: choosing the file, looking at what it would change, and writing it."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.etag import for_visitors
from inventory import actions
from inventory.fetch import place_for, waiting_for
from inventory.forms import ImportForm, ReadForm
from inventory.models import LineKind
from inventory.taking_in.columns import COLUMNS, kinds_like
from inventory.taking_in.export import export
from inventory.taking_in.names import names_in, new_names
from inventory.taking_in.plan import filled_in, mark_of, plan_of
from inventory.taking_in.sheets import write_sheet
from inventory.words import KINDS, MANY, PATHS
from tenders.forms import attempt

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 100  # mistakes shown at once
_STATES = {"new": ("open", "plus"), "changed": ("bezig", "pencil"), "same": ("klaar", "check")}


def read_list(request, slug):
    """Choose a file. When something in it is wrong, every wrong cell is shown, and nothing of it is kept."""
    place = place_for(request, slug, "inventory.read_list")
    kind = KINDS.get(request.GET.get("soort", ""))  # without one nothing is chosen yet: a list of another kind is read too easily
    form, checked = ReadForm(request.POST or None, request.FILES or None, initial={"kind": kind}), None
    if form.is_valid() and (read := attempt(form, actions.read_list, municipality=place, by=request.user, **form.cleaned_data)):
        waiting, checked = read
        if waiting:
            return redirect("inventory:import_lines", slug, waiting.public_id)
    errors = (
        [[_("Row %(row)d") % {"row": one.row}, one.column, one.shown, one.sentence] for one in checked.errors[:_MOST]]
        if checked
        else []
    )
    context = {
        "form": form,
        "municipality": place,
        "errors": errors,
        "error_count": len(checked.errors) if checked else 0,
        "columns": [_("Row"), _("Column"), _("What stands there"), _("What is wrong")],
        "templates": [(MANY[kind], path) for kind, path in PATHS.items()],
    }
    return render(request, "inventory/read_list.html", context)


def import_lines(request, slug, public_id):
    """What a list would change, 25 lines at a time; and the button that writes it."""
    waiting = waiting_for(request, slug, public_id, "inventory.import_lines")
    place = waiting.municipality
    if waiting.confirmed_at:
        return redirect("inventory:show_inventory", slug)
    known = names_in(place)
    plan = plan_of(place, waiting.kind, waiting.rows, known)
    fresh = new_names(known, waiting.rows)
    form = ImportForm(request.POST or None, initial={"seen": mark_of(plan)}, asks_names=any(fresh.values()))
    if form.is_valid():
        counts = attempt(form, actions.import_lines, waiting=waiting, by=request.user, **form.cleaned_data)
        if counts is not None:
            messages.success(request, _written(counts))
            return redirect(f"{redirect('inventory:show_inventory', slug).url}?soort={PATHS[waiting.kind]}")
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        form.data = form.data.copy()
        form.data["seen"] = mark_of(plan)
    page = Paginator(plan, 25).get_page(request.GET.get("page"))
    page.object_list = [_shown(one, waiting.kind) for one in page.object_list]
    context = {
        "form": form,
        "municipality": place,
        "waiting": waiting,
        "kind": capfirst(str(LineKind(waiting.kind).label)),
        "page_obj": page,
        "counts": {state: sum(one.state == state for one in plan) for state in _STATES},
        "fresh": [(_("areas"), fresh["area"]), (_("themes"), fresh["theme"])],
        "remarks": waiting.remarks[:_MOST],
        "not_read": ", ".join(waiting.not_read),
        "looks_like": _looks_like(waiting),
    }
    return render(request, "inventory/import_lines.html", context)


def _looks_like(waiting) -> str:
    """Of which other kind this list seems to be, by its headings; empty when it fits."""
    fields = {field for field in waiting.rows[0] if field != "row"}
    return _(" or ").join(str(MANY[kind]).lower() for kind in kinds_like(waiting.kind, fields, waiting.not_read))


def _shown(planned, kind: str) -> dict:
    words = {"new": _("New"), "changed": _("Changes"), "same": _("Stays the same")}
    colour, sign = _STATES[planned.state]
    row = planned.row
    about = " · ".join(str(row[name]) for name in ("party_name", "area", "theme") if row.get(name))
    return {
        "row": row,
        "about": about,
        "word": words[planned.state],
        "colour": colour,
        "sign": sign,
        "changes": planned.changes,
        "filled": filled_in(kind, row) if planned.state == "new" else [],
    }


def _written(counts: dict) -> str:
    if not counts:
        return _("This list was taken in already.")
    return _("The list is in the inventory: %(new)d new, %(changed)d changed, %(same)d the same.") % counts


@for_visitors
def export_lines(request, slug, kind):
    """What stands in the inventory of one kind, as CSV: for everybody, and to be mended and taken in again."""
    place = place_for(request, slug, "inventory.view_inventory")
    if kind not in KINDS:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{place.slug}-{kind}.csv"'}
    return HttpResponse(export(place, KINDS[kind]), content_type="text/csv; charset=utf-8", headers=headers)


def download_template(request, slug, kind):
    """An empty list with the right headings and an example row."""
    place_for(request, slug, "inventory.read_list")
    if kind not in KINDS:
        raise Http404
    columns = COLUMNS[KINDS[kind]]
    content = write_sheet(kind, [[column.heading for column in columns], [column.example for column in columns]])
    headers = {"Content-Disposition": f'attachment; filename="inventaris-{kind}.xlsx"'}
    return HttpResponse(content, content_type=_XLSX, headers=headers)
