from django.urls import path

from bids.views import bid, opening, partner, round, submission

app_name = "bids"

_ROUNDS = "trajecten/<slug:slug>/selectie/rondes/"
_ROUND = _ROUNDS + "<slug:public_id>/"
_BID = "voorstellen/<slug:public_id>/"
_OPENED = "trajecten/<slug:slug>/selectie/voorstellen/<slug:public_id>/"

urlpatterns = [
    path(_ROUNDS, round.list_rounds, name="list_rounds"),
    path("trajecten/<slug:slug>/selectie/rondes-openen/", round.open_rounds, name="open_rounds"),
    path(_ROUND, round.show_round, name="show_round"),
    path(_ROUND + "uitnodigen/", round.invite_party, name="invite_party"),
    path(_ROUND + "meedoen/", round.begin_bid, name="begin_bid"),
    path(_ROUND + "openen/", opening.open_bids, name="open_bids"),
    path(_ROUND + "opening/", opening.show_opening, name="show_opening"),
    path(_ROUND + "opening/pdf/", opening.download_opening, name="download_opening"),
    path(_BID, bid.write_bid, name="write_bid"),
    path(_BID + "onderdelen/<slug:part>/", bid.write_bid, name="write_bid"),
    path(_BID + "voorbeeld/", bid.preview_bid, name="preview_bid"),
    path(_BID + "voorbeeld/pdf/", bid.download_preview, name="download_preview"),
    path(_BID + "bijlagen/", bid.add_attachment, name="add_attachment"),
    path(_BID + "bijlagen/<slug:attachment>/", bid.download_attachment, name="download_attachment"),
    path(_BID + "bijlagen/<slug:attachment>/verwijderen/", bid.remove_attachment, name="remove_attachment"),
    path(_BID + "partners/", partner.invite_partner, name="invite_partner"),
    path(_BID + "partners/<slug:partner>/verwijderen/", partner.remove_partner, name="remove_partner"),
    path(_BID + "coalitie/", partner.take_over_coalition, name="take_over_coalition"),
    path("uitnodigingen/<slug:public_id>/", partner.confirm_partner, name="confirm_partner"),
    path(_BID + "indienen/", submission.submit_bid, name="submit_bid"),
    path(_BID + "ontvangst/<slug:submission>/", submission.show_receipt, name="show_receipt"),
    path(_BID + "ontvangst/<slug:submission>/pdf/", submission.download_receipt, name="download_receipt"),
    path(_BID + "intrekken/", submission.withdraw_bid, name="withdraw_bid"),
    path(_OPENED, opening.show_opened_bid, name="show_opened_bid"),
    path(_OPENED + "bijlagen/<slug:upload>/", opening.download_opened_attachment, name="download_opened_attachment"),
    path(_OPENED + "terzijde/", opening.set_aside_bid, name="set_aside_bid"),
]
