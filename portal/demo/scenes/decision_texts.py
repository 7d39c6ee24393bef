"""What is decided in step 4 of the stories, what each loser reads, and how committees explain it. All made up."""
# ruff: noqa: E501 - what people write is read best in one piece

DECISIONS = {
    1: {
        "for": "werkbank",
        "reason": "De Werkbank en Fietslab Holtenbroek laten mensen zonder huis elke dag zelf iets maken. Dat vroegen bezoekers van de dagopvang, en dat telde het zwaarst. De plek past bij het werk, en wie meedoet beslist over geld en regels.",
        "conditions": "Het werk begint uiterlijk op 1 januari 2025.\nNa zes uur 's avonds wordt er niet geslepen.\nElk half jaar meet u met ons hoeveel mensen meedoen en wat zij ervan vinden.\nDe subsidie stellen wij elk jaar vast voor 1 juni, op grond van uw verslag.",
    },
    2: {
        "for": "onderdak",
        "reason": "Aan de lange tafel eten en koken mensen met en zonder huis samen, zes avonden per week. Twee groepen uit de buurt hebben de stem, en wie kookt gaat over het eetgeld. Daarom is dit plan het beste voor de avond en het weekend.",
        "conditions": "Het werk begint uiterlijk op 1 januari 2025.\nU vraagt de vergunning voor het buurthuis aan voor 1 november.\nElk half jaar meet u met ons hoeveel mensen aan tafel zitten en meekoken.\nDe subsidie stellen wij elk jaar vast voor 1 juni, op grond van uw verslag.",
    },
}
LEGAL_BASIS = "Nadere regels subsidie dagactivering Zwolle 2024, artikel 6"

ADVANTAGES = {
    (
        1,
        "onderdak",
    ): "Mensen maken of leren zelf iets: bij De Werkbank begint ieder op de eerste dag met een eigen werkstuk, en blijft er een map over voor een werkgever. Bij u staat niet wat iemand na een half jaar kan.\n\nMensen beslissen mee: daar beslist het werkberaad over € 12.000 en over de regels. Bij u geeft de raad advies.\n\nOp de plek en de buurt kreeg uw plan hetzelfde oordeel.",
    (
        1,
        "stadszorg",
    ): "Mensen maken of leren zelf iets: bij De Werkbank werkt iemand maanden aan één vak. Bij u wisselt hij elke maand van plek.\n\nHet past bij de plek en de buurt: daar hebben buren één nummer waar altijd iemand opneemt.\n\nMensen beslissen mee: daar gaat het elke week over werk, regels en geld. Bij u gaat het over geld alleen bij het gezamenlijke potje.",
    (
        2,
        "stadszorg",
    ): "Mensen maken of leren zelf iets: aan de lange tafel koken mensen zelf en leiden zij na een maand een avond. Bij u schrijven zij zich in voor een programma.\n\nHet past bij de plek en de buurt: daar eten buren mee en kunnen zij bellen. Bij u vullen zij een formulier in.\n\nMensen beslissen mee: daar gaan de kokers over het eetgeld. Bij u beslist het team.",
    (
        2,
        "werkbank",
    ): "Het past bij de plek en de buurt: de lange tafel is er zes avonden en het hele weekend. Bij u is er op vier avonden en op zondag niets.\n\nOp de twee andere vragen kreeg uw plan hetzelfde oordeel.",
}

EXPLANATIONS = {
    1: {
        "by": "ria",
        "explanation": "Mensen maken zelf iets. Op de eerste dag begint ieder aan een eigen werkstuk.\nWie meedoet, beslist mee. Elke vrijdag, ook over geld.\nDe straat heeft er iets aan. Wat bij u stuk is, wordt er gemaakt.",
        "found_hard": "Een van ons woont om de hoek en is bang voor het geluid. Wij zijn samen gaan luisteren bij een lasser. Daarom staat nu in het besluit dat er na zes uur niet wordt geslepen.\n\nOnderdak en Verder kent de mensen het langst. Op de plek en de buurt kreeg hun plan hetzelfde oordeel. Wij hopen dat zij hun kennis delen.",
        "quote": "Ik heb twintig jaar niks in mijn handen gehad. Ik wist bij dit plan meteen wat ik maandag zou gaan doen.",
        "quote_by": "Cor, lid van de commissie",
        "what_changes": "De dagopvang blijft open tot de werkplaats er is.\nVanaf 1 januari kunt u spullen laten maken in de werkplaats.\nHebt u last van iets? Er komt één nummer dat u altijd kunt bellen.",
        "talk_about_it": "Dinsdag 17 september van 10 tot 12 uur zitten wij in de dagopvang. De koffie staat klaar.",
    },
    2: {
        "by": "fatima",
        "explanation": "Samen eten met wie er wel een huis heeft. Zes avonden per week.\nWie kookt, gaat over het geld voor het eten.\nHet is in het buurthuis, waar wij elkaar al kennen.",
        "found_hard": "De Werkbank had ook een goed plan, en kreeg op twee van de drie vragen hetzelfde oordeel. Maar op vier avonden is daar niets. Juist dan is het stil in de stad.",
        "quote": "Aan een lange tafel weet je na tien minuten niet meer wie er een sleutel heeft en wie niet.",
        "quote_by": "Fatima, voorzitter van de commissie",
        "what_changes": "In januari gaat het buurthuis zes avonden open.\nU kunt mee-eten. U kunt ook meekoken.\nOp zaterdag helpt de ploeg met een klus bij u in de straat.",
        "talk_about_it": "Donderdag 19 september van 19 tot 20 uur zitten wij in het buurthuis.",
    },
}
