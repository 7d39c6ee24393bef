"""Every named address with the stage at which it is walked and the things that stand in it. A new address needs a row.

A row is: url name → (stage, arguments), where an argument is text, or a function of the stage's things.
"""

from dialogues.models import Pilot


def of(kind: str, field: str = "public_id"):
    """An argument: a field of one of the stage's things."""
    return lambda things: getattr(things[kind], field)


def _first(manager: str, kind: str, field: str = "public_id"):
    return lambda things: getattr(getattr(things[kind], manager).first(), field)


def _task_of(kind: str):
    """The line of the first task on a sorting board."""
    return lambda things: things[kind].tasks.first().line.public_id


SLUG = of("tender", "slug")
LOT = of("lot", "number")
PLACE = of("municipality", "slug")


def _tender(stage: str, *names: str, app: str) -> dict:
    """Addresses that hold the tender's own address and nothing else."""
    return {f"{app}:{name}": (stage, [SLUG]) for name in names}


def _with(stage: str, argument, *names: str, app: str) -> dict:
    """Addresses that hold the tender's own address and one thing more."""
    return {f"{app}:{name}": (stage, [SLUG, argument]) for name in names}


def _alone(stage: str, argument, *names: str, app: str) -> dict:
    """Addresses that hold one thing, which knows its tender."""
    return {f"{app}:{name}": (stage, [argument]) for name in names}


PAGES = {
    "healthz": ("1", []),
    "readyz": ("1", []),
    **{
        f"portal:{name}": ("4 opened", [])
        for name in (
            "home list_tenders take_part my_work show_help show_accessibility show_privacy show_parts add_municipality "
            "follow_code".split()
        )
    },
    "portal:show_tender": ("4 opened", [SLUG]),
    **_alone("1", PLACE, *"show_municipality manage_municipality grant_role change_settings view_log".split(), app="portal"),
    "portal:add_theme": ("1", [PLACE]),
    **{f"portal:{name}": ("1", [PLACE, of("theme")]) for name in ("edit_theme", "retire_theme")},
    "portal:withdraw_role": ("1", [PLACE, lambda things: things["municipality"].roles.order_by("id").first().public_id]),
    "notifications:list_notices": ("1", []),
    "notifications:mark_read": ("1", []),
    "notifications:follow_tender": ("1", [SLUG]),
    "notifications:unfollow": ("1", ["bcdfghjkmn"]),
    "accounts:profile": ("1", []),
    "accounts:sign_in_again": ("1", []),
    "accounts:found_party": ("1", []),
    **_alone("1", of("party"), "show_party", "edit_party", "join_party", app="accounts"),
    # The tender
    "tenders:start_tender": ("1", [PLACE]),
    **_tender(
        "2",
        *"manage_tender edit_tender plan_steps add_lot appoint_officer appoint_guide set_frame add_prior_document".split(),
        *"publish_tender advance send_back withdraw list_questions ask_question publish_answers".split(),
        app="tenders",
    ),
    "tenders:edit_lot": ("2", [SLUG, LOT]),
    "tenders:end_team_role": ("2", [SLUG, lambda things: things["tender"].involvements.filter(role="officer").last().public_id]),
    "tenders:download_prior_document": ("2", [SLUG, "bcdfghjkmn"]),
    "tenders:answer_question": ("2", [of("question")]),
    # What is there already, and what may stop
    "inventory:show_all_calendars": ("1", []),
    "inventory:export_all_calendars": ("1", []),
    **_alone(
        "1",
        PLACE,
        *"show_calendar export_calendar show_periods open_period show_inventory add_line read_list list_ends".split(),
        *"list_line_questions publish_line_answers".split(),
        app="inventory",
    ),
    "inventory:download_template": ("1", [PLACE, "taken"]),
    "inventory:export_lines": ("1", [PLACE, "taken"]),
    "inventory:close_period": ("1", [PLACE, of("period")]),
    "inventory:import_lines": ("1", [PLACE, of("list")]),
    "inventory:answer_line_question": ("1", [PLACE, of("line question")]),
    **{
        f"inventory:{name}": ("1", [PLACE, of("line")])
        for name in "edit_line judge_line end_line link_party download_paper start_from_line ask_about_line".split()
    },
    # The sorting board
    "inventory:list_boards": ("1", [PLACE]),
    "inventory:make_board": ("1", [PLACE]),
    "inventory:edit_board": ("1", [PLACE, of("unsorted board")]),
    **{
        f"inventory:{name}": ("1", [PLACE, of("board")])
        for name in (
            *"show_board sort_tasks change_sorting print_board follow_board".split(),
            *"enter_form enter_table close_board".split(),
        )
    },
    "inventory:take_back_entry": ("1", [PLACE, of("board"), lambda things: 1]),
    "inventory:withdraw_task": ("1", [PLACE, of("board"), _task_of("board")]),
    "inventory:publish_result": ("1", [PLACE, of("counting board")]),
    "inventory:choose_sort": ("1", [PLACE, of("decided board"), _task_of("decided board")]),
    "inventory:publish_choices": ("1", [PLACE, of("counted board")]),
    **_tender("1", "list_may_stop", "say_may_stop", app="inventory"),
    **_with("1", of("may stop"), *"show_may_stop take_back confirm_read file_friction download_telling".split(), app="inventory"),
    "inventory:tell_incumbent": ("1", [SLUG, of("untold")]),
    # Step 1
    "portal:follow_code": ("1", []),
    "portal:print_slip": ("1", []),
    **_tender(
        "1",
        *"show_dialogue edit_dialogue publish_dialogue close_dialogue add_fact add_open_question list_contributions".split(),
        *"contribute enter_contribution make_finding plan_meeting".split(),
        *"contribute_without_name bring_in print_sheets begin_stack trust_organisation".split(),
        app="dialogues",
    ),
    **_tender("1", *"tell_about_oneself show_missing export_missing set_pilot decide_pilot copy_pilot".split(), app="dialogues"),
    **_with("1", _first("facts", "dialogue"), "edit_fact", "remove_fact", app="dialogues"),
    **_with("1", _first("open_questions", "dialogue"), "edit_open_question", "remove_open_question", app="dialogues"),
    **_with("1", of("contribution", "number"), *"support_contribution respond translate_contribution".split(), app="dialogues"),
    **_with("1", of("stack"), "type_form", app="dialogues"),
    "dialogues:take_back_form": ("1", [SLUG, of("stack"), lambda things: 1]),
    **_with("1", of("trusted organisation"), "end_trust", app="dialogues"),
    **_with("1", of("translated contribution", "number"), "take_back_translation", app="dialogues"),
    "dialogues:unveil_pseudonym": ("1", [SLUG, of("pseudonymous contribution", "number")]),
    **_with("1", of("finding"), "show_finding", "respond_to_finding", app="dialogues"),
    **_with(
        "1",
        of("meeting"),
        *"show_meeting edit_meeting cancel_meeting register cancel_registration list_registrations".split(),
        *"record_attendance report_meeting export_meeting".split(),
        app="dialogues",
    ),
    "dialogues:export_meetings": ("1", [SLUG]),
    "dialogues:export_all_meetings": ("1", [PLACE]),
    **_with("1", of("working day"), "name_amount", app="dialogues"),
    **_with("1", of("working day"), "list_day_plans", "bring_plan", app="portal"),
    "dialogues:correct_minutes": ("1", [SLUG, of("reported meeting")]),
    "dialogues:decide_correction": ("1", [SLUG, of("reported meeting"), of("correction")]),
    **_tender("1", *"list_groups set_goal add_budget_item form_group".split(), app="dialogues"),
    **_with("1", of("group"), *"show_group edit_group invite_expert write_proposal".split(), app="dialogues"),
    "dialogues:edit_own_seat": ("1", [SLUG, of("group"), of("expert")]),
    "dialogues:end_seat": ("1", [SLUG, of("group"), of("expert")]),
    **_with("1", of("proposal", "number"), "show_proposal", "withdraw_proposal", "record_council_decision", app="dialogues"),
    "dialogues:choose_contribution": ("1", [SLUG, of("draft proposal", "number")]),
    "dialogues:link_contribution": ("1", [SLUG, of("draft proposal", "number"), of("contribution", "number")]),
    "dialogues:unlink_contribution": ("1", [SLUG, of("adopted proposal", "number"), of("proposal source")]),
    **_with("1", of("draft proposal", "number"), "edit_proposal", "hand_in_proposal", app="dialogues"),
    "dialogues:settle_overlap": ("1", [SLUG, of("proposal", "number"), of("other proposal", "number")]),
    "dialogues:open_live": ("1", [SLUG, of("reported meeting")]),
    "dialogues:list_lives": ("1", [SLUG]),
    "dialogues:choose_theme": ("1", [SLUG, lambda things: things["contribution"].number]),
    **_alone("1", of("live"), *"show_live screen close_live moderate_live".split(), app="dialogues"),
    "dialogues:support_message": ("1", [of("live"), lambda things: things["shown message"].contribution.number]),
    **{f"dialogues:{name}": ("1", [of("live"), of("waiting message")]) for name in ("let_through", "keep_back")},
    **_alone("1", PLACE, "view_network", "ask_network", app="dialogues"),
    "dialogues:show_network_question": ("1", [PLACE, of("network question")]),
    **_tender("1", *"list_flags add_ground conclude_dialogue show_conclusion download_conclusion".split(), app="dialogues"),
    **_with("1", of("contribution", "number"), "flag_contribution", "hide_contribution", "merge_contribution", app="dialogues"),
    **_with("1", of("hidden contribution", "number"), "restore_contribution", "appeal_hiding", app="dialogues"),
    **_with("1", of("merged contribution", "number"), "unmerge_contribution", app="dialogues"),
    **_with("1", of("flag"), "show_flag", "decide_flag", app="dialogues"),
    **_with("1", of("appeal"), "decide_appeal", app="dialogues"),
    **_with("1", _first("grounds", "dialogue"), "remove_ground", app="dialogues"),
    **_with("1", of("finding"), "add_to_finding", app="dialogues"),
    "dialogues:take_from_finding": ("1", [SLUG, of("finding"), of("contribution", "number")]),
    # The coalition market and the map of who is there
    "coalitions:my_coalitions": ("1", []),
    **_alone("1", PLACE, "show_market", "place_listing", app="coalitions"),
    **_alone("1", of("listing"), "show_listing", "edit_listing", "withdraw_listing", "list_matches", app="coalitions"),
    "coalitions:ask_introduction": ("1", [of("other listing")]),
    **_alone("1", of("introduction"), "show_introduction", "begin_coalition", app="coalitions"),
    **_alone("1", of("waiting introduction"), "answer_introduction", "take_back_introduction", app="coalitions"),
    **_alone("1", of("coalition"), "show_coalition", "invite_member", "write_terms", "sign_terms", app="coalitions"),
    "coalitions:show_terms": ("1", [of("coalition"), 1]),
    **_alone("1", of("invited member"), "join_coalition", "leave_coalition", app="coalitions"),
    **_tender("1", "show_map", app="portal"),
    **_tender("1", "add_stakeholder", app="coalitions"),
    "coalitions:waive_kind": ("1", [SLUG, "council"]),
    "coalitions:end_tie": ("1", [SLUG, of("tie")]),
    **_with("1", of("stakeholder"), "edit_stakeholder", "remove_stakeholder", "add_tie", "agree_to_show", app="coalitions"),
    # What people just begin
    **_alone("1", PLACE, *"list_initiatives begin_initiative name_contact".split(), app="initiatives"),
    **_alone(
        "1",
        of("initiative"),
        *"join_initiative tend_initiative tell_update change_initiative help_initiative stop_initiative".split(),
        app="initiatives",
    ),
    "initiatives:end_help": ("1", [of("initiative"), of("help")]),
    "initiatives:take_name_off": ("1", [of("initiative"), of("joining")]),
    "initiatives:restore_words": ("1", [of("hidden initiative"), "tekst", of("hidden initiative")]),
    "initiatives:hide_words": ("1", [of("initiative"), "bericht", of("update")]),
    "initiatives:show_photo": ("1", [of("photo")]),
    **_alone("1", PLACE, *"list_plans file_plan".split(), app="initiatives"),
    **_alone("1", of("period"), "show_period", app="initiatives"),
    **_alone(
        "1",
        of("plan"),
        *"answer_plan withdraw_plan hide_plan record_knowledge publish_knowledge".split(),
        app="initiatives",
    ),
    "initiatives:restore_plan": ("1", [of("hidden plan")]),
    "initiatives:list_tender_plans": ("1", [SLUG]),
    # A neighbourhood budget
    **_alone("1", PLACE, "list_budgets", "make_budget", app="budgets"),
    **_alone("1", of("budget"), *"show_budget close_budget divide change_division print_sheets begin_stack".split(), app="budgets"),
    **_alone("1", of("draft budget"), "edit_budget", "publish_budget", "list_entries", app="budgets"),
    "budgets:add_entry": ("1", [of("draft budget"), "plan", of("own plan")]),
    **{f"budgets:{name}": ("1", [of("draft budget"), of("entry")]) for name in ("edit_entry", "drop_entry")},
    "budgets:type_form": ("1", [of("budget"), of("budget stack")]),
    "budgets:set_form_aside": ("1", [of("budget"), of("budget stack")]),
    "budgets:take_back_form": ("1", [of("budget"), of("budget stack"), 1]),
    **_alone("1", of("counted budget"), "draft_decision", "publish_decision", app="budgets"),
    "budgets:show_decision": ("1", [of("decided budget"), 1]),
    "golden_thread:follow_plan": ("2", [of("plan")]),
    "golden_thread:follow_line": ("2", [PLACE, of("line")]),
    "golden_thread:follow_initiative": ("2", [of("initiative")]),
    # Step 2
    **_tender(
        "2",
        *"show_call edit_call add_clause set_criteria set_scale propose_indicator adopt_call".split(),
        *"invite_co_author list_amendments list_initiatives".split(),
        app="calls",
    ),
    "calls:link_proposal": ("2", [SLUG, of("clause", "number"), of("adopted proposal", "number")]),
    "calls:link_pilot": ("2", [SLUG, of("clause", "number"), lambda things: Pilot.objects.get(tender=things["tender"]).public_id]),
    "calls:link_plan": ("2", [SLUG, of("clause", "number"), of("plan")]),
    "calls:answer_initiative": ("2", [SLUG, of("initiative")]),
    "calls:reopen_call": ("3", [SLUG]),
    **_with(
        "2",
        of("clause", "number"),
        *"show_clause write_clause withdraw_clause propose_amendment choose_source".split(),
        app="calls",
    ),
    "calls:link_source": ("2", [SLUG, of("clause", "number"), of("contribution", "number")]),
    **_with(
        "2",
        of("amendment"),
        *"show_amendment support_amendment withdraw_amendment decide_amendment".split(),
        app="calls",
    ),
    **_with("2", _first("indicators", "call"), "change_indicator", "withdraw_indicator", app="calls"),
    "calls:end_co_author": ("2", [SLUG, lambda things: things["tender"].involvements.get(role="co_author").public_id]),
    # Step 3
    **_tender(
        "3",
        *"show_procedure ask_guide choose_route sign_choice set_timetable prepare_publication publish_call download_memo".split(),
        app="calls",
    ),
    **_with("4 open", of("version", "number"), "show_version", "download_version", app="calls"),
    # Step 4: bids
    "bids:list_rounds": ("4 open", [SLUG]),
    "bids:open_rounds": ("4 open", [SLUG]),
    **_with("4 open", of("round"), *"show_round begin_bid invite_party open_bids".split(), app="bids"),
    **_with("4 opened", of("round"), "show_opening", "download_opening", app="bids"),
    **_alone(
        "4 open",
        of("bid"),
        *"write_bid preview_bid download_preview submit_bid withdraw_bid invite_partner take_over_coalition add_attachment".split(),
        app="bids",
    ),
    "bids:remove_partner": ("4 open", [of("bid"), of("invitation")]),
    "bids:confirm_partner": ("4 open", [of("invitation")]),
    "bids:download_attachment": ("4 open", [of("bid"), _first("attachments", "bid")]),
    "bids:remove_attachment": ("4 open", [of("bid"), _first("attachments", "bid")]),
    "bids:show_receipt": ("4 open", [of("bid"), _first("submissions", "bid")]),
    "bids:download_receipt": ("4 open", [of("bid"), _first("submissions", "bid")]),
    **_with("4 opened", of("opened bid"), "show_opened_bid", "set_aside_bid", app="bids"),
    "bids:download_opened_attachment": ("4 opened", [SLUG, of("opened bid"), "bcdfghjkmn"]),
    # Step 4: committee and decision
    **_tender("4 opened", "show_selection", "show_committee", app="evaluation"),
    **_with(
        "4 opened",
        LOT,
        *"appoint_member appoint_lead declare_impartial finish_scores suspend_lot lift_suspension".split(),
        app="evaluation",
    ),
    "evaluation:score_bid": ("4 opened", [SLUG, LOT, 1]),
    **_with("4 opened", of("seat"), "recuse", app="evaluation"),
    "evaluation:reopen_scores": ("4 judged", [SLUG, of("seat")]),
    **_with("4 judged", LOT, "show_ranking", "show_consensus", "make_decision", app="evaluation"),
    "evaluation:record_consensus": ("4 judged", [SLUG, LOT, "A", 1]),
    **_with("4 judged", of("decision"), "prepare_decision", "approve_decision", "send_decision", app="evaluation"),
    "evaluation:write_advantages": ("4 judged", [SLUG, of("decision"), "B"]),
    **_with(
        "4 decided",
        of("decision"),
        *"show_decision download_decision download_record explain_decision show_explanation".split(),
        app="evaluation",
    ),
    "evaluation:download_letter": ("4 decided", [SLUG, of("letter")]),
    # Step 5
    "contracts:start_contract": ("5 draft", [PLACE]),
    "contracts:show_contracts": ("5 draft", [SLUG]),
    "contracts:draft_contract": ("5 draft", [SLUG, LOT]),
    **_alone("5 draft", of("contract"), *"edit_contract write_agreement offer_contract record_contract".split(), app="contracts"),
    "contracts:withdraw_agreement": ("5 draft", [of("agreement")]),
    **_alone("5 to sign", of("contract"), *"show_contract sign_contract take_back_contract".split(), app="contracts"),
    "contracts:download_contract": ("6", [of("contract")]),
    # Step 6
    "monitoring:show_monitoring": ("6", [SLUG]),
    "monitoring:show_contract_monitoring": ("6", [of("contract")]),
    "monitoring:set_indicator": ("6", [of("contract")]),
    "monitoring:report_measurement": ("6", [of("indicator")]),
    "monitoring:correct_measurement": ("6", [of("measurement")]),
    **_tender("6", "hold_reflection", "draw_lesson", app="monitoring"),
    **_with("6", of("reflection"), "show_reflection", "speak", "close_reflection", app="monitoring"),
    # The golden thread
    "golden_thread:show_threads": ("6", [SLUG]),
    "golden_thread:follow_contribution": ("6", [SLUG, of("contribution", "number")]),
    "golden_thread:follow_proposal": ("6", [SLUG, of("adopted proposal", "number")]),
    "golden_thread:follow_pilot": ("6", [SLUG]),
    "golden_thread:short": ("6", [of("tender", "public_id"), of("contribution", "number")]),
    "golden_thread:where_from": ("6", [SLUG, "afspraak", of("agreement")]),
    # Signing in (allauth)
    **{
        name: ("1", [])
        for name in (
            "account_login account_logout account_signup account_inactive account_email account_change_password "
            "account_set_password account_reset_password account_reset_password_done account_reset_password_from_key_done "
            "account_request_login_code account_confirm_login_code account_email_verification_sent account_reauthenticate "
            "mfa_index mfa_authenticate mfa_reauthenticate mfa_activate_totp mfa_deactivate_totp mfa_view_recovery_codes "
            "mfa_generate_recovery_codes mfa_download_recovery_codes"
        ).split()
    },
    "account_reset_password_from_key": ("1", ["1", "set-password"]),
}
