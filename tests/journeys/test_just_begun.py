"""Just begun and plans from outside, in a real browser as wide as a telephone: Deventer's gardens and a plan that is answered."""

import re

import pytest

from tests.journeys.people import Browsers
from tests.make.initiatives import WORDS, picture_file

TELEPHONE = {"width": 360, "height": 780}


@pytest.mark.browser
@pytest.mark.services
def test_two_gardens_grow_and_others_join(people):
    gardens(people)
    people.say_nothing_wrong()


@pytest.mark.proof
def test_a_plan_is_filed_answered_and_followed(people):
    plan(people)
    people.say_nothing_wrong()


def gardens(people: Browsers) -> None:
    """In the street without an account; back with the code; a neighbour joins and leaves; the doers stop."""
    doer, neighbour = people.visitor(), people.visitor()
    for one in (doer, neighbour):
        one.page.set_viewport_size(TELEPHONE)
    doer.go("/gemeenten/deventer/").press("Vertel wat u gewoon begonnen bent")
    doer.fill(name="Tuintjes van de Enkdwarsstraat").press("Zet het erop").is_told("Schrijf in één zin wat u doet.")
    photo = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": picture_file(size=(800, 600)).read()}
    doer.fill(sentence="Wij haalden twee rijen tegels weg.", doers="Coen en Sjaak", photo=photo)
    doer.send("Zet het erop").sees("Het staat erop")
    code = re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){2}", doer.page.locator("main").inner_text())[0]
    doer.press("Bekijk de pagina").sees("Wij haalden twee rijen tegels weg.", "Coen en Sjaak")
    page = doer.path()
    for count, words in ((2, "De eerste twee."), (100, "De honderdste.")):
        doer.go("/code/").fill(code=code.upper()).press("Toon").press("Vertel hoe het gaat")
        doer.fill(text=words, count=count, **({"unit": "geveltuinen"} if count == 2 else {})).send("Vertel het")
    doer.sees("Het begon met 2, en nu zijn er 100 geveltuinen.", "De honderdste.")
    neighbour.go(page).fill(first_name="Fatima").send("Ik doe mee").sees("Fatima, u doet mee").press("Haal mijn naam weg")
    neighbour.fill(reason="Ik verhuis.").send("Haal de naam weg").does_not_see("Fatima")
    doer.go("/code/").fill(code=code).press("Toon").press("Het stopt").fill(reason="De straat gaat open.").send("Stop ermee")
    doer.sees("Gestopt, met reden", "De straat gaat open.", "De honderdste.").does_not_see("Ik doe mee")


def plan(people: Browsers) -> None:
    """An entrepreneur files it, the municipality answers on three values, and everybody can follow where it led."""
    maker, officer, visitor = people("samira"), people("marloes"), people.visitor()
    maker.go("/gemeenten/zwolle/plannen/").press("Stuur uw plan")
    maker.fill(what="Aan lange tafels eten buren samen.", problem="Veel mensen zien dagen niemand.", title="Straattafels")
    maker.send("Verstuur mijn plan").sees("Wij hebben uw plan", "U krijgt uiterlijk op").press("Volg uw plan")
    page = maker.sees("Wacht op antwoord").path()
    officer.go("/mijn/").sees("Een plan van buiten wacht op antwoord").go(page).press("Beantwoord dit plan")
    officer.fill(outcome="together", **WORDS)
    officer.fill(reason="Wij doen het samen.").press("Geef dit antwoord").is_told("Kies in welk traject het komt")
    officer.fill(next_step="Op 1 mei begint de eerste tafel.").send("Geef dit antwoord")
    visitor.go(page).sees("Het antwoord: samen", "Wij doen het samen.", "Op 1 mei begint de eerste tafel.")
