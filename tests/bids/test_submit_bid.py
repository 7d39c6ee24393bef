"""Handing in: by the lead, in time by the database's clock, with a receipt; again until the deadline; withdrawing."""

import datetime as dt

import pytest

from bids import actions, vault
from bids.admission import Late
from bids.models import Bid, BidState, Round, Submission
from documents.fingerprint import fingerprint
from events import clock
from events.models import Event
from tenders.models import InvolvementRole
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def round_(cast):
    return make.round(cast, make.tender(cast, step=Step.SELECTION))


@pytest.fixture
def bid(cast, round_):
    return make.bid(cast, round_, partners=[cast.partner_party], files=[("plan.pdf", make.PDF)])


def _fresh(bid) -> Bid:
    return Bid.objects.for_page().get(pk=bid.pk)


def _content(bid, submission, user) -> dict:
    return vault.envelope_for(user, _fresh(bid)).open(f"submission/{submission.number}", submission.sealed)


def test_the_lead_hands_in_and_gets_a_receipt(cast, bid, client_of):
    client = client_of(cast.entrepreneur)
    response = client.post(f"/voorstellen/{bid.public_id}/indienen/", {"once": "a"})
    submission = Submission.objects.get()
    assert response["Location"] == f"/voorstellen/{bid.public_id}/ontvangst/{submission.public_id}/"
    assert (_fresh(bid).state, submission.number, submission.submitted_by) == (BidState.SUBMITTED, 1, cast.entrepreneur)
    page = client.get(response["Location"]).content.decode()
    assert "Wij hebben uw aanvraag" in page
    assert submission.content_sha256 in page


def test_what_is_handed_in_is_everything_and_the_fingerprint_is_of_that(cast, bid):
    submission = actions.submit_bid(bid=bid, by=cast.entrepreneur)
    content = _content(bid, submission, cast.entrepreneur)
    assert fingerprint(content) == submission.content_sha256
    assert content["title"] == "Samen aan het werk"
    assert [t["key"] for t in content["texts"]] == ["summary", "criterion-1", "criterion-2", "vision"]
    assert [(p["name"], p["role"], p["money"], p["hours"]) for p in content["partners"]] == [
        ("Stichting De Werkplaats", "lead", 6_000, 6_000),
        ("Bewonersgroep Assendorp", "partner", 4_000, 4_000),
    ]
    assert (content["total"], content["budget"]) == (38_000_000, [{"what": "Twee begeleiders", "amount": 38_000_000}])
    assert [(f["name"], f["size"]) for f in content["attachments"]] == [("plan.pdf", len(make.PDF))]
    assert content["call_sha256"] == bid.round.call_version.content_sha256
    assert content["submitted_at"] == submission.submitted_at.isoformat()


def test_the_same_content_twice_has_another_fingerprint_so_that_nobody_can_guess_it(cast, bid):
    first = actions.submit_bid(bid=bid, by=cast.entrepreneur)
    second = actions.submit_bid(bid=_fresh(bid), by=cast.entrepreneur)
    assert (first.number, second.number) == (1, 2)
    assert first.content_sha256 != second.content_sha256


def test_what_is_missing_is_said_with_a_link_to_where_it_is_mended(cast, round_, client_of):
    bid = make.bid(cast, round_, typed={"criterion-2": {"text": " "}, "budget": {}})
    client, url = client_of(cast.entrepreneur), f"/voorstellen/{bid.public_id}/indienen/"
    for response in (client.get(url), client.post(url, {"once": "a"})):
        page = response.content.decode()
        assert "Schrijf uw antwoord. Zonder antwoord kunt u niet indienen." in page
        assert f"/voorstellen/{bid.public_id}/onderdelen/begroting/?controle=1" in page
    assert (_fresh(bid).state, Submission.objects.count()) == (BidState.DRAFT, 0)


def test_a_form_that_is_sent_twice_hands_in_once(cast, bid, client_of):
    client = client_of(cast.entrepreneur)
    one, two = (client.post(f"/voorstellen/{bid.public_id}/indienen/", {"once": "same"}) for _time in range(2))
    assert one["Location"] == two["Location"]
    assert Submission.objects.count() == 1


def test_changing_after_handing_in_changes_nothing_until_one_hands_in_again(cast, bid, client_of):
    first = actions.submit_bid(bid=bid, by=cast.entrepreneur)
    actions.write_bid(bid=bid, key="vision", typed={"text": "Nieuw."}, version=1, by=cast.entrepreneur)
    page = client_of(cast.entrepreneur).get(f"/voorstellen/{bid.public_id}/").content.decode()
    assert "Dat telt pas als u opnieuw indient." in page
    second = actions.submit_bid(bid=_fresh(bid), by=cast.entrepreneur)
    assert [_content(bid, s, cast.entrepreneur)["texts"][3]["text"] for s in (first, second)] == ["", "Nieuw."]
    receipt = client_of(cast.entrepreneur).get(f"/voorstellen/{bid.public_id}/ontvangst/{first.public_id}/").content.decode()
    assert "Er is een nieuwere" in receipt


@pytest.mark.parametrize(("seconds", "in_time"), [(0.2, True), (0.0, True), (-0.7, True), (-1.01, False), (-60, False)])
def test_the_whole_second_of_the_deadline_counts_and_the_next_is_late(cast, bid, seconds, in_time, move_clock):
    deadline = (clock.now() + dt.timedelta(days=2)).replace(microsecond=0)
    Round.objects.update(deadline=deadline)
    move_clock(to=deadline - dt.timedelta(seconds=seconds))
    if in_time:
        assert actions.submit_bid(bid=_fresh(bid), by=cast.entrepreneur).number == 1
    else:
        with pytest.raises(Late):
            actions.submit_bid(bid=_fresh(bid), by=cast.entrepreneur)
        assert not Submission.objects.exists()


def test_the_database_says_what_time_it_is_not_the_page_that_was_read_before(cast, bid):
    Round.objects.update(deadline=clock.now() - dt.timedelta(seconds=5))
    assert bid.round.is_open  # as this page read it
    with pytest.raises(Late):
        actions.submit_bid(bid=bid, by=cast.entrepreneur)


def test_who_is_late_reads_it_kindly_and_loses_nothing(cast, bid, client_of):
    Round.objects.update(deadline=clock.now() - dt.timedelta(seconds=2))
    client = client_of(cast.entrepreneur)
    response = client.post(f"/voorstellen/{bid.public_id}/indienen/", {"once": "a"})
    page = response.content.decode()
    assert response.status_code == 403
    for words in ("dus dit kwam te laat", "Wat u schreef staat hier nog", "Er is niets ingediend", "038 498 91 11"):
        assert words in page
    assert "werkplaats waar mensen" in client.get(f"/voorstellen/{bid.public_id}/voorbeeld/").content.decode()


def test_who_joined_the_committee_meanwhile_does_not_hand_in(cast, bid):
    make.involve(bid.tender, InvolvementRole.ASSESSOR, person=cast.partner, lot=bid.lot)
    with pytest.raises(Refused, match="Pim Partner"):
        actions.submit_bid(bid=bid, by=cast.entrepreneur)


def test_withdrawing_until_the_deadline_and_taking_part_again(cast, bid, client_of):
    actions.submit_bid(bid=bid, by=cast.entrepreneur)
    response = client_of(cast.entrepreneur).post(f"/voorstellen/{bid.public_id}/intrekken/", {"once": "a"})
    assert response.status_code == 302
    assert (_fresh(bid).state, Submission.objects.get().withdrawn_at is not None) == (BidState.WITHDRAWN, True)
    actions.begin_bid(round_=bid.round, party=cast.party, by=cast.entrepreneur)
    assert actions.submit_bid(bid=_fresh(bid), by=cast.entrepreneur).number == 2
    assert [(s.number, s.withdrawn_at is None) for s in Submission.objects.order_by("number")] == [(1, False), (2, True)]


def test_withdrawing_what_was_never_handed_in_or_too_late_is_refused(cast, bid):
    with pytest.raises(Changed):
        actions.withdraw_bid(bid=bid, by=cast.entrepreneur)
    actions.submit_bid(bid=bid, by=cast.entrepreneur)
    Round.objects.update(deadline=clock.now() - dt.timedelta(seconds=2))
    with pytest.raises(Late):
        actions.withdraw_bid(bid=_fresh(bid), by=cast.entrepreneur)
    assert _fresh(bid).state == BidState.SUBMITTED


def test_the_events_of_a_sealed_bid_name_no_tender_lot_or_municipality(cast, round_):
    bid = actions.begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)
    make.bid(cast, make.round(cast, make.tender(cast, step=Step.SELECTION)))
    ready = make.bid(cast, round_, party=cast.rival_party)
    submission = actions.submit_bid(bid=ready, by=cast.rival)
    actions.withdraw_bid(bid=_fresh(ready), by=cast.rival)
    partner = actions.invite_partner(bid=bid, by=cast.entrepreneur, name="Bewonersgroep Assendorp", role="partner")
    actions.confirm_partner(partner=partner, by=cast.partner)
    actions.ask_preview(bid=_fresh(bid), by=cast.entrepreneur)
    actions.remove_partner(partner=partner, by=cast.entrepreneur)
    events = Event.objects.filter(name__startswith="bids.").exclude(name="bids.rounds_opened")
    assert {e.name for e in events} == {
        "bids.bid_begun",
        "bids.bid_submitted",
        "bids.bid_withdrawn",
        "bids.partner_invited",
        "bids.partner_confirmed",
        "bids.partner_removed",
        "bids.preview_asked",
    }
    assert {(e.municipality_id, e.tender_id, e.lot_id, e.is_public) for e in events} == {(None, None, None, False)}
    assert events.get(name="bids.bid_submitted").data == {"content_sha256": submission.content_sha256}


def test_handing_in_asks_at_most_twenty_questions(cast, bid, client_of, statements):
    client = client_of(cast.entrepreneur)
    with statements() as sent:
        response = client.post(f"/voorstellen/{bid.public_id}/indienen/", {"once": "a"})
    assert response.status_code == 302
    marks = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
    asked = [q["sql"] for q in sent.captured_queries if not q["sql"].startswith(marks)]
    assert len(asked) <= 18  # PostgreSQL asks one more for the lock, and one keeps what the event asks of the worker
    assert max(asked.count(sql) for sql in asked) <= 2
