"""The network of a municipality: who can be asked again about a theme, asking them, and what was asked."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import Municipality
from accounts.permissions import check, fetch
from dialogues import actions
from dialogues.forms import NetworkQuestionForm
from dialogues.models import Expert, NetworkQuestion
from tenders.forms import attempt

_PER_PAGE = 25
_LATEST = 10


def view_network(request, slug):
    place = _municipality_for(request, slug, "dialogues.view_network")
    people = Expert.objects.reachable_in(place).select_related("group__theme", "group__tender")
    context = {
        "municipality": place,
        "page_obj": Paginator(people.order_by("group__theme__name", "name", "pk"), _PER_PAGE).get_page(request.GET.get("page")),
        "asked": NetworkQuestion.objects.filter(municipality=place).select_related("theme")[:_LATEST],
    }
    return render(request, "dialogues/view_network.html", context)


def ask_network(request, slug):
    place = _municipality_for(request, slug, "dialogues.ask_network")
    form = NetworkQuestionForm(request.POST or None, municipality=place)
    if form.is_valid() and attempt(form, actions.ask_network, municipality=place, by=request.user, **form.cleaned_data):
        messages.success(request, _("Your question is on its way to everybody who knows this theme."))
        return redirect("dialogues:view_network", slug)
    return render(request, "dialogues/ask_network.html", {"form": form, "municipality": place})


def show_network_question(request, slug, public_id):
    questions = NetworkQuestion.objects.select_related("municipality", "theme", "by")
    question = fetch(questions, request.user, "dialogues.view_network_question", municipality__slug=slug, public_id=public_id)
    request.municipality = question.municipality
    return render(request, "dialogues/show_network_question.html", {"question": question})


def _municipality_for(request, slug: str, permission: str) -> Municipality:
    request.municipality = check(request.user, permission, get_object_or_404(Municipality, slug=slug))
    return request.municipality
