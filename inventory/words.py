"""What each kind of line is called in an address and above a list. Addresses are Dutch in every language."""

from django.utils.translation import gettext_lazy as _

from inventory.models import Fitness, LineKind

# In the order in which people ask: where goes the money, what is there, what must be done.
PATHS = {
    LineKind.MONEY: "geld",
    LineKind.SUPPLY: "aanbod",
    LineKind.TASK: "taken",
    LineKind.AMBITION: "ambities",
    LineKind.BUILDING: "gebouwen",
    LineKind.CONTRACT: "overeenkomsten",
    LineKind.SUBSIDY: "subsidies",
}
KINDS = {path: kind for kind, path in PATHS.items()}
MANY = {
    LineKind.MONEY: _("Where the money goes"),
    LineKind.SUPPLY: _("Supply"),
    LineKind.TASK: _("Tasks"),
    LineKind.AMBITION: _("Ambitions"),
    LineKind.BUILDING: _("Buildings"),
    LineKind.CONTRACT: _("Running contracts"),
    LineKind.SUBSIDY: _("Running subsidies"),
}
# How it was judged, as it stands in an address.
FITNESS = {"geschikt": Fitness.FIT, "niet-geschikt": Fitness.NOT_FIT, "niet-nodig": Fitness.NOT_NEEDED, "niet-gezegd": "-"}
# The sign beside what was said of a line: not fit is an answer, no error.
FITNESS_SIGNS = {Fitness.FIT: ("goed", "check"), Fitness.NOT_FIT: ("klaar", "info"), Fitness.NOT_NEEDED: ("klaar", "info")}
