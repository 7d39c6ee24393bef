"""Two parties meet and agree: what each does in the browser, and what nobody else sees."""

from tests.journeys.people import Browsers, Person

PLACE = "/gemeenten/eindhoven/samen/"
NOOR, THIJS = "noor@demo.example", "thijs@demo.example"


def offer(people: Browsers, key: str, *, offers: list[str], seeks: list[str], text: str) -> Person:
    """A member says what the party offers and seeks; the first time with a telephone number where none may stand."""
    person = people(key).go(PLACE + "nieuw/")
    said = {"offers": offers, "offers_text": text, "seeks": seeks, "nameless": "no"}
    person.fill(**said, seeks_text="Bel ons op 040 123 45 67.").press("Zet het in de lijst")
    person.is_told("Laat het telefoonnummer weg.")
    assert person.holds("offers_text") == text
    return person.fill(seeks_text="Wie kan er op vrijdag?").send("Zet het in de lijst")


def meet(people: Browsers) -> str:
    """Noor says yes first, Thijs answers; the address of where they met."""
    offer(people, "thijs", offers=["tools", "transport"], seeks=["place"], text="Drie busjes met gereedschap.")
    noor = offer(people, "noor", offers=["place"], seeks=["transport"], text="Een huiskamer aan het plein.")
    noor.sees("Zij bieden wat u zoekt: vervoer.", "Zij zoeken wat u biedt: een plek of gebouw.").does_not_see(THIJS)
    noor.press("Maak kennis").fill(message="Haalt u mensen op?").send("Zeg ja").sees("Wacht op hun antwoord")
    noor.does_not_see(THIJS)
    there = noor.path()
    thijs = people("thijs").go("/mijn/").press("Antwoord").sees("Haalt u mensen op?").does_not_see(NOOR)
    thijs.fill(answer="yes").send("Verstuur mijn antwoord").sees("Zo bereikt u elkaar", NOOR)
    noor.go(there).sees(THIJS)
    people("marit").is_refused(there, 404)
    people("sanne").is_refused(there, 404)
    return there


def agree(people: Browsers, there: str) -> None:
    """They begin a coalition, divide unequally, agree; one changes a line, and both are asked again."""
    noor = people("noor").go(there).press("Begin een coalitie").fill(name="Op vrijdag samen").send("Begin")
    coalition = noor.path()
    people("thijs").go("/mijn/").press("Lees en antwoord").send("Wij doen mee").sees("Op vrijdag samen")
    noor.go(coalition).press("Schrijf de afspraken")
    shares = noor.page.locator('main [name^="income_"]')
    hours = noor.page.locator('main [name^="hours_"]')
    for field, value in zip([*shares.all(), *hours.all()], ("85", "15", "10", "10"), strict=True):
        field.fill(value)
    noor.fill(lead_kind="facilitating", decision_rule="Ieder heeft één stem.")
    noor.page.locator('main label:has-text("Coöperatie Buurtkracht Woensel")').first.click()
    noor.send("Bewaar, en vraag iedereen").sees("Is dit eerlijk verdeeld?", "85", "Nog niet iedereen is akkoord")
    noor.send("Wij gaan akkoord")
    people("thijs").go(coalition).send("Wij gaan akkoord").sees("Iedereen is akkoord")
    people("thijs").press("Verander de afspraken").fill(decision_rule="Wij beslissen samen.").send("Bewaar, en vraag iedereen")
    noor.go(coalition).sees("Nog niet iedereen is akkoord", "Versie 2", "Gaat u akkoord?")
    people("marit").is_refused(coalition, 404)
