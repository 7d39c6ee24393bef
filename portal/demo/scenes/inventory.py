"""What is there already: Leudal takes in its lists, asks its residents, and tells who does the work now what may stop; Arnhem
lays ambitions and offers side by side.
"""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from events import clock
from events.models import Event
from inventory import actions, tasks
from inventory.models import Fitness, Line, LineKind, PeriodKind, Told
from inventory.taking_in.plan import mark_of, plan_of
from portal.demo.scenes import inventory_texts as texts
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders.actions import answer_question
from tenders.routes import Route

# Three parties that do the work now.
_NOW = {"jeugdwijk": "tine", "samenjong": "frans", "dekei": "nelly"}


def play(world: World) -> None:
    """Lists first, then a question, a period for plans, and a tender by which three subsidies may stop."""
    _take_in(world)
    _ask(world)
    _plans(world)
    _start(world)


def _take_in(world: World) -> None:
    lists = (
        ("leudal", LineKind.TASK, texts.LEUDAL_TASKS),
        ("leudal", LineKind.MONEY, texts.LEUDAL_MONEY),
        ("leudal", LineKind.CONTRACT, texts.LEUDAL_CONTRACTS),
        ("leudal", LineKind.SUBSIDY, texts.LEUDAL_SUBSIDIES),
        ("leudal", LineKind.SUPPLY, texts.LEUDAL_SUPPLY),
        ("leudal", LineKind.BUILDING, texts.LEUDAL_BUILDINGS),
        ("arnhem", LineKind.AMBITION, texts.ARNHEM_AMBITIONS),
        ("arnhem", LineKind.SUPPLY, texts.ARNHEM_SUPPLY),
        ("arnhem", LineKind.BUILDING, texts.ARNHEM_BUILDINGS),
    )
    for minute, (slug, kind, content) in enumerate(lists):
        with world.at(ago(60 if slug == "leudal" else 90, f"10:{minute:02d}")):
            _one_list(world, slug, kind, content)
    with world.at(ago(59, "09:00")):
        for key in _NOW:
            line = Line.objects.select_related("municipality").get(party_name=world.parties[key].name)
            actions.link_party(line=line, by=world.person("mieke"), version=line.version, party=world.parties[key])
    with world.at(ago(58, "07:00")):
        actions.signal_ends(municipality=world.municipalities["leudal"])
    with world.at(ago(20, "11:40")):
        cleaning = _line(world, "Schoonmaak van de dorpshuizen", LineKind.CONTRACT)
        said = {"version": cleaning.version, "fitness": Fitness.NOT_FIT, "reason": texts.CLEANING_GOES_ON}
        actions.judge_line(line=cleaning, by=world.person("mieke"), **said)


def _one_list(world: World, slug: str, kind: LineKind, content: str) -> None:
    place, by = world.municipalities[slug], world.person("mieke" if slug == "leudal" else "stijn")
    file = SimpleUploadedFile(f"{slug}-{kind}.csv", content.encode("utf-8-sig"))
    waiting, checked = actions.read_list(municipality=place, by=by, kind=kind, file=file)
    if waiting is None:
        raise ValueError(checked.errors)
    actions.import_lines(waiting=waiting, by=by, seen=mark_of(plan_of(place, kind, waiting.rows)), make_names=True)


def _ask(world: World) -> None:
    line = _line(world, "Groen in de dorpen", LineKind.MONEY)
    with world.at(ago(41, "20:15")):
        asked = actions.ask_about_line(line=line, by=world.person("jet"), text=texts.QUESTION)
    with world.at(ago(38, "11:00")):
        answer_question(question=asked.question, by=world.person("mieke"), answer=texts.ANSWER)
        actions.publish_line_answers(municipality=line.municipality, by=world.person("mieke"))
    with world.at(ago(2, "21:40")):
        house = _line(world, "Dorpshuizen beheren", LineKind.TASK)
        actions.ask_about_line(line=house, by=world.person("jet"), text="Mag een dorpsraad ook maar één gebouw overnemen?")


def _plans(world: World) -> None:
    pool = _line(world, "Zwembad De Vrije Slag", LineKind.BUILDING)
    with world.at(ago(20, "09:30")):
        actions.open_period(
            municipality=pool.municipality,
            by=world.person("mieke"),
            line=pool,
            kind=PeriodKind.CLOSING,
            title="Wat wordt er van het zwembad in Baexem?",
            begins_on=clock.today(),
            ends_on=clock.today() + dt.timedelta(days=70),
            reason="De raad wil het zwembad na dit seizoen sluiten. Heeft het dorp een plan? Dan praten wij eerst daarover.",
        )


def _start(world: World) -> None:
    task = _line(world, "Jongeren ontmoeten en begeleiden", LineKind.TASK)
    with world.at(ago(34, "10:00")):
        tender = world.tenders["jongeren"] = actions.start_from_line(
            line=task,
            by=world.person("mieke"),
            title="Jongeren in Leudal",
            summary="Jongeren in alle dorpen vinden iemand die hen kent. Wij maken de uitvraag samen met hen en hun ouders.",
            route=Route.SUBSIDY_TENDER,
            reason="De subsidies lopen eind 2027 af. Dit is het moment om te vragen wat jongeren nodig hebben.",
            contact_person="Mieke Janssen",
            contact_phone="(0475) 85 90 00",
        )
    for key, told in (("jeugdwijk", 30), ("samenjong", 30), ("dekei", 29)):
        _tell(world, tender, key, told)
    for key, filed in (("samenjong", 21), ("dekei", 12)):
        with world.at(ago(filed, "15:00")):
            _file(world, tender, key)


def _tell(world: World, tender, key: str, days: int) -> None:
    mieke = world.person("mieke")
    line = Line.objects.select_related("municipality", "party", "area").get(party=world.parties[key])
    with world.at(ago(days, "11:00")):
        reason = "De subsidie loopt af. Wij vragen opnieuw wat jongeren nodig hebben, en wie dat samen het beste kan doen."
        row = actions.say_may_stop(tender=tender, by=mieke, line=line, reason=reason, stops_on=line.ends_on)
        actions.tell_incumbent(may_stop=row, by=mieke, how=Told.HERE)
        told = Event.objects.filter(name="inventory.incumbent_told").latest("pk")
        tasks.render_letter(told.pk)  # here nobody runs the reactions
    world.notes.setdefault("may stop", {})[key] = row
    with world.at(ago(days - 1, "09:10")):
        actions.confirm_read(may_stop=row, by=world.person(_NOW[key]))


def _file(world: World, tender, key: str) -> None:
    row = world.notes["may stop"][key]
    actions.file_friction(may_stop=row, by=world.person(_NOW[key]), version=0, **texts.FRICTION[key])


def _line(world: World, title: str, kind: LineKind) -> Line:
    return Line.objects.for_page().get(municipality=world.municipalities["leudal"], title=title, kind=kind)
