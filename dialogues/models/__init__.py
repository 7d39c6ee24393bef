"""Step 1: the dialogue, its meetings, what people bring in, what was found, and the response to each."""

from dialogues.models.about import AboutCount, NoGroup, UsedTicket
from dialogues.models.conclusion import LAST, Conclusion, Edition, Ending
from dialogues.models.contribution import (
    COUNTS,
    NO_ANSWER,
    Channel,
    Contribution,
    ContributionKind,
    NameChoice,
    Pseudonym,
    Support,
    Unveiling,
    answer_of,
    supports_of,
)
from dialogues.models.dialogue import Dialogue, DotChange, Fact, OpenQuestion, PromiseChange, Rule, RuleKind
from dialogues.models.expert_group import (
    EXPECTED,
    NETWORK_KINDS,
    BudgetItem,
    Expert,
    ExpertGroup,
    Goal,
    GoalKind,
    Interest,
    NetworkQuestion,
)
from dialogues.models.finding import Finding, FindingSource, Merging
from dialogues.models.live import Live, Message, MessageState, PhoneSupport
from dialogues.models.meeting import Meeting, MeetingKind, Registration, RegistrationState
from dialogues.models.minutes import Correction, CorrectionOutcome
from dialogues.models.moderation import Appeal, AppealOutcome, Flag, FlagOutcome, Ground, Hiding
from dialogues.models.paper import Sheet, Stack
from dialogues.models.pilot import Pilot, Programme, Verdict
from dialogues.models.proposal import CouncilDecision, CouncilOutcome, Overlap, Proposal, ProposalChange
from dialogues.models.proposal_source import ProposalSource
from dialogues.models.response import Outcome, Response, ResponseChange
from dialogues.models.translation import Translation
from dialogues.models.working_day import NamedAmount

__all__ = [
    "COUNTS",
    "EXPECTED",
    "LAST",
    "NETWORK_KINDS",
    "NO_ANSWER",
    "AboutCount",
    "Appeal",
    "AppealOutcome",
    "BudgetItem",
    "Channel",
    "Conclusion",
    "Contribution",
    "ContributionKind",
    "Correction",
    "CorrectionOutcome",
    "CouncilDecision",
    "CouncilOutcome",
    "Dialogue",
    "DotChange",
    "Edition",
    "Ending",
    "Expert",
    "ExpertGroup",
    "Fact",
    "Finding",
    "FindingSource",
    "Flag",
    "FlagOutcome",
    "Goal",
    "GoalKind",
    "Ground",
    "Hiding",
    "Interest",
    "Live",
    "Meeting",
    "MeetingKind",
    "Merging",
    "Message",
    "MessageState",
    "NameChoice",
    "NamedAmount",
    "NetworkQuestion",
    "NoGroup",
    "OpenQuestion",
    "Outcome",
    "Overlap",
    "PhoneSupport",
    "Pilot",
    "Programme",
    "PromiseChange",
    "Proposal",
    "ProposalChange",
    "ProposalSource",
    "Pseudonym",
    "Registration",
    "RegistrationState",
    "Response",
    "ResponseChange",
    "Rule",
    "RuleKind",
    "Sheet",
    "Stack",
    "Support",
    "Translation",
    "Unveiling",
    "UsedTicket",
    "Verdict",
    "answer_of",
    "supports_of",
]
