"""Plans from outside: filing one, what became of all of them, answering, and what their makers knew ahead."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.actions import settings_of
from accounts.permissions import allows, check
from events import clock
from events.etag import for_visitors, kept_by_nobody
from events.middleware import FIELD, keeps_its_own_promise
from initiatives import actions
from initiatives.fetch import municipality_for, period_for, plan_for
from initiatives.forms import KnowledgeForm, PlanAnswerForm, PlanForm, WhyForm
from initiatives.models import Knowledge, Plan
from initiatives.ways import ways_in
from inventory.models import Line, Period
from tenders.codes import code_of
from tenders.fetch import tender_for
from tenders.forms import attempt
from tenders.pace import Pace

_PER_PAGE = 25
_PERIODS = 3  # the rest stand on the page of the periods
_FILING = Pace(
    "file-plan",
    at_most=10,
    seconds=900,
    sentence=gettext_lazy("Many plans came from here in a short time. Wait a quarter of an hour, or call the municipality."),
)


# For why this form has no token against forgery: dialogues/views/contributions.py.
@keeps_its_own_promise
@csrf_exempt
@for_visitors
def file_plan(request, slug):
    """In plain words; the acknowledgement comes at once, with the day before which there is an answer."""
    place = municipality_for(request, slug, "initiatives.file_plan")
    form = PlanForm(request.POST or None, municipality=place, user=request.user, initial=_meant(request, place))
    if about := form.named_tender():
        check(request.user, "initiatives.file_tender_plan", about)
    if form.is_valid():
        code = code_of(form, "plan", place.pk)
        if made := attempt(form, _file, request=request, municipality=place, code=code, **form.cleaned_data):
            context = {"plan": made, "municipality": place, "code": code}
            return kept_by_nobody(render(request, "initiatives/plan_filed.html", context))
    ways = ways_in(place, about)
    context = {"form": form, "municipality": place, "weeks": settings_of(place).plan_weeks, "ways": ways, "here": request.path}
    return render(request, "initiatives/file_plan.html", context)


@for_visitors
def list_plans(request, slug):
    """All plans of a municipality, those that are late first; and what it asks plans for now."""
    place = municipality_for(request, slug, "initiatives.file_plan")
    state = request.GET.get("staat", "")
    found, line = Plan.objects.filter(municipality=place, hidden_at=None), _line_named(request, place)
    found = found.filter(line=line) if line else found
    if state in ("open", "telaat"):
        found = found.unanswered()
        found = found.filter(answer_by__lt=clock.today()) if state == "telaat" else found
    kept = {"regel": line.public_id} if line else {}
    states = [(_("All"), ""), (_("Waits for an answer"), "open"), (_("Too late"), "telaat")]
    context = {
        "municipality": place,
        "page_obj": Paginator(found.for_list().late_first(), _PER_PAGE).get_page(request.GET.get("page")),
        "periods": Period.objects.open().filter(municipality=place).for_page()[:_PERIODS],
        "line": line,
        "late": Plan.objects.unanswered().filter(municipality=place, answer_by__lt=clock.today()).count(),
        "chips": [(label, "?" + urlencode(kept | ({"staat": value} if value else {})), value == state) for label, value in states],
        "may_open": allows(request.user, "inventory.open_period", place),
    }
    return render(request, "initiatives/list_plans.html", context)


@for_visitors
def list_tender_plans(request, slug):
    """The plans that touch a tender, and all that their makers knew ahead: before they may bid, everybody can read it."""
    tender = tender_for(request.user, slug, "tenders.view_tender")
    request.municipality = tender.municipality
    page = Paginator(Plan.objects.touching(tender.pk).for_list(), _PER_PAGE).get_page(request.GET.get("page"))
    may_record = allows(request.user, "initiatives.manage_tender_plans", tender)
    may_file = allows(request.user, "initiatives.file_tender_plan", tender)
    plans = {plan.pk: plan for plan in page.object_list}
    for plan in plans.values():
        plan.pieces, plan.unpublished = [], False
    rows = Knowledge.objects.filter(plan__in=plans).order_by("shared_on", "pk")
    for piece in rows if may_record else rows.published():
        plan = plans[piece.plan_id]
        plan.pieces.append(piece)
        plan.unpublished |= piece.published_at is None
    context = {"tender": tender, "page_obj": page, "may_record": may_record, "may_file": may_file}
    return render(request, "initiatives/list_tender_plans.html", context)


def answer_plan(request, public_id):
    plan = plan_for(request, public_id, "initiatives.answer_plan")
    said = plan.answers.standing().select_related("question").first()
    form = PlanAnswerForm(request.POST or None, plan=plan, said=said)
    if form.is_valid() and (made := attempt(form, actions.answer_plan, plan=plan, by=request.user, **form.cleaned_data)):
        waits = _("Your answer is saved. It is public when you publish it, with the other answers of the tender.")
        messages.success(request, waits if made.question_id else _("Your answer is public. The makers get a message."))
        return redirect(plan)
    if form.is_bound and form.has_error(NON_FIELD_ERRORS, code="changed") and said:
        form.see(said.public_id)
    earlier = plan.answers.select_related("by")[:_PER_PAGE]
    competing = next((one for one in plan.touched() if one.parties_compete), None)
    context = {"plan": plan, "form": form, "earlier": earlier, "competing": competing}
    return render(request, "initiatives/answer_plan.html", context)


@csrf_exempt
def withdraw_plan(request, public_id):
    """By its makers, with an account or with the code from their paper."""
    plan = plan_for(request, public_id)
    if not allows(request.user, "initiatives.withdraw_plan", plan):
        return redirect(plan)
    form = WhyForm(request.POST if request.POST.get(FIELD) else None)
    by = request.user if request.user.is_authenticated else None
    if form.is_valid() and attempt(form, actions.withdraw_plan, plan=plan, by=by, **form.cleaned_data):
        return redirect(plan)
    code = request.POST.get("code", "")
    field = format_html('<input type="hidden" name="code" value="{}">', code) if code else ""
    return kept_by_nobody(render(request, "initiatives/withdraw_plan.html", {"plan": plan, "form": form, "code_field": field}))


def record_knowledge(request, public_id):
    """What its makers heard or saw before others could."""
    plan = plan_for(request, public_id, "initiatives.record_knowledge")
    form = KnowledgeForm(request.POST or None)
    if form.is_valid() and attempt(form, actions.record_knowledge, plan=plan, by=request.user, **form.cleaned_data):
        messages.success(request, _("Written down. Publish it before the request is published."))
        return redirect("initiatives:record_knowledge", public_id)
    pieces = list(plan.knowledge.all()[:_PER_PAGE])
    waiting = any(piece.published_at is None for piece in pieces)
    led = (one for one in plan.touched() if allows(request.user, "initiatives.manage_tender_plans", one))
    context = {"plan": plan, "form": form, "pieces": pieces, "waiting": waiting, "tender": next(led)}
    return render(request, "initiatives/record_knowledge.html", context)


@require_POST
def publish_knowledge(request, public_id):
    plan = plan_for(request, public_id, "initiatives.record_knowledge")
    if actions.publish_knowledge(plan=plan, by=request.user):
        messages.success(request, _("Everybody can read now what the makers knew."))
    return redirect("initiatives:record_knowledge", public_id)


@for_visitors
def show_period(request, public_id):
    period = period_for(request, public_id)
    plans = Plan.objects.filter(period=period, hidden_at=None).for_list()
    context = {
        "period": period,
        "municipality": period.municipality,
        "page_obj": Paginator(plans, _PER_PAGE).get_page(request.GET.get("page")),
        "may_close": allows(request.user, "inventory.close_period", period) and period.state in ("open", "coming"),
    }
    return render(request, "initiatives/show_period.html", context)


def _file(*, request, **fields) -> Plan:
    by = request.user if request.user.is_authenticated else None
    if by is None:
        _FILING.refuse(request)
    made = actions.file_plan(by=by, **fields)
    _FILING.count(request)
    return made


def _meant(request, place) -> dict:
    """What the page that somebody comes from is about: a tender, a period, or a line of the inventory."""
    asked = {name: request.GET.get(name, "") for name in ("periode", "traject")}
    period = Period.objects.open().filter(municipality=place, public_id=asked["periode"]).first() if asked["periode"] else None
    line = _line_named(request, place)
    found = {"period": period.pk, "area": period.area_id, "line": period.line_id} if period else {}
    found |= {"line": line.pk, "area": line.area_id} if line else {}
    return found | ({"about": _tender_named(request, place)} if asked["traject"] else {})


def _line_named(request, place) -> Line | None:
    asked = request.GET.get("regel", "")
    return Line.objects.current().for_page().filter(municipality=place, public_id=asked).first() if asked else None


def _tender_named(request, place) -> int | None:
    tenders = PlanForm(municipality=place, user=request.user).fields.get("about")
    return tenders.queryset.filter(slug=request.GET["traject"]).values_list("pk", flat=True).first() if tenders else None
