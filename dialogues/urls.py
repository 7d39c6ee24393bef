from django.urls import path

from dialogues.views import contributions, dialogue, findings, meetings, minutes, registrations

app_name = "dialogues"

_DIALOGUE = "trajecten/<slug:slug>/dialoog/"
_CONTRIBUTION = _DIALOGUE + "inbreng/"
_FINDING = _DIALOGUE + "bevindingen/"
_MEETING = "trajecten/<slug:slug>/bijeenkomsten/"

urlpatterns = [
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
