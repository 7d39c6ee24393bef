"""What people are told, and who: one row an event. The reactions page of the roof decides that an event is told at all.

`title` is what the notice says and the mail's subject, in the reader's language; `page` is where it leads, a url name
that takes the tender's address (or what `args` gives).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from notifications import audience


@dataclass(frozen=True)
class News:
    title: str
    page: str
    who: Callable
    args: Callable = audience.tender_address


NEWS = {
    "tenders.question_asked": News(_("A question waits for your answer"), "tenders:list_questions", audience.team),
    "tenders.answers_published": News(
        _("Questions were answered, for everybody"), "tenders:list_questions", audience.followers_and_bidders
    ),
    "tenders.step_left": News(_("The tender is in its next step"), "portal:show_tender", audience.everybody_around),
    "tenders.step_sent_back": News(_("The tender goes back a step"), "portal:show_tender", audience.everybody_around),
    "tenders.tender_withdrawn": News(_("The tender was stopped"), "portal:show_tender", audience.everybody_around),
    "tenders.involved": News(_("You have a role in a tender"), "portal:show_tender", audience.who_got_the_role),
}
