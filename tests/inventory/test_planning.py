"""What comes up or closes: the public calendar and its feed, the signal of a contract's end, periods for plans."""

import datetime as dt

import icalendar
import pytest
from django.urls import reverse

from areas.models import Area
from events import clock
from events.models import Event
from inventory import actions, tasks
from inventory.models import Line, LineKind, Period, Signal
from inventory.terms import months_after, months_before
from tenders import dates
from tenders.models import StepPlan
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make


def url(page: str, *args) -> str:
    return reverse(f"inventory:{page}", args=["zwolle", *args])


def told(client, page="show_calendar") -> list[tuple[str, str]]:
    moments = client.get(url(page)).context["page_obj"].object_list
    return [(moment.word, moment.title) for moment in moments]


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2026-05-31", 3, "2026-02-28"),
        ("2024-05-31", 3, "2024-02-29"),
        ("2026-12-31", 6, "2026-06-30"),
        ("2027-01-15", 12, "2026-01-15"),
    ],
)
def test_months_are_counted_back_to_the_last_day_of_a_shorter_month(day, months, found):
    assert months_before(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(found)


def test_months_are_counted_over_the_end_of_a_year():
    assert months_after(dt.date(2026, 8, 31), 6) == dt.date(2027, 2, 28)


def test_the_calendar_shows_what_ends_comes_free_is_planned_and_asks_for_plans(cast, client_of):
    today = clock.today()
    contract = make.running(cast, title="Groen", ends_in=200, notice_months=2)
    make.line(cast, kind=LineKind.BUILDING, title="School", ends_on=today + dt.timedelta(days=10))
    make.line(cast, title="Maaien", begins_on=today + dt.timedelta(days=20))
    make.line(cast, title="Folders", begins_on=today + dt.timedelta(days=20), fitness="not_needed", fitness_because="Weg.")
    make.running(cast, title="Voorbij", ends_in=-5)
    make.line(cast, title="Van Deventer", begins_on=today, municipality=cast.other_municipality)
    make.period(cast, line=contract, begins_in=5, days=25, title="Welk groen?")
    tender = make.tender(cast, title="Samen groen")
    StepPlan.objects.create(tender=tender, step=Step.REQUEST, begins_on=today + dt.timedelta(days=300))
    hidden = make.tender(cast, title="Nog geheim", published=False)
    StepPlan.objects.create(tender=hidden, step=Step.REQUEST, begins_on=today + dt.timedelta(days=300))
    assert told(client_of(cast.visitor)) == [
        ("Plannen welkom vanaf vandaag", "Welk groen?"),
        ("Komt vrij", "School"),
        ("Gepland", "Maaien"),
        ("Laatste dag voor plannen", "Welk groen?"),
        ("Laatste dag om op te zeggen", "Groen"),
        ("Loopt af", "Groen"),
        ("Gepland: stap 2, uitvraag", "Samen groen"),
    ]


def test_all_municipalities_together_have_one_calendar(cast, client_of):
    make.running(cast, title="Groen")
    make.running(cast, title="Van Deventer", municipality=cast.other_municipality)
    page = client_of(cast.visitor).get(reverse("inventory:show_all_calendars")).content.decode()
    assert ("Groen" in page, "Van Deventer" in page, "· Deventer · Lopend" in page) == (True, True, True)


def test_the_feed_has_whole_days_also_when_the_clock_changes(cast, client_of, move_clock):
    move_clock(to=dt.datetime(2026, 10, 1, 10, tzinfo=dt.UTC))
    for day in (dt.date(2026, 10, 25), dt.date(2027, 3, 28)):
        make.running(cast, title=f"Tot {day}", ends_on=day, notice_months=None)
    for page in (url("export_calendar"), reverse("inventory:export_all_calendars")):
        answer = client_of(cast.visitor).get(page)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
        days = [(event.decoded("dtstart"), event.decoded("dtend")) for event in events]
        assert days == [
            (dt.date(2026, 10, 25), dt.date(2026, 10, 26)),
            (dt.date(2027, 3, 28), dt.date(2027, 3, 29)),
        ]


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_calendar_takes_as_many_statements_for_more(cast, client_of, statements, count):
    for _one in range(count):
        make.running(cast)
    client = client_of(cast.visitor)
    for page in ("show_calendar", "export_calendar"):
        with statements() as sent:
            client.get(url(page))
        assert len(sent) <= 4


def test_officers_hear_of_an_end_once_and_again_when_the_day_for_notice_is_there(cast, move_clock):
    make.running(cast, ends_in=300, notice_months=3)
    make.running(cast, ends_in=900)
    make.running(cast, ends_in=None)
    make.running(cast, ends_in=-3)
    assert (tasks.signal_ends(), tasks.signal_ends()) == (1, 0)
    event = Event.objects.get(name="inventory.ends_signalled")
    assert (event.data, event.municipality_id) == ({"count": 1, "notices": 0}, cast.municipality.pk)
    move_clock(days=215)
    assert (tasks.signal_ends(), tasks.signal_ends()) == (1, 0)
    assert list(Signal.objects.order_by("pk").values_list("kind", flat=True)) == ["ahead", "notice"]


def test_a_long_list_is_one_message(cast):
    for _one in range(40):
        make.running(cast, ends_in=100, notice_months=6)
    assert tasks.signal_ends() == 80
    assert Event.objects.filter(name="inventory.ends_signalled").count() == 1


def test_what_is_too_much_for_one_message_comes_with_the_next(cast):
    one = make.running(cast, ends_in=100, notice_months=None)
    values = {"municipality": cast.municipality, "kind": LineKind.SUBSIDY, "ends_on": one.ends_on}
    Line.objects.bulk_create(Line(title=f"Subsidie {n}", **values) for n in range(599))
    assert [tasks.signal_ends() for _run in range(3)] == [500, 100, 0]
    assert (Signal.objects.values("line").distinct().count(), Line.objects.nothing_done().count()) == (600, 600)


def test_a_contract_that_moves_is_signalled_again(cast):
    line = make.running(cast, ends_in=200, notice_months=None)
    tasks.signal_ends()
    actions.edit_line(line=Line.objects.get(), by=cast.officer, version=1, ends_on=line.ends_on + dt.timedelta(days=30))
    assert tasks.signal_ends() == 1


def test_the_municipality_says_how_long_ahead(cast, client_of):
    make.running(cast, ends_in=500, notice_months=None)
    assert tasks.signal_ends() == 0
    form = {"answer_days": 5, "plan_weeks": 8, "unequal_share": 80, "signal_months": 24, "reason": "Wij willen ruim de tijd."}
    assert client_of(cast.administrator).post("/gemeenten/zwolle/beheer/instellingen/", form).status_code == 302
    assert (actions.settings_of(cast.municipality).signal_months, tasks.signal_ends()) == (24, 1)


def test_what_ends_soon_says_what_was_done_about_it(cast, client_of, statements):
    line = make.running(cast, title="Groen", ends_in=100, notice_months=6)
    client = client_of(cast.officer)
    page = client.get(url("list_ends")).content.decode()
    assert all(words in page for words in ("Groen", "De dag om op te zeggen is voorbij", "Vraag om plannen", "Begin een traject"))
    make.may_stop(cast, make.tender(cast), line)
    make.period(cast, line=line)
    make.running(cast, ends_in=100)
    with statements() as sent:
        page = client.get(url("list_ends")).content.decode()
    assert (all(words in page for words in ("Gemeld op", "Plannen zijn welkom")), len(sent) <= 8) == (True, True)
    assert client_of(cast.resident).get(url("list_ends")).status_code == 403


def test_what_ends_waits_in_my_work_until_something_is_done_about_it(cast, client_of, statements):
    lines = [make.running(cast, ends_in=100, notice_months=1) for _one in range(2)]
    client = client_of(cast.contract_manager)

    def waits(sentence: str) -> bool:
        return sentence in client.get("/mijn/").content.decode()

    assert waits("lopen af") is False
    tasks.signal_ends()
    assert waits("2 overeenkomsten of subsidies lopen af") is True
    make.period(cast, line=lines[0])
    assert waits("1 overeenkomst of subsidie loopt af") is True
    make.may_stop(cast, make.tender(cast), lines[1])
    assert waits("loopt af") is False
    officer = client_of(cast.officer)
    with statements() as sent:
        officer.get("/mijn/")
    assert len(sent) <= 10


def test_a_period_is_opened_by_an_end_and_everybody_sees_it(cast, client_of):
    line, client = make.running(cast, title="Zwembad"), client_of(cast.officer)
    begins, ends = clock.today(), clock.today() + dt.timedelta(days=40)
    form = {
        "title": "Wat wordt er van het bad?",
        "begins_on": begins.isoformat(),
        "ends_on": ends.isoformat(),
        "reason": "Het sluit.",
        "kind": "closing",
    }
    assert client.post(url("open_period") + f"?regel={line.public_id}", form).status_code == 302
    assert [period.line for period in Period.objects.open()] == [line]
    visitor = client_of(cast.visitor)
    for page in (url("show_periods"), url("show_inventory"), line.get_absolute_url()):
        assert "Wat wordt er van het bad?" in visitor.get(page).content.decode()
    client.post(url("close_period", Period.objects.get().public_id), {"reason": "Het dorp heeft een plan."})
    assert (Period.objects.open().count(), Period.objects.get().closed_because) == (0, "Het dorp heeft een plan.")


def test_what_is_known_of_a_contract_or_a_building_is_filled_in(cast, client_of):
    horn = Area.objects.create(municipality=cast.municipality, name="Horn")
    ends = clock.today() + dt.timedelta(days=300)
    contract = make.running(cast, title="Jongerenwerk", ends_in=300, notice_months=8, area=horn)
    pool = make.line(cast, kind=LineKind.BUILDING, title="Zwembad", ends_on=ends)
    told = make.running(cast, title="Maaltijden", ends_in=None)
    stop = make.may_stop(cast, make.tender(cast), told, stops_in=90)

    def known(line) -> dict:
        form = client_of(cast.officer).get(url("open_period"), {"regel": line.public_id}).context["form"]
        return {name: form[name].value() for name in ("kind", "title", "reason", "area", "begins_on", "ends_on")}

    today, weeks = clock.today(), clock.today() + dt.timedelta(weeks=8)
    assert known(contract) == {
        "kind": "contract_ends",
        "title": "Jongerenwerk",
        "reason": f"De overeenkomst met {cast.party.name} loopt af op {dates.day(ends)}.",
        "area": horn.pk,
        "begins_on": today,
        "ends_on": min(weeks, contract.notice_on),
    }
    assert (known(pool)["kind"], known(pool)["reason"]) == ("closing", f"Het gebouw komt vrij op {dates.day(ends)}.")
    assert known(told)["reason"] == f"Dit kan stoppen op {dates.day(stop.stops_on)}."
    for address in (url("list_ends"), stop.get_absolute_url(), reverse("inventory:list_may_stop", args=[stop.tender.slug])):
        assert "Vraag om plannen" in client_of(cast.officer).get(address).content.decode()
    assert "Zwembad" in client_of(cast.officer).get(url("list_ends")).content.decode()


def test_who_opens_a_period_says_what_happens_and_everybody_reads_what_must_be_known(cast, client_of):
    today = clock.today().isoformat()
    form = {"title": "Het bad", "kind": "closing", "reason": "In juni.", "begins_on": today, "ends_on": today}
    form["must_know"] = "Kijken kan elke zondag."
    for name in ("title", "kind", "reason"):
        answer = client_of(cast.officer).post(url("open_period"), form | {name: ""})
        assert (list(answer.context["form"].errors), "Kijken kan elke zondag." in answer.content.decode()) == ([name], True)
    assert {name for name, one in cast.people().items() if client_of(one).get(url("open_period")).status_code == 200} == {
        *("officer", "buyer", "secretary", "lawyer", "area_manager", "contract_manager")
    }
    client_of(cast.officer).post(url("open_period"), form)
    period = Period.objects.get()
    page = client_of(cast.visitor).get(period.get_absolute_url()).content.decode()
    assert [words in page for words in ("Kijken kan elke zondag.", "Er sluit iets", f"?periode={period.public_id}")] == [True] * 3
    actions.close_period(period=period, by=cast.officer, reason="De raad houdt het open.")
    page = client_of(cast.visitor).get(period.get_absolute_url()).content.decode()
    assert ("De raad houdt het open." in page, "?periode=" in page) == (True, False)


def test_open_periods_stand_first_and_what_is_over_last(cast, client_of):
    for title, begins_in in (("Over", -60), ("Komt", 5), ("Open", -1)):
        make.period(cast, title=title, begins_in=begins_in)
    page = client_of(cast.visitor).get(url("show_periods"))
    assert [period.title for period in page.context["page_obj"]] == ["Open", "Komt", "Over"]


def test_a_period_in_the_past_or_backwards_is_refused(cast, client_of):
    today = clock.today()
    form = {"title": "Plan", "reason": "Zomaar.", "kind": "other"}
    for begins, ends in ((-20, -10), (10, 5)):
        days = {name: (today + dt.timedelta(days=n)).isoformat() for name, n in (("begins_on", begins), ("ends_on", ends))}
        answer = client_of(cast.officer).post(url("open_period"), form | days)
        assert list(answer.context["form"].errors) == ["ends_on"]
    with pytest.raises(Refused):
        past = today - dt.timedelta(days=1)
        actions.open_period(municipality=cast.municipality, by=cast.officer, title="x", begins_on=past, ends_on=past, reason="x")


def test_running_contracts_that_end_are_there_for_plans(cast):
    first, _last = make.running(cast, ends_in=10), make.running(cast, ends_in=400)
    make.running(cast, ends_in=None), make.running(cast, ends_in=-1), make.line(cast)
    assert (Line.objects.running_that_end().count(), Line.objects.running_that_end().first()) == (2, first)
