"""What waits for me, over all tenders, in at most ten statements."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.translation import override

from bids.models import BidPartner, PartnerRole
from contracts.models import Contract
from dialogues.models import Meeting
from events import clock
from monitoring.models import Indicator
from portal.team_tasks import team_tasks
from portal.work import own_tasks
from tenders.actions import ask_question
from tenders.models import InvolvementRole
from tenders.steps import Step
from tests import make


@pytest.mark.parametrize("count", [1, 3])
def test_my_work_takes_ten_statements_at_most(cast, client_of, statements, count):
    for _number in range(count):
        tender = make.tender(cast)
        ask_question(tender=tender, by=cast.resident, text="Wanneer?")
    client = client_of(cast.officer)
    with statements() as sent:
        answer = client.get("/mijn/")
    assert answer.status_code == 200
    assert len(sent) <= 10


def test_a_question_waits_for_the_team_and_for_nobody_else(cast, client_of):
    tender = make.tender(cast)
    ask_question(tender=tender, by=cast.resident, text="Wanneer?")
    waiting = {
        name
        for name, person in cast.people().items()
        if person.is_authenticated and "1 vraag wacht op antwoord" in client_of(person).get("/mijn/").content.decode()
    }
    assert waiting == {"officer", "buyer"}


def test_a_meeting_that_was_held_asks_its_report_of_the_team_and_the_guide(cast):
    tender = make.tender(cast)
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    held = make.meeting(tender, begins_in=-dt.timedelta(days=2))
    make.meeting(tender)
    make.meeting(tender, begins_in=-dt.timedelta(days=2), cancelled_at=clock.now(), cancelled_because="Ziek.")
    asks = "Schrijf het verslag van 1 bijeenkomst"
    with override("nl"):
        people = {name: one for name, one in cast.people().items() if one.is_authenticated}
        asked = {name for name, one in people.items() if asks in [task.title for task in team_tasks(one)[0]]}
        assert asked == {"officer", "buyer", "guide"}
        Meeting.objects.filter(pk=held.pk).update(reported_at=clock.now())
        assert team_tasks(cast.officer)[0] == []


def test_what_waits_is_counted_whole_and_shown_fifty_at_a_time(cast, client_of):
    for _number in range(51):
        ask_question(tender=make.tender(cast), by=cast.resident, text="Wanneer?")
    client = client_of(cast.officer)
    shown = {
        page: client.get(f"/mijn/?page={page}").content.decode().count("1 vraag wacht op antwoord</p>") for page in (1, 2, 3, "x")
    }
    assert shown == {1: 50, 2: 1, 3: 1, "x": 50}
    assert "51 dingen wachten op u" in client.get("/mijn/?page=2").content.decode()


def test_plans_that_wait_are_one_task_for_each_place_and_one_plan_is_its_own_page(cast):
    tender = make.tender(cast, title="Samen eten")
    for number in range(30):
        make.plan(cast.municipality, title=f"Plan {number}")
        make.plan(cast.municipality, title=f"Tafel {number}", about=tender)
    other = make.tender(cast)
    single = make.plan(cast.municipality, title="Een zaal", about=other)

    def waiting() -> set[tuple[str, str, str]]:
        return {(task.title, task.tender, task.url) for task in own_tasks(cast.officer)}

    many = "30 plannen van buiten wachten op antwoord"
    assert waiting() == {
        (many, "Zwolle", reverse("initiatives:list_plans", args=["zwolle"])),
        (many, "Samen eten", reverse("initiatives:list_tender_plans", args=[tender.slug])),
        ("Een plan van buiten wacht op antwoord", "Een zaal", reverse("initiatives:answer_plan", args=[single.public_id])),
    }


def test_all_your_tenders_are_one_link_away(cast, client_of):
    make.tender(cast, title="Van de officier")
    other = make.tender(cast, title="Van een ander")
    other.involvements.filter(person=cast.officer).delete()
    page = client_of(cast.officer).get("/trajecten/?mijn=1").content.decode()
    assert ("Van de officier" in page, "Van een ander" in page) == (True, False)


def test_a_party_that_is_asked_to_take_part_reads_it_and_nobody_else(cast, client_of):
    round_ = make.round(cast, make.tender(cast, step=Step.SELECTION))
    bid = make.bid(cast, round_)
    BidPartner.objects.create(bid=bid, party=cast.partner_party, role=PartnerRole.PARTNER)
    asked = "Stichting De Werkplaats vraagt u om mee te doen"
    seen = {
        name for name, person in cast.people().items() if asked in client_of(person).get("/mijn/", follow=True).content.decode()
    }
    assert seen == {"partner"}
    page = client_of(cast.partner).get("/mijn/").content.decode()
    assert reverse("bids:confirm_partner", args=[bid.partners.get(party=cast.partner_party).public_id]) in page


@pytest.mark.parametrize("change", [{"confirmed_at": clock.now}, {"left_at": clock.now}])
def test_an_invitation_that_was_answered_waits_no_longer(cast, client_of, change):
    bid = make.bid(cast, make.round(cast, make.tender(cast, step=Step.SELECTION)))
    moments = {name: now() for name, now in change.items()} | {"confirmed_by": cast.partner}
    BidPartner.objects.create(bid=bid, party=cast.partner_party, role=PartnerRole.PARTNER, **moments)
    assert "vraagt u om mee te doen" not in client_of(cast.partner).get("/mijn/").content.decode()


def test_a_contract_manager_finds_contracts_without_a_tender_and_begins_one(cast, client_of):
    contract = make.contract(cast, title="Beheer van het buurthuis")
    make.contract(cast, title="Van een ander", municipality=cast.other_municipality)
    page = client_of(cast.contract_manager).get("/mijn/").content.decode()
    begin = reverse("contracts:start_contract", args=[cast.municipality.slug])
    assert (contract.get_absolute_url() in page, begin in page, "Van een ander" in page) == (True, True, False)
    assert begin not in client_of(cast.officer).get("/mijn/").content.decode()


def test_a_contract_without_a_tender_is_written_down_recorded_and_measured_in_the_browser(cast, client_of):
    manager = client_of(cast.contract_manager)
    facts = {"title": "Beheer", "parties": cast.party.name, "signed_on_paper": "2023-06-01", "form": "classic", "vat": "none"}
    facts |= {"form_reason": "Zo was het.", "funding_model": "availability", "funding_reason": "Elk jaar.", "amount": "60.000"}
    facts |= {"amount_per": "year", "begins_on": "2023-07-01", "ends_on": "2033-06-30"}
    agreements = manager.post(reverse("contracts:start_contract", args=[cast.municipality.slug]), facts)["Location"]
    manager.post(agreements, {"title": "Open", "text": "Elke dag open.", "version": 1})
    contract = Contract.objects.get()
    manager.post(reverse("contracts:record_contract", args=[contract.public_id]), {"version": 1})
    public = client_of(cast.visitor).get(contract.get_absolute_url()).content.decode()
    measuring = reverse("monitoring:show_contract_monitoring", args=[contract.public_id])
    assert (measuring in public, client_of(cast.visitor).get(measuring).status_code) == (True, 200)
    indicator = {
        "agreement": contract.agreements.get().pk,
        "name": "Open dagen",
        "unit": "per jaar",
        "baseline": "200",
        "target": "300",
    }
    set_ = manager.post(reverse("monitoring:set_indicator", args=[contract.public_id]), {**indicator, "every_months": "12"})
    assert set_.status_code == 302, set_.context["form"].errors
    report = reverse("monitoring:report_measurement", args=[Indicator.objects.get().public_id])
    said = {"measured_on": clock.today().isoformat(), "value": "301", "story": "Het was druk."}
    assert client_of(cast.entrepreneur).post(report, said).status_code == 302
    assert "301" in client_of(cast.visitor).get(measuring).content.decode()


def test_who_may_start_a_tender_begins_one_from_my_work(cast, client_of):
    begin = reverse("tenders:start_tender", args=[cast.municipality.slug])
    shown = {
        name
        for name, person in cast.people().items()
        if person.is_authenticated and begin in client_of(person).get("/mijn/").content.decode()
    }
    assert {"officer", "buyer"} <= shown
    assert not shown & {"resident", "guide", "entrepreneur"}
