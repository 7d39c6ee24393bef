"""What is said in step 1 of the three stories. Places and plans are those of the municipalities; people and words are made up."""

# ruff: noqa: E501 - what somebody says is one line
from dialogues.models import Channel, ContributionKind, MeetingKind, NameChoice, Outcome, RuleKind

NAME, PSEUDONYM, NOBODY = NameChoice.NAME, NameChoice.PSEUDONYM, NameChoice.ANONYMOUS
NEED, IDEA, WORRY, FACT = ContributionKind.NEED, ContributionKind.IDEA, ContributionKind.WORRY, ContributionKind.FACT

ZWOLLE_DOT = "In 2026 heeft iedereen zonder huis in Zwolle overdag iets te doen waar hij zelf voor kiest. Hij leert er iets, verdient er iets of maakt er iets."
ZWOLLE_FIRST_DOT = "In 2026 is er overdag voor iedereen zonder huis in Zwolle een plek."
ZWOLLE_DOT_REASON = "Op de eerste avond zei bijna iedereen hetzelfde: een plek is niet genoeg. Mensen willen iets doen."
ZWOLLE_RULES = {
    RuleKind.ROLE: "Wij zijn partner. Wij betalen mee en beslissen mee, maar wij voeren het niet zelf uit.",
    RuleKind.FIXED: "Elke nacht is er onderdak en elke dag een maaltijd.\nHet nieuwe begint op 1 januari 2025.",
    RuleKind.OPEN: "Waar mensen overdag heen kunnen, en wanneer.\nWat zij er doen en leren.",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord.\nIn de commissie zitten meer bewoners en dak- en thuislozen dan ambtenaren.",
    RuleKind.WHO_DECIDES: "De commissie kiest de plannen.\nHet college neemt het besluit.\nDe raad gaat over het geld.",
    RuleKind.MONEY: "Er is € 360.000 tot € 410.000 per jaar. Dat is een kwart minder dan eerst.",
    RuleKind.PAY: "Komt u naar een bijeenkomst? Dan eet u mee en krijgt u een bon van € 20.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is.\nWij zeggen er altijd bij waarom.\nOp de bijeenkomsten is er één stoel voor elke organisatie. Zo blijft er plaats voor bewoners.",
}
ZWOLLE_FACTS = (
    ("Op een gewone dag komen 140 mensen naar de dagopvang.", "telling van de dagopvang, oktober 2023"),
    ("Van elke 10 bezoekers zeggen er 7 dat zij overdag liever iets doen dan zitten.", "gesprekken aan tafel, november 2023"),
    ("Nu gaat er € 545.000 per jaar naar de opvang overdag.", "begroting 2024"),
)
ZWOLLE_QUESTIONS = (
    "Wat doet u liever dan zitten?",
    "Wat missen mensen in de avond en in het weekend?",
    "Wie in de stad kan een werkplaats delen?",
)

# key: (kind, title, moment, place, places, agenda, report)
ZWOLLE_MEETINGS = {
    "start": (
        MeetingKind.INFORMATION,
        "Hoe moet het verder met de dag?",
        "2024-02-07 19:30",
        "Stadskantoor, zaal 2",
        60,
        "- Wat is er nu, en wat kost het?\n- Wat staat vast, en wat nog niet?\n- Uw vragen",
        "Wij vertelden wat er nu is en hoeveel geld er is. Daarna spraken wij aan zes tafels.\n\n**Wat wij vaak hoorden:** koffie is er genoeg. Mensen willen werken, leren of iets maken.\n\nWij beloofden om de stip op de horizon te veranderen.",
    ),
    "maken": (
        MeetingKind.IN_DEPTH,
        "Aan tafel: wat wilt u doen?",
        "2024-02-28 14:00",
        "De dagopvang, Binnenstad",
        8,
        "Wij eten eerst. Daarna vertelt iedereen wat hij kan en wat hij wil leren.",
        "Twaalf mensen vertelden wat zij kunnen: schilderen, koken, sleutelen, lassen, tuinieren.\n\nEr is gereedschap bij een school in Holtenbroek. Dat staat de helft van de week stil.",
    ),
    "avond": (
        MeetingKind.IN_DEPTH,
        "Aan tafel: de avond en het weekend",
        "2024-03-14 17:00",
        "Buurthuis Holtenbroek",
        40,
        "Wat gebeurt er na vijf uur? En op zondag?",
        "Na vijf uur is alles dicht. Mensen lopen dan door de stad, en dat wil niemand.\n\nBuren uit Holtenbroek willen helpen, als er ook iemand bij is die er verstand van heeft.",
    ),
}
# What was said about the report of the first meeting, and the answer: new words in the report, and why not.
ZWOLLE_CORRECTIONS = (
    ("Er staat niet bij dat ook de buren vragen hadden, over de avond.", "Buren vroegen hoe het ’s avonds gaat."),
    ("Schrijf op wie er over de koffie klaagde.", "Wij schrijven op wat mensen zeggen, niet wie het zei."),
)
ZWOLLE_GUESTS = ("Gerrit", "Mo", "Corrie", "Jan-Willem", "Sjaak en Bep", "Hatice", "Dennis", "Piet")

# key: (moment, channel, who said it, choice, name, theme, kind, text). "Who" is a person with an account, or who wrote it down.
ZWOLLE_SAID = (
    ("koffie", "2024-01-29 11:20", Channel.WEBSITE, "ria", NAME, "Ria Pot", "Ontmoeten", NEED, "Ik breng elke week soep. Ze zitten daar maar. Vraag eens of iemand mee wil koken, in plaats van opscheppen."),
    ("verf", "2024-02-01 16:05", Channel.WEBSITE, "", NAME, "Dennis", "Werk en leren", NEED, "Ik ben schilder geweest tot ik mijn huis kwijtraakte. Geef mij een muur en een emmer en ik kom."),
    ("hond", "2024-02-05 09:40", Channel.DESK, "oda", NAME, "Corrie", "Ontmoeten", WORRY, "Mijn hond mag nergens naar binnen. Dus ik ook niet."),
    ("sleutel", "2024-02-07 21:10", Channel.MEETING, "oda", PSEUDONYM, "De Sleutelaar", "Werk en leren", IDEA, "Fietsen liggen overal kapot. Wij maken ze, de stad koopt ze terug. Dan heb je werk én geen troep."),
    ("buren", "2024-02-09 10:00", Channel.TELEPHONE, "oda", NAME, "Mevrouw Ten Have", "Buren en straat", WORRY, "Ik woon ernaast. Ik ben niet bang voor de mensen, wel voor de leegte als de deur dichtgaat."),
    ("school", "2024-02-14 13:30", Channel.WEBSITE, "pim", NAME, "Pim de Wit", "Werk en leren", FACT, "Op onze school staat een lokaal met gereedschap. Op maandag, woensdag en vrijdag gebruikt niemand het."),
    ("briefje", "2024-02-16 15:00", Channel.PAPER, "oda", NOBODY, "", "Avond en weekend", NEED, "Zondag is de langste dag."),
    ("taal", "2024-02-28 15:40", Channel.MEETING, "oda", NAME, "Pan Marek", "Werk en leren", NEED, "Ik was kok in Gdańsk. Hier begrijpt niemand mij. Laat mij koken, dan leer ik de taal vanzelf."),
    ("tuin", "2024-02-28 16:00", Channel.MEETING, "gijs", NAME, "Sjaak", "Werk en leren", IDEA, "Een stuk grond. Meer heb ik niet nodig. Wat eruit komt eet ik op of ik verkoop het."),
    ("drukte", "2024-03-04 12:00", Channel.WEBSITE, "", NOBODY, "", "Ontmoeten", WORRY, "In een grote zaal met zestig man word ik gek. Klein graag."),
    ("lassen", "2024-03-14 18:25", Channel.MEETING, "oda", PSEUDONYM, "Vogelvrij", "Werk en leren", NEED, "Iedereen wil mij koffie geven. Ik heb twintig jaar schepen gelast. Geef mij een brander en een stuk staal, dan maak ik iets dat blijft staan."),
    ("deken", "2024-03-14 19:00", Channel.MEETING, "oda", NOBODY, "", "Avond en weekend", NEED, "Om vijf uur gaat de deur dicht en dan begint het pas."),
    ("tafel", "2024-03-16 10:15", Channel.WEBSITE, "annie", NAME, "Annie Schipper", "Avond en weekend", IDEA, "Wij hebben in onze straat een lange tafel. Op zaterdag eten wij buiten. Er kunnen tien mensen bij, als iemand ons helpt."),
    ("geld", "2024-03-19 20:30", Channel.WEBSITE, "samira", NAME, "Samira Haddad", "Werk en leren", FACT, "Wij betalen mensen nu per klus uit. Daar mag je van de regels weinig van houden. Zoek dat eerst uit."),
    ("bus", "2024-03-22 14:10", Channel.PAPER, "oda", NAME, "Hatice", "Avond en weekend", IDEA, "Laat in het weekend een bus rijden langs alle plekken. Gratis, elk half uur."),
    ("rust", "2024-03-26 09:05", Channel.TELEPHONE, "oda", PSEUDONYM, "Kluizenaar", "Ontmoeten", NEED, "Niet iedereen wil iets maken. Soms wil je alleen even droog zitten. Hou dat ook."),
)  # fmt: skip
ZWOLLE_CONCLUSION = "Mensen willen overdag iets maken, leren of koken. Dat schrijven wij nu samen op in een uitvraag, met een apart perceel voor de avond en het weekend."
POLISH = ("Pools", "W Gdańsku byłem kucharzem. Tutaj nikt mnie nie rozumie. Pozwólcie mi gotować, a języka nauczę się sam.")
# (who recognised it, what)
ZWOLLE_RECOGNISED = {
    "lassen": ("ria", "annie", "henk", "bea", "karel", "tess", "willem", "pim"),
    "verf": ("ria", "henk", "bea"),
    "briefje": ("annie", "karel", "willem"),
    "deken": ("annie", "tess"),
    "tafel": ("ria", "bea", "henk", "karel"),
    "school": ("samira",),
}
# key: (sentence, explanation, contributions)
ZWOLLE_FINDINGS = {
    "maken": (
        "Mensen willen zelf iets maken of leren, en niet alleen ergens zitten.",
        "Wij hoorden het aan elke tafel. Het gaat om werk met de handen, om koken en om de taal.",
        ("koffie", "verf", "sleutel", "taal", "tuin", "lassen"),
    ),
    "avond": (
        "Na vijf uur en in het weekend is er niets.",
        "Dan is het het moeilijkst, voor de mensen zelf en voor de buurt.",
        ("briefje", "deken", "tafel", "bus"),
    ),
}
ZWOLLE_FINDING_ANSWERS = {
    "maken": (
        Outcome.TAKEN_OVER,
        "Dit nemen wij over. In de uitvraag vragen wij om plekken waar mensen zelf maken, leren of koken. Wie alleen een zaal met stoelen biedt, past niet.",
    ),
    "avond": (
        Outcome.TAKEN_OVER,
        "De avond en het weekend worden een eigen perceel. Daar mag ook een kleine groep uit de buurt op inschrijven.",
    ),
}
ZWOLLE_ANSWERS = {
    "lassen": (Outcome.TAKEN_OVER, "U hebt gelijk. Wij vragen in de uitvraag om een werkplaats waar u met echt gereedschap werkt. En wij meten later of mensen er iets maken dat blijft."),
    "hond": (Outcome.TAKEN_OVER, "Honden zijn welkom. Wij zetten het als eis in de uitvraag."),
    "buren": (Outcome.PARTLY, "Wij vragen elk plan hoe het de buren een vaste naam en een telefoonnummer geeft. Langer open overdag kan niet voor dit geld."),
    "school": (Outcome.TAKEN_OVER, "Het lokaal komt in de uitvraag te staan, met de dagen waarop het vrij is. Wie een plan maakt, kan erop rekenen."),
    "drukte": (Outcome.TAKEN_OVER, "Wij vragen om kleine plekken, met ten hoogste vijftien mensen tegelijk."),
    "geld": (Outcome.LATER, "Wij zoeken uit wat mensen mogen houden. In september zeggen wij het hier."),
    "bus": (Outcome.NOT, "Een bus kost in het weekend € 95.000 per jaar. Dat is een kwart van al het geld. Wij vragen wel hoe mensen er zonder auto komen."),
    "rust": (Outcome.PARTLY, "Een stille hoek hoort bij elke plek. Een eigen gebouw om alleen te zitten komt er niet."),
}  # fmt: skip

WOENSEL_DOT = (
    "In 2028 weet iedereen in Woensel bij wie hij om de hoek terechtkan, en beslissen bewoners mee over het welzijn in hun buurt."
)
WOENSEL_RULES = {
    RuleKind.ROLE: "Wij zijn opdrachtgever. Hoe het werk gaat, bedenken bewoners en makers samen.",
    RuleKind.FIXED: "Eén perceel van ongeveer 25.000 inwoners.\nDe overeenkomst duurt vier jaar en begint op 1 april.",
    RuleKind.OPEN: "Wat er in elke buurt nodig is.\nWelke taken bewoners zelf willen doen.",
    RuleKind.WEIGHT: "Bewoners zijn de meerderheid in de commissie.\nU krijgt op elke inbreng een antwoord.",
    RuleKind.WHO_DECIDES: "De commissie kiest. Het college gunt. De raad gaat over het geld.",
    RuleKind.MONEY: "Er is € 880.000 tot € 960.000 per jaar.",
    RuleKind.PAY: "U krijgt € 30 voor een avond meedenken, en reiskosten.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is. Wij zeggen erbij waarom.",
}
WOENSEL_FACTS = (("In dit deel van Woensel wonen ongeveer 25.000 mensen.", "eigen telling van de gemeente"),)
WOENSEL_QUESTIONS = ("Welke hulp is er dubbel?", "Wie kent u om de hoek?")
# (days ago, channel, who, choice, name, theme, kind, text, outcome, answer)
WOENSEL_SAID = (
    (290, Channel.WEBSITE, "lena", NAME, "Lena Maas", "Elkaar ontmoeten", NEED, "Ik ken na acht jaar drie buren. De rest groet ik alleen.", Outcome.TAKEN_OVER, "Elkaar leren kennen wordt het eerste doel van de uitvraag."),
    (287, Channel.DESK, "sanne", NAME, "Meneer Habets", "Mantelzorg", NEED, "Mijn vrouw gaat achteruit. Ik wil één dag in de week slapen.", Outcome.TAKEN_OVER, "Wij vragen om een vaste dag per week waarop iemand het overneemt."),
    (283, Channel.WEBSITE, "", PSEUDONYM, "Zandoog", "Jongeren", IDEA, "Betaal ons voor wat wij doen. Grasmaaien, boodschappen, computers. Dan hangen wij niet.", Outcome.PARTLY, "Klussen voor een vergoeding kunnen. Een loon per uur past niet in deze opdracht."),
    (280, Channel.MEETING, "sanne", NAME, "Bewoners van de flat", "Elkaar ontmoeten", IDEA, "Geef ons de sleutel van het zaaltje beneden. Dan regelen wij het zelf.", Outcome.TAKEN_OVER, "De sleutel komt bij u. Wie inschrijft, moet zeggen hoe hij dat ondersteunt."),
    (278, Channel.PAPER, "sanne", NOBODY, "", "Eten en boodschappen", NEED, "Ik eet al een jaar alleen.", Outcome.TAKEN_OVER, "In elke buurt komt een tafel, ten minste twee keer in de week."),
    (270, Channel.TELEPHONE, "joost", NAME, "Truus", "Bewegen", WORRY, "De gymzaal is te duur geworden. Ons clubje van dertig houdt ermee op.", Outcome.NOT, "De huur van de gymzaal valt buiten dit geld. Wij vragen het wel aan de afdeling sport en bellen u."),
    (266, Channel.WEBSITE, "noor", NAME, "Noor Willems", "Elkaar ontmoeten", FACT, "Er zijn nu vier gidsen met activiteiten, en geen ervan klopt.", Outcome.TAKEN_OVER, "Eén gids, bijgehouden door bewoners, komt in de uitvraag."),
    (262, Channel.WEBSITE, "", NOBODY, "", "Jongeren", WORRY, "Stop met elk jaar een nieuwe jongerenwerker. Ik heb er vijf gehad.", Outcome.LATER, "Wij vragen om dezelfde mensen, vier jaar lang. Na een jaar kijken wij hier opnieuw naar."),
)  # fmt: skip

OLDER_DOT = "In 2029 heeft elke oudere in Woensel iemand in de straat die merkt dat hij er niet is."
OLDER_FIRST_DOT = "In 2029 is er voor elke oudere in Woensel genoeg zorg."
OLDER_REASON = "Wij schreven over zorg. U sprak over gemist worden. Dat is beter."
OLDER_RULES = {
    RuleKind.ROLE: "Wij zijn partner. Wij betalen, u denkt mee over hoe.",
    RuleKind.FIXED: "Het begint over ruim een jaar.\nDe soos in het wijkgebouw blijft.",
    RuleKind.OPEN: "Eén plek voor de hele wijk, of in elke straat iets kleins?",
    RuleKind.WEIGHT: "U krijgt op elke inbreng een antwoord.\nBewoners zijn straks de meerderheid in de commissie.",
    RuleKind.WHO_DECIDES: "De commissie kiest, de raad gaat over het geld.",
    RuleKind.MONEY: "Er is € 540.000 tot € 600.000 per jaar.",
    RuleKind.PAY: "",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is.\nWij zeggen er altijd bij waarom.",
}
OLDER_FACTS = (
    ("In Woensel zijn 9.400 mensen ouder dan 75 jaar. Van elke 10 wonen er 5 alleen.", "CBS, kerncijfers wijken en buurten 2025"),
    ("De soos heeft elke week 250 bezoekers.", "telling van het wijkgebouw, september"),
)
OLDER_QUESTIONS = ("Welke hulp is er dubbel, en wat mist er?", "Doen jongeren uit de buurt betaald mee?")
# (days ago, channel, who, choice, name, theme, kind, text, answer or None)
OLDER_SAID = (
    (17, Channel.TELEPHONE, "sanne", NAME, "Joke", "Bewegen", FACT, "Elke ochtend om half tien zwaai ik met mijn armen mee met de tv. Met z'n dertigen zou het leuker zijn.", (Outcome.PARTLY, "Samen bewegen hoort erbij. Een eigen zaal huren wij niet, de soos is om die tijd leeg.")),
    (15, Channel.WEBSITE, "", NOBODY, "", "Elkaar ontmoeten", IDEA, "Een busje voor elke straat. Dan hoef ik het niet te vragen.", (Outcome.NOT, "Vier busjes kosten meer dan een derde van het geld. Wij vragen wel elk plan hoe iemand zonder auto kan komen.")),
    (12, Channel.MEETING, "sanne", PSEUDONYM, "Opa Geel", "Eten en boodschappen", IDEA, "Er rijdt een dure auto met boodschappen van buiten de stad. Mijn kleinzoon zit werkloos op de bank. Hallo?", (Outcome.TAKEN_OVER, "Goed gezien. Wij vragen in de uitvraag wie uit de buurt dit werk kan doen, en tegen welke vergoeding.")),
    (9, Channel.WEBSITE, "lena", NAME, "Lena Maas", "Elkaar ontmoeten", WORRY, "Ik ben zesenzeventig en ik wil niet naar iets voor ouderen. Noem het anders.", (Outcome.TAKEN_OVER, "In de uitvraag staat straks geen plek voor ouderen, maar een plek voor de straat.")),
    (4, Channel.PAPER, "sanne", NAME, "Mevrouw Van den Heuvel", "Mantelzorg", NEED, "Mijn man weet de dag niet meer. In de soos merken ze het en lachen ze niet. Laat dat bestaan.", None),
    (2, Channel.WEBSITE, "", PSEUDONYM, "Merel", "Mantelzorg", NEED, "Ik zorg voor twee ouders en een baan. Wie merkt dat ík er niet ben?", None),
)  # fmt: skip
