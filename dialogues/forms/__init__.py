"""What people fill in around the dialogue."""

from dialogues.forms.contributions import ContributionForm, EnterContributionForm, FilterForm, UnveilForm
from dialogues.forms.dialogue import DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.forms.findings import FindingForm, ResponseForm
from dialogues.forms.meetings import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm
from dialogues.forms.minutes import CorrectionForm, DecideCorrectionForm, ReportForm

__all__ = [
    "AttendanceForm",
    "ContributionForm",
    "CorrectionForm",
    "DecideCorrectionForm",
    "DialogueForm",
    "EnterContributionForm",
    "FactForm",
    "FilterForm",
    "FindingForm",
    "MeetingForm",
    "OpenQuestionForm",
    "ReasonForm",
    "RegisterAsForm",
    "RegisterForm",
    "ReportForm",
    "ResponseForm",
    "UnveilForm",
    "catch_up",
]
