"""What is said in the dialogue of Zeist. The municipality and its eight themes are real; people and amounts are not."""

from dialogues.models import CouncilOutcome, Interest, RuleKind

DOT = "Zeist doet over drie jaar met minder geld wat mensen echt nodig hebben."
RULES = {
    RuleKind.ROLE: "Wij zijn partner. U zoekt de oplossingen, wij zorgen dat de cijfers er zijn.",
    RuleKind.FIXED: "Of er minder uitgegeven wordt, is geen vraag meer.\nDe raad beslist.",
    RuleKind.OPEN: "Waar het af gaat, en wat ervoor in de plaats komt.",
    RuleKind.WEIGHT: "De raad krijgt elk voorstel zoals u het schrijft.",
    RuleKind.WHO_DECIDES: "De groepen stellen voor, de raad beslist over elk voorstel.",
    RuleKind.MONEY: "Samen € 2.400.000 per jaar minder.",
    RuleKind.PAY: "U krijgt een maaltijd en uw reiskosten.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is.\nWij zeggen er altijd bij waarom.",
}
FACT = "Zeist geeft elk jaar € 2.400.000 meer uit dan er binnenkomt."
QUESTION = "Wat kan weg zonder dat iemand het mist?"
GOAL = (240_000_000, "De raad, bij de voorjaarsnota")
# name: cents a year
POSTS = {
    "Gebouwen voor sport en ontmoeting": 410_000_000,
    "Subsidies aan verenigingen": 165_000_000,
    "Groen en straten": 520_000_000,
    "Welzijn en ondersteuning": 380_000_000,
}
_ALL = (Interest.RESIDENTS, Interest.TARGET_GROUP, Interest.ORGANISATIONS, Interest.ENTREPRENEURS)
# theme: (what is asked, interests that somebody sits for)
GROUPS = {
    "Sport": ("Hoe blijft sport dichtbij, met minder hallen en velden?", _ALL),
    "Cultuur": ("Wat kunnen de culturele huizen samen doen?", _ALL),
    "Groen": ("Wie zorgt voor het groen, en wat mag wilder?", _ALL),
    "Jeugd": ("Waar komen jongeren samen, zonder nieuw gebouw?", (Interest.RESIDENTS, *_ALL[2:])),
    "Zorg en ondersteuning": ("Wat kunnen mensen met elkaar, en waar is hulp nodig?", _ALL),
    "Verkeer": ("Welke straten en lichten kunnen eenvoudiger?", _ALL),
    "Gebouwen": ("Welke gebouwen hebben wij samen nog nodig?", _ALL),
    "Vrijwilligers": ("Wat hebben vrijwilligers nodig, en wat juist niet?", _ALL),
}
MISSING = {"Jeugd": "De jongeren die wij vroegen hadden toetsweek. Zij lezen mee en komen bij de volgende avond."}
PEOPLE = {
    Interest.RESIDENTS: ("een bewoner", ""),
    Interest.TARGET_GROUP: ("iemand om wie het gaat", ""),
    Interest.ORGANISATIONS: ("een medewerker", "Stichting Samen Zeist"),
    Interest.ENTREPRENEURS: ("een ondernemer", ""),
}
_ADOPTED, _PARTLY, _REFUSED, _LATER = CouncilOutcome
# theme, title, text, cents a year, post, what the council decided
PROPOSALS = (
    (
        "Sport",
        "Twee clubs delen een hal.",
        "De hal aan de rand van het dorp staat drie avonden leeg. Volleybal en badminton delen haar. De oude hal gaat dicht.",
        36_000_000,
        "Gebouwen voor sport en ontmoeting",
        (_ADOPTED, None, "De clubs staan er zelf achter, en niemand raakt zijn avond kwijt."),
    ),
    (
        "Sport",
        "Leden maaien de velden zelf.",
        "Vijf clubs nemen het onderhoud van hun eigen veld over, met een maaier die zij delen.",
        14_000_000,
        "Groen en straten",
        (_ADOPTED, None, "Een proef van een jaar wees uit dat het lukt."),
    ),
    (
        "Cultuur",
        "Het theater en de bibliotheek onder één dak.",
        "Het filmhuis, het theater en de bibliotheek hebben samen één balie en één zaal nodig in plaats van drie.",
        52_000_000,
        "Gebouwen voor sport en ontmoeting",
        (_PARTLY, 30_000_000, "De raad begint met de balie. Over de zaal beslist hij na de bouwtekening."),
    ),
    (
        "Groen",
        "Bermen mogen bloeien.",
        "Twee keer maaien per jaar is genoeg. Bewoners houden de hoeken bij waar kinderen oversteken.",
        22_000_000,
        "Groen en straten",
        (_ADOPTED, None, "Goedkoper en beter voor de bijen."),
    ),
    (
        "Jeugd",
        "Een jongerenplek in het dorpshuis.",
        "Vier avonden per week is het dorpshuis van de jongeren. De losse ruimte aan de Weg kan dicht.",
        18_000_000,
        "Gebouwen voor sport en ontmoeting",
        (_LATER, None, "Eerst praten wij met de jongeren zelf."),
    ),
    (
        "Zorg en ondersteuning",
        "Buren eerst, hulp daarna.",
        "In elke wijk is één plek waar mensen elkaar helpen met boodschappen, klussen en gezelschap.",
        34_000_000,
        "Welzijn en ondersteuning",
        (_ADOPTED, None, "Dit maakt hulp lichter en dichterbij."),
    ),
    (
        "Verkeer",
        "Lampen uit op de buitenwegen.",
        "Na elf uur gaan de lampen uit waar niemand woont.",
        9_000_000,
        "Groen en straten",
        (_REFUSED, None, "De raad vindt de fietsroute naar de school te donker."),
    ),
    (
        "Gebouwen",
        "Drie gebouwen worden er één.",
        "Het dorpshuis, de oude hal en de ruimte aan de Weg staan samen de helft van de tijd leeg. Eén gebouw is genoeg.",
        45_000_000,
        "Gebouwen voor sport en ontmoeting",
        None,
    ),
    (
        "Vrijwilligers",
        "Eén formulier voor alle verenigingen.",
        "Geen jaarverslag van twaalf bladzijden meer. Eén bladzijde en één gesprek.",
        6_000_000,
        "Subsidies aan verenigingen",
        (_ADOPTED, None, "Minder papier voor iedereen."),
    ),
)
ASKED_OF_THE_ROOM = "Waar kan het met minder?"
# first name, what was sent in, the theme chosen on the phone, how many recognised it
FROM_THE_ROOM = (
    ("Joop", "Drie balies voor hetzelfde briefje.", "", 14),
    ("", "Ik betaal liever iets dan dat het zwembad dichtgaat.", "Sport", 9),
    ("Samira", "Laat ons het plantsoen zelf doen, maar geef ons gereedschap.", "Groen", 21),
    ("Wil", "Minder formulieren. Ik vul elk jaar hetzelfde in.", "", 17),
)
# What the officer chose afterwards.
THEMES_OF_THE_ROOM = {"Drie balies voor hetzelfde briefje.": "Gebouwen"}
# Two titles, cents that they count double, and how one knows.
OVERLAPS = (
    ("Twee clubs delen een hal.", "Drie gebouwen worden er één.", 20_000_000, "Beide rekenen op het sluiten van de oude hal."),
    ("Bermen mogen bloeien.", "Leden maaien de velden zelf.", 0, "Bermen en velden zijn andere stukken gras."),
)
# The code on the paper of who said it first without an account.
CODE = "zst7-vgm3-mxk4"
# key: theme, name (nobody's when empty), what was said
SAID = {
    "veld": ("Sport", "Riet", "Ik fiets elke dag langs het veld. Het maaien doen de ouders toch al half. Geef ons de maaier."),
    "hal": ("Sport", "Corrie van Beek", "Op woensdag staan wij met zes man in een hal voor honderd."),
    "balie": ("Cultuur", "", "Theater, boeken, film: drie balies op honderd meter van elkaar."),
    "berm": ("Groen", "Hans", "Waarom wordt de berm zo kort gemaaid? Laat de klaprozen staan."),
    "buren": ("Zorg en ondersteuning", "Mevrouw Smit", "Ik wil best boodschappen doen voor een ander, maar ik weet niet voor wie."),
    "weg": ("Jeugd", "", "Ons honk aan de Weg is koud en stinkt. Wij willen liever het dorpshuis in."),
    "lamp": ("Verkeer", "Peter", "Op de buitenweg branden de hele nacht lampen voor niemand."),
    "formulier": ("Vrijwilligers", "Joke", "Ik ben penningmeester van een koor. Ik vul meer in dan ik zing."),
}
# title of a proposal: what it rests on, and what of it stands in it
RESTS_ON = {
    "Leden maaien de velden zelf.": (("veld", "De ouders krijgen de maaier. Zo vroeg zij het."),),
    "Twee clubs delen een hal.": (("hal", "De grote hal is voor twee clubs samen, en niet meer voor zes mensen."),),
    "Het theater en de bibliotheek onder één dak.": (("balie", "De drie balies worden er één."),),
    "Bermen mogen bloeien.": (("berm", "De klaprozen blijven staan tot zij klaar zijn."),),
    "Buren eerst, hulp daarna.": (("buren", "Op die ene plek hoort zij wie iets nodig heeft."),),
    "Een jongerenplek in het dorpshuis.": (("weg", "Zij krijgen vier avonden in het dorpshuis."),),
    "Lampen uit op de buitenwegen.": (("lamp", "Na elf uur gaan de lampen uit."),),
    "Eén formulier voor alle verenigingen.": (("formulier", "Van twaalf bladzijden blijft er één over."),),
}
