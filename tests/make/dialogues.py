"""Dialogues, meetings, contributions, findings and answers in any state. No gate is passed here."""

import datetime as dt
import itertools

from dialogues.models import (
    Contribution,
    Correction,
    Dialogue,
    Fact,
    Finding,
    FindingSource,
    Meeting,
    MeetingKind,
    NameChoice,
    OpenQuestion,
    Outcome,
    Registration,
    RegistrationState,
    Response,
    Rule,
    RuleKind,
)
from events import clock
from tenders.codes import hash_code

_count = itertools.count(1)
RULES = {
    RuleKind.ROLE: "Wij zijn partner.",
    RuleKind.FIXED: "Het begint op 1 januari.",
    RuleKind.OPEN: "Waar de plek komt.",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord.",
    RuleKind.WHO_DECIDES: "De raad beslist over het geld.",
    RuleKind.MONEY: "Er is € 410.000 per jaar.",
    RuleKind.PAY: "U krijgt een cadeaubon van € 25.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst.",
}


def dialogue(tender, *, published=True, rules=RULES, closes_in=30, facts=1, questions=1, **fields) -> Dialogue:
    """A written dialogue of a tender, open for `closes_in` days; with published=False everything is ready to publish it."""
    values = {
        "dot": "Iedereen doet overdag iets waar hij trots op is.",
        "closes_on": clock.today() + dt.timedelta(days=closes_in),
        "published_at": clock.now() if published else None,
    }
    made = Dialogue.objects.create(tender=tender, **(values | fields))
    for kind, text in rules.items():
        Rule.objects.create(dialogue=made, kind=kind, text=text)
    for number in range(1, facts + 1):
        Fact.objects.create(dialogue=made, text=f"Feit {number}", source="CBS, 2025")
    for number in range(1, questions + 1):
        OpenQuestion.objects.create(dialogue=made, text=f"Open vraag {number}?")
    return made


def meeting(tender, *, begins_in=dt.timedelta(days=7), hours=2, capacity=20, **fields) -> Meeting:
    """A meeting that begins in (or before, when negative) some time."""
    begins_at = fields.pop("begins_at", None) or (clock.now() + begins_in).replace(microsecond=0)
    values = {
        "kind": MeetingKind.IN_DEPTH,
        "title": "Aan tafel over de plek",
        "place": "De Bolder, Binnenstad",
        "begins_at": begins_at,
        "ends_at": begins_at + dt.timedelta(hours=hours),
        "capacity": capacity,
    }
    return Meeting.objects.create(tender=tender, **(values | fields))


def minutes(tender, *, days=7, report="Wij spraken over de plek.", **fields) -> Meeting:
    """A meeting of two days ago with draft minutes, that can be corrected for so many days from now."""
    until = clock.today() + dt.timedelta(days=days)
    fields = {"report": report, "reported_at": clock.now(), "corrections_until": until} | fields
    return meeting(tender, begins_in=-dt.timedelta(days=2), **fields)


def correction(meeting, *, person, text="Het was in de Bolder.", **fields) -> Correction:
    """What this person, who was there, says is wrong in the minutes."""
    registration(meeting, person=person, attended=True)
    return Correction.objects.create(meeting=meeting, person=person, name=person.name, text=text, **fields)


def registration(meeting, *, person=None, name="", code="", state=RegistrationState.REGISTERED, **fields) -> Registration:
    number = next(_count)
    return Registration.objects.create(
        meeting=meeting,
        person=person,
        name=name or (person.name if person else f"Gast {number}"),
        code_hash=None if person else hash_code(code or f"gast-{number}"),
        state=state,
        **fields,
    )


def contribution(tender, *, text="Ik kan lassen.", name_choice=NameChoice.NAME, number=None, code="", **fields) -> Contribution:
    """A contribution by name, unless said otherwise; its code is `code`."""
    number = number or Contribution.objects.filter(tender=tender).count() + 1
    anonymous = name_choice == NameChoice.ANONYMOUS
    values = {
        "shown_name": "" if anonymous else "Ria",
        "entered_at": None if anonymous else clock.now(),
        "code_hash": hash_code(code or f"inbreng-{next(_count)}"),
    }
    return Contribution.objects.create(tender=tender, number=number, text=text, name_choice=name_choice, **(values | fields))


def response(cast, contribution, *, outcome=Outcome.TAKEN_OVER, **fields) -> Response:
    values = {"by": cast.officer, "reason": "Dit komt terug in de uitvraag.", **fields}
    return Response.objects.create(contribution=contribution, outcome=outcome, **values)


def finding(cast, tender, contributions, *, title="Mensen willen iets maken.", **fields) -> Finding:
    made = Finding.objects.create(tender=tender, title=title, by=cast.officer, **fields)
    for source in contributions:
        FindingSource.objects.create(finding=made, contribution=source)
    return made
