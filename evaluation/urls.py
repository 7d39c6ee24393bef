from django.urls import path

from evaluation.views import committee, decisions, scores, selection

app_name = "evaluation"

_HERE = "trajecten/<slug:slug>/selectie/"
_LOT = _HERE + "perceel/<int:number>/"
_DECISION = "trajecten/<slug:slug>/besluit/<slug:public_id>/"

urlpatterns = [
    path(_HERE, selection.show_selection, name="show_selection"),
    path(_HERE + "commissie/", selection.show_committee, name="show_committee"),
    path(_HERE + "commissie/<slug:public_id>/terugtrekken/", committee.recuse, name="recuse"),
    path(_HERE + "commissie/<slug:public_id>/heropenen/", scores.reopen_scores, name="reopen_scores"),
    path(_LOT + "commissie/lid/", committee.appoint_member, name="appoint_member"),
    path(_LOT + "commissie/leiding/", committee.appoint_lead, name="appoint_lead"),
    path(_LOT + "verklaring/", committee.declare_impartial, name="declare_impartial"),
    path(_LOT + "beoordelen/<int:position>/", scores.score_bid, name="score_bid"),
    path(_LOT + "inleveren/", scores.finish_scores, name="finish_scores"),
    path(_LOT + "rangorde/", scores.show_ranking, name="show_ranking"),
    path(_LOT + "overleg/", scores.show_consensus, name="show_consensus"),
    path(_LOT + "overleg/<slug:letter>/<int:position>/", scores.record_consensus, name="record_consensus"),
    path(_LOT + "besluit/", decisions.make_decision, name="make_decision"),
    path(_LOT + "opschorten/", selection.suspend_lot, name="suspend_lot"),
    path(_LOT + "hervatten/", selection.lift_suspension, name="lift_suspension"),
    path(_DECISION, decisions.show_decision, name="show_decision"),
    path(_DECISION + "pdf/", decisions.download_decision, name="download_decision"),
    path(_DECISION + "proces-verbaal/", decisions.download_record, name="download_record"),
    path(_DECISION + "voordelen/<slug:letter>/", decisions.write_advantages, name="write_advantages"),
    path(_DECISION + "gereedmaken/", decisions.prepare_decision, name="prepare_decision"),
    path(_DECISION + "goedkeuren/", decisions.approve_decision, name="approve_decision"),
    path(_DECISION + "versturen/", decisions.send_decision, name="send_decision"),
    path(_DECISION + "uitleg/", decisions.show_explanation, name="show_explanation"),
    path(_DECISION + "uitleg/schrijven/", decisions.explain_decision, name="explain_decision"),
    path("trajecten/<slug:slug>/brieven/<slug:public_id>/", decisions.download_letter, name="download_letter"),
]
