from django.urls import path

from notifications import views

app_name = "notifications"

urlpatterns = [
    path("trajecten/<slug:slug>/volgen/", views.follow_tender, name="follow_tender"),
    path("volgen/stop/<slug:key>/", views.unfollow, name="unfollow"),
    path("mijn/berichten/", views.list_notices, name="list_notices"),
    path("mijn/berichten/gelezen/", views.mark_read, name="mark_read"),
]
