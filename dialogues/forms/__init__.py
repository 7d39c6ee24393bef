"""What people fill in around the dialogue."""

from dialogues.forms.about import AboutForm
from dialogues.forms.conclusion import ConcludeForm
from dialogues.forms.contributions import ContributionForm, FilterForm, NamelessForm, UnveilForm
from dialogues.forms.dialogue import DialogueForm, FactForm, OpenQuestionForm, catch_up
from dialogues.forms.entering import BringInForm, EnterContributionForm, TypedForm
from dialogues.forms.expert_groups import BudgetItemForm, ExpertForm, GoalForm, GroupForm, NetworkQuestionForm, OwnSeatForm
from dialogues.forms.findings import AddToFindingForm, FindingForm, MergeForm, ResponseForm, WhyForm
from dialogues.forms.live import LiveForm, MessageForm, SupportForm
from dialogues.forms.meetings import AttendanceForm, MeetingForm, ReasonForm, RegisterAsForm, RegisterForm
from dialogues.forms.minutes import CorrectionForm, DecideCorrectionForm, ReportForm
from dialogues.forms.moderation import AppealForm, DecideAppealForm, DecideFlagForm, FlagForm, GroundForm, HideForm, RestoreForm
from dialogues.forms.paper import EndTrustForm, PrintForm, StackForm, TrustForm
from dialogues.forms.pilots import CopyPilotForm, DecidePilotForm, PilotForm
from dialogues.forms.proposal_sources import ProposalSourceForm
from dialogues.forms.proposals import CouncilDecisionForm, OverlapForm, ProposalForm
from dialogues.forms.themes import ThemeForm
from dialogues.forms.translations import TranslateForm
from dialogues.forms.working_day import AmountForm

__all__ = [
    "AboutForm",
    "AddToFindingForm",
    "AmountForm",
    "AppealForm",
    "AttendanceForm",
    "BringInForm",
    "BudgetItemForm",
    "ConcludeForm",
    "ContributionForm",
    "CopyPilotForm",
    "CorrectionForm",
    "CouncilDecisionForm",
    "DecideAppealForm",
    "DecideCorrectionForm",
    "DecideFlagForm",
    "DecidePilotForm",
    "DialogueForm",
    "EndTrustForm",
    "EnterContributionForm",
    "ExpertForm",
    "FactForm",
    "FilterForm",
    "FindingForm",
    "FlagForm",
    "GoalForm",
    "GroundForm",
    "GroupForm",
    "HideForm",
    "LiveForm",
    "MeetingForm",
    "MergeForm",
    "MessageForm",
    "NamelessForm",
    "NetworkQuestionForm",
    "OpenQuestionForm",
    "OverlapForm",
    "OwnSeatForm",
    "PilotForm",
    "PrintForm",
    "ProposalForm",
    "ProposalSourceForm",
    "ReasonForm",
    "RegisterAsForm",
    "RegisterForm",
    "ReportForm",
    "ResponseForm",
    "RestoreForm",
    "StackForm",
    "SupportForm",
    "ThemeForm",
    "TranslateForm",
    "TrustForm",
    "TypedForm",
    "UnveilForm",
    "WhyForm",
    "catch_up",
]
