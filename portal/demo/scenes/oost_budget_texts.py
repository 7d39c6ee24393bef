"""What is said around the neighbourhood budgets of the Indische Buurt. Persons, plans and amounts are invented."""

# Lines of the inventory: (key, kind, title, text, euros a year)
LINES = (
    ("walls", "money", "Kleur op blinde muren", "Schilderingen die bewoners met een kunstenaar maken.", 18_000),
    ("play", "money", "Schommels en schaduw", "Kleine verbeteringen op vijf speelplekken.", 38_000),
    ("feasts", "money", "Straatfeesten", "Kleine bijdragen voor feesten die straten zelf houden.", 9_500),
    ("benches", "task", "Bankjes op looproutes", "Zitten onderweg naar winkel, school en dokter.", 21_000),
)
# Plans of residents, as they filed them.
PLANS = {
    "table": {
        "title": "Een lange tafel op het plein",
        "what": "Elke maand dekken wij een lange tafel. Wie wil, neemt iets te eten mee. Wie niets heeft, schuift ook aan.",
        "problem": "Buren wonen boven elkaar en kennen elkaars naam niet.",
        "cost": 950_000,
        "makers": "Vier buren van het Makassarplein",
    },
    "sewing": {
        "title": "Naaien en taal in één middag",
        "what": "In een leeg lokaal staan naaimachines. Wie naait, leert Nederlands. Wie Nederlands kent, leert naaien.",
        "problem": "Vrouwen zitten thuis en komen de deur niet uit.",
        "cost": 1_800_000,
        "makers": "Naaikring Javastraat in oprichting",
        "email": "naaikring@demo.example",
    },
    "evening": {
        "title": "Een huiskamer voor jongeren in de avond",
        "what": "Drie avonden per week is er een kamer open, met twee mensen uit de buurt erbij. Jongeren maken zelf de regels.",
        "problem": "In de avond kunnen jongeren nergens heen. Op straat krijgen zij de schuld van alles.",
        "cost": 2_400_000,
        "makers": "Twee vaders en een trainer",
    },
    "repair": {
        "title": "Maakkar langs de straten",
        "what": "Een kar met gereedschap staat elke week in een andere straat. Wij repareren samen wat kapot is.",
        "problem": "Wat stuk is, ligt de volgende dag naast de container.",
        "cost": 620_000,
        "makers": "Maakclub Oost",
    },
}
# What their makers heard, all the same: the neighbourhood says whether there is money.
ANSWER = {
    "legitimacy": "Het past bij wat bewoners eerder opschreven over hun buurt.",
    "effectiveness": "Het is klein genoeg om gewoon te proberen.",
    "involvement": "Wie het bedacht, doet het ook.",
    "reason": "Wij doen graag mee. Of er geld voor is, zeggen de buren zelf.",
    "next_step": "Uw plan komt op de buurtbegroting.",
}
# What each is on the form, in one sentence.
SENTENCES = {
    "walls": "Een muur per jaar, op een plek die de straat kiest.",
    "play": "Een nieuwe schommel en schaduw op de plek die ouders kiezen.",
    "feasts": "Meer straten kunnen een feest houden, met een kar vol spullen.",
    "benches": "Acht bankjes onderweg naar winkel, school en dokter.",
    "table": "Elke maand een lange tafel op een plein, twaalf keer per jaar.",
    "sewing": "Twee middagen per week naaien en taal, met een docent.",
    "evening": "Drie avonden per week een kamer die open is, met twee mensen erbij.",
    "repair": "Elke week een kar met gereedschap in een andere straat.",
}
LAST_YEAR = {
    "title": "Buurtbegroting Indische Buurt, vorig jaar",
    "why": "Bewoners volgen al jaren waar het geld van hun buurt heen gaat. Nu verdelen zij een deel ervan zelf.",
    "who": "Iedereen die in de Indische Buurt woont of werkt, vanaf 12 jaar.",
    "weight_because": "Dit deel is van de buurt. Wij zeiden vooraf dat wij ons eraan houden.",
}
THIS_YEAR = {
    "title": "Buurtbegroting Indische Buurt",
    "why": "Vorig jaar verdeelden bewoners voor het eerst zelf geld. Dit jaar doen wij het weer, met nieuwe plannen erbij.",
    "who": "Iedereen die in de Indische Buurt woont of werkt, vanaf 12 jaar.",
    "weight_because": "Twee plannen vragen ook een vergunning. Daarom kunnen wij niet alles vooraf beloven.",
}
SQUARE = {
    "title": "Geld voor het plein",
    "why": "Van de herinrichting is geld over. Wie om het plein woont, weet wat er nog mist.",
    "who": "Iedereen die om het plein woont.",
    "weight_because": "Het is weinig geld en het is voor hen.",
}
NEXT = {"title": "Geld voor de pleinen, volgend jaar", "why": "Er komt elk jaar een beetje geld vrij."}

DECIDED = {
    "walls": "Wij doen wat bewoners verdeelden.",
    "play": "Wij doen wat bewoners verdeelden.",
    "feasts": "Wij geven iets meer, want zes straten hadden zich al gemeld.",
    "table": "Wij doen wat bewoners verdeelden.",
    "sewing": "Bewoners gaven dit het meeste. De docent begint in september.",
}
REVISED = "De speelplek wordt duurder, want onder het zand lag een oude fundering. Het geld voor feesten was niet op."
DECIDED_ANEW = DECIDED | {
    "play": "Bewoners gaven minder. Zonder extra geld kan de schommel niet veilig staan.",
    "feasts": "Vier straten hielden een feest. Wat over is, gaat naar de speelplek.",
}
