"""Something that was said in the dialogue, and answered."""

import itertools

from dialogues.models import Contribution, NameChoice, Outcome, Response

_codes = itertools.count(1)


def said(cast, tender, text="Ik kan lassen.", *, outcome=Outcome.TAKEN_OVER, **fields) -> Response | Contribution:
    """A contribution under a pseudonym with the municipality's response; the contribution itself when `outcome` is None."""
    number = Contribution.objects.filter(tender=tender).count() + 1
    values = {"name_choice": NameChoice.PSEUDONYM, "shown_name": "Vogelvrij", "code_hash": f"{next(_codes):064d}"}
    contribution = Contribution.objects.create(tender=tender, number=number, text=text, **(values | fields))
    if outcome is None:
        return contribution
    return Response.objects.create(contribution=contribution, outcome=outcome, reason="Zelf maken wordt de kern.", by=cast.officer)
