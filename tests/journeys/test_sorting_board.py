"""The Indische Buurt sorts its tasks: on a phone, at a table and on paper. The officer chooses with reasons, a visitor reads it."""

import datetime as dt
import re

import pytest

from events import clock
from tests.journeys.people import Browsers, Person

_BOARDS = "/gemeenten/amsterdam/sorteerborden/"
_TASKS = """\
Taak;Wijk;Thema;Kosten per jaar;Toelichting
Het buurtcentrum openhouden;Indische Buurt;Ontmoeten;€ 218.000;De sleutel en het rooster.
Huiswerkhulp voor kinderen;Indische Buurt;Leren;€ 88.000;Vier middagen in de week.
Straatverlichting;Indische Buurt;Openbare ruimte;€ 129.000;Lampen en donkere plekken.
"""
_CENTRE, _HOMEWORK, _LIGHT = range(3)  # tasks lie on a board by name


@pytest.mark.browser
@pytest.mark.services
def test_the_indische_buurt_sorts_its_tasks(browser, people, site):
    phones = Browsers(browser, site, width=360)
    board = _lay(people)
    _sort(phones, board)
    _type_in(people, board)
    _choose(people, board)
    _read(phones, people, board)
    people.say_nothing_wrong()
    phones.say_nothing_wrong()


def _lay(people: Browsers) -> str:
    """The address of the board that the officer makes."""
    sylke, file = people("sylke"), {"name": "taken.csv", "mimeType": "text/csv", "buffer": _TASKS.encode("cp1252")}
    sylke.go("/gemeenten/amsterdam/inventaris/inlezen/").fill(kind="Taak", file=file).send("Lees deze lijst")
    sylke.fill(make_names=True).send("Zet het in de inventaris")
    sylke.go(_BOARDS).press("Maak een bord")
    until = (clock.today() + dt.timedelta(days=10)).isoformat()
    sylke.fill(title="Wie doet wat in de buurt?", reason="Wij willen weten wat u zelf wilt oppakken.", ends_on=until)
    sylke.press("Maak het bord").is_told("Kies minstens één taak")
    tasks = [
        f"{name} · Indische Buurt" for name in ("Het buurtcentrum openhouden", "Huiswerkhulp voor kinderen", "Straatverlichting")
    ]
    for name in tasks:
        sylke.page.get_by_label(name).check(force=True)
    sylke.send("Maak het bord").sees("U kunt sorteren", "Straatverlichting")
    return sylke.path()


def _names(person: Person) -> list[str]:
    """The fields of the tasks on the page, in order."""
    found = person.page.locator('main input[name^="taak-"]').evaluate_all("all => all.map(one => one.name)")
    return list(dict.fromkeys(found))


def _fill(person: Person, *choices: str) -> Person:
    return person.fill(**dict(zip(_names(person), choices, strict=False)))


def _sort(phones: Browsers, board: str) -> None:
    resident = phones.visitor().go("/gemeenten/amsterdam/").press("Sorteer de taken").press("Sorteer de taken")
    resident.press("Verstuur mijn keuzes").is_told("Kies voor wie u sorteert")
    resident.fill(group="residents").press("Verstuur mijn keuzes").is_told("Kies bij minstens één taak")
    _fill(resident, "residents", "together", "municipality").send("Verstuur mijn keuzes").sees("Uw keuzes tellen mee")
    assert resident.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not resident.page.context.cookies()
    code = resident.page.locator(".mw-code").inner_text()
    resident.press("Laat mij weten wat de gemeente kiest").fill(email="buur@demo.example").send("Laat het mij weten")
    back = phones.visitor().go("/code/").fill(code=code.upper()).send("Toon").sees("Dit koos u")
    _fill(back, "residents", "residents", "-").send("Bewaar mijn keuzes").sees("Uw nieuwe keuzes tellen mee")
    for _one in range(2):
        neighbour = phones.visitor().go(board + "sorteren/").fill(group="residents")
        _fill(neighbour, "residents", "together", "municipality").send("Verstuur mijn keuzes")
    phones.visitor().go(board).sees("De stemmen staan hier als niemand meer kan sorteren", "3 mensen sorteerden mee")


def _type_in(people: Browsers, board: str) -> None:
    sylke = people("sylke").go(board)
    assert sylke.downloads("Het formulier op papier").startswith(b"%PDF")
    sylke.press("Typ een tafel in")
    names = _names(sylke)
    sylke.fill(label="Tafel 1", people="8", group="residents")
    sylke.fill(**{names[0]: "6", names[1]: "2", names[2]: "1"}).press("Bewaar, en de volgende").is_told("hier kozen 9 mensen")
    sylke.fill(**dict(zip(names, ("6", "1", "1", "2", "5", "1", "0", "1", "7"), strict=True))).send("Bewaar, en de volgende")
    sylke.sees("Nummer 1 staat erin", "Tafel 1")
    sylke.fill(label="Gebiedsteam", people="10", group="municipality")
    sylke.fill(**dict(zip(names, ("1", "8", "1", "0", "8", "2", "0", "0", "10"), strict=True))).send("Bewaar, en de volgende")
    sylke.go(board + "formulieren/").fill(group="residents")
    _fill(sylke, "municipality", "municipality", "municipality").send("Bewaar, en de volgende").sees("Nummer 3 staat erin")
    with sylke.page.expect_navigation():
        sylke.page.get_by_role("button", name=re.compile("Terugnemen")).first.click()
    sylke.sees("Nummer 3 is teruggenomen")


def _choose(people: Browsers, board: str) -> None:
    sylke = people("sylke").go(board).press("Sluit het bord eerder").fill(reason="De avond is geweest.").send("Sluit het bord")
    people.visitor().go(board).sees("Wij tellen de stemmen").does_not_see("kozen het vaakst")
    people("sylke").go("/mijn/").sees("1 sorteerbord: voer het papier in en laat daarna de stemmen zien")
    sylke.go(board).send("Laat iedereen de stemmen zien").sees("Bewoners kozen het vaakst: bewoners.")
    people.mail("De stemmen van een sorteerbord zijn er", to="buur")
    links = [sylke.page.locator("main a[href$='/keuze/']").nth(n).get_attribute("href") for n in range(3)]
    sylke.go(links[_CENTRE]).fill(sort="municipality", reason="Wij huren het gebouw.").press("Bewaar de keuze")
    sylke.is_told("De meeste bewoners kozen “Bewoners”").fill(sort="residents", reason="De buurt doet het al.").send(
        "Bewaar de keuze"
    )
    sylke.go(links[_HOMEWORK]).fill(sort="together", reason="Ouders helpen, wij betalen de ruimte.").send("Bewaar de keuze")
    people.visitor().go(board).does_not_see("De buurt doet het al.")
    sylke.go(board).does_not_see("Publiceer de keuzes")
    sylke.go(links[_LIGHT]).fill(sort="municipality", reason="De lampen zijn van ons.").send("Bewaar de keuze")
    sylke.send("Publiceer de keuzes voor iedereen").sees("De keuzes zijn openbaar")
    sylke.press("Vraag om plannen").fill(title="Wie houdt het buurtcentrum open?", reason="De buurt koos dit zelf te doen.")
    ends = (clock.today() + dt.timedelta(days=40)).isoformat()
    sylke.fill(begins_on=clock.today().isoformat(), ends_on=ends).send("Open de periode")


def _read(phones: Browsers, people: Browsers, board: str) -> None:
    people.mail("De gemeente koos wie welke taak oppakt", to="buur")
    visitor = phones.visitor().go(board).sees("Bewoners (11 mensen kozen)", "De buurt doet het al.", "De gemeente doet dit zelf.")
    visitor.sees("Alle groepen kozen het vaakst", "De groepen zijn het niet eens", "3 op de website, 18 aan tafel")
    visitor.press("Het buurtcentrum openhouden", inside="[aria-labelledby=taken]").sees(
        "Wie pakt dit op?", "Keuze van de gemeente", "Wie houdt het buurtcentrum open?"
    )
    assert re.search(r"/inventaris/regels/\w+/$", visitor.path())
    sylke = people("sylke").go(board)
    sylke.page.locator("main a[href$='/keuze/']").nth(_CENTRE).click()
    sylke.fill(sort="together", reason="Samen.", against_because="Het dak lekt.").press("Bewaar de keuze")
    sylke.is_told("Zeg waarom het iets anders werd").fill(changed_because="De buurt vroeg hulp met het dak.").send(
        "Bewaar de keuze"
    )
    phones.visitor().go(board).sees("De buurt vroeg hulp met het dak.", "Wat eerder gekozen was")
