"""What is written in step 2 of the stories of Eindhoven. People, parties, words and amounts are made up."""

# ruff: noqa: E501 - a sentence of a request is one line
from calls.models import PartChoice, Section
from dialogues.models import Channel, ContributionKind, NameChoice, Outcome, RuleKind

WOENSEL_SHORT = """Wij zoeken een partij, of partijen samen, voor het welzijn in een deel van Woensel waar 25.000 mensen wonen.

Er is ten hoogste € 960.000 per jaar, vier jaar lang. Bewoners zijn de meerderheid in de commissie en beslissen straks mee."""
WOENSEL_COMMITTEE = (
    "In de commissie zitten vier bewoners en iemand van de gemeente. Zij oordelen eerst elk voor zich, en dan samen."
)
# key: (section, title, text, [(place of the contribution in the list, what of it stands in it)])
WOENSEL_CLAUSES = {
    "opgave": (
        Section.CHALLENGE,
        "Waar het om gaat",
        """Veel mensen in Woensel kennen hun buren niet. Er zijn vier gidsen met activiteiten, en geen ervan klopt. Bewoners zeiden tegen ons: geef ons de sleutel, dan doen wij het.""",
        [(6, "De vier gidsen staan erin als wat er nu misgaat."), (3, "De sleutel staat in de eerste alinea.")],
    ),
    "kennen": (
        Section.OUTCOME,
        "Wat wij willen bereiken",
        """Na twee jaar kennen van elke 100 bewoners er 50 ten minste vijf mensen om de hoek. In elke buurt staat twee keer per week een tafel waar u kunt aanschuiven.

Wie voor een ander zorgt, heeft elke week een vaste vrije dag.""",
        [
            (0, "Elkaar kennen is het eerste doel."),
            (1, "De vaste vrije dag voor wie zorgt."),
            (4, "De tafel in elke buurt, twee keer per week."),
        ],
    ),
    "geld": (
        Section.MONEY,
        "Geld en looptijd",
        "Er is ten hoogste € 960.000 per jaar, zonder btw. De overeenkomst duurt vier jaar.",
        [],
    ),
    "wie": (
        Section.PARTICIPANTS,
        "Wie kan inschrijven",
        "Elke organisatie kan inschrijven, alleen of samen. Bewoners die geen rechtsvorm hebben, kunnen meedoen met een partij die er wel een heeft.",
        [],
    ),
    "kiezen": (
        Section.ASSESSMENT,
        "Hoe wij kiezen",
        "De commissie kijkt naar twee dingen: wat er in de buurt verandert, en hoe bewoners meebeslissen. De prijs telt niet.",
        [],
    ),
    "mensen": (
        Section.AGREEMENT,
        "Dezelfde mensen, vier jaar lang",
        "Wie met jongeren en ouderen werkt, blijft. Gaat iemand toch weg, dan kiest de buurt mee wie er komt.",
        [(7, "Vijf jongerenwerkers in een paar jaar is te veel. Daarom vragen wij om dezelfde mensen.")],
    ),
}
WOENSEL_KEY = {
    "clause": "kennen",
    "party": "klusclub",
    "by": "thijs",
    "supporters": ("lena", "giel"),
    "text": """Na twee jaar kennen van elke 100 bewoners er 50 ten minste vijf mensen om de hoek. In elke buurt staat twee keer per week een tafel waar u kunt aanschuiven. Bewoners hebben zelf de sleutel van de zaal.

Wie voor een ander zorgt, heeft elke week een vaste vrije dag.""",
    "reason": "Zonder sleutel zitten wij op de stoep te wachten tot iemand van kantoor komt.",
    "parts": ((PartChoice.TAKEN, "Helemaal mee eens. De sleutel hoort bij het doel, niet bij de regels.", ""),),
}
WOENSEL_CRITERIA = (
    (
        "Wat er in de buurt verandert",
        6_000,
        "Merken mensen het om de hoek?",
        "Beschrijf één straat, nu en over twee jaar.",
        ("kennen", "mensen"),
    ),
    (
        "Bewoners beslissen mee",
        4_000,
        "Wie heeft de sleutel, en wie beslist over het geld?",
        "Schrijf op wie waarover beslist.",
        ("opgave",),
    ),
)
WOENSEL_INDICATORS = {
    "kennen": (
        "kennen",
        {
            "name": "Bewoners die ten minste vijf mensen om de hoek kennen",
            "unit": "van elke 100 bewoners",
            "baseline": 31,
            "target": 50,
            "how": "Elk jaar, met vijf vragen aan 400 bewoners.",
        },
    ),
    "gebleven": (
        "mensen",
        {
            "name": "Medewerkers die na een jaar nog dezelfde zijn",
            "unit": "van elke 10",
            "baseline": 6,
            "target": 9,
            "how": "Elk jaar in januari, uit de lijst van de uitvoerder.",
        },
    ),
}

YOUNG_SUMMARY = "Jongeren zonder werk doen boodschappen en klussen voor wie dat zelf niet meer kan. Zij krijgen er iets voor terug."
YOUNG_DOT = "In 2028 heeft elke jongere in Woensel die thuiszit iets te doen waar een buur blij mee is."
YOUNG_RULES = {
    RuleKind.ROLE: "Wij zijn opdrachtgever, en wij denken mee.",
    RuleKind.FIXED: "Jongeren krijgen loon of een vergoeding.\nHet begint over negen maanden.",
    RuleKind.OPEN: "Welke klussen het zijn, en wie de jongeren begeleidt.",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord.\nBewoners en jongeren zijn de meerderheid in de commissie.",
    RuleKind.WHO_DECIDES: "De commissie kiest. Het college gunt. De raad gaat over het geld.",
    RuleKind.MONEY: "Er is € 380.000 tot € 450.000 per jaar.",
    RuleKind.PAY: "U krijgt € 30 voor een avond meedenken.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is. Wij zeggen erbij waarom.",
}
# (days ago, channel, who, choice, name, kind, text, outcome, answer)
YOUNG_SAID = (
    (
        88,
        Channel.MEETING,
        "sanne",
        NameChoice.PSEUDONYM,
        "Buurvrouw Twee Hoog",
        ContributionKind.IDEA,
        "Mijn kleinzoon is handig en zit thuis. Laat hem mijn gordijnrails ophangen in plaats van een bedrijf uit een andere stad.",
        Outcome.TAKEN_OVER,
        "Klussen in de straat worden de kern van deze uitvraag.",
    ),
    (
        85,
        Channel.PAPER,
        "sanne",
        NameChoice.ANONYMOUS,
        "",
        ContributionKind.WORRY,
        "De grote clubs winnen toch weer.",
        Outcome.PARTLY,
        "Wij kijken bij elke eis of een kleine partij eraan kan voldoen. Grote partijen mogen wel meedoen.",
    ),
    (
        80,
        Channel.WEBSITE,
        "lena",
        NameChoice.NAME,
        "Lena Maas",
        ContributionKind.NEED,
        "Ik wil weten wie er aan mijn deur komt. Elke week een ander gezicht, dat wil ik niet.",
        Outcome.TAKEN_OVER,
        "Een vast gezicht voor elke klant komt in de uitvraag.",
    ),
)
YOUNG_SHORT = """Wij zoeken een partij die met jongeren zonder werk klussen doet in de straat. Er is € 380.000 tot € 450.000 per jaar, drie jaar lang."""
# key: (section, title, text, [(place of the contribution in the list, what of it stands in it)])
YOUNG_CLAUSES = {
    "opgave": (
        Section.CHALLENGE,
        "Waar het om gaat",
        "In Woensel zitten 240 jongeren thuis zonder werk of school. In dezelfde straten wachten ouderen weken op iemand die een lamp vervangt.",
        [(0, "De kleinzoon die thuiszit en de klus die blijft liggen: dat is de opgave.")],
    ),
    "bereiken": (
        Section.OUTCOME,
        "Wat wij willen bereiken",
        """Tachtig jongeren doen elke week klussen in hun eigen wijk. Na een jaar heeft de helft werk of een opleiding.

Elke klant heeft een vast gezicht.""",
        [(0, "De klussen zijn in de eigen straat."), (2, "Het vaste gezicht staat er met zoveel woorden in.")],
    ),
    "geld": (Section.MONEY, "Geld en looptijd", "Er is ten hoogste € 420.000 per jaar, drie jaar lang.", []),
    "wie": (
        Section.PARTICIPANTS,
        "Wie kan inschrijven",
        "Elke organisatie en elke groep bewoners kan inschrijven, alleen of samen. De inschrijver had vorig jaar een omzet van ten minste € 400.000. De inschrijver laat zijn laatste jaarrekening zien.",
        [(1, "Daarom staat er dat elke groep mee kan doen. Over de omzet praten wij nog.")],
    ),
    "kiezen": (
        Section.ASSESSMENT,
        "Hoe wij kiezen",
        "Een commissie van bewoners en jongeren leest alle plannen. De prijs telt niet.",
        [],
    ),
}
YOUNG_SECOND = (
    "wie",
    "Elke organisatie en elke groep bewoners kan inschrijven, alleen of samen. Een rechtsvorm is niet nodig. De inschrijver had vorig jaar een omzet van ten minste € 400.000. De inschrijver laat zijn laatste jaarrekening zien.",
    "Een rechtsvorm hoeft van de wet niet.",
)
YOUNG_TURNOVER = {
    "clause": "wie",
    "party": "klusclub",
    "by": "thijs",
    "supporters": ("noor", "lena", "joke", "amal"),
    "text": "Elke organisatie en elke groep bewoners kan inschrijven, alleen of samen. Een rechtsvorm is niet nodig. De inschrijver laat zien hoe hij twaalf jongeren tegelijk begeleidt, met een plan of met wat hij eerder deed.",
    "reason": "Wij zijn met z'n drieën en begeleiden al veertien jongeren. Die omzet halen wij nooit.",
}
