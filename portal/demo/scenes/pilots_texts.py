"""The words of the pilot in Utrecht. The districts are real; people and words are made up."""

from dialogues.models import RuleKind

PROGRAMME = "Buurten aan tafel"
DOT = "Over twee jaar eet niemand in deze wijk alleen die dat niet wil."
RULES = {
    RuleKind.ROLE: "Wij zijn ondersteuner. Buren beginnen, wij helpen met plek en geld.",
    RuleKind.FIXED: "Er wordt gekookt in de wijk zelf.\nIedereen mag komen, ook zonder geld.",
    RuleKind.OPEN: "Waar, wanneer en met wie.\nOf er ook iemand bij komt die betaald wordt.",
    RuleKind.WEIGHT: "Wie kookt, beslist over de tafel.\nU krijgt op elke inbreng een antwoord.",
    RuleKind.WHO_DECIDES: "Een commissie met vooral bewoners kiest de plannen.\nHet college neemt het besluit.",
    RuleKind.MONEY: "Er is € 60.000 tot € 90.000 per jaar voor de hele wijk.",
    RuleKind.PAY: "Wie meedenkt, eet mee.",
    RuleKind.HOUSE_RULES: "Wij weigeren alleen wat iemand kwetst of wat privé is.\nWij zeggen er altijd bij waarom.",
}
FACTS = (
    (
        "In Overvecht wonen 35.255 mensen, in 17.470 huishoudens. Daarvan zijn er 9.155 van één persoon.",
        "CBS, Kerncijfers wijken en buurten 2024",
    ),
)
QUESTIONS = ("Wie mist u aan tafel?", "Welke keuken in de buurt staat leeg?")
ANSWER = "Hier zijn wij mee begonnen. In het voorjaar ging de eerste keuken open, en een buur haalt mensen op."
LEARN = "Komen mensen die alleen wonen als buren koken?\nHoeveel tafels kan een buurt zelf dragen?\nWat kost een tafel in een jaar?"
GO = "Op negen plekken eten elke week mensen samen. Zes daarvan doen buren zelf."
LEARNT = (
    "Mensen komen eerder als een buur aanbelt dan door een folder.\n"
    "Een tafel van tien kost ongeveer € 1.400 in een jaar.\n"
    "Jongeren kwamen pas toen zij zelf kookten."
)
# A part of the request: its title, its text, and what of the pilot stands in it.
FROM_THE_PILOT = (
    "Een buur haalt u op",
    "Van elke tien mensen aan tafel komen er vier die anders alleen aten.\n\n"
    "- Bij elke tafel is iemand die aanbelt en meeloopt.\n- Jongeren koken zelf, ten minste één keer per maand.",
    "Mensen kwamen eerder als een buur aanbelde dan door een folder. Jongeren kwamen pas toen zij zelf kookten.",
)
SAID_IN_OVERVECHT = (
    ("Naima", "In onze flat is een keuken op de begane grond. Die is altijd op slot."),
    ("Cees", "Ik kook al voor drie mensen op mijn gang. Er kunnen er best tien bij, als iemand de boodschappen draagt."),
    ("", "Ik durf niet alleen naar binnen. Haal mij op."),
)
SAID_IN_ZUIDWEST = (
    ("Ibrahim", "Op zondag staat de sportkantine leeg. Daar kan een lange tafel."),
    ("Ans", "Na de wandeling op dinsdag willen wij samen eten. Wij zijn met acht."),
    ("", "Mijn man is dood. Ik kook niet meer voor één."),
    ("Soraya", "Wij hebben een pan voor vijftig mensen. Wij zoeken een plek, geen geld."),
    ("Jaap", "Vraag de jongens van het plein. Die koken beter dan jullie denken."),
    ("", "Ik eet geen varken en mijn buurvrouw geen vlees. Zeg vooraf wat er is."),
    ("Wil", "Doe het om half zes. Later ga ik de deur niet meer uit."),
    ("Meryem", "Laat de school meedoen. Daar komen de moeders toch al."),
    ("Koos", "Ik wandel elke dag langs lege huizen. Een huiskamer is ook een restaurant."),
    ("", "Geen thema’s, geen spelletjes. Gewoon eten."),
    ("Bep", "Ik wil best afwassen. Dan hoor ik erbij."),
    ("Hamid", "Mijn winkel geeft elke avond brood weg. Wie haalt het op?"),
)
