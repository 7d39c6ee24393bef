"""Borger-Odoorn closes its pool: a period opens from the inventory, the village files a plan on a telephone without an account,
hears in time or else everybody sees that it is late, gets "together", and the plan goes into a tender.
"""

import datetime as dt
import re

import pytest

from events import clock
from tests.journeys.people import Browsers, Person

TELEPHONE = {"width": 360, "height": 780}
_HERE = "/gemeenten/borger-odoorn/"
_POOL, _PERIOD = "Zwembad in Valthermond", "Wat wordt er van het zwembad in Valthermond?"
_PLAN = {
    "what": "Ondernemers en buren nemen het bad over. Wij doen de kassa, het onderhoud en de kantine zelf.",
    "problem": "Zonder bad leren de kinderen hier niet zwemmen, en is er in de zomer niets te doen.",
    "cost": "20.000",
    "title": "Wij houden het bad zelf open",
    "makers": "Werkgroep van het dorp",
}
_ANSWER = {
    "outcome": "together",
    "legitimacy": "Het hele dorp liep mee met de actie.",
    "effectiveness": "Het ondernemingsplan klopt. Het eerste jaar is spannend.",
    "involvement": "Wie al lang thuis zat, doet ook mee.",
    "reason": "Samen: u beheert het bad, wij kijken een jaar mee.",
}


@pytest.mark.proof
@pytest.mark.browser
def test_a_village_keeps_open_what_its_municipality_closes(embedded_people):
    play(embedded_people)
    embedded_people.say_nothing_wrong()


def play(people: Browsers) -> None:
    _ask_for_plans(people)
    page, code = _file(people)
    _take_the_slip(people, page, code)
    _wait_too_long(people, page)
    _begin_a_tender(people, page)
    _answer(people, page)
    _follow(people, page, code)


def _ask_for_plans(people: Browsers) -> None:
    """What closes stands in the inventory; the period begins with what is known of it."""
    ends = clock.today() + dt.timedelta(days=120)
    officer = people("geesje").go(_HERE + "inventaris/nieuw/?soort=gebouwen")
    officer.fill(title=_POOL, area="Valthermond", amount="145.000", ends_on=ends.isoformat(), text="Een buitenbad met kantine.")
    officer.send("Zet het in de inventaris")
    people("geesje").go(_HERE + "inventaris/aflopend/").sees(_POOL, "Sluit of komt vrij").press("Vraag om plannen")
    assert (officer.holds("title"), officer.holds("reason").startswith("Het gebouw komt vrij op")) == (_POOL, True)
    officer.fill(title=_PERIOD, reason="").press("Open de periode").is_told("Zeg waarom. Iedereen kan het lezen.")
    officer.fill(reason="De gemeente kan het bad niet meer betalen.", must_know="De rekeningen liggen klaar in het gemeentehuis.")
    officer.send("Open de periode").sees(_PERIOD, "Er sluit iets", "De rekeningen liggen klaar")


def _file(people: Browsers) -> tuple[str, str]:
    """From the front page, on a telephone, in plain words. The acknowledgement comes at once."""
    maker = _on_the_telephone(people).go("/").sees("Plannen zijn welkom", _PERIOD).press("Stuur uw plan").sees(_POOL)
    maker.press("Stuur uw plan").sees("Zo kan het ook", "Samen met anderen")
    maker.fill(what=_PLAN["what"]).press("Verstuur mijn plan").is_told("Geef uw plan een naam.")
    maker.fill(**_PLAN, email="dorp@example.nl").send("Verstuur mijn plan").sees("Wij hebben uw plan", "U krijgt uiterlijk op")
    code = re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){2}", maker.page.locator("main").inner_text())[0]
    maker.press("Volg uw plan").sees(_PLAN["title"], "Wacht op antwoord", _POOL, _PERIOD)
    return maker.path(), code


def _take_the_slip(people: Browsers, page: str, code: str) -> None:
    """On paper, and back with it."""
    maker = _on_the_telephone(people)
    paper = maker.page.context.request.post(maker.site.address + "/code/strookje/", form={"code": code})
    assert (paper.status, paper.body()[:4]) == (200, b"%PDF")
    maker.go("/code/").fill(code=code.upper()).press("Toon").sees("Uw plan", "Wacht op antwoord").press("Volg uw plan")
    assert maker.path() == page
    people.visitor().go(_HERE + "inventaris/").press(_POOL).sees("Plannen hiervoor", _PLAN["title"])


def _wait_too_long(people: Browsers, page: str) -> None:
    """A week before, who answers is reminded; after it everybody sees how many days it is late."""
    for _week in range(8):
        people.move_clock("Een week verder")
    assert people.site.run("tests.journeys.an_hour").strip() == "1"
    people.mail("Een plan moet binnen een week antwoord hebben", to="geesje")
    people.visitor().go(page).does_not_see("te laat")
    people.move_clock("Een week verder")
    assert people.site.run("tests.journeys.an_hour").strip() == "1"
    people.visitor().go(page).sees("7 dagen te laat")
    people.visitor().go(_HERE + "plannen/").sees("1 plan wacht langer dan beloofd.", "7 dagen te laat")


def _begin_a_tender(people: Browsers, page: str) -> None:
    """A tender begins with the building; the plan for it touches that tender, and its makers hear so."""
    officer = people("geesje").go(_HERE + "inventaris/").press(_POOL).press("Begin hiermee een traject")
    officer.fill(title="Het bad van Valthermond", summary="Het dorp beheert het bad zelf.", reason="Er ligt een plan.")
    officer.fill(first_step="=2", contact_person="Geesje Hadders", contact_phone="14 0591").send("Begin het traject")
    officer.press("Maak openbaar").send("Maak openbaar")
    people.visitor().go(page).waits_for("Het raakt een traject").sees("Het bad van Valthermond")
    people.mail("Er begon een traject over dat waar uw plan voor is", to="dorp")


def _answer(people: Browsers, page: str) -> None:
    officer = people("geesje").go("/mijn/").sees("Een plan van buiten wacht op antwoord", "Het bad van Valthermond")
    officer.go(page).press("Beantwoord dit plan").sees(_PERIOD, _POOL)
    assert (officer.holds("cost_today"), officer.holds("cost_of_plan")) == ("145000", "20000")
    officer.fill(**_ANSWER).send("Geef dit antwoord").sees("Het antwoord: samen")


def _follow(people: Browsers, page: str, code: str) -> None:
    """The thread: what was there, the question, the plan, the answer, the tender; and back by the code and from the line."""
    assert page in people.mail("Er is een antwoord op uw plan", to="dorp")
    visitor = _on_the_telephone(people).go("/code/").fill(code=code).press("Toon").press("Volg uw plan")
    visitor.sees("€\u00a0145.000", "€\u00a020.000", _ANSWER["reason"]).does_not_see("te laat")
    knots = ("Dit was er al", "De gemeente vroeg om plannen", "Dit plan kwam binnen", "De gemeente antwoordde: samen")
    told = visitor.sees(*knots, "Het kwam in een traject", "De draad gaat verder").page.locator(".mw-thread").inner_text()
    assert sorted(knots, key=told.index) == list(knots)
    visitor.press("Het bad van Valthermond").press("Plannen van buiten").sees(_PLAN["title"])
    people.visitor().go(_HERE + "inventaris/").press(_POOL).sees(_PLAN["title"], "Samen")


def _on_the_telephone(people: Browsers) -> Person:
    somebody = people.visitor()
    somebody.page.set_viewport_size(TELEPHONE)
    return somebody
