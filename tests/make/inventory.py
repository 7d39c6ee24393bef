"""Lines of an inventory in any state, what may stop, and files as people send them."""

import datetime as dt
import itertools

from django.core.files.uploadedfile import SimpleUploadedFile

from areas.models import Area, AreaKind
from documents.uploads import store_upload
from events import clock
from inventory.models import Friction, Line, LineKind, LineQuestion, MayStop, Period, Told
from inventory.taking_in.sheets import write_sheet
from tenders.models import Question
from tests.make.bids import PDF

_count = itertools.count(1)


def areas_of_one_name(municipality) -> tuple[Area, Area]:
    """A district, and the neighbourhood in it that is called the same."""
    values = {"municipality": municipality, "name": "Centrum"}
    district = Area.objects.create(kind=AreaKind.DISTRICT, code="WK019301", **values)
    return district, Area.objects.create(kind=AreaKind.NEIGHBOURHOOD, code="BU01930101", parent=district, **values)


def line(cast, *, kind=LineKind.TASK, **fields) -> Line:
    """A line of the cast's municipality."""
    values = {"municipality": cast.municipality, "kind": kind, "title": f"Bermen maaien {next(_count)}", "amount": 9_600_000}
    made = Line(**(values | fields))
    made.count_notice()
    made.save()
    return made


def running(cast, *, ends_in=400, notice_months=3, **fields) -> Line:
    """A running contract of the cast's party, that ends in so many days."""
    ends_on = None if ends_in is None else clock.today() + dt.timedelta(days=ends_in)
    values = {"kind": LineKind.CONTRACT, "party": cast.party, "party_name": cast.party.name}
    return line(cast, **(values | {"ends_on": ends_on, "notice_months": notice_months} | fields))


def line_question(cast, of: Line, *, text="Waarom zo veel?", answer="", published=False) -> LineQuestion:
    """A question of the resident about a line; with an answer when it has one."""
    now = clock.now()
    number = Question.objects.filter(municipality=of.municipality).count() + 1
    question = Question.objects.create(
        municipality=of.municipality,
        number=number,
        text=text,
        asked_by=cast.resident,
        answer=answer,
        answered_at=now if answer else None,
        published_at=now if published else None,
    )
    return LineQuestion.objects.create(line=of, question=question)


def period(cast, *, line=None, begins_in=-1, days=30, **fields) -> Period:
    """A period for plans, open now."""
    begins_on = clock.today() + dt.timedelta(days=begins_in)
    values = {"title": "Wat doen wij met de bermen?", "reason": "De overeenkomst loopt af.", "opened_by": cast.officer}
    values |= {"begins_on": begins_on, "ends_on": begins_on + dt.timedelta(days=days), "line": line}
    return Period.objects.create(municipality=cast.municipality, **(values | fields))


def may_stop(cast, tender, of: Line | None = None, *, told=True, stops_in=400, **fields) -> MayStop:
    """A contract that may stop by this tender; told, with a file as proof, unless said otherwise."""
    values = {
        "reason": "Wij vragen het de buurt.",
        "stops_on": clock.today() + dt.timedelta(days=stops_in),
        "said_by": cast.officer,
    }
    of = of or running(cast)
    if told:
        file = SimpleUploadedFile("brief.pdf", PDF)
        proof = store_upload(file, by=cast.officer, folder="proof")
        values |= {"told_on": clock.today(), "told_how": Told.LETTER, "told_by": cast.officer, "proof": proof}
        values |= {"party": of.party, "told_name": of.party_name}
    return MayStop.objects.create(tender=tender, line=of, **(values | fields))


def friction(cast, row: MayStop, *, costs=1_000_000, **fields) -> Friction:
    """What a party told that stopping asks."""
    values = {"staff_costs": costs, "staff": 4, "volunteers": 10, "clients": 60, "network": "Het dorpshuis.", "needs": "Een jaar."}
    return Friction.objects.create(may_stop=row, **({"filed_by": cast.entrepreneur} | values | fields))


def csv_file(*rows: str, name="lijst.csv", encoding="utf-8") -> SimpleUploadedFile:
    """A CSV of these lines of text."""
    return SimpleUploadedFile(name, "\r\n".join(rows).encode(encoding), content_type="text/csv")


def xlsx_file(*rows: list, name="lijst.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, write_sheet("lijst", [list(row) for row in rows]))
