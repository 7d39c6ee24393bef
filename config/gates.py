"""What must be there before a step is left or an act is done, per route. One row, one condition.

Each condition is a finished fact with a sentence, in the `conditions.py` of the app that knows it. A condition holds for
the routes that name it; the last column says where it is only advised. What a route does not need is one line that says
why (`NOT_NEEDED`).
"""

from django.utils.translation import gettext_lazy as _

from bids import conditions as bids
from budgets import conditions as budgets
from calls.conditions import procedure, request
from contracts import conditions as contracts
from dialogues import conditions as dialogues
from evaluation import conditions as evaluation
from initiatives import conditions as initiatives
from inventory import conditions as inventory
from monitoring import conditions as monitoring
from tenders import conditions as tenders
from tenders.gates import Condition, Gate
from tenders.routes import Route
from tenders.steps import Step

ALL = tuple(Route)
# Several parties compete: a dialogue, a request, a committee.
COMPETING = (
    Route.SUBSIDY_TENDER,
    Route.SAS,
    Route.OPEN,
    Route.RESTRICTED,
    Route.COMPETITIVE_DIALOGUE,
    Route.MULTIPLE_PRIVATE,
    Route.BUILDING,
)
# One party, without competition.
DIRECT = (Route.SMALL_GRANT, Route.BUILDING_ONE)
# Several parties compete, and the municipality pays.
PAID = tuple(route for route in COMPETING if route != Route.BUILDING)
UNPAID = (Route.BUILDING,)
ADVICE = True

CONDITIONS = (
    # Making the tender public
    Condition(Gate.PUBLISH_TENDER, ALL, tenders.contact_named),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.dot_written),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.role_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.fixed_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.open_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.weight_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.who_decides_said),
    Condition(Gate.PUBLISH_TENDER, PAID, dialogues.money_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.pay_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.house_rules_said),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.closing_date_set),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.fact_added, ADVICE),
    Condition(Gate.PUBLISH_TENDER, COMPETING, dialogues.open_question_added, ADVICE),
    # Concluding the dialogue: whoever said something has an answer, and nothing more comes in
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.dialogue_published),
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.dialogue_closed),
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.every_contribution_answered),
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.flags_decided),
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.appeals_decided),
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.messages_decided),
    Condition(Gate.CONCLUDE_DIALOGUE, COMPETING, dialogues.finding_made, ADVICE),
    # Letting residents divide a neighbourhood budget. It belongs to no tender, so no route leaves anything out.
    Condition(Gate.PUBLISH_BUDGET, ALL, budgets.why_said),
    Condition(Gate.PUBLISH_BUDGET, ALL, budgets.who_said),
    Condition(Gate.PUBLISH_BUDGET, ALL, budgets.days_set),
    Condition(Gate.PUBLISH_BUDGET, ALL, budgets.weight_said),
    Condition(Gate.PUBLISH_BUDGET, ALL, budgets.something_to_choose),
    Condition(Gate.PUBLISH_BUDGET, ALL, budgets.entries_still_there),
    # Leaving step 1
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, dialogues.dialogue_published),
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, dialogues.three_meetings_held, ADVICE),
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, dialogues.contribution_received),
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, dialogues.every_contribution_answered),
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, dialogues.finding_made, ADVICE),
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, inventory.incumbents_told, ADVICE),
    Condition(Gate.LEAVE_DIALOGUE, COMPETING, dialogues.dialogue_concluded, ADVICE),
    # Adopting the request: nothing may be without an answer
    Condition(Gate.ADOPT_CALL, COMPETING, request.short_version_written),
    Condition(Gate.ADOPT_CALL, COMPETING, request.challenge_written),
    Condition(Gate.ADOPT_CALL, COMPETING, request.outcome_written),
    Condition(Gate.ADOPT_CALL, PAID, request.money_written),
    Condition(Gate.ADOPT_CALL, UNPAID, request.term_written),
    Condition(Gate.ADOPT_CALL, COMPETING, request.participants_written),
    Condition(Gate.ADOPT_CALL, COMPETING, request.assessment_written),
    Condition(Gate.ADOPT_CALL, COMPETING, request.clauses_have_text),
    Condition(Gate.ADOPT_CALL, COMPETING, request.amendments_answered),
    Condition(Gate.ADOPT_CALL, COMPETING, dialogues.every_contribution_answered),
    Condition(Gate.ADOPT_CALL, COMPETING, request.initiatives_have_a_word),
    Condition(Gate.ADOPT_CALL, COMPETING, request.weights_add_up),
    Condition(Gate.ADOPT_CALL, COMPETING, request.grades_set),
    Condition(Gate.ADOPT_CALL, COMPETING, request.indicator_proposed, ADVICE),
    Condition(Gate.ADOPT_CALL, COMPETING, request.outcomes_have_a_source, ADVICE),
    # Leaving step 2: adopted, and still nothing without an answer
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.call_adopted),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.short_version_written),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.challenge_written),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.outcome_written),
    Condition(Gate.LEAVE_REQUEST, PAID, request.money_written),
    Condition(Gate.LEAVE_REQUEST, UNPAID, request.term_written),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.participants_written),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.assessment_written),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.clauses_have_text),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.amendments_answered),
    Condition(Gate.LEAVE_REQUEST, COMPETING, dialogues.every_contribution_answered),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.initiatives_have_a_word),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.weights_add_up),
    Condition(Gate.LEAVE_REQUEST, COMPETING, request.grades_set),
    # Publishing the request: decided by four eyes, lawful, frozen with procedure and timetable in it
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.request_adopted),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.route_chosen),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.choice_signed),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.timetable_complete),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.timetable_lawful),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.timetable_roomy, ADVICE),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.tender_public),
    Condition(Gate.PUBLISH_CALL, COMPETING, inventory.incumbents_told),
    Condition(Gate.PUBLISH_CALL, COMPETING, initiatives.knowledge_published),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.publication_prepared),
    Condition(Gate.PUBLISH_CALL, COMPETING, procedure.document_made),
    # Leaving step 3
    Condition(Gate.LEAVE_PROCEDURE, ALL, procedure.route_chosen),
    Condition(Gate.LEAVE_PROCEDURE, ALL, procedure.choice_signed),
    Condition(Gate.LEAVE_PROCEDURE, COMPETING, procedure.timetable_complete),
    Condition(Gate.LEAVE_PROCEDURE, COMPETING, procedure.timetable_lawful),
    Condition(Gate.LEAVE_PROCEDURE, COMPETING, procedure.call_published),
    # Opening the bids: asked of a round
    Condition(Gate.OPEN_BIDS, COMPETING, bids.deadline_passed),
    Condition(Gate.OPEN_BIDS, COMPETING, bids.two_can_open),
    Condition(Gate.OPEN_BIDS, COMPETING, evaluation.committee_has_majority, ADVICE),
    # Sending a decision: asked of the decision, which may also be that nobody is chosen
    Condition(Gate.SEND_AWARD, COMPETING, evaluation.committee_has_majority),
    Condition(Gate.SEND_AWARD, COMPETING, evaluation.members_declared),
    Condition(Gate.SEND_AWARD, COMPETING, evaluation.scores_in),
    Condition(Gate.SEND_AWARD, COMPETING, evaluation.consensus_complete),
    Condition(Gate.SEND_AWARD, ALL, evaluation.letters_ready),
    Condition(Gate.SEND_AWARD, ALL, evaluation.decision_approved),
    Condition(Gate.SEND_AWARD, ALL, evaluation.letters_dated_today),
    # Leaving step 4
    Condition(Gate.LEAVE_SELECTION, ALL, evaluation.every_lot_decided),
    Condition(Gate.LEAVE_SELECTION, COMPETING, bids.rounds_opened),
    Condition(Gate.LEAVE_SELECTION, COMPETING, bids.all_bids_opened),
    # Signing a contract. A decision on a small grant holds at once: an objection does not suspend it (Awb 6:16).
    Condition(Gate.SIGN_CONTRACT, (*COMPETING, Route.BUILDING_ONE), evaluation.term_over),
    Condition(Gate.SIGN_CONTRACT, (Route.SMALL_GRANT,), evaluation.term_over, ADVICE),
    Condition(Gate.SIGN_CONTRACT, ALL, contracts.lot_not_suspended),
    Condition(Gate.SIGN_CONTRACT, ALL, contracts.agreements_written),
    Condition(Gate.SIGN_CONTRACT, COMPETING, contracts.agreements_tied),
    Condition(Gate.SIGN_CONTRACT, COMPETING, contracts.promises_named, ADVICE),
    # Leaving step 5
    Condition(Gate.LEAVE_CONTRACT, ALL, contracts.contracts_signed),
    # Completing. Small things are accounted for by a talk: a moment of reflection is enough.
    Condition(Gate.LEAVE_MONITORING, ALL, contracts.no_lot_waits),
    Condition(Gate.LEAVE_MONITORING, COMPETING, monitoring.indicator_measured),
    Condition(Gate.LEAVE_MONITORING, ALL, monitoring.reflection_held),
    Condition(Gate.LEAVE_MONITORING, COMPETING, monitoring.lesson_written),
    Condition(Gate.LEAVE_MONITORING, DIRECT, monitoring.lesson_written, ADVICE),
)

NOT_NEEDED = (
    (
        Step.DIALOGUE,
        DIRECT,
        _("One party is concerned, so the law asks no dialogue. You may still hold meetings and take contributions."),
    ),
    (Step.REQUEST, DIRECT, _("There is no competition, so there is no request to write. What is agreed stands in the decision.")),
    (Step.SELECTION, DIRECT, _("There is no competition: no bids and no committee. The municipality decides, with its reason.")),
)
