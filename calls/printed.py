"""A frozen version as it is read, on the page and in print: made from its content alone, so that both say the same."""

import datetime as dt
from dataclasses import dataclass

from django.utils.dateformat import format as format_date

from calls.models import CallVersion, MilestoneKind, Section, Word
from tenders.dates import clock_time
from tenders.law.terms import local
from tenders.money import Vat
from tenders.routes import After, Route, RouteTraits, Track, traits
from tenders.words import word


@dataclass(frozen=True)
class Printed:
    """What a reader of a version sees, in the order of the request."""

    version: CallVersion

    @property
    def content(self) -> dict:
        return self.version.content

    @property
    def procedure(self) -> dict:
        return self.content.get("procedure", {})

    @property
    def traits(self) -> RouteTraits | None:
        """The route as it was published; None in a version that was frozen without one."""
        return traits(self.procedure["route"]) if self.procedure else None

    @property
    def route_name(self) -> str:
        return Route(self.procedure["route"]).label

    @property
    def track(self) -> Track:
        return self.traits.track if self.traits else Track.UNDECIDED

    @property
    def is_paid(self) -> bool:
        """Whether public money is paid on its route."""
        return self.traits is None or self.traits.public_money

    @property
    def initiatives(self) -> list[tuple[str, str, str, str]]:
        """(name, what becomes of it, why, clause) of what people in the area began themselves."""
        rows = self.content.get("initiatives", [])
        return [(row["name"], str(Word(row["word"]).label), row["reason"], row["clause"]) for row in rows]

    @property
    def known_ahead(self) -> list[dict]:
        """What the makers of plans knew before others could read it."""
        return self.content.get("known_ahead", [])

    @property
    def words(self) -> dict[str, str]:
        """The words of its track that a document needs."""
        return {key: word(self.track, key) for key in ("call", "bid", "bids", "bidder", "decision", "contract")}

    @property
    def has_objection(self) -> bool:
        return self.traits is not None and self.traits.after == After.OBJECTION

    @property
    def has_standstill(self) -> bool:
        return self.traits is not None and self.traits.after == After.STANDSTILL

    @property
    def parts(self) -> list["Part"]:
        """The parts of the request, with the number that each has in print; those with nothing in them are left out."""
        lots = {lot["number"]: lot["name"] for lot in self.content["lots"]}
        clauses: dict[str, list[dict]] = {}
        for clause in self.content["clauses"]:
            clauses.setdefault(clause["section"], []).append({**clause, "lot_name": lots.get(clause["lot"], "")})
        filled = self._filled_by_the_platform()
        there = (section for section in Section if section in clauses or section in filled)
        return [Part(section, clauses.get(section, []), section.label_for(self.is_paid)) for section in there]

    def _filled_by_the_platform(self) -> set[str]:
        """Parts that say something also when nobody wrote a clause for them."""
        found = {Section.SUMMARY, Section.ASSESSMENT}
        if not self.is_one_lot:
            found.add(Section.LOTS)
        if self.initiatives or self.known_ahead:
            found.add(Section.EXISTING)
        if self.indicators:
            found.add(Section.AGREEMENT)
        if self.traits:
            found |= {Section.MONEY, Section.COMPLAINTS}
        return found

    @property
    def lots(self) -> list[dict]:
        return [{**lot, "vat_label": Vat(lot["vat"]).label} for lot in self.content["lots"]]

    @property
    def is_one_lot(self) -> bool:
        return len(self.content["lots"]) < 2

    @property
    def criteria(self) -> list[dict]:
        return self.content["criteria"]

    @property
    def grades(self) -> list[dict]:
        return sorted(self.content["grades"], key=lambda grade: -grade["points"])

    @property
    def indicators(self) -> list[dict]:
        return self.content["indicators"]

    @property
    def transition(self) -> dict:
        """What may stop and what that asks of who does the work now, in sum; empty when nothing may."""
        return self.content.get("transition", {})

    @property
    def timetable(self) -> list[tuple[str, str]]:
        """(what, when), in words."""
        return [shown_moment(row["kind"], dt.datetime.fromisoformat(row["at"])) for row in self.procedure.get("timetable", [])]

    @property
    def closing(self) -> dt.datetime | None:
        found = [row["at"] for row in self.procedure.get("timetable", []) if row["kind"] == MilestoneKind.CLOSING]
        return dt.datetime.fromisoformat(found[0]) if found else None


@dataclass(frozen=True)
class Part:
    """A part of the request with its clauses."""

    section: Section
    clauses: list[dict]
    title: str

    @property
    def number(self) -> int:
        return int(self.section[:2])

    @property
    def name(self) -> str:
        """ "lots", "assessment": what the platform adds to it hangs on this."""
        return self.section.name.lower()


# Of these only the day says something.
_DAYS = (MilestoneKind.DECISION, MilestoneKind.TERM_ENDS, MilestoneKind.START)


def shown_moment(kind: str, at: dt.datetime) -> tuple[str, str]:
    """A moment in words: its name, and "dinsdag 19 januari 2027, 12.00 uur". Always with the year: it is read for years."""
    kind = MilestoneKind(kind)
    day = format_date(local(at), "l j F Y")
    return kind.label, day if kind in _DAYS else f"{day}, {clock_time(at)}"
