from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("mijn/gegevens/", views.profile, name="profile"),
    path("mijn/bevestig/", views.sign_in_again, name="sign_in_again"),
    path("partijen/nieuw/", views.found_party, name="found_party"),
    path("partijen/<slug:public_id>/", views.show_party, name="show_party"),
    path("partijen/<slug:public_id>/bewerken/", views.edit_party, name="edit_party"),
    path("partijen/<slug:public_id>/leden/nieuw/", views.join_party, name="join_party"),
]
