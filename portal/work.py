"""What waits for one person, over all tenders: one list, soonest first, a verb a line.

Counts come from one query over the person's tenders; what is personal from one query each. Nothing is asked for a role
that the person does not have.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import RoleKind
from bids.models import Bid, BidState, Round
from calls.models import Amendment, AmendmentState, ProcedureChoice
from contracts.models import Contract, ContractState
from dialogues.models import Contribution
from evaluation.models import AwardDecision, Seat
from events import clock
from tenders.models import InvolvementRole, Question, Tender
from tenders.models.involvement import involvements_of
from tenders.steps import Step


@dataclass(frozen=True)
class Task:
    """One thing that waits for you."""

    title: str
    tender: str
    url: str
    verb: str
    due: dt.date | None = None

    @property
    def is_today(self) -> bool:
        return self.due is not None and self.due <= clock.today()

    @property
    def days_late(self) -> int:
        return max(0, (clock.today() - self.due).days) if self.due else 0


def tenders_of(user) -> list[Tender]:
    """The running tenders in whose team the person is, with what waits in each counted."""
    mine = {i.tender_id for i in involvements_of(user) if i.role == InvolvementRole.OFFICER}
    if not mine:
        return []
    to_open = Round.objects.filter(lot__tender=OuterRef("pk"), opened_at=None, deadline__lt=clock.now())
    to_send = AwardDecision.objects.filter(lot__tender=OuterRef("pk"), approved_at__isnull=False, sent_at=None)
    return list(
        Tender.objects.filter(pk__in=mine)
        .running()
        .for_list()
        .annotate(
            unanswered=_count(Contribution.objects.unanswered().filter(tender=OuterRef("pk")), "tender"),
            questions_waiting=_count(Question.objects.filter(tender=OuterRef("pk"), answered_at=None), "tender"),
            amendments_open=_count(
                Amendment.objects.filter(clause__call__tender=OuterRef("pk"), state=AmendmentState.OPEN), "clause__call__tender"
            ),
            rounds_to_open=_count(to_open, "lot__tender"),
            decisions_to_send=_count(to_send, "lot__tender"),
            choice_to_sign=_count(_unsigned_choices(user), "tender"),
        )
    )


def tasks_of(user, tenders: list[Tender]) -> list[Task]:
    """Everything that waits for the person, soonest first; what has no date comes last."""
    found = [task for tender in tenders for task in _team_tasks(tender)]
    found += [*_seats(user), *_bids(user), *_decisions(user), *_contracts(user)]
    return sorted(found, key=lambda task: (task.due or dt.date.max, task.tender))


def _team_tasks(tender: Tender):
    rows = (
        (
            tender.unanswered,
            lambda n: ngettext("%(n)d contribution waits for an answer", "%(n)d contributions wait for an answer", n),
            "dialogues:list_contributions",
            _("Answer"),
        ),
        (
            tender.questions_waiting,
            lambda n: ngettext("%(n)d question waits for an answer", "%(n)d questions wait for an answer", n),
            "tenders:list_questions",
            _("Answer"),
        ),
        (
            tender.amendments_open,
            lambda n: ngettext("%(n)d proposal for other words waits", "%(n)d proposals for other words wait", n),
            "calls:edit_call",
            _("Decide"),
        ),
        (tender.choice_to_sign, lambda n: _("The route waits for your signature"), "calls:show_procedure", _("Sign")),
        (
            tender.rounds_to_open,
            lambda n: ngettext("%(n)d round can be opened", "%(n)d rounds can be opened", n),
            "evaluation:show_selection",
            _("Open"),
        ),
        (
            tender.decisions_to_send,
            lambda n: ngettext("%(n)d decision can be sent", "%(n)d decisions can be sent", n),
            "evaluation:show_selection",
            _("Send"),
        ),
    )
    for number, sentence, page, verb in rows:
        if number:
            yield Task(sentence(number) % {"n": number}, tender.title, reverse(page, args=[tender.slug]), verb, due=clock.today())


def _seats(user):
    """Seats in a committee: a declaration to give, or bids to score."""
    seats = Seat.objects.sitting().filter(
        person=user, finished_at=None, lot__tender__withdrawn_at=None, lot__tender__completed_at=None
    )
    for seat in seats.select_related("lot__tender").annotate(
        opened=Subquery(Round.objects.filter(lot=OuterRef("lot"), opened_at__isnull=False).values("opened_at")[:1])
    ):
        tender = seat.lot.tender
        if seat.declared_at is None:
            url = reverse("evaluation:declare_impartial", args=[tender.slug, seat.lot.number])
            yield Task(_("Say that you are impartial"), f"{tender.title} · {seat.lot.name}", url, _("Declare"), due=clock.today())
        elif seat.opened:
            url = reverse("evaluation:score_bid", args=[tender.slug, seat.lot.number, 1])
            yield Task(
                _("Judge what the parties handed in"), f"{tender.title} · {seat.lot.name}", url, _("Judge"), due=clock.today()
            )


def _bids(user):
    if not user.party_ids():
        return
    mine = Bid.objects.visible_to(user).filter(state=BidState.DRAFT, round__opened_at=None, round__deadline__gte=clock.now())
    for bid in mine.select_related("round__lot__tender"):
        tender, deadline = bid.round.lot.tender, bid.round.deadline
        yield Task(
            _("Finish what you hand in"),
            f"{tender.title} · {bid.round.lot.name}",
            reverse("bids:write_bid", args=[bid.public_id]),
            _("Go on"),
            due=deadline.date(),
        )


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
    for decision in waiting.select_related("lot__tender"):
        url = reverse("evaluation:show_decision", args=[decision.lot.tender.slug, decision.public_id])
        yield Task(
            _("A decision waits for your approval"),
            f"{decision.lot.tender.title} · {decision.lot.name}",
            url,
            _("Read and approve"),
            due=clock.today(),
        )


def _contracts(user):
    """Contracts to sign, for the municipality or for a party."""
    municipalities = [role.municipality_id for role in user.active_roles() if role.kind == RoleKind.MANDATE_HOLDER]
    parties = user.party_ids()
    if not municipalities and not parties:
        return
    own = Q(parties__party_id__in=parties) & ~Q(signatures__party_id__in=parties)
    ours = Q(municipality_id__in=municipalities) & ~Q(signatures__side="municipality")
    for contract in Contract.objects.filter(own | ours, state=ContractState.TO_SIGN).distinct():
        url = reverse("contracts:show_contract", args=[contract.public_id])
        yield Task(_("A contract waits for your signature"), contract.title, url, _("Read and sign"), due=clock.today())


def _unsigned_choices(user):
    """The newest choice of a route in step 3 that this person did not sign yet."""
    newest = ProcedureChoice.objects.filter(tender=OuterRef("tender")).order_by("-number")
    return (
        ProcedureChoice.objects.filter(tender=OuterRef("pk"), tender__route_is_final=False, tender__step=Step.PROCEDURE)
        .annotate(newest=Subquery(newest.values("number")[:1]))
        .filter(number=F("newest"))
        .exclude(signatures__by=user)
    )


def _count(queryset, field: str) -> Subquery:
    return Subquery(
        queryset.order_by().values(field).annotate(n=Count("pk", distinct=True)).values("n"), output_field=IntegerField()
    )
