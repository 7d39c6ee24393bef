"""Drawings and rows that are remembered: what was drawn once from the same values is not drawn again.

Only for what depends on nothing but the values it is given and the language: not on who looks, nor on what day it is
today. So a value must be plain: text, a number, a day, or a list or tuple of these. A row of the database can change
under the same number, and is refused.
"""

import datetime as dt
import functools
from collections.abc import Callable
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import get_language

_PLAIN = (str, int, float, Decimal, dt.date, dt.time)
_MOST = 4096  # drawings of each kind; the oldest make way


def kept(draw: Callable[..., str]) -> Callable[..., str]:
    """`draw`, remembered by its values. Raises TypeError for a value that is not plain."""

    @functools.lru_cache(maxsize=_MOST)
    def drawn(call: "_Call") -> str:
        try:
            return draw(*call.args, **call.options)
        finally:
            del call.args, call.options  # the key stays, the rows of a page need not

    @functools.wraps(draw)
    def remembered(*args, **options) -> str:
        return drawn(_Call(args, options))

    remembered.forget = drawn.cache_clear
    return remembered


class _Call:
    """What a drawing was asked with; equal when the drawing must be the same."""

    __slots__ = ("args", "hash", "key", "options")

    def __init__(self, args: tuple, options: dict):
        self.args, self.options = args, options
        self.key = (get_language(), _sign(args), _sign(options) if options else ())
        self.hash = hash(self.key)

    def __hash__(self) -> int:
        return self.hash

    def __eq__(self, other) -> bool:
        return self.key == other.key


def _sign(value):
    """The value with the kind of each part: safe text and other text may look the same, and so may 1, 1.0 and True."""
    kind = value.__class__
    if kind is str or value is None:
        return value
    if isinstance(value, tuple | list):
        return tuple(map(_sign, value))
    if isinstance(value, dict):
        return tuple((key, _sign(one)) for key, one in value.items())
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, _PLAIN):
        return kind, value
    raise TypeError(f"{kind.__name__} can change, so what is drawn from it can't be kept")
