"""Telling about oneself after contributing: voluntary, counted once, and nothing that leads to who told it."""

import re
from html import unescape

import pytest
from django.core import serializers
from django.urls import reverse

from areas.models import Area
from dialogues import actions
from dialogues.models import AboutCount, Contribution, NoGroup, UsedTicket
from dialogues.tickets import ticket_for
from events.models import Event, SentForm
from tenders.refusal import Refused
from tests import make

SAID = {"text": "Geef mij een brander.", "name_choice": "anonymous", "shown_name": "", "email": "", "once": "abc"}
TOLD = {"age": "65+", "sex": "woman", "household": "alone", "area": NoGroup.RATHER_NOT}


@pytest.fixture
def dialogue(cast):
    return make.dialogue(make.tender(cast))


def contribute(client, dialogue, **changes) -> str:
    """The page after sending."""
    response = client.post(reverse("dialogues:contribute", args=[dialogue.tender.slug]), SAID | changes)
    return response.content.decode()


def ticket_on(page: str) -> str:
    return unescape(re.search(r'name="ticket" value="([^"]+)"', page)[1])


def tell(client, dialogue, ticket, **changes):
    return client.post(reverse("dialogues:tell_about_oneself", args=[dialogue.tender.slug]), {"ticket": ticket} | TOLD | changes)


def counted() -> dict:
    return {(one.question, one.answer): one.number for one in AboutCount.objects.filter(number__gt=0)}


def test_the_questions_stand_on_the_page_after_sending_and_nowhere_before(cast, client_of, dialogue):
    client, tender = client_of(cast.visitor), dialogue.tender
    for name in ("show_dialogue", "contribute"):
        assert 'name="ticket"' not in client.get(reverse(f"dialogues:{name}", args=[tender.slug])).content.decode()
    page = contribute(client, dialogue)
    assert "Wilt u iets over uzelf zeggen?" in page
    assert page.index("Zeg ik liever niet") < page.index("15 tot en met 24 jaar")
    assert "csrfmiddlewaretoken" not in page


def test_each_answer_is_added_to_its_count_and_not_saying_is_as_good(cast, client_of, dialogue):
    client = client_of(cast.visitor)
    response = tell(client, dialogue, ticket_on(contribute(client, dialogue)), household=NoGroup.RATHER_NOT)
    assert "Het is geteld" in response.content.decode()
    assert response.cookies == {}
    assert counted() == {("age", "65+"): 1, ("sex", "woman"): 1, ("household", "rather_not"): 1, ("area", "rather_not"): 1}


def test_one_contribution_counts_once_also_when_it_or_the_answers_are_sent_twice(cast, client_of, dialogue):
    client = client_of(cast.visitor)
    first, again = (ticket_on(contribute(client, dialogue)) for _time in range(2))
    assert first == again
    pages = [tell(client, dialogue, first, age=age).status_code for age in ("65+", "65+", "15-24")]
    assert pages == [200, 200, 200]
    assert counted()["age", "65+"] == 1
    assert ("age", "15-24") not in counted()
    other = ticket_on(contribute(client, dialogue, once="def"))
    tell(client, dialogue, other)
    assert counted()["age", "65+"] == 2


def test_without_a_ticket_of_this_dialogue_nothing_is_counted(cast, client_of, dialogue):
    elsewhere = make.dialogue(make.tender(cast))
    for ticket in ("zomaar", ticket_for(elsewhere.pk, "een-code"), ticket_for(dialogue.pk, "een-code") + "x"):
        page = tell(client_of(cast.visitor), dialogue, ticket).content.decode()
        assert "Deze vragen horen bij een inbreng." in page
    assert (counted(), UsedTicket.objects.count()) == ({}, 0)
    with pytest.raises(Refused):
        actions.tell_about_oneself(dialogue=dialogue, ticket="", answers={})


def test_an_answer_that_is_not_there_is_refused_beside_its_field_and_the_others_stay(cast, client_of, dialogue):
    client = client_of(cast.visitor)
    response = tell(client, dialogue, ticket_on(contribute(client, dialogue)), age="<b>", sex="man")
    page = response.content.decode()
    assert list(response.context["form"].errors) == ["age"]
    assert "Kies een van deze antwoorden." in page
    assert '<option value="man" selected>' in page
    assert counted() == {}


def test_a_neighbourhood_is_counted_by_its_own_row(cast, client_of, dialogue):
    area = Area.objects.create(municipality=cast.municipality, name="Holtenbroek", population=100)
    client = client_of(cast.visitor)
    tell(client, dialogue, ticket_on(contribute(client, dialogue)), area=str(area.pk))
    assert AboutCount.objects.get(area=area).number == 1


def test_nothing_that_is_kept_ties_an_answer_to_a_contribution_a_person_or_a_moment(cast, client_of, dialogue):
    """Also of who is signed in: no row has both, no event tells of it, and no token of the form is kept."""
    for client in (client_of(cast.visitor), client_of(cast.resident)):
        page = contribute(client, dialogue, once=f"x{client.cookies}")
        before = Event.objects.count(), SentForm.objects.count()
        ticket = ticket_on(page)
        tell(client, dialogue, ticket)
        assert (Event.objects.count(), SentForm.objects.count()) == before
        kept = serializers.serialize("json", [*AboutCount.objects.all(), *UsedTicket.objects.all()])
        code = re.search(r'<p class="mw-code mw-large">([^<]+)</p>', page)[1]
        hashes = Contribution.objects.values_list("code_hash", flat=True)
        assert not [secret for secret in (ticket, code, *hashes) if secret in kept]
    assert {field.name for field in AboutCount._meta.get_fields()} == {
        "id", "dialogue", "question", "answer", "area", "number", "shown", "missing_place",
    }  # fmt: skip
    assert {field.name for field in UsedTicket._meta.get_fields()} == {"id", "dialogue", "ticket_sha256"}


def test_what_was_told_is_shown_from_ten_people_on_and_then_by_ten_more(cast, dialogue):
    def shown():
        return AboutCount.objects.get(question="age", answer="65+").shown

    seen = []
    for many in (9, 1, 9, 1):
        make.told_about_oneself(dialogue, many=many)
        seen.append(shown())
    assert seen == [0, 10, 10, 20]
    assert Event.objects.filter(name="dialogues.who_is_missing_shown").count() == 2


def test_who_would_rather_not_say_does_not_bring_others_to_light(cast, dialogue):
    make.told_about_oneself(dialogue, many=9)
    make.told_about_oneself(dialogue, many=30, answers={"sex": "man"})
    assert AboutCount.objects.get(question="age", answer="65+").shown == 0


def test_who_writes_down_what_another_said_can_count_that_person_too(cast, client_of, dialogue):
    client, tender = client_of(cast.community_worker), dialogue.tender
    data = {"text": "Ik ben alleen.", "name_choice": "anonymous", "kind": "need", "channel": "paper", "said_on": "2026-01-05"}
    response = client.post(reverse("dialogues:enter_contribution", args=[tender.slug]), data | {"once": "abc"})
    tell(client, dialogue, ticket_on(response.content.decode()))
    assert counted()["household", "alone"] == 1


def test_the_address_takes_no_visit_and_no_answers_for_a_dialogue_that_is_not_public(cast, client_of):
    hidden = make.dialogue(make.tender(cast), published=False)
    address = reverse("dialogues:tell_about_oneself", args=[hidden.tender.slug])
    ticket = ticket_for(hidden.pk, "een-code")
    assert client_of(cast.visitor).get(address).status_code == 405
    assert tell(client_of(cast.officer), hidden, ticket).status_code == 403
    assert counted() == {}
