"""Rounds: made when the request is published, once for each lot, with its closing date."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from accounts.models import Membership
from bids import actions
from bids.conditions import all_bids_opened, rounds_opened
from bids.models import Round, RoundKind
from bids.tasks import open_rounds as open_rounds_task
from calls.models import MilestoneKind
from events import clock, log
from events.models import Event
from tenders.models import Involvement, InvolvementRole, LotState
from tenders.refusal import Refused, WrongStep
from tenders.routes import Route
from tenders.steps import Step
from tests import make

CLOSING = timezone.make_aware(dt.datetime(2030, 8, 29, 12, 0))
PROCEDURE = {"timetable": [{"kind": str(MilestoneKind.CLOSING), "at": CLOSING.isoformat()}]}


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.PROCEDURE, lots=2, route_is_final=True)


def test_every_lot_gets_a_round_with_the_closing_date_and_a_key_of_its_own(cast, tender):
    version = make.published_call(cast, tender, procedure=PROCEDURE)
    made = actions.open_rounds(tender=tender, call_version=version, by=cast.officer)
    assert [(r.lot.number, r.kind, r.deadline, r.call_version, r.invited_only) for r in made] == [
        (1, RoundKind.BID, CLOSING, version, False),
        (2, RoundKind.BID, CLOSING, version, False),
    ]
    assert len({bytes(r.public_key) for r in made}) == 2
    event = Event.objects.get(name="bids.rounds_opened")
    assert (event.is_public, event.tender_id, event.data) == (True, tender.pk, {"rounds": [r.pk for r in made]})


def test_doing_it_again_changes_nothing_but_a_new_lot_gets_its_round(cast, tender):
    version = make.published_call(cast, tender, procedure=PROCEDURE)
    actions.open_rounds(tender=tender, call_version=version, by=cast.officer)
    assert actions.open_rounds(tender=tender, call_version=version, by=cast.officer) == []
    make.lot(tender, number=3)
    assert [r.lot.number for r in actions.open_rounds(tender=tender, call_version=version, by=cast.officer)] == [3]
    assert Round.objects.count() == 3


def test_the_platform_does_it_by_itself_when_the_request_is_published(cast, tender, commit):
    version = make.published_call(cast, tender, procedure=PROCEDURE)
    with commit():
        log.record("calls.call_published", by=cast.officer, thing=version, public=True)
    assert Round.objects.count() == 2
    event = Event.objects.get(name="calls.call_published")
    assert open_rounds_task(event.pk) == 0  # a task may run twice


def test_a_request_without_a_closing_date_opens_nothing_and_the_task_does_not_fail(cast, tender, commit):
    version = make.published_call(cast, tender)
    with commit():
        log.record("calls.call_published", by=cast.officer, thing=version, public=True)
    assert not Round.objects.exists()
    with pytest.raises(Refused, match="geen sluitingsdatum"):
        actions.open_rounds(tender=tender, call_version=version, by=cast.officer)


def test_a_request_that_is_not_published_opens_nothing(cast, tender):
    version = make.adopted_call(cast, tender)
    with pytest.raises(Refused, match="Maak eerst de uitvraag openbaar"):
        actions.open_rounds(tender=tender, call_version=version, by=cast.officer)


def test_no_round_is_opened_before_step_3(cast):
    tender = make.tender(cast, step=Step.REQUEST)
    version = make.published_call(cast, tender, procedure=PROCEDURE)
    with pytest.raises(WrongStep):
        actions.open_rounds(tender=tender, call_version=version, by=cast.officer)


def test_an_officer_opens_the_rounds_with_the_button(cast, tender, client_of):
    make.published_call(cast, tender, procedure=PROCEDURE)
    url = f"/trajecten/{tender.slug}/selectie/rondes-openen/"
    assert client_of(cast.officer).get(url).status_code == 200
    response = client_of(cast.officer).post(url, {"once": "a"})
    assert (response.status_code, response["Location"]) == (302, f"/trajecten/{tender.slug}/selectie/rondes/")
    assert Round.objects.count() == 2
    assert client_of(cast.entrepreneur).post(url, {"once": "b"}).status_code == 403


def test_the_button_says_what_is_missing(cast, tender, client_of):
    make.published_call(cast, tender)
    response = client_of(cast.officer).post(f"/trajecten/{tender.slug}/selectie/rondes-openen/", {"once": "a"})
    assert "heeft geen sluitingsdatum" in response.content.decode()


def test_the_gate_of_step_4_wants_a_round_and_an_opening_for_every_lot_in_the_race(cast):
    tender = make.tender(cast, step=Step.SELECTION, lots=2)
    first, second = tender.lots.all()
    assert (rounds_opened(tender), all_bids_opened(tender)) == (False, False)
    make.opened_bids(cast, tender, lot=first)
    second.state = LotState.NOT_AWARDED
    second.save()
    assert (rounds_opened(tender), all_bids_opened(tender)) == (True, True)
    second.state = LotState.OPEN
    second.save()
    make.round(cast, tender, lot=second)
    assert (rounds_opened(tender), all_bids_opened(tender)) == (True, False)


@pytest.fixture
def private(cast):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.MULTIPLE_PRIVATE)
    return make.round(cast, tender, invited_only=True)


def test_only_invited_parties_take_part_in_a_round_by_invitation(cast, private, client_of):
    url = f"/trajecten/{private.tender.slug}/selectie/rondes/{private.public_id}/"
    assert cast.entrepreneur.has_perm("bids.begin_bid", private) is False
    response = client_of(cast.officer).post(url + "uitnodigen/", {"name": " stichting de werkplaats ", "once": "a"})
    assert response.status_code == 302
    invitation = Involvement.objects.get(role=InvolvementRole.INVITED)
    assert (invitation.party, invitation.lot) == (cast.party, private.lot)
    cast.fresh()
    assert (cast.entrepreneur.has_perm("bids.begin_bid", private), cast.rival.has_perm("bids.begin_bid", private)) == (True, False)


def test_a_party_that_is_not_known_or_not_clear_is_not_invited(cast, private, client_of):
    url = f"/trajecten/{private.tender.slug}/selectie/rondes/{private.public_id}/uitnodigen/"
    make.party("Dezelfde")
    make.party("Dezelfde", kvk_number="12345678")
    officer = client_of(cast.officer)
    unknown = officer.post(url, {"name": "Niemand", "once": "a"}).content.decode()
    assert "Wij kennen deze partij niet" in unknown
    assert 'value="Niemand"' in unknown
    assert "meer dan één partij met deze naam" in officer.post(url, {"name": "Dezelfde", "once": "b"}).content.decode()
    assert officer.post(url, {"name": "12345678", "once": "c"}).status_code == 302


def test_a_round_with_nobody_to_invite_has_no_such_page(cast, client_of):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    url = f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/uitnodigen/"
    assert client_of(cast.officer).get(url).status_code == 404


def test_the_public_page_says_until_when_and_what_is_asked(cast, client_of):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    page = client_of(cast.visitor).get(f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/").content.decode()
    for words in ("Nog 14 dagen", "Beschrijf een gewone week.", "Maken de mensen zelf iets?", "60\xa0%", "Inloggen en meedoen"):
        assert words in page


def test_who_has_no_party_is_told_to_write_it_down_first(cast, client_of):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    url = f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/"
    assert "/partijen/nieuw/" in client_of(cast.resident).get(url).content.decode()
    assert client_of(cast.resident).get(url + "meedoen/").status_code == 403
    assert not Membership.objects.filter(user=cast.resident).exists()


@pytest.mark.parametrize(("lots", "count"), [(1, 4), (3, 4)])
def test_the_list_of_rounds_asks_the_same_number_of_questions_for_one_and_for_three(cast, client_of, statements, lots, count):
    tender = make.tender(cast, step=Step.SELECTION, lots=lots)
    for lot in tender.lots.all():
        make.opened_bids(cast, tender, lot=lot, count=2)
    with statements() as sent:
        response = client_of(cast.visitor).get(f"/trajecten/{tender.slug}/selectie/rondes/")
    assert response.content.decode().count("2 aanvragen geopend") == lots
    assert len(sent) == count


@pytest.mark.parametrize("days", [1, -1])
@pytest.mark.parametrize(("who", "limit"), [("visitor", 8), ("entrepreneur", 15), ("partner", 15), ("officer", 15)])
def test_the_page_of_a_round_stays_within_its_limit(cast, client_of, statements, who, limit, days):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    bid = make.bid(cast, round_, partners=[cast.rival_party])
    actions.invite_partner(bid=bid, by=cast.entrepreneur, name="Bewonersgroep Assendorp", role="partner")
    Round.objects.update(deadline=clock.now() + dt.timedelta(days=days))
    client, url = client_of(getattr(cast, who)), f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/"
    with statements() as sent:
        page = client.get(url).content.decode()
    asked = [q["sql"] for q in sent.captured_queries]
    assert len(asked) <= limit
    assert max(asked.count(sql) for sql in asked) <= 2
    assert ("vraagt Bewonersgroep Assendorp erbij" in page) is (who == "partner")


def test_a_visitor_who_has_the_page_is_told_that_nothing_changed(cast, client_of, commit):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    client, url = client_of(cast.visitor), f"/trajecten/{round_.tender.slug}/selectie/rondes/{round_.public_id}/"
    tag = client.get(url)["ETag"]
    assert client.get(url, HTTP_IF_NONE_MATCH=tag).status_code == 304
    log.record("bids.bids_opened", by=cast.buyer, thing=round_, public=True)
    assert client.get(url, HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_before_the_request_is_published_the_page_leads_to_the_procedure(cast, client_of):
    tender = make.tender(cast, step=Step.PROCEDURE)
    page = client_of(cast.officer).get(f"/trajecten/{tender.slug}/selectie/rondes-openen/").content.decode()
    assert re.search(rf'<a[^>]*href="/trajecten/{tender.slug}/procedure/">Naar de procedure</a>', page.partition("<main")[2])
