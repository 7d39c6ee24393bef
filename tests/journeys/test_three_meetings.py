"""Zwolle's three meetings: one for everybody, two to go deeper. A place for each organisation, a waiting list that moves up, a
calendar that knows the summer, and a report that who was there can correct until it is final.
"""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import icalendar
import pytest

from events import clock
from tests.journeys.people import Browsers

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_CODE = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b")
_FIRST, _SECOND, _THIRD = "Wat is er overdag te doen?", "Wat kunt u al?", "Hoe ziet de vraag eruit?"
_KINDS = {_FIRST: "information", _SECOND: "in_depth", _THIRD: "in_depth"}
_REPORT = "Wij waren met vijf.\n\nIemand wil een werkplaats."
_MENDED = "Wij waren met zes.\n\nIemand wil een werkplaats."


@pytest.mark.proof
@pytest.mark.browser
@pytest.mark.services
def test_zwolle_meets_three_times(people):
    play(people)


def play(people: Browsers) -> None:
    people.site.run("tests.journeys.colleagues", "Stichting De Werkbank", "pim")
    people.site.run("tests.journeys.colleagues", "Bewonersgroep De Avondtafel", "henk")
    root = f"/trajecten/{people.site.run('tests.journeys.conversation').strip()}/"
    days = _plan(people, root)
    joop = _register(people, root)
    _make_room(people, root)
    _read_the_calendar(people, root, days)
    for _day in range(3):
        people.move_clock("Een dag verder")
    _report(people, root)
    _correct(people, root, joop)
    _decide(people, root)
    _lock(people, root)
    people.say_nothing_wrong()


def _days() -> dict[str, dt.date]:
    """In two days, in five, and on the other side of the change of the clock."""
    today = clock.today()
    far = next(day for n in range(120, 300) if _offset(day := today + dt.timedelta(days=n)) != _offset(today))
    return {_FIRST: today + dt.timedelta(days=2), _SECOND: today + dt.timedelta(days=5), _THIRD: far}


def _offset(day: dt.date) -> dt.timedelta:
    return dt.datetime.combine(day, dt.time(19, 30), tzinfo=_AMSTERDAM).utcoffset()


def _plan(people: Browsers, root: str) -> dict[str, dt.date]:
    marloes = people("marloes").go(f"{root}beheer/").press("Vraag een procesbegeleider")
    marloes.fill(person=people.names["gijs"]).send("Vraag deze procesbegeleider")
    gijs, days = people("gijs"), _days()
    for title, day in days.items():
        when = {"begins_at": f"{day}T19:30", "ends_at": f"{day}T21:30"}
        gijs.go(f"{root}bijeenkomsten/nieuw/").fill(kind=f"={_KINDS[title]}", title=title, place="De Bolder", **when)
        if title == _FIRST:
            gijs.fill(ends_at=f"{day}T18:00", capacity=5).press("Plan deze bijeenkomst")
            gijs.is_told("De bijeenkomst eindigt voordat zij begint.")
            assert gijs.holds("title") == title
            gijs.fill(ends_at=when["ends_at"])
        gijs.fill(agenda="- Wat hoorden wij?").send("Plan deze bijeenkomst").sees(title)
    people.visitor().go(f"{root}dialoog/").sees(*days)
    return days


def _register(people: Browsers, root: str) -> str:
    """Five places: two guests without an account, one for an organisation, and residents, who do not count for that."""
    codes = []
    for name in ("Truus", "Joop"):
        guest = people.visitor().go(f"{root}dialoog/").press(_FIRST).fill(name=name).send("Ik kom").sees("U bent aangemeld")
        codes.append(_CODE.search(guest.page.locator("main").inner_text())[0])
    werkbank, avondtafel = "Stichting De Werkbank", "Bewonersgroep De Avondtafel"
    samira = people("samira").go(f"{root}dialoog/").press(_FIRST).fill(party=werkbank).send("Ik kom").sees("U bent aangemeld")
    pim = people("pim").go(samira.path()).fill(party=werkbank).send("Ik kom")
    pim.sees(f"Er komen al anderen voor {werkbank}. U staat op de wachtlijst.")
    for resident in ("annie", "henk"):
        people(resident).go(samira.path()).fill(party=avondtafel).send("Ik kom").sees("U bent aangemeld")
    people("ria").go(samira.path()).send("Zet mij op de wachtlijst").sees("Alle plaatsen zijn bezet")
    visitor = people.visitor().go(samira.path()).sees("5 van de 5 plaatsen zijn bezet", "2 mensen staan op de wachtlijst")
    visitor.does_not_see("Truus", "Joop")
    truus, joop = codes
    _cancel(people, truus)
    return joop


def _cancel(people: Browsers, code: str) -> None:
    """Without an account: the code on the paper gives the place back, and who waits longest and may come gets it."""
    guest = people.visitor().go("/code/").fill(code=code.upper()).send("Toon").press("Ik kan niet komen")
    guest.fill(code="bcdf-bcdf-bcdf").press("Ik kom niet").is_told("code")
    guest.fill(code=code).send("Ik kom niet")


def _make_room(people: Browsers, root: str) -> None:
    """Ria got the place of Truus, since De Werkbank was there; when Samira cannot come, her colleague moves up."""
    assert "De Bolder" not in people.mail("U hebt nu een plek bij de bijeenkomst", to="ria")  # its page says where
    people("ria").go(f"{root}dialoog/").press(_FIRST).sees("U bent aangemeld")
    people("pim").go(people("ria").path()).sees("U staat op de wachtlijst")
    people("samira").go(people("ria").path()).press("Ik kan niet komen").send("Ik kom niet")
    people.mail("U hebt nu een plek bij de bijeenkomst", to="pim")
    people("pim").go(people("ria").path()).sees("U bent aangemeld")
    gijs = people("gijs").go(people("ria").path()).press("Wie is aangemeld")
    gijs.sees("Joop", people.names["pim"], "Stichting De Werkbank").does_not_see("Truus")


def _read_the_calendar(people: Browsers, root: str, days: dict[str, dt.date]) -> None:
    """One file for a meeting, one for all: half past seven in Amsterdam, in winter and in summer."""
    visitor = people.visitor().go(f"{root}dialoog/")
    events = icalendar.Calendar.from_ical(visitor.downloads("Alle bijeenkomsten in uw agenda")).walk("VEVENT")
    begins = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events}
    there = {title: dt.datetime.combine(day, dt.time(19, 30), tzinfo=_AMSTERDAM) for title, day in days.items()}
    assert {title: moment.astimezone(dt.UTC) for title, moment in begins.items()} == {
        title: moment.astimezone(dt.UTC) for title, moment in there.items()
    }
    assert {str(event["DTSTART"].params["TZID"]) for event in events} == {"Europe/Amsterdam"}
    assert begins[_FIRST].utcoffset() != begins[_THIRD].utcoffset()
    visitor.press(_THIRD)
    [alone] = icalendar.Calendar.from_ical(visitor.downloads("Zet het in uw agenda")).walk("VEVENT")
    assert (alone.decoded("DTSTART"), str(alone["LOCATION"])) == (begins[_THIRD], "De Bolder")


def _report(people: Browsers, root: str) -> None:
    """Who was there is noted, and a draft of the report is public for a week."""
    gijs = people("gijs").go(f"{root}dialoog/").press(_FIRST).press("Noteer wie er was")
    gijs.fill(present=["Joop", people.names["annie"], people.names["pim"]]).send("Opslaan")
    gijs.go(f"{root}dialoog/").press(_FIRST).press("Schrijf het verslag").fill(report=_REPORT, days="2")
    gijs.press("Maak het verslag openbaar").is_told("dagen")
    gijs.fill(days="7").send("Maak het verslag openbaar")
    people.visitor().go(f"{root}dialoog/").press(_FIRST).sees("Concept", "Iemand wil een werkplaats.", "er waren 3 mensen")
    people.mail("Het verslag van een bijeenkomst is er", to="annie")


def _correct(people: Browsers, root: str, code: str) -> None:
    """With the code of the registration, and with an account; who was not there cannot, and keeps what was typed."""
    joop = people.visitor().go(f"{root}dialoog/").press(_FIRST).press("Verbeter het verslag")
    joop.fill(code="bcdf-bcdf-bcdf", text="Wij waren met zes.").press("Verstuur het").is_told("code")
    assert joop.holds("text") == "Wij waren met zes."
    joop.fill(code=code).send("Verstuur het").sees("Wij waren met zes.")
    annie = people("annie").go(f"{root}dialoog/").press(_FIRST).press("Verbeter het verslag")
    annie.fill(text="Het ging over mijn kat.").send("Verstuur het")
    henk = people("henk").go(f"{root}dialoog/").press(_FIRST).press("Verbeter het verslag")
    henk.sees("Alleen wie erbij was").fill(text="Er was soep.").press("Verstuur het").is_told("Typ de code")
    henk.fill(code="bcdf-bcdf-bcdf").press("Verstuur het").is_told("Alleen wie erbij was")
    assert henk.holds("text") == "Er was soep."


def _decide(people: Browsers, root: str) -> None:
    """Taken over is the report anew; not taken over needs a reason. Everybody reads both, without a name."""
    gijs = people("gijs").go(f"{root}dialoog/").press(_FIRST).sees("Wacht op antwoord").does_not_see("Er was soep.").press("Beslis")
    gijs.fill(outcome="accepted", report=_MENDED).send("Beslis").sees("Overgenomen", "Wij waren met zes.")
    gijs.press("Beslis").fill(outcome="refused").press("Beslis").is_told("waarom")
    gijs.fill(outcome="refused", reason="Dat was na afloop, bij de koffie.").send("Beslis")
    visitor = people.visitor().go(f"{root}dialoog/").press(_FIRST)
    visitor.sees("Overgenomen", "Niet overgenomen", "Dat was na afloop, bij de koffie.").does_not_see("Annie", "Joop")
    people.mail("Er is een antwoord op uw verbetering", to="annie")


def _lock(people: Browsers, root: str) -> None:
    """After the last day the report is final, for whoever wrote it too; every correction stays to be read."""
    visitor = people.visitor().go(f"{root}dialoog/").press(_FIRST).does_not_see("Vastgesteld")
    address = visitor.path()
    for _week in range(2):
        people.move_clock("Een week verder")
    people.site.run("tests.journeys.by_itself", "dialogues.tasks.lock_minutes")
    visitor.go(address).sees("Vastgesteld", "Wij waren met zes.", "Niet overgenomen").does_not_see("Verbeter het verslag")
    people("gijs").is_refused(f"{address}verslag/", 403)
    people.mail("Het verslag van een bijeenkomst staat vast", to="annie")
