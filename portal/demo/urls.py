from django.urls import path

from portal.demo import views

app_name = "demo"

urlpatterns = [
    path("", views.index, name="index"),
    path("word/<slug:public_id>/", views.sign_in, name="sign_in"),
    path("klok/", views.move_clock, name="move_clock"),
    path("post/", views.list_mails, name="list_mails"),
    path("post/<slug:public_id>/", views.show_mail, name="show_mail"),
]
