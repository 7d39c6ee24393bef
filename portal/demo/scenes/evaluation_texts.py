"""What committees find in step 4 of the stories. People, parties and scores are made up; no real organisation is ever scored."""
# ruff: noqa: E501 - what people write is read best in one piece

from dataclasses import dataclass

from evaluation.models import Capacity

RESIDENT, TARGET, OFFICER, EXPERT = Capacity.RESIDENT, Capacity.TARGET_GROUP, Capacity.OFFICER, Capacity.EXPERT


@dataclass(frozen=True)
class Found:
    """What members found of one plan on one criterion: a grade for each, words by grade, and what they agreed on."""

    grades: tuple[int | None, ...]
    words: dict[int, str]
    agreed: int = 0
    reason: str = ""
    dissent: str = ""


# (person, for whom, name that the public sees); the first is the chair.
COMMITTEES = {
    ("zwolle", 1): (
        ("ria", RESIDENT, "Ria Pot"),
        ("henk", RESIDENT, ""),
        ("cor", TARGET, "Cor"),
        ("yusuf", TARGET, ""),
        ("oda", EXPERT, "Oda Wessels"),
        ("wouter", OFFICER, ""),
        ("cora", OFFICER, ""),
    ),
    ("zwolle", 2): (
        ("fatima", RESIDENT, "Fatima"),
        ("karel", RESIDENT, ""),
        ("bea", TARGET, ""),
        ("willem", TARGET, "Willem"),
        ("oda", EXPERT, "Oda Wessels"),
        ("wouter", OFFICER, ""),
        ("cora", OFFICER, ""),
    ),
    ("woensel", 1): (
        ("amal", RESIDENT, "Amal Osman"),
        ("lena", RESIDENT, "Lena Maas"),
        ("giel", RESIDENT, ""),
        ("joke", RESIDENT, ""),
        ("ruud", OFFICER, ""),
    ),
}

# Per lot and party: one Found for each criterion, in the order of the request.
FOUND = {
    ("zwolle", 1): {
        "werkbank": (
            Found(
                (10, 10, 10, 8, 8, 8, 8),
                {
                    10: "Op de eerste dag begint iemand al aan iets van zichzelf. Zo staat het nergens anders.",
                    8: "De week is helder: van kiezen op maandag tot brengen op vrijdag. Wat er met ziekte gebeurt, lees ik niet.",
                },
                10,
                "Ieder begint op de eerste dag met een eigen werkstuk en heeft na drie maanden een map voor een werkgever. Lassen kan, en wie het kan leert het een ander.",
            ),
            Found(
                (8, 4, 8, 8, 8, 6, 8),
                {
                    8: "Een garage waar lassen niemand wakker maakt. En er is altijd iemand die opneemt.",
                    6: "De plek is goed. Of de garage op tijd vrij is, staat er niet.",
                    4: "Slijpen hoor je drie straten ver. Koffie drinken met de buren lost dat niet op.",
                },
                8,
                "De garage past bij het lawaai en de buren hebben één nummer. De straat krijgt er ook iets voor: wat stuk is, wordt gemaakt.",
                "Henk blijft bang voor het geluid. Hij wil dat er na zes uur niet wordt geslepen.",
            ),
            Found(
                (10, 8, 10, 8, 8, 8, 6),
                {
                    10: "Het beraad gaat over echt geld. De oven voor emaille is het bewijs.",
                    8: "Wie drie dagen komt heeft een stem. Dat is duidelijk en eerlijk.",
                    6: "Goed voor wie vaak komt. Wie één dag kan, beslist niet mee.",
                },
                8,
                "Elke vrijdag beslist het werkberaad over werk, regels en € 12.000. Wie minder dan drie dagen komt, heeft nog geen stem.",
            ),
        ),
        "onderdak": (
            Found(
                (6, 6, 4, 6, 6, 6, 6),
                {
                    6: "Koken, wassen en tuin: er is iets te doen. Wat je er leert, blijft vaag.",
                    4: "Dit is de dagopvang met een tuin erbij. Ik zou er weer zitten wachten.",
                },
                6,
                "Er is elke dag iets te doen in keuken, wasserij en tuin. Wat iemand na een half jaar kan of heeft, staat er niet.",
            ),
            Found(
                (8, 10, 8, 8, 8, 8, 10),
                {
                    10: "Elf jaar op dezelfde plek. Iedereen kent ze, en ze kennen iedereen.",
                    8: "Het huis staat er al, en de huisarts komt er. Twee keer per jaar buren spreken is weinig.",
                },
                8,
                "Het huis is er al elf jaar en werkt samen met huisarts, nachtopvang en voedselbank. Met de buren is er twee keer per jaar overleg; dat kan vaker.",
            ),
            Found(
                (4, 4, 4, 4, 6, 4, 6),
                {
                    6: "Er is een raad, en die wordt gehoord.",
                    4: "De raad mag advies geven over het eten. Over geld beslist het bestuur.",
                },
                4,
                "De raad van bezoekers geeft advies over eten en openingstijden. Over geld, personeel en regels beslist het bestuur.",
            ),
        ),
        "stadszorg": (
            Found(
                (6, 8, 6, 6, 8, 6, 8),
                {
                    8: "Bakken, herstellen, tuinieren: er is voor ieder iets bij.",
                    6: "Elke maand wisselen is leuk, maar een vak leer je zo niet.",
                },
                6,
                "Er zijn vier echte werkplekken om te proberen. Na een maand kiest iemand opnieuw; van één vak leren komt het dan niet.",
            ),
            Found(
                (6, 6, 6, 8, 6, 8, 6),
                {
                    8: "De plekken bestaan al, dus het kan morgen beginnen.",
                    6: "Buren horen pas iets als De Avondtafel langskomt.",
                },
                6,
                "De plekken zijn al deel van de buurt. Wie als buur meteen iemand wil bellen, vindt in het plan geen nummer.",
            ),
            Found(
                (6, 8, 6, 8, 6, 6, 6),
                {
                    8: "Stemmen over het potje, vier keer per jaar. Dat is meer dan praten.",
                    6: "Over € 8.000 beslissen zij mee. Over de rest lees ik niets.",
                },
                6,
                "Op elke plek beslist de groep over het werk van de week. Over geld gaat zij alleen bij het potje van € 8.000.",
            ),
        ),
    },
    ("zwolle", 2): {
        "onderdak": (
            Found(
                (8, 10, 8, 8, 8, 8, 6),
                {
                    10: "Wie een maand kookt mag een avond leiden. Zo wordt iemand gastheer in plaats van gast.",
                    8: "Zes avonden samen eten, en iedereen heeft een taak.",
                    6: "Mooi voor wie van koken houdt. Voor een ander zie ik minder.",
                },
                8,
                "Zes avonden per week koken en eten mensen samen, en wie een maand kookt mag een avond leiden. In het weekend is er een klus in de straat.",
            ),
            Found(
                (10, 8, 8, 10, 8, 8, 8),
                {
                    10: "Het buurthuis is van ons allemaal. Daar eet ik nu ook al.",
                    8: "De Avondtafel kent de buren, en wie die avond leidt neemt de telefoon op.",
                },
                8,
                "Het is in het buurthuis, met mensen die de straat al kent. Op elke avond is er één persoon die buren kunnen bellen.",
            ),
            Found(
                (8, 8, 10, 8, 6, 8, 8),
                {
                    10: "De kokers gaan over het eetgeld. Dat is € 34.000 en geen zakgeld.",
                    8: "Wie kookt beslist over het menu en het geld. De organisatie houdt zich erbuiten.",
                    6: "Over het eten wel. Wie het rooster maakt, kiezen zij niet.",
                },
                8,
                "De kokers beslissen over menu en eetgeld. De twee groepen uit de buurt maken samen het rooster; de penvoerder heeft geen stem.",
                "Oda had graag gezien dat ook de kokers over het rooster beslissen.",
            ),
        ),
        "stadszorg": (
            Found(
                (4, 6, 4, 4, 6, 6, 6),
                {
                    6: "Er is elke avond iets te doen.",
                    4: "Inschrijven op een lijst voor een film: dat is kijken, niet doen.",
                },
                4,
                "Er is een programma waarvoor bezoekers zich inschrijven. Zelf iets maken of leren komt er bijna niet in voor.",
            ),
            Found(
                (6, 4, 6, 6, 6, 4, 6),
                {
                    6: "De wijkagent weet ervan en er is een plek.",
                    4: "Een formulier op een website. Mijn buurvrouw van tachtig vult dat niet in.",
                },
                6,
                "De locatie is er en er zijn afspraken met de wijkagent. Buren kunnen alleen een formulier invullen.",
            ),
            Found(
                (4, 4, 2, 4, 4, 4, 4),
                {
                    4: "Een vragenlijst per kwartaal. Beslissen doet het team.",
                    2: "Eén bezoeker in een overleg van begeleiders. Dat is er eentje voor de foto.",
                },
                4,
                "Bezoekers vullen een vragenlijst in en één denkt mee met het team. Zij beslissen niet over werk, geld of regels.",
            ),
        ),
        "werkbank": (
            Found(
                (8, 8, 8, 6, 8, 8, 8),
                {
                    8: "Afmaken waar je overdag aan begon, en op zaterdag de buurt helpen.",
                    6: "Goed, maar vooral voor wie overdag al komt.",
                },
                8,
                "Mensen werken door aan hun eigen werkstuk en repareren op zaterdag spullen van de buurt. Het is er voor wie van werken met de handen houdt.",
            ),
            Found(
                (6, 8, 6, 4, 6, 6, 8),
                {
                    8: "Dezelfde plek als overdag. De buren hebben het nummer al.",
                    6: "Drie avonden en de zaterdag. De uitvraag vroeg om zeven avonden.",
                    4: "Op zondag en maandag is er niets. Juist dan is het stil in de stad.",
                },
                6,
                "De plek is bekend en er is één nummer. Er zijn drie avonden en een zaterdag; op de andere avonden is er niets.",
            ),
            Found(
                (8, 8, 6, 8, 8, 6, 8),
                {
                    8: "Het werkberaad geldt ook voor de avond. Eén stem voor ieder.",
                    6: "Het beraad is op vrijdagmiddag. Wie alleen 's avonds komt, is er dan niet.",
                },
                8,
                "Wie in de avond komt heeft dezelfde stem in het werkberaad. Dat is op vrijdagmiddag; daar kan niet iedereen bij zijn.",
            ),
        ),
    },
    # Three have handed in, two still judge: Lena did four of six, Joke one.
    ("woensel", 1): {
        "buurtkracht": (
            Found(
                (10, 10, 8, 8, 8),
                {
                    10: "Hier telt of mensen elkaar kennen, en dat wordt gemeten. Dat is precies wat wij vroegen.",
                    8: "Veertig mensen met iets te doen op één hoek. Ik geloof het, als de huur maar rond komt.",
                },
            ),
            Found(
                (10, 10, 10, None, 8),
                {
                    10: "Wij krijgen de sleutel. Niet een kopie, de sleutel.",
                    8: "Bewoners beslissen over € 18.000 per kamer. Wie het bestuur kiest, staat er ook.",
                },
            ),
        ),
        "schakelpunt": (
            Found(
                (8, 8, 6, None, 8),
                {
                    8: "Langs elke deur gaan, straat voor straat. Acht straten met een eigen plan is veel.",
                    6: "Een plan per straat is goed. Daarna gaat het team weer weg.",
                },
            ),
            Found(
                (6, 6, 6, None, 6),
                {6: "Het panel beslist mee over de straten. De sleutel ligt bij de beheerder."},
            ),
        ),
        "zorgbreed": (
            Found(
                (6, None, 4, None, 6),
                {
                    6: "Eén vaste persoon is fijn als je hulp hebt. Over de straat lees ik weinig.",
                    4: "Dit gaat over cliënten. Ik ben geen cliënt, ik ben een buurman.",
                },
            ),
            Found(
                (4, None, 4, None, 4),
                {4: "Een raad met adviesrecht. De sleutel blijft bij de medewerkers."},
            ),
        ),
    },
}
