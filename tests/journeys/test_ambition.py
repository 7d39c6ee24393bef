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
    slug = embedded_people.site.run("tests.journeys.open_round", "write").strip()
    play(embedded_people, f"/trajecten/{slug}/")
    embedded_people.say_nothing_wrong()


def play(people: Browsers, tender: str) -> None:
    _write_the_ambition_down(people)
    page = _offer(people)
    _answer_into_a_request_that_is_written(people, page, tender)
    people.site.run("tests.journeys.open_round", "publish")
    _say_yes_no_more(people, page)
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


def _answer_into_a_request_that_is_written(people: Browsers, page: str, tender: str) -> None:
    """A yes carries it into the tender, and everybody reads at once why."""
    officer = people("stijn").go(page).press("Beantwoord dit plan").sees(_AMBITION)
    officer.fill(**_ANSWER).press("Geef dit antwoord").is_told("Kies in welk traject het komt")
    officer.fill(into=TITLE).send("Geef dit antwoord").sees("Het antwoord: ja", _ANSWER["reason"], TITLE)
    people.visitor().go(tender + "plannen/").sees(_PLAN["title"])


def _say_yes_no_more(people: Browsers, page: str) -> None:
    """Parties hand in now: another yes would give away what they hand in for, and she reads which ways are open to her."""
    officer = people("stijn").go(page).press("Antwoord veranderen")
    officer.fill(**_ANSWER | {"outcome": "together", "changed_because": "Wij doen het samen."}).press("Geef dit antwoord")
    officer.is_told("kunt u alleen “nee” antwoorden")
    maker = people("jamila").go(page).sees("Het antwoord: ja", "Vraag de subsidie aan", "Stel een vraag")
    maker.does_not_see("Een klein bedrag", "In de commissie", "Wij doen het samen.")


def _bid_after_all_know(people: Browsers, page: str, tender: str) -> None:
    """Before what she knew ahead is public she cannot begin; after it she bids on the same terms as everybody."""
    maker = people("jamila").go(page).press("Vraag de subsidie aan").press(TITLE).press("Meedoen").press("Begin")
    maker.is_told("Eerst moet iedereen kunnen lezen wat u vooraf wist.")
    officer = people("stijn").go(page).press("Wat wisten de makers vooraf?").fill(text=_KNEW).send("Opschrijven")
    people.visitor().go(tender + "plannen/").does_not_see(_KNEW)
    officer.send("Laat iedereen het lezen")
    people.visitor().go(tender + "plannen/").sees(_KNEW, _PLAN["title"])
    maker.go(page).press("Vraag de subsidie aan").press(TITLE).press("Meedoen").send("Begin").sees("Nog niets geschreven")


def _follow(people: Browsers, page: str) -> None:
    visitor = people.visitor().go(page).sees("Het antwoord: ja", _ANSWER["reason"], "€\u00a026.000", "€\u00a095.000")
    visitor.sees("Dit was er al", "Dit plan kwam binnen", "De gemeente antwoordde: ja", "Het kwam in een traject", TITLE)
    people.visitor().go(_STOCK + "?soort=ambities").press(_AMBITION).sees("Plannen hiervoor", _PLAN["title"], "Ja")
