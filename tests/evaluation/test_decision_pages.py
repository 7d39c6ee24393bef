"""Pages of the committee and of the decision: what forms say, who comes in, from the consensus to the letters."""

import pytest

from accounts import fresh
from evaluation import actions
from evaluation.models import AwardDecision, DecisionKind, Letter, Seat
from events import clock
from events.models import Event
from tenders.models import Lot, LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def lot(tender):
    return Lot.objects.select_related("tender__municipality").get(tender=tender)


def here(tender, rest="", *, number=1):
    return f"/trajecten/{tender.slug}/selectie/perceel/{number}/{rest}"


def start_judging(cast, tender, count):
    bids = make.opened_bids(cast, tender, count=count)
    return bids, make.committee(cast, Lot.objects.get(tender=tender))


# The committee


def test_a_member_is_appointed_by_address_and_declares(cast, client_of, tender):
    officer = client_of(cast.officer)
    address = here(tender, "commissie/lid/")
    page = officer.post(address, {"person": "niemand@example.nl", "capacity": "resident"}).content.decode()
    assert "Niemand heeft een account met dit adres." in page
    assert "niemand@example.nl" in page
    assert officer.post(address, {"person": "assessor@example.nl", "capacity": "resident"}).status_code == 302
    member = client_of(cast.assessor)
    page = member.post(here(tender, "verklaring/"), {"x": "1"}).content.decode()
    assert "Zonder deze verklaring kunt u de plannen niet lezen." in page
    assert member.post(here(tender, "verklaring/"), {"agree": "on"}).status_code == 302
    assert Seat.objects.get().declared_at is not None


def test_the_public_reads_a_name_only_when_its_owner_wants_it(cast, client_of, tender, lot):
    make.seat(cast, lot, cast.assessor)
    make.seat(cast, lot, cast.other_assessor, shown_as="Cor uit Assendorp")
    address = f"/trajecten/{tender.slug}/selectie/commissie/"
    public = client_of(cast.visitor).get(address).content.decode()
    assert ("Lena Lid" in public, "Cor Commissie" in public, "Cor uit Assendorp" in public) == (False, False, True)
    assert "Lena Lid" in client_of(cast.officer).get(address).content.decode()


def test_who_has_an_interest_leaves_and_loses_the_page(cast, client_of, tender):
    _bids, seats = start_judging(cast, tender, 1)
    member = client_of(cast.assessor)
    address = f"/trajecten/{tender.slug}/selectie/commissie/{seats[0].public_id}/terugtrekken/"
    assert "Zeg waarom." in member.post(address, {"reason": ""}).content.decode()
    assert member.post(address, {"reason": "Mijn zus werkt er."}).status_code == 302
    assert member.get(here(tender, "beoordelen/1/")).status_code == 403
    assert client_of(cast.fresh().assessor).get(address).status_code == 403


def test_a_member_does_not_end_the_seat_of_another(cast, client_of, tender):
    _bids, seats = start_judging(cast, tender, 1)
    address = f"/trajecten/{tender.slug}/selectie/commissie/{seats[1].public_id}/terugtrekken/"
    assert client_of(cast.assessor).get(address).status_code == 403


# The decision


def test_from_the_consensus_to_the_letters_in_the_browser(cast, client_of, tender, lot, commit):
    bids = make.opened_bids(cast, tender)
    make.judged_lot(cast, tender, bids)
    officer = client_of(cast.fresh().officer)
    values = {"kind": "award", "version": "0", "amount": "410.000", "reason": "Dit plan sluit het best aan bij wat de buurt vroeg."}
    assert officer.post(here(tender, "besluit/"), values | {"legal_basis": "Nadere regels 2026, artikel 7"}).status_code == 302
    decision = AwardDecision.objects.get()
    address = f"/trajecten/{tender.slug}/besluit/{decision.public_id}/"
    page = officer.post(f"{address}gereedmaken/", {"send_on": clock.today().isoformat()}).content.decode()
    assert "Plan B: schrijf wat de gekozen partij beter doet." in page
    for letter in ("B", "C"):
        text = {"text": "De Werkplaats laat de mensen zelf kiezen wat zij maken."}
        assert officer.post(f"{address}voordelen/{letter}/", text).status_code == 302
    with commit():
        assert officer.post(f"{address}gereedmaken/", {"send_on": clock.today().isoformat()}).status_code == 302
    decision.refresh_from_db()
    assert officer.get(f"{address}goedkeuren/").status_code == 302  # sign in again first, and then it is not for the officer
    mandate = client_of(cast.mandate)
    again(mandate, f"{address}goedkeuren/")
    assert mandate.post(f"{address}goedkeuren/", {"content_sha256": decision.content_sha256}).status_code == 302
    letter = Letter.objects.get(party=cast.rival_party)
    rival = client_of(cast.rival)
    assert rival.get(f"/trajecten/{tender.slug}/brieven/{letter.public_id}/").status_code == 404
    again(officer, f"{address}versturen/")
    assert officer.post(f"{address}versturen/", {"x": "1"}).status_code == 302
    answer = rival.get(f"/trajecten/{tender.slug}/brieven/{letter.public_id}/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert client_of(cast.entrepreneur).get(f"/trajecten/{tender.slug}/brieven/{letter.public_id}/").status_code == 404
    assert client_of(cast.visitor).get(f"{address}pdf/").status_code == 200
    assert client_of(cast.visitor).get(f"{address}proces-verbaal/").status_code == 302


def again(client, path):
    """As after signing in again for this act."""
    session = client.session
    fresh.mark(session, path)
    session.save()


def test_sending_asks_to_sign_in_again(cast, client_of, tender, lot):
    bids = make.opened_bids(cast, tender)
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    answer = client_of(cast.fresh().officer).post(f"/trajecten/{tender.slug}/besluit/{decision.public_id}/versturen/", {"x": "1"})
    assert answer.headers["Location"].startswith("/opnieuw-inloggen/") or "next=" in answer.headers["Location"]
    decision.refresh_from_db()
    assert decision.sent_at is None


def test_the_public_page_names_the_winner_and_no_loser(cast, client_of, tender, lot):
    bids = make.opened_bids(cast, tender)
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="sent")
    page = client_of(cast.visitor).get(f"/trajecten/{tender.slug}/besluit/{decision.public_id}/").content.decode()
    assert cast.party.name in page
    assert (cast.rival_party.name in page, cast.partner_party.name in page) == (False, False)
    assert ("Aanvraag B" in page, "Aanvraag C" in page) == (True, True)


def test_before_it_is_sent_the_decision_does_not_exist_for_others(cast, client_of, tender, lot):
    bids = make.opened_bids(cast, tender)
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    address = f"/trajecten/{tender.slug}/besluit/{decision.public_id}/"
    found = {name: client_of(one).get(address).status_code for name, one in cast.fresh().people().items()}
    assert {name for name, status in found.items() if status == 200} == {"officer", "buyer", "secretary", "mandate"}
    assert set(found.values()) == {200, 404}


def test_a_small_grant_is_decided_on_one_page(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SMALL_GRANT)
    officer = client_of(cast.officer)
    values = {"kind": "direct", "version": "0", "amount": "2.500", "reason": "Zij maken van de stoep een tuin, met de hele straat."}
    page = officer.post(here(tender, "besluit/"), values | {"party": "Onbekend"}).content.decode()
    assert "Er is geen partij met deze naam." in page
    assert "met de hele straat" in page
    assert "Schrijf voor welke partij het is." in officer.post(here(tender, "besluit/"), values).content.decode()
    assert officer.post(here(tender, "besluit/"), values | {"party": "werkplaats", "conditions": "Een foto."}).status_code == 302
    decision = AwardDecision.objects.get()
    assert (decision.kind, decision.party, decision.amount) == (DecisionKind.DIRECT, cast.party, 250_000)


def test_several_parties_of_one_name_are_told_apart(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.BUILDING_ONE)
    make.party("Werkplaats Noord")
    values = {"kind": "direct", "version": "0", "reason": "Zij gebruiken het gebouw al tien jaar.", "party": "werkplaats"}
    page = client_of(cast.officer).post(here(tender, "besluit/"), values).content.decode()
    assert "Meer partijen heten zo: Stichting De Werkplaats, Werkplaats Noord." in page


def test_an_explanation_is_public_with_the_decision(cast, client_of, tender, lot):
    bids = make.opened_bids(cast, tender)
    make.judged_lot(cast, tender, bids)
    decision = make.decision(cast, lot, state="approved")
    address = f"/trajecten/{tender.slug}/besluit/{decision.public_id}/uitleg/"
    secretary = client_of(cast.fresh().secretary)
    assert "Schrijf minstens één reden." in secretary.post(f"{address}schrijven/", {"explanation": ""}).content.decode()
    assert secretary.post(f"{address}schrijven/", {"explanation": "De mensen maken zelf iets."}).status_code == 302
    visitor = client_of(cast.visitor)
    assert (secretary.get(address).status_code, visitor.get(address).status_code) == (200, 404)
    actions.send_decision(decision=decision, by=cast.officer)
    assert "De mensen maken zelf iets." in visitor.get(address).content.decode()


def test_a_lot_is_suspended_and_everybody_reads_why(cast, client_of, tender, lot):
    lawyer = client_of(cast.lawyer)
    assert "Zeg waarom." in lawyer.post(here(tender, "opschorten/"), {"reason": ""}).content.decode()
    assert lawyer.post(here(tender, "opschorten/"), {"reason": "Een partij begon een kort geding."}).status_code == 302
    page = client_of(cast.visitor).get(f"/trajecten/{tender.slug}/selectie/").content.decode()
    assert "Een partij begon een kort geding." in page
    assert lawyer.post(here(tender, "hervatten/"), {"reason": "De rechter wees het af."}).status_code == 302
    lot.refresh_from_db()
    assert lot.state == LotState.OPEN


def test_a_visitor_without_news_gets_304(cast, client_of, tender):
    visitor = client_of(cast.visitor)
    first = visitor.get(f"/trajecten/{tender.slug}/selectie/")
    again_ = visitor.get(f"/trajecten/{tender.slug}/selectie/", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again_.status_code) == (200, 304)
    seat = actions.appoint_member(lot=Lot.objects.get(), person=cast.assessor, capacity="resident", by=cast.officer)
    assert Event.objects.latest("id").thing_id == seat.pk
    news = visitor.get(f"/trajecten/{tender.slug}/selectie/", headers={"If-None-Match": first.headers["ETag"]})
    assert news.status_code == 200
