"""What the inventories of the demo say. Leudal mapped its tasks with costs and ways to earn, Arnhem laid its ambitions beside
what entrepreneurs offer; the lines, names and amounts are invented.
"""

LEUDAL_TASKS = """\
Kenmerk;Taak;Wijk;Thema;Kosten per jaar;Btw;Verdienmodel;Geschikt;Waarom;Gepland vanaf;Toelichting
T-01;Bermen en plantsoenen onderhouden;;Groen;€ 412.000;excl;Het maaisel gaat naar een vergister. Bewoners verkopen snijbloemen.;\
ja;In vier dorpen doen bewoners nu al een deel zelf.;01-04-2027;Maaien, snoeien en schoffelen langs wegen en in de dorpen.
T-02;Dorpshuizen beheren;;Ontmoeten;€ 186.500;geen;Zaalhuur, een buurtwinkel en een eetpunt brengen ongeveer de helft op.;\
ja;De dorpsraden willen zelf de sleutel.;01-09-2027;Zes gebouwen: openen, schoonmaken, klein onderhoud.
T-03;Jongeren ontmoeten en begeleiden;;Jeugd;€ 264.000;geen;Fondsen en bedrijven betalen mee aan leerplekken.;\
ja;Ouders, clubs en scholen weten wie iets nodig heeft.;01-01-2028;Drie organisaties doen dit nu, elk in eigen dorpen.
T-04;Vervoer naar de dagbesteding;;Zorg en hulp;€ 238.000;excl;\
Bewoners rijden tegen een vergoeding, de bus rijdt ook voor de markt.;\
ja;Twee dorpen rijden al met een eigen bus.;;
T-05;Wegen strooien bij gladheid;;Openbare ruimte;€ 97.000;excl;;nee;\
Wie schade heeft, spreekt de gemeente aan. Dat kunnen wij niet overdragen.;;
T-06;Paspoorten en rijbewijzen;;Dienstverlening;€ 151.000;geen;;nee;Dit mag alleen de gemeente doen.;;
T-07;Folders van de gemeente rondbrengen;;Dienstverlening;€ 8.400;excl;;niet meer nodig;\
Alles staat in het weekblad en op de website.;;
T-08;Sportvelden maaien en belijnen;Heythuysen;Sport;€ 74.500;excl;De kantine en reclame betalen mee.;ja;\
De clubs doen het graag zelf.;01-03-2027;
"""

LEUDAL_CONTRACTS = """\
Kenmerk;Partij;Taak;Wijk;Thema;Bedrag per jaar;Btw;Begindatum;Einddatum;Opzegtermijn
C-11;Groen en Net Midden-Limburg;Groen in de dorpen;;Groen;371.000;excl;01-04-2021;31-03-2027;6
C-12;Taxi De Peel;Vervoer naar de dagbesteding;;Zorg en hulp;238.000;excl;01-01-2023;31-12-2027;6 maanden
C-13;Schoonmaak Zuid;Schoonmaak van de dorpshuizen;;Ontmoeten;41.200;excl;01-09-2022;31-08-2027;3
C-14;Sportbeheer Limburg;Sportvelden;Heythuysen;Sport;69.800;excl;01-03-2020;28-02-2027;3
"""

LEUDAL_SUBSIDIES = """\
Kenmerk;Partij;Taak;Wijk;Thema;Bedrag per jaar;Begindatum;Einddatum;Opzegtermijn
S-01;Jeugd en Wijk Midden-Limburg;Jongerenwerk in Heythuysen en Baexem;Heythuysen;Jeugd;118.000;01-01-2022;31-12-2027;12
S-02;Stichting Samen Jong;Jongerenwerk in Haelen en Horn;Haelen;Jeugd;86.000;01-01-2023;31-12-2027;12
S-03;Jongerenhuis De Kei;Inloop in Roggel;Roggel;Jeugd;60.000;01-01-2024;31-12-2027;6
S-04;Harmonie Sint Jan;Muziekles voor kinderen;Neer;Cultuur;12.500;01-01-2019;31-12-2026;3
S-05;Dorpsraad Horn;Dorpsfeest en lief en leed;Horn;Ontmoeten;4.800;01-01-2020;;
"""

LEUDAL_MONEY = """\
Waarvoor;Wie krijgt het;Wijk;Thema;Bedrag per jaar;Staat in
Dorpshuis Heythuysen;Stichting Dorpshuis Heythuysen;Heythuysen;Ontmoeten;58.000;Programmabegroting, ontmoeten
Dorpshuis Haelen;Stichting Dorpshuis Haelen;Haelen;Ontmoeten;41.500;Programmabegroting, ontmoeten
Dorpshuis Roggel;Stichting De Postkoets;Roggel;Ontmoeten;39.000;Programmabegroting, ontmoeten
Dorpshuis Neer;Stichting Dorpshuis Neer;Neer;Ontmoeten;28.000;Programmabegroting, ontmoeten
Dorpshuis Horn;Stichting Dorpshuis Horn;Horn;Ontmoeten;20.000;Programmabegroting, ontmoeten
Groen in de dorpen;;;Groen;412.000;Programmabegroting, openbare ruimte
Sport en spel in Heythuysen;;Heythuysen;Sport;93.000;Programmabegroting, sport
Sport en spel in Baexem;;Baexem;Sport;31.000;Programmabegroting, sport
Hulp bij het huishouden;;;Zorg en hulp;1.940.000;Programmabegroting, maatschappelijke ondersteuning
Jongerenwerk;;;Jeugd;264.000;Programmabegroting, jeugd
"""

LEUDAL_SUPPLY = """\
Aanbod;Aanbieder;Wijk;Thema;Kosten per jaar;Toelichting
Samen eten op dinsdag;Bewonersgroep Aan Tafel;Neer;Ontmoeten;1.900;Dertig mensen eten mee. De groep wil ook op zondag open.
Klussenbus;Vrijwilligers Roggel;Roggel;Zorg en hulp;3.200;Kleine klussen voor wie het zelf niet meer kan.
Repair-café;Technische school Haelen;Haelen;Ontmoeten;;Leerlingen en ouderen maken samen dingen.
Wandelgroep voor mantelzorgers;Huisartsen Heythuysen;Heythuysen;Zorg en hulp;;Elke woensdag, met een praktijkverpleegkundige.
"""

LEUDAL_BUILDINGS = """\
Gebouw;Gebruiker;Wijk;Thema;Kosten per jaar;Komt vrij op;Geschikt;Waarom
Zwembad De Vrije Slag;Gemeente;Baexem;Sport;€ 214.000;01-07-2027;ja;Zonder plan van het dorp sluit het na dit seizoen.
Oude basisschool aan de kerk;Leeg;Kelpen-Oler;Ontmoeten;€ 17.500;01-08-2026;ja;Het dorp heeft geen andere zaal.
"""

ARNHEM_AMBITIONS = """\
Ambitie;Wijk;Thema;Beleidsstuk;Toelichting
Niemand zit elke dag alleen aan tafel;Presikhaaf;Ontmoeten;Programma wijkaanpak, hoofdstuk over eenzaamheid;\
Wij zoeken oplossingen voor een probleem in een wijk, geen aanbod dat al klaar ligt.
Bewoners krijgen een zetje naar werk;;Werk;Programma wijkaanpak, hoofdstuk over meedoen;Bereik en resultaat zijn te meten.
Lege gebouwen krijgen weer een functie voor de wijk;;Gebouwen;Nota maatschappelijk vastgoed, bladzijde 8;
"""

ARNHEM_SUPPLY = """\
Aanbod;Aanbieder;Wijk;Thema;Kosten per jaar;Toelichting
Buurtrestaurant met programma;De Lange Tafel;Presikhaaf;Ontmoeten;38.000;\
Drie gangen voor weinig geld, met elke week iemand die iets kan betekenen: een verpleegkundige, een agent, een jobcoach.
Leerwerkplek in de keuken;De Lange Tafel;Presikhaaf;Werk;14.500;Acht mensen per jaar koken en bedienen mee.
"""

ARNHEM_BUILDINGS = """\
Gebouw;Gebruiker;Wijk;Thema;Kosten per jaar;Komt vrij op;Geschikt;Waarom
Voormalige gymzaal;Leeg;Presikhaaf;Gebouwen;€ 26.000;01-01-2026;ja;\
Een keuken past erin, en de wijk heeft geen plek om samen te eten.
"""

FRICTION = {
    "jeugdwijk": {
        "staff_costs": 14_200_000,
        "place_costs": 3_800_000,
        "other_costs": 900_000,
        "staff": 9,
        "volunteers": 24,
        "clients": 310,
        "network": "Drie scholen, de voetbalclub, de wijkagent en het jongerenpanel.",
        "needs": "Zeg het ruim vooraf en spreid het over meer jaren. Dan raken minder mensen hun baan kwijt, en kan het gesprek"
        " over de inhoud gaan.",
    },
    "samenjong": {
        "staff_costs": 8_600_000,
        "place_costs": 2_100_000,
        "other_costs": None,
        "staff": 6,
        "volunteers": 11,
        "clients": 190,
        "network": "De dorpsraad van Horn, twee basisscholen en de huisarts.",
        "needs": "Een half jaar waarin de nieuwe partij meeloopt.",
    },
    "dekei": {
        "staff_costs": 4_300_000,
        "place_costs": None,
        "other_costs": 600_000,
        "staff": 3,
        "volunteers": 18,
        "clients": 85,
        "network": "Vrijwilligers uit Roggel en de carnavalsvereniging.",
        "needs": "Het huis moet open blijven, ook als wij stoppen.",
    },
}
CLEANING_GOES_ON = "De dorpshuizen zijn tevreden. Wij verlengen met een jaar, tot de dorpen zelf over hun huis gaan."
QUESTION = "Waarom kost het groen in Leudal meer dan in het dorp van mijn zus?"
ANSWER = (
    "Leudal heeft veel bermen: 640 kilometer langs wegen buiten de dorpen. Dat is twee derde van het bedrag. "
    "In de dorpen zelf is het € 4 per inwoner."
)
