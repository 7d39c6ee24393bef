"""A draft as it will read: section by section, with what is still missing."""

from dataclasses import dataclass

from bids.draft import Draft
from bids.parts import ATTACHMENTS, BUDGET, PARTNERS, SUMMARY, Part, asks_money
from bids.wording import budget_text, division_text
from tenders.money import WHOLE, percent


@dataclass(frozen=True)
class Section:
    part: Part
    text: str
    lacking: list[str]


def sections_of(draft: Draft) -> list[Section]:
    """The written parts in order; attachments are listed apart."""
    return [Section(part, _text(draft, part), draft.lacking.get(part.key, [])) for part in draft.parts if part.key != ATTACHMENTS]


def division_of(draft: Draft) -> list[dict]:
    """The partners with what is filled in so far; a party alone gets and does all."""
    partners = draft.bid.current_partners()
    if len(partners) == 1:
        hours = {partners[0].party.public_id: WHOLE}
        money = hours if asks_money(draft.bid) else {}
    else:
        form = draft.form(draft.part(PARTNERS))
        money, hours = form.shares("money"), form.shares("hours")
    return [
        {
            "party": p.party.public_id,
            "name": p.party.name,
            "role": str(p.role),
            "money": money.get(p.party.public_id),
            "hours": hours.get(p.party.public_id),
        }
        for p in partners
    ]


@dataclass(frozen=True)
class Split:
    """How a consortium divides, as bars; `unequal` when the lead's part of the money reaches the municipality's limit."""

    money: list[tuple]  # empty where no public money is paid
    hours: list[tuple]
    lead_money: int | None
    lead_hours: int
    unequal: bool


def split_of(draft: Draft, limit: int) -> Split | None:
    """The division so far, once every party has its shares; `limit` in percent."""
    rows, paid = division_of(draft), asks_money(draft.bid)
    if len(rows) < 2 or any(row["hours"] is None or (paid and row["money"] is None) for row in rows):
        return None
    lead = rows[0]
    return Split(
        money=[(row["name"], row["money"], _of_100(row["money"])) for row in rows] if paid else [],
        hours=[(row["name"], row["hours"], _of_100(row["hours"])) for row in rows],
        lead_money=lead["money"],
        lead_hours=lead["hours"],
        unequal=paid and lead["money"] >= limit * 100 and lead["money"] > lead["hours"],
    )


def _of_100(hundredths: int) -> str:
    """'12,5': a percentage without its sign, for a bar with little room."""
    return percent(hundredths).rstrip("%").strip()


def _text(draft: Draft, part: Part) -> str:
    typed = draft.typed(part.key)
    if part.key == PARTNERS:
        return division_text(division_of(draft), typed.get("lead_role", ""), typed.get("decision_rule", ""))
    if part.key == BUDGET:
        return budget_text(draft.form(part).lines(), typed.get("note", ""))
    return typed.get("summary" if part.key == SUMMARY else "text", "")
