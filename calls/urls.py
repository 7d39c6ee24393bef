from django.urls import path

from calls.views import adoption, amendments, clauses, criteria, initiatives, procedure, sources, versions

app_name = "calls"

_CALL = "trajecten/<slug:slug>/uitvraag/"
_CLAUSE = f"{_CALL}onderdelen/<int:number>/"
_AMENDMENT = f"{_CALL}voorstellen/<slug:public_id>/"
_PROCEDURE = "trajecten/<slug:slug>/procedure/"
_VERSION = f"{_CALL}versie/<int:number>/"

urlpatterns = [
    # Step 2: the request
    path(_CALL, clauses.show_call, name="show_call"),
    path(f"{_CALL}schrijven/", clauses.edit_call, name="edit_call"),
    path(f"{_CALL}onderdelen/nieuw/", clauses.add_clause, name="add_clause"),
    path(_CLAUSE, clauses.show_clause, name="show_clause"),
    path(f"{_CLAUSE}bewerken/", clauses.write_clause, name="write_clause"),
    path(f"{_CLAUSE}intrekken/", clauses.withdraw_clause, name="withdraw_clause"),
    path(f"{_CLAUSE}bronnen/", clauses.choose_source, name="choose_source"),
    path(f"{_CLAUSE}bronnen/<int:contribution>/", clauses.link_source, name="link_source"),
    path(f"{_CLAUSE}voorstellen/<int:proposal>/", sources.link_proposal, name="link_proposal"),
    path(f"{_CLAUSE}proeven/<slug:public_id>/", sources.link_pilot, name="link_pilot"),
    path(f"{_CLAUSE}plannen/<slug:public_id>/", initiatives.link_plan, name="link_plan"),
    path(f"{_CLAUSE}voorstel/", amendments.propose_amendment, name="propose_amendment"),
    path(f"{_CALL}voorstellen/", amendments.list_amendments, name="list_amendments"),
    path(_AMENDMENT, amendments.show_amendment, name="show_amendment"),
    path(f"{_AMENDMENT}steunen/", amendments.support_amendment, name="support_amendment"),
    path(f"{_AMENDMENT}intrekken/", amendments.withdraw_amendment, name="withdraw_amendment"),
    path(f"{_AMENDMENT}besluit/", amendments.decide_amendment, name="decide_amendment"),
    path(f"{_CALL}gewoon-begonnen/", initiatives.list_initiatives, name="list_initiatives"),
    path(f"{_CALL}gewoon-begonnen/<slug:public_id>/", initiatives.answer_initiative, name="answer_initiative"),
    path(f"{_CALL}criteria/", criteria.set_criteria, name="set_criteria"),
    path(f"{_CALL}schaal/", criteria.set_scale, name="set_scale"),
    path(f"{_CALL}indicatoren/nieuw/", criteria.propose_indicator, name="propose_indicator"),
    path(f"{_CALL}indicatoren/<slug:public_id>/", criteria.propose_indicator, name="change_indicator"),
    path(f"{_CALL}indicatoren/<slug:public_id>/intrekken/", criteria.withdraw_indicator, name="withdraw_indicator"),
    path(f"{_CALL}meeschrijvers/", adoption.invite_co_author, name="invite_co_author"),
    path(f"{_CALL}meeschrijvers/<slug:public_id>/", adoption.end_co_author, name="end_co_author"),
    path(f"{_CALL}vaststellen/", adoption.adopt_call, name="adopt_call"),
    path(f"{_CALL}heropenen/", adoption.reopen_call, name="reopen_call"),
    # Step 3: the procedure
    path(_PROCEDURE, procedure.show_procedure, name="show_procedure"),
    path(f"{_PROCEDURE}wijzer/", procedure.ask_guide, name="ask_guide"),
    path(f"{_PROCEDURE}kiezen/", procedure.choose_route, name="choose_route"),
    path(f"{_PROCEDURE}tekenen/", procedure.sign_choice, name="sign_choice"),
    path(f"{_PROCEDURE}memo/", procedure.download_memo, name="download_memo"),
    path(f"{_PROCEDURE}planning/", procedure.set_timetable, name="set_timetable"),
    path(f"{_PROCEDURE}klaarzetten/", procedure.prepare_publication, name="prepare_publication"),
    path(f"{_PROCEDURE}publiceren/", procedure.publish_call, name="publish_call"),
    path(_VERSION, versions.show_version, name="show_version"),
    path(f"{_VERSION}pdf/", versions.download_version, name="download_version"),
]
