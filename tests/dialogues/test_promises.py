""" "We don't know yet, we say so on (date)": the team is reminded on that day, once, and being late is public."""

import datetime as dt

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.models import Ending, PromiseChange, RuleKind
from dialogues.tasks import remind_of_promises
from events import clock
from events.models import Event
from notifications.models import Mail, Notice
from portal.team_tasks import team_tasks
from tenders.dates import day
from tenders.refusal import Refused
from tests import make
from tests.make.dialogues import RULES


@pytest.fixture
def dialogue(cast):
    made = make.dialogue(make.tender(cast), rules={kind: text for kind, text in RULES.items() if kind != RuleKind.PAY})
    made.rules.create(kind=RuleKind.PAY, known_on=clock.today() + dt.timedelta(days=3))
    return made


def page_of(client, dialogue) -> str:
    return " ".join(client.get(reverse("dialogues:show_dialogue", args=[dialogue.tender.slug])).content.decode().split())


def save(cast, dialogue, *, text="", known_on=None, moved_because="Het onderzoek duurt langer."):
    dialogue.refresh_from_db()
    rules = {rule.kind: (rule.text, rule.known_on) for rule in dialogue.rules.all()} | {RuleKind.PAY: (text, known_on)}
    values = {"dot": dialogue.dot, "closes_on": dialogue.closes_on, "rules": rules, "moved_because": moved_because}
    actions.edit_dialogue(tender=dialogue.tender, by=cast.officer, version=dialogue.version, **values)


def test_the_team_hears_it_on_the_day_itself_and_once(cast, dialogue, move_clock, commit):
    with commit():
        assert remind_of_promises() == 0
    move_clock(days=3)
    with commit():
        assert [remind_of_promises(), remind_of_promises()] == [1, 0]
    assert {notice.person for notice in Notice.objects.all()} == {cast.officer, cast.buyer}
    assert Event.objects.filter(name="dialogues.promise_due").count() == 1
    called = f"U zou nu zeggen wat u nog niet wist: wat meedoen oplevert ({dialogue.tender.title})"
    assert {notice.title for notice in Notice.objects.all()} == set(Mail.objects.values_list("subject", flat=True)) == {called}


def test_it_waits_in_my_work_from_that_day_until_it_is_written(cast, dialogue, move_clock):
    assert team_tasks(cast.officer) == ([], 0)
    move_clock(days=3)
    cast.fresh()
    (task,), _total = team_tasks(cast.officer)
    assert (task.title, task.url) == (
        "1 antwoord dat u beloofde, is nu nodig",
        f"/trajecten/{dialogue.tender.slug}/dialoog/bewerken/",
    )
    save(cast, dialogue, text="Een bon van € 25.")
    assert team_tasks(cast.officer) == ([], 0)


def test_being_late_is_public_from_the_day_after(cast, client_of, dialogue, move_clock):
    move_clock(days=3)
    assert "te laat" not in page_of(client_of(cast.visitor), dialogue)
    move_clock(days=2)
    page = page_of(client_of(cast.visitor), dialogue)
    assert "2 dagen te laat" in page
    assert "Wij beloofden het te zeggen op" in page


def test_another_day_is_a_new_promise_and_the_same_day_is_not(cast, dialogue, move_clock):
    move_clock(days=3)
    assert remind_of_promises() == 1
    save(cast, dialogue, known_on=dialogue.rules.get(kind=RuleKind.PAY).known_on)
    assert remind_of_promises() == 0
    save(cast, dialogue, known_on=clock.today() + dt.timedelta(days=1))
    assert remind_of_promises() == 0
    move_clock(days=1)
    assert remind_of_promises() == 1


def test_nobody_is_reminded_of_a_dialogue_that_is_not_public_or_was_stopped(cast, dialogue, move_clock):
    hidden = make.dialogue(make.tender(cast), published=False, rules={})
    hidden.rules.create(kind=RuleKind.PAY, known_on=clock.today())
    stopped = make.dialogue(make.tender(cast, withdrawn_at=clock.now()), rules={})
    stopped.rules.create(kind=RuleKind.PAY, known_on=clock.today())
    assert remind_of_promises() == 0


def test_two_sweeps_at_once_remind_once(cast, dialogue, move_clock):
    move_clock(days=4)
    rule = dialogue.rules.get(kind=RuleKind.PAY)
    assert [actions.remind_of_promise(rule=rule), actions.remind_of_promise(rule=rule)] == [True, False]


def test_a_day_that_is_moved_keeps_what_it_was_and_why_for_everybody(cast, client_of, dialogue, commit):
    first, second, third = (clock.today() + dt.timedelta(days=days) for days in (3, 20, 40))
    with commit():
        save(cast, dialogue, known_on=second)
        save(cast, dialogue, known_on=third, moved_because="De wethouder was ziek.")
    page = page_of(client_of(cast.visitor), dialogue)
    told = [
        f"<b>Wat u ervoor krijgt:</b> Eerst beloofden wij {day(one)}. Verzet op {day(clock.today())}:" for one in (second, first)
    ]
    assert [sentence in page for sentence in told] == [True, True]
    assert page.index("De wethouder was ziek.") < page.index("Het onderzoek duurt langer.")
    assert Event.objects.filter(name="dialogues.promise_moved", is_public=True).count() == 2


def test_moving_a_promised_day_asks_why_beside_the_field_and_keeps_what_was_typed(cast, client_of, dialogue):
    address = reverse("dialogues:edit_dialogue", args=[dialogue.tender.slug])
    client = client_of(cast.officer)
    form = client.get(address).context["form"]
    later = (clock.today() + dt.timedelta(days=60)).isoformat()
    data = {name: form[name].value() or "" for name in form.fields} | {"pay_known_on": later, "once": "a"}
    answer = client.post(address, data)
    assert list(answer.context["form"].errors) == ["moved_because"]
    assert (later in answer.content.decode(), PromiseChange.objects.count()) == (True, 0)
    client.post(address, data | {"moved_because": "Het onderzoek duurt langer."})
    assert PromiseChange.objects.get().reason == "Het onderzoek duurt langer."


def test_saying_what_was_promised_moves_nothing_and_taking_the_day_away_does(cast, client_of, dialogue):
    save(cast, dialogue, text="Een bon van € 25.", moved_because="")
    assert PromiseChange.objects.count() == 0
    save(cast, dialogue, text="Een bon van € 25.", known_on=clock.today() + dt.timedelta(days=5), moved_because="")
    with pytest.raises(Refused):
        save(cast, dialogue, text="Een bon van € 25.", moved_because=" ")
    with pytest.raises(Refused):
        save(cast, dialogue, text="", moved_because="Er komt geen vergoeding.")
    save(cast, dialogue, text="Een bon van € 25.", moved_because="Het blijft bij de bon.")
    assert "Het blijft bij de bon." in page_of(client_of(cast.visitor), dialogue)


def test_before_the_dialogue_is_public_a_day_moves_freely(cast):
    tender = make.tender(cast)
    dialogue = make.dialogue(tender, published=False, rules={})
    dialogue.rules.create(kind=RuleKind.PAY, known_on=clock.today())
    save(cast, dialogue, known_on=clock.today() + dt.timedelta(days=9), moved_because="")
    assert PromiseChange.objects.count() == 0


def test_a_dialogue_does_not_end_for_good_before_what_was_promised_is_said(cast, dialogue):
    given = {"dialogue": dialogue, "by": cast.officer, "ending": Ending.RESIDENTS, "reason": "Zij doen het."}
    with pytest.raises(Refused) as refused:
        actions.conclude_dialogue(**given)
    promised = day(clock.today() + dt.timedelta(days=3))
    assert refused.value.message_dict["ending"][0].startswith(f"U beloofde op {promised} te zeggen: “wat meedoen oplevert”")
    save(cast, dialogue, text="Meedoen betaalt niets.")
    actions.close_dialogue(dialogue=dialogue, by=cast.officer)
    assert actions.conclude_dialogue(**given).ending == Ending.RESIDENTS
