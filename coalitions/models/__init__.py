"""Who could work together: what parties offer and seek, who met whom, coalitions with their terms, and who is there at all."""

from coalitions.models.coalition import Coalition, Member
from coalitions.models.introduction import Answer, Introduction
from coalitions.models.listing import Contact, Listing, Resource
from coalitions.models.stakeholder import NEEDED, Stakeholder, StakeholderKind, Tie, TieKind, Waiver
from coalitions.models.terms import LeadKind, Share, SignOff, Terms

__all__ = [
    "NEEDED",
    "Answer",
    "Coalition",
    "Contact",
    "Introduction",
    "LeadKind",
    "Listing",
    "Member",
    "Resource",
    "Share",
    "SignOff",
    "Stakeholder",
    "StakeholderKind",
    "Terms",
    "Tie",
    "TieKind",
    "Waiver",
]
