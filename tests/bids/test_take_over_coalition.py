"""A coalition that formed before is taken over in a bid, and the sealed bid tells nothing of it."""

import pytest
from django.urls import reverse

from bids import actions
from bids.draft import read_draft
from bids.models import Bid, BidPartner
from coalitions.actions import invite_member, join_coalition, leave_coalition
from coalitions.models import Coalition, Member
from events.models import Event
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.SELECTION)


@pytest.fixture
def coalition(cast, tender):
    ours = make.listing(cast, tender=tender, offers=("place",), seeks=("hands",))
    met = make.introduction(ours, make.listing(cast, cast.partner_party, tender=tender, offers=("hands",)), answer="yes")
    return make.coalition(met)


def _empty_bid(cast, tender) -> Bid:
    bid = actions.begin_bid(round_=make.round(cast, tender), party=cast.party, by=cast.entrepreneur)
    return Bid.objects.for_page().get(pk=bid.pk)


def test_its_parties_are_asked_and_what_all_agreed_is_filled_in(cast, client_of, tender, coalition):
    terms = make.terms(coalition, incomes=(6667, 3333), hours=(30, 10), signed=[cast.party, cast.partner_party])
    type(terms).objects.update(agreed_at=terms.written_at)
    bid = _empty_bid(cast, tender)
    page = reverse("bids:take_over_coalition", args=[bid.public_id])
    client = client_of(cast.entrepreneur)
    assert page in client.get(reverse("bids:invite_partner", args=[bid.public_id])).content.decode()
    assert client.post(page, {"coalition": coalition.pk, "once": "a"}).status_code == 302
    asked = BidPartner.objects.get(bid=bid, party=cast.partner_party)
    assert (asked.role, asked.confirmed_at) == ("partner", None)
    typed = read_draft(Bid.objects.for_page().get(pk=bid.pk), cast.entrepreneur).typed("partners")
    ours, theirs = cast.party.public_id, cast.partner_party.public_id
    assert typed == {
        "decision_rule": "Ieder heeft één stem.",
        "lead_role": "content",
        f"money_{ours}": "66,67",
        f"money_{theirs}": "33,33",
        f"hours_{ours}": "75",
        f"hours_{theirs}": "25",
    }


def test_what_somebody_wrote_before_stays_and_terms_without_all_signatures_are_not_filled_in(cast, tender, coalition):
    make.terms(coalition, signed=[cast.party])
    bid = _empty_bid(cast, tender)
    for _twice in range(2):
        actions.take_over_coalition(bid=bid, by=cast.entrepreneur, coalition=coalition)
    draft = read_draft(Bid.objects.for_page().get(pk=bid.pk), cast.entrepreneur)
    assert (draft.typed("partners"), BidPartner.objects.filter(bid=bid).count()) == ({}, 2)


def test_terms_from_before_a_party_stopped_and_came_back_are_not_filled_in(cast, tender, coalition):
    terms = make.terms(coalition, signed=[cast.party, cast.partner_party])
    type(terms).objects.update(agreed_at=terms.written_at)
    place = Member.objects.get(coalition=coalition, party=cast.partner_party)
    leave_coalition(member=place, by=cast.partner, reason="Wij zijn het er niet meer mee eens.")
    join_coalition(member=invite_member(coalition=coalition, by=cast.entrepreneur, name=cast.partner_party.name), by=cast.partner)
    bid = _empty_bid(cast, tender)
    again = Coalition.objects.for_page().get(pk=coalition.pk)
    actions.take_over_coalition(bid=bid, by=cast.entrepreneur, coalition=again)
    draft = read_draft(Bid.objects.for_page().get(pk=bid.pk), cast.entrepreneur)
    assert (draft.typed("partners"), BidPartner.objects.filter(bid=bid).count()) == ({}, 2)


def test_a_coalition_of_others_or_for_another_tender_is_not_offered(cast, client_of, tender, coalition):
    bid = _empty_bid(cast, tender)
    page, client = reverse("bids:take_over_coalition", args=[bid.public_id]), client_of(cast.entrepreneur)
    Coalition.objects.update(tender=make.tender(cast))
    answer = client.post(page, {"coalition": coalition.pk, "once": "a"})
    assert list(answer.context["form"].errors) == ["coalition"]
    for person in (cast.rival, cast.partner, cast.officer):
        assert client_of(person).post(page, {"coalition": coalition.pk, "once": "b"}).status_code == 404
    assert BidPartner.objects.filter(bid=bid).count() == 1


def test_the_bid_does_not_name_the_coalition_nor_the_coalition_the_bid(cast, client_of, tender, coalition):
    bid = _empty_bid(cast, tender)
    actions.take_over_coalition(bid=bid, by=cast.entrepreneur, coalition=coalition)
    events = Event.objects.filter(name__startswith="bids.partner")
    assert [(event.data, event.tender_id, event.municipality_id) for event in events] == [({}, None, None)]
    page = client_of(cast.partner).get(coalition.get_absolute_url()).content.decode()
    assert (bid.public_id in page, "/voorstellen/" in page) == (False, False)
