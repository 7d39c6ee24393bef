"""What people fill in around the dialogue."""

from dialogues.forms.about import AboutForm
from dialogues.forms.contributions import CodeForm, ContributionForm, EnterContributionForm, FilterForm, UnveilForm
from dialogues.forms.dialogue import DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.forms.expert_groups import BudgetItemForm, ExpertForm, GoalForm, GroupForm, NetworkQuestionForm, OwnSeatForm
from dialogues.forms.findings import FindingForm, ResponseForm
from dialogues.forms.live import LiveForm, MessageForm, SupportForm
from dialogues.forms.meetings import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm
from dialogues.forms.minutes import CorrectionForm, DecideCorrectionForm, ReportForm
from dialogues.forms.pilots import CopyPilotForm, DecidePilotForm, PilotForm
from dialogues.forms.proposals import CouncilDecisionForm, OverlapForm, ProposalForm

__all__ = [
    "AboutForm",
    "AttendanceForm",
    "BudgetItemForm",
    "CodeForm",
    "ContributionForm",
    "CopyPilotForm",
    "CorrectionForm",
    "CouncilDecisionForm",
    "DecideCorrectionForm",
    "DecidePilotForm",
    "DialogueForm",
    "EnterContributionForm",
    "ExpertForm",
    "FactForm",
    "FilterForm",
    "FindingForm",
    "GoalForm",
    "GroupForm",
    "LiveForm",
    "MeetingForm",
    "MessageForm",
    "NetworkQuestionForm",
    "OpenQuestionForm",
    "OverlapForm",
    "OwnSeatForm",
    "PilotForm",
    "ProposalForm",
    "ReasonForm",
    "RegisterAsForm",
    "RegisterForm",
    "ReportForm",
    "ResponseForm",
    "SupportForm",
    "UnveilForm",
    "catch_up",
]
