"""What waits for one person in person: seats, bids, decisions and contracts, from one query each.

Nothing is asked for a role that the person does not have. What waits for a whole team stands in portal/team_tasks.py.
"""

import datetime as dt
from typing import NamedTuple

from django.db.models import Case, Count, DateField, Exists, F, IntegerField, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import RoleKind, User
from bids.models import Bid, BidPartner, BidState, Round
from budgets.models import Budget
from calls.models import CallVersion
from contracts.models import Contract, ContractState
from dialogues.models import Dialogue
from evaluation.models import AwardDecision, Seat
from events import clock
from events.composed import composed_once
from initiatives.models import Plan, PlanAnswer
from inventory.models import Line, MayStop
from inventory.models.board import COUNTING
from notifications.models import Follow
from portal import boards_waiting
from portal.beside_team import waiting_beside_the_team
from portal.team_tasks import Task, mine, mine_or_guided
from portal.together import waiting_between_parties
from tenders import dates
from tenders.models import Involvement, InvolvementRole, Question, Tender
from tenders.models.involvement import OFFICER_KINDS, involvements_of
from tenders.steps import Step

# Of each kind of personal task; who has more does the first ones first.
_MOST = 25
_MOST_TENDERS = 12
_NO_DAY = Cast(Value(None), DateField())


def own_tasks(user) -> list[Task]:
    """What waits for this person in person, soonest first."""
    found = [*_seats(user), *_bids(user), *_invitations(user), *_decisions(user), *_contracts(user)]
    found += [*_inventory(user), *_stopping(user), *_trusted(user)]
    found += [*waiting_between_parties(user), *waiting_beside_the_team(user)]
    return sorted(found, key=lambda task: (task.due or dt.date.max, task.tender))


class MyTender(NamedTuple):
    slug: str
    title: str
    step: int
    tie: str


def newest_of(user) -> list[MyTender]:
    """The newest of the running tenders in whose team the person is, whose dialogue the person guides, or that one follows."""
    return [MyTender(*row) for row in _newest_of(user.pk, clock.now())]


@composed_once
def _newest_of(person_id, now):
    """The newest with what ties the person to it: `team` and `guide` lead to the page where that work is."""
    person = User(pk=person_id)
    followed = Follow.objects.filter(person=person, tender__published_at__isnull=False).values("tender")
    going_on = Tender.objects.filter(completed_at=None, withdrawn_at=None)
    ties = {"team": mine(person, now), "guide": mine_or_guided(person, now)}
    own = going_on.filter(Q(pk__in=ties["guide"]) | Q(pk__in=followed))
    tie = Case(*(When(pk__in=rows, then=Value(name)) for name, rows in ties.items()), default=Value("follow"))
    return own.annotate(tie=tie).order_by("-id").values_list("slug", "title", "step", "tie")[:_MOST_TENDERS]


def standing_alone(user) -> list[tuple]:
    """For a contract manager, of each own municipality: (municipality, its newest contracts without a tender)."""
    places = {r.municipality_id: r.municipality for r in user.active_roles() if r.kind == RoleKind.CONTRACT_MANAGER}
    if not places:
        return []
    contracts = Contract.objects.filter(municipality__in=places, tender=None).order_by("-id")
    found = list(contracts.only("public_id", "title", "state", "municipality_id")[:_MOST])
    return [(place, [one for one in found if one.municipality_id == key]) for key, place in places.items()]


def _task(title: str, tender: str, url: str, verb: str, due: dt.date, today: dt.date) -> Task:
    return Task(title, tender, url, verb, due=due, is_today=due <= today, days_late=max(0, (today - due).days))


def _seats(user):
    """Seats in a committee: a declaration to give, or bids to score."""
    today = clock.today()
    for seat in _seats_of(user.pk):
        tender = seat.lot.tender
        if seat.declared_at is None:
            url = reverse("evaluation:declare_impartial", args=[tender.slug, seat.lot.number])
            yield _task(_("Say that you are impartial"), seat.lot.with_tender, url, _("Declare"), today, today)
        elif seat.opened:
            url = reverse("evaluation:score_bid", args=[tender.slug, seat.lot.number, 1])
            yield _task(_("Judge what the parties handed in"), seat.lot.with_tender, url, _("Judge"), today, today)


@composed_once
def _seats_of(person_id):
    seats = Seat.objects.sitting().filter(
        person=person_id, finished_at=None, lot__tender__withdrawn_at=None, lot__tender__completed_at=None
    )
    opened = Round.objects.filter(lot=OuterRef("lot"), opened_at__isnull=False)
    return seats.select_related("lot__tender").annotate(opened=Subquery(opened.values("opened_at")[:1]))[:_MOST]


def _bids(user):
    if not user.party_ids():
        return
    drafts = Bid.objects.visible_to(user).filter(state=BidState.DRAFT, round__opened_at=None, round__deadline__gte=clock.now())
    for bid in drafts.select_related("round__lot__tender")[:_MOST]:
        url = reverse("bids:write_bid", args=[bid.public_id])
        due = dates.local(bid.round.deadline).date()
        yield _task(_("Finish what you hand in"), bid.round.lot.with_tender, url, _("Go on"), due, clock.today())


def _trusted(user):
    """Open conversations in which the person's organisation writes down what people say; until the last day."""
    if not user.party_ids():
        return
    tenders = {held.tender_id for held in involvements_of(user) if held.role == InvolvementRole.TRUSTED}
    if not tenders:
        return
    dialogues = Dialogue.objects.filter(
        tender__in=tenders, published_at__isnull=False, closed_at=None, closes_on__gte=clock.today()
    )
    for dialogue in dialogues.filter(tender__withdrawn_at=None).select_related("tender").order_by("closes_on", "pk")[:_MOST]:
        url = reverse("dialogues:bring_in", args=[dialogue.tender.slug])
        asks = _("What do people say to you?")
        yield _task(asks, str(dialogue.tender), url, _("Write it down"), dialogue.closes_on, clock.today())


def _invitations(user):
    """Parties that were asked to take part in a bid and did not answer yet; while the round is open."""
    if not user.party_ids():
        return
    asked = BidPartner.objects.visible_to(user).invited().filter(bid__round__opened_at=None, bid__round__deadline__gte=clock.now())
    for partner in asked.exclude(bid__state=BidState.WITHDRAWN).for_page().order_by("bid__round__deadline", "pk")[:_MOST]:
        lot, due = partner.bid.round.lot, dates.local(partner.bid.round.deadline).date()
        url = reverse("bids:confirm_partner", args=[partner.public_id])
        asks = _("%(party)s asks you to take part") % {"party": partner.bid.party}
        yield _task(asks, lot.with_tender, url, _("Read and answer"), due, clock.today())


def _decisions(user):
    municipalities = [role.municipality_id for role in user.active_roles() if role.kind == RoleKind.MANDATE_HOLDER]
    if not municipalities:
        return
    waiting = AwardDecision.objects.filter(
        lot__tender__in=Tender.objects.led_by(municipalities),
        prepared_at__isnull=False,
        approved_at=None,
        lot__tender__step=Step.SELECTION,
    ).exclude(made_by=user)
    for decision in waiting.select_related("lot__tender")[:_MOST]:
        url = reverse("evaluation:show_decision", args=[decision.lot.tender.slug, decision.public_id])
        about, today = decision.lot.with_tender, clock.today()
        yield _task(_("A decision waits for your approval"), about, url, _("Read and approve"), today, today)


def _inventory(user):
    """For who works for a municipality: questions about what there is, contracts that end with nothing done about it yet,
    sorting boards without a choice, neighbourhood budgets, and plans from outside that wait for the team or who makes policy.
    One statement.
    """
    roles = user.active_roles()
    places = sorted({role.municipality_id for role in roles if role.kind in OFFICER_KINDS})
    policy = sorted({role.municipality_id for role in roles if role.kind == RoleKind.POLICY_OFFICER})
    today = clock.today()
    asked = _of_municipalities(places, policy or [0], user.pk, clock.now(), today, today - COUNTING) if places else ()
    for found, name, address, waiting, day in sorted(asked):
        kind, _space, one = found.partition(" ")
        if kind == "ends":
            title = ngettext("%(n)d contract or subsidy ends soon", "%(n)d contracts or subsidies end soon", waiting)
            page, verb, due = "inventory:list_ends", _("Decide"), max(day, today)
        elif kind in ("count", "board"):
            title, verb = boards_waiting.said_of(kind, waiting)
            page = "inventory:show_board" if waiting == 1 else "inventory:list_boards"
            due = boards_waiting.due_on(day)
        elif kind == "ready":
            title = ngettext("%(n)d answer is ready, not public yet", "%(n)d answers are ready, not public yet", waiting)
            page, verb, due = "inventory:list_line_questions", _("Publish"), today
        elif kind in ("plan", "touch"):
            title = ngettext("A plan from outside waits for an answer", "%(n)d plans from outside wait for an answer", waiting)
            several = "initiatives:list_plans" if kind == "plan" else "initiatives:list_tender_plans"
            page, verb, due = ("initiatives:answer_plan" if waiting == 1 else several), _("Answer"), day
            address = one if waiting == 1 else address
        elif kind == "budget":
            title = _("Residents divided the money. Decide, with a reason for each line")
            page, verb, due = "budgets:draft_decision", _("Decide"), max(day, today)
        elif kind == "draft":
            title = _("A neighbourhood budget is not public yet")
            page, verb, due = "budgets:publish_budget", _("Look what is missing"), max(day or today, today)
        else:
            title = ngettext("%(n)d question about the inventory waits", "%(n)d questions about the inventory wait", waiting)
            page, verb, due = "inventory:list_line_questions", _("Answer"), today
        yield _task(
            title % {"n": waiting},
            name,
            reverse(page, args=[address, one] if page == "inventory:show_board" else [address]),
            verb,
            due,
            today,
        )


@composed_once
def _of_municipalities(places, policy, person_id, now, today, counted):
    """(kind, what it is about, its address, how many, the first day on which one must decide), as one statement."""
    place = ("municipality__name", "municipality__slug")
    asked = Question.objects.filter(municipality__in=places, published_at=None).order_by()
    asked = (
        asked.annotate(waits=Case(When(answered_at=None, then=Value("asks")), default=Value("ready")))
        .values("waits", *place)
        .annotate(count=Count("pk"), first=_NO_DAY)
    )
    ends = Line.objects.running_that_end(today).filter(municipality__in=places).nothing_done().order_by()
    day = Min(Coalesce("notice_on", "ends_on"))
    ends = ends.annotate(waits=Value("ends")).values("waits", *place).annotate(count=Count("pk"), first=Cast(day, DateField()))
    fields = ("waits", *place, "count", "first")
    boards = boards_waiting.over(places, today, counted)
    more = ends.values_list(*fields), boards.values_list(*fields), *_plans(policy, person_id, now), *_budgets(places, today)
    return asked.values_list(*fields).union(*more, all=True)


def _plans(policy, person_id, now) -> list:
    """Plans without an answer, together for each municipality, and for each tender that they touch; of one plan its own page."""
    waiting = Plan.objects.standing().exclude(pk__in=PlanAnswer.objects.standing().values("plan")).order_by()
    teams = Involvement.objects.in_team(User(pk=person_id), now).values("tender_id")
    alone = waiting.filter(about=None, carried_to=None, municipality__in=policy)
    touching = waiting.filter(Q(carried_to__in=teams) | Q(carried_to=None, about__in=teams))
    kinds = (
        (alone, "plan ", F("municipality__name"), F("municipality__slug")),
        (touching, "touch ", Coalesce("carried_to__title", "about__title"), Coalesce("carried_to__slug", "about__slug")),
    )
    found = []
    for rows, kind, named, slug in kinds:
        grouped = rows.annotate(named=named, path=slug).values("named", "path").annotate(count=Count("pk"))
        about = Case(When(count=1, then=Min("title")), default=F("named"))
        waits = Concat(Value(kind), Min("public_id"))
        grouped = grouped.annotate(about_what=about, waits=waits, first=Cast(Min("answer_by"), DateField()))
        found.append(grouped.values_list("waits", "about_what", "path", "count", "first"))
    return found


def _budgets(places, today) -> list:
    """Neighbourhood budgets that were counted and wait for a decision, and drafts that nobody published."""
    here = Budget.objects.filter(municipality__in=places).order_by()
    drafts = here.filter(published_at=None).annotate(waits=Value("draft"), first=Cast("opens_on", DateField()))
    counted = here.to_decide(today).annotate(waits=Value("budget"), first=Cast("paper_until", DateField()))
    fields = ("waits", "title", "public_id", "count", "first")
    return [rows.annotate(count=Value(1, output_field=IntegerField())).values_list(*fields) for rows in (counted, drafts)]


def _stopping(user):
    """What a party was told that may stop, until it said what that asks, or the request is published without it; then for later,
    until the day on which it may stop.
    """
    if not user.party_ids():
        return
    rows = MayStop.objects.standing().filter(party__in=user.party_ids(), told_on__isnull=False)
    today, asked = clock.today(), Q(friction=None, tender__completed_at=None)
    running = rows.filter(asked | Q(friction__isnull=False, stops_on__gt=today), tender__withdrawn_at=None)
    out = Exists(CallVersion.objects.published().filter(tender=OuterRef("tender")))
    for row in running.annotate(is_out=out).select_related("tender", "line", "friction").order_by("stops_on", "pk")[:_MOST]:
        if hasattr(row, "friction") or (row.is_out and row.stops_on > today):
            yield _task(_("Work of yours may stop"), row.line.title, row.get_absolute_url(), _("Read"), row.stops_on, today)
        elif not row.is_out:
            asks = _("Say what stopping asks of you")
            yield _task(asks, row.line.title, row.get_absolute_url(), _("Read and fill in"), today, today)


def _contracts(user):
    """Contracts to sign, for the municipality or for a party."""
    municipalities = [role.municipality_id for role in user.active_roles() if role.kind == RoleKind.MANDATE_HOLDER]
    parties = user.party_ids()
    if not municipalities and not parties:
        return
    own = Q(parties__party_id__in=parties) & ~Q(signatures__party_id__in=parties)
    ours = Q(municipality_id__in=municipalities) & ~Q(signatures__side="municipality")
    for contract in Contract.objects.filter(own | ours, state=ContractState.TO_SIGN).distinct()[:_MOST]:
        url = reverse("contracts:show_contract", args=[contract.public_id])
        today = clock.today()
        yield _task(_("A contract waits for your signature"), contract.title, url, _("Read and sign"), today, today)
