"""What people fill in around the dialogue."""

from dialogues.forms.conclusion import ConcludeForm
from dialogues.forms.contributions import CodeForm, ContributionForm, EnterContributionForm, FilterForm, UnveilForm
from dialogues.forms.dialogue import DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.forms.findings import AddToFindingForm, FindingForm, MergeForm, ResponseForm, WhyForm
from dialogues.forms.meetings import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm
from dialogues.forms.minutes import CorrectionForm, DecideCorrectionForm, ReportForm
from dialogues.forms.moderation import AppealForm, DecideAppealForm, DecideFlagForm, FlagForm, GroundForm, HideForm, RestoreForm

__all__ = [
    "AddToFindingForm",
    "AppealForm",
    "AttendanceForm",
    "CodeForm",
    "ConcludeForm",
    "ContributionForm",
    "CorrectionForm",
    "DecideAppealForm",
    "DecideCorrectionForm",
    "DecideFlagForm",
    "DialogueForm",
    "EnterContributionForm",
    "FactForm",
    "FilterForm",
    "FindingForm",
    "FlagForm",
    "GroundForm",
    "HideForm",
    "MeetingForm",
    "MergeForm",
    "OpenQuestionForm",
    "ReasonForm",
    "RegisterAsForm",
    "RegisterForm",
    "ReportForm",
    "ResponseForm",
    "RestoreForm",
    "UnveilForm",
    "WhyForm",
    "catch_up",
]
