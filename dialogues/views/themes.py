"""The page on which the team says what a contribution is about."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues import actions
from dialogues.fetch import contribution_for
from dialogues.forms import ThemeForm, catch_up
from tenders.forms import attempt


def choose_theme(request, slug, number):
    contribution = contribution_for(request, slug, number, "dialogues.choose_theme")
    seen = contribution.theme_id or 0
    form = ThemeForm(request.POST or None, tender=contribution.tender, initial={"theme": contribution.theme_id, "version": seen})
    if form.is_valid() and attempt(form, actions.choose_theme, contribution=contribution, by=request.user, **form.cleaned_data):
        messages.success(request, _("The theme of contribution %(number)d is kept.") % {"number": number})
        return redirect(_way_back(request, contribution))
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed"):
        catch_up(form, seen)
    context = {"form": form, "tender": contribution.tender, "contribution": contribution, "themes": form.fields["theme"].queryset}
    return render(request, "dialogues/choose_theme.html", context | {"back": _way_back(request, contribution)})


def _way_back(request, contribution):
    """To the list when one came from there, to go on with the next; else to the page of the contribution."""
    if request.GET.get("lijst"):
        return reverse("dialogues:list_contributions", args=[contribution.tender.slug]) + "?staat=alle&thema=-"
    return contribution.get_absolute_url()
