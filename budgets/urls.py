from django.urls import path

from budgets.views import budgets, deciding, dividing, entries, paper

app_name = "budgets"

_PLACE = "gemeenten/<slug:slug>/buurtbegroting/"
_ONE = "buurtbegroting/<slug:public_id>/"
_ENTRIES = _ONE + "regels/"
_STACK = _ONE + "stapel/<slug:stack>/"

urlpatterns = [
    path(_PLACE, budgets.list_budgets, name="list_budgets"),
    path(_PLACE + "nieuw/", budgets.make_budget, name="make_budget"),
    path(_ONE, budgets.show_budget, name="show_budget"),
    path(_ONE + "bewerken/", budgets.edit_budget, name="edit_budget"),
    path(_ONE + "publiceren/", budgets.publish_budget, name="publish_budget"),
    path(_ONE + "sluiten/", budgets.close_budget, name="close_budget"),
    path(_ENTRIES, entries.list_entries, name="list_entries"),
    path(_ENTRIES + "erbij/<slug:kind>/<slug:source>/", entries.add_entry, name="add_entry"),
    path(_ENTRIES + "<slug:entry>/", entries.edit_entry, name="edit_entry"),
    path(_ENTRIES + "<slug:entry>/eraf/", entries.drop_entry, name="drop_entry"),
    path(_ONE + "verdelen/", dividing.divide, name="divide"),
    path(_ONE + "mijn-verdeling/", dividing.change_division, name="change_division"),
    path(_ONE + "formulieren/", paper.print_sheets, name="print_sheets"),
    path(_ONE + "stapel/", paper.begin_stack, name="begin_stack"),
    path(_STACK, paper.type_form, name="type_form"),
    path(_STACK + "apart/", paper.set_form_aside, name="set_form_aside"),
    path(_STACK + "<int:number>/terug/", paper.take_back_form, name="take_back_form"),
    path(_ONE + "besluit/", deciding.draft_decision, name="draft_decision"),
    path(_ONE + "besluit/publiceren/", deciding.publish_decision, name="publish_decision"),
    path(_ONE + "besluit/<int:number>/", deciding.show_decision, name="show_decision"),
]
