"""What is written in step 2 of the story of Zwolle. People, parties, words and amounts are made up."""

# ruff: noqa: E501 - a sentence of a request is one line
from calls.models import PartChoice, Section

GRADES = (
    ("Onvoldoende", 2, "U geeft geen antwoord op de vraag."),
    ("Matig", 4, "U geeft antwoord op een deel van de vraag."),
    ("Voldoende", 6, "U geeft antwoord op de vraag."),
    ("Goed", 8, "U geeft een goed antwoord en laat zien hoe."),
    ("Uitstekend", 10, "Het is beter dan wij zelf konden bedenken."),
)

ZWOLLE_SHORT = """Wij zoeken partijen die met dak- en thuislozen plekken maken om overdag iets te doen: werken, leren, koken of iets maken.

Er is € 410.000 subsidie per jaar, drie jaar lang, vanaf 1 januari 2025. Er zijn twee percelen: overdag in de binnenstad, en de avond en het weekend. Ook een kleine groep uit de buurt kan meedoen. Een commissie met vooral bewoners en dak- en thuislozen kiest."""
ZWOLLE_COMMITTEE = """In elke commissie zitten zeven mensen: vier bewoners en dak- en thuislozen, een buurtwerker en twee ambtenaren. De voorzitter is een bewoner.

Elk lid leest alles en oordeelt eerst alleen. Daarna praat de commissie over de plannen waar de leden het meest verschillen."""

# key: (section, lot number or None, title, text, [(contribution, what of it stands in it)])
ZWOLLE_CLAUSES = {
    "opgave": (
        Section.CHALLENGE,
        None,
        "Waar het om gaat",
        """Op een gewone dag komen 140 mensen naar de dagopvang. Zij krijgen koffie en een stoel. De meesten willen iets anders: werken, leren of iets maken.

Wij hebben dat gehoord op drie bijeenkomsten, aan tafel in de dagopvang en op papier. Iedereen kreeg antwoord. Wat hieronder staat, komt daaruit.""",
        [("lassen", "De zin over koffie en stoelen komt van hem. Hij zei als eerste dat een plek niet genoeg is.")],
    ),
    "bestaand": (
        Section.EXISTING,
        None,
        "Wat er al is",
        """- Op een school in Holtenbroek staat een lokaal met gereedschap. Op maandag, woensdag en vrijdag is het vrij.
- Buren in Holtenbroek eten op zaterdag samen aan een lange tafel.
- Fietslab Holtenbroek maakt al fietsen met mensen zonder werk.

U mag hierop verder bouwen. U hoeft het niet opnieuw te bedenken.""",
        [
            ("school", "Het lokaal staat erin, met de dagen waarop het vrij is."),
            ("tafel", "De lange tafel staat erin als iets dat er al is, en dat mag blijven."),
        ],
    ),
    "maken": (
        Section.OUTCOME,
        1,
        "Overdag: zelf iets maken",
        """In 2026 doen van elke 100 bezoekers er 60 ten minste drie dagen per week iets waar zij zelf voor kozen.

Er is ten minste één plek waar mensen met echt gereedschap werken. Wat zij maken, blijft: in de stad, bij een buur of bij henzelf. Koken en de taal leren horen erbij.""",
        [
            ("lassen", "Hij vroeg om een brander en een stuk staal. Daarom staat er: echt gereedschap, en iets dat blijft."),
            ("verf", "Werken met de handen is nu het doel van de dag."),
            ("koffie", "Mee koken in plaats van opscheppen staat er met zoveel woorden in."),
            ("taal", "De taal leren hoort bij het werk, en is geen aparte cursus."),
        ],
    ),
    "plek": (
        Section.OUTCOME,
        1,
        "Wat elke plek heeft",
        """- Ten hoogste vijftien mensen tegelijk in één ruimte.
- Een stille hoek, voor wie alleen droog wil zitten.
- Honden zijn welkom.
- De buren hebben een vaste naam en een telefoonnummer.""",
        [
            ("drukte", "Vijftien mensen is de grens. Zij zei: klein graag."),
            ("hond", "Honden zijn welkom, als eis."),
            ("rust", "De stille hoek staat erin. Een eigen gebouw komt er niet."),
            ("buren", "De buren krijgen een naam en een nummer."),
        ],
    ),
    "avond": (
        Section.OUTCOME,
        2,
        "De avond en het weekend",
        """Na vijf uur en op zondag is er elke week ten minste vier keer iets te doen. Buren doen mee en zijn niet alleen: er is altijd iemand bij die er verstand van heeft.

In 2026 zijn er de helft minder meldingen van overlast na vijf uur.""",
        [
            ("briefje", "Zondag staat er nu bij naam in."),
            ("deken", "Om vijf uur houdt het niet meer op."),
        ],
    ),
    "geld": (
        Section.MONEY,
        None,
        "Geld en looptijd",
        """Voor overdag is er € 260.000 per jaar. Voor de avond en het weekend is er € 150.000 per jaar. Meer is er niet: dit is het subsidieplafond.

De subsidie duurt drie jaar, van 1 januari 2025 tot en met 31 december 2027. Na elk jaar kijken wij samen of het werkt.""",
        [("geld", "Wat mensen mogen houden van een klus zoeken wij uit. De som staat er zonder dat loon in.")],
    ),
    "wie": (
        Section.PARTICIPANTS,
        None,
        "Wie kan meedoen",
        """Elke organisatie en elke groep bewoners kan meedoen, alleen of samen. Een rechtsvorm is niet nodig. Hoeveel u eerder deed, telt niet als eis.

Een partij kan voor één perceel of voor beide een plan maken.""",
        [],
    ),
    "kiezen": (
        Section.ASSESSMENT,
        None,
        "Hoe wij kiezen",
        """Een commissie leest de plannen met drie vragen. Maken mensen zelf iets? Past het bij de plek en de buurt? Beslissen mensen mee?

De prijs telt niet mee: het geld per perceel staat vast.""",
        [("sleutel", "Werk én geen troep: daarom kijkt de commissie naar mensen én naar de buurt.")],
    ),
    "indienen": (
        Section.SUBMISSION,
        None,
        "Hoe u een plan indient",
        """Wilt u samen met een andere partij een plan maken? Meld dat dan binnen één week na de publicatie.

Uw plan heeft ten hoogste twaalf bladzijden. U beschrijft ten minste een gewone week, wie beslist en wat het kost.""",
        [],
    ),
    "meten": (
        Section.AGREEMENT,
        None,
        "Afspraken en meten",
        """Wie gekozen is, spreekt met ons af wat wij meten. Wij stellen vier dingen voor. U mag iets anders voorstellen als dat meer zegt.

Twee keer per jaar zitten wij met bezoekers en buren aan tafel over wat werkt en wat niet.""",
        [("tuin", "Wat mensen zelf maken of verbouwen tellen wij mee, en niet alleen hoeveel er komen.")],
    ),
}
ZWOLLE_SECOND = (
    "maken",
    """In 2026 doen van elke 100 bezoekers er 60 ten minste drie dagen per week iets waar zij zelf voor kozen.

Er is ten minste één werkplaats waar mensen met echt gereedschap werken, ook met staal. Wat zij maken, blijft: in de stad, bij een buur of bij henzelf. Koken en de taal leren horen erbij.""",
    "Aan tafel vroegen mensen: mag het ook zwaar werk zijn? Ja, dus staat het er nu.",
)
ZWOLLE_TERM = {
    "clause": "indienen",
    "party": "fietslab",
    "by": "pim",
    "supporters": ("ria", "annie", "samira", "henk"),
    "text": """Wilt u samen met een andere partij een plan maken? Meld dat dan binnen zes weken na de publicatie.

Uw plan heeft ten hoogste vier bladzijden, of is een filmpje. U beschrijft ten minste een gewone week, wie beslist en wat het kost.""",
    "reason": "Wij zijn met z'n drieën en staan overdag in de werkplaats. In een week vinden wij geen partner, en twaalf bladzijden schrijven wij nooit.",
    "parts": (
        (
            PartChoice.OWN,
            "Een week is te kort, daarin hebt u gelijk. Zes weken kan niet: dan leest de commissie midden in de zomer. Vier weken lukt wel.",
            "Meld dat dan binnen vier weken na de publicatie.",
        ),
        (
            PartChoice.NOT,
            "De commissie legt de plannen naast elkaar. Dat gaat niet met een filmpje naast papier. Twaalf is het meeste, minder mag altijd.",
            "",
        ),
    ),
}
ZWOLLE_EXPERIENCE = {
    "clause": "wie",
    "party": "stadszorg",
    "by": "elif",
    "supporters": (),
    "text": """Elke organisatie en elke groep bewoners kan meedoen, alleen of samen. Een rechtsvorm is niet nodig. De organisatie heeft ten minste drie jaar gewerkt met dak- en thuislozen.

Een partij kan voor één perceel of voor beide een plan maken.""",
    "reason": "Dit is een kwetsbare groep. Wie er geen ervaring mee heeft, kan veel stukmaken.",
    "parts": (
        (
            PartChoice.NOT,
            "Uw zorg is terecht, en de commissie kijkt er bij elk plan naar. Als eis sluit het bewoners en kleine makers uit, en die vragen wij juist.",
            "",
        ),
    ),
}
# (name, weight in hundredths, question, what a party writes, clauses)
ZWOLLE_CRITERIA = (
    (
        "Mensen maken of leren zelf iets",
        4_000,
        "Wat doen mensen op een gewone dag, en wat blijft ervan?",
        "Beschrijf een gewone week van één bezoeker, van maandag tot en met zondag.",
        ("maken", "avond"),
    ),
    (
        "Het past bij de plek en de buurt",
        3_500,
        "Klopt het met wat er al is, en weten de buren bij wie zij terechtkunnen?",
        "Beschrijf de plek, met wie u samenwerkt en wat de buren van u merken.",
        ("bestaand", "plek"),
    ),
    (
        "Mensen beslissen mee",
        2_500,
        "Wie beslist over het werk, het geld en de regels van de plek?",
        "Schrijf op wie waarover beslist, en geef een voorbeeld.",
        ("opgave", "kiezen"),
    ),
)
# key: (clause, fields)
ZWOLLE_INDICATORS = {
    "doen": (
        "maken",
        {
            "name": "Bezoekers die ten minste drie dagen per week iets doen",
            "unit": "van elke 100 bezoekers",
            "baseline": 24,
            "target": 60,
            "how": "Elke maand telt de plek het zelf, met een lijst aan de muur.",
        },
    ),
    "blijft": (
        "maken",
        {
            "name": "Dingen die bezoekers maakten en die blijven",
            "unit": "in een jaar",
            "baseline": 0,
            "target": 12,
            "how": "Een foto en een zin bij elk ding. Twee bezoekers en een buur tellen.",
        },
    ),
    "overlast": (
        "avond",
        {
            "name": "Meldingen van overlast na vijf uur",
            "unit": "in een maand",
            "baseline": 42,
            "target": 21,
            "lower_is_better": True,
            "how": "Uit de telling van de wijkagent, Binnenstad en Holtenbroek.",
        },
    ),
    "beslist": (
        "meten",
        {
            "name": "Bezoekers die zeggen: ik beslis hier mee",
            "unit": "van elke 100 bezoekers",
            "baseline": 15,
            "target": 50,
            "how": "Twee keer per jaar, in een gesprek van tien minuten door een andere bezoeker.",
        },
    ),
}
