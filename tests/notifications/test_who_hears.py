"""Who hears what, of events that concern a few people only."""

import datetime as dt

from accounts.actions import grant_role, join_party, withdraw_role
from accounts.models import RoleKind
from bids import actions as bids
from bids.actions.opening import FIRST
from bids.models import Bid, BidPartner, BidState, PartnerRole
from dialogues import actions as dialogues
from dialogues.models import Outcome
from evaluation import actions as evaluation
from evaluation.models import Seat
from events import clock
from monitoring import actions as monitoring
from notifications.actions import follow_tender
from notifications.models import Mail, Notice
from tenders.actions import end_involvement
from tenders.models import InvolvementRole
from tenders.steps import Step
from tests import make


def told(title: str) -> set[str]:
    """Who got a notice with this title, by address."""
    return {email.partition("@")[0] for email in Notice.objects.filter(title=title).values_list("person__email", flat=True)}


def test_who_gets_a_role_or_loses_it_hears_it(cast, commit):
    with commit():
        role = grant_role(user=cast.resident, municipality=cast.municipality, kind=RoleKind.CLERK, by=cast.administrator)
    with commit():
        withdraw_role(role=role, by=cast.administrator, reason="Andere baan.")
    with commit():
        join_party(party=cast.party, user=cast.neighbour, by=cast.entrepreneur)
    assert told("U hebt een rol in een gemeente") == told("Een rol van u is voorbij") == {"resident"}
    assert told("U handelt nu namens een partij") == {"neighbour"}


def test_whose_role_in_a_tender_ended_hears_it(cast, commit):
    tender = make.tender(cast)
    writer = make.involve(tender, InvolvementRole.CO_AUTHOR, person=cast.neighbour)
    with commit():
        end_involvement(involvement=writer, by=cast.officer, reason="Verhuisd.")
    assert told("Uw rol in een traject is voorbij") == {"neighbour"}


def test_a_withdrawn_bid_is_confirmed_to_its_makers_and_names_no_tender(cast, commit):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    bid = make.bid(cast, round_, state=BidState.SUBMITTED, partners=[cast.partner_party])
    with commit():
        bids.withdraw_bid(bid=Bid.objects.for_page().get(pk=bid.pk), by=cast.entrepreneur)
    assert told("Wat u indiende, is ingetrokken") == {"entrepreneur", "partner"}
    assert set(Mail.objects.values_list("subject", flat=True)) == {"Wat u indiende, is ingetrokken"}


def test_a_party_that_was_left_out_hears_it_without_a_name_of_the_tender(cast, commit):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    bid = make.bid(cast, round_)
    partner = BidPartner.objects.create(bid=bid, party=cast.partner_party, role=PartnerRole.PARTNER)
    with commit():
        bids.remove_partner(partner=BidPartner.objects.for_page().get(pk=partner.pk), by=cast.entrepreneur)
    assert told("Uw partij doet niet meer mee in een plan") == {"partner"}
    assert not Mail.objects.filter(subject__contains=round_.tender.title).exists()


def test_a_colleague_hears_that_somebody_waits_to_open(cast, commit):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION), days=-1)
    with commit():
        bids.open_bids(round_=round_, by=cast.officer, kind=RoleKind.POLICY_OFFICER, turn=FIRST)
    assert told("Een collega wacht om samen met u te openen") == {"buyer"}


def test_the_secretary_hears_that_scores_are_in_and_nobody_else(cast, commit):
    tender = make.tender(cast, step=Step.SELECTION)
    opened = make.opened_bids(cast, tender, count=2)
    seats = make.committee(cast, tender.lots.get())
    make.scores(seats[:1], opened, finish=False)
    with commit():
        evaluation.finish_scores(seat=Seat.objects.for_page().get(pk=seats[0].pk), by=cast.assessor)
    assert told("Een commissielid leverde de scores in") == {"secretary"}


def test_a_lot_that_stands_still_is_told_to_everybody_around_it(cast, commit):
    tender = make.tender(cast, step=Step.SELECTION)
    make.opened_bids(cast, tender, count=2)
    follow_tender(tender=tender, by=cast.resident)
    lot = tender.lots.select_related("tender__municipality").get()
    with commit():
        evaluation.suspend_lot(lot=lot, by=cast.officer, reason="Een klacht.")
    assert told("Een perceel ligt een tijd stil") == {"buyer", "resident", "entrepreneur", "rival"}


def test_a_changed_answer_reaches_who_said_it(cast, commit):
    tender = make.tender(cast)
    make.dialogue(tender)
    said = make.contribution(tender, author=cast.resident)
    answer = make.response(cast, said)
    with commit():
        dialogues.respond(
            contribution=said, by=cast.officer, outcome=Outcome.PARTLY, reason="Niet alles kan.", version=answer.version
        )
    assert told("Het antwoord op wat u zei, is veranderd") == {"resident"}


def test_of_a_contract_without_a_tender_its_parties_hear_and_nothing_breaks(cast, commit):
    contract = make.contract(cast, state="signed")
    facts = {"name": "Open dagen", "unit": "per jaar", "baseline": 200, "target": 300}
    with commit():
        indicator = monitoring.set_indicator(
            contract=contract, by=cast.contract_manager, agreement=contract.agreements.get(), **facts
        )
    assert told("Er is iets om te meten") == {"entrepreneur"}
    with commit():
        monitoring.report_measurement(
            indicator=indicator, by=cast.entrepreneur, measured_on=clock.today() - dt.timedelta(days=1), value=301
        )
    assert told("Er is een nieuwe meting") == set()
