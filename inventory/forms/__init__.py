"""What people fill in around the inventory."""

from inventory.forms.boards import BoardForm, ChoiceForm, FollowForm
from inventory.forms.lines import AskForm, EndForm, JudgeForm, LineForm, LinkPartyForm
from inventory.forms.may_stop import FrictionForm, MayStopForm, TakeBackForm, TellForm
from inventory.forms.planning import PeriodForm
from inventory.forms.sortings import SortForm, TableForm
from inventory.forms.taking_in import ImportForm, ReadForm

__all__ = [
    "AskForm",
    "BoardForm",
    "ChoiceForm",
    "EndForm",
    "FollowForm",
    "FrictionForm",
    "ImportForm",
    "JudgeForm",
    "LineForm",
    "LinkPartyForm",
    "MayStopForm",
    "PeriodForm",
    "ReadForm",
    "SortForm",
    "TableForm",
    "TakeBackForm",
    "TellForm",
]
