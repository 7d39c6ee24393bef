from django.urls import path

from monitoring.views import learning, measuring

app_name = "monitoring"

urlpatterns = [
    path("trajecten/<slug:slug>/monitoring/", measuring.show_monitoring, name="show_monitoring"),
    path("contracten/<slug:public_id>/monitoring/", measuring.show_contract_monitoring, name="show_contract_monitoring"),
    path("contracten/<slug:public_id>/indicatoren/", measuring.set_indicator, name="set_indicator"),
    path("contracten/<slug:public_id>/indicatoren/<slug:indicator>/", measuring.set_indicator, name="set_indicator"),
    path("indicatoren/<slug:public_id>/meten/", measuring.report_measurement, name="report_measurement"),
    path("metingen/<slug:public_id>/verbeteren/", measuring.correct_measurement, name="correct_measurement"),
    path("trajecten/<slug:slug>/reflecties/nieuw/", learning.hold_reflection, name="hold_reflection"),
    path("trajecten/<slug:slug>/reflecties/<slug:public_id>/", learning.show_reflection, name="show_reflection"),
    path("trajecten/<slug:slug>/reflecties/<slug:public_id>/spreken/", learning.speak, name="speak"),
    path("trajecten/<slug:slug>/reflecties/<slug:public_id>/sluiten/", learning.close_reflection, name="close_reflection"),
    path("trajecten/<slug:slug>/lessen/nieuw/", learning.draw_lesson, name="draw_lesson"),
]
