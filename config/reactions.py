"""What follows from what: an event, and the tasks that it sets to work. A task takes the event's id and may run twice."""

TELL = "notifications.tell"
THREAD = "notifications.tell_thread"

REACTIONS: dict[str, tuple[str, ...]] = {
    # The tender
    "tenders.question_asked": (TELL,),
    "tenders.answers_published": (TELL,),
    "tenders.step_left": ("bids.open_rounds", TELL),
    "tenders.step_sent_back": (TELL,),
    "tenders.tender_withdrawn": (TELL,),
    "tenders.tender_completed": (TELL,),
    "tenders.involved": (TELL,),
    "tenders.involvement_ended": (TELL,),
    # People
    "accounts.role_granted": (TELL,),
    "accounts.role_withdrawn": (TELL,),
    "accounts.party_joined": (TELL,),
    # What people just begin
    "initiatives.initiative_begun": (TELL,),
    "initiatives.initiative_stopped": (TELL,),
    "calls.initiative_answered": (TELL,),
    # Plans from outside
    "initiatives.plan_filed": (TELL,),
    "initiatives.plan_due": (TELL,),
    "initiatives.plan_late": (TELL,),
    "initiatives.plan_answered": (TELL,),
    "initiatives.plan_withdrawn": (TELL,),
    "calls.plan_linked": (TELL,),
    # Step 1: who said something hears of the answer, and from then on whenever the thread grows.
    "dialogues.dialogue_published": (TELL,),
    "dialogues.dot_changed": (TELL,),
    "dialogues.dialogue_closed": (TELL,),
    "dialogues.meeting_planned": (TELL,),
    "dialogues.meeting_edited": (TELL,),
    "dialogues.meeting_cancelled": (TELL,),
    "dialogues.moved_up": (TELL,),
    "dialogues.meeting_reported": (TELL,),
    "dialogues.meeting_near": (TELL,),
    "dialogues.minutes_locked": (TELL,),
    "dialogues.correction_decided": (TELL,),
    "dialogues.responded": (THREAD,),
    "dialogues.response_changed": (THREAD,),
    # Step 2
    "calls.co_author_invited": (TELL,),
    "calls.amendment_proposed": (TELL,),
    "calls.amendment_decided": (TELL,),
    "calls.amendment_withdrawn": (TELL,),
    "calls.source_linked": (THREAD,),
    "calls.clause_withdrawn": (THREAD,),
    "calls.call_reopened": (TELL,),
    "calls.call_adopted": (TELL,),
    # Step 3: the memo of a choice that everybody signed, and the request before it is published.
    "calls.route_chosen": (TELL,),
    "calls.choice_signed": ("calls.render_choice_memo", TELL),
    "calls.publication_prepared": ("calls.render_call",),
    # Nobody has to think of opening the rounds: publishing the request does, and entering step 4 once more.
    "calls.call_published": ("bids.open_rounds", TELL),
    # Step 4: bids
    "bids.party_invited": (TELL,),
    "bids.preview_asked": ("bids.render_preview",),
    "bids.partner_invited": (TELL,),
    "bids.partner_confirmed": (TELL,),
    "bids.partner_removed": (TELL,),
    "bids.bid_submitted": ("bids.render_receipt", TELL),
    "bids.bid_withdrawn": (TELL,),
    "bids.opening_begun": (TELL,),
    "bids.bids_opened": ("bids.render_opening", TELL),
    # Step 4: the decision. Letters are made before they are sent, so that sending only sets a time.
    "evaluation.member_appointed": (TELL,),
    "evaluation.member_recused": (TELL,),
    "evaluation.scores_finished": (TELL,),
    "evaluation.scores_reopened": (TELL,),
    "evaluation.lot_suspended": (TELL,),
    "evaluation.suspension_lifted": (TELL,),
    "evaluation.decision_prepared": ("evaluation.render_decision", TELL),
    "evaluation.decision_approved": (TELL,),
    "evaluation.decision_sent": (TELL, THREAD),
    "evaluation.decision_explained": (TELL,),
    # Step 5: what is read before signing, and the same with the signatures.
    "contracts.contract_offered": ("contracts.render_contract", TELL),
    "contracts.contract_taken_back": (TELL,),
    "contracts.contract_recorded": ("contracts.render_contract", TELL),
    "contracts.contract_signed": ("contracts.render_contract", TELL, THREAD),
    # Step 6
    "monitoring.indicator_set": (TELL,),
    "monitoring.measurement_reported": (TELL, THREAD),
    "monitoring.measurement_corrected": (TELL,),
    "monitoring.reflection_held": (TELL,),
    "monitoring.reflection_closed": (TELL,),
    "monitoring.lesson_drawn": (THREAD,),
}
