"""Something that was said in the dialogue, and answered."""

from dialogues.models import Contribution, Outcome, Response
from tests import make


def said(cast, tender, text="Ik kan lassen.", *, outcome=Outcome.TAKEN_OVER) -> Response | Contribution:
    """The response to a contribution; the contribution itself, which waits for an answer, when `outcome` is None."""
    contribution = make.contribution(tender, text=text)
    return make.response(cast, contribution, outcome=outcome) if outcome else contribution
