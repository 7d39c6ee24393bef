"""A conversation with so many contributions, answers, meetings and questions."""

import datetime as dt
import hashlib

from accounts.models import User
from areas.groups import Question as About
from areas.models import FigureSet, Theme
from dialogues.models import (
    AboutCount,
    Channel,
    Contribution,
    Finding,
    FindingSource,
    Meeting,
    MeetingKind,
    NameChoice,
    Outcome,
    Registration,
    RegistrationState,
    Response,
    Support,
)
from events import clock
from tenders.models import Question, Tender
from tests import make

SAID = (
    "Ik zit overdag in het park omdat ik nergens heen kan. Ik heb vroeger in de scheepsbouw gewerkt en kan lassen en draaien. "
    "Geef mij een werkbank en ik maak iets waar een ander wat aan heeft. Praten over mijn problemen wil ik daar niet."
)
ANSWERED = "Dit nemen wij mee. In de uitvraag staat nu dat er een plek komt waar mensen zelf iets maken, met echt gereedschap."
PEOPLE_AT_A_MEETING = 5
MEETINGS_WITH_PEOPLE = 60


def make_talk(cast, tender: Tender, size: int, crowd: list[User], said: int | None = None) -> list[Contribution]:
    """A dialogue with so many contributions (`said`, if given), three of four answered, and so many meetings; returns the first."""
    dialogue = make.dialogue(tender, facts=6, questions=6)
    contributions = make_contributions(cast, tender, said or size, crowd)
    _make_participants(dialogue, said or size)
    make_answers(cast, contributions)
    _make_findings(cast, tender, contributions)
    _make_meetings(tender, size, crowd)
    return contributions


def make_contributions(cast, tender: Tender, size: int, crowd: list[User]) -> list[Contribution]:
    themes, choices = list(Theme.objects.all()), list(NameChoice)
    channels = [one for one in Channel if one != Channel.ORGANISATION]  # that one needs an organisation
    rows = []
    for n in range(1, size + 1):
        choice = choices[n % 3]
        anonymous = choice == NameChoice.ANONYMOUS
        row = Contribution(tender=tender, number=n, text=f"{SAID} ({n})", name_choice=choice, theme=themes[n % len(themes)])
        row.channel = channels[n % len(channels)]
        row.shown_name = "" if anonymous else f"Buur {n}"
        row.entered_at = None if anonymous else clock.now()
        row.author = crowd[n % len(crowd)] if choice == NameChoice.NAME else None
        row.code_hash = hashlib.sha256(f"{tender.pk}/{n}".encode()).hexdigest()
        rows.append(row)
    made = Contribution.objects.bulk_create(rows)
    Support.objects.bulk_create(
        Support(contribution=row, person=crowd[(n + k) % len(crowd)]) for n, row in enumerate(made) for k in range(2)
    )
    return made


def make_answers(cast, contributions: list[Contribution]) -> list[Response]:
    outcomes = list(Outcome)
    return Response.objects.bulk_create(
        Response(contribution=row, outcome=outcomes[row.number % len(outcomes)], reason=ANSWERED, by=cast.officer)
        for row in contributions
        if row.number % 4
    )


def _make_findings(cast, tender: Tender, contributions: list[Contribution]) -> None:
    findings = Finding.objects.bulk_create(
        Finding(tender=tender, title=f"Mensen willen zelf iets maken ({n})", text=ANSWERED, by=cast.officer) for n in range(10)
    )
    FindingSource.objects.bulk_create(
        FindingSource(finding=findings[row.number % len(findings)], contribution=row) for row in contributions[: 20 * len(findings)]
    )


def _make_participants(dialogue, said: int) -> None:
    """Who told about themselves: nearly three for each contribution, as at a large dialogue (5,000 and 14,000)."""
    if not FigureSet.objects.filter(municipality=dialogue.tender.municipality).exists():
        make.figures(dialogue.tender.municipality)
    shares = {About.AGE: ("65+", "45-64", "25-44", "15-24"), About.SEX: ("woman", "man")}
    AboutCount.objects.bulk_create(
        AboutCount(dialogue=dialogue, question=question, answer=answer, number=number, shown=number, missing_place=None)
        for question, answers in shares.items()
        for place, answer in enumerate(answers, start=2)
        for number in [said * 14 // 5 // place]
    )


def _make_meetings(tender: Tender, size: int, crowd: list[User]) -> None:
    now = clock.now().replace(microsecond=0)
    meetings = Meeting.objects.bulk_create(
        Meeting(
            tender=tender,
            kind=MeetingKind.IN_DEPTH,
            title=f"Aan tafel over de plek ({n})",
            place="De Bolder, Binnenstad",
            begins_at=now + dt.timedelta(days=10 - n),
            ends_at=now + dt.timedelta(days=10 - n, hours=2),
            capacity=20,
        )
        for n in range(size)
    )
    Registration.objects.bulk_create(
        Registration(meeting=m, person=crowd[k], name=crowd[k].name, state=RegistrationState.REGISTERED)
        for m in meetings[:MEETINGS_WITH_PEOPLE]
        for k in range(PEOPLE_AT_A_MEETING)
    )


def make_questions(cast, tender: Tender, size: int, crowd: list[User]) -> None:
    """So many questions, of which the first half have a public answer."""
    now = clock.now()
    Question.objects.bulk_create(
        Question(
            tender=tender,
            number=n,
            text="Mag een groep zonder rechtsvorm ook meedoen, en wie tekent dan voor het geld?",
            asked_by=crowd[n % len(crowd)],
            show_name=n % 5 == 0,
            answer=ANSWERED if n <= size / 2 else "",
            answered_by=cast.officer if n <= size / 2 else None,
            answered_at=now if n <= size / 2 else None,
            published_at=now if n <= size / 2 else None,
        )
        for n in range(1, size + 1)
    )
