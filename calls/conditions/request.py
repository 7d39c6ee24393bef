"""Finished facts about the request, for config/gates.py. A thing is a tender; all facts of one tender read it once."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from calls.models import Call, Clause, Criterion, Grade, ProposedIndicator, Section, without_a_word
from calls.reading import (
    Sums,
    calls_of,
    clauses_as_they_stand,
    criteria_as_they_stand,
    grades_of,
    indicators_as_they_stand,
    sums_as_they_stand,
)
from tenders.gates import fact
from tenders.money import WHOLE

# Without these parts nobody can decide whether to take part (law notes, G.1).
NEEDED = (Section.CHALLENGE, Section.OUTCOME, Section.MONEY, Section.PARTICIPANTS, Section.ASSESSMENT)


@dataclass
class Draft:
    """The request as it stands, as far as the facts below ask; what a page shows besides is read when it does."""

    call: Call
    clauses: list[Clause]

    @cached_property
    def criteria(self) -> list[Criterion]:
        return criteria_as_they_stand(self.call.pk)

    @cached_property
    def grades(self) -> list[Grade]:
        return grades_of(self.call.pk)

    @cached_property
    def indicators(self) -> list[ProposedIndicator]:
        return indicators_as_they_stand(self.call.pk)

    @cached_property
    def sums(self) -> Sums:
        """In one statement: the weights together, how many grades there are, and how many indicators."""
        return next((Sums(*row) for row in sums_as_they_stand(self.call.pk)), Sums(0, 0, 0))

    def has(self, section: Section) -> bool:
        return any(clause.section == section for clause in self.clauses)


def draft_of(tender, call: Call | None = None) -> Draft:
    """Read once for an instance of a tender: a checklist asks many facts, an action asks about a fresh instance."""
    if not hasattr(tender, "_request_draft"):
        call = call or next(iter(calls_of(tender.pk)), None) or Call(tender=tender)
        tender._request_draft = Draft(
            call=call,
            clauses=clauses_as_they_stand(call.pk),
        )
    return tender._request_draft


@fact(_("Write the short version: what, for whom, how much, when."), page="calls:edit_call")
def short_version_written(tender) -> bool:
    return bool(draft_of(tender).call.short_version.strip())


@fact(_("Write what it is about, and how this request came to be."), page="calls:add_clause")
def challenge_written(tender) -> bool:
    return draft_of(tender).has(Section.CHALLENGE)


@fact(_("Write what you want to achieve."), page="calls:add_clause")
def outcome_written(tender) -> bool:
    return draft_of(tender).has(Section.OUTCOME)


@fact(_("Write how much money there is and for how long."), page="calls:add_clause")
def money_written(tender) -> bool:
    return draft_of(tender).has(Section.MONEY)


@fact(_("Write for how long it is."), page="calls:add_clause")
def term_written(tender) -> bool:
    """Where no public money is paid, the same part of the request says the term only."""
    return draft_of(tender).has(Section.MONEY)


@fact(_("Write who may take part."), page="calls:add_clause")
def participants_written(tender) -> bool:
    return draft_of(tender).has(Section.PARTICIPANTS)


@fact(_("Write how you choose."), page="calls:add_clause")
def assessment_written(tender) -> bool:
    return draft_of(tender).has(Section.ASSESSMENT)


@fact(_("Give every part a text."), page="calls:edit_call")
def clauses_have_text(tender) -> bool:
    return all((clause.newest_text or "").strip() for clause in draft_of(tender).clauses)


@fact(_("Answer every proposal for other words."), page="calls:list_amendments")
def amendments_answered(tender) -> bool:
    return not any(clause.open_amendments for clause in draft_of(tender).clauses)


@fact(_("Give the criteria weights that are 100 % together."), page="calls:set_criteria")
def weights_add_up(tender) -> bool:
    return draft_of(tender).sums.weights == WHOLE


@fact(_("Make a scale of at least two grades."), page="calls:set_scale")
def grades_set(tender) -> bool:
    return draft_of(tender).sums.grades >= 2


@fact(_("Propose an indicator: how will people see that it works?"), page="calls:propose_indicator")
def indicator_proposed(tender) -> bool:
    return draft_of(tender).sums.indicators > 0


@fact(_("Link what you want to achieve to what people said in the dialogue."), page="calls:edit_call")
def outcomes_have_a_source(tender) -> bool:
    return all(clause.source_count for clause in draft_of(tender).clauses if clause.section == Section.OUTCOME)


@fact(_("Say of each initiative in the area whether it is kept, strengthened or replaced, and why."), page="calls:list_initiatives")
def initiatives_have_a_word(tender) -> bool:
    return not without_a_word(tender).exists()


@fact(_("Adopt the request."), page="calls:adopt_call")
def call_adopted(tender) -> bool:
    return draft_of(tender).call.adopted_at is not None
