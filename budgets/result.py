"""What residents divided, counted: from the rows to the rule in dividing.py, in two statements however many took part.

Of fewer than ten people nothing comes out, for nobody. The mean of one form is that form, and of two each subtracts their own;
an order or a round amount of one form says what it says too. So nobody sees it, who decides neither: the municipality decides
itself. The page on which people divide says so beforehand.
"""

from dataclasses import dataclass

from django.db.models import Count, Max, Q, Sum
from django.utils.functional import cached_property

from areas.small_cells import SMALLEST
from budgets.dividing import Divided, Given, divide_together
from budgets.models import Aside, Budget, Channel, Entry


@dataclass(frozen=True)
class Result:
    """How a budget was divided. Whether somebody may see it yet is asked elsewhere: `budget.is_counted`."""

    budget: Budget

    @property
    def channels(self) -> dict[str, int]:
        """How many divided in each way."""
        return {one: sum(n for channel, aside, n in self._forms if channel == one and not aside) for one in Channel}

    @property
    def aside(self) -> dict[str, int]:
        """How many forms came in and do not count, for each reason that there is."""
        found = {one: sum(n for _channel, aside, n in self._forms if aside == one) for one in Aside}
        return {kind: n for kind, n in found.items() if n}

    @cached_property
    def _forms(self) -> list[tuple[str, str, int]]:
        """In one statement: channel, why it does not count ("" for what does), and how many."""
        came_in = self.budget.divisions.came_in().order_by()
        return list(came_in.values_list("channel", "set_aside").annotate(Count("pk")))

    @property
    def people(self) -> int:
        return sum(self.channels.values())

    @property
    def is_of_few(self) -> bool:
        """Whether so few divided that what they divided together shows what one of them gave."""
        return self.people < SMALLEST

    @cached_property
    def entries(self) -> list[Entry]:
        """What stood on the form; unless few divided with what was given to it, by how many people, and the most that one gave."""
        counted = Q(shares__division__withdrawn_at=None)
        rows = self.budget.entries.on_it().for_list()
        if self.is_of_few:
            return list(rows)
        return list(
            rows.annotate(
                given=Sum("shares__amount", filter=counted),
                givers=Count("shares", filter=counted & Q(shares__amount__gt=0)),
                highest=Max("shares__amount", filter=counted),
            )
        )

    @cached_property
    def divided(self) -> Divided | None:
        """What each entry gets by the rule; its keys are those of the entries. None when few divided."""
        if self.is_of_few:
            return None
        given = [Given(one.pk, one.given or 0, one.least or 0, one.most, one.stands) for one in self.entries]
        return divide_together(self.budget.ceiling, given, self.people)

    def of(self, entry: Entry) -> int | None:
        return self.divided.shares[entry.pk] if self.divided else None
