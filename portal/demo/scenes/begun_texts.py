"""What is said around what people in Deventer just begin: facts of the city in our own words, people invented."""

CONTACTS = (
    (None, "Daan Wassink", "0570 69 38 12"),
    ("Voorstad-Oost", "Meike Oosterhof", "06 48 20 17 33"),
)

ODA_PHONE = "06 31 24 90 58"

# key: (day, neighbourhood, who entered it with an account, what was said)
BEGUN = {
    "gardens": (
        "2024-03-23",
        "Voorstad-Oost",
        "",
        {
            "name": "Groen tegen de gevel",
            "sentence": "Wij wilden een tuintje voor ons eigen huis, dus haalden wij de stoeptegels eruit.",
            "spot": "hoek van de Johannes van Vlotenlaan",
            "doers": "Coen en Sjaak",
            "phone": "06 13 57 90 24",
        },
    ),
    "soup": (
        "2025-10-15",
        "Rivierenwijk",
        "meike",
        {
            "name": "Soep op woensdag",
            "sentence": "Elke woensdag staat er een pan soep op het plein. Wie trek heeft, schuift aan.",
            "spot": "het plein bij de school",
        },
    ),
    "shelf": (
        "2025-02-08",
        "Zandweerd",
        "",
        {
            "name": "De ruilkast",
            "sentence": "Een kast aan de straat. U zet iets neer en u neemt iets mee.",
            "doers": "Tineke",
        },
    ),
    "bikes": (
        "2026-09-05",
        "Voorstad-Oost",
        "meike",
        {
            "name": "Samen fietsen plakken",
            "sentence": "Zaterdagochtend plakken wij banden op de stoep, met de kinderen uit de straat.",
            "spot": "bij de bakker",
            "doers": "Ahmed",
        },
    ),
}

TOLD = {
    "gardens": (
        ("2024-03-23", "De eerste twee zijn klaar. De hovenier dacht even mee.", 2),
        ("2024-04-06", "De overbuurvrouw wilde het ook. Haar buurman dus ook.", 5),
        ("2024-06-15", "Een vrouw van de gemeente vroeg of wij anderen willen helpen. Wij moesten even slikken.", 12),
        ("2024-10-05", "Aanbellen, samen spitten, koffie. De hovenier geeft korting.", 27),
        ("2025-05-24", "Ook verderop, in de straat waar wij niemand kenden.", 61),
        ("2026-05-16", "De honderdste. Wij geven nu les aan andere buurten.", 100),
    ),
    "soup": (("2026-01-14", "Het vroor, en toch waren er dertig mensen.", None),),
    "shelf": (("2025-06-20", "De kast is vol. Er kwam een tweede plank.", None),),
}

JOINED = (
    ("gardens", "2024-04-07", ("Willeke", "Hassan", "Jopie")),
    ("gardens", "2024-10-06", ("Bert", "Anouk", "Fien", "Mo", "Riet")),
    ("gardens", "2026-05-17", ("Sander", "Yara", "Kees", "Aisha")),
    ("soup", "2025-11-05", ("Greetje", "Omar")),
)

HELP = "Kruiden in bakken, voor in de soep."
STOPPED = "De kast werd drie keer omgegooid en ik verhuis. Wie hem wil hebben, mag hem komen halen."

SUMMARY = "Bewoners maken hun straat samen groener en gezelliger. Wie hen daarbij helpt, kiezen wij met de straat."
WHY = "De straat begon zelf al. Wij willen dat het blijft, ook als Coen en Sjaak een keer niet kunnen."
CLAUSE = (
    "Er wordt hier al gespit",
    "In Voorstad-Oost legden bewoners zelf honderd geveltuinen aan. Wie het werk krijgt, neemt dat niet over.\n\n"
    "Hij of zij zorgt voor gereedschap, plantgoed en een plek om droog te zitten.",
)
WORD = "De tuinen blijven van de bewoners. Wie het werk krijgt, helpt met gereedschap en planten."
