"""What people fill in around an initiative."""

from initiatives.forms.initiatives import (
    BeginForm,
    ChangeForm,
    ContactForm,
    HelpForm,
    JoinForm,
    UpdateForm,
    WhyForm,
    WriteDownForm,
)
from initiatives.forms.plans import KnowledgeForm, PlanAnswerForm, PlanForm

__all__ = [
    "BeginForm",
    "ChangeForm",
    "ContactForm",
    "HelpForm",
    "JoinForm",
    "KnowledgeForm",
    "PlanAnswerForm",
    "PlanForm",
    "UpdateForm",
    "WhyForm",
    "WriteDownForm",
]
