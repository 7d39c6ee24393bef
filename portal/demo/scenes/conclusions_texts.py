"""What is said about the swimming pool of Valthermond. That residents took it over is so; persons and words are made up."""

# ruff: noqa: E501 - what somebody says is one line
from dialogues.models import Channel, ContributionKind, NameChoice, Outcome, RuleKind

NAME, PSEUDONYM, NOBODY = NameChoice.NAME, NameChoice.PSEUDONYM, NameChoice.ANONYMOUS
NEED, IDEA, WORRY, FACT = ContributionKind.NEED, ContributionKind.IDEA, ContributionKind.WORRY, ContributionKind.FACT

TITLE = "Het zwembad van Valthermond"
SUMMARY = "De gemeente kan het zwembad niet meer betalen. Hoe blijft er een bad waar het dorp kan zwemmen?"
DOT = "Ook over vijf jaar kan een kind uit Valthermond op de fiets naar zwemles."
RULES = {
    RuleKind.ROLE: "Wij zijn nu eigenaar. Wij willen helpen als anderen het beter kunnen.",
    RuleKind.FIXED: "Na dit seizoen betaalt de gemeente niet meer voor het zwembad.\nHet water blijft veilig.",
    RuleKind.OPEN: "Wie het zwembad beheert.\nWat er nog meer kan op die plek.",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord.\nIs er een goed plan uit het dorp? Dan gaat dat voor.",
    RuleKind.WHO_DECIDES: "Het college kiest.\nDe raad gaat over gebouw en grond.",
    RuleKind.MONEY: "Er gaat elk jaar € 140.000 bij. Dat moet naar nul.",
    RuleKind.PAY: "Koffie met krentenwegge, en wie van ver komt krijgt reisgeld.",
    RuleKind.HOUSE_RULES: "Wij praten over het zwembad, niet over elkaar.\nWij zeggen er altijd bij waarom.",
}
FACTS = (
    ("In een gewone zomer komen 21.000 mensen zwemmen.", "telling van de badmeester, drie seizoenen"),
    ("De verwarming van het water kost het meest.", "rekening van de gemeente"),
)
QUESTIONS = ("Wie wil meehelpen, en waarmee?", "Wat mist het dorp als het bad dichtgaat?")
# (title, days ago, place, report)
MEETINGS = (
    (
        "Wat kost het, en wat kan er?",
        190,
        "Dorpshuis, grote zaal",
        "Wij lieten de rekening zien. Het dorp vroeg om tijd voor een eigen plan, en krijgt zes weken.",
    ),
    (
        "Het plan van de werkgroep",
        150,
        "Kantine van het zwembad",
        "De werkgroep rekende voor: met vrijwilligers en zonnepanelen kan het bad open blijven.",
    ),
)
# key: (days ago, channel, who, choice, name, kind, text)
SAID = {
    "les": (196, Channel.WEBSITE, "", NAME, "Roelie", NEED, "Mijn kinderen leerden hier zwemmen. De bus naar het volgende bad gaat één keer per uur."),
    "poort": (190, Channel.MEETING, "hilda", NAME, "Jan Wubs", IDEA, "Ik doe de poort wel. En mijn zwager de pompen, die kan dat."),
    "boek": (188, Channel.WEBSITE, "geert", NAME, "Geert Alberts", FACT, "Ik heb veertig jaar boeken gehouden. Dit kan uit, als de stroom eraf gaat."),
    "zon": (186, Channel.PAPER, "hilda", PSEUDONYM, "Zonnebloem", IDEA, "Leg panelen op het dak van de kleedhokjes. Die staan toch de hele dag in de zon."),
    "stroom": (184, Channel.WEBSITE, "", NOBODY, "", IDEA, "Zonnepanelen. Dan is de helft van de rekening weg."),
    "winter": (180, Channel.TELEPHONE, "hilda", NAME, "Mevrouw Kiers", NEED, "In de winter is er in het dorp niets open. Zet de kantine open voor een kop soep."),
    "binnen": (176, Channel.WEBSITE, "", PSEUDONYM, "Waterrat", NEED, "Maak er een binnenbad van, dan kan ik het hele jaar door."),
    "kaartje": (172, Channel.WEBSITE, "trijntje", NAME, "Trijntje Boer", WORRY, "Maak het kaartje niet duurder. Dan blijft juist weg wie het nodig heeft."),
    "naam": (160, Channel.WEBSITE, "", PSEUDONYM, "Buurman", WORRY, "De voorzitter van de werkgroep betaalt zelf zijn rekeningen niet eens."),
}  # fmt: skip
THEMES = {
    "Zwemmen en zwemles": ("les", "binnen", "kaartje"),
    "Geld en beheer": ("poort", "boek", "zon", "stroom", "naam"),
    "Elkaar ontmoeten": ("winter",),
}
FINDING = (
    "Het dorp wil het bad zelf open houden.",
    "Mensen bieden hun handen, hun boeken en hun dak aan.",
    ("poort", "boek", "zon", "winter"),
)
FINDING_ANSWER = (Outcome.TAKEN_OVER, "Ja. De werkgroep krijgt het bad in eigen beheer. De gemeente vraagt er geen huur voor.")
TAKEN_OUT = ("winter", "Dit gaat over de kantine in de winter, niet over wie het bad openhoudt.")
TOGETHER = ("stroom", "zon", "Beide gaan over panelen op het dak.")
ANSWERS = {
    "les": (Outcome.TAKEN_OVER, "De zwemles blijft. De werkgroep neemt de badmeester over."),
    "winter": (Outcome.PARTLY, "De kantine gaat op woensdag open. Meer uren komen er als zich mensen melden."),
    "binnen": (
        Outcome.NOT,
        "Een dak boven het water kost meer dan twee miljoen euro. Dat kan het dorp niet dragen, en wij ook niet.",
    ),
    "kaartje": (Outcome.TAKEN_OVER, "Het kaartje blijft drie jaar even duur. Dat staat in de afspraak met de werkgroep."),
}
CODE = "wrl6-zkf3-nn8p"  # of who wrote what is hidden
HIDDEN = "Dit gaat over iemand zelf en niet over het zwembad."
FLAG = "Dit is gemeen, en het heeft niets met het bad te maken."
APPEAL = "Wie een zwembad wil beheren, moet met geld om kunnen gaan. Dat mag je toch zeggen?"
UPHELD = "Zorgen over geld mag u altijd uiten. Hier staat iets over het leven van één man, en niemand kan nagaan of het waar is."
ENDING = """Bewoners houden het zwembad zelf open. Een uitvraag is niet meer nodig.

De werkgroep uit het dorp maakte een plan met ondernemers en vrijwilligers. Wij zeiden ja. Na dit seizoen dragen wij gebouw en grond over. Vanaf het volgende seizoen beheren zij het bad, zonder geld van de gemeente. Wij helpen het eerste jaar met de vergunningen."""

# In the dialogue that is open: hidden yesterday, and its writer asks a colleague to look again.
OPEN_SAID = "Die van nummer 14 doet nooit open. Laat die man eens naar buiten komen in plaats van te zeuren."
OPEN_HIDDEN = "Zo is te herkennen om wie het gaat. Zeg het zonder huisnummer, dan hoort het hier thuis."
OPEN_APPEAL = "Ik maak mij zorgen om hem. Ik wil niet dat hij vergeten wordt."
OPEN_CODE = "bxm4-kkr7-hq2n"
# And one that somebody reported, and nobody looked at yet.
OPEN_FLAGGED = "Koop een noodknop bij mij, korting voor Woensel! Bel vandaag nog."
OPEN_FLAG = "Dit is gewoon een advertentie."
