"""The golden matrix: who may do what at which stage, for every permission and everybody in the cast.

`tests/permissions.txt` holds the outcome. When a sentence in config/permissions changes on purpose, write the file
again with `python -m tests.write_permissions` and read the difference line by line.
"""

import inspect
from pathlib import Path

import pytest
from django.apps import apps

from accounts.permissions import allows
from config.permissions import PERMISSIONS
from tests.stages import STAGES, things

pytestmark = pytest.mark.whole

FILE = Path(__file__).parent / "permissions.txt"
# What each permission is asked about; for those not named, the tender.
ABOUT = {
    "portal.": ("municipality",),
    "accounts.": ("party",),
    "tenders.start_tender": ("municipality",),
    "contracts.start_contract": ("municipality",),
    "tenders.answer_question": ("question",),
    "tenders.view_question": ("question", "answered question"),
    "inventory.": ("line",),
    **{f"inventory.{name}": ("municipality",) for name in ("view_inventory", "add_line", "read_list", "import_lines")},
    **{f"inventory.{name}": ("municipality",) for name in ("list_ends", "open_period")},
    **{f"inventory.{name}": ("municipality",) for name in ("answer_line_question", "publish_line_answers")},
    "inventory.close_period": ("period",),
    "inventory.make_board": ("municipality",),
    **{
        f"inventory.{name}": ("board", "counting board", "counted board", "decided board")
        for name in (
            *("view_board", "edit_board", "sort_tasks", "follow_board", "enter_form", "enter_table", "take_back_entry"),
            *("withdraw_task", "close_board", "publish_result", "choose_sort", "publish_choices"),
        )
    },
    **{f"inventory.{name}": ("may stop", "untold") for name in ("view_may_stop", "tell_incumbent", "ask_friction", "take_back")},
    **{f"inventory.{name}": ("may stop", "untold") for name in ("confirm_read", "file_friction")},
    "inventory.list_may_stop": ("tender",),
    "inventory.say_may_stop": ("tender",),
    "dialogues.view_dialogue": ("dialogue",),
    "dialogues.contribute": ("dialogue",),
    "dialogues.tell_about_oneself": ("dialogue",),
    "dialogues.view_meeting": ("meeting",),
    "dialogues.register": ("meeting",),
    "dialogues.report_meeting": ("meeting", "reported meeting"),
    "dialogues.correct_minutes": ("meeting", "reported meeting"),
    "dialogues.decide_correction": ("correction",),
    "dialogues.name_amount": ("meeting", "working day"),
    "dialogues.bring_plan": ("meeting", "working day"),
    "dialogues.edit_meeting": ("meeting",),
    "dialogues.cancel_meeting": ("meeting",),
    "dialogues.cancel_registration": ("meeting",),
    "dialogues.list_registrations": ("meeting",),
    "dialogues.record_attendance": ("meeting", "reported meeting"),
    "dialogues.view_finding": ("finding",),
    "dialogues.view_live": ("live",),
    "dialogues.open_live": ("meeting",),
    "dialogues.list_lives": ("tender",),
    "dialogues.choose_theme": ("contribution", "hidden contribution"),
    "dialogues.close_live": ("live",),
    "dialogues.send_in": ("live",),
    "dialogues.moderate_live": ("live",),
    "dialogues.view_network": ("municipality",),
    "dialogues.ask_network": ("municipality",),
    "dialogues.view_network_question": ("network question",),
    "dialogues.view_group": ("group",),
    "dialogues.edit_group": ("group",),
    "dialogues.invite_expert": ("group",),
    "dialogues.end_seat": ("expert",),
    "dialogues.edit_own_seat": ("expert",),
    "dialogues.view_expert": ("expert", "named expert"),
    "dialogues.write_proposal": ("group",),
    "dialogues.edit_proposal": ("proposal", "draft proposal"),
    "dialogues.hand_in_proposal": ("proposal", "draft proposal"),
    "dialogues.withdraw_proposal": ("proposal", "draft proposal"),
    "dialogues.link_contribution": ("proposal", "draft proposal"),
    "dialogues.unlink_contribution": ("proposal", "draft proposal"),
    "dialogues.view_proposal": ("proposal", "draft proposal"),
    "dialogues.settle_overlap": ("proposal",),
    "dialogues.record_council_decision": ("proposal", "draft proposal"),
    "dialogues.view_stack": ("stack",),
    "dialogues.type_form": ("stack",),
    "dialogues.take_back_form": ("stack",),
    "dialogues.view_contribution": ("contribution", "hidden contribution", "pseudonymous contribution"),
    "dialogues.support_contribution": ("contribution",),
    "dialogues.respond": ("contribution",),
    "dialogues.translate_contribution": ("contribution", "hidden contribution"),
    "dialogues.take_back_translation": ("translated contribution",),
    "dialogues.unveil_pseudonym": ("contribution", "pseudonymous contribution"),
    "dialogues.flag_contribution": ("contribution", "hidden contribution"),
    "dialogues.hide_contribution": ("contribution", "hidden contribution"),
    "dialogues.restore_contribution": ("contribution", "hidden contribution"),
    "dialogues.appeal_hiding": ("contribution", "hidden contribution"),
    "dialogues.merge_contribution": ("contribution", "hidden contribution"),
    "dialogues.unmerge_contribution": ("merged contribution",),
    "dialogues.view_flag": ("flag",),
    "dialogues.decide_flag": ("flag",),
    "dialogues.view_appeal": ("appeal",),
    "dialogues.decide_appeal": ("appeal",),
    "dialogues.add_to_finding": ("finding",),
    "dialogues.take_from_finding": ("finding",),
    "dialogues.view_conclusion": ("conclusion",),
    "coalitions.view_market": ("municipality",),
    "coalitions.place_listing": ("municipality",),
    "coalitions.view_listing": ("listing", "other listing"),
    "coalitions.edit_listing": ("listing",),
    "coalitions.withdraw_listing": ("listing",),
    "coalitions.list_matches": ("listing",),
    "coalitions.ask_introduction": ("listing", "other listing"),
    "coalitions.view_introduction": ("introduction", "waiting introduction"),
    "coalitions.answer_introduction": ("introduction", "waiting introduction"),
    "coalitions.take_back_introduction": ("introduction", "waiting introduction"),
    "coalitions.view_contact": ("contact",),
    "coalitions.begin_coalition": ("introduction", "waiting introduction"),
    "coalitions.view_coalition": ("coalition",),
    "coalitions.invite_member": ("coalition",),
    "coalitions.view_invitation": ("member", "invited member"),
    "coalitions.join_coalition": ("member", "invited member"),
    "coalitions.leave_coalition": ("member", "invited member"),
    "coalitions.write_terms": ("coalition",),
    "coalitions.sign_terms": ("coalition",),
    "coalitions.view_stakeholder": ("stakeholder", "shown stakeholder"),
    "coalitions.edit_stakeholder": ("stakeholder",),
    "coalitions.remove_stakeholder": ("stakeholder",),
    "coalitions.agree_to_show": ("stakeholder",),
    "coalitions.add_tie": ("stakeholder",),
    "coalitions.end_tie": ("tie",),
    "initiatives.": ("initiative",),
    "initiatives.begin_initiative": ("municipality",),
    "initiatives.name_contact": ("municipality",),
    "initiatives.view_photo": ("photo", "hidden photo"),
    "initiatives.file_plan": ("municipality",),
    "initiatives.manage_tender_plans": ("tender",),
    "initiatives.file_tender_plan": ("tender",),
    "initiatives.view_plan": ("plan",),
    "initiatives.answer_plan": ("plan", "own plan"),
    "initiatives.withdraw_plan": ("plan",),
    "initiatives.hide_plan": ("plan", "own plan"),
    "initiatives.restore_plan": ("plan", "own plan"),
    "initiatives.record_knowledge": ("plan", "own plan"),
    "initiatives.take_name_off": ("joining",),
    "budgets.": ("budget", "draft budget", "counted budget"),
    "budgets.list_budgets": ("municipality",),
    "budgets.make_budget": ("municipality",),
    "budgets.edit_entry": ("entry",),
    "budgets.drop_entry": ("entry",),
    "budgets.view_division": ("division",),
    "budgets.change_division": ("division",),
    "budgets.view_stack": ("budget stack",),
    "budgets.type_form": ("budget stack",),
    "budgets.set_form_aside": ("budget stack",),
    "budgets.take_back_form": ("budget stack",),
    "budgets.view_decision": ("decision of a budget", "draft decision"),
    "calls.": ("call",),
    "calls.propose_amendment": ("clause",),
    "calls.support_amendment": ("amendment",),
    "calls.decide_amendment": ("amendment",),
    "calls.view_amendment": ("amendment",),
    "calls.withdraw_amendment": ("amendment",),
    "calls.ask_guide": ("tender",),
    "calls.choose_route": ("tender",),
    "calls.sign_choice": ("tender",),
    "calls.view_choice": ("tender",),
    "calls.view_call_version": ("version",),
    "bids.": ("bid",),
    "bids.view_round": ("round",),
    "bids.begin_bid": ("round",),
    "bids.invite_party": ("round",),
    "bids.open_bids": ("round",),
    "bids.open_rounds": ("tender",),
    "bids.view_opening": ("opening",),
    "bids.confirm_partner": ("invitation",),
    "bids.view_invitation": ("invitation",),
    "bids.view_opened_bid": ("opened bid",),
    "bids.set_aside_bid": ("opened bid",),
    "evaluation.": ("lot",),
    "evaluation.declare_impartial": ("seat",),
    "evaluation.recuse": ("seat",),
    "evaluation.score_bid": ("seat",),
    "evaluation.finish_scores": ("seat",),
    "evaluation.reopen_scores": ("seat",),
    "evaluation.view_score": ("score",),
    "evaluation.write_advantages": ("decision",),
    "evaluation.view_record": ("decision",),
    "evaluation.prepare_decision": ("decision",),
    "evaluation.approve_decision": ("decision",),
    "evaluation.send_decision": ("decision",),
    "evaluation.view_decision": ("decision",),
    "evaluation.explain_decision": ("decision",),
    "evaluation.view_letter": ("letter",),
    "contracts.": ("contract",),
    "contracts.draft_contract": ("lot",),
    "monitoring.view_indicator": ("indicator",),
    "monitoring.report_measurement": ("indicator",),
    "monitoring.set_indicator": ("contract",),
    "monitoring.speak": ("reflection",),
    "monitoring.close_reflection": ("reflection",),
    "monitoring.view_lesson": ("lesson",),
    "monitoring.correct_measurement": ("measurement",),
    "monitoring.view_reflection": ("reflection",),
    "monitoring.view_voice": ("voice",),
}


def kinds_of(permission: str) -> tuple[str, ...]:
    """What a permission is asked about: its own row, its app's row, or the tender."""
    return ABOUT.get(permission) or ABOUT.get(permission.split(".")[0] + ".") or ("tender",)


def matrix(cast, stage: str) -> list[str]:
    """The lines of one stage: permission, thing, and who may, in the order of the cast."""
    found = things(cast, stage)
    lines = []
    for permission in PERMISSIONS:
        for kind in kinds_of(permission):
            if kind not in found:
                continue
            who = [name for name, person in cast.people().items() if allows(person, permission, found[kind])]
            everybody = len(who) == len(cast.people())
            lines.append(f"{stage:<10} {permission:<34} {kind:<26} {'everybody' if everybody else ' '.join(who) or '-'}")
    return lines


@pytest.mark.parametrize("stage", STAGES)
def test_who_may_do_what_is_as_it_was_agreed(cast, stage):
    agreed = [line for line in FILE.read_text().splitlines() if line.startswith(f"{stage:<10}")]
    assert matrix(cast, stage) == agreed


def test_every_permission_is_in_the_matrix():
    named = {line[11:45].strip() for line in FILE.read_text().splitlines() if line and not line.startswith("#")}
    assert named == set(PERMISSIONS)


VIEWED = [model for model in apps.get_models() if hasattr(model, "view_permission")]


@pytest.mark.parametrize("stage", STAGES)
def test_what_one_may_view_is_what_one_sees_in_lists(cast, stage):
    things(cast, stage)
    wrong = []
    for model in VIEWED:
        for person_name, person in cast.people().items():
            seen = set(model.objects.all().visible_to(person).values_list("pk", flat=True))
            may = {thing.pk for thing in model.objects.all() if allows(person, model.view_permission, thing)}
            if seen != may:
                wrong.append(f"{person_name}: {model._meta.label} sees {sorted(seen)}, may view {sorted(may)}")
    assert wrong == []


def test_a_permission_is_a_sentence_of_predicates():
    assert all(inspect.signature(predicate.test).parameters for predicate in PERMISSIONS.values())
