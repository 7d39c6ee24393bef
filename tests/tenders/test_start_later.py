"""A tender may start at any step, with documents of what went before, and several municipalities may lead it."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from contracts.models import Contract
from events import clock
from tenders import actions
from tenders.models import LotState, Tender
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.portal.ways import Way

pytestmark = pytest.mark.whole


def _started(cast, client, step: Step, route=Route.SAS, **more) -> Tender:
    said = {"title": "Al begonnen", "summary": "Mensen maken iets.", "route": str(route), "reason": "Wij gaan hier verder."}
    said |= {"first_step": str(step.value), "contact_person": "Marloes Beleid", "contact_phone": "038 498 91 11", **more}
    client.post(reverse("tenders:start_tender", args=[cast.municipality.slug]), said)
    tender = Tender.objects.get()
    client.post(reverse("tenders:appoint_officer", args=[tender.slug]), {"person": cast.buyer.pk})
    client.post(reverse("tenders:publish_tender", args=[tender.slug]), {"leaving": str(step.value)})
    cast.fresh()
    return Tender.objects.for_page().get()


def _document(client, tender, step: Step):
    file = SimpleUploadedFile("verslag.pdf", make.PDF, content_type="application/pdf")
    said = {"step": step.value, "title": "Verslag van het gesprek", "file": file}
    return client.post(reverse("tenders:add_prior_document", args=[tender.slug]), said)


def test_what_went_before_is_a_document_that_everybody_can_read(cast, client_of):
    officer = client_of(cast.officer)
    tender = _started(cast, officer, Step.REQUEST)
    assert _document(officer, tender, Step.DIALOGUE).status_code == 302
    page = client_of(cast.visitor).get(tender.get_absolute_url()).content.decode()
    address = reverse("tenders:download_prior_document", args=[tender.slug, tender.prior_documents.get().upload.public_id])
    assert ("Verslag van het gesprek" in page, address in page) == (True, True)
    assert b"".join(client_of(cast.visitor).get(address)) == make.PDF
    said = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert "Deze stap was er al voordat het traject op deze website kwam." in said


@pytest.mark.parametrize("first", [Step.REQUEST, Step.PROCEDURE])
def test_a_tender_that_starts_before_the_selection_goes_all_the_way(cast, client_of, move_clock, first):
    tender = _started(cast, client_of(cast.officer), first)
    way = Way(cast, tender, move_clock)
    if first == Step.PROCEDURE:
        way.work(Step.REQUEST)  # the request of before is typed over here
    _to_the_end(way, client_of, first)


def test_a_tender_that_starts_in_the_selection_names_who_was_chosen_before(cast, client_of, move_clock):
    tender = _started(cast, client_of(cast.officer), Step.SELECTION)
    page = client_of(cast.officer).get(reverse("evaluation:show_selection", args=[tender.slug])).content.decode()
    assert "Hier staat het besluit." in page
    way = Way(cast, tender, move_clock, judged_before=True)
    _to_the_end(way, client_of, Step.SELECTION)


@pytest.mark.parametrize("first", [Step.CONTRACT, Step.MONITORING])
def test_a_tender_that_starts_after_the_decision_names_the_parties_itself(cast, client_of, move_clock, first):
    officer = client_of(cast.officer)
    tender = _started(cast, officer, first)
    page = officer.get(reverse("contracts:show_contracts", args=[tender.slug])).content.decode()
    address = reverse("contracts:draft_contract", args=[tender.slug, 1])
    assert address in page
    facts = {"title": "De plek", "parties": cast.party.name, "form": "relational", "form_reason": "Wij leren samen."}
    facts |= {"funding_model": "availability", "funding_reason": "Elke dag open.", "amount": "380.000", "amount_per": "year"}
    facts |= {"vat": "none", "begins_on": "2025-01-01", "ends_on": "2028-12-31"}
    if first == Step.MONITORING:
        facts["signed_on_paper"] = "2024-12-18"
    assert officer.post(address, facts).status_code == 302
    contract = Contract.objects.get()
    words = {"title": "Open", "text": "De plek is elke dag open.", "version": 1}
    officer.post(reverse("contracts:write_agreement", args=[contract.public_id]), words)
    way = Way(cast, tender, move_clock, judged_before=True)
    if first == Step.MONITORING:
        officer.post(reverse("contracts:record_contract", args=[contract.public_id]), {"version": 1})
    else:
        way.offer_and_sign(Contract.objects.for_page().get())
    cast.fresh()
    assert (tender.lots.get().state, Contract.objects.get().state) == (LotState.CONTRACTED, "signed")
    if first == Step.CONTRACT:
        _leave(client_of(cast.officer), tender, Step.CONTRACT)
    way.work(Step.MONITORING)
    _leave(client_of(cast.officer), tender, Step.MONITORING)
    assert way.tender.completed_at


def _to_the_end(way, client_of, first: Step) -> None:
    for step in Step:
        if step < first:
            continue
        way.work(step)
        _leave(client_of(way.cast.officer), way.tender, step)
    assert way.tender.completed_at


def _leave(client, tender, step: Step) -> None:
    answer = client.post(reverse("tenders:advance", args=[tender.slug]), {"leaving": step.value, "reason": "Verder."})
    assert answer.status_code == 302, answer.context["form"].errors


def test_a_tender_can_be_led_together_and_its_partner_sees_and_does_what_it_should(cast, client_of):
    tender = _started(cast, client_of(cast.officer), Step.DIALOGUE, others=[cast.other_municipality.pk])
    assert list(tender.others.all()) == [cast.other_municipality]
    Tender.objects.filter(pk=tender.pk).update(published_at=None)
    partner = client_of(cast.stranger)
    manage = reverse("tenders:manage_tender", args=[tender.slug])
    # A colleague of the partner sees it before it is public, and leads it once she is in the team.
    assert (partner.get(tender.get_absolute_url()).status_code, partner.get(manage).status_code) == (200, 403)
    offered = client_of(cast.officer).get(reverse("tenders:appoint_officer", args=[tender.slug])).content.decode()
    assert cast.stranger.name in offered
    client_of(cast.officer).post(reverse("tenders:appoint_officer", args=[tender.slug]), {"person": cast.stranger.pk})
    assert partner.get(manage).status_code == 200
    assert "Al begonnen" in partner.get("/mijn/").content.decode()


def test_an_officer_of_another_municipality_sees_and_does_nothing(cast, client_of):
    tender = _started(cast, client_of(cast.officer), Step.DIALOGUE)
    Tender.objects.filter(pk=tender.pk).update(published_at=None)
    stranger = client_of(cast.stranger)
    for name in ("portal:show_tender", "tenders:manage_tender", "tenders:edit_tender", "dialogues:show_dialogue"):
        assert stranger.get(reverse(name, args=[tender.slug])).status_code == 404
    offered = client_of(cast.officer).get(reverse("tenders:appoint_officer", args=[tender.slug])).content.decode()
    assert cast.stranger.name not in offered


def test_everybody_reads_who_leads_it_together(cast, client_of):
    tender = _started(cast, client_of(cast.officer), Step.REQUEST, others=[cast.other_municipality.pk])
    page = client_of(cast.visitor).get(tender.get_absolute_url()).content.decode()
    assert "Onder leiding van:" in page and cast.other_municipality.name in page
    officer = client_of(cast.officer)
    said = {"title": "Al begonnen", "summary": "Anders.", "contact_person": "M", "contact_phone": "038 498 91 11"}
    assert officer.post(reverse("tenders:edit_tender", args=[tender.slug]), said).status_code == 302
    assert list(Tender.objects.get().others.all()) == []
    assert cast.other_municipality.name not in client_of(cast.visitor).get(tender.get_absolute_url()).content.decode()


def test_a_tender_that_began_later_is_not_sent_back_before_that(cast):
    tender = actions.start_tender(
        municipality=cast.municipality, by=cast.officer, title="Oud", summary="Al bezig.", route=Route.SAS, first_step=Step.CONTRACT
    )
    assert (tender.began_after(Step.SELECTION), tender.began_after(Step.CONTRACT)) == (True, False)
    assert (tender.route_is_final, tender.competes_here) == (True, False)
    assert tender.created_at <= clock.now() < tender.created_at + dt.timedelta(minutes=5)
