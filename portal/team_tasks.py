"""What waits in the tenders whose team somebody is in: counted in one statement, shown fifty at a time."""

import datetime as dt
import functools
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from bids.models import Round
from calls.models import Amendment, AmendmentState, Call, InitiativeWord, ProcedureChoice
from dialogues.models import Appeal, Conclusion, Contribution, Correction, Dialogue, Flag, Meeting, Message, Pilot, Rule
from evaluation.models import AwardDecision
from events import clock
from initiatives.models import Initiative, Knowledge, Plan, PlanAnswer
from tenders.addresses import address
from tenders.models import Involvement, Lot, Question, Tender
from tenders.routes import all_traits
from tenders.steps import Step

PER_PAGE = 50


class Task(NamedTuple):
    """One thing that waits for you; `is_first` of what is to be done before the rest."""

    title: str
    tender: str
    url: str
    verb: str
    due: dt.date | None = None
    is_today: bool = True
    days_late: int = 0
    is_first: bool = False


# Of each kind what it says, the page where it is done, and the verb.
_KINDS = {
    "contributions": (
        lambda n: ngettext("%(n)d contribution waits for an answer", "%(n)d contributions wait for an answer", n),
        "dialogues:list_contributions",
        gettext_lazy("Answer"),
    ),
    "messages": (
        lambda n: ngettext("%(n)d message from the room waits for you", "%(n)d messages from the room wait for you", n),
        "dialogues:list_lives",
        gettext_lazy("Look at it"),
    ),
    "corrections": (
        lambda n: ngettext("%(n)d correction of a report waits", "%(n)d corrections of a report wait", n),
        "dialogues:show_dialogue",
        gettext_lazy("Decide"),
    ),
    "minutes": (
        lambda n: ngettext("Write the report of %(n)d meeting", "Write the reports of %(n)d meetings", n),
        "dialogues:show_dialogue",
        gettext_lazy("Write"),
    ),
    "promises": (
        lambda n: ngettext("%(n)d answer that you promised is due", "%(n)d answers that you promised are due", n),
        "dialogues:edit_dialogue",
        gettext_lazy("Write"),
    ),
    "pilots": (
        lambda n: _("The pilot ended, and nobody said whether it goes on"),
        "dialogues:decide_pilot",
        gettext_lazy("Decide"),
    ),
    "flags": (
        lambda n: ngettext("%(n)d report about a contribution waits", "%(n)d reports about contributions wait", n),
        "dialogues:list_flags",
        gettext_lazy("Decide"),
    ),
    "appeals": (
        lambda n: ngettext("Look again at %(n)d hidden contribution", "Look again at %(n)d hidden contributions", n),
        "dialogues:list_flags",
        gettext_lazy("Decide"),
    ),
    "alone": (
        lambda n: _("Somebody asks that a colleague looks again, and you have none in this team"),
        "tenders:appoint_officer",
        gettext_lazy("Ask a colleague"),
    ),
    "rests": (lambda n: _("Look at this dialogue again: its rest is over"), "dialogues:conclude_dialogue", gettext_lazy("Look")),
    "reports": (
        lambda n: _("The dialogue can be concluded, with a report"),
        "dialogues:conclude_dialogue",
        gettext_lazy("Conclude"),
    ),
    "initiatives": (
        lambda n: _("The request must still say what becomes of what people began"),
        "calls:list_initiatives",
        gettext_lazy("Say it"),
    ),
    "questions": (
        lambda n: ngettext("%(n)d question waits for an answer", "%(n)d questions wait for an answer", n),
        "tenders:list_questions",
        gettext_lazy("Answer"),
    ),
    "answers": (
        lambda n: ngettext("%(n)d answer is ready, not public yet", "%(n)d answers are ready, not public yet", n),
        "tenders:list_questions",
        gettext_lazy("Publish"),
    ),
    "unwritten": (
        lambda n: ngettext(
            "Write down what the makers of %(n)d plan knew ahead", "Write down what the makers of %(n)d plans knew ahead", n
        ),
        "initiatives:list_tender_plans",
        gettext_lazy("Write"),
    ),
    "knowledge": (
        lambda n: ngettext(
            "What the makers of %(n)d plan knew ahead is not public yet",
            "What the makers of %(n)d plans knew ahead is not public yet",
            n,
        ),
        "initiatives:list_tender_plans",
        gettext_lazy("Publish"),
    ),
    "amendments": (
        lambda n: ngettext("%(n)d proposal for other words waits", "%(n)d proposals for other words wait", n),
        "calls:edit_call",
        gettext_lazy("Decide"),
    ),
    "choices": (lambda n: _("The route waits for your signature"), "calls:show_procedure", gettext_lazy("Sign")),
    "rounds": (
        lambda n: ngettext("%(n)d round can be opened", "%(n)d rounds can be opened", n),
        "evaluation:show_selection",
        gettext_lazy("Open"),
    ),
    "decisions": (
        lambda n: ngettext("%(n)d decision can be sent", "%(n)d decisions can be sent", n),
        "evaluation:show_selection",
        gettext_lazy("Send"),
    ),
}


def mine(user, at=None):
    """The running tenders in whose team the person is, as ids for within a statement."""
    return _running(Involvement.objects.in_team(user, at))


def mine_or_guided(user, at=None):
    """The same, with those that the person guides."""
    return _running(Involvement.objects.in_team_or_guiding(user, at))


def _running(team):
    return team.filter(tender__completed_at=None, tender__withdrawn_at=None).values("tender_id")


def team_tasks(user, page: int = 1) -> tuple[list[Task], int]:
    """One page of what waits, by tender, and how much waits in all. One statement."""
    sql, params = _statement()
    moment, day = connection.ops.adapt_datetimefield_value, connection.ops.adapt_datefield_value
    filled = {_SOMEBODY: user.pk, moment(_SOME_DAY): moment(clock.now()), day(clock.day_of(_SOME_DAY)): day(clock.today())}
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(filled.get(value, value) for value in params), PER_PAGE, (page - 1) * PER_PAGE])
        rows = cursor.fetchall()
    if not rows:  # nothing waits, or not so many pages of it
        return team_tasks(user) if page > 1 else ([], 0)
    today = clock.today()
    return [_task(*row[:4], today) for row in rows], rows[0][4]


def _task(tender: str, slug: str, kind: str, number: int, today: dt.date) -> Task:
    sentence, page, verb = _KINDS[kind]
    return Task(sentence(number) % {"n": number}, tender, address(page, slug), str(verb), due=today)


# What stands in the statement for the person who asks and for the moment.
_SOMEBODY, _SOME_DAY = 2**62, dt.datetime(9000, 1, 1, tzinfo=dt.UTC)


@functools.cache
def _statement() -> tuple[str, tuple]:
    """The statement and its parameters, composed once: composing it takes longer than asking it."""
    waiting, params = _waiting(User(pk=_SOMEBODY), _SOME_DAY).query.sql_with_params()
    tenders = f"{Tender._meta.db_table} AS tender ON tender.id = waiting.in_tender"
    sql = f"SELECT title, slug, waits, n, COUNT(*) OVER () FROM ({waiting}) AS waiting JOIN {tenders}"  # noqa: S608 - Django's
    return f"{sql} ORDER BY title, in_tender, waits LIMIT %s OFFSET %s", params


def _waiting(user, now):
    """(tender, kind, how many) for everything that waits for the team, as one union."""
    tenders, guided = mine(user, now), mine_or_guided(user, now)

    def count(kind: str, rows, path: str, within=tenders):
        counted = rows.filter(**{f"{path}__in": within}).order_by().values(in_tender=F(path))
        return counted.annotate(waits=Value(kind), n=Count("pk", distinct=True)).values_list("in_tender", "waits", "n")

    return count("contributions", Contribution.objects.unanswered(), "tender_id").union(
        count("messages", Message.objects.waiting(), "live__meeting__tender_id", guided),
        count("corrections", Correction.objects.undecided(), "meeting__tender_id"),
        count("minutes", Meeting.objects.unreported(now), "tender_id", guided),
        count("promises", Rule.objects.promised().filter(known_on__lte=clock.day_of(now)), "dialogue__tender_id"),
        count("pilots", Pilot.objects.undecided(clock.day_of(now)), "tender_id"),
        count("flags", Flag.objects.undecided(), "contribution__tender_id"),
        count("appeals", Appeal.objects.undecided().exclude(hidden_by=user), "hiding__contribution__tender_id"),
        count("alone", _alone_with_an_appeal(user, now), "hiding__contribution__tender_id"),
        count("rests", Conclusion.objects.resting().filter(reminded_at__isnull=False), "tender_id"),
        count("reports", _to_conclude(now), "tender_id"),
        count("questions", Question.objects.filter(answered_at=None), "tender_id"),
        count("answers", Question.objects.filter(answered_at__isnull=False, published_at=None), "tender_id"),
        _touched("unwritten", Plan.objects.exclude(pk__in=Knowledge.objects.values("plan")), tenders),
        _touched("knowledge", Plan.objects.filter(pk__in=Knowledge.objects.filter(published_at=None).values("plan")), tenders),
        count("amendments", Amendment.objects.filter(state=AmendmentState.OPEN), "clause__call__tender_id"),
        count("initiatives", _silent_on_initiatives(), "pk"),
        count("choices", _unsigned_choices(user), "tender_id"),
        count("rounds", Round.objects.filter(opened_at=None, deadline__lt=now), "lot__tender_id"),
        count("decisions", AwardDecision.objects.filter(approved_at__isnull=False, sent_at=None), "lot__tender_id"),
        all=True,
    )


def _alone_with_an_appeal(user, now):
    """Who hid it does not decide whether that was right; with nobody else in the team, nobody would."""
    of_team = Involvement.objects.colleagues_of(user, now).filter(tender=OuterRef("hiding__contribution__tender"))
    return Appeal.objects.undecided().filter(~Exists(of_team), hidden_by=user)


def _touched(kind: str, plans, within):
    """Tenders in which parties hand in, now or later, and how many of these plans touch each, as in PlanQuerySet.touching():
    until all know what their makers knew, these cannot hand in.
    """
    competing = [code for code, route in all_traits().items() if route.competition]
    until = Tender.objects.filter(step__lte=Step.SELECTION, route__in=competing, pk__in=within)
    carried = PlanAnswer.objects.carried().filter(into=OuterRef(OuterRef("pk")))
    touching = plans.filter(Q(about=OuterRef("pk")) | Q(pk__in=carried.values("plan")))
    number = Subquery(touching.order_by().values(waits=Value(kind)).annotate(n=Count("pk")).values("n"))
    counted = until.order_by().annotate(waits=Value(kind), n=number).filter(n__gt=0)
    return counted.values_list("pk", "waits", "n")


def _to_conclude(now):
    """Dialogues in which nothing more comes in and everybody has an answer, without a report."""
    waiting = Contribution.objects.unanswered().filter(tender=OuterRef("tender"))
    closed = Dialogue.objects.filter(Q(closed_at__isnull=False) | Q(published_at__isnull=False, closes_on__lt=clock.day_of(now)))
    return closed.filter(~Exists(waiting), conclusion=None, tender__step=Step.DIALOGUE)


def _silent_on_initiatives():
    """Tenders whose request is written and says nothing yet of something that goes on in their area."""
    lots = Lot.objects.filter(tender=OuterRef(OuterRef("pk")), area__isnull=False)
    said = InitiativeWord.objects.standing().filter(call__tender=OuterRef(OuterRef("pk")), initiative=OuterRef("pk"))
    around = ~Exists(lots) | Exists(lots.filter(area=OuterRef("area")))
    waiting = Initiative.objects.going_on().filter(around, ~Exists(said), municipality=OuterRef("municipality"))
    adopted = Call.objects.filter(tender=OuterRef("pk"), adopted_at__isnull=False)
    with_a_request = [code for code, route in all_traits().items() if route.call]
    return Tender.objects.filter(Exists(waiting), ~Exists(adopted), step=Step.REQUEST, route__in=with_a_request)


def _unsigned_choices(user):
    """The newest choice of a route in step 3 that this person did not sign yet."""
    newest = ProcedureChoice.objects.filter(tender=OuterRef("tender")).order_by("-number")
    return (
        ProcedureChoice.objects.filter(tender__route_is_final=False, tender__step=Step.PROCEDURE)
        .annotate(newest=Subquery(newest.values("number")[:1]))
        .filter(number=F("newest"))
        .exclude(signatures__by=user)
    )
