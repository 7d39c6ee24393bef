"""What people fill in around the dialogue."""

from dialogues.forms.contributions import CodeForm, ContributionForm, FilterForm, NamelessForm, UnveilForm
from dialogues.forms.dialogue import DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.forms.entering import BringInForm, EnterContributionForm, TypedForm
from dialogues.forms.findings import FindingForm, ResponseForm
from dialogues.forms.meetings import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm
from dialogues.forms.minutes import CorrectionForm, DecideCorrectionForm, ReportForm
from dialogues.forms.paper import EndTrustForm, PrintForm, StackForm, TrustForm

__all__ = [
    "AttendanceForm",
    "BringInForm",
    "CodeForm",
    "ContributionForm",
    "CorrectionForm",
    "DecideCorrectionForm",
    "DialogueForm",
    "EndTrustForm",
    "EnterContributionForm",
    "FactForm",
    "FilterForm",
    "FindingForm",
    "MeetingForm",
    "NamelessForm",
    "OpenQuestionForm",
    "PrintForm",
    "ReasonForm",
    "RegisterAsForm",
    "RegisterForm",
    "ReportForm",
    "ResponseForm",
    "StackForm",
    "TrustForm",
    "TypedForm",
    "UnveilForm",
    "catch_up",
]
