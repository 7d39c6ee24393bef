"""A working day in Oude IJsselstreek: what there is to divide is said beforehand, each table sends its plan with an amount, and
everybody reads what goes to which plan.
"""

import datetime as dt

import pytest
from django.utils import timezone

from events import clock
from portal.demo.scenes import working_day_texts as texts
from tests.journeys.people import Browsers, Person
from tests.journeys.steps.dialogue import CODE

TELEPHONE = {"width": 360, "height": 780}
ANSWER = {name: texts.ANSWERS["workshop"][name] for name in ("legitimacy", "effectiveness", "involvement", "reason", "next_step")}


@pytest.mark.proof
@pytest.mark.browser
@pytest.mark.services
def test_a_working_day_with_an_amount_from_its_plan_until_what_each_table_gets(people):
    play(people)


def play(people: Browsers) -> None:
    slug = people.site.run("tests.journeys.conversation", "oude-ijsselstreek").strip()
    day = _plan(people, slug)
    _come(people, day)
    _name(people, day)
    people.move_clock("Een dag verder")
    code = _at_the_tables(people, day)
    _answer(people, day)
    _read(people, day, code)
    people.say_nothing_wrong()


def _plan(people: Browsers, slug: str) -> str:
    """The officer plans it. He does not know the amount yet, and says when he will."""
    begins = timezone.localtime(clock.now() + dt.timedelta(hours=23)).replace(second=0, microsecond=0)
    times = {"begins_at": f"{begins:%Y-%m-%dT%H:%M}", "ends_at": f"{begins + dt.timedelta(hours=6):%Y-%m-%dT%H:%M}"}
    theo = people("theo").go(f"/trajecten/{slug}/bijeenkomsten/nieuw/")
    said = {name: texts.DAY[name] for name in ("title", "place", "capacity", "per_party", "agenda")}
    theo.fill(kind="=working_day", **said, **times).send("Plan deze bijeenkomst")
    theo.press("Noem dit bedrag").is_told("Zeg waar het geld voor is.")
    words = {"purpose": texts.BEFORE["purpose"], "decided_by": texts.BEFORE["decided_by"]}
    theo.fill(known_on=clock.today(), **words).send("Noem dit bedrag").sees("Wij weten het bedrag nog niet.")
    return theo.path()


def _come(people: Browsers, day: str) -> None:
    bennie = people("bennie").go(day).send("Ik kom").sees("U bent aangemeld", "Wij weten het bedrag nog niet.")
    bennie.is_refused(day + "bedrag/", 403)
    _on_a_telephone(people).go(day).fill(name="Riek").send("Ik kom").sees("U bent aangemeld")


def _name(people: Browsers, day: str) -> None:
    """The clerk names it for the council; who comes hears it before the day."""
    gonnie = people("gonnie").go(day).press("Noem een ander bedrag")
    gonnie.fill(lowest="250.000", highest="200.000", reason="De raad gaf ruimte.").press("Noem dit bedrag")
    gonnie.is_told("Dit is meer dan het hoogste bedrag.")
    assert (gonnie.holds("lowest"), gonnie.holds("reason")) == ("250.000", "De raad gaf ruimte.")
    gonnie.fill(lowest="100.000").send("Noem dit bedrag").sees("100.000", "200.000", "De raad gaf ruimte.")
    assert people.site.address + day in people.mail("Het bedrag van uw werkdag is genoemd", to="bennie")
    _on_a_telephone(people).go(day).sees("200.000", texts.BEFORE["decided_by"]).does_not_see("Stuur het plan van uw tafel")


def _at_the_tables(people: Browsers, day: str) -> str:
    """On the day two tables send their plan from a telephone; the code of the first."""
    table = _on_a_telephone(people).go(day).press("Stuur het plan van uw tafel").sees("200.000", "voor alle tafels samen")
    said = texts.PLANS["workshop"][1] | {"cost": "180.000"}
    table.fill(**said | {"cost": ""}).press("Verstuur ons plan").is_told("Vul in wat het ongeveer kost.")
    assert table.holds("what") == said["what"]
    table.fill(cost=said["cost"]).send("Verstuur ons plan").sees("Wij hebben uw plan", "U krijgt uiterlijk op")
    code = CODE.search(table.page.locator("main").inner_text())[0]
    other = _on_a_telephone(people).go(day + "plannen/").press("Stuur het plan van uw tafel")
    other.fill(**texts.PLANS["rest"][1] | {"cost": "42.000"}).send("Verstuur ons plan")
    other.go(day + "plannen/").sees("De plannen vragen samen", "222.000", said["makers"], "Wacht op antwoord")
    return code


def _answer(people: Browsers, day: str) -> None:
    """Who leads the tender answers; what the plans get together stays within the amount."""
    theo = people("theo").go("/mijn/").sees("2 plannen van buiten wachten op antwoord")
    theo.go(day + "plannen/").press("De verenigingswerkplaats").press("Beantwoord dit plan")
    theo.fill(outcome="yes", granted="200.000,01", **ANSWER).press("Geef dit antwoord").is_told("Van het bedrag is nog")
    theo.fill(granted="180.000").send("Geef dit antwoord").sees("Het antwoord: ja", "180.000")
    theo.go(day + "plannen/").press("Een vrije zaterdag voor wie zorgt").press("Beantwoord dit plan")
    theo.fill(outcome="no", **ANSWER | {"reason": texts.ANSWERS["rest"]["reason"]}).send("Geef dit antwoord")


def _read(people: Browsers, day: str, code: str) -> None:
    visitor = _on_a_telephone(people).go(day).press("Alle plannen van deze dag")
    visitor.sees("krijgt", "180.000", "Is over", "20.000", "Niet, met uitleg")
    visitor.go("/code/").fill(code=code).send("Toon").press("Volg uw plan").sees("Het antwoord: ja", ANSWER["next_step"])


def _on_a_telephone(people: Browsers) -> Person:
    visitor = people.visitor()
    visitor.page.set_viewport_size(TELEPHONE)
    return visitor
