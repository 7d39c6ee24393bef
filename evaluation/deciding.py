"""What the pages around a decision show: what follows from the consensus, and what must still be done."""

from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models.functions import Length

from accounts.permissions import allows
from evaluation.completeness import SHORTEST
from evaluation.models import AwardDecision, AwardResult, DecisionKind, Letter
from evaluation.outcome import Findings, Outcome
from tenders.gates import Gate, Item, checklist
from tenders.models import Lot

PER_PAGE = 25


class Deciding:
    """The page on which a decision is made."""

    def __init__(self, lot: Lot):
        self.lot = lot
        self.competition = lot.tender.competes_here
        self.findings = Findings(lot)

    @property
    def missing(self) -> int:
        """On how many bids and criteria the committee has not agreed yet."""
        return self.findings.missing if self.competition else 0

    @property
    def found(self) -> list[Outcome]:
        return [] if self.missing or not self.competition else self.findings.outcomes

    @property
    def firsts(self) -> list[Outcome]:
        return self.findings.first if self.found else []

    @property
    def equals(self) -> list[Outcome]:
        """Of these one must be chosen by a person: the published method makes no difference between them."""
        return self.firsts if len(self.firsts) > 1 else []

    @cached_property
    def decision(self) -> AwardDecision | None:
        return AwardDecision.objects.filter(lot=self.lot, sent_at=None).select_related("party").first()

    @property
    def initial(self) -> dict:
        now = self.decision
        if now is None:
            kind = DecisionKind.AWARD if self.competition else DecisionKind.DIRECT
            return {"version": 0, "kind": kind.value, "amount": self.lot.budget}
        names = ("version", "kind", "amount", "reason", "conditions", "legal_basis")
        return {name: getattr(now, name) for name in names} | {"party": now.party.name if now.party else ""}


class Work:
    """The team's page of a decision that was not sent: what is there, what is missing, who is next."""

    def __init__(self, decision: AwardDecision, user, page_number=1):
        self.decision, self.user, self.page_number = decision, user, page_number

    @cached_property
    def items(self) -> list[Item]:
        return checklist(self.decision, Gate.SEND_AWARD)

    @property
    def complete(self) -> bool:
        return all(item.done or item.advice for item in self.items)

    @cached_property
    def page(self) -> Page:
        """The results, with for each whether the law's comparison with the winner was written."""
        results = self.decision.results.select_related("opened_bid__bid__party").order_by("rank", Length("opened_bid__letter"))
        return Paginator(results, PER_PAGE).get_page(self.page_number)

    @property
    def rows(self) -> list[dict]:
        award = self.decision.kind == DecisionKind.AWARD
        return [{"result": one, "needs": award and not one.chosen, "written": len(one.advantages) >= SHORTEST} for one in self.page]

    @cached_property
    def letters(self) -> list[Letter]:
        rows = Letter.objects.visible_to(self.user).filter(decision=self.decision)
        return list(rows.select_related("party", "document").order_by("pk")[:PER_PAGE])

    @cached_property
    def may(self) -> dict[str, bool]:
        acts = ("make", "write_advantages", "prepare", "approve", "send", "explain", "view_record")
        names = {act: act if "_" in act else f"{act}_decision" for act in acts}
        things = {"make": self.decision.lot}
        return {act: allows(self.user, f"evaluation.{name}", things.get(act, self.decision)) for act, name in names.items()}


def comparison(result: AwardResult) -> list[dict]:
    """Per criterion: what this bid got and why, beside the chosen one."""
    chosen = result.decision.results.filter(chosen=True).first()
    theirs = {reason.criterion_id: reason for reason in _reasons(chosen)} if chosen else {}
    return [{"criterion": own.criterion, "own": own, "chosen": theirs.get(own.criterion_id)} for own in _reasons(result)]


def _reasons(result: AwardResult):
    return result.reasons.select_related("criterion", "grade").order_by("criterion__position")
