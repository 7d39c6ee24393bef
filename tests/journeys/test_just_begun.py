"""Just begun and plans from outside, in a real browser as wide as a telephone: Deventer's gardens and a plan that is answered."""

import datetime as dt
import io
import re

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD

from events import clock
from tenders import dates
from tests.journeys.people import Browsers, Person
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
    sentence = "Wij haalden twee rijen tegels weg."
    doer.fill(sentence=sentence, area="Voorstad-Oost", doers="Coen en Sjaak", photo=_photo_with_its_place())
    doer.send("Zet het erop").sees("Het staat erop")
    code = re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){2}", doer.page.locator("main").inner_text())[0]
    doer.press("Bekijk de pagina").sees("Wij haalden twee rijen tegels weg.", "Coen en Sjaak")
    page = doer.path()
    _photo_does_not_say_where(doer)
    for days, count, words in ((60, 2, "De eerste twee."), (30, 27, "Ook verderop."), (0, 100, "De honderdste.")):
        doer.go("/code/").fill(code=code.upper()).press("Toon").press("Vertel hoe het gaat")
        on = clock.today() - dt.timedelta(days=days)
        doer.fill(text=words, count=count, on=on, **({"unit": "geveltuinen"} if count == 2 else {})).send("Vertel het")
        doer.sees(words, dates.day(on))
    doer.sees("Het begon met 2, en nu zijn er 100 geveltuinen.", "De eerste twee.", "Ook verderop.")
    _request_says_what_becomes_of_it(people, page)
    neighbour.go(page).fill(first_name="Fatima").send("Ik doe mee").sees("Fatima, u doet mee").press("Haal mijn naam weg")
    neighbour.fill(reason="Ik verhuis.").send("Haal de naam weg").does_not_see("Fatima")
    doer.go("/code/").fill(code=code).press("Toon").press("Het stopt").fill(reason="De straat gaat open.").send("Stop ermee")
    doer.sees("Gestopt, met reden", "De straat gaat open.", "De honderdste.").does_not_see("Ik doe mee")


def _photo_with_its_place() -> dict:
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (52.0, 15.0, 12.0)})
    photo = picture_file(size=(800, 600), exif=exif.tobytes())
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo.read()}


def _photo_does_not_say_where(doer: Person) -> None:
    address = doer.page.locator("main img").first.get_attribute("src")
    shown = Image.open(io.BytesIO(doer.page.context.request.get(doer.site.address + address).body()))
    assert (shown.size, dict(shown.getexif().get_ifd(IFD.GPSInfo))) == ((800, 600), {})


def _request_says_what_becomes_of_it(people: Browsers, page: str) -> None:
    """A request in the same neighbourhood answers the gardens: they stay and get support, and why. It stands on their thread."""
    slug = people.site.run("tests.journeys.street_request").strip()
    daan = people("daan").go(f"/trajecten/{slug}/uitvraag/gewoon-begonnen/").sees("Tuintjes van de Enkdwarsstraat")
    daan.press("Zeg wat ervan wordt", inside=f'main li:has(a[href="{page}"])')
    daan.press("Zeg dit").is_told("Zeg waarom. De doeners kunnen het lezen.")
    why = "De tuinen blijven van de bewoners. Wie het werk krijgt, leent gereedschap uit."
    daan.fill(word="strengthened", reason=why).send("Zeg dit").sees(why)
    neighbour = people.visitor()
    neighbour.page.set_viewport_size(TELEPHONE)
    neighbour.go(page).sees("Samen de straat in Voorstad", why)
    neighbour.go(f"/trajecten/{slug}/uitvraag/gewoon-begonnen/").sees("Tuintjes van de Enkdwarsstraat", why)


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
