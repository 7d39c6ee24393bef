from django.urls import path

from tenders.views import moves, questions, tender

app_name = "tenders"

urlpatterns = [
    path("gemeenten/<slug:municipality>/trajecten/nieuw/", tender.start_tender, name="start_tender"),
    path("trajecten/<slug:slug>/beheer/", tender.manage_tender, name="manage_tender"),
    path("trajecten/<slug:slug>/beheer/gegevens/", tender.edit_tender, name="edit_tender"),
    path("trajecten/<slug:slug>/beheer/planning/", tender.plan_steps, name="plan_steps"),
    path("trajecten/<slug:slug>/beheer/percelen/nieuw/", tender.add_lot, name="add_lot"),
    path("trajecten/<slug:slug>/beheer/percelen/<int:number>/", tender.edit_lot, name="edit_lot"),
    path("trajecten/<slug:slug>/beheer/team/", tender.appoint_officer, name="appoint_officer"),
    path("trajecten/<slug:slug>/beheer/team/<slug:public_id>/", tender.end_team_role, name="end_team_role"),
    path("trajecten/<slug:slug>/beheer/procesbegeleider/", tender.appoint_guide, name="appoint_guide"),
    path("trajecten/<slug:slug>/beheer/kaders/", tender.set_frame, name="set_frame"),
    path("trajecten/<slug:slug>/beheer/stukken/", tender.add_prior_document, name="add_prior_document"),
    path("trajecten/<slug:slug>/stukken/<slug:public_id>/", tender.download_prior_document, name="download_prior_document"),
    path("trajecten/<slug:slug>/beheer/openbaar/", tender.publish_tender, name="publish_tender"),
    path("trajecten/<slug:slug>/beheer/verder/", moves.advance, name="advance"),
    path("trajecten/<slug:slug>/beheer/terug/", moves.send_back, name="send_back"),
    path("trajecten/<slug:slug>/beheer/stoppen/", moves.withdraw, name="withdraw"),
    path("trajecten/<slug:slug>/vragen/", questions.list_questions, name="list_questions"),
    path("trajecten/<slug:slug>/vragen/stel/", questions.ask_question, name="ask_question"),
    path("trajecten/<slug:slug>/vragen/publiceer/", questions.publish_answers, name="publish_answers"),
    path("vragen/<slug:public_id>/antwoord/", questions.answer_question, name="answer_question"),
]
