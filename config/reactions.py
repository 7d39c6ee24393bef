"""What follows from what: an event, and the tasks that it sets to work. A task takes the event's id and may run twice."""

REACTIONS: dict[str, tuple[str, ...]] = {
    # Step 3: the memo of a choice that everybody signed, and the request before it is published.
    "calls.choice_signed": ("calls.render_choice_memo",),
    "calls.publication_prepared": ("calls.render_call",),
    # Step 4: bids. Nobody has to think of opening the rounds: publishing the request does, and entering step 4 once more.
    "calls.call_published": ("bids.open_rounds",),
    "tenders.step_left": ("bids.open_rounds",),
    "bids.preview_asked": ("bids.render_preview",),
    "bids.bid_submitted": ("bids.render_receipt",),
    "bids.bids_opened": ("bids.render_opening",),
    # Step 4: the decision. Letters are made before they are sent, so that sending only sets a time.
    "evaluation.decision_prepared": ("evaluation.render_decision",),
    # Step 5: what is read before signing, and the same with the signatures.
    "contracts.contract_offered": ("contracts.render_contract",),
    "contracts.contract_recorded": ("contracts.render_contract",),
    "contracts.contract_signed": ("contracts.render_contract",),
}
