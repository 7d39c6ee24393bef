"""What is measured and learnt in step 6 of the story of Zwolle. Parties, people, words and figures are made up."""

# ruff: noqa: E501 - what people say is one line
import datetime as dt


def _day(year: int, month: int) -> dt.date:
    """The last working days of a quarter: about the 28th."""
    return dt.date(year, month, 28)


# key: (lot, number of the agreement, indicator of the request or None, fields, who reports, months between two measurements)
INDICATORS = {
    "doen": (
        1,
        1,
        "doen",
        {
            "name": "Bezoekers die ten minste drie dagen per week iets doen",
            "unit": "van elke 100 bezoekers",
            "baseline": 24,
            "target": 60,
            "source": "De plek telt elke maand met een lijst aan de muur. Een bezoeker kijkt mee.",
        },
        "werkbank",
        3,
    ),
    "blijft": (
        1,
        2,
        "blijft",
        {
            "name": "Dingen die bezoekers maakten en die blijven",
            "unit": "in een jaar",
            "baseline": 0,
            "target": 12,
            "source": "Een foto en een zin bij elk ding. Twee bezoekers en een buur tellen.",
        },
        "werkbank",
        3,
    ),
    "beslist": (
        1,
        4,
        "beslist",
        {
            "name": "Bezoekers die zeggen: ik beslis hier mee",
            "unit": "van elke 100 bezoekers",
            "baseline": 15,
            "target": 50,
            "source": "Een gesprek van tien minuten met een andere bezoeker, twee keer per jaar.",
        },
        "werkbank",
        6,
    ),
    "overlast": (
        2,
        3,
        "overlast",
        {
            "name": "Meldingen van overlast na vijf uur",
            "unit": "in een maand",
            "baseline": 42,
            "target": 21,
            "lower_is_better": True,
            "source": "De telling van de wijkagent, Binnenstad en Holtenbroek.",
        },
        "onderdak",
        3,
    ),
    "tafel": (2, 1, None, {"name": "Een verhaal van de tafel", "in_words": True}, "avondtafel", 6),
}

# key: [(day, value or None, story)]
MEASUREMENTS = {
    "doen": (
        (_day(2025, 3), 29, "De eerste weken kwamen vooral mensen kijken. Wie een eigen werkstuk koos, kwam terug."),
        (_day(2025, 6), 38, ""),
        (
            _day(2025, 9),
            46,
            "Wie in de eerste week elke dag iemand naast zich had, kwam vaker terug. Wij doen dat nu met iedereen.",
        ),
        (_day(2025, 12), 51, ""),
        (
            _day(2026, 3),
            57,
            "Wie op dinsdag komt lassen, wil op woensdag een ander helpen. Daar hadden wij geen plek voor bedacht. Nu wel.",
        ),
        (_day(2026, 6), 61, ""),
        (_day(2026, 9), 63, "Elf mensen stopten omdat zij liever rust hadden. Dat mag. Twee van hen komen nog wel koffie drinken."),
    ),
    "blijft": (
        (_day(2025, 3), 1, "Een trapleuning bij mevrouw Ten Have."),
        (_day(2025, 6), 4, ""),
        (
            _day(2025, 9),
            7,
            "Er staat een hek om de speeltuin in Holtenbroek. De man die het laste, komt er elke week langs om te kijken.",
        ),
        (_day(2025, 12), 11, "Een brug over de sloot bij de volkstuinen. Twaalf meter."),
        (_day(2026, 3), 12, ""),
        (_day(2026, 6), 14, ""),
        (_day(2026, 9), 15, "Een bank op het plein bij de opvang. In het staal staat met puntjes: hier was ik."),
    ),
    "beslist": (
        (_day(2025, 6), 22, "Mensen vinden het beraad lang. Zij praten liever aan de werkbank."),
        (_day(2025, 12), 34, "Het beraad is nu staand en duurt een half uur."),
        (
            _day(2026, 6),
            41,
            "Over het werk beslissen mensen mee, zeggen zij. Over het geld nog niet. Wie de kas doet, weten zij niet.",
        ),
    ),
    "overlast": (
        (_day(2025, 3), 40, ""),
        (_day(2025, 6), 33, "De straat kookt mee. Wie samen afwast, belt niet meteen de politie."),
        (_day(2025, 9), 35, ""),
        (_day(2025, 12), 27, "Op zondag is het stiller. De klussen in de straat zijn vol."),
        (_day(2026, 3), 24, ""),
        (_day(2026, 6), 20, ""),
        (_day(2026, 9), 19, ""),
    ),
    "tafel": (
        (
            _day(2025, 6),
            None,
            "Zondag is niet meer de langste dag, zei iemand. Hij was niet van plan om te blijven. Hij bleef tot wij afwasten.",
        ),
        (_day(2025, 12), None, "Met kerst zaten er eenenveertig mensen aan tafel. Achttien hadden zelf een huis."),
        (
            _day(2026, 6),
            None,
            "Pan Marek leidt nu de woensdag. Hij roept de bestelling in het Nederlands. Wij antwoorden in het Pools.",
        ),
    ),
}
# The measurement that was wrong at first: key, day, what was sent in, what it had to be.
WRONG = ("overlast", _day(2026, 3), 42, "De cijfers van twee wijken waren dubbel geteld.")

FIRST_QUESTION = "Doen wij in de werkplaats en aan tafel nog wat wij wilden?"
# group: (who writes, text, from how many people)
FIRST_VOICES = {
    "residents": (
        "gijs",
        "Negentien bezoekers schreven of vertelden het. Zij zijn trots op wat er staat. Zij willen weten wie over het geld gaat. Op zaterdag is het in de werkplaats te vol.",
        19,
    ),
    "provider": (
        "samira",
        "Mensen blijven als zij in de eerste week niet alleen staan. Het beraad was te lang en te netjes. Wij hebben te weinig leermeesters voor de zaterdag.",
        None,
    ),
    "municipality": (
        "marloes",
        "De cijfers gaan de goede kant op. Wij vroegen te veel rapporten en lazen ze niet allemaal. Het loon voor een klus is nog steeds niet geregeld. Dat ligt bij ons.",
        None,
    ),
}
FIRST_CONCLUSION = "Het beraad wordt korter en staand. De begroting hangt voortaan aan de muur. Wij vragen nog één rapport per jaar in plaats van vier. De zaterdag krijgt een derde leermeester."

SECOND_QUESTION = "Wie gaat er over het geld, en wie weet dat?"
SECOND_VOICES = {
    "residents": ("gijs", "Wij zien de cijfers aan de muur. Wij weten niet wanneer wij iets mogen zeggen.", 23),
    "provider": ("samira", "Wij dachten dat een begroting aan de muur genoeg was. Dat is het niet.", None),
}

# (moment, who writes it down, from which measurement or the first reflection, lesson, when it helps)
LESSONS = (
    (
        "2025-10-06 11:00",
        "samira",
        ("doen", _day(2025, 9)),
        "Zet in de eerste week iemand naast wie begint. Wie alleen binnenkomt, komt vaak niet terug.",
        "als mensen lang nergens aan meededen",
    ),
    (
        "2025-12-17 10:30",
        "marloes",
        None,
        "Vraag niet om rapporten die je niet leest. Kom kijken en luister een half uur; dat is minder werk voor iedereen.",
        "als een kleine partij het werk doet",
    ),
)
