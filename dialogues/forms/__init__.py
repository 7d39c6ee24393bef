"""What people fill in around the dialogue."""

from dialogues.forms.about import AboutForm
from dialogues.forms.contributions import CodeForm, ContributionForm, EnterContributionForm, FilterForm, UnveilForm
from dialogues.forms.dialogue import DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.forms.findings import FindingForm, ResponseForm
from dialogues.forms.meetings import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm
from dialogues.forms.minutes import CorrectionForm, DecideCorrectionForm, ReportForm
from dialogues.forms.pilots import CopyPilotForm, DecidePilotForm, PilotForm

__all__ = [
    "AboutForm",
    "AttendanceForm",
    "CodeForm",
    "ContributionForm",
    "CopyPilotForm",
    "CorrectionForm",
    "DecideCorrectionForm",
    "DecidePilotForm",
    "DialogueForm",
    "EnterContributionForm",
    "FactForm",
    "FilterForm",
    "FindingForm",
    "MeetingForm",
    "OpenQuestionForm",
    "PilotForm",
    "ReasonForm",
    "RegisterAsForm",
    "RegisterForm",
    "ReportForm",
    "ResponseForm",
    "UnveilForm",
    "catch_up",
]
