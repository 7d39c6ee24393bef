"""What is said in Rotterdam about work that may stop. That a provider there shrank from 950 to 650 people, and that time costs
less than haste, is how it went; parties, people, other words and amounts are made up.
"""

from calls.models import Section

TITLE = "Hulp bij opvoeden in Rotterdam"
SUMMARY = "Ouders en kinderen vinden hulp in hun eigen wijk, bij meer en ook bij kleine partijen. Wij bouwen om in drie jaar."
WHY = "De gemeente werd verantwoordelijk voor de hulp bij opvoeden. Meer partijen moeten kunnen meedoen."
STOPS = "Wij willen dat meer partijen dit werk doen. Wat u nu doet, kan daardoor minder worden of stoppen. Wij praten eerst met u."

# short name of the party: (kenmerk, what it does, amount a year, from, until, notice in months)
RUNS = """\
Kenmerk;Partij;Taak;Wijk;Thema;Bedrag per jaar;Btw;Begindatum;Einddatum;Opzegtermijn
J-01;Jeugdhaven Rijnmond;Hulp bij opvoeden, thuis en op kantoor;;Opvoeden;9.400.000;geen;01-01-2021;31-12-2027;12 maanden
J-02;Stichting Gezinswijs;Gezinshulp op Zuid;;Opvoeden;1.850.000;geen;01-01-2022;31-12-2027;9 maanden
J-03;Het Opvoedplein;Ouders helpen ouders;;Opvoeden;240.000;geen;01-01-2024;31-12-2027;6 maanden
"""

FRICTION = {
    "jeugdhaven": {
        "staff_costs": 210_000_000,
        "place_costs": 64_000_000,
        "other_costs": 18_000_000,
        "more_months": 24,
        "costs_then": 95_000_000,
        "staff": 650,
        "volunteers": 40,
        "clients": 5_200,
        "network": "Scholen, huisartsen, de wijkteams en twee andere jeugdinstellingen in de regio.",
        "needs": "Wij gingen al van 950 naar 650 mensen en sloten kantoren. Zeg het ons vroeg en spreid het over drie jaar. "
        "Dan hoeven minder mensen weg, en praten wij weer over kinderen in plaats van over kantoren.",
    },
    "gezinswijs": {
        "staff_costs": 38_000_000,
        "place_costs": 9_500_000,
        "more_months": 12,
        "costs_then": 21_000_000,
        "staff": 74,
        "volunteers": 15,
        "clients": 860,
        "network": "Twaalf basisscholen op Zuid en de bibliotheek.",
        "needs": "Wij willen weten wie onze gezinnen overneemt, en een half jaar samen op huisbezoek.",
    },
    "opvoedplein": {
        "other_costs": 1_200_000,
        "more_months": 6,
        "costs_then": 800_000,
        "staff": 3,
        "volunteers": 60,
        "clients": 420,
        "network": "Moedergroepen in zes wijken.",
        "needs": "Laat onze zestig ouders zelf kiezen bij wie zij verdergaan.",
    },
}

SHORT = """Wij zoeken partijen, ook kleine, die ouders en kinderen in hun eigen wijk helpen.

Wie het werk nu doet, krijgt drie jaar om af te bouwen. Wat dat kost, staat in deze uitvraag."""
CLAUSES = (
    (
        Section.CHALLENGE,
        "Waar het om gaat",
        "Ouders gaan nu naar een kantoor, en dat is vaak ver weg. Kleine partijen uit de wijk doen bijna niet mee.",
    ),
    (
        Section.OUTCOME,
        "Wat wij willen bereiken",
        "Van elke 100 ouders die hulp vragen, krijgen er 80 die binnen tien minuten lopen.\n\n"
        "Kinderen houden hun vaste hulp, ook als de organisatie verandert.",
    ),
    (
        Section.MONEY,
        "Geld en looptijd",
        "Er is ten hoogste € 11,5 miljoen per jaar. De subsidie duurt zes jaar. In de eerste drie jaar bouwen oude en nieuwe"
        " partijen samen om.",
    ),
    (
        Section.PARTICIPANTS,
        "Wie kan meedoen",
        "Elke organisatie en elke groep ouders, alleen of samen. Ook wie het werk nu doet.",
    ),
    (
        Section.ASSESSMENT,
        "Hoe wij kiezen",
        "Een commissie met vooral ouders leest alle plannen. Zij let op hulp dichtbij en op een zorgvuldige overgang.",
    ),
)
COMMITTEE = "In de commissie zitten vijf ouders en twee mensen van de gemeente. Ieder leest eerst alleen."
CRITERIA = (
    ("Hulp dichtbij", 6_000, "Vinden ouders hulp om de hoek?", "Beschrijf een week van een gezin.", 1),
    ("Een rustige overgang", 4_000, "Houden kinderen hun vaste hulp?", "Beschrijf hoe u mensen en gezinnen overneemt.", 1),
)
INDICATOR = {
    "name": "Hulp binnen tien minuten lopen",
    "unit": "van elke 100",
    "baseline": 35,
    "target": 80,
    "how": "Een vraag aan elke ouder na drie maanden.",
}
ADOPTED = "Ouders en partijen hebben meegelezen. Wie het werk nu doet, weet het sinds het begin."
CHOSEN = "Partijen maken hun eigen plan en bouwen samen om. Er is één bedrag voor iedereen, en de regels zijn vooraf bekend."
SIGNED = {
    "ineke": "Ouders vroegen om hulp dichtbij. Een aanvraag laat partijen zelf zeggen hoe.",
    "koos": "Wij kopen geen uren in. De overgang staat met kosten en data in de uitvraag.",
    "hugo": "Het geld is schaars, dus de verdeling staat vooraf in de regeling. Wie stopt, wist het ruim een jaar tevoren.",
}
