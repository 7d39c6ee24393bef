"""Roles in a municipality: for a period, delegated with a reason, some never together; and asking for a right."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.actions import change_settings, found_party, grant_role, join_party, settings_of, withdraw_role
from accounts.models import RoleKind
from accounts.permissions import UnknownPermission
from bids.models import BidState
from events import clock
from tenders.models import InvolvementRole, Tender
from tenders.steps import Step
from tests import make


def test_a_council_member_cannot_be_an_officer_of_the_same_municipality(cast):
    with pytest.raises(ValidationError) as refusal:
        grant_role(user=cast.council_member, municipality=cast.municipality, kind=RoleKind.POLICY_OFFICER, by=cast.administrator)
    assert refusal.value.code == "excluded"
    assert grant_role(user=cast.council_member, municipality=cast.other_municipality, kind=RoleKind.POLICY_OFFICER, by=None).pk


def test_a_delegated_role_needs_an_end_and_a_reason(cast):
    values = {"user": cast.resident, "municipality": cast.municipality, "kind": RoleKind.LEGAL_ADVISER, "by": cast.administrator}
    with pytest.raises(ValidationError):
        grant_role(**values, delegated=True)
    role = grant_role(**values, delegated=True, until=clock.today() + dt.timedelta(days=14), reason="Femke is met verlof.")
    assert role.delegated_by == cast.administrator


def test_a_role_holds_until_and_including_its_last_day(cast, move_clock):
    grant_role(user=cast.resident, municipality=cast.municipality, kind=RoleKind.LEGAL_ADVISER, by=None, until=clock.today())
    assert cast.resident.has_role([cast.municipality.pk], RoleKind.LEGAL_ADVISER)
    move_clock(days=1)
    cast.resident.forget_roles()
    assert not cast.resident.has_role([cast.municipality.pk], RoleKind.LEGAL_ADVISER)


def test_a_role_that_was_taken_away_no_longer_counts(cast):
    withdraw_role(role=cast.officer.roles.get(), by=cast.administrator, reason="Andere baan.")
    cast.officer.forget_roles()
    assert cast.officer.active_roles() == []


def test_a_misspelt_permission_is_an_error_and_no_silent_no(cast):
    with pytest.raises(UnknownPermission):
        cast.officer.has_perm("tenders.veiw_tender", make.tender(cast))


def test_a_permission_is_asked_about_something(cast):
    with pytest.raises(TypeError):
        cast.officer.has_perm("tenders.view_tender")


def test_who_is_inactive_may_nothing_not_even_what_everybody_may(cast):
    tender = make.tender(cast)
    assert cast.officer.has_perm("tenders.view_tender", tender)
    cast.officer.is_active = False
    assert not cast.officer.has_perm("tenders.view_tender", tender)


def test_who_founds_a_party_may_sign_for_it_and_can_take_in_others(cast):
    party = found_party(by=cast.resident, name="De Buurttafel")
    join_party(party=party, user=cast.neighbour, by=cast.resident)
    join_party(party=party, user=cast.neighbour, by=cast.resident)
    assert list(party.memberships.order_by("id").values_list("user__name", "may_sign")) == [
        (cast.resident.name, True),
        (cast.neighbour.name, False),
    ]


def test_only_who_may_sign_gives_somebody_else_the_right_to_sign(cast, client_of):
    party = found_party(by=cast.resident, name="De Buurttafel")
    join_party(party=party, user=cast.neighbour, by=cast.resident)
    with pytest.raises(ValidationError) as refusal:
        join_party(party=party, user=cast.stranger, by=cast.neighbour, may_sign=True)
    assert refusal.value.message_dict == {"may_sign": ["Alleen wie voor de partij mag tekenen, geeft een ander dat recht."]}
    address = reverse("accounts:join_party", args=[party.public_id])
    shown = ["may_sign" in client_of(one).get(address).context["form"].fields for one in (cast.resident, cast.neighbour)]
    client_of(cast.neighbour).post(address, {"email": cast.stranger.email, "may_sign": "on"})
    client_of(cast.resident).post(address, {"email": cast.rival.email, "may_sign": "on"})
    joined = party.memberships.filter(user__in=[cast.stranger, cast.rival]).order_by("id").values_list("user", "may_sign")
    assert (shown, list(joined)) == ([True, False], [(cast.stranger.pk, False), (cast.rival.pk, True)])


@pytest.mark.parametrize("who", ["officer", "guide", "assessor", "secretary"])
def test_who_has_a_role_that_excludes_bidding_does_not_join_a_party_that_bids(cast, client_of, who):
    """The other way about, where the role comes after the joining, it was refused already (Aw 1.10b)."""
    tender, person = make.tender(cast, step=Step.SELECTION), getattr(cast, who)
    if who != "officer":
        make.involve(tender, InvolvementRole(who), person=person, lot=tender.lots.get())
    make.involve(tender, InvolvementRole.BIDDER, party=cast.party, lot=tender.lots.get())
    address = reverse("accounts:join_party", args=[cast.party.public_id])
    page = client_of(cast.entrepreneur).post(address, {"email": person.email}).content.decode()
    assert (tender.title in page, cast.party.memberships.filter(user=person).exists()) == (False, False)
    unknown = client_of(cast.entrepreneur).post(address, {"email": "niemand@example.nl"}).context["form"].errors
    assert client_of(cast.entrepreneur).post(address, {"email": person.email}).context["form"].errors == unknown
    said = "Met dit adres kan niemand voor uw partij werken: er is geen account, of een andere rol gaat er niet mee samen."
    assert unknown == {"email": [said]}


def test_who_judged_joins_a_party_that_took_part_when_the_choice_is_made_and_who_leads_the_tender_does_not(cast):
    tender = make.tender(cast, step=Step.MONITORING)
    make.involve(tender, InvolvementRole.ASSESSOR, person=cast.assessor, lot=tender.lots.get())
    make.involve(tender, InvolvementRole.BIDDER, party=cast.party, lot=tender.lots.get())
    join_party(party=cast.party, user=cast.assessor, by=cast.entrepreneur)
    with pytest.raises(ValidationError):
        join_party(party=cast.party, user=cast.officer, by=cast.entrepreneur)


def test_who_leads_a_tender_does_not_join_a_party_whose_bid_is_still_sealed(cast):
    """A member reads the bid; and no line in Involvement tells yet who hands in."""
    tender = make.tender(cast, step=Step.SELECTION)
    bid = make.bid(cast, make.round(cast, tender))
    with pytest.raises(ValidationError) as refusal:
        join_party(party=cast.party, user=cast.officer, by=cast.entrepreneur)
    assert (refusal.value.code, bid.state) == ("excluded", BidState.DRAFT)


def test_a_role_in_another_tender_or_lot_or_in_one_that_ended_keeps_nobody_out(cast):
    tender, other = make.tender(cast, step=Step.SELECTION, lots=2), make.tender(cast, step=Step.SELECTION)
    first, second = tender.lots.all()
    make.involve(tender, InvolvementRole.BIDDER, party=cast.party, lot=first)
    make.involve(tender, InvolvementRole.ASSESSOR, person=cast.assessor, lot=second)
    make.involve(other, InvolvementRole.ASSESSOR, person=cast.other_assessor)
    join_party(party=cast.party, user=cast.assessor, by=cast.entrepreneur)
    join_party(party=cast.party, user=cast.other_assessor, by=cast.entrepreneur)
    Tender.objects.filter(pk=tender.pk).update(withdrawn_at=clock.now())
    join_party(party=cast.party, user=cast.officer, by=cast.entrepreneur)
    assert cast.party.memberships.count() == 4


def test_a_kvk_number_has_eight_digits(cast):
    with pytest.raises(ValidationError) as refusal:
        found_party(by=cast.resident, name="De Buurttafel", kvk_number="1234")
    assert "KvK" in str(refusal.value)


def test_settings_keep_their_history(cast):
    assert settings_of(cast.municipality).answer_days == 5
    change_settings(municipality=cast.municipality, by=cast.administrator, answer_days=3, reason="Sneller.")
    change_settings(municipality=cast.municipality, by=cast.administrator, plan_weeks=6)
    now = settings_of(cast.municipality)
    assert (now.answer_days, now.plan_weeks) == (3, 6)
    assert list(cast.municipality.settings_history.values_list("answer_days", "plan_weeks")) == [(3, 6), (3, 8)]


def test_a_person_may_hold_roles_in_several_municipalities_each_in_its_own(cast):
    grant_role(user=cast.officer, municipality=cast.other_municipality, kind=RoleKind.LEGAL_ADVISER, by=None)
    cast.officer.forget_roles()
    assert sorted(place.name for place in cast.officer.places()) == ["Deventer", "Zwolle"]
    in_deventer, in_zwolle = [cast.other_municipality.pk], [cast.municipality.pk]
    assert cast.officer.has_role(in_deventer, RoleKind.LEGAL_ADVISER)
    assert not cast.officer.has_role(in_zwolle, RoleKind.LEGAL_ADVISER)
    there = make.tender(cast, municipality=cast.other_municipality, published=False)
    there.involvements.all().delete()
    cast.fresh()
    assert cast.officer.has_perm("tenders.view_tender", there)
    assert not cast.buyer.has_perm("tenders.view_tender", there)


def test_a_delegated_role_works_in_its_period_and_not_before_or_after(cast, move_clock):
    begins = clock.today() + dt.timedelta(days=3)
    grant_role(
        user=cast.resident,
        municipality=cast.municipality,
        kind=RoleKind.LEGAL_ADVISER,
        by=cast.administrator,
        since=begins,
        until=begins + dt.timedelta(days=1),
        delegated=True,
        reason="Femke is met verlof.",
    )
    held = []
    for _day in range(7):
        cast.resident.forget_roles()
        held.append(cast.resident.has_role([cast.municipality.pk], RoleKind.LEGAL_ADVISER))
        move_clock(days=1)
    assert held == [False, False, False, True, True, False, False]


def test_a_role_that_is_still_to_come_excludes_another_in_the_same_period(cast):
    begins = clock.today() + dt.timedelta(days=30)
    grant_role(user=cast.resident, municipality=cast.municipality, kind=RoleKind.COUNCIL_MEMBER, by=None, since=begins)
    values = {"user": cast.resident, "municipality": cast.municipality, "kind": RoleKind.LEGAL_ADVISER, "by": None}
    with pytest.raises(ValidationError) as refusal:
        grant_role(**values)
    assert refusal.value.code == "excluded"
    assert grant_role(**values, until=begins - dt.timedelta(days=1)).pk


def test_the_same_role_is_not_given_twice_for_the_same_days(cast):
    with pytest.raises(ValidationError) as refusal:
        grant_role(user=cast.officer, municipality=cast.municipality, kind=RoleKind.POLICY_OFFICER, by=cast.administrator)
    assert refusal.value.code == "held"


def test_a_place_in_a_team_sleeps_while_the_officer_holds_no_role(cast, client_of):
    tender = make.tender(cast, title="Van de ploeg")
    role = cast.officer.roles.get()
    withdraw_role(role=role, by=cast.administrator, reason="Andere baan.")
    cast.fresh()
    assert not cast.officer.has_perm("tenders.manage_tender", tender)
    assert "Van de ploeg" not in client_of(cast.officer).get("/mijn/").content.decode()
    grant_role(user=cast.officer, municipality=cast.municipality, kind=RoleKind.LEGAL_ADVISER, by=cast.administrator)
    cast.fresh()
    assert cast.officer.has_perm("tenders.manage_tender", tender)
    assert "Van de ploeg" in client_of(cast.officer).get("/mijn/").content.decode()


def test_a_role_elsewhere_is_no_office_here(cast):
    tender = make.tender(cast)
    withdraw_role(role=cast.officer.roles.get(), by=cast.administrator, reason="Naar Deventer.")
    grant_role(user=cast.officer, municipality=cast.other_municipality, kind=RoleKind.POLICY_OFFICER, by=None)
    cast.fresh()
    assert not cast.officer.has_perm("tenders.manage_tender", tender)
    tender.others.add(cast.other_municipality)
    assert cast.fresh().officer.has_perm("tenders.manage_tender", tender)
