"""Constant statements on every page; judging, with and without autosave."""

import pytest
from django.db import connection

from evaluation.models import AwardDecision, Score, Seat
from events import clock
from tenders.models import InvolvementRole, Lot
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


def sent_by(statements, client, address, **options):
    """Statements of one page, without the savepoints of the test itself; and its answer."""
    with statements() as found:
        answer = client.get(address, **options)
    queries = [row["sql"] for row in found.captured_queries if "SAVEPOINT" not in row["sql"]]
    assert answer.status_code == 200, answer
    assert all(queries.count(sql) <= 2 for sql in queries)
    return len(queries), answer


def start_judging(cast, tender, count):
    bids = make.opened_bids(cast, tender, count=count)
    return bids, make.committee(cast, Lot.objects.get(tender=tender))


# Constant, however much there is


@pytest.mark.parametrize("lots", [1, 3])
@pytest.mark.parametrize(("who", "expected"), [("visitor", 8), ("officer", 11), ("assessor", 12)])
def test_the_page_of_step_four(cast, client_of, statements, lots, who, expected):
    tender = make.tender(cast, step=Step.SELECTION, lots=lots)
    for lot in tender.lots.all():
        parties = [make.party() for _ in range(lots)]
        bids = make.opened_bids(cast, tender, lot=lot, parties=parties)
        seats = [make.seat(cast, Lot.objects.get(pk=lot.pk), cast.assessor), *make.members(cast, lot, lots)]
        if lot.number == 1:
            make.scores(seats, bids)
            make.consensus(cast, bids, {"A": [10, 10]})
            make.decision(cast, lot, state="sent") if lots == 1 else None
    person = cast.fresh().people()[who]
    assert sent_by(statements, client_of(person), f"/trajecten/{tender.slug}/selectie/")[0] == expected


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("who", "expected"), [("visitor", 8), ("officer", 11)])
def test_the_committee_page(cast, client_of, statements, tender, lot, count, who, expected):
    make.published_call(cast, tender)
    make.members(cast, lot, count)
    make.involve(tender, InvolvementRole.SECRETARY, person=cast.secretary, lot=lot)
    person = cast.fresh().people()[who]
    assert sent_by(statements, client_of(person), f"/trajecten/{tender.slug}/selectie/commissie/")[0] == expected


@pytest.mark.parametrize("count", [1, 3, 8])
def test_the_scoring_page(cast, client_of, statements, tender, count):
    bids, seats = start_judging(cast, tender, count)
    make.scores(seats[:1], bids[: count - 1], finish=False)
    number, _page = sent_by(statements, client_of(cast.fresh().assessor), here(tender, "beoordelen/1/"))
    assert number == 12


@pytest.mark.parametrize("count", [1, 3, 12])
@pytest.mark.parametrize(("who", "expected"), [("assessor", 11), ("secretary", 11)])
def test_the_ranking(cast, client_of, statements, tender, lot, count, who, expected):
    bids, seats = start_judging(cast, tender, count)
    make.scores([*seats, *make.members(cast, lot, count % 4)], bids)
    person = cast.fresh().people()[who]
    assert sent_by(statements, client_of(person), here(tender, "rangorde/"))[0] == expected


@pytest.mark.parametrize("count", [1, 3])
def test_the_talk_and_the_decision(cast, client_of, statements, tender, lot, count):
    bids, seats = start_judging(cast, tender, count)
    make.scores(seats, bids)
    make.consensus(cast, bids, {"A": [10, 10]})
    secretary, officer = client_of(cast.fresh().secretary), client_of(cast.officer)
    assert sent_by(statements, secretary, here(tender, "overleg/"))[0] == 11
    assert sent_by(statements, secretary, here(tender, "overleg/A/1/"))[0] == 12
    assert sent_by(statements, officer, here(tender, "besluit/"))[0] == 11
    decision = make.decision(cast, lot, state="prepared")
    address = f"/trajecten/{tender.slug}/besluit/{decision.public_id}/"
    assert sent_by(statements, officer, address)[0] == 15
    AwardDecision.objects.update(approved_at=clock.now(), approved_by=cast.mandate, sent_at=clock.now())
    assert sent_by(statements, client_of(cast.visitor), address)[0] == 3


# Judging


def test_a_member_sees_grades_in_words_and_no_points(cast, client_of, tender):
    start_judging(cast, tender, 3)
    page = client_of(cast.assessor).get(here(tender, "beoordelen/1/")).content.decode()
    assert page.count("Uitstekend") == 3
    assert "(10)" not in page


def form_of(score=None, letter="A", **values):
    found = {f"{letter}-version": score.version if score else 0, f"{letter}-grade": "", f"{letter}-reason": ""}
    return found | {f"{letter}-{name}": value for name, value in values.items()}


def grade_id(bid, points):
    return bid.bid.round.call_version.grades.get(points=points).pk


def test_a_plain_save_keeps_what_was_filled_in_and_goes_on(cast, client_of, tender):
    bids, _seats = start_judging(cast, tender, 2)
    client = client_of(cast.assessor)
    data = form_of(grade=grade_id(bids[0], 8), reason="Zij beslissen mee.") | form_of(letter="B", grade=grade_id(bids[1], 4))
    answer = client.post(here(tender, "beoordelen/1/"), data | {"next": "1"})
    assert answer.headers["Location"] == here(tender, "beoordelen/2/")
    assert list(Score.objects.order_by("opened_bid").values_list("grade__points", "reason")) == [(8, "Zij beslissen mee."), (4, "")]
    answer = client.post(here(tender, "beoordelen/2/"), form_of() | form_of(letter="B") | {"next": "1"})
    assert answer.headers["Location"] == here(tender, "inleveren/")
    assert Score.objects.count() == 2


def test_beside_a_card_that_is_refused_the_others_are_saved_and_the_page_says_so(cast, client_of, tender):
    bids, _seats = start_judging(cast, tender, 2)
    good = form_of(grade=grade_id(bids[0], 8), reason="Zij beslissen mee.")
    client, data = client_of(cast.assessor), good | form_of(letter="B", reason="x" * 5000)
    answer = client.post(here(tender, "beoordelen/1/"), data | {"next": "1", "once": "a"})
    page = answer.content.decode()
    assert (answer.status_code, Score.objects.count(), "Bewaard om" in page) == (200, 1, True)
    assert 'name="A-version" value="1"' in page


def test_what_did_not_change_is_not_saved_again(cast, client_of, tender):
    bids, seats = start_judging(cast, tender, 1)
    score = make.score(seats[0], bids[0], make.criteria_of(bids[0]).first(), points=8, reason="Goed.")
    data = form_of(score, grade=grade_id(bids[0], 8), reason="Goed.")
    client_of(cast.assessor).post(here(tender, "beoordelen/1/"), data)
    score.refresh_from_db()
    assert score.version == 1


def test_a_stale_page_keeps_what_was_typed_and_shows_what_was_saved(cast, client_of, tender):
    bids, seats = start_judging(cast, tender, 1)
    make.score(seats[0], bids[0], make.criteria_of(bids[0]).first(), points=8, reason="Op de tablet bewaard.")
    answer = client_of(cast.assessor).post(here(tender, "beoordelen/1/"), form_of(reason="Op de telefoon getypt."))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Op de telefoon getypt." in page
    assert "Op de tablet bewaard." in page
    assert Score.objects.get().reason == "Op de tablet bewaard."


def test_autosave_saves_one_card_in_few_statements(cast, client_of, tender, statements):
    bids, _seats = start_judging(cast, tender, 3)
    client = client_of(cast.assessor)
    address, htmx = here(tender, "beoordelen/1/"), {"HX-Request": "true"}
    data = {"letter": "B"} | form_of(letter="B", grade=grade_id(bids[1], 8))
    first = client.post(address, data, headers=htmx)
    assert 'name="B-version" value="1"' in first.content.decode()
    with statements() as found:
        second = client.post(address, data | {"B-version": "1", "B-reason": "Zij weten hoe."}, headers=htmx)
    assert 'name="B-version" value="2"' in second.content.decode()
    lock = connection.vendor == "postgresql"
    assert len([row for row in found.captured_queries if "SAVEPOINT" not in row["sql"]]) == 7 + lock
    assert Score.objects.values_list("opened_bid__letter", "grade__points", "reason").get() == ("B", 8, "Zij weten hoe.")


def test_autosave_says_so_when_it_can_no_longer_save(cast, client_of, tender):
    bids, seats = start_judging(cast, tender, 1)
    make.scores(seats[:1], bids)
    data = {"letter": "A"} | form_of(letter="A", reason="Te laat.")
    answer = client_of(cast.assessor).post(here(tender, "beoordelen/1/"), data, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "kan niet meer worden bewaard" in answer.content.decode()


def test_an_autosave_with_an_old_version_shows_what_is_saved(cast, client_of, tender):
    bids, seats = start_judging(cast, tender, 1)
    make.score(seats[0], bids[0], make.criteria_of(bids[0]).first(), points=8, reason="Elders bewaard.")
    data = {"letter": "A"} | form_of(letter="A", reason="Oud venster.")
    page = client_of(cast.assessor).post(here(tender, "beoordelen/1/"), data, headers={"HX-Request": "true"}).content.decode()
    assert "Elders bewaard." in page
    assert 'name="A-version" value="1"' in page


def test_handing_in_too_early_says_how_much_is_missing(cast, client_of, tender):
    bids, seats = start_judging(cast, tender, 2)
    make.score(seats[0], bids[0], make.criteria_of(bids[0]).first())
    page = client_of(cast.assessor).post(here(tender, "inleveren/"), {"x": "1"}).content.decode()
    assert "Bij 3 oordelen ontbreekt de keuze of de reden." in page
    assert Seat.objects.filter(finished_at__isnull=False).count() == 0


@pytest.mark.parametrize(
    ("who", "rest", "expected"),
    [
        ("resident", "beoordelen/1/", 404),
        ("officer", "beoordelen/1/", 404),
        ("assessor", "beoordelen/1/", 200),
        ("assessor", "beoordelen/9/", 404),
        ("assessor", "rangorde/", 403),
        ("officer", "rangorde/", 403),
        ("visitor", "overleg/", 302),
        ("rival", "besluit/", 403),
    ],
)
def test_who_comes_in_while_the_committee_reads(cast, client_of, tender, who, rest, expected):
    start_judging(cast, tender, 2)
    assert client_of(cast.fresh().people()[who]).get(here(tender, rest)).status_code == expected


def test_a_sheet_that_is_sent_with_nothing_in_it_says_what_is_missing(cast, client_of, tender):
    start_judging(cast, tender, 1)
    answer = client_of(cast.assessor).post(here(tender, "beoordelen/1/"), {})
    assert (answer.status_code, "Iets op deze pagina is niet meer actueel." in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("letter", ["", "\x00", "1", "<b>"])
def test_a_score_of_a_bid_that_cannot_be_is_not_there(cast, client_of, tender, letter):
    start_judging(cast, tender, 1)
    data = form_of() | {"letter": letter}
    assert client_of(cast.assessor).post(here(tender, "beoordelen/1/"), data, headers={"HX-Request": "true"}).status_code == 404
