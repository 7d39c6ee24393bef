"""The map of who is there: for everybody those who said yes to it, for the team all, with who else could stand on it."""

from django.shortcuts import render

from accounts.permissions import allows
from coalitions.fetch import map_for
from coalitions.map_page import map_of
from events.etag import for_visitors
from portal.could_stand_here import could_stand_here


@for_visitors
def show_map(request, slug):
    tender = map_for(request, slug, "coalitions.view_map")
    may_write = allows(request.user, "coalitions.add_stakeholder", tender)
    is_team = allows(request.user, "coalitions.view_whole_map", tender)
    drawn = map_of(tender, request.user, request.GET.get("page"), is_team=is_team)
    context = {
        "tender": tender,
        "map": drawn,
        "page_obj": drawn.page_obj,
        "is_team": is_team,
        "may_write": may_write,
        "suggestions": could_stand_here(tender) if may_write else [],
    }
    return render(request, "coalitions/show_map.html", context)
