"""The words of the plans from outside: what these municipalities went through, in our own words; people and amounts invented."""

POOL_LINE = {
    "title": "Zwembad in Valthermond",
    "text": "Een buitenbad met kantine. In een gewone zomer komen er 21.000 mensen zwemmen.",
    "party_name": "Gemeente",
    "amount": 14_500_000,
}
POOL_PERIOD = {
    "title": "Het zwembad in Valthermond",
    "reason": "De gemeente kan het bad niet langer betalen en wil het sluiten. Wie het anders wil, kan met een plan komen.",
    "must_know": "U mag het gebouw en het bad bekijken. Alle rekeningen van drie jaar liggen klaar.",
}
POOL = {
    "title": "Wij houden het bad zelf open",
    "what": "Een groep uit het dorp neemt het zwembad over. Wij doen de kassa, het onderhoud en de kantine zelf.",
    "problem": "Zonder bad leren de kinderen hier niet zwemmen en is er in de zomer niets te doen.",
    "how_seen": "Het bad is open en kost de gemeente niets meer.",
    "needs": "Het bad voor één euro, en een jaar iemand die meekijkt.",
    "cost": 0,
    "makers": "Ondernemers en bewoners van Valthermond",
}
POOL_FIRST = {
    "legitimacy": "Het dorp wil het bad houden. De raad koos voor minder zwembaden.",
    "effectiveness": "Wij zien nog niet wie het bad betaalt na het eerste jaar.",
    "involvement": "Meer dan zestig mensen tekenden.",
    "reason": "Er is nog geen begroting waar wij op durven rekenen.",
}
POOL_ANSWER = {
    "legitimacy": "Het hele dorp liep mee met de actie. De raad wil het bad houden als het kan.",
    "effectiveness": "Het ondernemingsplan klopt. Het eerste jaar is spannend.",
    "involvement": "Meer dan zestig mensen doen mee, ook wie al lang thuis zat.",
    "cost_today": 14_500_000,
    "cost_of_plan": 0,
    "reason": "U doet het beter dan wij. Wij dragen het bad over en kijken een jaar mee.",
    "changed_because": "U kwam terug met een ondernemingsplan. Daarmee durft de raad het aan.",
    "next_step": "Wij tekenen de overdracht voor het nieuwe seizoen. Daarna krijgt u geen geld meer van ons.",
}
POOL_KEPT = "Het dorp houdt het bad zelf open. De gemeente betaalt er niet meer voor."
GARDEN = {
    "title": "Samen moestuinen naast de kerk",
    "what": "Wij maken van het lege veld een moestuin waar iedereen mag helpen.",
    "problem": "Nieuwkomers en oude buren kennen elkaar niet.",
    "makers": "Buren van de kerk",
}
DISTRICT_SUMMARY = "Wie in Poelenburg hulp nodig heeft, vindt die dichtbij: bij buren en bij mensen die ervoor leerden."
DISTRICT_WHY = "De overeenkomst van het wijkteam loopt af. Wij vragen eerst wat de wijk zelf al doet."
DISTRICT = {
    "title": "De wijk als team",
    "what": "Wij hielpen elkaar al voordat er een wijkteam was. Wij willen weer de voordeur zijn, met een paar mensen van het vak.",
    "problem": "Sinds het team er is, komen mensen minder bij elkaar. Wat wij opbouwden, viel stil.",
    "how_seen": "Mensen melden zich bij een buur, en staan niet meer op een lijst.",
    "needs": "Een plek met een keuken, en mensen van het vak die naast ons werken.",
    "cost": 12_000_000,
    "makers": "Actieve bewoners van Poelenburg",
}
DISTRICT_ANSWER = {
    "legitimacy": "De wijk kent u. De raad wil dat de kracht van de wijk meetelt.",
    "effectiveness": "Wat u deed werkte, en het stopte door ons. Zware zorg kunt u niet alleen.",
    "involvement": "Wie hulp krijgt, geeft er bij u ook.",
    "cost_today": 52_000_000,
    "cost_of_plan": 48_000_000,
    "reason": "Samen: u bent de voordeur, en wie het werk krijgt staat naast u. Dat komt zo in de uitvraag.",
    "next_step": "U schrijft mee aan de uitvraag. Daarna kan iedereen inschrijven, u ook.",
}
DISTRICT_KNEW = "Wij spraken een uur met de makers. Zij hoorden dat er € 480.000 per jaar is, en dat het in januari begint."
DISTRICT_CLAUSE = (
    "Bewoners zijn de voordeur",
    "Wie in Poelenburg hulp zoekt, komt eerst bij bewoners. Wie het werk krijgt, werkt naast hen en niet in hun plaats.",
)
DISTRICT_LINK = "Dat bewoners de voordeur zijn, komt uit hun plan."
TABLES = {
    "title": "Vijf straattafels voor het eind van het jaar",
    "what": "Aan lange tafels eten buren goedkoop drie gangen. Wie eet, praat mee over werk, geld en gezondheid.",
    "problem": "Veel mensen in de wijk zien dagen niemand. In uw eigen nota staat dat u dat wilt keren.",
    "how_seen": "U mag ons afrekenen op wie er komt en wat het doet. Wij houden het bij.",
    "needs": "Lege ruimtes van de gemeente, en één iemand die de wijken kent.",
    "cost": 9_500_000,
    "makers": "De Straattafel",
}
AMBITION = "Niemand zit elke dag alleen aan tafel"
HALL = "Voormalige gymzaal"
HALL_TENDER = {
    "title": "De gymzaal van Presikhaaf",
    "summary": "De oude gymzaal staat leeg. Wie maakt er met de wijk een plek van om samen te eten en verder te komen?",
    "reason": "De stad heeft een ambitie, en er ligt een plan. Het gebouw komt vrij.",
}
TABLES_ANSWER = {
    "legitimacy": "Het past bij ons eigen programma: niemand zit elke dag alleen aan tafel.",
    "effectiveness": "Eten alleen helpt niet. De avonden met een jobcoach en een verpleegkundige wel, en u houdt bij wat zij doen.",
    "involvement": "Bewoners koken, bedienen en beslissen mee over het programma.",
    "cost_today": 2_600_000,
    "cost_of_plan": 9_500_000,
    "reason": "Samen: wij vragen om een oplossing voor de wijk en niet om eten. De gymzaal doet mee. Iedereen mag inschrijven.",
    "next_step": "U schrijft mee aan de uitvraag. Wat u van ons hoorde, staat er open bij.",
}
TABLES_KNEW = "Wij liepen met de maker door de gymzaal. Zij zag de keuken en hoorde dat het dak in het voorjaar wordt gemaakt."
TABLES_CLAUSE = (
    "Samen eten is een middel",
    "Wie in Presikhaaf alleen is, komt aan tafel en vindt er iemand die verder helpt: naar werk, naar zorg of naar een buur.",
)
TABLES_LINK = "Dat de maaltijd een middel is en geen doel, komt uit het plan van De Straattafel."
KITCHEN = {
    "title": "De keuken van het buurthuis ook op zondag",
    "what": "Wij willen op zondag koken voor wie alleen is.",
    "problem": "Op zondag is alles dicht, en dan duurt de dag het langst.",
    "makers": "Drie buurvrouwen uit Malburgen",
}
