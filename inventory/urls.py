from django.urls import path

from inventory.views import lines, may_stop, planning, questions, taking_in

app_name = "inventory"

_PLACE = "gemeenten/<slug:slug>/"
_LINES = _PLACE + "inventaris/"
_LINE = _LINES + "regels/<slug:public_id>/"
_STOPS = "trajecten/<slug:slug>/wat-kan-stoppen/"
_STOP = _STOPS + "<slug:public_id>/"

urlpatterns = [
    path("agenda/", planning.show_all_calendars, name="show_all_calendars"),
    path("agenda/komt-eraan.ics", planning.export_all_calendars, name="export_all_calendars"),
    path(_PLACE + "agenda/", planning.show_calendar, name="show_calendar"),
    path(_PLACE + "agenda/komt-eraan.ics", planning.export_calendar, name="export_calendar"),
    path(_PLACE + "plannen-welkom/", planning.show_periods, name="show_periods"),
    path(_PLACE + "plannen-welkom/nieuw/", planning.open_period, name="open_period"),
    path(_PLACE + "plannen-welkom/<slug:public_id>/sluiten/", planning.close_period, name="close_period"),
    path(_LINES, lines.show_inventory, name="show_inventory"),
    path(_LINES + "nieuw/", lines.add_line, name="add_line"),
    path(_LINES + "inlezen/", taking_in.read_list, name="read_list"),
    path(_LINES + "inlezen/voorbeeld/<slug:kind>.xlsx", taking_in.download_template, name="download_template"),
    path(_LINES + "inlezen/<slug:public_id>/", taking_in.import_lines, name="import_lines"),
    path(_LINES + "<slug:kind>.csv", taking_in.export_lines, name="export_lines"),
    path(_LINES + "aflopend/", planning.list_ends, name="list_ends"),
    path(_LINES + "vragen/", questions.list_line_questions, name="list_line_questions"),
    path(_LINES + "vragen/publiceer/", questions.publish_line_answers, name="publish_line_answers"),
    path(_LINES + "vragen/<slug:public_id>/", questions.answer_line_question, name="answer_line_question"),
    # The page of a line itself shows the plans for it and what became of them, so it stands in golden_thread/urls.py.
    path(_LINE + "bewerken/", lines.edit_line, name="edit_line"),
    path(_LINE + "geschikt/", lines.judge_line, name="judge_line"),
    path(_LINE + "vervallen/", lines.end_line, name="end_line"),
    path(_LINE + "partij/", lines.link_party, name="link_party"),
    path(_LINE + "stuk/", lines.download_paper, name="download_paper"),
    path(_LINE + "traject/", lines.start_from_line, name="start_from_line"),
    path(_LINE + "vraag/", questions.ask_about_line, name="ask_about_line"),
    path(_STOPS, may_stop.list_may_stop, name="list_may_stop"),
    path(_STOPS + "nieuw/", may_stop.say_may_stop, name="say_may_stop"),
    path(_STOP, may_stop.show_may_stop, name="show_may_stop"),
    path(_STOP + "melden/", may_stop.tell_incumbent, name="tell_incumbent"),
    path(_STOP + "terug/", may_stop.take_back, name="take_back"),
    path(_STOP + "gelezen/", may_stop.confirm_read, name="confirm_read"),
    path(_STOP + "gevolgen/", may_stop.file_friction, name="file_friction"),
    path(_STOP + "bewijs/", may_stop.download_telling, name="download_telling"),
]
