from django.urls import path

from portal.parts_page import show_parts
from portal.views import codes, map, municipality, public, themes, work, working_day

app_name = "portal"

urlpatterns = [
    path("", public.home, name="home"),
    path("trajecten/", public.list_tenders, name="list_tenders"),
    path("trajecten/<slug:slug>/", public.show_tender, name="show_tender"),
    path("trajecten/<slug:slug>/bijeenkomsten/<slug:public_id>/plannen/", working_day.list_day_plans, name="list_day_plans"),
    path("trajecten/<slug:slug>/bijeenkomsten/<slug:public_id>/plannen/nieuw/", working_day.bring_plan, name="bring_plan"),
    path("trajecten/<slug:slug>/partijen/", map.show_map, name="show_map"),
    path("gemeenten/<slug:slug>/", public.show_municipality, name="show_municipality"),
    path("gemeenten/<slug:slug>/beheer/", municipality.manage_municipality, name="manage_municipality"),
    path("gemeenten/<slug:slug>/beheer/rollen/", municipality.grant_role, name="grant_role"),
    path("gemeenten/<slug:slug>/beheer/rollen/<slug:public_id>/", municipality.withdraw_role, name="withdraw_role"),
    path("gemeenten/<slug:slug>/beheer/instellingen/", municipality.change_settings, name="change_settings"),
    path("gemeenten/<slug:slug>/beheer/logboek/", municipality.view_log, name="view_log"),
    path("gemeenten/<slug:slug>/themas/", themes.add_theme, name="add_theme"),
    path("gemeenten/<slug:slug>/themas/<slug:public_id>/", themes.edit_theme, name="edit_theme"),
    path("gemeenten/<slug:slug>/themas/<slug:public_id>/weg/", themes.retire_theme, name="retire_theme"),
    path("platform/gemeenten/nieuw/", municipality.add_municipality, name="add_municipality"),
    path("meedoen/", public.take_part, name="take_part"),
    path("code/", codes.follow_code, name="follow_code"),
    path("code/strookje/", codes.print_slip, name="print_slip"),
    path("mijn/", work.my_work, name="my_work"),
    path("hulp/", public.show_help, name="show_help"),
    path("toegankelijkheid/", public.show_accessibility, name="show_accessibility"),
    path("bouwstenen/", show_parts, name="show_parts"),
    path("privacy/", public.show_privacy, name="show_privacy"),
]
