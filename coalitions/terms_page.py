"""Terms as a page shows them: shares beside hours, who agreed, and the flag of an unequal split."""

from dataclasses import dataclass

from coalitions.division import Part, division, unequal
from coalitions.models import Coalition, SignOff, Terms
from tenders.money import percent


@dataclass(frozen=True)
class Read:
    """One version. `fits` is whether it is about the partners of now; `returned` whether it is not because one of them stopped
    and came back; `flag` is who gets so much that it is called unequal.
    """

    terms: Terms
    parts: list[Part]
    signed: list[SignOff]
    waiting: list[str]
    fits: bool
    returned: bool
    flag: Part | None
    limit: int

    @property
    def holds(self) -> bool:
        """All partners of now agreed with this version."""
        return self.fits and not self.waiting

    @property
    def income(self) -> list[tuple]:
        """For a bar: of every 100 euros."""
        return [(part.name, part.income, _of_100(part.income)) for part in self.parts]

    @property
    def hours(self) -> list[tuple]:
        """For a bar: of every 100 hours."""
        return [(part.name, part.hours_part, _of_100(part.hours_part)) for part in self.parts]


def read_terms(coalition: Coalition, terms: Terms, limit: int) -> Read:
    """The version with the partners of now beside it; `limit` is the municipality's, in percent."""
    parts = division([(share.party.name, share.income, share.hours) for share in terms.shares.all()])
    partners, signed, fits = coalition.partners(), terms.signed_ids(), terms.fits(coalition.partners())
    return Read(
        terms=terms,
        parts=parts,
        signed=list(terms.sign_offs.all()),
        waiting=[one.party.name for one in partners if one.party_id not in signed],
        fits=fits,
        returned=not fits and terms.party_ids() == {one.party_id for one in partners},
        flag=unequal(parts, limit),
        limit=limit,
    )


def _of_100(hundredths: int) -> str:
    """'12,5': a percentage without its sign, for a bar with little room."""
    return percent(hundredths).rstrip("%").strip()
