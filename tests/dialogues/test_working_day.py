"""A working day with an amount: named beforehand, changed with a reason, plans of the tables, and what goes to each."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse

from dialogues import actions, tasks
from dialogues.models import MeetingKind, NamedAmount
from events import clock
from events.models import Event
from initiatives import actions as initiatives
from initiatives.models import Plan
from notifications.models import Mail, Notice
from portal.day_plans import sums_of
from tenders.refusal import Changed, Refused
from tests import make
from tests.make.initiatives import WORDS

SAID = {"lowest": "60.000", "highest": "100.000", "known_on": "", "purpose": "Plannen van de buurt.", "decided_by": "De raad."}
PLAN = {"title": "Soep", "what": "Wij koken.", "problem": "Mensen eten alleen.", "cost": "12.500", "makers": "Tafel 3: Jo en Ali"}


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


@pytest.fixture
def tender(cast):
    return make.tender(cast)


@pytest.fixture
def day(cast, tender):
    return make.working_day(cast, tender)


def url(page: str, meeting) -> str:
    return reverse(page, args=[meeting.tender.slug, meeting.public_id])


def name_it(client, meeting, **changes):
    seen = meeting.amount.pk if meeting.amount else 0
    return client.post(url("dialogues:name_amount", meeting), SAID | {"seen": seen} | changes)


def bring(client, meeting, **changes):
    return client.post(url("portal:bring_plan", meeting), PLAN | {"once": "abc"} | changes)


def answer(cast, plan, outcome="yes", **said):
    before = plan.answers.standing().first()
    words = WORDS | {"reason": "Omdat het werkt.", "next_step": "Op 1 mei."} | said
    seen = before.public_id if before else ""
    return initiatives.answer_plan(
        plan=Plan.objects.for_page().get(pk=plan.pk), by=cast.officer, outcome=outcome, seen=seen, **words
    )


def test_who_plans_a_working_day_is_asked_for_the_amount_at_once(cast, client_of, tender):
    begins = clock.now() + dt.timedelta(days=9)
    form = {"kind": "working_day", "title": "Werkdag", "place": "DRU", "capacity": 60, "per_party": 2}
    form |= {"begins_at": f"{begins:%Y-%m-%dT%H:%M}", "ends_at": f"{begins + dt.timedelta(hours=6):%Y-%m-%dT%H:%M}"}
    answer = client_of(cast.officer).post(reverse("dialogues:plan_meeting", args=[tender.slug]), form)
    assert answer.url.endswith("/bedrag/")
    answer = client_of(cast.officer).post(reverse("dialogues:plan_meeting", args=[tender.slug]), form | {"kind": "information"})
    assert not answer.url.endswith("/bedrag/")


def test_everybody_reads_the_amount_what_it_is_for_and_who_decides_before_the_day(cast, client_of, tender):
    coming = make.working_day(cast, tender, highest=None, begins_in=dt.timedelta(days=9))
    visitor = client_of(cast.visitor)
    assert "Het bedrag volgt" in visitor.get(coming.get_absolute_url()).content.decode()
    assert name_it(client_of(cast.officer), coming).status_code == 302
    page = visitor.get(coming.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("€ 60.000 tot € 100.000", "Plannen van de buurt.", "De raad."))
    assert "Stuur het plan van uw tafel" not in page


def test_the_list_of_meetings_says_the_amount(cast, client_of, tender, day):
    make.dialogue(tender)
    page = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert "ten hoogste € 100.000" in page.replace("\xa0", " ")


def test_the_team_and_the_clerk_name_it_and_nobody_else(cast, client_of, tender, day):
    make.involve(tender, "guide", person=cast.guide)
    allowed = {
        name
        for name, person in cast.people().items()
        if client_of(person).get(url("dialogues:name_amount", day)).status_code == 200
    }
    assert allowed == {"officer", "buyer", "clerk"}
    assert client_of(cast.officer).get(url("dialogues:name_amount", make.meeting(tender))).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"highest": "", "lowest": ""}, "highest", "Vul het bedrag in"),
        ({"known_on": "2099-01-01"}, "highest", "Vul het bedrag in"),
        ({"highest": "", "known_on": "2099-01-01"}, "lowest", "Vul ook het hoogste bedrag in."),
        ({"lowest": "100.001"}, "lowest", "Dit is meer dan het hoogste bedrag."),
        ({"highest": "-5", "lowest": ""}, "highest", ""),
        ({"highest": "een ton"}, "highest", ""),
        ({"highest": "", "lowest": "", "known_on": "2020-01-01"}, "known_on", "Deze dag is voorbij."),
        ({"purpose": ""}, "purpose", "Zeg waar het geld voor is."),
        ({"decided_by": ""}, "decided_by", "Zeg wie beslist, en wanneer."),
    ],
)
def test_a_wrong_amount_gets_its_sentence_and_keeps_what_was_typed(cast, client_of, tender, wrong, field, sentence):
    coming = make.working_day(cast, tender, highest=None, begins_in=dt.timedelta(days=9))
    answer = name_it(client_of(cast.officer), coming, **({"purpose": "Voor de buurt."} | wrong))
    form = answer.context["form"]
    assert (list(form.errors), sentence in str(form.errors[field])) == ([field], True)
    assert wrong.get("highest", "100.000") in answer.content.decode()
    assert not NamedAmount.objects.exists()


def test_another_amount_needs_a_reason_and_the_earlier_one_stays(cast, client_of, day):
    client = client_of(cast.officer)
    assert list(name_it(client, day).context["form"].errors) == ["reason"]
    name_it(client, day, reason="De raad maakte meer vrij.")
    page = client_of(cast.visitor).get(day.get_absolute_url()).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("€ 60.000 tot € 100.000", "De raad maakte meer vrij.", "Wat wij eerder zeiden"))
    assert day.amounts.count() == 2


def test_two_who_name_it_at_once_do_not_write_over_each_other(cast, client_of, day):
    values = {"lowest": None, "highest": 5, "known_on": None, "purpose": "x", "decided_by": "y", "reason": "z"}
    with pytest.raises(Changed):
        actions.name_amount(meeting=day, by=cast.officer, seen=0, **values)
    answer = name_it(client_of(cast.officer), day, seen=0, reason="Anders.", purpose="Mijn woorden.")
    page = answer.content.decode()
    assert all(words in page for words in ("Eén keer, voor plannen van de buurt.", "Mijn woorden."))


def test_not_known_yet_is_an_answer_and_the_team_is_reminded_on_that_day(cast, tender, client_of):
    coming = make.working_day(cast, tender, highest=None, begins_in=dt.timedelta(days=9))
    day = clock.today() + dt.timedelta(days=3)
    name_it(client_of(cast.officer), coming, highest="", lowest="", known_on=day.isoformat())
    assert "Wij weten het bedrag nog niet." in client_of(cast.visitor).get(coming.get_absolute_url()).content.decode()
    assert tasks.remind_of_amounts() == 0
    clock.set_offset(dt.timedelta(days=3))
    assert (tasks.remind_of_amounts(), tasks.remind_of_amounts()) == (1, 0)
    assert Event.objects.filter(name="dialogues.amount_due").count() == 1


@pytest.mark.parametrize("ended", ["withdrawn_at", "completed_at"])
def test_of_a_tender_that_ended_nobody_is_asked_to_name_an_amount(cast, tender, client_of, ended):
    coming = make.working_day(cast, tender, highest=None, begins_in=dt.timedelta(days=9))
    name_it(client_of(cast.officer), coming, highest="", lowest="", known_on=clock.today().isoformat())
    type(tender).objects.filter(pk=tender.pk).update(**{ended: clock.now()})
    assert (tasks.remind_of_amounts(), actions.remind_of_amount(amount=coming.amount)) == (0, False)
    assert not Event.objects.filter(name="dialogues.amount_due").exists()


def test_who_comes_hears_the_amount(cast, client_of, tender, commit):
    coming = make.working_day(cast, tender, highest=None, begins_in=dt.timedelta(days=9))
    make.registration(coming, person=cast.resident)
    make.registration(coming, name="Truus", email="truus@example.org", code="k7wp-93bd-xm2h")
    with commit():
        name_it(client_of(cast.officer), coming)
    assert [notice.person for notice in Notice.objects.all()] == [cast.resident]
    assert set(Mail.objects.values_list("to", flat=True)) >= {"truus@example.org"}


def test_a_table_sends_its_plan_without_an_account_and_follows_it(cast, client_of, day):
    client = client_of(cast.visitor)
    answer = bring(client, day)
    assert re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){2}", answer.content.decode())
    plan = Plan.objects.for_page().get()
    assert (plan.meeting, plan.about, plan.cost, plan.filed_by) == (day, day.tender, 1_250_000, None)
    bring(client, day)
    assert Plan.objects.count() == 1
    page = client.get(url("portal:list_day_plans", day)).content.decode().replace("\xa0", " ")
    assert all(words in page for words in ("Soep", "vraagt € 12.500", "Tafel 3: Jo en Ali", "€ 100.000", "Wacht op antwoord"))
    assert "Het is op een werkdag gemaakt" in client.get(plan.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"), [({"cost": ""}, "cost"), ({"cost": "veel"}, "cost"), ({"cost": "-1"}, "cost"), ({"makers": ""}, "makers")]
)
def test_what_a_table_fills_in_wrong_is_told_beside_the_field_and_stays(cast, client_of, day, wrong, field):
    answer = bring(client_of(cast.visitor), day, **wrong)
    assert (list(answer.context["form"].errors), "Wij koken." in answer.content.decode()) == ([field], True)
    assert not Plan.objects.exists()


@pytest.mark.parametrize(("hours", "status"), [(-25, 200), (-24 * 8, 302), (2, 302)])
def test_a_plan_can_be_sent_from_the_beginning_until_a_week_after(cast, client_of, tender, hours, status):
    """Who comes too early or too late is led to the plans, where it says when one can."""
    day = make.working_day(cast, tender, begins_in=dt.timedelta(hours=hours))
    answer = client_of(cast.visitor).get(url("portal:bring_plan", day))
    assert (answer.status_code, getattr(answer, "url", "")) == (status, url("portal:list_day_plans", day) if status == 302 else "")
    assert bring(client_of(cast.visitor), day).status_code == status
    assert Plan.objects.exists() is (status == 200)


def test_no_other_meeting_takes_plans(cast, client_of, tender):
    meeting = make.meeting(tender, begins_in=dt.timedelta(hours=-1), kind=MeetingKind.INFORMATION)
    for page in ("portal:bring_plan", "portal:list_day_plans"):
        assert client_of(cast.visitor).get(url(page, meeting)).url == meeting.get_absolute_url()


def test_what_goes_to_the_plans_stays_within_the_amount(cast, day):
    first, second = (make.plan(cast.municipality, about=day.tender, meeting=day, cost=80_000_00) for _one in range(2))
    with pytest.raises(Refused) as refused:
        answer(cast, first)
    assert list(refused.value.message_dict) == ["granted"]
    answer(cast, first, granted=70_000_00)
    with pytest.raises(Refused) as refused:
        answer(cast, second, granted=30_000_01)
    assert "30.000" in str(refused.value)
    answer(cast, second, "no")
    answer(cast, first, granted=100_000_00, changed_because="Er is meer.")  # its own 70.000 is counted once
    assert (sums_of(day).asked, sums_of(day).granted, sums_of(day).left) == (160_000_00, 100_000_00, 0)


def test_a_lower_amount_than_was_given_is_told_to_everybody(cast, client_of, day):
    answer(cast, make.plan(cast.municipality, about=day.tender, meeting=day, cost=100), granted=90_000_00)
    name_it(client_of(cast.officer), day, lowest="", highest="50.000", reason="De raad trok het terug.")
    page = client_of(cast.visitor).get(url("portal:list_day_plans", day)).content.decode()
    assert ("De plannen kregen meer dan er nu is." in page, "Is over" in page) == (True, False)


def test_nothing_is_given_of_an_amount_that_nobody_named(cast, tender):
    day = make.working_day(cast, tender, highest=None)
    plan = make.plan(cast.municipality, about=tender, meeting=day, cost=100)
    with pytest.raises(Refused):
        answer(cast, plan, granted=100)
    answer(cast, plan, "together", granted=0)


def test_a_plan_of_no_working_day_gets_nothing_of_an_amount(cast, client_of, tender):
    plan = make.plan(cast.municipality, about=tender)
    with pytest.raises(Refused):
        answer(cast, plan, granted=100)
    page = client_of(cast.officer).get(reverse("initiatives:answer_plan", args=[plan.public_id]))
    assert "granted" not in page.context["form"].fields


def test_the_officer_answers_and_everybody_reads_what_a_plan_gets(cast, client_of, day):
    plan = make.plan(cast.municipality, about=day.tender, meeting=day, cost=40_000_00)
    form = WORDS | {"outcome": "yes", "granted": "35.000", "reason": "Ja.", "next_step": "In mei."}
    assert client_of(cast.officer).post(reverse("initiatives:answer_plan", args=[plan.public_id]), form).status_code == 302
    visitor = client_of(cast.visitor)
    assert "krijgt € 35.000" in visitor.get(url("portal:list_day_plans", day)).content.decode().replace("\xa0", " ")
    assert "€ 35.000" in visitor.get(plan.get_absolute_url()).content.decode().replace("\xa0", " ")


def test_an_amount_is_named_or_promised_and_never_both(cast, day):
    for wrong in ({"highest": None}, {"highest": 5, "known_on": clock.today()}, {"highest": 5, "lowest": 6}, {"highest": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            NamedAmount.objects.create(meeting=day, by=cast.officer, purpose="x", decided_by="y", **wrong)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more(cast, client_of, statements, day, count):
    for _one in range(count):
        plan = make.plan(cast.municipality, about=day.tender, meeting=day, cost=100)
        make.plan_answer(cast, plan, granted=50)
    client = client_of(cast.visitor)
    with statements() as sent:
        client.get(url("portal:list_day_plans", day))
    assert len(sent) == 7
