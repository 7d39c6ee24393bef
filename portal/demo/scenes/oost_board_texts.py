"""What the sorting boards of the Indische Buurt say. That residents and the district sorted tasks there, and that the outcome
became a paper of the residents' own view, is so; the tasks, amounts, votes and reasons are invented.
"""

TASKS = """\
Kenmerk;Taak;Wijk;Thema;Kosten per jaar;Btw;Toelichting
IB-01;Het buurtcentrum openhouden;Indische Buurt;Ontmoeten;€ 218.000;geen;\
De sleutel, het rooster, de bar en wie er een zaal mag gebruiken.
IB-02;Geveltuinen en boomspiegels;Indische Buurt;Groen;€ 46.000;excl;Het groen voor de deur: planten, water geven, onkruid.
IB-03;Plantsoenen en grote bomen;Indische Buurt;Groen;€ 305.000;excl;Snoeien, maaien en bomen controleren na een storm.
IB-04;Zwerfvuil en grof afval;Indische Buurt;Schoon;€ 162.000;excl;Wat naast de container staat, en wat op straat ligt.
IB-05;Huiswerkhulp voor kinderen;Indische Buurt;Leren;€ 88.000;geen;Vier middagen in de week, voor kinderen van 8 tot 15 jaar.
IB-06;Nederlands oefenen;Indische Buurt;Leren;€ 54.500;geen;Samen praten, naast de lessen op school.
IB-07;Op bezoek bij wie alleen is;Indische Buurt;Zorg en hulp;€ 61.000;geen;Koffie, een boodschap, iemand die belt.
IB-08;Hulp bij schulden;Indische Buurt;Zorg en hulp;€ 240.000;geen;Van een schoenendoos vol brieven tot een regeling.
IB-09;De speeltuin beheren;Indische Buurt;Spelen;€ 73.000;geen;Opendoen, toezicht houden, kleine reparaties.
IB-10;Overlast op straat;Indische Buurt;Veilig;€ 197.000;geen;Rondlopen, aanspreken en bemiddelen.
IB-11;Straatverlichting;Indische Buurt;Openbare ruimte;€ 129.000;excl;Lampen vervangen en donkere plekken vinden.
"""

BOARD = {
    "title": "Wie doet wat in de Indische Buurt?",
    "reason": (
        "Bewoners doen hier al veel. Wij vragen de buurt welke taken zij wil oppakken, welke wij moeten doen, en wat samen "
        "beter gaat. Wat u kiest, komt in een nota die de buurt zelf schrijft."
    ),
}
# Of each task on the board: what residents, organisations with entrepreneurs, and people of the municipality mostly chose,
# as (residents, together, municipality) of every ten.
LEANS = {
    "Het buurtcentrum openhouden": ((7, 2, 1), (5, 4, 1), (3, 6, 1)),
    "Geveltuinen en boomspiegels": ((8, 2, 0), (6, 4, 0), (7, 2, 1)),
    "Zwerfvuil en grof afval": ((1, 3, 6), (1, 4, 5), (2, 6, 2)),
    "Huiswerkhulp voor kinderen": ((3, 6, 1), (2, 7, 1), (1, 7, 2)),
    "Nederlands oefenen": ((6, 3, 1), (4, 5, 1), (3, 5, 2)),
    "Op bezoek bij wie alleen is": ((6, 4, 0), (3, 6, 1), (4, 5, 1)),
    "Hulp bij schulden": ((0, 6, 4), (0, 5, 5), (0, 1, 9)),
    "De speeltuin beheren": ((6, 3, 1), (5, 4, 1), (1, 4, 5)),
    "Overlast op straat": ((0, 3, 7), (1, 4, 5), (0, 3, 7)),
}
WITHDRAWN = ("Straatverlichting", "De lampen zijn van de netbeheerder. Daar gaan wij als stad niet alleen over.")
# task: (choice, why, why not what most residents chose)
CHOICES = {
    "Het buurtcentrum openhouden": (
        "residents",
        "De buurt runt het centrum al een jaar op proef. Het is zeven dagen open en er komen meer mensen dan eerst.",
        "",
    ),
    "Geveltuinen en boomspiegels": ("residents", "Wie er woont, geeft water. Wij leveren aarde en planten.", ""),
    "Zwerfvuil en grof afval": ("municipality", "Onze wagens rijden al. Wij komen vaker langs op de drukke plekken.", ""),
    "Huiswerkhulp voor kinderen": ("together", "Ouders en studenten geven de hulp. Wij betalen de ruimte en de begeleiding.", ""),
    "Nederlands oefenen": ("residents", "Praten leert u met buren. Wij zorgen voor boeken en koffie.", ""),
    "Op bezoek bij wie alleen is": ("residents", "De bezoekgroep kent de mensen. Wij helpen als er zorg bij moet.", ""),
    "Hulp bij schulden": (
        "municipality",
        "Een regeling treffen mag alleen wie daarvoor is aangewezen. Fouten kosten mensen hun huis.",
        "Veel bewoners willen meelopen. Dat kan: een buur mag mee naar het gesprek. De regeling zelf blijft bij ons.",
    ),
    "De speeltuin beheren": (
        "together",
        "Ouders doen open en houden toezicht. Wij keuren de toestellen.",
        "De wet vraagt een keuring met een aansprakelijke eigenaar. Dat dragen wij niet over, de sleutel wel.",
    ),
    "Overlast op straat": ("municipality", "Handhaven is ons werk. Buurtvaders lopen mee als zij dat willen.", ""),
}
CHANGED = (
    "Nederlands oefenen",
    "together",
    "Buren oefenen met elkaar, en een docent van de stad komt elke week langs.",
    "De oefengroep vroeg om een docent voor wie net begint. Dat betalen wij vanaf nu.",
)
PERIOD = ("Wie houdt het buurtcentrum open?", "De buurt koos dit zelf te doen. Vertel ons hoe u het aanpakt.")
TENDER = {
    "title": "Huiswerkhulp in de Indische Buurt",
    "summary": "Kinderen maken hun huiswerk in de buurt, met hulp van ouders en studenten. Wij maken de uitvraag samen.",
    "reason": "Op het sorteerbord koos de buurt voor samen. Dit is het begin daarvan.",
    "contact_person": "Sylke van der Meer",
    "contact_phone": "14 020",
}
# The board on which everybody can sort today.
OPEN = {
    "title": "Groen en spelen: wie pakt het op?",
    "reason": "Volgend jaar loopt het werk aan groen en speelplekken af. Zeg wat u zelf wilt doen. Wij vragen alleen de rest uit.",
}
OPEN_TASKS = ("Geveltuinen en boomspiegels", "Plantsoenen en grote bomen", "De speeltuin beheren")
# The board that is over, and waits for the choices of the municipality.
WAITING = {
    "title": "Schoon en veilig: wie pakt het op?",
    "reason": "De buurt klaagt over afval en overlast. Wij willen weten waar u zelf iets aan kunt doen.",
}
WAITING_TASKS = ("Zwerfvuil en grof afval", "Overlast op straat")
