"""The plans that come out of a working day, beside the money that it is about."""

from typing import NamedTuple

from django.db.models import Sum

from dialogues.models import Meeting, NamedAmount
from initiatives.models import Plan, PlanAnswer


class Sums(NamedTuple):
    """In cents: what there is at most, what all plans ask together, what went to them by answers that everybody can read."""

    amount: NamedAmount | None
    asked: int
    granted: int

    @property
    def is_too_much(self) -> bool:
        """Whether the plans got more than there is: somebody named a lower amount since."""
        return self.amount is not None and self.amount.highest is not None and self.granted > self.amount.highest

    @property
    def left(self) -> int | None:
        """What is left of the amount; None when it was not named, or when more was granted than there is."""
        if self.amount is None or self.amount.highest is None or self.is_too_much:
            return None
        return self.amount.highest - self.granted


def plans_of(meeting: Meeting):
    """The plans of a working day that stand, for a list: the oldest first, as the tables came."""
    return Plan.objects.standing().filter(meeting=meeting).for_list().order_by("filed_at", "pk")


def sums_of(meeting: Meeting) -> Sums:
    plans = Plan.objects.standing().filter(meeting=meeting)
    granted = PlanAnswer.objects.out().filter(plan__in=plans).aggregate(total=Sum("granted"))["total"]
    return Sums(meeting.amount, plans.aggregate(total=Sum("cost"))["total"] or 0, granted or 0)
