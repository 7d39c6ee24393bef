"""Finished facts about the dialogue, for config/gates.py. They are asked of a tender.

A tender that began at a later step held its dialogue before this platform: its documents tell of it.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dialogues.models import (
    COUNTS,
    NO_ANSWER,
    Appeal,
    Contribution,
    Dialogue,
    Fact,
    Finding,
    Flag,
    Meeting,
    Message,
    OpenQuestion,
    Rule,
    RuleKind,
)
from events import clock
from events.composed import composed_once
from tenders import gates
from tenders.gates import fact
from tenders.models import Tender
from tenders.steps import Step

_EDIT = "dialogues:edit_dialogue"
_MEETINGS = 3
_ON_PAGE = Q(dialogue=OuterRef("pk"), removed_at=None)


@fact(_("Write the dot on the horizon: where you want to be, in one or two sentences."), page=f"{_EDIT}#id_dot")
def dot_written(tender) -> bool:
    return _was_before(tender) or bool(_known(tender)["dot"].strip())


@fact(_("Choose the last day on which people can contribute."), page=f"{_EDIT}#id_closes_on")
def closing_date_set(tender) -> bool:
    closes_on = _known(tender)["closes_on"]
    return _was_before(tender) or (closes_on is not None and closes_on >= clock.today())


@fact(_("Add a fact or figure, with its source."), page="dialogues:add_fact#id_text")
def fact_added(tender) -> bool:
    return _was_before(tender) or _known(tender)["fact"]


@fact(_("Ask at least one open question: something that you really do not know yet."), page="dialogues:add_open_question#id_text")
def open_question_added(tender) -> bool:
    return _was_before(tender) or _known(tender)["question"]


def rule_said(kind: RuleKind, sentence) -> gates.Fact:
    """The fact that one kind of rule was written down, or that a day still to come was named on which it will be."""

    @fact(sentence, page=f"{_EDIT}#id_{kind}")
    def said(tender) -> bool:
        return _was_before(tender) or kind in _known(tender)["rules"]

    return said


role_said = rule_said(RuleKind.ROLE, _("Say what the municipality's own role is: partner, client or supporter."))
fixed_said = rule_said(RuleKind.FIXED, _("Say what is fixed."))
open_said = rule_said(RuleKind.OPEN, _("Say what is open."))
weight_said = rule_said(RuleKind.WEIGHT, _("Say how much the voice of residents weighs."))
who_decides_said = rule_said(RuleKind.WHO_DECIDES, _("Say who decides."))
money_said = rule_said(RuleKind.MONEY, _("Say how much money there is, or how much must be saved."))
pay_said = rule_said(RuleKind.PAY, _("Say what taking part pays."))
house_rules_said = rule_said(RuleKind.HOUSE_RULES, _("Write the house rules, and when something is refused."))


@fact(_("Publish the dialogue."), page="dialogues:publish_dialogue")
def dialogue_published(tender) -> bool:
    return _was_before(tender) or _known(tender)["published_at"] is not None


@fact(_("Close the dialogue, so that nothing more comes in."), page="dialogues:close_dialogue")
def dialogue_closed(tender) -> bool:
    return _known(tender)["is_closed"]


@fact(_("Conclude the dialogue with a report that answers everybody."), page="dialogues:conclude_dialogue")
def dialogue_concluded(tender) -> bool:
    return _was_before(tender) or _known(tender)["conclusion"] is not None


@fact(_("Decide on everything that was reported."), page="dialogues:list_flags")
def flags_decided(tender) -> bool:
    return not Flag.objects.undecided().filter(contribution__tender=tender).exists()


@fact(_("Look again at what was hidden, where its writer asked for it."), page="dialogues:list_flags")
def appeals_decided(tender) -> bool:
    return not Appeal.objects.undecided().filter(hiding__contribution__tender=tender).exists()


@fact(_("Decide on what the room sent in."), page="dialogues:list_lives")
def messages_decided(tender) -> bool:
    """What waits when the dialogue is over becomes nobody's contribution, and nobody can look at it any more."""
    return not Message.objects.waiting().filter(live__meeting__tender=tender).exists()


@fact(_("Hold at least three meetings: one to inform, two to go into depth."), page="dialogues:plan_meeting")
def three_meetings_held(tender) -> bool:
    held = Meeting.objects.filter(tender=tender, cancelled_at=None, begins_at__lte=clock.now())
    return _was_before(tender) or held.count() >= _MEETINGS


@fact(_("Collect at least one contribution."), page="dialogues:show_dialogue")
def contribution_received(tender) -> bool:
    return _was_before(tender) or _received(tender)["any"]


@fact(_("Answer every contribution."), page="dialogues:list_contributions")
def every_contribution_answered(tender) -> bool:
    return not _received(tender)["waiting"]


@fact(_("Write down what several contributions say together, as a finding."), page="dialogues:list_contributions")
def finding_made(tender) -> bool:
    return _was_before(tender) or Finding.objects.filter(tender=tender).exists()


def _was_before(tender) -> bool:
    return tender.first_step > Step.DIALOGUE


def _known(tender) -> dict:
    """What the facts about the dialogue's texts ask, read once for a tender that was fetched."""
    if not hasattr(tender, "_known_of_dialogue"):
        there = {"fact": Exists(Fact.objects.filter(_ON_PAGE)), "question": Exists(OpenQuestion.objects.filter(_ON_PAGE))}
        dialogue = Dialogue.objects.filter(tender=tender).annotate(**there).first() or Dialogue()
        said = Rule.objects.filter(dialogue__tender=tender).filter(~Q(text="") | Q(known_on__gte=clock.today()))
        tender._known_of_dialogue = {
            "dot": dialogue.dot,
            "closes_on": dialogue.closes_on,
            "published_at": dialogue.published_at,
            "fact": getattr(dialogue, "fact", False),
            "question": getattr(dialogue, "question", False),
            "is_closed": dialogue.closed_at is not None or dialogue.is_over,
            "conclusion": dialogue.conclusion_id,
            "rules": set(said.values_list("kind", flat=True)),
        }
    return tender._known_of_dialogue


def _received(tender) -> dict:
    """Whether there is any contribution, and whether one waits for an answer; read once for a tender that was fetched."""
    if not hasattr(tender, "_received_contributions"):
        (tender._received_contributions,) = _any_received(tender.pk)
    return tender._received_contributions


@composed_once
def _any_received(tender_id):
    rows = Contribution.objects.filter(tender=OuterRef("pk"), **COUNTS)
    found = {"any": Exists(rows), "waiting": Exists(rows.filter(NO_ANSWER))}
    return Tender.objects.filter(pk=tender_id).values(**found)
