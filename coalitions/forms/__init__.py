"""Forms of the coalition market and of the map of who is there."""

from coalitions.forms.coalitions import BeginForm, InviteForm, LeaveForm, SignForm, TermsForm
from coalitions.forms.introductions import AnswerForm, AskForm, NothingForm
from coalitions.forms.listings import ListingForm
from coalitions.forms.stakeholders import AgreeForm, RemoveForm, StakeholderForm, TieForm, WaiveForm

__all__ = [
    "AgreeForm",
    "AnswerForm",
    "AskForm",
    "BeginForm",
    "InviteForm",
    "LeaveForm",
    "ListingForm",
    "NothingForm",
    "RemoveForm",
    "SignForm",
    "StakeholderForm",
    "TermsForm",
    "TieForm",
    "WaiveForm",
]
