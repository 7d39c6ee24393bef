from django.urls import path

from coalitions.views import coalitions, introductions, listings, stakeholders

app_name = "coalitions"

_MARKET = "gemeenten/<slug:slug>/samen/"
_LISTING = "samen/<slug:public_id>/"
_INTRODUCTION = "kennismaken/<slug:public_id>/"
_COALITION = "coalities/<slug:public_id>/"
_MAP = "trajecten/<slug:slug>/partijen/"

urlpatterns = [
    path("mijn/samen/", listings.my_coalitions, name="my_coalitions"),
    path(_MARKET, listings.show_market, name="show_market"),
    path(_MARKET + "nieuw/", listings.place_listing, name="place_listing"),
    path(_LISTING, listings.show_listing, name="show_listing"),
    path(_LISTING + "bewerken/", listings.edit_listing, name="edit_listing"),
    path(_LISTING + "weg/", listings.withdraw_listing, name="withdraw_listing"),
    path(_LISTING + "passend/", listings.list_matches, name="list_matches"),
    path(_LISTING + "kennismaken/", introductions.ask_introduction, name="ask_introduction"),
    path(_INTRODUCTION, introductions.show_introduction, name="show_introduction"),
    path(_INTRODUCTION + "antwoord/", introductions.answer_introduction, name="answer_introduction"),
    path(_INTRODUCTION + "terugnemen/", introductions.take_back_introduction, name="take_back_introduction"),
    path(_INTRODUCTION + "coalitie/", coalitions.begin_coalition, name="begin_coalition"),
    path(_COALITION, coalitions.show_coalition, name="show_coalition"),
    path(_COALITION + "uitnodigen/", coalitions.invite_member, name="invite_member"),
    path(_COALITION + "afspraken/", coalitions.write_terms, name="write_terms"),
    path(_COALITION + "afspraken/<int:number>/", coalitions.show_terms, name="show_terms"),
    path(_COALITION + "akkoord/", coalitions.sign_terms, name="sign_terms"),
    path("coalities/uitnodigingen/<slug:public_id>/", coalitions.join_coalition, name="join_coalition"),
    path("coalities/uitnodigingen/<slug:public_id>/stoppen/", coalitions.leave_coalition, name="leave_coalition"),
    # The map itself shows what stands on floors above, so it stands in portal/urls.py.
    path(_MAP + "nieuw/", stakeholders.add_stakeholder, name="add_stakeholder"),
    path(_MAP + "soorten/<slug:kind>/", stakeholders.waive_kind, name="waive_kind"),
    path(_MAP + "banden/<slug:public_id>/weg/", stakeholders.end_tie, name="end_tie"),
    path(_MAP + "<slug:public_id>/bewerken/", stakeholders.edit_stakeholder, name="edit_stakeholder"),
    path(_MAP + "<slug:public_id>/weg/", stakeholders.remove_stakeholder, name="remove_stakeholder"),
    path(_MAP + "<slug:public_id>/band/", stakeholders.add_tie, name="add_tie"),
    path(_MAP + "<slug:public_id>/tonen/", stakeholders.agree_to_show, name="agree_to_show"),
]
