"""Work that runs now may stop: a provider in Rotterdam hears it with date and proof, says what that costs and what it costs with
more time, and every bidder reads the sum in the request.
"""

import datetime as dt
from types import SimpleNamespace

import pytest

from events import clock
from inventory.terms import months_after
from portal.demo.scenes import friction_texts as texts
from tenders import dates
from tests.journeys.people import Browsers
from tests.journeys.steps import procedure

TELEPHONE = {"width": 360, "height": 780}


@pytest.mark.proof
@pytest.mark.browser
@pytest.mark.services
def test_who_does_the_work_now_hears_it_and_every_bidder_reads_what_it_costs(people):
    play(people)


def play(people: Browsers) -> None:
    story = _story(people.site.run("tests.journeys.running_work", "begin").strip())
    page = _tell(people, story)
    _read(people, page)
    _file(people, page)
    _nobody_else(people, story, page)
    people.site.run("tests.journeys.running_work", "ready")
    _publish(people, story)
    people.say_nothing_wrong()


def _story(slug: str) -> SimpleNamespace:
    """What the steps of a whole tender ask: who leads it, who buys, and where it is."""
    return SimpleNamespace(officer="ineke", procurement="koos", at=lambda page="": f"/trajecten/{slug}/{page}")


def _tell(people: Browsers, story) -> str:
    """The officer ties the subsidy to the tender. Nobody sees that before she tells it; then there is a letter."""
    ineke = people("ineke").go(story.at("wat-kan-stoppen/")).press("Voeg werk toe dat nu loopt")
    soon = clock.today() + dt.timedelta(days=200)
    ineke.fill(line="Hulp bij opvoeden", stops_on=soon, reason=texts.STOPS).send("Zet het in de lijst")
    page = ineke.path().removesuffix("melden/")
    people("wilma").is_refused(page, 404)
    ineke.fill(how="here").send("Dit is gemeld").sees("Gemeld op", "voordat de opzegtermijn voorbij is", "12 maanden")
    ineke.sees(dates.day(months_after(clock.today(), 12)))
    return page


def _read(people: Browsers, page: str) -> None:
    """By mail and on her telephone: from which day, since when the term counts, whom to call, and the proof."""
    assert people.site.address + page in people.mail("Werk dat u nu doet, kan stoppen", to="wilma")
    wilma = people("wilma")
    wilma.page.set_viewport_size(TELEPHONE)
    wilma.go("/mijn/").press("Lees en vul in")
    wilma.sees(texts.STOPS, dates.day(clock.today()), "12 maanden", "Ineke Vroom")
    assert wilma.waits_for("De brief als PDF").downloads("De brief als PDF").startswith(b"%PDF")
    wilma.send("Wij hebben het gelezen").does_not_see("Wij hebben het gelezen")


def _file(people: Browsers, page: str) -> None:
    """One page. A wrong amount gets its sentence, and what was typed stays."""
    said = texts.FRICTION["jeugdhaven"]
    wilma = people("wilma").go(page).press("Vul het in")
    words = {name: said[name] for name in ("staff", "volunteers", "clients", "network", "needs")}
    wilma.fill(staff_costs="2,1 miljoen", place_costs="640.000", more_months=24, **words).press("Opslaan")
    wilma.is_told("Schrijf het bedrag in euro", "Vul in wat het kost als u zo veel meer tijd krijgt.")
    assert (wilma.holds("staff_costs"), wilma.holds("needs")) == ("2,1 miljoen", said["needs"])
    wilma.fill(staff_costs="2.100.000", other_costs="180.000,00", costs_then="950.000").send("Opslaan")
    wilma.sees("2.920.000", "Met 24 maanden extra", "950.000", said["needs"])
    people("ineke").go(page).sees("Wilma Kranendonk", "2.920.000", said["network"], said["needs"])


def _nobody_else(people: Browsers, story, page: str) -> None:
    """Not the other two who do the work now, not a visitor; they see the sum nowhere yet."""
    people("dunja").is_refused(page, 404)
    people.visitor().is_refused(page, 404)
    people.visitor().go(story.at()).sees("Hulp bij opvoeden, thuis en op kantoor").does_not_see("2.920.000", "3.407.000")
    people("koos").go(story.at("wat-kan-stoppen/")).sees("3.407.000", "1.168.000", "727")


def _publish(people: Browsers, story) -> None:
    procedure.make_the_timetable(people, story)
    procedure.prepare_and_publish(people, story)
    visitor = people.visitor()
    visitor.page.set_viewport_size(TELEPHONE)
    visitor.go(story.at("procedure/")).press("Lees de uitvraag")
    visitor.sees("Wie het werk nu doet, en wat kan stoppen", "3.407.000", "Met de tijd die zij vragen", "1.168.000", "727")
    visitor.does_not_see("2.920.000", texts.FRICTION["jeugdhaven"]["needs"])
