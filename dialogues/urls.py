from django.urls import path

from dialogues.views import (
    contributions,
    dialogue,
    expert_groups,
    findings,
    live,
    meetings,
    minutes,
    network,
    proposals,
    registrations,
)

app_name = "dialogues"

_DIALOGUE = "trajecten/<slug:slug>/dialoog/"
_CONTRIBUTION = _DIALOGUE + "inbreng/"
_FINDING = _DIALOGUE + "bevindingen/"
_GROUPS = _DIALOGUE + "themagroepen/"
_GROUP = _GROUPS + "<slug:public_id>/"
_PROPOSAL = "trajecten/<slug:slug>/voorstellen/<int:number>/"
_NETWORK = "gemeenten/<slug:slug>/kennisnetwerk/"
_MEETING = "trajecten/<slug:slug>/bijeenkomsten/"

urlpatterns = [
    path("code/", contributions.follow_code, name="follow_code"),
    path(_DIALOGUE, dialogue.show_dialogue, name="show_dialogue"),
    path(_DIALOGUE + "bewerken/", dialogue.edit_dialogue, name="edit_dialogue"),
    path(_DIALOGUE + "publiceren/", dialogue.publish_dialogue, name="publish_dialogue"),
    path(_DIALOGUE + "sluiten/", dialogue.close_dialogue, name="close_dialogue"),
    path(_DIALOGUE + "feiten/nieuw/", dialogue.add_fact, name="add_fact"),
    path(_DIALOGUE + "feiten/<slug:public_id>/", dialogue.edit_fact, name="edit_fact"),
    path(_DIALOGUE + "feiten/<slug:public_id>/weg/", dialogue.remove_fact, name="remove_fact"),
    path(_DIALOGUE + "open-vragen/nieuw/", dialogue.add_open_question, name="add_open_question"),
    path(_DIALOGUE + "open-vragen/<slug:public_id>/", dialogue.edit_open_question, name="edit_open_question"),
    path(_DIALOGUE + "open-vragen/<slug:public_id>/weg/", dialogue.remove_open_question, name="remove_open_question"),
    path(_CONTRIBUTION, contributions.list_contributions, name="list_contributions"),
    path(_CONTRIBUTION + "geven/", contributions.contribute, name="contribute"),
    path(_CONTRIBUTION + "opschrijven/", contributions.enter_contribution, name="enter_contribution"),
    path(_CONTRIBUTION + "<int:number>/herken/", contributions.support_contribution, name="support_contribution"),
    path(_CONTRIBUTION + "<int:number>/antwoord/", contributions.respond, name="respond"),
    path(_CONTRIBUTION + "<int:number>/schuilnaam/", contributions.unveil_pseudonym, name="unveil_pseudonym"),
    path(_FINDING + "nieuw/", findings.make_finding, name="make_finding"),
    path(_FINDING + "<slug:public_id>/", findings.show_finding, name="show_finding"),
    path(_FINDING + "<slug:public_id>/antwoord/", findings.respond_to_finding, name="respond_to_finding"),
    path(_GROUPS, expert_groups.list_groups, name="list_groups"),
    path(_GROUPS + "doel/", expert_groups.set_goal, name="set_goal"),
    path(_GROUPS + "posten/nieuw/", expert_groups.add_budget_item, name="add_budget_item"),
    path(_GROUPS + "nieuw/", expert_groups.form_group, name="form_group"),
    path(_GROUP, expert_groups.show_group, name="show_group"),
    path(_GROUP + "bewerken/", expert_groups.edit_group, name="edit_group"),
    path(_GROUP + "uitnodigen/", expert_groups.invite_expert, name="invite_expert"),
    path(_GROUP + "plaats/<slug:expert>/", expert_groups.edit_own_seat, name="edit_own_seat"),
    path(_GROUP + "plaats/<slug:expert>/beeindigen/", expert_groups.end_seat, name="end_seat"),
    path(_GROUP + "voorstel/", proposals.write_proposal, name="write_proposal"),
    path(_PROPOSAL, proposals.show_proposal, name="show_proposal"),
    path(_PROPOSAL + "bewerken/", proposals.edit_proposal, name="edit_proposal"),
    path(_PROPOSAL + "indienen/", proposals.hand_in_proposal, name="hand_in_proposal"),
    path(_PROPOSAL + "intrekken/", proposals.withdraw_proposal, name="withdraw_proposal"),
    path(_PROPOSAL + "dubbel/<int:other>/", proposals.settle_overlap, name="settle_overlap"),
    path(_PROPOSAL + "raad/", proposals.record_council_decision, name="record_council_decision"),
    path("mee/<slug:public_id>/", live.show_live, name="show_live"),
    path("mee/<slug:public_id>/herken/<int:message>/", live.support_message, name="support_message"),
    path("scherm/<slug:public_id>/", live.screen, name="screen"),
    path("scherm/<slug:public_id>/sluiten/", live.close_live, name="close_live"),
    path("scherm/<slug:public_id>/team/", live.moderate_live, name="moderate_live"),
    path("scherm/<slug:public_id>/team/<slug:message>/", live.let_through, name="let_through"),
    path("scherm/<slug:public_id>/team/<slug:message>/niet/", live.keep_back, name="keep_back"),
    path(_MEETING + "<slug:public_id>/scherm/", live.open_live, name="open_live"),
    path(_NETWORK, network.view_network, name="view_network"),
    path(_NETWORK + "vragen/", network.ask_network, name="ask_network"),
    path(_NETWORK + "<slug:public_id>/", network.show_network_question, name="show_network_question"),
    path("gemeenten/<slug:slug>/agenda.ics", meetings.export_all_meetings, name="export_all_meetings"),
    path(_MEETING + "agenda.ics", meetings.export_meetings, name="export_meetings"),
    path(_MEETING + "nieuw/", meetings.plan_meeting, name="plan_meeting"),
    path(_MEETING + "<slug:public_id>/", meetings.show_meeting, name="show_meeting"),
    path(_MEETING + "<slug:public_id>/bewerken/", meetings.edit_meeting, name="edit_meeting"),
    path(_MEETING + "<slug:public_id>/afgelasten/", meetings.cancel_meeting, name="cancel_meeting"),
    path(_MEETING + "<slug:public_id>/aanmelden/", registrations.register, name="register"),
    path(_MEETING + "<slug:public_id>/afmelden/", registrations.cancel_registration, name="cancel_registration"),
    path(_MEETING + "<slug:public_id>/aanmeldingen/", meetings.list_registrations, name="list_registrations"),
    path(_MEETING + "<slug:public_id>/aanwezig/", meetings.record_attendance, name="record_attendance"),
    path(_MEETING + "<slug:public_id>/verslag/", minutes.report_meeting, name="report_meeting"),
    path(_MEETING + "<slug:public_id>/verslag/verbeteren/", minutes.correct_minutes, name="correct_minutes"),
    path(_MEETING + "<slug:public_id>/verslag/<slug:correction>/", minutes.decide_correction, name="decide_correction"),
    path(_MEETING + "<slug:public_id>/agenda.ics", meetings.export_meeting, name="export_meeting"),
]
