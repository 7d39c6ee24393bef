"""What people in Deventer say who begin without a plan, and would never hand one in. That one would miss them is how it went
there; the organisation, its people and all words are made up.
"""

from dialogues.models import Channel, ContributionKind, NameChoice, Outcome, RuleKind

NAME, PSEUDONYM, NOBODY = NameChoice.NAME, NameChoice.PSEUDONYM, NameChoice.ANONYMOUS
NEED, IDEA, WORRY, FACT = ContributionKind.NEED, ContributionKind.IDEA, ContributionKind.WORRY, ContributionKind.FACT

CODE = "stp9-gvl3-tn7k"
PHONE = "0570 69 38 12"
LOT = {"inhabitants": 4_700, "budget": 6_000_000}
TRUSTED = "Haar vrijwilligers drinken koffie bij mensen die geen brief van ons openen."
MEETING = {
    "title": "Feest van de geveltuinen",
    "place": "Onder de bomen in Voorstad-Oost",
    "agenda": "Spitten, koffie, en aan één tafel: wat helpt u om te beginnen? Wie wil, schrijft het op een blad.",
}
TITLE = "Ruimte voor wie gewoon begint"
SUMMARY = "In Voorstad-Oost beginnen mensen zonder plan, en het werkt. Wat helpt hen, en wat zit in de weg?"
DOT = "In 2029 kan wie in Voorstad-Oost iets wil beginnen, morgen beginnen: zonder formulier, met iemand om te bellen."
RULES = {
    RuleKind.ROLE: "Wij helpen wie begint. Wij nemen het niet over.",
    RuleKind.FIXED: "Er komt één vast gezicht in de wijk.",
    RuleKind.OPEN: "Waar gereedschap, geld en een plek voor nodig zijn.\nWelke regel weg kan.",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord, ook als een ander het voor u opschrijft.",
    RuleKind.WHO_DECIDES: "Bewoners van de wijk kiezen, met één ambtenaar erbij.",
    RuleKind.MONEY: "Er is € 50.000 tot € 60.000 per jaar.",
    RuleKind.PAY: "Meepraten kost u een kop koffie. Die krijgt u van ons.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst, en zeggen waarom.",
}
FACTS = (
    ("Twee tuintjes tegen de gevel werden er honderd, zonder plan en zonder subsidie.", "telling op straat, mei"),
    ("Wie zoiets begint, schrijft zich niet in voor een aanbesteding.", "gesprekken op de stoep, voorjaar"),
)
QUESTIONS = ("Wat had u nodig op de dag dat u begon?", "Wie zouden wij hier missen?")
THEMES = ("Gereedschap en plek", "Regels", "Elkaar kennen")

# (days ago, channel, choice, name, theme, kind, text)
SAID = (
    (
        23,
        Channel.DESK,
        NAME,
        "Coen",
        1,
        WORRY,
        "Ik kwam vragen of een tegel eruit mag. Ik kreeg een formulier van acht bladzijden mee.",
    ),
    (21, Channel.TELEPHONE, NAME, "Mevrouw Pasman", 2, NEED, "Mijn stoep is te zwaar voor mij alleen. Wie graaft er met mij?"),
    (
        18,
        Channel.DESK,
        PSEUDONYM,
        "De overbuurvrouw",
        0,
        IDEA,
        "Zet een kist met scheppen bij de bakker. Wie er een leent, brengt hem terug.",
    ),
    (14, Channel.WEBSITE, NAME, "Sander", 2, IDEA, "Laat wie het al deed, het anderen leren. Zo ging het in onze straat ook."),
)

# Typed on the website in the own language; an officer wrote the Dutch: (days ago, choice, name, theme, text, language, Dutch)
OWN_LANGUAGE = (
    (
        15,
        NAME,
        "Dilan",
        0,
        "Annemin köyden getirdiği domates tohumları var. Ekecek yer arıyorum.",
        "Turks",
        "Mijn moeder bracht tomatenzaad mee uit haar dorp. Ik zoek een plek om het te zaaien.",
    ),
)

# What the organisation brings in: (days ago, choice, name, theme, kind, text, language, as it was said)
BROUGHT_IN = (
    (
        19,
        NOBODY,
        "",
        1,
        WORRY,
        "Ik huur. Ik weet niet of ik iets aan de gevel mag doen, en durf het niet te vragen.",
        "Pools",
        "Wynajmuję. Nie wiem, czy mogę coś zrobić przy ścianie, i boję się zapytać.",
    ),
    (
        15,
        NAME,
        "Emine",
        2,
        IDEA,
        "Wij koken op straat als de tuinen klaar zijn. Dan komt iedereen naar buiten.",
        "Turks",
        "Bahçeler bitince sokakta yemek yapalım. O zaman herkes dışarı çıkar.",
    ),
)

# A stack of paper forms, filled in at the feast: (choice, name, theme, kind, text)
FORMS = (
    (NAME, "Sjaak", 0, NEED, "Een aanhanger voor de tegels. Die lenen wij nu van de hovenier."),
    (NOBODY, "", 2, FACT, "Sinds de tuintjes zeggen mensen elkaar hier gedag."),
    (NAME, "Jopie", 1, NEED, "Iemand die opneemt als je belt, en niet doorverbindt."),
    (PSEUDONYM, "Nummer 43", 0, IDEA, "Regentonnen. Ik maak ze van oude vaten."),
    (NAME, "Hassan", 2, IDEA, "Een les voor andere buurten, op zaterdag, met soep."),
    (NOBODY, "", 1, WORRY, "Als de gemeente het ziet, komt er een vergunning."),
    (NAME, "Willeke", 0, NEED, "Droog staan als het regent. De garagebox is leeg."),
    (NAME, "Kees", 2, WORRY, "Wat gebeurt er als Coen en Sjaak een keer niet kunnen?"),
)
ANSWERS = {
    "Iemand die opneemt als je belt, en niet doorverbindt.": (
        Outcome.TAKEN_OVER,
        "Dat is Meike. Haar nummer staat op elke bladzijde van de wijk.",
    ),
    "Als de gemeente het ziet, komt er een vergunning.": (
        Outcome.PARTLY,
        "Voor één tegel breed langs de gevel hoeft u niets te vragen. Bij kabels wel: bel ons, dan kijken wij dezelfde week.",
    ),
}
