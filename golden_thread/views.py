"""Pages of the golden thread: one contribution, initiative, plan or line forwards, all of a tender, and from a knot back."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import allows, check
from budgets.entries import budgets_of
from dialogues.fetch import pilot_for, place_for, proposal_for
from dialogues.models import Contribution, Outcome
from dialogues.rows import hidden_of
from events.composed import Pageable
from events.etag import for_visitors
from golden_thread.arrows import contribution_at
from golden_thread.back import way_back
from golden_thread.dialogue import led_to, thread_of_proposal
from golden_thread.initiative import PER_PAGE, growth_of
from golden_thread.knots import knots_of
from golden_thread.overview import HIDDEN, REACHED, WAITING, counts_of, threads_of
from golden_thread.plan import carried, last_to_hand_in
from golden_thread.sentences import lead_of, summary_of, title_of
from golden_thread.thread import thread_of
from initiatives.fetch import initiative_for, plan_for
from initiatives.forms import JoinForm
from initiatives.models import Plan
from initiatives.ways import ways_in
from inventory.fetch import line_for
from inventory.line_page import context_of
from tenders.fetch import tender_for

_PLANS = 10  # on the page of a line
_RIGHTS = ("flag_contribution", "hide_contribution", "restore_contribution", "appeal_hiding")
_RIGHTS += ("translate_contribution", "choose_theme", "merge_contribution", "unmerge_contribution", "respond")


@for_visitors
def follow_contribution(request, slug, number):
    """What became of one contribution, from what somebody said to what came of it."""
    found = next(iter(contribution_at(request.user, slug, number)), None)
    if found is None:
        return _only_its_place(request, slug, number)
    check(request.user, "dialogues.view_contribution", found)
    request.municipality = found.tender.municipality
    thread = thread_of(found, request.user)
    address = request.build_absolute_uri(reverse("golden_thread:short", args=[found.tender.public_id, number]))
    context = {
        "tender": found.tender,
        "contribution": found,
        "title": title_of(found),
        "lead": lead_of(thread),
        "summary": summary_of(thread),
        "knots": knots_of(thread),
        "hidden": hidden_of(found) if found.hidden_at else None,
        "may": {name: allows(request.user, f"dialogues.{name}", found) for name in _RIGHTS}
        if request.user.is_authenticated
        else {},
        "address": address,
        "shown_address": address.split("://", 1)[1],
    }
    return render(request, "golden_thread/follow_contribution.html", context)


def _only_its_place(request, slug, number):
    """What is left to read for others of a contribution that was hidden: who hid it, when and why."""
    place = place_for(request, slug, number)
    context = {"tender": place.tender, "contribution": place, "hidden": hidden_of(place)}
    context["may_appeal"] = allows(request.user, "dialogues.appeal_hiding", place)
    return render(request, "golden_thread/hidden_contribution.html", context)


@for_visitors
def follow_initiative(request, public_id):
    """How something grew that people just began, and what became of it in requests."""
    initiative = initiative_for(request, public_id)
    growth = growth_of(initiative)
    page = Paginator(growth.steps, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "initiative": initiative,
        "growth": growth,
        "page_obj": page,
        "finding": growth.finding(initiative.unit),
        "form": JoinForm(),
        "may_join": allows(request.user, "initiatives.join_initiative", initiative),
        "more_names": initiative.joined - len(growth.names),
        "may_restore": allows(request.user, "initiatives.restore_words", initiative),
    }
    return render(request, "golden_thread/follow_initiative.html", context)


@for_visitors
def follow_plan(request, public_id):
    """A plan from outside: what was asked, whether the answer is in time, and where a yes led."""
    plan = plan_for(request, public_id)
    context = {
        "plan": plan,
        "carried": carried(plan),
        "last": last_to_hand_in(plan),
        "on_budgets": budgets_of(plan),
        "ways": ways_in(plan.municipality, plan.tender, answered=bool(plan.outcome)) if plan.stands else [],
        "may_answer": allows(request.user, "initiatives.answer_plan", plan),
        "may_record": allows(request.user, "initiatives.record_knowledge", plan),
        "may_hide": not plan.hidden_at and allows(request.user, "initiatives.hide_plan", plan),
        "may_restore": plan.hidden_at and allows(request.user, "initiatives.restore_plan", plan),
        "may_withdraw": allows(request.user, "initiatives.withdraw_plan", plan),
    }
    return render(request, "golden_thread/follow_plan.html", context)


@for_visitors
def follow_proposal(request, slug, number):
    """A proposal of a theme group: on what it rests, what the council decided, and where it led."""
    proposal = proposal_for(request, slug, number, "dialogues.view_proposal")
    context = {"proposal": proposal, "tender": proposal.tender, "thread": thread_of_proposal(proposal)}
    return render(request, "golden_thread/follow_proposal.html", context)


@for_visitors
def follow_pilot(request, slug):
    """A pilot: what one wanted to learn, what came out, and where that led."""
    pilot = pilot_for(request, slug, "tenders.view_tender")
    context = {"pilot": pilot, "tender": pilot.tender, "led_to": led_to(pilot, request.user)}
    return render(request, "golden_thread/follow_pilot.html", context)


@for_visitors
def follow_line(request, slug, public_id):
    """A line of the inventory: what is known of it, the plans that people have for it, and what began with it."""
    line = line_for(request, slug, public_id, "inventory.view_line")
    context = context_of(line, request.user, request.GET.get("page"))
    plans = list(Plan.objects.filter(line=line, hidden_at=None).for_list().late_first()[: _PLANS + 1])
    return render(request, "golden_thread/follow_line.html", context | {"plans": plans[:_PLANS], "more_plans": len(plans) > _PLANS})


def short(request, tender, number):
    """The address that fits in a letter: leads to the thread."""
    places = Contribution.objects.places_for(request.user).filter(tender__public_id=tender, number=number)
    slug = places.values_list("tender__slug", flat=True).first()
    if slug is None:
        raise Http404
    return redirect("golden_thread:follow_contribution", slug, number)


@for_visitors
def show_threads(request, slug):
    """Every contribution of a tender with its answer and how far it got."""
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    chosen = request.GET.get("uitkomst", "")
    counts = counts_of(tender, request.user)
    if chosen and chosen not in counts:
        raise Http404
    paginator = Paginator(Pageable(threads_of, None, request.user, tender.pk, chosen or None), 25)
    paginator.count = counts[chosen] if chosen else sum(counts.values())  # known already
    page = paginator.get_page(request.GET.get("page"))
    for contribution in page:
        contribution["reached_words"] = REACHED[contribution["reached"]]
    context = {
        "tender": tender,
        "page_obj": page,
        "total": sum(counts.values()),
        "hidden": counts[HIDDEN],
        "waiting": counts[WAITING],
        "bar": [(Outcome(outcome).label, counts[outcome]) for outcome in Outcome.values],
        "answered": sum(counts[outcome] for outcome in Outcome.values),
        "chips": _chips(counts, chosen),
    }
    return render(request, "golden_thread/show_threads.html", context)


@for_visitors
def where_from(request, slug, kind, public_id):
    """Where does this agreement, indicator, clause or lesson come from?"""
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    way = way_back(tender, kind, public_id, request.user)
    return render(request, "golden_thread/where_from.html", {"tender": tender, "way": way})


def _chips(counts: dict, chosen: str) -> list[tuple[str, str, bool]]:
    labels = {"": _("all"), **{outcome.value: outcome.label for outcome in Outcome}, WAITING: _("waits for an answer")}
    if counts[HIDDEN]:
        labels[HIDDEN] = _("hidden")
    total = {"": sum(counts.values()), **counts}
    return [
        (f"{str(label)[:1].upper()}{str(label)[1:]} ({total[key]})", f"?uitkomst={key}" if key else "?", key == chosen)
        for key, label in labels.items()
    ]
