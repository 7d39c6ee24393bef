"""What parties offer, seek and agree. What happened in Utrecht, Oss and Zwolle told the shape of it; parties and words are made up."""

# ruff: noqa: E501 - what somebody says is one line
from accounts.models.party import PartyKind
from coalitions.models import StakeholderKind as Kind
from coalitions.models import TieKind

# In Utrecht small parties came in through large ones; its areas are the districts of the project's own table.
UTRECHT_THEMES = ("Ontmoeten in de buurt", "Taal en lezen", "Gezinnen", "Jeugd en sport")
# short name: (name, kind, who acts for it)
UTRECHT_PARTIES = {
    "leesbus": ("Leesbus aan Huis", PartyKind.SOCIAL_ENTREPRENEUR, "fatima"),
    "sleutelbos": ("De Sleutelbos", PartyKind.SOCIAL_ENTREPRENEUR, "yusuf"),
    "wijkwelzijn": ("Wijkwelzijn Domstad", PartyKind.WELFARE, "tess"),
    "overdeur": ("Bewoners van Over de Deur", PartyKind.RESIDENTS, "willem"),
    "stadswoning": ("Woonstichting Stad en Singel", PartyKind.HOUSING, "karel"),
    "sportplein": ("Vereniging Sportplein Noord", PartyKind.VOLUNTEERS, "bea"),
}
# (party, areas, themes, offers, in words, seeks, in words, keeps its name back)
UTRECHT = (
    (
        "leesbus",
        ("Overvecht", "Zuidwest"),
        ("Taal en lezen", "Gezinnen"),
        ("volunteers", "people", "learning"),
        "Tachtig vrijwilligers lezen thuis voor. Zo komen wij bij gezinnen die nergens anders komen.",
        ("accounts", "place", "leading"),
        "Wie doet de verantwoording? Wij willen meebeslissen, niet alleen leveren.",
        False,
    ),
    (
        "sleutelbos",
        ("Overvecht",),
        ("Gezinnen",),
        ("people", "neighbourhood", "experience"),
        "Ons spreekuur is elke dag open. Iedereen kan binnenlopen, ook met een brief die niemand begrijpt.",
        ("accounts", "money"),
        "Een partner die het papierwerk doet en ons laat werken.",
        False,
    ),
    (
        "wijkwelzijn",
        (),
        ("Ontmoeten in de buurt", "Gezinnen"),
        ("hands", "accounts", "money"),
        "Wij hebben honderdtwintig mensen in dienst en een boekhouding die op orde is.",
        ("people", "neighbourhood", "volunteers"),
        "Kleine partijen die in de buurt bekend zijn.",
        False,
    ),
    (
        "overdeur",
        ("Zuidwest",),
        ("Ontmoeten in de buurt",),
        ("neighbourhood", "volunteers", "food"),
        "Elke donderdag koken wij voor de straat. Wij kennen elk portiek.",
        ("place", "tools"),
        "Een keuken die groter is dan die van ons.",
        False,
    ),
    (
        "stadswoning",
        ("Zuidwest", "Overvecht"),
        (),
        ("place", "money", "leading"),
        "Twaalf lege ruimtes op de begane grond. Wij kunnen ook de partijen bij elkaar houden.",
        ("neighbourhood", "volunteers", "people"),
        "Bewoners en makers die de deuren open houden.",
        False,
    ),
    (
        "sportplein",
        ("Noordwest",),
        ("Jeugd en sport",),
        ("place", "volunteers"),
        "Een veld, twee zalen en vrijwilligers die al twintig jaar komen.",
        ("care", "learning"),
        "Wie begeleidt jongeren na de training?",
        True,
    ),
)

# For the conversation on growing older in Woensel, which is open today.
WOENSEL = (
    (
        "buurtkracht",
        ("Woensel-Noord",),
        ("Elkaar ontmoeten", "Mantelzorg"),
        ("neighbourhood", "people", "place"),
        "Een huiskamer aan het plein, zes dagen open. Wij weten wie er alleen zit.",
        ("transport", "hands", "accounts"),
        "Wie rijdt, en wie doet de boeken?",
        False,
    ),
    (
        "klusclub",
        ("Woensel-Noord", "Woensel-Zuid"),
        ("Elkaar ontmoeten",),
        ("transport", "tools", "volunteers"),
        "Veertig klussers met drie busjes. Een lamp ophangen is ook een bezoek.",
        ("people", "place"),
        "Mensen die een klus hebben, en een plek om te beginnen.",
        False,
    ),
    (
        "zorgbreed",
        (),
        ("Mantelzorg", "Bewegen"),
        ("hands", "care", "accounts"),
        "Wijkverpleging in heel de stad, met een eigen administratie.",
        ("neighbourhood", "people"),
        "Een partij die weet wie er niet meer komt.",
        False,
    ),
    (
        "schakelpunt",
        ("Woensel-Noord",),
        ("Mantelzorg", "Jongeren"),
        ("learning", "volunteers", "transport"),
        "Scholieren die boodschappen brengen en blijven praten.",
        ("place", "neighbourhood"),
        "Een vaste plek in Woensel-Noord.",
        True,
    ),
)

COALITION = "Gemist worden in Woensel"
MEETING = {
    "klusclub": "Uw busjes en onze huiskamer: samen halen wij mensen op.",
    "zorgbreed": "Wij kennen de mensen, u doet de zorg en de boeken.",
    "schakelpunt": "Onze scholieren zoeken een plek bij u. Praten wij?",
}
FIRST_RULE = "De penvoerder beslist. De anderen geven advies."
RULE = "Ieder heeft één stem. Boven € 5.000 zeggen alle drie ja. Zijn wij het niet eens, dan praten wij binnen een week verder."
# (party: part of the income in hundredths of a percent, hours a week)
FIRST_SHARES = {"buurtkracht": (1200, 30), "klusclub": (600, 16), "zorgbreed": (8200, 34)}
SHARES = {"buurtkracht": (1000, 32), "klusclub": (800, 18), "zorgbreed": (8200, 30)}

# Zwolle wanted everybody at the table: small and large, those whom it is about, and purchasing from the first day.
# (kind, name, what it does here, strengths, areas, party here, who said yes)
ZWOLLE_MAP = {
    "straat": (
        Kind.TARGET_GROUP,
        "Mensen zonder huis, tafel van de dagopvang",
        "Zeggen wat een dag goed maakt.",
        "Weten wat werkt\nSchilderen, koken en sleutelen",
        ("Binnenstad",),
        "",
        "de tafel zelf, op de tweede avond",
    ),
    "buren": (
        Kind.RESIDENTS,
        "Buren van de Binnenstad",
        "Wonen naast de opvang en denken mee.",
        "Kennen de straat\nKomen altijd",
        ("Binnenstad",),
        "",
        "de buurtvereniging",
    ),
    "werkbank": (
        Kind.SMALL_ENTREPRENEURS,
        "Stichting De Werkbank",
        "Geeft werk en leert mensen een vak.",
        "Een werkplaats\nWerk voor wie nergens past",
        ("Binnenstad", "Holtenbroek"),
        "Stichting De Werkbank",
        "",
    ),
    "fietslab": (
        Kind.SMALL_ENTREPRENEURS,
        "Fietslab Holtenbroek",
        "Repareert fietsen met jongeren.",
        "Gereedschap\nLeerplekken",
        ("Holtenbroek",),
        "Fietslab Holtenbroek",
        "",
    ),
    "avondtafel": (
        Kind.VOLUNTEERS,
        "De Avondtafel",
        "Kookt elke avond voor wie alleen is.",
        "Zestig maaltijden per avond\nTrouwe vrijwilligers",
        ("Assendorp",),
        "Bewonersgroep De Avondtafel",
        "",
    ),
    "onderdak": (
        Kind.INCUMBENTS,
        "Vereniging Onderdak en Verder",
        "Doet nu de opvang overdag.",
        "Ervaring van tien jaar\nMensen in dienst",
        (),
        "Vereniging Onderdak en Verder",
        "",
    ),
    "stadszorg": (
        Kind.INCUMBENTS,
        "Stadszorg IJsseldelta",
        "Begeleidt mensen met een indicatie.",
        "Zorg\nContact met huisartsen",
        (),
        "Stadszorg IJsseldelta",
        "",
    ),
    "inkoop": (
        Kind.PURCHASING,
        "Inkoop van de gemeente",
        "Denkt vanaf de eerste avond mee over de vorm.",
        "Weet welke regels er gelden",
        (),
        "",
        "het hoofd van de afdeling",
    ),
    "wmo": (Kind.DEPARTMENTS, "Afdeling Zorg en Werk", "Betaalt nu een deel van de dagopvang.", "Kent de cijfers", (), "", ""),
    "raad": (
        Kind.COUNCIL,
        "Werkgroep uit de raad",
        "Stelt het kader vast en komt kijken.",
        "Kan regels veranderen",
        (),
        "",
        "de griffie",
    ),
}
ZWOLLE_TIES = (
    ("werkbank", "fietslab", TieKind.WORKS, "delen een lasser"),
    ("werkbank", "straat", TieKind.WORKS, "zes mensen werken er al"),
    ("avondtafel", "straat", TieKind.KNOWS, "elke avond aan tafel"),
    ("avondtafel", "buren", TieKind.KNOWS, ""),
    ("onderdak", "straat", TieKind.WORKS, ""),
    ("wmo", "onderdak", TieKind.PAYS, "de dagopvang"),
    ("wmo", "stadszorg", TieKind.PAYS, "de begeleiding"),
    ("inkoop", "wmo", TieKind.WORKS, "samen vanaf het begin"),
    ("fietslab", "avondtafel", TieKind.PLACE, "het wijkgebouw"),
)
ZWOLLE_YES = ("werkbank", "fietslab", "avondtafel")
ZWOLLE_WAIVED = (Kind.HOUSING, "Het gaat over de dag, niet over wonen. Over wonen loopt een ander gesprek.")
