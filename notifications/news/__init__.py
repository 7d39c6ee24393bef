"""What people are told, and who: one row an event. The reactions page of the roof decides that an event is told at all.

`title` is what the notice says and the mail's subject, in the reader's language; `page` is where it leads, a url name
that takes the tender's address (or what `args` gives), and that still opens when somebody reads it a month later.
`addresses` are of people without an account: they get the mail only.
"""

from django.utils.translation import gettext_lazy as _

from notifications.news import first_step, later_steps
from notifications.news.kind import News
from notifications.news.nobody import NOBODY

__all__ = ["EARLIER", "NEWS", "NOBODY", "THREAD", "News"]

NEWS = {**later_steps.NEWS, **first_step.NEWS}

# For who comes after answers were published (notifications/equal.py).
EARLIER = _("Questions were answered before you came")

# When the golden thread grows, who said something hears it: the sentence stands above the mail and the notice.
THREAD = {
    "dialogues.responded": _("There is an answer to what you said"),
    "dialogues.response_changed": _("The answer to what you said changed"),
    "dialogues.contribution_hidden": _("What you said was hidden"),
    "dialogues.contribution_restored": _("Everybody can read what you said again"),
    "dialogues.appeal_decided": _("A colleague looked again at what was hidden"),
    "dialogues.contribution_translated": _("The municipality wrote the Dutch beside what you said"),
    "dialogues.contribution_merged": _("What you said was put together with another contribution"),
    "dialogues.contribution_unmerged": _("What you said stands alone again"),
    "dialogues.dialogue_concluded": _("The dialogue is concluded. You can read what became of what you said"),
    "dialogues.contribution_linked": _("What you said stands in a proposal of a theme group"),
    "dialogues.proposal_handed_in": _("A theme group handed in a proposal that was built on what you said"),
    "dialogues.council_decision_recorded": _("The council decided on a proposal that was built on what you said"),
    "calls.proposal_linked": _("What you said stands in the request now"),
    "calls.clause_withdrawn": _("A part that came from what you said was left out"),
    "calls.source_linked": _("What you said stands in the request now"),
    "evaluation.decision_sent": _("What you said counted in the choice"),
    "contracts.contract_signed": _("What you said led to an agreement"),
    "monitoring.measurement_reported": _("What you said was measured"),
    "monitoring.lesson_drawn": _("What you said led to a lesson"),
}
