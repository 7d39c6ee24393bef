"""Things in any state, for tests: `make.tender(cast, step=Step.SELECTION)`. One module an app; no gate is passed here."""

from tests.make.bids import PDF, attachment, bid, opened_bids, opening, party, round, submission
from tests.make.calls import adopted_call, amendment, call, clause, clause_source, proposed_indicator, published_call
from tests.make.contracts import agreement, awarded_lot, contract, signature
from tests.make.dialogues import (
    contribution,
    correction,
    dialogue,
    figures,
    finding,
    meeting,
    minutes,
    pilot,
    registration,
    response,
    told_about_oneself,
)
from tests.make.evaluation import committee, consensus, criteria_of, decision, judged_lot, members, score, scores, seat
from tests.make.groups import budget_item, expert, goal, group, network_question, proposal
from tests.make.inventory import csv_file, friction, line, line_question, may_stop, period, running, xlsx_file
from tests.make.live import live, message
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
    "budget_item",
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
    "csv_file",
    "decision",
    "dialogue",
    "expert",
    "figures",
    "finding",
    "friction",
    "goal",
    "group",
    "indicator",
    "involve",
    "judged_lot",
    "lesson",
    "line",
    "line_question",
    "live",
    "lot",
    "may_stop",
    "measurement",
    "meeting",
    "members",
    "message",
    "minutes",
    "network_question",
    "opened_bids",
    "opening",
    "party",
    "period",
    "pilot",
    "proposal",
    "proposed_indicator",
    "published_call",
    "reflection",
    "registration",
    "response",
    "round",
    "running",
    "score",
    "scores",
    "seat",
    "signature",
    "submission",
    "tender",
    "thread",
    "timetable",
    "told_about_oneself",
    "xlsx_file",
]
