"""Things in any state, for tests: `make.tender(cast, step=Step.SELECTION)`. One module an app; no gate is passed here."""

from tests.make.bids import PDF, attachment, bid, opened_bids, opening, party, round, submission
from tests.make.calls import adopted_call, amendment, call, clause, clause_source, proposed_indicator, published_call
from tests.make.contracts import agreement, awarded_lot, contract, signature
from tests.make.dialogues import contribution, correction, dialogue, finding, meeting, minutes, registration, response
from tests.make.evaluation import committee, consensus, criteria_of, decision, judged_lot, members, score, scores, seat
from tests.make.initiatives import (
    help,
    initiative,
    initiative_word,
    joining,
    knowledge,
    period,
    photo,
    picture_file,
    plan,
    plan_answer,
    update,
)
from tests.make.monitoring import indicator, lesson, measurement, reflection
from tests.make.procedure import choice, timetable
from tests.make.tenders import involve, lot, tender
from tests.make.thread import thread

__all__ = [
    "PDF",
    "adopted_call",
    "agreement",
    "amendment",
    "attachment",
    "awarded_lot",
    "bid",
    "call",
    "choice",
    "clause",
    "clause_source",
    "committee",
    "consensus",
    "contract",
    "contribution",
    "correction",
    "criteria_of",
    "decision",
    "dialogue",
    "finding",
    "help",
    "indicator",
    "initiative",
    "initiative_word",
    "involve",
    "joining",
    "judged_lot",
    "knowledge",
    "lesson",
    "lot",
    "measurement",
    "meeting",
    "members",
    "minutes",
    "opened_bids",
    "opening",
    "party",
    "period",
    "photo",
    "picture_file",
    "plan",
    "plan_answer",
    "proposed_indicator",
    "published_call",
    "reflection",
    "registration",
    "response",
    "round",
    "score",
    "scores",
    "seat",
    "signature",
    "submission",
    "tender",
    "thread",
    "timetable",
    "update",
]
