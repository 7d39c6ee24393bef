"""Step 3 of the stories: the guide is asked, the route is chosen and signed, and the request is published with its timetable."""

import datetime as dt

from django.utils import timezone

from accounts.models import RoleKind
from calls import actions, tasks
from calls.models import Call
from calls.standing import standing_of
from events.models import Event
from portal.demo.scenes.dialogue import ago
from portal.demo.world import World
from tenders import lifecycle
from tenders.law import terms
from tenders.law.answers import Answers, Clarity, Funding, Initiative, Nature, OfferMode, SubsidyBasis, Talk
from tenders.law.timetable import moments_of, propose
from tenders.routes import Route
from tenders.steps import Step

EUR = 100
POLICY, BUYING, LAW = RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER, RoleKind.LEGAL_ADVISER

ZWOLLE = Answers(
    total_value=3 * 410_000 * EUR,
    term_months=36,
    lots=2,
    cpv="85312100",
    nature=Nature.ACTIVITY,
    initiative=Initiative.TOGETHER,
    offer_mode=OfferMode.COALITIONS,
    expected_bidders=6,
    need_dialogue=Talk.BEFORE,
    funding=Funding.COMBINED,
    subsidy_basis=SubsidyBasis.REGULATION,
    scarce=True,
    years_subsidised=9,
    existing_ends=True,
)
WOENSEL = Answers(
    total_value=4 * 960_000 * EUR,
    term_months=48,
    cpv="85320000",
    nature=Nature.TASK,
    initiative=Initiative.TOGETHER,
    offer_mode=OfferMode.COALITIONS,
    expected_bidders=3,
    need_dialogue=Talk.BEFORE,
    funding=Funding.COMBINED,
    uses_building=True,
)
YOUNG = Answers(
    total_value=3 * 420_000 * EUR,
    term_months=36,
    cpv="80500000",
    spec_clarity=Clarity.UNKNOWN,
    initiative=Initiative.TOGETHER,
    expected_bidders=5,
    need_dialogue=Talk.DURING,
    wmo_or_youth=True,
)


def play(world: World) -> None:
    """Zwolle publishes in June 2024, Woensel a hundred days ago; the tender on young people only looked ahead."""
    _zwolle(world)
    _woensel(world)
    with world.at(ago(28, "11:20")):
        actions.ask_guide(tender=world.tender("jongeren"), by=world.person("joost"), answers=YOUNG)


def _zwolle(world: World) -> None:
    with world.at("2024-02-06 15:10"):
        first = Answers(**ZWOLLE.as_json() | {"lots": 2, "scarce": False, "offer_mode": OfferMode.COMPETITION})
        actions.ask_guide(tender=world.tender("zwolle"), by=world.person("tarik"), answers=first)
    with world.at("2024-06-03 10:15"):
        actions.ask_guide(tender=world.tender("zwolle"), by=world.person("marloes"), answers=ZWOLLE)
    with world.at("2024-06-03 11:40"):
        reason = (
            "Wie een plan heeft, maakt het zelf en houdt het zelf vast. Wij willen dat niet van achter een bureau afdwingen."
            " Er is één bedrag voor iedereen. Daarom verdelen wij het met regels die vooraf bekend zijn."
        )
        _choose(world, "zwolle", "marloes", Route.SUBSIDY_TENDER, ZWOLLE, reason)
    said = (
        ("2024-06-03 16:10", "marloes", POLICY, "Mensen vroegen om ruimte voor een eigen plan. Een aanvraag geeft die."),
        ("2024-06-04 09:30", "tarik", BUYING, "Wij kopen geen werk in: niemand hoeft iets te leveren wat wij hebben bedacht."),
        (
            "2024-06-05 14:00",
            "femke",
            LAW,
            "Er is geen plicht om het plan uit te voeren. Plafond en verdeling staan in de regeling.",
        ),
    )
    for moment, *signature in said:
        sign(world, "zwolle", moment, *signature)
    moments = {
        "questions_until": "2024-07-19 12:00",
        "answers_by": "2024-07-29 12:00",
        "closing": "2024-08-08 12:00",
        "opening": "2024-08-12 10:00",
        "decision": "2024-09-10 12:00",
        "start": "2025-01-01 00:00",
    }
    given = {name: _there(text) for name, text in moments.items()}
    reason = "De uitvraag is openbaar. Tot 8 augustus om twaalf uur kan iedereen aanvragen."
    days = ("2024-06-06 13:30", "2024-06-07 15:00", "2024-06-10 09:00", "2024-06-10 09:20")
    publish(world, "zwolle", "marloes", "tarik", given, days, reason)


def _woensel(world: World) -> None:
    with world.at(ago(149, "10:40")):
        actions.ask_guide(tender=world.tender("woensel"), by=world.person("sanne"), answers=WOENSEL)
    with world.at(ago(148, "14:20")):
        reason = (
            "Het gaat om werk dat in elke straat door moet gaan, dus wij willen het kunnen vragen. Groepen moeten elkaar eerst"
            " vinden. Deze procedure laat ons zelf kiezen hoe wij dat doen, en iedereen kan meedoen."
        )
        _choose(world, "woensel", "sanne", Route.SAS, WOENSEL, reason)
    sign(world, "woensel", ago(147, "09:10"), "sanne", POLICY, "Er is tijd om een coalitie te maken. Dat vroegen de buurthuizen.")
    sign(
        world,
        "woensel",
        ago(145, "16:30"),
        "joost",
        BUYING,
        "Het bedrag ligt boven de drempel. Wij kondigen het aan en wegen op kwaliteit.",
    )
    closing = _closing_of_woensel()
    published = dt.date.fromisoformat(ago(101)[:10])
    plan = propose(Route.SAS, published, consortia=True, closing=closing)
    given = {name: getattr(plan, name) for name in moments_of(Route.SAS) if name != "term_ends"}
    # Today the committee reads; it decides in two or three weeks.
    decided = terms.next_working_day(dt.date.fromisoformat(ago(-18)[:10]))
    begins = terms.next_working_day(terms.standstill_end(decided) + dt.timedelta(days=28))
    given |= {"decision": terms.noon(decided), "start": terms.first_moment(begins)}
    reason = "De uitvraag is openbaar, met de planning erin."
    days = (ago(110, "11:00"), ago(103, "15:00"), ago(101, "09:00"), ago(100, "09:30"))
    publish(world, "woensel", "sanne", "joost", given, days, reason)


def _closing_of_woensel() -> dt.date:
    """Somewhat more than three weeks ago, with an opening four days later on a working day too."""
    day = dt.date.fromisoformat(ago(25)[:10])
    while not (terms.is_working_day(day) and terms.is_working_day(day + dt.timedelta(days=4))):
        day -= dt.timedelta(days=1)
    return day


def _choose(world: World, key: str, by: str, route: Route, answers: Answers, reason: str) -> None:
    actions.choose_route(tender=world.tender(key), by=world.person(by), route=route, answers=answers, reason=reason)


def sign(world: World, key: str, moment: str, by: str, kind: RoleKind, reason: str) -> None:
    with world.at(moment):
        tender = world.tender(key)
        seen = standing_of(tender).choice.content_sha256
        actions.sign_choice(tender=tender, by=world.person(by), kind=kind, reason=reason, seen=seen)
        tasks.render_choice_memo(_last("calls.choice_signed"))  # here nobody runs the reactions


def publish(world: World, key: str, by: str, with_whom: str, given: dict, days: tuple, reason: str) -> None:
    """The timetable, the prepared version, publication, and on to step 4, each at its moment."""
    planned, prepared, published, left = days
    with world.at(planned):
        version = Call.objects.get(tender=world.tender(key)).version
        actions.set_timetable(tender=world.tender(key), by=world.person(by), version=version, moments=given)
    with world.at(prepared):
        actions.prepare_publication(tender=world.tender(key), by=world.person(by))
        tasks.render_call(_last("calls.publication_prepared"))
    with world.at(published):
        actions.publish_call(tender=world.tender(key), by=world.person(with_whom))
    with world.at(left):
        lifecycle.advance(world.tender(key), leaving=Step.PROCEDURE, by=world.person(by), reason=reason)


def _last(name: str) -> int:
    return Event.objects.filter(name=name).order_by("-id").values_list("pk", flat=True).first()


def _there(text: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.fromisoformat(text))
