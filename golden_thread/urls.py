from django.urls import path

from golden_thread import views

app_name = "golden_thread"

_THREAD = "trajecten/<slug:slug>/rode-draad/"

urlpatterns = [
    path("gewoon-begonnen/<slug:public_id>/", views.follow_initiative, name="follow_initiative"),
    path("plannen/<slug:public_id>/", views.follow_plan, name="follow_plan"),
    path("gemeenten/<slug:slug>/inventaris/regels/<slug:public_id>/", views.follow_line, name="follow_line"),
    path(_THREAD, views.show_threads, name="show_threads"),
    path(_THREAD + "<int:number>/", views.follow_contribution, name="follow_contribution"),
    path(_THREAD + "voorstel/<int:number>/", views.follow_proposal, name="follow_proposal"),
    path(_THREAD + "proef/", views.follow_pilot, name="follow_pilot"),
    path(_THREAD + "terug/<slug:kind>/<slug:public_id>/", views.where_from, name="where_from"),
    # Short enough for a letter: the tender's public id and the number of the contribution.
    path("d/<slug:tender>-<int:number>/", views.short, name="short"),
]
