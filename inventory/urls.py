from django.urls import path

from inventory.views import boards, lines, may_stop, planning, questions, sortings, taking_in

app_name = "inventory"

_PLACE = "gemeenten/<slug:slug>/"
_LINES = _PLACE + "inventaris/"
_LINE = _LINES + "regels/<slug:public_id>/"
_BOARDS = _PLACE + "sorteerborden/"
_BOARD = _BOARDS + "<slug:public_id>/"
_TASK = _BOARD + "taken/<slug:line>/"
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
    path(_BOARDS, boards.list_boards, name="list_boards"),
    path(_BOARDS + "nieuw/", boards.make_board, name="make_board"),
    path(_BOARD, boards.show_board, name="show_board"),
    path(_BOARD + "bewerken/", boards.edit_board, name="edit_board"),
    path(_BOARD + "sorteren/", sortings.sort_tasks, name="sort_tasks"),
    path(_BOARD + "mijn-keuzes/", sortings.change_sorting, name="change_sorting"),
    path(_BOARD + "formulier.pdf", sortings.print_board, name="print_board"),
    path(_BOARD + "volgen/", boards.follow_board, name="follow_board"),
    path(_BOARD + "formulieren/", sortings.enter_form, name="enter_form"),
    path(_BOARD + "tafels/", sortings.enter_table, name="enter_table"),
    path(_BOARD + "terug/<int:number>/", sortings.take_back_entry, name="take_back_entry"),
    path(_BOARD + "sluiten/", boards.close_board, name="close_board"),
    path(_BOARD + "uitslag/", boards.publish_result, name="publish_result"),
    path(_BOARD + "keuzes/", boards.publish_choices, name="publish_choices"),
    path(_TASK + "eraf/", boards.withdraw_task, name="withdraw_task"),
    path(_TASK + "keuze/", boards.choose_sort, name="choose_sort"),
    path(_STOPS, may_stop.list_may_stop, name="list_may_stop"),
    path(_STOPS + "nieuw/", may_stop.say_may_stop, name="say_may_stop"),
    path(_STOP, may_stop.show_may_stop, name="show_may_stop"),
    path(_STOP + "melden/", may_stop.tell_incumbent, name="tell_incumbent"),
    path(_STOP + "terug/", may_stop.take_back, name="take_back"),
    path(_STOP + "gelezen/", may_stop.confirm_read, name="confirm_read"),
    path(_STOP + "gevolgen/", may_stop.file_friction, name="file_friction"),
    path(_STOP + "bewijs/", may_stop.download_telling, name="download_telling"),
]
