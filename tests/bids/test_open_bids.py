"""The opening: by two people with different roles, after the deadline, in one sitting; then everything is in the clear."""

import datetime as dt

import pytest
from django.utils import translation

from accounts.actions import grant_role
from accounts.fresh import mark
from accounts.models import RoleKind
from bids import actions, vault
from bids.actions.opening import FIRST, SECOND, letter_of
from bids.models import Bid, BidAttachment, BidState, OpenedBid, Opening, Round, Submission
from documents.fingerprint import fingerprint
from documents.models import Upload
from events import clock
from events.models import Event
from tenders.models import Involvement, InvolvementRole, LotState
from tenders.refusal import Changed, GateClosed, Refused, WrongStep
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole

POLICY, BUYING = RoleKind.POLICY_OFFICER, RoleKind.PROCUREMENT_OFFICER


@pytest.fixture
def round_(cast):
    """A closed round with two bids handed in (one of a consortium, with a file), a draft and one that was withdrawn."""
    made = make.round(cast, make.tender(cast, step=Step.SELECTION), days=-1)
    together = {"partners": [cast.partner_party], "files": [("plan.pdf", make.PDF)], "title": "Samen"}
    make.bid(cast, made, state=BidState.SUBMITTED, **together)
    make.bid(cast, made, party=cast.rival_party, state=BidState.SUBMITTED, title="Alleen")
    make.bid(cast, made, party=make.party("Nooit ingediend"), title="Concept")
    make.bid(cast, made, party=make.party("Ingetrokken"), state=BidState.WITHDRAWN, title="Weg")
    return made


def _open(cast, round_) -> Opening:
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    return actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND)


def test_with_the_second_everything_that_was_handed_in_comes_out_and_nothing_else(cast, round_):
    _open(cast, round_)
    opened = {one.title: one for one in OpenedBid.objects.all()}
    assert set(opened) == {"Samen", "Alleen"}
    assert {one.letter for one in opened.values()} == {"A", "B"}
    round_.refresh_from_db()
    assert (round_.opened_at is not None, round_.lot.__class__.objects.get(pk=round_.lot.pk).state) == (
        True,
        LotState.IN_ASSESSMENT,
    )
    parts = {part.key: part for part in opened["Samen"].parts.all()}
    assert list(parts) == ["summary", "criterion-1", "criterion-2", "partners", "budget"]
    assert parts["criterion-1"].text == "Samen: elke dag staan er twaalf mensen aan de werkbank (criterion-1)."
    assert parts["criterion-1"].criterion.name == "Het werkt"
    assert "Bewonersgroep Assendorp (partner)" in parts["partners"].text
    assert (opened["Samen"].amount, parts["budget"].heading) == (38_000_000, "Begroting")


def test_the_budget_comes_out_in_dutch_also_when_the_second_reads_english(cast, round_):
    with translation.override("en"):
        _open(cast, round_)
    budget = OpenedBid.objects.get(title="Samen").parts.get(key="budget")
    assert (budget.heading, "Samen € 380.000 per jaar." in budget.text) == ("Begroting", True)


def test_attachments_come_out_as_they_went_in(cast, round_):
    _open(cast, round_)
    upload = Upload.objects.get()
    assert (upload.original_name, upload.size, upload.file.read()) == ("plan.pdf", len(make.PDF), make.PDF)


def test_the_record_holds_the_fingerprints_of_the_receipts(cast, round_):
    opening = _open(cast, round_)
    receipts = dict(Submission.objects.filter(withdrawn_at=None).values_list("public_id", "content_sha256"))
    assert {row["submission"]: row["content_sha256"] for row in opening.content["bids"]} == receipts
    assert [row["letter"] for row in opening.content["bids"]] == ["A", "B"]
    assert [(p["name"], p["kind"]) for p in opening.content["present"]] == [
        ("Marloes Beleid", str(POLICY.label)),
        ("Tarik Inkoop", str(BUYING.label)),
    ]
    assert (opening.content["withdrawn"], opening.content["irregular"]) == (1, [])
    assert fingerprint(opening.content) == opening.content_sha256
    event = Event.objects.get(name="bids.bids_opened")
    assert (event.is_public, event.lot_id, event.data["submissions"]) == (True, round_.lot_id, receipts)


def test_from_the_opening_on_the_parties_are_involved(cast, round_):
    assert not Involvement.objects.filter(role__in=[InvolvementRole.BIDDER, InvolvementRole.PARTNER]).exists()
    _open(cast, round_)
    held = Involvement.objects.filter(role__in=[InvolvementRole.BIDDER, InvolvementRole.PARTNER])
    assert {(i.party.name, i.role, i.lot) for i in held} == {
        ("Stichting De Werkplaats", InvolvementRole.BIDDER, round_.lot),
        ("Bewonersgroep Assendorp", InvolvementRole.PARTNER, round_.lot),
        ("Welzijn Groot", InvolvementRole.BIDDER, round_.lot),
    }


def test_the_letters_do_not_follow_the_order_of_handing_in(cast):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION), days=-1)
    for number in range(8):
        make.bid(cast, round_, party=make.party(), state=BidState.SUBMITTED, title=str(number))
    _open(cast, round_)
    # By chance they would be in order once in 40.320 times.
    assert [one.title for one in OpenedBid.objects.order_by("letter")] != [str(number) for number in range(8)]


@pytest.mark.parametrize(("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_letters_go_on_after_z(place, letter):
    assert letter_of(place) == letter


def test_a_round_with_nothing_in_it_is_opened_too_and_says_so(cast, client_of):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION), days=-1)
    opening = _open(cast, round_)
    assert (opening.content["bids"], OpenedBid.objects.count()) == ([], 0)
    page = client_of(cast.officer).get(f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/opening/")
    assert "Voor dit perceel is niets ingediend." in page.content.decode()


def test_nobody_opens_before_the_deadline(cast):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    with pytest.raises(GateClosed) as closed:
        actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    assert closed.value.messages == ["De sluitingsdatum moet voorbij zijn. Tot dan kan niemand iets openen."]
    assert not Opening.objects.exists()


def test_a_team_in_which_all_have_the_same_role_does_not_open(cast, round_):
    cast.buyer.roles.update(kind=POLICY)
    with pytest.raises(GateClosed):
        actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)


def test_one_person_is_not_two_even_with_two_roles(cast, round_):
    grant_role(user=cast.officer, municipality=cast.municipality, kind=BUYING, by=None)
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    with pytest.raises(Refused, match="Iemand anders"):
        actions.open_bids(round_=round_, by=cast.officer, kind=BUYING, turn=SECOND)
    assert not OpenedBid.objects.exists()


def test_two_people_in_the_same_role_are_not_two(cast, round_):
    grant_role(user=cast.buyer, municipality=cast.municipality, kind=POLICY, by=None)
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    cast.fresh()
    with pytest.raises(Refused, match="De tweede heeft een andere rol nodig"):
        actions.open_bids(round_=round_, by=cast.buyer, kind=POLICY, turn=SECOND)
    assert actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND).second_by == cast.buyer


def test_nobody_opens_in_a_role_that_is_not_theirs(cast, round_):
    with pytest.raises(Refused, match="niet in deze gemeente"):
        actions.open_bids(round_=round_, by=cast.officer, kind=RoleKind.LEGAL_ADVISER, turn=FIRST)


def test_after_half_an_hour_the_two_begin_again(cast, round_, move_clock):
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    move_clock(minutes=31)
    with pytest.raises(Changed, match="Begin opnieuw"):
        actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND)
    actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=FIRST)
    opening = actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=SECOND)
    assert (opening.first_by, opening.second_by, Opening.objects.count()) == (cast.buyer, cast.officer, 1)


def test_who_wanted_to_be_first_and_came_second_is_told(cast, round_):
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    with pytest.raises(Changed, match="Marloes Beleid was net voor u de eerste"):
        actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=FIRST)
    assert not OpenedBid.objects.exists()


def test_a_round_is_opened_once(cast, round_):
    _open(cast, round_)
    with pytest.raises(Changed, match="net voor u geopend"):
        actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    assert OpenedBid.objects.count() == 2


def test_nothing_is_opened_outside_step_4(cast, round_):
    tender = round_.tender
    tender.step = Step.PROCEDURE
    tender.save()
    with pytest.raises(WrongStep):
        actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)


def test_one_damaged_file_or_bid_does_not_stop_the_others(cast, round_):
    BidAttachment.objects.get().file.storage.delete(BidAttachment.objects.get().file.name)
    damaged = Bid.objects.get(party=cast.rival_party)
    Submission.objects.filter(bid=damaged).update(sealed=b"\x01" + b"0" * 60)
    opening = _open(cast, round_)
    assert [one.title for one in OpenedBid.objects.all()] == ["Samen"]
    letter = OpenedBid.objects.get().letter
    assert sorted(opening.content["irregular"]) == sorted(
        [
            "Wat Welzijn Groot indiende, ging niet open. Het bestand is beschadigd.",
            f"{letter}: Het bestand plan.pdf ging niet open.",
        ]
    )


def test_who_joined_the_committee_after_handing_in_stands_in_the_record(cast, round_):
    make.involve(round_.tender, InvolvementRole.ASSESSOR, person=cast.rival, lot=round_.lot)
    opening = _open(cast, round_)
    letter = OpenedBid.objects.get(title="Alleen").letter
    assert opening.content["irregular"] == [
        f"{letter}: Ronald Rivaal handelt namens Welzijn Groot en is hier lid van de commissie."
        " Neem hierover een besluit voordat iemand leest."
    ]
    assert not Involvement.objects.filter(party=cast.rival_party).exists()


def _url(round_) -> str:
    return f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/openen/"


def test_the_page_asks_to_sign_in_again_first(cast, round_, client_of):
    client = client_of(cast.officer)
    for response in (client.get(_url(round_)), client.post(_url(round_), {"turn": "first", "kind": POLICY, "once": "a"})):
        assert (response.status_code, response["Location"].split("?")[0]) == (302, "/mijn/bevestig/")
    assert not Opening.objects.exists()


def _signed_in_again(client, round_):
    session = client.session
    mark(session, _url(round_))
    session.save()
    return client


def test_two_officers_open_in_the_browser(cast, round_, client_of):
    first = _signed_in_again(client_of(cast.officer), round_)
    assert "U bent de eerste van twee" in first.get(_url(round_)).content.decode()
    response = first.post(_url(round_), {"turn": "first", "kind": POLICY, "once": "a"})
    assert response["Location"] == _url(round_).replace("openen/", "")
    second = _signed_in_again(client_of(cast.buyer), round_)
    assert "Marloes Beleid was hier om" in second.get(_url(round_)).content.decode()
    response = second.post(_url(round_), {"turn": "second", "kind": BUYING, "once": "b"})
    assert response["Location"] == _url(round_).replace("openen/", "opening/")
    page = second.get(response["Location"]).content.decode()
    for words in ("Stichting De Werkplaats", "Welzijn Groot", "Met Bewonersgroep Assendorp", "De letters zijn geloot."):
        assert words in page


def test_who_is_not_in_the_team_or_comes_too_early_does_not_get_the_page(cast, round_, client_of):
    for person in (cast.lawyer, cast.entrepreneur, cast.administrator, cast.operator):
        client = _signed_in_again(client_of(person), round_)
        assert client.get(_url(round_)).status_code == 403
    Round.objects.update(deadline=clock.now() + dt.timedelta(minutes=1))
    assert _signed_in_again(client_of(cast.officer), round_).get(_url(round_)).status_code == 403


def test_the_record_is_for_team_committee_and_bidders_when_it_is_done(cast, round_):
    make.involve(round_.tender, InvolvementRole.SECRETARY, person=cast.secretary, lot=round_.lot)
    make.involve(round_.tender, InvolvementRole.ASSESSOR, person=cast.assessor, lot=round_.lot)
    actions.open_bids(round_=round_, by=cast.officer, kind=POLICY, turn=FIRST)
    assert _who_sees_opening(cast) == {"officer", "buyer"}
    actions.open_bids(round_=round_, by=cast.buyer, kind=BUYING, turn=SECOND)
    assert _who_sees_opening(cast) == {"officer", "buyer", "assessor", "secretary", "entrepreneur", "partner", "rival"}


def _who_sees_opening(cast) -> set[str]:
    """By the list, and by the permission: they say the same."""
    opening = Opening.objects.get()
    people = cast.fresh().people()
    listed = {name for name, person in people.items() if Opening.objects.visible_to(person).exists()}
    allowed = {name for name, person in people.items() if person.has_perm("bids.view_opening", opening)}
    assert listed == allowed
    return listed


def test_setting_aside_asks_a_reason_and_is_done_once(cast, round_, client_of):
    _open(cast, round_)
    opened = OpenedBid.objects.get(title="Alleen")
    url = f"/trajecten/{round_.tender.slug}/selectie/voorstellen/{opened.public_id}/"
    client = client_of(cast.officer)
    assert "Zeg waarom. De partij leest het." in client.post(url + "terzijde/", {"reason": " ", "once": "a"}).content.decode()
    assert client.post(url + "terzijde/", {"reason": "Geen handtekening.", "once": "b"})["Location"] == url
    assert list(OpenedBid.objects.admitted().values_list("title", flat=True)) == ["Samen"]
    assert "Geen handtekening." in client.get(url).content.decode()
    with pytest.raises(Changed):
        actions.set_aside_bid(opened_bid=opened, by=cast.officer, reason="Nog een keer.")
    event = Event.objects.get(name="bids.bid_set_aside")
    assert (list(event.data), "handtekening" in event.data["reason"]) == (["reason"], False)


def test_an_opened_bid_is_for_team_committee_and_its_makers(cast, round_, client_of):
    make.involve(round_.tender, InvolvementRole.ASSESSOR, person=cast.assessor, lot=round_.lot)
    _open(cast, round_)
    opened = OpenedBid.objects.for_page().get(title="Samen")
    people = cast.fresh().people()
    listed = {name for name, person in people.items() if OpenedBid.objects.visible_to(person).filter(pk=opened.pk).exists()}
    allowed = {name for name, person in people.items() if person.has_perm("bids.view_opened_bid", opened)}
    assert listed == allowed == {"officer", "buyer", "assessor", "entrepreneur", "partner"}
    url = f"/trajecten/{round_.tender.slug}/selectie/voorstellen/{opened.public_id}/"
    page = client_of(cast.assessor).get(url)
    assert "elke dag staan er twaalf mensen aan de werkbank" in page.content.decode()
    upload = Upload.objects.get()
    assert b"".join(client_of(cast.assessor).get(f"{url}bijlagen/{upload.public_id}/")) == make.PDF
    assert client_of(cast.rival).get(f"{url}bijlagen/{upload.public_id}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_of_an_opening_ask_the_same_for_one_and_for_three(cast, client_of, statements, count):
    tender = make.tender(cast, step=Step.SELECTION)
    opened = make.opened_bids(cast, tender, count=count, files=[("plan.pdf", make.PDF)])
    client = client_of(cast.officer)
    asked = []
    for url in (
        f"/trajecten/{tender.slug}/selectie/rondes/{opened[0].round.public_id}/",
        f"/trajecten/{tender.slug}/selectie/rondes/{opened[0].round.public_id}/opening/",
        f"/trajecten/{tender.slug}/selectie/voorstellen/{opened[0].public_id}/",
    ):
        with statements() as sent:
            assert client.get(url).status_code == 200
        sql = [q["sql"] for q in sent.captured_queries]
        asked.append((len(sql), max(sql.count(one) for one in sql)))
    assert asked == [(8, 1), (6, 1), (8, 1)]


def test_the_vault_stays_closed_for_an_opening_that_was_written_by_hand(cast, round_):
    opening = Opening.objects.create(round=round_, first_by=cast.officer, first_kind=POLICY, first_at=clock.now())
    with pytest.raises(vault.Sealed):
        vault.open_round_key(opening)


def test_a_party_in_two_bids_stands_in_the_record_and_both_are_opened(cast):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION), days=-1)
    make.bid(cast, round_, party=cast.party, partners=[cast.partner_party], state=BidState.SUBMITTED)
    make.bid(cast, round_, party=cast.rival_party, partners=[cast.partner_party], state=BidState.SUBMITTED)
    for person, kind, turn in ((cast.officer, RoleKind.POLICY_OFFICER, FIRST), (cast.buyer, RoleKind.PROCUREMENT_OFFICER, SECOND)):
        opening = actions.open_bids(round_=Round.objects.for_page().get(pk=round_.pk), by=person, kind=kind, turn=turn)
    assert opening.content["irregular"] == [
        "Bewonersgroep Assendorp doet mee in A + B. Vraag hoe die zijn gemaakt zonder van elkaar te weten, voordat u besluit."
    ]
    assert OpenedBid.objects.count() == 2
