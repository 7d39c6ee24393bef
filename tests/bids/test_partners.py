"""A consortium: parties are asked, confirm themselves, divide money and hours, and decide together."""

import pytest
from django.urls import reverse

from accounts.actions import change_settings
from bids import actions
from bids.draft import read_draft
from bids.models import Bid, BidPartner, BidState, PartnerRole
from tenders.models import InvolvementRole
from tenders.money import percent
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def round_(cast):
    return make.round(cast, make.tender(cast, step=Step.SELECTION))


@pytest.fixture
def bid(cast, round_):
    return make.bid(cast, round_)


def _fresh(bid) -> Bid:
    return Bid.objects.for_page().get(pk=bid.pk)


def test_the_lead_asks_a_party_and_its_member_confirms(cast, bid, client_of):
    url = f"/voorstellen/{bid.public_id}/partners/"
    response = client_of(cast.entrepreneur).post(url, {"name": "bewonersgroep assendorp", "role": "partner", "once": "a"})
    assert response["Location"] == f"/voorstellen/{bid.public_id}/onderdelen/samen/"
    partner = BidPartner.objects.get(party=cast.partner_party)
    assert (partner.role, partner.confirmed_at) == (PartnerRole.PARTNER, None)
    invitation = f"/uitnodigingen/{partner.public_id}/"
    assert "Stichting De Werkplaats vraagt u om mee te doen" in client_of(cast.partner).get(invitation).content.decode()
    response = client_of(cast.partner).post(invitation, {"once": "b"})
    assert response["Location"] == f"/voorstellen/{bid.public_id}/"
    partner.refresh_from_db()
    assert (partner.confirmed_by, partner.confirmed_at is not None) == (cast.partner, True)


def test_who_is_asked_sees_the_invitation_and_nothing_of_the_bid_before_confirming(cast, bid, client_of):
    partner = actions.invite_partner(bid=bid, by=cast.entrepreneur, name="Bewonersgroep Assendorp", role=PartnerRole.PARTNER)
    assert list(Bid.objects.visible_to(cast.partner)) == []
    client = client_of(cast.partner)
    assert client.get(f"/voorstellen/{bid.public_id}/").status_code == 404
    assert "werkplaats waar mensen" not in client.get(f"/uitnodigingen/{partner.public_id}/").content.decode()
    actions.confirm_partner(partner=partner, by=cast.partner)
    assert list(Bid.objects.visible_to(cast.partner)) == [bid]
    assert client.get(f"/voorstellen/{bid.public_id}/").status_code == 200


def test_nobody_else_confirms(cast, bid, client_of):
    partner = actions.invite_partner(bid=bid, by=cast.entrepreneur, name="Bewonersgroep Assendorp", role=PartnerRole.PARTNER)
    for person in (cast.entrepreneur, cast.rival, cast.officer):
        assert client_of(person).post(f"/uitnodigingen/{partner.public_id}/", {"once": person.email[:20]}).status_code == 404
    with pytest.raises(Refused):
        actions.confirm_partner(partner=partner, by=cast.rival)
    assert client_of(cast.visitor).get(f"/uitnodigingen/{partner.public_id}/").status_code == 302


def test_a_party_with_somebody_in_the_committee_does_not_confirm(cast, bid, client_of):
    partner = actions.invite_partner(bid=bid, by=cast.entrepreneur, name="Bewonersgroep Assendorp", role=PartnerRole.PARTNER)
    make.involve(bid.tender, InvolvementRole.ASSESSOR, person=cast.partner)
    page = client_of(cast.partner).post(f"/uitnodigingen/{partner.public_id}/", {"once": "a"}).content.decode()
    assert "Pim Partner is in dit traject" in page
    partner.refresh_from_db()
    assert partner.confirmed_at is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Bestaat Niet", "Wij kennen deze partij niet."),
        ("Stichting De Werkplaats", "Deze partij doet al mee, of is al gevraagd."),
        ("", "Naam of KvK-nummer van de partij"),
    ],
)
def test_a_wrong_name_gets_a_sentence_and_stays(cast, bid, client_of, name, sentence):
    url = f"/voorstellen/{bid.public_id}/partners/"
    page = client_of(cast.entrepreneur).post(url, {"name": name, "role": "partner", "once": "a"}).content.decode()
    assert sentence in page
    assert BidPartner.objects.count() == 1


def test_only_the_lead_asks_leaves_out_and_hands_in(cast, round_, client_of):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    row = bid.partners.get(party=cast.partner_party)
    client = client_of(cast.partner)
    for path in ("partners/", f"partners/{row.public_id}/verwijderen/", "indienen/"):
        assert client.post(f"/voorstellen/{bid.public_id}/{path}", {"once": path}).status_code == 403
    assert "Voeg een partij toe" not in client.get(f"/voorstellen/{bid.public_id}/onderdelen/samen/").content.decode()


def test_who_is_left_out_does_not_read_along_any_more(cast, round_, client_of):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    row = bid.partners.get(party=cast.partner_party)
    response = client_of(cast.entrepreneur).post(
        f"/voorstellen/{bid.public_id}/partners/{row.public_id}/verwijderen/", {"once": "a"}
    )
    assert response.status_code == 302
    assert list(Bid.objects.visible_to(cast.partner)) == []
    assert client_of(cast.partner).get(f"/voorstellen/{bid.public_id}/").status_code == 404
    with pytest.raises(Refused, match="penvoerder"):
        actions.remove_partner(partner=bid.partners.get(party=cast.party), by=cast.entrepreneur)


def test_a_partner_that_has_not_confirmed_stops_the_handing_in(cast, bid):
    actions.invite_partner(bid=bid, by=cast.entrepreneur, name="Welzijn Groot", role=PartnerRole.SUBCONTRACTOR)
    with pytest.raises(Refused) as refused:
        actions.submit_bid(bid=_fresh(bid), by=cast.entrepreneur)
    assert "Welzijn Groot heeft nog niet bevestigd." in refused.value.messages
    assert _fresh(bid).state == BidState.DRAFT


def test_money_and_hours_must_be_whole(cast, round_):
    bid = make.bid(cast, round_, partners=[cast.partner_party])
    one, other = cast.party.public_id, cast.partner_party.public_id
    shares = {f"money_{one}": "60", f"money_{other}": "30", f"hours_{one}": "66,67", f"hours_{other}": "33,33"}
    envelope_typed = {**shares, "lead_role": "content", "decision_rule": "Samen."}
    actions.write_bid(bid=bid, key="partners", typed=envelope_typed, version=2, by=cast.entrepreneur)
    draft = read_draft(_fresh(bid), cast.entrepreneur)
    assert draft.lacking == {"partners": [f"De delen van het geld zijn samen {percent(9_000)}. Samen moet dat 100 % zijn."]}


def _page(client, bid) -> str:
    return client.get(f"/voorstellen/{bid.public_id}/onderdelen/samen/").content.decode()


def test_an_unequal_division_is_noticed_at_the_limit_of_the_municipality_and_stops_nothing(cast, round_, client_of):
    one, other = cast.party.public_id, cast.partner_party.public_id
    shares = {f"money_{one}": "80", f"money_{other}": "20", f"hours_{one}": "55", f"hours_{other}": "45"}
    typed = {"partners": {**shares, "lead_role": "facilitating", "decision_rule": "Ieder één stem."}}
    bid = make.bid(cast, round_, partners=[cast.partner_party], typed=typed)
    client = client_of(cast.entrepreneur)
    assert "Is dit eerlijk verdeeld?" in _page(client, bid)
    change_settings(municipality=cast.municipality, by=None, unequal_share=85)
    assert "Is dit eerlijk verdeeld?" not in _page(client, bid)
    assert actions.submit_bid(bid=bid, by=cast.entrepreneur).number == 1


def test_one_party_alone_does_not_divide_anything(cast, bid, client_of):
    assert "doet alleen mee" in _page(client_of(cast.entrepreneur), bid)
    assert read_draft(bid, cast.entrepreneur).lacking == {}


def test_a_party_that_takes_part_twice_is_told_so_itself_and_nobody_else_before_the_opening(cast, client_of):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    make.bid(cast, round_, party=cast.rival_party, partners=[cast.partner_party])
    asked = make.bid(cast, round_)
    invitation = BidPartner.objects.create(bid=asked, party=cast.partner_party, role=PartnerRole.PARTNER)
    page = client_of(cast.partner).get(reverse("bids:confirm_partner", args=[invitation.public_id])).content.decode()
    assert "doet in deze ronde al ergens anders mee" in page
    lead = client_of(cast.entrepreneur).get(reverse("bids:write_bid", args=[asked.public_id, "samen"])).content.decode()
    assert (cast.partner_party.name in lead, "ergens anders" in lead) == (True, False)


def test_an_invitation_to_the_only_bid_says_nothing_of_another(cast, client_of):
    asked = make.bid(cast, make.round(cast, make.tender(cast, step=Step.SELECTION)))
    invitation = BidPartner.objects.create(bid=asked, party=cast.partner_party, role=PartnerRole.PARTNER)
    page = client_of(cast.partner).get(reverse("bids:confirm_partner", args=[invitation.public_id])).content.decode()
    assert "ergens anders" not in page
