"""Finished facts about rounds and their opening, for config/gates.py."""

from itertools import combinations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from bids.models import Round
from tenders.actions import OFFICER_KINDS
from tenders.gates import fact
from tenders.models import InvolvementRole, LotState


@fact(_("The deadline must have passed. Until then nobody can open anything."), page="bids:show_round")
def deadline_passed(round_) -> bool:
    return Round.objects.past_deadline().filter(pk=round_.pk).exists()


@fact(_("The team needs two people with roles of different kinds, who open together."), page="tenders:manage_tender")
def two_can_open(round_) -> bool:
    """Two people in the team, each with a role of another kind."""
    tender = round_.tender
    team = tender.involvements.active().filter(role=InvolvementRole.OFFICER, lot=None).values("person")
    held = Role.objects.active().filter(user__in=team, municipality__in=tender.municipality_ids(), kind__in=OFFICER_KINDS)
    kinds: dict[int, set] = {}
    for person, kind in held.values_list("user_id", "kind"):
        kinds.setdefault(person, set()).add(kind)
    return any(len(mine | theirs) > 1 for mine, theirs in combinations(kinds.values(), 2))


@fact(_("Open the rounds, so that parties can take part in every lot."), page="bids:list_rounds")
def rounds_opened(tender) -> bool:
    """Every lot that is still in the race has a round."""
    return not tender.competes_here or _lots(tender) == 0


@fact(_("Open the bids of every lot, with two people."), page="bids:list_rounds")
def all_bids_opened(tender) -> bool:
    """The bids of every lot that is still in the race were opened."""
    return not tender.competes_here or _lots(tender, opened_at__isnull=False) == 0


def _lots(tender, **opened) -> int:
    """How many lots lack such a round."""
    there = Round.objects.filter(lot__tender=tender, **opened).values("lot_id")
    return tender.lots.exclude(state=LotState.NOT_AWARDED).exclude(pk__in=there).count()
