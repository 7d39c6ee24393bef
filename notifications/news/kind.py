"""What a row of news says."""

from collections.abc import Callable
from dataclasses import dataclass

from notifications import audience


@dataclass(frozen=True)
class News:
    title: str
    page: str
    who: Callable
    args: Callable = audience.tender_address
    addresses: Callable = audience.nobody_else
    to_the_doer: bool = False  # a receipt goes to who did it too
    named: Callable | None = None  # what it is called by, where the title of a tender would not say it
    called: Callable | None = None  # the same for an address that somebody typed, when that is otherwise
    says: Callable | None = None  # what it comes down to, as a sentence of the mail
    to_outsiders: bool = False  # a tender that is not public is not named
    receipt: "News | None" = None  # what goes to the address that somebody left with it, in words of its own
