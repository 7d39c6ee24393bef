"""A dialogue that rests, concluded after its last day went by itself: how it opens again, and when it rests no more."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from dialogues import actions, tasks
from dialogues.models import Conclusion, Dialogue, Ending
from dialogues.tasks import tell_what_is_over
from events import clock
from events.models import Event
from notifications.models import Follow, Notice
from portal.standing import standings
from tenders.dates import day
from tenders.models import Tender
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def dialogue(cast):
    """Its last day went by itself; nobody closed it."""
    return make.dialogue(make.tender(cast), closes_in=-1)


@pytest.fixture
def resting(cast, dialogue) -> Dialogue:
    until = clock.today() + dt.timedelta(days=30)
    words = {"ending": Ending.NOT_YET, "reason": "Eerst beslist de raad over het geld.", "rests_until": until}
    actions.conclude_dialogue(dialogue=dialogue, by=cast.officer, **words)
    return dialogue


def later(cast, dialogue) -> None:
    """Save another last day, and nothing else."""
    fresh = Dialogue.objects.get(pk=dialogue.pk)
    rules = {rule.kind: (rule.text, rule.known_on) for rule in fresh.rules.all()}
    day_after = {"dot": fresh.dot, "closes_on": clock.today() + dt.timedelta(days=14)}
    actions.edit_dialogue(tender=dialogue.tender, by=cast.officer, version=fresh.version, rules=rules, **day_after)


def shown(client, dialogue) -> str:
    return client.get(reverse("dialogues:show_dialogue", args=[dialogue.tender.slug])).content.decode()


def tasks_of(client) -> list[str]:
    return [task.title for task in client.get(reverse("portal:my_work")).context["now_tasks"]]


def test_another_last_day_alone_does_not_open_what_was_concluded(cast, client_of, resting):
    later(cast, resting)
    page = shown(client_of(cast.visitor), resting)
    assert ("U kunt meedoen" in page, "Dialoog gesloten" in page, "Nog niet, tot" in page) == (False, True, True)
    with pytest.raises(Refused):
        words = {"text": "Toch nog iets.", "name_choice": "anonymous", "code": "aaaa-bbbb-cccc"}
        actions.contribute(dialogue=resting, by=None, **words)
    assert "Open de dialoog opnieuw" in shown(client_of(cast.officer), resting)


def test_opened_again_the_conclusion_holds_no_more_and_who_follows_hears_that_it_is_open(
    cast, client_of, resting, commit, move_clock
):
    Follow.objects.create(tender=resting.tender, person=cast.neighbour)
    later(cast, resting)
    with commit():
        actions.publish_dialogue(tender=resting.tender, by=cast.officer)
    page = shown(client_of(cast.visitor), resting)
    assert ("U kunt meedoen" in page, "Nog niet, tot" in page) == (True, False)
    assert Conclusion.objects.get().reopened_at is not None
    assert [notice.title for notice in Notice.objects.filter(person=cast.neighbour)][-1:] == ["Het gesprek is open"]
    move_clock(days=15)
    assert tell_what_is_over() == 1
    move_clock(days=30)
    assert (tasks.remind_of_rests(), Event.objects.filter(name="dialogues.rest_ended").exists()) == (0, False)


def test_no_forms_are_printed_of_what_was_concluded_and_its_own_last_day_is_named(cast, resting):
    with pytest.raises(Refused) as refused:
        actions.print_sheets(tender=resting.tender, by=cast.officer, codes=["aaaa-bbbb-cccc"])
    assert day(resting.closes_on) in refused.value.messages[0]


def test_a_tender_that_went_on_rests_no_more(cast, client_of, resting, move_clock):
    move_clock(days=31)
    assert tasks.remind_of_rests() == 1
    again = "Kijk opnieuw naar deze dialoog: de rust is voorbij"
    officer = client_of(cast.officer)
    assert again in tasks_of(officer)
    Tender.objects.update(step=Step.REQUEST)
    assert again not in tasks_of(officer)
    page = shown(client_of(cast.visitor), resting)
    assert ("Nog niet, tot" in page, "Nog niet, en de rust is voorbij" in page) == (False, True)


def test_before_its_day_too_a_tender_that_went_on_is_not_looked_at_again(client_of, cast, resting, move_clock):
    Tender.objects.update(step=Step.REQUEST)
    assert "Nog niet, tot" not in shown(client_of(cast.visitor), resting)
    move_clock(days=31)
    assert (tasks.remind_of_rests(), actions.remind_of_rest(conclusion=Conclusion.objects.get())) == (0, False)


def test_once_its_day_is_there_no_page_says_that_it_still_rests(cast, client_of, resting, move_clock):
    said = make.contribution(resting.tender)
    Conclusion.objects.update(last_number=said.number)
    visitor, until = client_of(cast.visitor), day(Conclusion.objects.get().rests_until)
    pages = {name: reverse(f"dialogues:{name}", args=[resting.tender.slug]) for name in ("show_dialogue", "show_conclusion")}
    for address in pages.values():
        assert f"Nog niet, tot {until}" in visitor.get(address).content.decode()
    assert f"Het rust tot {until}." in visitor.get(said.get_absolute_url()).content.decode()
    move_clock(days=30)
    for address in pages.values():
        page = visitor.get(address).content.decode()
        assert (f"Nog niet, tot {until}" in page, "Nog niet, en de rust is voorbij" in page) == (False, True)
    assert f"Het rust tot {until}." not in visitor.get(said.get_absolute_url()).content.decode()
    standing = standings([Tender.objects.get(pk=resting.tender_id)])[resting.tender_id]
    assert (standing.word, standing.line) == ("Nog niet", "De rust is voorbij")


def test_what_was_concluded_before_is_closed_and_what_another_last_day_opened_stays_open(cast, dialogue):
    opened = make.dialogue(make.tender(cast), closes_in=14)
    given = {"ending": Ending.NOT_YET, "rests_until": clock.today() + dt.timedelta(days=30)}
    made = [make.conclusion(cast, one.tender, **given) for one in (dialogue, opened)]
    Dialogue.objects.update(closed_at=None)
    import_module("dialogues.migrations.0013_what_is_concluded_is_closed").close(apps, None)
    rows = list(Dialogue.objects.order_by("pk").values_list("conclusion", "closed_at"))
    assert rows == [(made[0].pk, made[0].at), (None, None)]
    assert list(Conclusion.objects.filter(reopened_at=None)) == [made[0]]
