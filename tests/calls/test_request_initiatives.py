"""Each request says of what people began in its area: kept, strengthened or replaced, and why."""

import pytest
from django.urls import reverse

from areas.models import Area
from calls import actions
from calls.conditions.request import initiatives_have_a_word
from calls.freezing import freeze
from calls.models import Call, InitiativeWord, Word
from calls.printed import Printed
from events import clock
from portal.team_tasks import team_tasks
from tenders.gates import Gate, missing
from tenders.models import Tender
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def area(cast):
    return Area.objects.create(municipality=cast.municipality, name="Assendorp")


@pytest.fixture
def tender(cast, area):
    made = make.tender(cast, step=Step.REQUEST)
    make.call(cast, made)
    made.lots.update(area=area)
    return made


def fresh(tender) -> Tender:
    return Tender.objects.get(pk=tender.pk)


def say(cast, tender, initiative, word=Word.KEPT, reason="Het loopt goed.", **more):
    return actions.answer_initiative(tender=tender, initiative=initiative, by=cast.officer, word=word, reason=reason, **more)


def test_the_request_cannot_be_adopted_while_it_says_nothing_of_an_initiative_in_its_area(cast, tender, area):
    gardens = make.initiative(cast.municipality, area=area)
    sentence = "Zeg van elk initiatief in het gebied of het blijft, steun krijgt of vervangen wordt, en waarom."
    assert sentence in [str(item.sentence) for item in missing(fresh(tender), Gate.ADOPT_CALL)]
    say(cast, tender, gardens)
    assert sentence not in [str(item.sentence) for item in missing(fresh(tender), Gate.ADOPT_CALL)]


def test_what_is_elsewhere_stopped_or_hidden_needs_no_word(cast, tender, area):
    elsewhere = Area.objects.create(municipality=cast.municipality, name="Holtenbroek")
    make.initiative(cast.municipality, area=elsewhere)
    make.initiative(cast.other_municipality)
    make.initiative(cast.municipality, area=area, stopped_at=clock.now(), stopped_because="Klaar.")
    make.initiative(cast.municipality, area=area, hidden_at=clock.now(), hidden_because="Privé.")
    assert initiatives_have_a_word(fresh(tender))
    tender.lots.update(area=None)  # then the tender is about the whole municipality
    assert not initiatives_have_a_word(fresh(tender))


def test_said_anew_the_earlier_word_stays_to_be_read(cast, client_of, tender, area):
    gardens = make.initiative(cast.municipality, area=area)
    say(cast, tender, gardens, Word.REPLACED, "De hovenier doet het voortaan.")
    say(cast, tender, gardens, Word.STRENGTHENED, "Toch niet: zij krijgen gereedschap.")
    said = InitiativeWord.objects.order_by("pk")
    assert [(one.word, one.replaced_at is None) for one in said] == [("replaced", False), ("strengthened", True)]
    address = reverse("calls:answer_initiative", args=[tender.slug, gardens.public_id])
    assert "De hovenier doet het voortaan." in client_of(cast.officer).get(address).content.decode()
    public = client_of(cast.visitor).get(gardens.get_absolute_url()).content.decode()
    assert ("Toch niet" in public, "De hovenier" in public) == (True, False)


def test_a_word_is_about_something_in_the_area_and_a_part_of_this_request(cast, tender, area):
    gardens = make.initiative(cast.municipality, area=area)
    with pytest.raises(Refused):
        say(cast, tender, make.initiative(cast.other_municipality))
    other = make.tender(cast, step=Step.REQUEST)
    make.call(cast, other)
    with pytest.raises(Refused):
        say(cast, tender, gardens, clause=Call.objects.get(tender=other).clauses.first())
    clause = Call.objects.get(tender=tender).clauses.first()
    assert say(cast, tender, gardens, clause=clause).clause == clause


def test_after_adoption_nothing_is_said_any_more(cast, client_of, tender, area):
    gardens = make.initiative(cast.municipality, area=area)
    Call.objects.filter(tender=tender).update(adopted_at=clock.now(), adopted_by=cast.officer)
    with pytest.raises(Changed):
        say(cast, tender, gardens)
    address = reverse("calls:answer_initiative", args=[tender.slug, gardens.public_id])
    assert client_of(cast.officer).get(address).status_code == 403


def test_everybody_reads_what_the_request_says_and_officers_of_the_team_say_it(cast, client_of, tender, area):
    gardens = make.initiative(cast.municipality, area=area)
    listed = reverse("calls:list_initiatives", args=[tender.slug])
    address = reverse("calls:answer_initiative", args=[tender.slug, gardens.public_id])
    assert "Nog niets gezegd" in client_of(cast.visitor).get(listed).content.decode()
    statuses = {name: client_of(one).get(address).status_code for name, one in cast.people().items()}
    assert {name for name, status in statuses.items() if status == 200} == {"officer", "buyer"}
    response = client_of(cast.officer).post(address, {"word": "kept", "reason": "", "once": "a"})
    assert response.context["form"].errors["reason"] == ["Zeg waarom. De doeners kunnen het lezen."]
    client_of(cast.officer).post(address, {"word": "kept", "reason": "Het loopt goed.", "once": "a"})
    page = client_of(cast.visitor).get(listed).content.decode()
    assert ("Het loopt goed." in page, "Nog niets gezegd" in page) == (True, False)


def test_the_word_is_frozen_with_the_request_and_printed(cast, tender, area):
    say(cast, tender, make.initiative(cast.municipality, area=area), Word.STRENGTHENED, "Zij krijgen gereedschap.")
    version = freeze(Call.objects.select_related("tender__municipality").get(tender=tender), by=cast.officer)
    assert Printed(version).initiatives == [("Voortuinen", "het krijgt steun", "Zij krijgen gereedschap.", "")]


def test_it_waits_in_the_work_of_the_team(cast, tender, area):
    def waits() -> bool:
        tasks, _total = team_tasks(cast.officer)
        return any(task.url == reverse("calls:list_initiatives", args=[tender.slug]) for task in tasks)

    gardens = make.initiative(cast.municipality, area=area)
    assert waits()
    say(cast, tender, gardens)
    assert not waits()


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_the_same_however_many_there_are(cast, client_of, statements, tender, area, many):
    for _one in range(many):
        make.initiative_word(cast, tender, make.initiative(cast.municipality, area=area))
    with statements() as sent:
        assert client_of(cast.visitor).get(reverse("calls:list_initiatives", args=[tender.slug])).status_code == 200
    assert len(sent) == 4
