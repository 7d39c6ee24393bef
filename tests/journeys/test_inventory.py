"""Leudal maps its tasks and what runs now: a list is taken in, a resident asks, a task starts a tender, and who does the work
now hears what may stop and says what that costs.
"""

import datetime as dt
import io

import openpyxl
import pytest

from events import clock
from tests.journeys.people import Browsers

_STOCK = "/gemeenten/leudal/inventaris/"
_HEAD = ["Taak", "Wijk", "Thema", "Kosten per jaar", "Verdienmodel", "Geschikt", "Waarom", "Gepland vanaf"]


def _tasks(costs) -> dict:
    """Leudal's tasks as its spreadsheet holds them: a title above, cells merged over rows, days and amounts as such."""
    book = openpyxl.Workbook()
    sheet = book.active
    fit, not_fit = "Ouders en clubs weten wie iets nodig heeft.", "Dat kunnen wij niet overdragen."
    begins = dt.date(clock.today().year + 1, 9, 1)
    for row in (
        ["Taken van de gemeente Leudal"],
        _HEAD,
        ["Jongeren begeleiden", None, "Jeugd", costs, "Fondsen betalen mee aan leerplekken.", "ja", fit, begins],
        ["Schoolplein openen", None, None, 8_400.5, "", "ja", "De buurt heeft de sleutel al.", begins],
        ["Wegen strooien", None, "Wegen", 97_000, "", "nee", not_fit, None],
        ["Folders rondbrengen", None, "Wegen", 8_400, "", "niet meer nodig", "Alles staat in het weekblad.", None],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("C3:C4")
    out = io.BytesIO()
    book.save(out)
    return {"name": "taken.xlsx", "mimeType": "application/octet-stream", "buffer": out.getvalue()}


def _file(text: str) -> dict:
    return {"name": "lijst.csv", "mimeType": "text/csv", "buffer": text.encode("cp1252")}


def _subsidies(ends: str) -> str:
    head = "Ontvanger;Taak;Wijk;Bedrag;Begindatum;Loopt tot;Opzegtermijn"
    return f"{head}\nJeugd en Wijk Midden-Limburg;Jongerenwerk;Heythuysen;118.000,00;01-01-2020;{ends};12 maanden\n"


@pytest.mark.browser
@pytest.mark.services
def test_leudal_takes_stock_and_tells_what_may_stop(people):
    play(people)


def play(people: Browsers) -> None:
    _take_in(people)
    _ask(people)
    _start(people)
    _tell(people)
    people.say_nothing_wrong()


def _take_in(people: Browsers) -> None:
    mieke = people("mieke").go(_STOCK).press("Lees een lijst in")
    mieke.fill(kind="Lopende subsidie", file=_file(_subsidies("31-02-2099"))).press("Lees deze lijst")
    mieke.sees("1 vakje is nog niet goed", "Rij 2", "Deze dag staat niet in de kalender")
    ends = (clock.today() + dt.timedelta(days=500)).strftime("%d-%m-%Y")
    mieke.fill(kind="Lopende subsidie", file=_file(_subsidies(ends))).send("Lees deze lijst")
    mieke.sees("1 nieuw", "118.000").send("Zet het in de inventaris").sees("Jongerenwerk")
    mieke.go(_STOCK + "inlezen/").fill(kind="Taak", file=_tasks("ruim twee ton")).press("Lees deze lijst")
    mieke.sees("1 vakje is nog niet goed", "Rij 3", "Kosten per jaar", "ruim twee ton")
    people.visitor().go(_STOCK + "?soort=taken").does_not_see("Schoolplein openen")
    mieke.fill(kind="Taak", file=_tasks(264_000)).send("Lees deze lijst")
    mieke.sees("4 nieuw", "Jeugd", "Wegen").fill(make_names=True).send("Zet het in de inventaris")
    visitor = people.visitor()
    visitor.page.set_viewport_size({"width": 360, "height": 780})
    visitor.go(_STOCK + "?soort=taken").sees("Jongeren begeleiden", "7,33 per inwoner", "Niet geschikt", "Niet meer nodig")
    visitor.press("Folders rondbrengen").sees("Niet meer nodig", "Alles staat in het weekblad.")
    visitor.go(_STOCK + "?soort=taken").press("Schoolplein openen").sees("8.400,50", "Jeugd")
    visitor.go(_STOCK + "?soort=taken").press("Jongeren begeleiden").sees("Fondsen betalen mee aan leerplekken.", "264.000")
    people.visitor().go("/gemeenten/leudal/agenda/").sees("Loopt af: Jongerenwerk", "Laatste dag om op te zeggen: Jongerenwerk")


def _ask(people: Browsers) -> None:
    ria = people("ria").go(_STOCK).press("Jongeren begeleiden")
    ria.fill(text="Mag een dorp het ook zelf doen?").send("Verstuur mijn vraag").sees("Wacht op antwoord")
    people.visitor().go(ria.path()).does_not_see("Mag een dorp")
    mieke = people("mieke").go("/mijn/").sees("1 vraag over de inventaris wacht")
    mieke.go(_STOCK + "vragen/").press("Antwoord").fill(answer="Ja, graag zelfs.").send("Bewaar het antwoord")
    mieke.send("Publiceer de antwoorden voor iedereen")
    people.visitor().go(ria.path()).sees("Mag een dorp", "Ja, graag zelfs.")


def _start(people: Browsers) -> None:
    mieke = people("mieke").go(_STOCK).press("Jongeren begeleiden").press("Begin hiermee een traject")
    mieke.fill(summary="Wij vragen jongeren en ouders wat nodig is.").send("Begin het traject")
    mieke.sees("Jongeren begeleiden", "264.000")
    mieke.press("Bekijk als bewoner").sees("Dit begon met een regel van de inventaris: Jongeren begeleiden")


def _tell(people: Browsers) -> None:
    mieke = people("mieke").go(_STOCK + "?soort=subsidies").press("Jongerenwerk").press("Welke partij is dit?")
    mieke.fill(party=_only_choice(mieke)).send("Opslaan")
    mieke.go("/trajecten/jongeren-begeleiden/wat-kan-stoppen/").press("Voeg werk toe dat nu loopt")
    day = (clock.today() + dt.timedelta(days=500)).isoformat()
    mieke.fill(line="Jongerenwerk", stops_on=day, reason="De subsidie loopt af.").send("Zet het in de lijst")
    mieke.fill(how="here").send("Dit is gemeld").sees("Gemeld op")
    people.mail("Werk dat u nu doet, kan stoppen", to="tine")
    tine = people("tine").go("/mijn/").press("Lees en vul in").sees("De subsidie loopt af.")
    tine.waits_for("De brief als PDF")
    assert tine.downloads("De brief als PDF").startswith(b"%PDF")
    tine.send("Wij hebben het gelezen").press("Vul het in")
    tine.fill(staff_costs="142.000", staff="9", clients="310", needs="Zeg het ruim vooraf.", may_be_shown=True).send("Opslaan")
    tine.sees("142.000", "Zeg het ruim vooraf.")
    people("mieke").go("/trajecten/jongeren-begeleiden/wat-kan-stoppen/").sees("Gelezen", "Zei wat het kost", "142.000")


def _only_choice(person) -> str:
    return person.page.locator('main input[name="party"]:not([value=""])').first.get_attribute("value")
