from django.urls import path

from initiatives.views import beginning, hiding, plans, tending

app_name = "initiatives"

_PLACE = "gemeenten/<slug:slug>/gewoon-begonnen/"
_PLANS = "gemeenten/<slug:slug>/plannen/"
_PLAN = "plannen/<slug:public_id>/"
_ONE = "gewoon-begonnen/<slug:public_id>/"

urlpatterns = [
    path(_PLACE, beginning.list_initiatives, name="list_initiatives"),
    path(_PLACE + "nieuw/", beginning.begin_initiative, name="begin_initiative"),
    path(_PLACE + "wie-bellen/", beginning.name_contact, name="name_contact"),
    path("gewoon-begonnen/foto/<slug:public_id>.jpg", beginning.show_photo, name="show_photo"),
    # The page of an initiative itself shows what became of it in requests, so it stands in golden_thread/urls.py.
    path(_ONE + "meedoen/", beginning.join_initiative, name="join_initiative"),
    path(_ONE + "bijhouden/", tending.tend_initiative, name="tend_initiative"),
    path(_ONE + "bijhouden/vertellen/", tending.tell_update, name="tell_update"),
    path(_ONE + "bijhouden/veranderen/", tending.change_initiative, name="change_initiative"),
    path(_ONE + "bijhouden/helpen/", tending.help_initiative, name="help_initiative"),
    path(_ONE + "bijhouden/stoppen/", tending.stop_initiative, name="stop_initiative"),
    path(_ONE + "hulp/<slug:help>/eindigen/", tending.end_help, name="end_help"),
    path(_ONE + "namen/<slug:joining>/weg/", tending.take_name_off, name="take_name_off"),
    path(_ONE + "verbergen/<slug:kind>/<slug:part>/", hiding.hide_words, name="hide_words"),
    path(_ONE + "terugzetten/<slug:kind>/<slug:part>/", hiding.restore_words, name="restore_words"),
    # Plans from outside; the page of a plan itself stands in golden_thread/urls.py.
    path(_PLANS, plans.list_plans, name="list_plans"),
    path(_PLANS + "nieuw/", plans.file_plan, name="file_plan"),
    path("plannen/oproep/<slug:public_id>/", plans.show_period, name="show_period"),
    path("trajecten/<slug:slug>/plannen/", plans.list_tender_plans, name="list_tender_plans"),
    path(_PLAN + "antwoord/", plans.answer_plan, name="answer_plan"),
    path(_PLAN + "terugnemen/", plans.withdraw_plan, name="withdraw_plan"),
    path(_PLAN + "verbergen/", hiding.hide_plan, name="hide_plan"),
    path(_PLAN + "terugzetten/", hiding.restore_plan, name="restore_plan"),
    path(_PLAN + "vooraf/", plans.record_knowledge, name="record_knowledge"),
    path(_PLAN + "vooraf/openbaar/", plans.publish_knowledge, name="publish_knowledge"),
]
