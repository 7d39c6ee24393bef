"""Statements that are composed once, and then asked again and again with other values.

Composing a statement costs Django ten times what it costs to ask it; on most pages it was half of all work. So what a busy
page asks in the same words each time stands in a function of its own, which is run once:

    @composed_once
    def seats_of(person_id, slug):
        return Seat.objects.filter(person=person_id, lot__tender__slug=slug).select_related("lot")

    seats = seats_of(user.pk, slug)  # a list

Whatever can be otherwise the next time is a value: who looks, and what time it is too. The answer is as fresh as any; only
the words are kept. A function that looks at its values, asks the database or takes the time from elsewhere is refused.
"""

import datetime as dt
import functools
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Count, QuerySet, Value

from events import clock

_LARGEST = 2**63 - 1
_MOST = 64  # shapes of one statement: so many lengths of lists
_LISTS = (list, tuple, set, frozenset)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")  # as SQLite writes them


def composed_once(compose: Callable[..., QuerySet]) -> Callable[..., list]:
    """`compose`, run once for each shape of its values; gives rows.

    Values are plain: ids, text, days, moments, and lists of these. None, True, False and a slice belong to the words. Raises
    TypeError for other values, and for a function that can't be composed once.
    """
    made: dict[tuple, _Statement] = {}

    @functools.wraps(compose)
    def rows(*values) -> list:
        if any(isinstance(value, int) and abs(value) > _LARGEST for value in values):
            return []  # as Django answers: a number that no column holds is nowhere
        connection = connections["default"]
        key = (connection.vendor, clock.offset(), *map(_shape, values))
        statement = made.get(key)
        if statement is None:
            if len(made) >= _MOST:
                made.clear()
            statement = made[key] = _Statement(compose, values, connection)
        return statement.rows(values, connection)

    return rows


class Pageable:
    """What a Paginator needs: the rows of a composed statement, whose last value is a slice, and how many there are in all."""

    def __init__(self, rows: Callable[..., list], number: Callable[..., list], *values):
        self._rows, self._number, self._values = rows, number, values

    def count(self) -> int:
        return next(iter(self._number(*self._values)), 0)

    def __getitem__(self, cut: slice) -> list:
        return self._rows(*self._values, cut)


def number_of(rows: QuerySet) -> QuerySet:
    """How many rows these are, as a statement of one number."""
    return rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("*")).values_list("number", flat=True)


def bring(thing, name: str, rows: list) -> None:
    """Give a row those that point at it, as prefetch_related does: `thing.name.all()` asks nothing any more."""
    found = getattr(thing, name).get_queryset()
    found._result_cache, found._prefetch_done = rows, True
    if not hasattr(thing, "_prefetched_objects_cache"):
        thing._prefetched_objects_cache = {}
    thing._prefetched_objects_cache[name] = found


class _Place(NamedTuple):
    """Where a value comes from: which argument, which part of its list, and whether it is the day of that moment."""

    argument: int
    part: int | None = None
    is_day: bool = False


class _Statement:
    """One statement, with what comes at each place."""

    def __init__(self, compose: Callable[..., QuerySet], values: tuple, connection):
        first, second = (_Draft(compose, values, connection, number) for number in (1, 2))
        if first.sql != second.sql or len(first.params) != len(second.params):
            raise TypeError(f"{compose.__name__} says something else for other values")
        self.queryset, self.compiler, self.sql = first.queryset, first.compiler, first.sql
        self.params = [_what_comes(pair, first, second, compose.__name__) for pair in zip(first.params, second.params, strict=True)]
        self.fixed: dict[str, Any] = {}
        if self.sql and connection.vendor == "postgresql":  # those of SQLite belong to a connection
            converters = self.compiler.get_converters([column[0] for column in self.compiler.select])
            self.fixed["get_converters"] = lambda expressions: converters

    def rows(self, values: tuple, connection) -> list:
        if not self.sql:
            return []
        asked = type(self.queryset)(self.queryset.model, _Asked(self, values, connection))
        asked._iterable_class, asked._fields = self.queryset._iterable_class, self.queryset._fields
        asked._prefetch_related_lookups = self.queryset._prefetch_related_lookups
        return list(asked)


class _Draft:
    """The statement with stand-ins for its values. Made twice with others: what differs is a value, what does not is not."""

    def __init__(self, compose: Callable[..., QuerySet], values: tuple, connection, number: int):
        self.places: dict[tuple, _Place] = {}
        self.number, self.connection = number, connection
        stand_ins = [self._stand_in(value, place) for place, value in enumerate(values)]
        with connection.execute_wrapper(_refuse):
            self.queryset = compose(*stand_ins)
        if not all(isinstance(lookup, str) for lookup in self.queryset._prefetch_related_lookups):
            raise TypeError(f"{compose.__name__} would keep a Prefetch too")
        self.compiler = self.queryset.query.get_compiler(connection=connection)
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:  # a list without values: there is nothing to ask
            self.sql, self.params = "", ()

    def _stand_in(self, value, argument: int):
        if isinstance(value, _LISTS):
            return [self._single(part, _Place(argument, place)) for place, part in enumerate(value)]
        return value if value is None or isinstance(value, bool | slice) else self._single(value, _Place(argument))

    def _single(self, value, place: _Place):
        """Something of the same kind that fits in every column of its kind."""
        number = 6000 * self.number + len(self.places)
        moment = dt.datetime(9000, 1, 1, tzinfo=dt.UTC) + dt.timedelta(days=number)
        stand_in: Any = f"stand-in {number}" if isinstance(value, str) else number
        if isinstance(value, dt.datetime):
            stand_in = moment
            self.places[_sign(clock.day_of(moment), self.connection)] = place._replace(is_day=True)
        elif isinstance(value, dt.date):
            stand_in = moment.date()
        self.places[_sign(stand_in, self.connection)] = place
        return stand_in


class _Asked:
    """Stands for the query of a queryset while it fetches its rows."""

    def __init__(self, statement: _Statement, values: tuple, connection):
        self._statement, self._connection = statement, connection
        self._values = [list(value) if isinstance(value, _LISTS) else value for value in values]

    def __getattr__(self, name: str):
        return getattr(self._statement.queryset.query, name)

    def get_compiler(self, *args, **options):
        """The compiler that composed the statement, with these values and the connection of this thread."""
        made = self._statement
        sql = made.sql, tuple([self._value(place) if isinstance(place, _Place) else place for place in made.params])
        compiler = object.__new__(type(made.compiler))
        compiler.__dict__.update(made.compiler.__dict__, **made.fixed, connection=self._connection, as_sql=lambda: sql)
        return compiler

    def _value(self, place: _Place):
        value = self._values[place.argument]
        value = value if place.part is None else value[place.part]
        return _plain(clock.day_of(value) if place.is_day else value, self._connection)


def _what_comes(pair: tuple, first: _Draft, second: _Draft, name: str):
    """A place, or what stands there in every statement. Raises TypeError for what may be neither."""
    one, other = pair
    places = first.places.get(_sign(one, first.connection)), second.places.get(_sign(other, second.connection))
    if places[0] is not None and places[0] == places[1]:
        return places[0]
    moment = isinstance(one, dt.date) or (isinstance(one, str) and _MOMENT.match(one))
    if type(one) is not type(other) or one != other or moment:
        raise TypeError(f"{name} can't be composed once: {one!r} is no value that it was given")
    return one


def _shape(value):
    """What makes this another statement: the kind of a value, of each part of a list; for None, True and False which it is."""
    if isinstance(value, _LISTS):
        kinds = {_shape(part) for part in value}
        return (len(value), *kinds) if len(kinds) < 2 else (len(value), *map(_shape, value))
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, slice):
        return value.start, value.stop
    for kind in (int, str, dt.datetime, dt.date):
        if isinstance(value, kind):
            return kind
    raise TypeError(f"{type(value).__name__} can't be asked with: give its id")


def _sign(param, connection) -> tuple:
    try:
        param = _plain(param, connection)
    except TypeError:
        return type(param), None
    return type(param), param


def _plain(value, connection):
    """The value as the driver of the database takes it."""
    if isinstance(value, dt.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, dt.date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return str(value)
    raise TypeError


def _refuse(execute, sql, params, many, context):
    raise TypeError("A statement that is composed once may not depend on the answer to another")
