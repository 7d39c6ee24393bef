"""What is agreed in step 5 of the story of Zwolle. Parties, people, words and amounts are made up."""

# ruff: noqa: E501 - an agreement is one line
FORM_REASON = (
    "Het gaat om subsidie, dus de beschikking telt. Hoe wij samenwerken en samen bijsturen, staat in de uitvoeringsovereenkomst."
)
FUNDING_REASON = (
    "De plek moet er elke dag zijn, ook als er een week weinig mensen komen. Betalen per persoon zou kleine groepen straffen."
)

# lot: [(title, what was agreed, clause, place of the criterion that the promise answers, how it follows)]
AGREEMENTS = {
    1: (
        (
            "Elke werkdag aan de werkbank",
            "De werkplaats is van maandag tot en met zaterdag open, van 8.30 tot 16.00 uur. Er is een lasbank en er zijn acht plekken om te timmeren. In 2026 doen van elke 100 bezoekers er 60 ten minste drie dagen per week iets waar zij zelf voor kozen.",
            "maken",
            1,
            "De uitvraag vraagt om echt gereedschap, ook voor staal. De Werkbank beloofde dat ieder op de eerste dag aan een eigen werkstuk begint. De 60 staat in allebei.",
        ),
        (
            "Wat gemaakt is, blijft staan",
            "Elk jaar maken bezoekers ten minste twaalf dingen die blijven: een hek, een bank, een trap bij een buur. Ieder houdt een map bij met eigen werk. Twee bezoekers en een buur tellen mee.",
            "maken",
            1,
            "Dat iets blijft, staat in de uitvraag omdat een bezoeker daarom vroeg. De Werkbank beloofde de map en het werk voor straten die erom vragen.",
        ),
        (
            "De buren hebben één nummer",
            "Er is één telefoonnummer. Wie opneemt, is die dag op de plek. Elke eerste vrijdag is er koffie voor de straat. Er zijn nooit meer dan vijftien mensen in één ruimte en honden mogen mee naar binnen.",
            "plek",
            2,
            "Dit zijn de eisen van de uitvraag, met de koffie erbij die De Werkbank zelf aanbood.",
        ),
        (
            "Het werkberaad beslist mee",
            "Elke vrijdag om twee uur is er werkberaad. Wie die week drie dagen kwam, heeft een stem. Het beraad gaat over het werk, de regels en € 12.000 per jaar. In 2026 zeggen van elke 100 bezoekers er 50: ik beslis hier mee.",
            "kiezen",
            3,
            "De commissie vond dit het sterkste deel van het plan. Het bedrag staat in de begroting die De Werkbank indiende.",
        ),
    ),
    2: (
        (
            "Zes avonden een lange tafel",
            "Op zes avonden per week eten mensen samen in het buurthuis. Vanaf vijf uur staat er een ploeg in de keuken. Om half zeven is het eten klaar.",
            "avond",
            1,
            "De uitvraag vraagt om vier avonden. In het plan staan er zes.",
        ),
        (
            "Ook op zondag",
            "Op zaterdag en op zondag is er overdag een klus in de straat. Wie meedoet, eet ’s avonds mee.",
            "avond",
            1,
            "Zondag staat met naam in de uitvraag, na een briefje dat niemand ondertekende. Het plan maakt er een klus van.",
        ),
        (
            "Er is altijd iemand bij die het kan",
            "Elke avond leidt een vaste kracht, samen met een buur. De buren hebben het nummer van wie die avond leidt. In 2026 zijn er na vijf uur hooguit 21 meldingen van overlast in een maand.",
            "avond",
            2,
            "Buren wilden helpen, maar niet alleen. Dat staat in de uitvraag, en het plan noemt wie er is.",
        ),
        (
            "De kokers gaan over het eetgeld",
            "Wie een maand kookt, beslist mee over het menu en het eetgeld van € 34.000 per jaar. De Avondtafel en Fietslab maken samen het rooster.",
            "kiezen",
            3,
            "De derde vraag van de commissie was: wie beslist? Dit was het antwoord in het plan.",
        ),
    ),
}
