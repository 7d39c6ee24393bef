"""What is said around the working day of Oude IJsselstreek. That its council worked for a day with neighbours, volunteers and
carers, made a quarter of a million free for a workshop of clubs, and lets people who offer to do something do it, is how it
went; persons, tables and the other plans are made up.
"""

from dialogues.models import RuleKind

TITLE = "Naobers voor elkaar"
SUMMARY = "Buren, vrijwilligers en mantelzorgers zorgen voor elkaar. Wat hebben zij nodig om dat te blijven doen?"
DOT = "In 2030 heeft iedereen in Oude IJsselstreek een naober die ziet hoe het gaat, voordat er zorg nodig is."
RULES = {
    RuleKind.ROLE: "Wij ondersteunen. Wij begrijpen het, en nemen het niet over.",
    RuleKind.FIXED: "Het geld komt uit het budget voor ondersteuning (Wmo).",
    RuleKind.OPEN: "Wat er nodig is, waar, en wie het doet.",
    RuleKind.WEIGHT: "Wie zelf een aanbod doet, mag het uitvoeren als het kan.",
    RuleKind.WHO_DECIDES: "De raad beslist over het geld, na de werkdag.",
    RuleKind.MONEY: "Er is geld voor één keer. Het bedrag staat bij de werkdag.",
    RuleKind.PAY: "Wie een dag meewerkt, krijgt een lunch en vervangende zorg thuis.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst, en zeggen waarom.",
}
FACTS = (("Clubs merken vaak als eerste dat het met iemand niet goed gaat.", "gesprekken met acht verenigingen, voorjaar"),)
QUESTIONS = ("Wat zou u van een buur durven vragen?",)

DAY = {
    "title": "Werkdag: samen zorgzaam",
    "place": "Zaal van de muziekvereniging, Ulft",
    "capacity": 80,
    "per_party": 3,
    "agenda": "- 10.00 uur: wat zien wij in de straat?\n"
    "- 11.00 uur: acht tafels, elk met een raadslid, een buur, een vrijwilliger en een mantelzorger\n"
    "- 12.30 uur: lunch\n"
    "- 13.15 uur: elke tafel maakt een plan, met een bedrag\n"
    "- 15.00 uur: de tafels vertellen",
}
BEFORE = {
    "lowest": 10_000_000,
    "highest": 20_000_000,
    "known_on": None,
    "purpose": "Eén keer, om te beginnen met wat later zorg scheelt. Uit het Wmo-budget.",
    "decided_by": "De gemeenteraad, een maand na de werkdag.",
    "reason": "",
}
AFTER = {
    "lowest": None,
    "highest": 25_000_000,
    "known_on": None,
    "purpose": "Eén keer, om te beginnen met wat later zorg scheelt. Uit het Wmo-budget.",
    "decided_by": "De gemeenteraad besloot.",
    "reason": "De raad hoorde aan tafel hoe veel clubs al doen. Daarom maakte zij een kwart miljoen euro vrij.",
}
# With Bennie four at each of the eight tables
GUESTS = (
    *("Riek", "Herman", "Sadiye", "Toon", "Annelies", "Gerrie", "Wim", "Marjo", "Henny", "Ali", "Tonny", "Diny", "Frans", "Ellie"),
    *("Jan", "Mientje", "Rob", "Fatma", "Theo van de fanfare", "Ans", "Koen", "Lies", "Bart", "Gerda", "Hasan", "Truus", "Sjaak"),
    *("Nel", "Piet", "Ineke", "Roelof"),
)
REPORT = (
    "Aan acht tafels maakten wij plannen. Raadsleden luisterden vooral.\n\n"
    "**Clubs zien vaak als eerste dat het niet goed gaat.** Zij willen er iets mee doen, en niet in een loket veranderen."
)

# (time on the day, title, what, problem, cost in cents, who sit at the table)
PLANS = {
    "workshop": (
        "13:50",
        {
            "title": "De verenigingswerkplaats",
            "what": "Acht clubs zetten samen een werkplaats op. Wie steun nodig heeft, kan er iets maken of iemand helpen.",
            "problem": "Mensen komen pas in beeld als het al mis is. Clubs zien het eerder.",
            "cost": 25_000_000,
            "makers": "Tafel 2: de fanfare, de voetbalclub en zes andere clubs",
        },
    ),
    "scouts": (
        "14:10",
        {
            "title": "Altijd een karweitje",
            "what": "De scouting doet het hele jaar klusjes bij wie dat niet meer kan, voor een kleine bijdrage.",
            "problem": "Een lamp of een heg is te klein voor de zorg, en te veel voor iemand van tachtig.",
            "cost": 0,
            "makers": "Tafel 5: de scouting, met twee buren uit Terborg",
        },
    ),
    "rest": (
        "14:20",
        {
            "title": "Een vrije zaterdag voor wie zorgt",
            "what": "Twee keer per maand neemt een groep de zorg een dag over.",
            "problem": "Wie voor een ander zorgt, is zelf nooit vrij.",
            "cost": 4_200_000,
            "makers": "Tafel 7: drie mantelzorgers",
        },
    ),
    "phone": (
        "14:35",
        {
            "title": "Elke ochtend even bellen",
            "what": "Een belrondje langs wie alleen woont. Wie niet opneemt, krijgt een buur aan de deur.",
            "problem": "Soms ligt iemand een dag op de grond voordat een ander het merkt.",
            "cost": 350_000,
            "makers": "Tafel 1: buren uit Varsseveld",
        },
    ),
}
ANSWERS = {
    "workshop": {
        "outcome": "yes",
        "legitimacy": "De raad sprak er op de werkdag over met buren, vrijwilligers en mantelzorgers.",
        "effectiveness": "Wie vroeg hulp krijgt, heeft later minder zorg nodig.",
        "involvement": "De clubs doen het zelf. Wij nemen het niet over.",
        "cost_of_plan": 25_000_000,
        "granted": 25_000_000,
        "reason": "Wie zelf een aanbod doet, mag het uitvoeren. De raad maakte er een kwart miljoen euro voor vrij.",
        "next_step": "In de herfst krijgen de clubs het geld. Na een jaar vertellen zij aan de raad hoe het ging.",
    },
    "scouts": {
        "outcome": "yes",
        "legitimacy": "Raadsleden vertellen het verder in hun eigen dorp.",
        "effectiveness": "Kleine klusjes houden mensen langer thuis.",
        "involvement": "Jongeren en ouderen leren elkaar kennen.",
        "cost_of_plan": 0,
        "granted": 0,
        "reason": "Begin gerust. U hebt er geen geld voor nodig, en van ons geen toestemming.",
        "next_step": "Wij hangen uw nummer op in de gemeentewinkel.",
    },
    "rest": {
        "outcome": "no",
        "legitimacy": "Iedereen aan de tafels gunde het u.",
        "effectiveness": "Het werkt, als er elke maand genoeg mensen zijn. Dat is nog niet zeker.",
        "involvement": "Mantelzorgers maakten dit plan zelf.",
        "cost_today": 9_600_000,
        "cost_of_plan": 4_200_000,
        "reason": "Het bedrag is op. Wij vinden het een goed plan, en nemen het mee bij de begroting van volgend jaar.",
    },
}
