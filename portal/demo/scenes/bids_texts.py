"""What parties hand in, in step 4 of the stories. Parties, people and amounts are made up."""
# ruff: noqa: E501 - what people write is read best in one piece

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Plan:
    """One bid: who leads it, who joins, and what they write. `answers` are in the order of the criteria.

    `partners` is {party: (role, percent of the money, percent of the hours)}, the lead with an empty role.
    """

    lead: str
    title: str
    summary: str
    answers: tuple[str, ...]
    budget: tuple[tuple[str, str], ...]
    vision: str = ""
    note: str = ""
    partners: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    lead_role: str = "content"
    decision_rule: str = ""
    attachment: str = ""


ZWOLLE = {
    1: (
        Plan(
            lead="werkbank",
            title="De Werkbank: elke dag iets van je handen",
            summary=(
                "Wij openen een werkplaats aan de rand van de binnenstad. Mensen zonder huis lassen er, timmeren en repareren fietsen."
                " Ieder begint op de eerste dag met een eigen werkstuk. Wie het kan, leert het een ander."
                " De werkplaats is zes dagen per week open."
            ),
            answers=(
                "Neem een man van 44 die vroeger laste. Maandag kiest hij met een begeleider wat hij wil maken. Dinsdag en woensdag"
                " staat hij aan de lasbank. Donderdag laat hij een ander zien hoe een hoeklas gaat. Vrijdag brengt hij een hek weg"
                " naar een straat die erom vroeg.\n\nZaterdag is er markt en krijgt zijn werk een prijskaartje. Zondag zijn wij dicht:"
                " dan kookt De Avondtafel.\n\nNa drie maanden heeft ieder een map met werkstukken. Die neemt hij mee naar een werkgever.",
                "De werkplaats komt in een leegstaande garage. Daar maakt lassen niemand wakker. Fietslab Holtenbroek brengt de fietsen"
                " en twee leermeesters mee.\n\nDe buren hebben één nummer. Daar neemt altijd iemand op die er die dag is. Elke eerste"
                " vrijdag drinken wij koffie met de straat. Wij vragen dan wat er stuk is, en maken dat.",
                "Elke vrijdag om twee uur is er werkberaad. Wie die week drie dagen kwam, heeft een stem. Samen gaat het over het werk,"
                " over de regels en over € 12.000 per jaar.\n\nEen voorbeeld: vorig jaar wilde iedereen een oven voor emaille. Wij"
                " dachten aan een heftruck. Het werd de oven.",
            ),
            vision=(
                "In de uitvraag staat het woord dagactivering. Wij gebruiken dat woord niet. Niemand vraagt aan een lasser of hij is"
                " geactiveerd. Wij vragen wat er af is."
            ),
            budget=(
                ("Drie begeleiders, samen 2,6 baan", "148.000"),
                ("Huur en energie van de werkplaats", "41.000"),
                ("Materiaal en gereedschap", "27.000"),
                ("Beraad van deelnemers, vrij te besteden", "12.000"),
                ("Verzekering en administratie", "18.000"),
            ),
            note="Wij verkopen ook werkstukken. Die opbrengst gaat naar de deelnemers en staat hier niet bij.",
            partners={"werkbank": ("", "65", "60"), "fietslab": ("partner", "35", "40")},
            decision_rule=(
                "Het werkberaad, De Werkbank en Fietslab hebben elk één stem. Twee van de drie is genoeg."
                " Over veiligheid besluit de leermeester."
            ),
            attachment="Weekrooster van de werkplaats",
        ),
        Plan(
            lead="onderdak",
            title="Een huis voor overdag",
            summary=(
                "Wij maken van onze dagopvang een huis waar mensen iets te doen hebben. Er is een keuken, een wasserij en een tuin."
                " Vaste begeleiders kennen iedereen bij naam. Wie toe is aan meer, gaat door naar een leerplek."
            ),
            answers=(
                "Om negen uur is er ontbijt, gemaakt door wie dat wil. Daarna kiest iedereen: koken, wassen of tuin. Om half één eten"
                " wij samen. Na de middag zijn er lessen, zoals taal en omgaan met geld. Op vrijdag kijken wij terug op de week."
                " In het weekend is het huis open voor koffie.",
                "Ons huis staat er al elf jaar. Wij werken samen met de huisarts, de opvang voor de nacht en de voedselbank. Met de buren"
                " hebben wij twee keer per jaar overleg. Klachten komen binnen bij de locatiemanager.",
                "Er is een raad van bezoekers. Die geeft advies over het eten, de openingstijden en uitstapjes. Over geld en personeel"
                " besluit het bestuur. Vorig jaar vroeg de raad om een rookplek uit de wind. Die is er gekomen.",
            ),
            budget=(
                ("Vier begeleiders, samen 3,1 baan", "171.500"),
                ("Huis: huur, energie, schoonmaak", "52.000"),
                ("Eten en materiaal", "21.000"),
                ("Leiding en administratie", "14.500"),
            ),
        ),
        Plan(
            lead="stadszorg",
            title="Route Overdag",
            summary=(
                "Vier plekken in de stad doen samen mee: een bakkerij, een kringloopwinkel, een buurttuin en een atelier."
                " Wij houden de groep bij elkaar en regelen vervoer en verzekering. Bezoekers kiezen elke maand een plek."
            ),
            answers=(
                "Een bezoeker begint met een kennismaking op alle vier de plekken. Daarna werkt zij drie dagen op de plek van haar keuze."
                " Eén dag is vrij en één dag is voor een les. Na een maand kiest zij opnieuw. Zo ontdekt zij wat bij haar past.",
                "De plekken bestaan al en zijn deel van de buurt. Bewonersgroep De Avondtafel loopt elke week een ronde langs de buren."
                " Zij schrijft op wat beter kan. Wij lossen het binnen tien dagen op.",
                "Op elke plek beslist de groep over het werk van de week. Vier keer per jaar is er een dag voor alle plekken samen."
                " Daar stemmen bezoekers over het gezamenlijke potje van € 8.000.",
            ),
            budget=(
                ("Begeleiding op vier plekken", "176.000"),
                ("Vervoer en verzekering", "24.000"),
                ("Bijeenhouden van de groep, vast bedrag", "31.000"),
                ("Gezamenlijk potje", "8.000"),
            ),
            partners={"stadszorg": ("", "13", "12"), "avondtafel": ("partner", "87", "88")},
            lead_role="facilitating",
            decision_rule="Elke plek heeft één stem, ook over geld. Stadszorg IJsseldelta heeft geen stem en voert uit.",
        ),
    ),
    2: (
        Plan(
            lead="onderdak",
            title="De lange tafel",
            summary=(
                "Zes avonden per week eten mensen samen aan één lange tafel. Wie geen huis heeft kookt mee met wie er wel een heeft."
                " Op zaterdag en zondag is er overdag een klus te doen in de straat."
            ),
            answers=(
                "Om vier uur halen twee mensen de boodschappen. Om vijf uur staat er een ploeg in de keuken. Om half zeven eten wij."
                " Daarna is er muziek, een spel of een gesprek. In het weekend helpt de ploeg bij een verhuizing of een tuin."
                " Wie een maand kookt, mag een avond leiden.",
                "Wij eten in het buurthuis, waar de straat al komt. De Avondtafel kent de buren: het zijn haar eigen leden."
                " Fietslab zorgt dat iedereen met een lichtje naar huis rijdt. De buren hebben het nummer van wie die avond leidt.",
                "De kokers beslissen over het menu en het eetgeld. De Avondtafel en Fietslab beslissen samen over het rooster."
                " Wij regelen het geld en de vergunning, meer niet.",
            ),
            budget=(
                ("Twee avondleiders, samen 1,4 baan", "79.000"),
                ("Eetgeld", "34.000"),
                ("Huur van het buurthuis", "13.000"),
                ("Organisatie, vast bedrag", "15.000"),
            ),
            partners={
                "onderdak": ("", "11", "8"),
                "avondtafel": ("partner", "61", "62"),
                "fietslab": ("partner", "28", "30"),
            },
            lead_role="facilitating",
            decision_rule="De Avondtafel en Fietslab hebben elk één stem. Onderdak en Verder heeft er geen. Bij gelijke stand beslist de keuken.",
        ),
        Plan(
            lead="stadszorg",
            title="Avondlicht",
            summary=(
                "Wij openen onze locatie ook in de avond en het weekend. Er zijn twee begeleiders, een maaltijd en een programma."
                " Wie wil, praat met iemand over werk of wonen."
            ),
            answers=(
                "Van zes tot tien uur is er een programma: sport op maandag, koken op dinsdag, film op vrijdag. In het weekend is er een"
                " uitstap. Bezoekers schrijven zich in op een lijst bij de deur.",
                "De locatie ligt aan een rustige straat. Wij hebben afspraken met de wijkagent. De buren kunnen een formulier invullen"
                " op onze website. Zij krijgen binnen vijf dagen antwoord.",
                "Bezoekers vullen elk kwartaal een vragenlijst in. Met de uitkomst passen wij het programma aan. Eén bezoeker denkt mee"
                " in het overleg van het team.",
            ),
            budget=(("Begeleiders in avond en weekend", "112.000"), ("Maaltijden", "19.000"), ("Programma", "11.500")),
        ),
        Plan(
            lead="werkbank",
            title="De Werkbank ook op zaterdag",
            summary=(
                "Onze werkplaats is dan ook drie avonden en op zaterdag open. Mensen maken af waar zij overdag aan begonnen."
                " Op zaterdag is er een repaircafé voor de hele buurt."
            ),
            answers=(
                "Dinsdag, woensdag en donderdag is de werkplaats open tot negen uur. Ieder werkt door aan het eigen werkstuk."
                " Op zaterdag brengt de buurt kapotte spullen. Wie handig is, zit dan achter de tafel.",
                "Het is dezelfde garage als overdag. De buren kennen ons nummer. In de avond gebruiken wij geen slijptol.",
                "Het werkberaad van vrijdag gaat ook over de avond. Wie in de avond komt, heeft dezelfde stem.",
            ),
            budget=(("Begeleiding in avond en weekend", "96.000"), ("Huur, energie en materiaal", "37.000")),
        ),
    ),
}

WOENSEL = (
    Plan(
        lead="buurtkracht",
        title="De straat heeft de sleutel",
        summary=(
            "Bewoners krijgen de sleutel van drie huiskamers in de wijk. Wij leiden twintig bewoners op als gastheer of gastvrouw."
            " Klusclub Tongelre knapt de kamers samen met hen op."
        ),
        answers=(
            "Neem één straat in Woensel-Noord. Nu groeten de meeste mensen elkaar, meer niet. Over twee jaar is er op de hoek een"
            " huiskamer die vijf dagen open is. Veertig mensen hebben er iets te doen: soep, huiswerk, een klus.\n\nWie ziek is krijgt"
            " binnen een dag iemand aan de deur. Dat meten wij: elk half jaar vragen wij hoeveel mensen om de hoek men kent.",
            "De sleutel ligt bij drie bewoners per kamer. Zij beslissen over de agenda en over € 18.000 per jaar. De coöperatie heeft 140"
            " leden, allen bewoners. Die kiezen elk jaar het bestuur.\n\nWij beslissen niets over een kamer zonder de mensen met de"
            " sleutel.",
        ),
        vision="Een wijk heeft geen hulpvraag. Een wijk heeft mensen. Daar beginnen wij.",
        budget=(
            ("Opbouwwerk, 5,5 baan", "462.000"),
            ("Drie huiskamers: huur en inrichting", "196.000"),
            ("Geld waar bewoners over beslissen", "54.000"),
            ("Opleiding van gastheren en gastvrouwen", "68.000"),
            ("Klusclub: opknappen met bewoners", "87.000"),
        ),
        partners={"buurtkracht": ("", "86", "79"), "klusclub": ("partner", "14", "21")},
        decision_rule="Elke huiskamer heeft één stem, de coöperatie één en Klusclub één. Boven € 10.000 moeten vier van de vijf ja zeggen.",
        attachment="Drie huiskamers op de kaart",
    ),
    Plan(
        lead="schakelpunt",
        title="Dichtbij in Woensel",
        summary=(
            "Een vast team van zes mensen is elke dag te vinden in de wijk. Wij sluiten aan bij wat er al is: de school, de kerk,"
            " de sportclub. Bewoners denken mee in een wijkpanel."
        ),
        answers=(
            "Wij kiezen één straat per kwartaal en gaan langs elke deur. Wij vragen wat goed gaat en wat beter kan. Daar maken wij met"
            " de straat een plan van. Over twee jaar hebben acht straten zo'n plan en voeren zij het zelf uit.",
            "Het wijkpanel heeft twaalf bewoners. Het beslist mee over de straten en adviseert over het geld. Ons team beslist over"
            " personeel. De sleutel van de ruimtes ligt bij de beheerder en bij twee vrijwilligers.",
        ),
        budget=(
            ("Team van zes, 5,2 baan", "478.000"),
            ("Ruimtes in de wijk", "142.000"),
            ("Plannen van straten", "160.000"),
            ("Organisatie", "96.000"),
        ),
    ),
    Plan(
        lead="zorgbreed",
        title="Welzijn op maat",
        summary=(
            "Wij brengen zorg en welzijn bij elkaar in één loket. Wie een vraag heeft, krijgt één vaste persoon."
            " Er zijn groepen voor bewegen, eten en mantelzorg."
        ),
        answers=(
            "In deze straat wonen nu 31 mensen die hulp krijgen van vier organisaties. Over twee jaar hebben zij één vaste persoon."
            " Twaalf van hen doen mee aan een groep. Zes helpen zelf een ander.",
            "Wij hebben een cliëntenraad en een jaarlijkse bijeenkomst voor de wijk. De raad heeft adviesrecht op de begroting."
            " De sleutel van de ruimtes is bij onze medewerkers.",
        ),
        budget=(
            ("Medewerkers, 6 baan", "548.000"),
            ("Loket en ruimtes", "154.000"),
            ("Groepen", "118.000"),
            ("Leiding en systeem", "92.000"),
        ),
    ),
)
