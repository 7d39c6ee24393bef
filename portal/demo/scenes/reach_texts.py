"""What people in Utrecht say who never come to a meeting. That families there are reached through somebody near them is how it
went in Utrecht; the organisation here, its people and all words are made up."""

from dialogues.models import Channel, ContributionKind, NameChoice, Outcome, RuleKind

NAME, PSEUDONYM, NOBODY = NameChoice.NAME, NameChoice.PSEUDONYM, NameChoice.ANONYMOUS
NEED, IDEA, WORRY, FACT = ContributionKind.NEED, ContributionKind.IDEA, ContributionKind.WORRY, ContributionKind.FACT

# The code on the slip of one paper form, to be typed at /code/ in the demo.
CODE = "ppr4-fr7m-ndr2"
PHONE = "030 286 41 90"
LOT = {"inhabitants": 34_000, "budget": 33_000_000}
TRUSTED = "Haar vrijwilligers komen bij gezinnen thuis die ons niet bellen, en spreken hun taal."
MEETING = {
    "title": "Koffie in de buurtkamer",
    "place": "Buurtkamer Overvecht-Noord",
    "agenda": "Wij praten aan kleine tafels. Wie wil, schrijft het op.",
}
TITLE = "Hulp dichtbij in Overvecht"
SUMMARY = "Sommige gezinnen in Overvecht vinden geen hulp, of vertrouwen die niet. Wat helpt hen wel? Vertel het ons, in elke taal."
DOT = (
    "In 2028 kent elk gezin in Overvecht iemand om de hoek die meteen helpt: met een brief, een schuld of een kind dat niet slaapt."
)
RULES = {
    RuleKind.ROLE: "Wij zijn partner. Wij betalen, en organisaties uit de wijk helpen.",
    RuleKind.FIXED: "Wie hulp vraagt, wordt dezelfde dag gehoord.\nHet begint over een jaar.",
    RuleKind.OPEN: "Wie er helpt, en waar.\nOf er één loket blijft, of veel kleine plekken komen.",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord.\nOok als iemand anders het voor u opschrijft.",
    RuleKind.WHO_DECIDES: "De commissie kiest de plannen. Bewoners zijn daarin de meerderheid.",
    RuleKind.MONEY: "Er is € 310.000 tot € 350.000 per jaar.",
    RuleKind.PAY: "Meedoen aan een gesprek is een maaltijd en een bon van € 20 waard.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is.\nWij zeggen er altijd bij waarom.",
}
FACTS = (
    ("Niet elk gezin komt bij de gewone hulp terecht. Mensen uit de buurt bereiken hen wel.", "gesprekken in Overvecht, voorjaar"),
    (
        "Het inloopspreekuur in de wijk krijgt elke dag vragen over brieven, geld en opvoeden.",
        "telling van het spreekuur, september",
    ),
)
QUESTIONS = ("Bij wie klopt u aan als u er niet uit komt?", "Wat moet iemand van u weten om te kunnen helpen?")
THEMES = ("Brieven en geld", "Kinderen", "Iemand om de hoek")
ASKED_OF_THE_ROOM = "Wie hielp u echt?"
# First name, what was sent in, the number of its theme, and how many recognised it; with nobody it was not let through yet.
FROM_THE_ROOM = (
    ("Fatma", "De buurvrouw die meeging naar het loket.", 2, 11),
    ("", "Iemand die terugbelde als hij dat beloofd had.", None, 7),
    ("Ans", "De juf. Zij zag dat er iets was en vroeg door.", 1, 0),
)

# (days ago, channel, choice, name, theme, kind, text)
SAID = (
    (
        24,
        Channel.WEBSITE,
        NAME,
        "Jeroen",
        2,
        IDEA,
        "Zet het spreekuur in de bibliotheek. Daar kom je toch al, en niemand ziet waarvoor.",
    ),
    (
        22,
        Channel.DESK,
        PSEUDONYM,
        "Moeder van drie",
        1,
        NEED,
        "Mijn zoon praat niet op school. Ik wil met iemand praten die ook kinderen heeft.",
    ),
    (
        20,
        Channel.TELEPHONE,
        NAME,
        "Mevrouw Van Rijn",
        2,
        WORRY,
        "Ik bel liever. Maar ik krijg steeds een ander aan de lijn en begin dan weer opnieuw.",
    ),
)

# What the organisation brings in: (days ago, choice, name, theme, kind, text, language, as it was said)
BROUGHT_IN = (
    (
        21,
        NOBODY,
        "",
        0,
        WORRY,
        "Ik maak de blauwe enveloppen niet open. Ik weet dat het fout is, maar ik durf niet.",
        "Arabisch",
        "لا أفتح الظروف الزرقاء. أعرف أن هذا خطأ، لكنني لا أجرؤ.",
    ),
    (
        19,
        PSEUDONYM,
        "Buurvrouw van 4-hoog",
        2,
        NEED,
        "Kom bij ons thuis. In een kantoor zeg ik niets.",
        "Turks",
        "Evimize gelin. Ofiste hiçbir şey söylemem.",
    ),
    (
        17,
        NAME,
        "Hodan",
        1,
        IDEA,
        "Laat moeders elkaar helpen. Wij kennen de scholen en de wegen al.",
        "Somalisch",
        "Hooyooyinku ha is caawiyaan. Dugsiyada iyo waddooyinka waan naqaan.",
    ),
    (
        12,
        NOBODY,
        "",
        0,
        FACT,
        "Wie een brief niet begrijpt, betaalt aan een buurman om hem te lezen. Dat kost tien euro.",
        "Berbers",
        "Win ur yefhim tabrat, ad ixelleṣ i wdjar bac ad as-tt-yeγer.",
    ),
)

# Typed on the website in the own language; an officer wrote the Dutch: (days ago, choice, name, theme, text, language, Dutch)
OWN_LANGUAGE = (
    (
        16,
        NAME,
        "Kasia",
        0,
        "Czytam list z urzędu trzy razy i dalej nie wiem, co mam zrobić.",
        "Pools",
        "Ik lees een brief van de gemeente drie keer, en dan weet ik nog niet wat ik moet doen.",
    ),
)

# A stack of paper forms, filled in at one morning with coffee: (choice, name, theme, kind, text)
FORMS = (
    (NAME, "Gerda", 2, NEED, "Iemand die elke week op dezelfde tijd op dezelfde plek zit."),
    (NOBODY, "", 0, NEED, "Hulp met formulieren zonder dat ik me schaam."),
    (NAME, "Ali", 0, IDEA, "Een map met voorbeelden van brieven, met wat je moet doen."),
    (PSEUDONYM, "De bakker", 2, IDEA, "Ik zie iedereen elke dag. Vraag ons winkeliers om op te letten."),
    (NOBODY, "", 1, WORRY, "Mijn dochter zorgt voor mij en niet voor zichzelf. Zij is vijftien."),
    (NAME, "Fatma", 1, NEED, "Zwemles die ik kan betalen."),
    (NAME, "Cees", 2, WORRY, "Straks komt er weer een nieuwe organisatie en is na een jaar iedereen weg."),
    (NOBODY, "", 0, FACT, "In ons portiek hebben vier van de acht gezinnen schulden."),
    (NAME, "Lies", 2, IDEA, "Koffie in het trappenhuis. Dan leer je elkaar kennen."),
    (PSEUDONYM, "Opa Wim", 1, IDEA, "Ik kan met jongens sleutelen. Dan praten zij vanzelf."),
    (NOBODY, "", 2, NEED, "Iemand die mijn taal spreekt, en niet mijn neef."),
    (NAME, "Sevda", 0, NEED, "Een rustige kamer om te bellen met de bank."),
    (NAME, "Naima", 1, NEED, "Een plek waar kinderen huiswerk maken tot zes uur."),
    (NOBODY, "", 2, WORRY, "Als ik vertel dat het niet gaat, ben ik bang dat zij mijn kinderen meenemen."),
    (NAME, "Henny", 2, IDEA, "Hang een bel op in elk portiek voor wie even hulp wil."),
    (PSEUDONYM, "Kok van zeven", 2, IDEA, "Ik kook voor wie niet kan. Geef mij een keuken."),
    (NAME, "Youssef", 0, IDEA, "Leg het geld uit met munten op tafel, niet met papier."),
    (NOBODY, "", 1, NEED, "Eén keer per week een uur slapen."),
    (NAME, "Trudie", 2, FACT, "De buurtkamer staat op maandag en vrijdag leeg."),
    (NAME, "Samuel", 2, NEED, "Een brief terug, ook als het nee is."),
)
ANSWERS = {
    "Een brief terug, ook als het nee is.": (
        Outcome.TAKEN_OVER,
        "Dat beloven wij. Wie geen adres gaf, leest het antwoord met de code op het strookje.",
    ),
    "De buurtkamer staat op maandag en vrijdag leeg.": (
        Outcome.LATER,
        "Wij vragen in januari of het spreekuur daar op die dagen kan zitten.",
    ),
}
