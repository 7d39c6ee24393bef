"""What people fill in around the inventory."""

from inventory.forms.lines import AskForm, EndForm, JudgeForm, LineForm, LinkPartyForm
from inventory.forms.may_stop import FrictionForm, MayStopForm, TellForm
from inventory.forms.planning import PeriodForm
from inventory.forms.taking_in import ImportForm, ReadForm

__all__ = [
    "AskForm",
    "EndForm",
    "FrictionForm",
    "ImportForm",
    "JudgeForm",
    "LineForm",
    "LinkPartyForm",
    "MayStopForm",
    "PeriodForm",
    "ReadForm",
    "TellForm",
]
