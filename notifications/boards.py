"""Who is concerned by an event of a sorting board: who asked to hear what the municipality chooses."""

from accounts.models import User
from events.models import Event
from inventory.models import Board, BoardFollower


def board_address(event: Event) -> list:
    """The municipality's address and the board's."""
    return list(Board.objects.values_list("municipality__slug", "public_id").get(pk=event.thing_id))


def who_follows(event: Event):
    return User.objects.filter(pk__in=BoardFollower.objects.filter(board=event.thing_id).values("user_id"), is_active=True)


def addresses_that_follow(event: Event) -> list[str]:
    """The addresses of who has no account."""
    rows = BoardFollower.objects.filter(board=event.thing_id).exclude(email="")
    return list(rows.order_by("email").values_list("email", flat=True))
