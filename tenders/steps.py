"""The six steps of a tender, in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Step(models.IntegerChoices):
    DIALOGUE = 1, _("dialogue")
    REQUEST = 2, _("request")
    PROCEDURE = 3, _("procedure")
    SELECTION = 4, _("selection")
    CONTRACT = 5, pgettext_lazy("step", "contract")
    MONITORING = 6, _("monitoring")


# The part of a page's address; URLs are Dutch.
STEP_PATHS = {
    Step.DIALOGUE: "dialoog",
    Step.REQUEST: "uitvraag",
    Step.PROCEDURE: "procedure",
    Step.SELECTION: "selectie",
    Step.CONTRACT: "contract",
    Step.MONITORING: "monitoring",
}
# The page of each step; the names stand in config/urls.py, floors above this one.
STEP_PAGES = {
    Step.DIALOGUE: "dialogues:show_dialogue",
    Step.REQUEST: "calls:show_call",
    Step.PROCEDURE: "calls:show_procedure",
    Step.SELECTION: "evaluation:show_selection",
    Step.CONTRACT: "contracts:show_contracts",
    Step.MONITORING: "monitoring:show_monitoring",
}
