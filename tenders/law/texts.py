"""The wording of the guide: what each rule means for the reader, and what is good and hard about a route for small parties.

`id` or `id.variant`; %(name)s is a value of values.toml or a fact of the rule.
"""

# ruff: noqa: E501 - a sentence is one line

from django.utils.translation import gettext_lazy as _

from tenders.routes import Route

RULES = {
    "R01": _("Write down why you choose this route, on objective grounds. Everybody may ask for it."),
    "F01": _("You want to be able to enforce the result. That asks a contract."),
    "F02": _("You support what somebody else wants to do. That is what a subsidy is for."),
    "F03": _("This is no social service by its European code. So the procedure for social services is not there for you."),
    "F04": _("No building or ground goes with it."),
    "F05": _("Only a building or ground changes hands. What happens in it can be a tender of its own."),
    "F06": _("You choose between parties. Then a small grant to one of them does not fit."),
    "F06.no_choice": _("You do not choose between parties. Then a subsidy tender is more than you need."),
    "F07": _("The amount is above %(small_grant_amount)s. That is no small grant; see what your own policy says."),
    "F08": _("You want to talk while parties make their offer, or after it. Not every route has room for that."),
    "R02": _("It is somebody's own plan, within your limits, and you do not choose between parties: a grant fits."),
    "R03": _(
        "You invite parties and choose between them. Then procurement law may apply to a subsidy too. A lawyer looks and signs."
    ),
    "R04": _("You want to enforce the work and you ask for it yourself. By law that is an order and no subsidy."),
    "R05": _("A subsidy needs a regulation, a line in the budget or another legal basis. There is none yet."),
    "R06": _(
        "There is a ceiling. Publish the ceiling and how you divide it before anybody can apply. Then everybody has an equal chance."
    ),
    "R07": _("A subsidy without a regulation may last %(incidental_subsidy_years)s years at most."),
    "R08": _(
        "Somebody received a subsidy for %(long_subsidy_years)s years or more, and it stops or changes."
        " Tell them in reasonable time, and talk about what the change costs."
    ),
    "R10": _(
        "A social service of %(social_threshold)s or more: the procedure for social services is made for it. You announce it on TenderNed."
    ),
    "R11": _("A social service below %(social_threshold)s: you may invite parties yourself. Say why you invite whom."),
    "R12": _("Parties from abroad are surely interested. Then publish it, also below the threshold."),
    "R13": _("No social service, and %(services_threshold)s or more: a European procedure is obligatory."),
    "R14": _("Building work or a concession at or above the European threshold: a European procedure is obligatory."),
    "R15": _("It is a mix. The main part decides which rules apply; when in doubt, the strictest."),
    "R16": _(
        "You want to talk while parties make their plan, and a condition of the law holds: a competitive dialogue may be used."
    ),
    "R16.blocked": _("A competitive dialogue above the threshold needs one of the conditions of the law. None was named."),
    "R17": _(
        "Talking after the offers asks a procedure with negotiation. It is no route on this website; a competitive dialogue comes nearest."
    ),
    "R18": _(
        "Something must be invented. An innovation partnership exists for that, but is no route on this website. Ask a lawyer."
    ),
    "R19": _("You talk with parties beforehand. Publish every report, so that everybody knows as much."),
    "R20.few": _("It is clear what you want, and you expect few parties: let all of them bid at once."),
    "R20.many": _("It is clear what you want, and you expect many parties: select first. That saves them work."),
    "R21": _("Coalitions compete. They need time and talk: choose a route that leaves room for it."),
    "R22.published": _("You want one offer together. Publish how everybody can join, and what happens to who does not."),
    "R22.below": _("You want one offer together. Below the threshold you may invite the parties for it."),
    "R23": _("Rivals who make one offer together may break competition law. Let a lawyer look first."),
    "R24": _("At or above the threshold you may not just invite parties: everybody must be able to know of it."),
    "R25": _(
        "You say that only one party can do it. Show that there is no alternative, and announce it twenty days before you sign."
    ),
    "R25.no_ground": _("You say that only one party can do it, but none of the reasons of the law holds. So open it to everybody."),
    "R26": _(
        "Everybody who meets the conditions may do it. Without a choice it is no order (open house). It is no route on this website."
    ),
    "R27": _("Residents use the right to challenge. See what your regulation on participation asks. The route comes after that."),
    "R28": _(
        "You pay for results. Then a relational contract fits, with a baseline. Pay small parties in advance: they cannot wait for it."
    ),
    "R29": _("You pay for being there or for activities. That hardly fits social tendering: it says little about what changes."),
    "R30": _("You pay for results by a subsidy. What can be enforced soon looks like an order."),
    "R32": _("There are several areas and one lot. Split it, or explain why not: small parties can bid on a small lot."),
    "R34": _(
        "The amount is just below a European threshold. Make sure that nothing was left out. Splitting to stay below is forbidden."
    ),
    "R34.repeated": _(
        "You asked for the same work in the past twelve months. Add up the amounts before you compare with the threshold."
    ),
    "R35": _("It falls under the Wmo or the Youth Act. Then a fair price and continuity for clients are obligatory."),
    "S01": _("The receiver works on a market. Check whether this is state support, and write down what you found."),
    "S02.within": _(
        "The support stays within %(de_minimis)s in three years. Ask for a declaration, and enter it in the register within twenty working days."
    ),
    "S02.above": _(
        "If one party receives it, the support is more than %(de_minimis)s in three years. Then another basis is needed: ask a lawyer."
    ),
    "S03.within": _(
        "The support stays within %(de_minimis_public_service)s in three years for a service of general interest. Entrust the service in writing."
    ),
    "S03.above": _(
        "If one party receives it, the support is more than %(de_minimis_public_service)s in three years. Then the DAEB decision is needed: ask a lawyer."
    ),
    "P01": _(
        "Give everybody an equal chance of the building or ground, or publish for %(intention_advice)s days why only one party comes into consideration."
    ),
    "P01.one": _(
        "There is one serious candidate only. Publish for %(intention_advice)s days that you want this, and why nobody else comes into consideration."
    ),
    "P01.beside": _(
        "A building or ground goes with it. Publish that too, with the conditions: everybody must have an equal chance of it."
    ),
    "T01": _("The law asks at least %(days)s days here. %(until)s is the first day on which it may close."),
    "T02": _("Give parties %(days)s days, so that they can find each other and write. From %(until)s on there is room enough."),
    "T02.holidays": _(
        "%(covered)s days of it are school holidays (%(holiday)s). Give two weeks extra: close on %(until)s or later."
    ),
    "T03": _("Parties need the answers %(days)s days before closing. Answer by %(until)s."),
    "T04": _("Close on a working day between nine and five, best at noon: then somebody can help. For example on %(until)s."),
    "T05": _("Who applies has a right to a decision within %(weeks)s weeks: by %(until)s."),
    "T06": _("The work begins after the term of the decision is over: on %(until)s or later."),
}

LAPSED = _("This rule rests on an amount or term that has lapsed. Nobody entered the new one yet, so the rule gives no answer.")

GIST = {
    Route.SMALL_GRANT: _("One party gets a small amount for its own plan. The municipality decides, with its reason."),
    Route.SUBSIDY_TENDER: _(
        "Parties apply for a subsidy for a plan of their own. You divide a fixed amount by rules known beforehand."
    ),
    Route.SAS: _(
        "A procedure that you set up yourself, for social services. Everybody may take part; you announce it on TenderNed."
    ),
    Route.OPEN: _("Everybody may bid at once. There is no negotiation; questions are answered for all."),
    Route.RESTRICTED: _("First you select at least five parties, then they bid. There is no negotiation."),
    Route.COMPETITIVE_DIALOGUE: _(
        "You select at least three parties, talk with each about solutions, and then they make a final offer."
    ),
    Route.MULTIPLE_PRIVATE: _("You invite three to five parties, new ones too. You may talk first; then they make a plan."),
    Route.BUILDING: _("A building or ground goes to somebody for use or for good. Everybody has an equal chance of it."),
    Route.BUILDING_ONE: _(
        "A building or ground goes to the only candidate. You announce it with your reasons, and others can react before you sign."
    ),
}

# A route in a sentence that names several.
SHORT = {
    Route.SMALL_GRANT: _("small grant"),
    Route.SUBSIDY_TENDER: _("subsidy tender"),
    Route.SAS: _("SAS procedure"),
    Route.OPEN: _("open procedure"),
    Route.RESTRICTED: _("restricted procedure"),
    Route.COMPETITIVE_DIALOGUE: _("competitive dialogue"),
    Route.MULTIPLE_PRIVATE: _("private invitation"),
    Route.BUILDING: _("use or transfer of a building"),
    Route.BUILDING_ONE: _("a building to the only candidate"),
}

GOOD = {
    Route.SMALL_GRANT: (_("One page, no competition"), _("Accounting by a talk or a photo")),
    Route.SUBSIDY_TENDER: (_("Much freedom for who applies"), _("Most small parties know how to apply")),
    Route.SAS: (_("Room to talk"), _("Parties whom you do not know yet can join"), _("Quality may be all that counts")),
    Route.OPEN: (_("No selection beforehand"), _("Everybody sees it")),
    Route.RESTRICTED: (_("Only who was selected makes a whole offer"),),
    Route.COMPETITIVE_DIALOGUE: (_("A real conversation about the solution"),),
    Route.MULTIPLE_PRIVATE: (_("Little paper for small parties"), _("The conversation counts, not only paper")),
    Route.BUILDING: (_("Residents can run a building themselves"), _("Plans count, and no price")),
    Route.BUILDING_ONE: (_("Residents can run a building themselves"), _("No competition for who has cared for it for years")),
}

HARD = {
    Route.SMALL_GRANT: (_("Others cannot show what they would do"),),
    Route.SUBSIDY_TENDER: (_("You cannot enforce the work"), _("You need a regulation with a ceiling")),
    Route.SAS: (_("More work for everybody"), _("Certainty depends on your own text")),
    Route.OPEN: (_("A whole offer at one's own cost, with a small chance"), _("No conversation")),
    Route.RESTRICTED: (_("Selection on experience is easier for who is already there"), _("No conversation")),
    Route.COMPETITIVE_DIALOGUE: (_("It takes long and costs much time"),),
    Route.MULTIPLE_PRIVATE: (_("Whom you do not invite cannot take part. Explain your choice."),),
    Route.BUILDING: (_("Support below the market price may be state support"),),
    Route.BUILDING_ONE: (
        _("Support below the market price may be state support"),
        _("You must show that nobody else comes into consideration"),
    ),
}
