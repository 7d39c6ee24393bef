"""The pool of Valthermond in the inventory, and the plan of the village for it; persons, words and amounts are made up."""

POOL_LINE = {
    "title": "Zwembad in Valthermond",
    "text": "Een buitenbad met kantine. In een gewone zomer komen er 21.000 mensen zwemmen.",
    "party_name": "Gemeente",
    "amount": 14_000_000,
}
POOL_PERIOD = {
    "title": "Wie houdt het zwembad in Valthermond open?",
    "reason": "Op de eerste avond vroeg het dorp om tijd voor een eigen plan. Die krijgt het: zes weken.",
    "must_know": "U mag het gebouw en het bad bekijken. Alle rekeningen van drie jaar liggen klaar.",
}
POOL = {
    "title": "Wij houden het bad zelf open",
    "what": "Een groep uit het dorp neemt het zwembad over. Wij doen de kassa, het onderhoud en de kantine zelf.",
    "problem": "Zonder bad leren de kinderen hier niet zwemmen en is er in de zomer niets te doen.",
    "how_seen": "Het bad is open en kost de gemeente niets meer.",
    "needs": "Het bad voor één euro, en een jaar iemand die meekijkt.",
    "cost": 0,
    "makers": "Werkgroep van ondernemers en bewoners van Valthermond",
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
    "cost_today": 14_000_000,
    "cost_of_plan": 0,
    "reason": "U doet het beter dan wij. Wij dragen het bad over en kijken een jaar mee.",
    "changed_because": "U kwam terug met een ondernemingsplan. Daarmee durft de raad het aan.",
    "next_step": "Na dit seizoen tekenen wij de overdracht. Daarna krijgt u geen geld meer van ons.",
}
POOL_KEPT = "Wij droegen het bad over aan de werkgroep. Het dorp houdt het zelf open, en de gemeente betaalt er niet meer voor."
