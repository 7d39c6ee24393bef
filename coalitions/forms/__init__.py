"""Forms of the coalition market."""

from coalitions.forms.coalitions import BeginForm, InviteForm, LeaveForm, SignForm, TermsForm
from coalitions.forms.introductions import AnswerForm, AskForm, NothingForm
from coalitions.forms.listings import ListingForm

__all__ = ["AnswerForm", "AskForm", "BeginForm", "InviteForm", "LeaveForm", "ListingForm", "NothingForm", "SignForm", "TermsForm"]
