"""Who may do what in steps 2 and 3: the request and its procedure."""

from accounts.predicates import legal_adviser, signed_in
from calls.predicates import amendment_open, not_adopted, proposed_it, version_published
from tenders.predicates import can_see, co_author, during, guide, officer, published, with_route, writing_request
from tenders.steps import Step

writer = (officer | co_author) & writing_request & with_route("call")

PERMISSIONS = {
    # Step 2: the request
    "calls.view_call": can_see,
    "calls.edit_call": writer & not_adopted,
    "calls.add_clause": writer & not_adopted,
    "calls.write_clause": writer & not_adopted,
    "calls.withdraw_clause": writer & not_adopted,
    "calls.link_source": writer & not_adopted,
    "calls.link_plan": writer & not_adopted,
    "calls.link_proposal": writer & not_adopted,
    "calls.link_pilot": writer & not_adopted,
    "calls.invite_co_author": officer & during(Step.REQUEST) & with_route("call"),
    "calls.end_co_author": officer & during(Step.REQUEST),
    # Who guided the dialogue keeps out of what the request says too (Zeist).
    "calls.propose_amendment": signed_in & published & during(Step.REQUEST) & with_route("call") & not_adopted & ~guide,
    "calls.support_amendment": signed_in & published & during(Step.REQUEST) & amendment_open & ~proposed_it & ~guide,
    "calls.withdraw_amendment": proposed_it & during(Step.REQUEST) & amendment_open,
    "calls.decide_amendment": officer & during(Step.REQUEST) & amendment_open & not_adopted & ~proposed_it,
    "calls.list_amendments": can_see & with_route("call"),
    "calls.view_amendment": can_see,
    "calls.list_initiatives": can_see & with_route("call"),
    "calls.answer_initiative": officer & writing_request & with_route("call") & not_adopted,
    "calls.set_criteria": writer & not_adopted,
    "calls.set_scale": writer & not_adopted,
    "calls.propose_indicator": writer & not_adopted,
    "calls.withdraw_indicator": writer & not_adopted,
    "calls.adopt_call": officer & writing_request & with_route("call") & not_adopted,
    "calls.reopen_call": officer & writing_request & ~not_adopted,
    # Step 3: the procedure
    "calls.ask_guide": officer & during(Step.DIALOGUE, Step.REQUEST, Step.PROCEDURE),
    "calls.choose_route": officer & during(Step.PROCEDURE),
    "calls.sign_choice": (officer | legal_adviser) & during(Step.PROCEDURE),
    "calls.view_choice": can_see,
    "calls.set_timetable": officer & during(Step.PROCEDURE) & with_route("call"),
    "calls.prepare_publication": officer & during(Step.PROCEDURE) & with_route("call"),
    "calls.publish_call": officer & during(Step.PROCEDURE) & with_route("call"),
    "calls.view_call_version": version_published | officer,
}
