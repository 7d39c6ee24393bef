"""Requests, and their frozen versions, in any state. No gate is passed here; freezing is the real one."""

from calls.freezing import freeze
from calls.models import (
    Amendment,
    Call,
    CallVersion,
    Clause,
    ClauseSource,
    ClauseVersion,
    Criterion,
    Grade,
    ProposedIndicator,
    Section,
)
from events import clock

CLAUSES = (
    (Section.CHALLENGE, "Waar het om gaat", "Mensen zonder huis hebben overdag niets te doen."),
    (Section.OUTCOME, "Wat wij willen bereiken", "Zestig mensen maken zelf iets, drie dagen in de week."),
    (Section.MONEY, "Geld en looptijd", "Er is € 410.000 per jaar, drie jaar lang."),
    (Section.PARTICIPANTS, "Wie kan meedoen", "Elke organisatie en elke groep bewoners."),
    (Section.ASSESSMENT, "Hoe wij kiezen", "Een commissie met vooral bewoners leest alles."),
)
CRITERIA = (
    ("Het werkt", "Maken de mensen zelf iets?", "Beschrijf een gewone week.", 6_000),
    ("Samen", "Beslissen zij mee?", "Wie beslist wat?", 4_000),
)
GRADES = (("Onvoldoende", 2), ("Matig", 4), ("Voldoende", 6), ("Goed", 8), ("Uitstekend", 10))


def call(cast, tender, *, clauses=CLAUSES, criteria=CRITERIA, grades=GRADES, indicators=True, **fields) -> Call:
    """A written request: rows as `CLAUSES` and `CRITERIA`, a scale of five, an indicator with each clause of OUTCOME."""
    made = Call.objects.create(tender=tender, **({"short_version": "Wij zoeken een plek om te maken."} | fields))
    for section, title, text in clauses:
        written = clause(cast, made, section=section, title=title, text=text)
        if indicators and section == Section.OUTCOME:
            proposed_indicator(made, written)
    for position, (name, question, asked, weight) in enumerate(criteria, start=1):
        Criterion.objects.create(call=made, position=position, name=name, question=question, asked=asked, weight=weight)
    for label, points in grades:
        Grade.objects.create(call=made, label=label, points=points)
    return made


def clause(cast, call, *, section=Section.OTHER, title="Nog iets", text="Tekst.", versions=1, lot=None) -> Clause:
    """A clause with as many versions as asked; the newest holds `text`."""
    made = Clause.objects.create(call=call, number=call.clauses.count() + 1, section=section, title=title, lot=lot)
    for number in range(1, versions + 1):
        newest = number == versions
        ClauseVersion.objects.create(
            clause=made,
            number=number,
            title=title,
            text=text if newest else f"{text} Versie {number}.",
            reason="" if number == 1 else "duidelijker",
            author=cast.officer,
        )
    return made


def proposed_indicator(call, clause, **fields) -> ProposedIndicator:
    values = {"name": "Mensen die drie dagen komen", "unit": "van elke 100", "baseline": 20, "target": 60}
    return ProposedIndicator.objects.create(call=call, clause=clause, **(values | fields))


def amendment(cast, clause, *, proposer=None, text="Vier weken.", reason="Een week is te kort.", **fields) -> Amendment:
    """Other wording for the newest version of a clause, by the entrepreneur of the cast, still open."""
    return Amendment.objects.create(
        clause=clause,
        on_version=clause.versions.first(),
        text=text,
        reason=reason,
        proposer=proposer or cast.entrepreneur,
        **fields,
    )


def clause_source(cast, clause, response=None, *, reason="Zelf iets maken staat er nu in.", **other) -> ClauseSource:
    """An arrow to a clause: from an answer, or from another thing (`proposal=`, `pilot=`, `plan_answer=`)."""
    return ClauseSource.objects.create(clause=clause, response=response, reason=reason, by=cast.officer, **other)


def adopted_call(cast, tender, **fields) -> CallVersion:
    """A request that was adopted, as its frozen version (not for bids, not published)."""
    made = call(cast, tender, **fields)
    version = freeze(made, by=cast.officer, reason="Alles heeft antwoord.")
    made.adopted_at, made.adopted_by = version.frozen_at, cast.officer
    made.save()
    return version


def published_call(cast, tender, *, procedure=None, **fields) -> CallVersion:
    """The version for bids of a request, adopted and published: what a round and a bid name."""
    made = adopted_call(cast, tender, **fields)
    of = Call.objects.get(tender=tender)
    version = freeze(of, by=cast.officer, for_bids=True, procedure=procedure or {"route": str(tender.route)})
    version.published_at = clock.now()
    version.save(update_fields=["published_at"])
    assert version.number == made.number + 1
    return version
