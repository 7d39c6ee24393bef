"""The themes of a municipality: what people choose from when they say what something is about."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from areas import actions
from areas.models import Theme
from portal.forms import ThemeForm
from portal.views.municipality import municipality_for
from tenders.forms import attempt


def add_theme(request, slug):
    """All themes, and the form for another one."""
    place = municipality_for(request, slug, "portal.add_theme")
    form = ThemeForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.add_theme, municipality=place, by=request.user, **form.cleaned_data):
        messages.success(request, _("People can choose this theme now."))
        return redirect("portal:add_theme", slug)
    here = Theme.objects.filter(municipality=place)
    context = {"form": form, "municipality": place, "current": here.current(), "gone": here.exclude(ended_at=None)}
    return render(request, "portal/add_theme.html", context)


def edit_theme(request, slug, public_id):
    theme = _theme_for(request, slug, public_id, "portal.edit_theme")
    form = ThemeForm(request.POST or None, initial={"name": theme.name})
    if form.is_valid() and attempt(form, actions.edit_theme, theme=theme, by=request.user, **form.cleaned_data):
        return redirect("portal:add_theme", slug)
    return render(request, "portal/edit_theme.html", {"form": form, "municipality": theme.municipality, "theme": theme})


@require_POST
def retire_theme(request, slug, public_id):
    theme = actions.retire_theme(theme=_theme_for(request, slug, public_id, "portal.retire_theme"), by=request.user)
    messages.success(request, _("Nobody can choose “%(name)s” any more. What was said about it stays.") % {"name": theme.name})
    return redirect("portal:add_theme", slug)


def _theme_for(request, slug: str, public_id: str, permission: str) -> Theme:
    place = municipality_for(request, slug, permission)
    return get_object_or_404(Theme.objects.select_related("municipality"), municipality=place, public_id=public_id)
