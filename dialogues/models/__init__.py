"""Step 1: the dialogue, its meetings, what people bring in, what was found, and the response to each."""

from dialogues.models.about import AboutCount, NoGroup, UsedTicket
from dialogues.models.contribution import COUNTS, Channel, Contribution, ContributionKind, NameChoice, Pseudonym, Support, Unveiling
from dialogues.models.dialogue import Dialogue, DotChange, Fact, OpenQuestion, Rule, RuleKind
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
from dialogues.models.finding import Finding, FindingSource
from dialogues.models.live import Live, Message, MessageState, PhoneSupport
from dialogues.models.meeting import Meeting, MeetingKind, Registration, RegistrationState
from dialogues.models.minutes import Correction, CorrectionOutcome
from dialogues.models.paper import Sheet, Stack
from dialogues.models.pilot import Pilot, Programme, Verdict
from dialogues.models.proposal import CouncilDecision, CouncilOutcome, Overlap, Proposal, ProposalChange
from dialogues.models.response import Outcome, Response, ResponseChange

__all__ = [
    "COUNTS",
    "EXPECTED",
    "NETWORK_KINDS",
    "AboutCount",
    "BudgetItem",
    "Channel",
    "Contribution",
    "ContributionKind",
    "Correction",
    "CorrectionOutcome",
    "CouncilDecision",
    "CouncilOutcome",
    "Dialogue",
    "DotChange",
    "Expert",
    "ExpertGroup",
    "Fact",
    "Finding",
    "FindingSource",
    "Goal",
    "GoalKind",
    "Interest",
    "Live",
    "Meeting",
    "MeetingKind",
    "Message",
    "MessageState",
    "NameChoice",
    "NetworkQuestion",
    "NoGroup",
    "OpenQuestion",
    "Outcome",
    "Overlap",
    "PhoneSupport",
    "Pilot",
    "Programme",
    "Proposal",
    "ProposalChange",
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
    "Unveiling",
    "UsedTicket",
    "Verdict",
]
