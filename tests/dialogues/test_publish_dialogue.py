"""Opening a dialogue: nothing is missing; and closing it."""

import datetime as dt

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.models import Dialogue, Fact, RuleKind
from events import clock
from events.models import Event
from tenders.gates import Gate, checklist, missing
from tenders.models import Tender
from tenders.refusal import GateClosed, Refused
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.make.dialogues import RULES

SENTENCES = {
    RuleKind.ROLE: "Zeg wat de eigen rol van de gemeente is: partner, opdrachtgever of ondersteuner.",
    RuleKind.FIXED: "Zeg wat vaststaat.",
    RuleKind.OPEN: "Zeg wat nog open is.",
    RuleKind.WEIGHT: "Zeg hoe zwaar de stem van bewoners telt.",
    RuleKind.WHO_DECIDES: "Zeg wie beslist.",
    RuleKind.MONEY: "Zeg hoeveel geld er is, of hoeveel er bespaard moet worden.",
    RuleKind.PAY: "Zeg wat mensen krijgen als zij meedoen.",
    RuleKind.HOUSE_RULES: "Schrijf de huisregels, en wanneer u iets weigert.",
}


def lacking(tender) -> list[tuple[str, str]]:
    """What the gate still asks, and where that is mended."""
    return [(str(item.sentence), item.url) for item in missing(Tender.objects.get(pk=tender.pk), Gate.PUBLISH_TENDER)]


@pytest.mark.parametrize("kind", RuleKind)
def test_each_rule_that_is_missing_is_named_and_leads_to_its_field(cast, kind):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False, rules={one: text for one, text in RULES.items() if one != kind})
    assert lacking(tender) == [(SENTENCES[kind], f"/trajecten/{tender.slug}/dialoog/bewerken/#id_{kind}")]


def test_without_a_dialogue_everything_is_missing(cast):
    assert len(lacking(make.tender(cast, published=False))) == len(RuleKind) + 2


def test_not_knowing_yet_counts_when_the_day_is_still_to_come(cast, move_clock):
    tender = make.tender(cast, published=False)
    dialogue = make.dialogue(tender, published=False, rules={kind: text for kind, text in RULES.items() if kind != RuleKind.PAY})
    dialogue.rules.create(kind=RuleKind.PAY, known_on=clock.today() + dt.timedelta(days=3))
    assert lacking(tender) == []
    move_clock(days=4)
    assert [sentence for sentence, _url in lacking(tender)] == [SENTENCES[RuleKind.PAY]]


def test_a_dot_and_a_day_that_is_still_to_come_are_asked(cast):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False, dot=" ", closes_in=-1)
    assert [url.rpartition("#")[2] for _sentence, url in lacking(tender)] == ["id_dot", "id_closes_on"]


def test_a_route_with_one_party_asks_none_of_it(cast):
    tender = make.tender(cast, published=False, route=Route.SMALL_GRANT)
    assert lacking(tender) == []


def test_a_tender_that_began_at_a_later_step_held_its_dialogue_before(cast):
    tender = make.tender(cast, published=False, first_step=Step.REQUEST, step=Step.REQUEST)
    assert lacking(tender) == []


def test_publishing_opens_the_dialogue_and_makes_the_tender_public(cast, client_of):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False)
    response = client_of(cast.officer).post(reverse("dialogues:publish_dialogue", args=[tender.slug]), {"once": "abc"})
    assert response.headers["Location"] == f"/trajecten/{tender.slug}/dialoog/"
    assert Dialogue.objects.get(tender=tender).is_open
    assert Tender.objects.get(pk=tender.pk).published_at is not None
    assert list(Event.objects.order_by("id").values_list("name", "is_public")) == [
        ("tenders.tender_published", True),
        ("dialogues.dialogue_published", True),
    ]


def test_with_something_missing_there_is_no_button_and_a_post_is_refused(cast, client_of):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False, dot="")
    client, address = client_of(cast.officer), reverse("dialogues:publish_dialogue", args=[tender.slug])
    page = client.get(address).content.decode()
    assert "U kunt openbaar maken als alles er is wat nodig is." in page
    assert "Open voor iedereen" not in page
    assert client.post(address, {"once": "abc"}).status_code == 200
    assert Dialogue.objects.get(tender=tender).published_at is None
    with pytest.raises(GateClosed):
        actions.publish_dialogue(tender=tender, by=cast.officer)


def test_publishing_twice_changes_nothing(cast):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False)
    first = actions.publish_dialogue(tender=tender, by=cast.officer)
    again = actions.publish_dialogue(tender=tender, by=cast.buyer)
    assert again.published_at == first.published_at
    assert Event.objects.filter(name="dialogues.dialogue_published").count() == 1


def test_a_closed_dialogue_takes_no_contributions_and_can_be_opened_again(cast, client_of):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender)
    client = client_of(cast.officer)
    client.post(reverse("dialogues:close_dialogue", args=[tender.slug]), {"once": "abc"})
    assert not Dialogue.objects.get(pk=dialogue.pk).is_open
    assert Event.objects.get(name="dialogues.dialogue_closed").is_public
    actions.publish_dialogue(tender=tender, by=cast.officer)
    assert Dialogue.objects.get(pk=dialogue.pk).is_open


@pytest.mark.parametrize(("said", "leads_to"), [(True, "list_contributions"), (False, "conclude_dialogue")])
def test_closing_leads_to_what_comes_next(cast, client_of, said, leads_to):
    tender = make.tender(cast)
    make.dialogue(tender)
    if said:
        make.contribution(tender)
    answer = client_of(cast.officer).post(reverse("dialogues:close_dialogue", args=[tender.slug]), {"once": "abc"})
    assert answer.headers["Location"] == reverse(f"dialogues:{leads_to}", args=[tender.slug])


def test_a_dialogue_that_is_not_public_cannot_be_closed(cast):
    dialogue = make.dialogue(make.tender(cast), published=False)
    with pytest.raises(Refused):
        actions.close_dialogue(dialogue=dialogue, by=cast.officer)


def test_the_page_before_closing_says_how_many_wait(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    make.contribution(tender)
    page = client_of(cast.officer).get(reverse("dialogues:close_dialogue", args=[tender.slug])).content.decode()
    assert "1 inbreng wacht op antwoord." in page


def test_leaving_the_dialogue_asks_contributions_with_answers_and_advises_the_rest(cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    said = make.contribution(tender)

    def state():
        return {
            item.url.split("/dialoog/")[-1]: (item.done, item.advice)
            for item in checklist(Tender.objects.get(pk=tender.pk), Gate.LEAVE_DIALOGUE)
            if "/dialoog/" in item.url
        }

    assert state() == {
        "publiceren/": (True, False),
        "": (True, False),
        "afronden/": (False, True),
        "inbreng/": (False, True),  # the last of the two that lead here: a finding, which is advice
    }
    assert [str(item.sentence) for item in missing(Tender.objects.get(pk=tender.pk), Gate.LEAVE_DIALOGUE)] == [
        "Geef antwoord op elke inbreng."
    ]
    make.response(cast, said)
    assert missing(Tender.objects.get(pk=tender.pk), Gate.LEAVE_DIALOGUE) == []


def test_withdrawn_hidden_and_merged_contributions_wait_for_no_answer(cast):
    tender = make.tender(cast)
    make.dialogue(tender)
    answered = make.contribution(tender)
    make.response(cast, answered)
    make.contribution(tender, withdrawn_at=clock.now())
    make.contribution(tender, hidden_at=clock.now(), hidden_because="Kwetst")
    make.contribution(tender, merged_into=answered)
    assert missing(Tender.objects.get(pk=tender.pk), Gate.LEAVE_DIALOGUE) == []


def test_only_the_team_publishes_and_closes(cast, client_of):
    tender = make.tender(cast)
    make.dialogue(tender)
    for page in ("publish_dialogue", "close_dialogue"):
        address = reverse(f"dialogues:{page}", args=[tender.slug])
        assert [client_of(one).get(address).status_code for one in (cast.resident, cast.guide, cast.stranger)] == [403] * 3
        assert client_of(cast.buyer).get(address).status_code == 200


def test_whom_to_call_is_asked_and_leads_to_its_field(cast):
    tender = make.tender(cast, published=False, contact_person="")
    make.dialogue(tender, published=False)
    sentence = "Noem één persoon die mensen kunnen bellen, met een telefoonnummer."
    assert lacking(tender) == [(sentence, f"/trajecten/{tender.slug}/beheer/gegevens/#id_contact_person")]


def test_a_fact_with_its_source_and_an_open_question_are_advised(cast):
    tender = make.tender(cast, published=False)
    make.dialogue(tender, published=False, facts=0, questions=0)
    found = [(item.url, item.done) for item in checklist(Tender.objects.get(pk=tender.pk), Gate.PUBLISH_TENDER) if item.advice]
    assert found == [
        (f"/trajecten/{tender.slug}/dialoog/feiten/nieuw/#id_text", False),
        (f"/trajecten/{tender.slug}/dialoog/open-vragen/nieuw/#id_text", False),
    ]
    Fact.objects.create(dialogue=Dialogue.objects.get(tender=tender), text="Er zijn er 140.", source="telling")
    done = [item.done for item in checklist(Tender.objects.get(pk=tender.pk), Gate.PUBLISH_TENDER) if item.advice]
    assert done == [True, False]
