"""Dialogues, meetings, contributions, findings and answers in any state. No gate is passed here."""

import datetime as dt
import itertools

from django.db.models import Max

from areas.models import Figure, FigureSet, Measure
from dialogues import actions
from dialogues.models import (
    AboutCount,
    Appeal,
    Conclusion,
    Contribution,
    Correction,
    Dialogue,
    Ending,
    Fact,
    Finding,
    FindingSource,
    Flag,
    Ground,
    Hiding,
    Meeting,
    MeetingKind,
    Merging,
    NameChoice,
    NamedAmount,
    OpenQuestion,
    Outcome,
    Pilot,
    Registration,
    RegistrationState,
    Response,
    Rule,
    RuleKind,
    Sheet,
    Stack,
    Translation,
)
from dialogues.tickets import ticket_for
from events import clock
from tenders.codes import hash_code

_AGES = (Measure.AGE_15_24, Measure.AGE_25_44, Measure.AGE_45_64, Measure.AGE_65_UP)
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
GROUNDS = ("Het kwetst iemand", "Het is reclame")


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
    for text in GROUNDS:
        Ground.objects.create(dialogue=made, text=text)
    for number in range(1, facts + 1):
        Fact.objects.create(dialogue=made, text=f"Feit {number}", source="CBS, 2025")
    for number in range(1, questions + 1):
        OpenQuestion.objects.create(dialogue=made, text=f"Open vraag {number}?")
    return made


def figures(municipality, *, year=2024, area=None, **counts) -> FigureSet:
    """How many people of each group live in a municipality, or in an area of it; without counts a hundred of each."""
    given = {
        "population": 400,
        "young": 100,
        "adult": 100,
        "older": 100,
        "old": 100,
        "women": 200,
        "men": 200,
        "alone": 100,
    } | counts
    measures = dict(zip(given, (Measure.INHABITANTS, *_AGES, Measure.WOMEN, Measure.MEN, Measure.ONE_PERSON), strict=True))
    kept, _made = FigureSet.objects.get_or_create(
        municipality=municipality, year=year, defaults={"source": f"CBS {year}", "licence": "CC BY 4.0", "file_sha256": f"{year}"}
    )
    Figure.objects.bulk_create(
        Figure(figures=kept, area=area, measure=measures[name], value=value) for name, value in given.items()
    )
    return kept


def told_about_oneself(dialogue, *, many=20, answers=None) -> None:
    """So many people contributed, and then said this about themselves; by default they are old and live alone."""
    if not FigureSet.objects.filter(municipality=dialogue.tender.municipality).exists():
        figures(dialogue.tender.municipality)
    answers = answers or {"age": "65+", "sex": "woman", "household": "alone"}
    for _person in range(many):
        ticket = ticket_for(dialogue.pk, f"verteld-{next(_count)}")
        actions.tell_about_oneself(dialogue=dialogue, ticket=ticket, answers=answers)


def about_counts(dialogue, *, many=20) -> None:
    """So many people said that they are old and live alone, and it is shown: at once, without their tickets."""
    if not FigureSet.objects.filter(municipality=dialogue.tender.municipality).exists():
        figures(dialogue.tender.municipality)
    AboutCount.objects.bulk_create(
        AboutCount(dialogue=dialogue, question=question, answer=answer, number=number, shown=number, missing_place=place)
        for question, answer, number, place in (
            ("age", "65+", many, None),
            ("age", "15-24", 0, 1),
            ("household", "alone", many, None),
        )
    )


def pilot(tender, *, ends_in=30, **fields) -> Pilot:
    """A pilot that lasts so many days more."""
    values = {"wants_to_learn": "Komen mensen als zij zelf koken?", "ends_on": clock.today() + dt.timedelta(days=ends_in)}
    return Pilot.objects.create(tender=tender, **(values | fields))


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


def working_day(cast, tender, *, highest=100_000_00, begins_in=-dt.timedelta(hours=1), **fields) -> Meeting:
    """A working day that goes on now, about an amount; none was named when `highest` is None."""
    made = meeting(tender, begins_in=begins_in, hours=6, kind=MeetingKind.WORKING_DAY, title="Werkdag zorgzame buurt")
    if highest is not None:
        said = {"purpose": "Eén keer, voor plannen van de buurt.", "decided_by": "De raad, in december."}
        NamedAmount.objects.create(meeting=made, by=cast.officer, highest=highest, **(said | fields))
    return made


def minutes(tender, *, days=7, report="Wij spraken over de plek.", **fields) -> Meeting:
    """A meeting of two days ago with draft minutes, that can be corrected for so many days from now."""
    until = clock.today() + dt.timedelta(days=days)
    fields = {"report": report, "reported_at": clock.now(), "corrections_until": until} | fields
    return meeting(tender, begins_in=-dt.timedelta(days=2), **fields)


def correction(meeting, *, person, text="Het was in de Bolder.", **fields) -> Correction:
    """What this person, who was there, says is wrong in the minutes."""
    registration(meeting, person=person, attended=True)
    return Correction.objects.create(meeting=meeting, person=person, name=person.name, text=text, **fields)


def sheets(cast, tender, codes=("ppr4-fr7m-ndr2",), **fields) -> list[Sheet]:
    """Printed forms with these codes on their slips."""
    last = Sheet.objects.filter(tender=tender).count()
    return [
        Sheet.objects.create(tender=tender, number=number, code_hash=hash_code(code), printed_by=cast.officer, **fields)
        for number, code in enumerate(codes, start=last + 1)
    ]


def stack(cast, tender, **fields) -> Stack:
    """A sitting of the officer, in which nothing was typed yet."""
    return Stack.objects.create(tender=tender, **({"by": cast.officer} | fields))


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
    number = number or (Contribution.objects.filter(tender=tender).aggregate(highest=Max("number"))["highest"] or 0) + 1
    anonymous = name_choice == NameChoice.ANONYMOUS
    values = {
        "shown_name": "" if anonymous else "Ria",
        "entered_at": None if anonymous else clock.now(),
        "code_hash": hash_code(code or f"inbreng-{next(_count)}"),
    }
    return Contribution.objects.create(tender=tender, number=number, text=text, name_choice=name_choice, **(values | fields))


def hiding(cast, contribution, *, by=None, ground="", explanation="Zo praten wij niet over buren.", **fields) -> Hiding:
    """A contribution that this officer hid; its dialogue has grounds."""
    about = Dialogue.objects.filter(tender=contribution.tender).first() or dialogue(contribution.tender)
    found = about.grounds.get(text=ground) if ground else about.grounds.first()
    made = Hiding.objects.create(contribution=contribution, ground=found, explanation=explanation, by=by or cast.officer, **fields)
    contribution.hidden_at, contribution.hidden_because, contribution.hiding = made.at, found.text, made
    contribution.save()
    return made


def appeal(hiding, *, text="Ik bedoelde de drempel.", **fields) -> Appeal:
    return Appeal.objects.create(hiding=hiding, hidden_by=hiding.by, text=text, **fields)


def flag(contribution, *, person=None, code="", text="Dit gaat over mijn buurman.", **fields) -> Flag:
    """Somebody reported a contribution: with an account, or with a code."""
    ground = fields.pop("ground", None) or Dialogue.objects.get(tender=contribution.tender).grounds.first()
    own = {"person": person} if person else {"code_hash": hash_code(code or f"melding-{next(_count)}")}
    return Flag.objects.create(contribution=contribution, ground=ground, text=text, **own, **fields)


def merging(cast, contribution, into, *, reason="Zij zeggen hetzelfde.", **fields) -> Merging:
    made = Merging.objects.create(contribution=contribution, into=into, reason=reason, by=cast.officer, **fields)
    contribution.merged_into = into
    contribution.save()
    return made


def translation(cast, contribution, *, language="tr", text="Wij missen een bankje.", **fields) -> Translation:
    """The Dutch of a contribution, through the action: the row and the contribution change together."""
    given = {"language": language, "text": text, "version": contribution.translations.count(), "by": cast.officer} | fields
    made = actions.translate_contribution(contribution=contribution, **given)
    contribution.refresh_from_db()
    return made


def conclusion(cast, tender, *, ending=Ending.REQUEST, reason="Iedereen heeft antwoord.", **fields) -> Conclusion:
    """How the dialogue of a tender was concluded; its PDF was not made."""
    last = Contribution.objects.filter(tender=tender).count()
    values = {"ending": ending, "reason": reason, "by": cast.officer, "last_number": last} | fields
    made = Conclusion.objects.create(tender=tender, **values)
    if made.reopened_at is None:
        Dialogue.objects.filter(tender=tender).update(conclusion=made, closed_at=clock.now())
    return made


def response(cast, contribution, *, outcome=Outcome.TAKEN_OVER, **fields) -> Response:
    values = {"by": cast.officer, "reason": "Dit komt terug in de uitvraag.", **fields}
    return Response.objects.create(contribution=contribution, outcome=outcome, **values)


def finding(cast, tender, contributions, *, title="Mensen willen iets maken.", **fields) -> Finding:
    made = Finding.objects.create(tender=tender, title=title, by=cast.officer, **fields)
    for source in contributions:
        FindingSource.objects.create(finding=made, contribution=source)
    return made
