from django.urls import path

from contracts.views import agreements, contracts, signing

app_name = "contracts"

urlpatterns = [
    path("trajecten/<slug:slug>/contract/", contracts.show_contracts, name="show_contracts"),
    path("trajecten/<slug:slug>/contract/perceel-<int:number>/", contracts.draft_contract, name="draft_contract"),
    path("gemeenten/<slug:municipality>/contracten/nieuw/", contracts.start_contract, name="start_contract"),
    path("contracten/<slug:public_id>/", contracts.show_contract, name="show_contract"),
    path("contracten/<slug:public_id>/contract.pdf", contracts.download_contract, name="download_contract"),
    path("contracten/<slug:public_id>/wijzigen/", contracts.edit_contract, name="edit_contract"),
    path("contracten/<slug:public_id>/afspraken/", agreements.write_agreement, name="write_agreement"),
    path("contracten/<slug:public_id>/afspraken/<slug:agreement>/", agreements.write_agreement, name="write_agreement"),
    path("afspraken/<slug:public_id>/weglaten/", agreements.withdraw_agreement, name="withdraw_agreement"),
    path("contracten/<slug:public_id>/aanbieden/", signing.offer_contract, name="offer_contract"),
    path("contracten/<slug:public_id>/terughalen/", signing.take_back_contract, name="take_back_contract"),
    path("contracten/<slug:public_id>/tekenen/", signing.sign_contract, name="sign_contract"),
    path("contracten/<slug:public_id>/vastleggen/", signing.record_contract, name="record_contract"),
]
