"""Arnhem's ambition and an offer: an entrepreneur takes a paper of the city from the shelf, says what she can do for an ambition
in it, gets an answer on three values beside today's cost, and bids on what everybody knows.
"""

import pytest

from tests.journeys.open_round import TITLE
from tests.journeys.people import Browsers

_STOCK = "/gemeenten/arnhem/inventaris/"
_AMBITION = "Niemand zit elke dag alleen aan tafel"
_AMBITIONS = f"""\
Ambitie;Wijk;Thema;Beleidsstuk;Toelichting
{_AMBITION};Presikhaaf;;Programma wijkaanpak, hoofdstuk over eenzaamheid;Wij zoeken oplossingen voor een probleem in een wijk.
"""
_PLAN = {
    "what": "Aan lange tafels eten buren goedkoop drie gangen. Wie eet, praat mee over werk, geld en gezondheid.",
    "problem": "Veel mensen in de wijk zien dagen niemand. In uw eigen programma staat dat u dat wilt keren.",
    "how_seen": "U mag ons afrekenen op bereik en resultaat. Wij houden het bij.",
    "cost": "95.000",
    "title": "Straattafels in vijf wijken",
}
_ANSWER = {
    "outcome": "yes",
    "legitimacy": "Het past bij onze eigen ambitie.",
    "effectiveness": "De maaltijd is een middel. Het programma eromheen telt.",
    "involvement": "Buren koken en bedienen mee.",
    "cost_today": "26.000",
    "reason": "Ja: dit is een oplossing voor de wijk, en geen aanbod dat al klaar lag.",
}
_KNEW = "Zij liep met ons door de gymzaal, en hoorde dat het dak in het voorjaar wordt gemaakt."


@pytest.mark.proof
@pytest.mark.browser
def test_an_entrepreneur_offers_what_an_ambition_asks_and_bids_on_what_all_know(embedded_people):
    slug = embedded_people.site.run("tests.journeys.open_round").strip()
    play(embedded_people, f"/trajecten/{slug}/")
    embedded_people.say_nothing_wrong()


def play(people: Browsers, tender: str) -> None:
    _write_the_ambition_down(people)
    page = _offer(people)
    _answer_into_a_request_that_is_out(people, page, tender)
    _bid_after_all_know(people, page, tender)
    _follow(people, page)


def _write_the_ambition_down(people: Browsers) -> None:
    file = {"name": "ambities.csv", "mimeType": "text/csv", "buffer": _AMBITIONS.encode("cp1252")}
    officer = people("stijn").go(_STOCK + "inlezen/").fill(kind="Ambitie", file=file).send("Lees deze lijst").sees("1 nieuw")
    officer.send("Zet het in de inventaris").sees(_AMBITION)


def _offer(people: Browsers) -> str:
    """From the page of the ambition, for her own party."""
    maker = people("jamila").go(_STOCK + "?soort=ambities").press(_AMBITION).sees("Programma wijkaanpak")
    maker.press("Ik heb een plan hiervoor").fill(**_PLAN, party="De Straattafel").send("Verstuur mijn plan")
    maker.sees("Wij hebben uw plan").press("Volg uw plan").sees("Dit was er al", _AMBITION, "Wacht op antwoord", "Zo kan het ook")
    return maker.path()


def _answer_into_a_request_that_is_out(people: Browsers, page: str, tender: str) -> None:
    """Parties hand in there already: the answer goes to all of them at one moment, and so does she read it."""
    officer = people("stijn").go(page).press("Beantwoord dit plan").sees(_AMBITION)
    officer.fill(**_ANSWER).press("Geef dit antwoord").is_told("Kies in welk traject het komt")
    officer.fill(into=TITLE).send("Geef dit antwoord").sees("Het gaat tegelijk naar alle partijen")
    people("jamila").go(page).does_not_see(_ANSWER["reason"]).sees("Het antwoord gaat tegelijk naar alle partijen.", TITLE)
    people("jamila").sees("Lever in", "Stel een vraag").does_not_see("Een klein bedrag", "In de commissie")
    officer.go(tender + "vragen/").send("Publiceer de antwoorden voor iedereen")
    people.visitor().go(tender + "vragen/").sees(_PLAN["title"], _ANSWER["reason"])


def _bid_after_all_know(people: Browsers, page: str, tender: str) -> None:
    """Before what she knew ahead is public she cannot begin; after it she bids on the same terms as everybody."""
    maker = people("jamila").go(page).press("Lever in").press(TITLE).press("Meedoen").press("Begin")
    maker.is_told("Eerst moet iedereen kunnen lezen wat u vooraf wist.")
    officer = people("stijn").go(page).press("Wat wisten de makers vooraf?").fill(text=_KNEW).send("Opschrijven")
    people.visitor().go(tender + "plannen/").does_not_see(_KNEW)
    officer.send("Laat iedereen het lezen")
    people.visitor().go(tender + "plannen/").sees(_KNEW, _PLAN["title"])
    maker.go(page).press("Lever in").press(TITLE).press("Meedoen").send("Begin").sees("Nog niets geschreven")


def _follow(people: Browsers, page: str) -> None:
    visitor = people.visitor().go(page).sees("Het antwoord: ja", _ANSWER["reason"], "€\u00a026.000", "€\u00a095.000")
    visitor.sees("Dit was er al", "Dit plan kwam binnen", "De gemeente antwoordde: ja", "Het kwam in een traject", TITLE)
    people.visitor().go(_STOCK + "?soort=ambities").press(_AMBITION).sees("Plannen hiervoor", _PLAN["title"], "Ja")
