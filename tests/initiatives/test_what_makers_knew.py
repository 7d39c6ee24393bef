"""What the makers of a plan knew ahead is public with the request before they may bid: equal for all who bid."""

import pytest
from django.urls import reverse

from bids.actions import begin_bid
from events import clock
from initiatives import actions
from initiatives.conditions import knowledge_published
from tenders.gates import Gate, missing
from tenders.models import Involvement
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make
from tests.initiatives.test_plans import answer


def missing_sentences(tender) -> list[str]:
    return [str(item.sentence) for item in missing(tender, Gate.PUBLISH_CALL)]


def test_the_request_is_not_published_before_everybody_can_read_what_the_makers_knew(cast):
    tender = make.tender(cast, step=Step.PROCEDURE)
    sentence = knowledge_published.sentence
    assert sentence not in missing_sentences(tender)
    plan = make.plan(cast.municipality)
    answer(cast, plan, "together", into=tender)
    assert sentence in missing_sentences(tender)
    actions.record_knowledge(plan=plan, by=cast.officer, shared_on=clock.today(), text="Niets.")
    assert sentence in missing_sentences(tender)
    assert actions.publish_knowledge(plan=plan, by=cast.officer) == 1
    assert sentence not in missing_sentences(tender)


def test_its_party_begins_no_bid_before_everybody_can_read_it(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    make.published_call(cast, tender)
    round_ = make.round(cast, tender)
    plan = make.plan(cast.municipality, about=tender, party=cast.party)
    with pytest.raises(Refused) as refused:
        begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)
    assert refused.value.code == "head_start"
    begin_bid(round_=round_, party=cast.rival_party, by=cast.rival)
    make.knowledge(cast, plan)
    begin_bid(round_=round_, party=cast.party, by=cast.entrepreneur)


def test_taking_the_plan_back_takes_no_knowledge_back(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    make.published_call(cast, tender)
    back = {"withdrawn_at": clock.now(), "withdrawn_because": "Wij schrijven zelf in."}
    plan = make.plan(cast.municipality, about=tender, party=cast.party, **back)
    with pytest.raises(Refused):
        begin_bid(round_=make.round(cast, tender), party=cast.party, by=cast.entrepreneur)
    actions.record_knowledge(plan=plan, by=cast.officer, shared_on=clock.today(), text="Niets.")
    actions.publish_knowledge(plan=plan, by=cast.officer)
    assert knowledge_published(tender)


def test_also_not_when_a_member_filed_it_in_person(cast):
    tender = make.tender(cast, step=Step.SELECTION)
    make.published_call(cast, tender)
    make.plan(cast.municipality, about=tender, filed_by=cast.entrepreneur)
    with pytest.raises(Refused):
        begin_bid(round_=make.round(cast, tender), party=cast.party, by=cast.entrepreneur)


def test_what_is_not_public_yet_is_read_by_the_team_alone(cast, client_of):
    tender = make.tender(cast)
    plan = make.plan(cast.municipality, about=tender, filed_by=cast.resident)
    make.knowledge(cast, plan, text="Zij zagen de begroting.", published=False)
    address = reverse("initiatives:list_tender_plans", args=[tender.slug])
    reads = {name for name, one in cast.people().items() if "Zij zagen" in client_of(one).get(address).content.decode()}
    assert reads == {"officer", "buyer"}
    client_of(cast.buyer).post(reverse("initiatives:publish_knowledge", args=[plan.public_id]))
    assert "Zij zagen" in client_of(cast.visitor).get(address).content.decode()
    assert client_of(cast.resident).get(reverse("initiatives:record_knowledge", args=[plan.public_id])).status_code == 403


def test_the_team_of_a_tender_writes_down_what_makers_knew_of_it_also_when_their_plan_went_to_another(cast, client_of):
    ours, theirs = make.tender(cast), make.tender(cast)
    Involvement.objects.filter(tender=theirs, person=cast.officer).delete()
    plan = make.plan(cast.municipality, about=ours, carried_to=theirs, filed_by=cast.resident)
    assert (plan.tender, knowledge_published(ours)) == (theirs, False)
    address = reverse("initiatives:record_knowledge", args=[plan.public_id])
    client = client_of(cast.officer)
    client.post(address, {"shared_on": clock.today().isoformat(), "text": "Zij zagen de begroting.", "once": "a"})
    client.post(reverse("initiatives:publish_knowledge", args=[plan.public_id]))
    assert knowledge_published(ours)
    assert client_of(cast.stranger).get(address).status_code == 403
