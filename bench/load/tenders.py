"""Tenders for the public list and for the work of officers, in every step; and what each of the large ones begins with."""

import datetime as dt

from accounts.models import Municipality
from dialogues.models import Contribution, Dialogue, NameChoice
from events import clock
from events.models import Event
from tenders.models import Involvement, InvolvementRole, Lot, Question, StepPlan, Tender
from tenders.routes import Route
from tenders.steps import Step

SUMMARY = "Mensen die nu thuis zitten doen overdag iets waar zij trots op zijn. Bewoners en ondernemers beslissen mee over de plek."
# An officer has so many tenders: the rows of the line "work list, 50 rows".
OF_ONE_OFFICER = 50


def make_tenders(cast, size: int) -> list[Tender]:
    """So many public tenders, half of them of the cast's municipality, in all steps, each with plan, lots and a question."""
    others = list(Municipality.objects.exclude(pk=cast.municipality.pk))
    now = clock.now()
    tenders = Tender.objects.bulk_create(
        Tender(
            slug=f"traject-{n}",
            reference=f"T-{n:05d}",
            title=f"Welzijn en ontmoeting in de wijk, deel {n}",
            summary=SUMMARY,
            municipality=cast.municipality if n % 2 else others[n % len(others)],
            step=n % 6 + 1,
            route=Route.SUBSIDY_TENDER if n % 3 else Route.SAS,
            route_is_final=n % 6 + 1 >= Step.SELECTION,
            contact_person="Marloes Beleid",
            contact_phone="038 498 91 11",
            published_at=now - dt.timedelta(hours=n),
        )
        for n in range(size)
    )
    Lot.objects.bulk_create(Lot(tender=t, number=k, name=f"Perceel {k}", budget=41_000_000) for t in tenders for k in (1, 2))
    plan_all(tenders)
    _make_work(cast, tenders)
    return tenders


def plan_all(tenders: list[Tender]) -> None:
    first = clock.today() - dt.timedelta(days=200)
    StepPlan.objects.bulk_create(
        StepPlan(tender=t, step=s, begins_on=first + dt.timedelta(days=80 * s), ends_on=first + dt.timedelta(days=80 * s + 75))
        for t in tenders
        for s in Step
    )


def _make_work(cast, tenders: list[Tender]) -> None:
    """Every tender has an open conversation or a question that waits; who leads them all has all of that to do."""
    now, team = clock.now(), []
    for n, tender in enumerate(tenders):
        team += [Involvement(tender=tender, person=cast.buyer, role=InvolvementRole.OFFICER)]
        if n < OF_ONE_OFFICER:
            team += [Involvement(tender=tender, person=cast.officer, role=InvolvementRole.OFFICER)]
    Involvement.objects.bulk_create(team)
    Dialogue.objects.bulk_create(
        Dialogue(tender=t, dot="Iedereen doet mee.", closes_on=clock.today() + dt.timedelta(days=n % 60), published_at=now)
        for n, t in enumerate(tenders)
        if t.step == Step.DIALOGUE
    )
    Question.objects.bulk_create(
        Question(tender=t, number=1, text="Mag een groep zonder rechtsvorm ook meedoen?", asked_by=cast.entrepreneur)
        for t in tenders
    )
    Contribution.objects.bulk_create(
        Contribution(tender=t, number=1, text="Ik kan lassen.", name_choice=NameChoice.ANONYMOUS, code_hash=f"{t.pk:064d}")
        for t in tenders
        if t.step <= Step.REQUEST
    )
    record_public(tenders, "tenders.tender_published")


def record_public(tenders: list[Tender], *names: str) -> None:
    """What visitors see of it in the log."""
    now = clock.now()
    Event.objects.bulk_create(
        Event(
            name=name,
            at=now,
            municipality_id=t.municipality_id,
            tender_id=t.pk,
            thing_kind="tenders.tender",
            thing_id=t.pk,
            is_public=True,
        )
        for t in tenders
        for name in names
    )
