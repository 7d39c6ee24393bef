"""Step 6 as people do it: what was agreed is measured, everybody looks back, and somebody writes down what was learnt."""

from events import clock
from tests.journeys.people import Browsers
from tests.journeys.steps.contract import AGREEMENT
from tests.journeys.story import Indicator, Lot, Story

FIRST, LATER = "Elke dag zijn er nieuwe gezichten.", "Nu maken zij zelf het rooster."
QUESTION = "Werkt dit nog zoals wij wilden?"
VOICES = {
    "municipality": "Wij zijn tevreden over de opkomst.",
    "provider": "Het kost ons meer avonden dan gedacht.",
    "residents": "De deur is nu ook op zondag open.",
}
CONCLUSION = "Wij verdelen de avonden anders."
LESSON = "Geef de sleutel aan wie er elke dag komt."


def play(people: Browsers, story: Story) -> None:
    """From the signed contracts until the first lesson."""
    for lot, indicator in zip(story.lots, story.indicators, strict=True):
        agree_on_an_indicator(people, story, lot, indicator)
        measure(people, story, lot, indicator)
    people.move_clock("Een week verder")
    for lot, indicator in zip(story.lots, story.indicators, strict=True):
        measure_again(people, story, lot, indicator)
        everybody_sees_the_chart_and_its_table(people, story, indicator)
    look_back(people, story)
    write_down_a_lesson(people, story)


def agree_on_an_indicator(people: Browsers, story: Story, lot: Lot, indicator: Indicator) -> None:
    """The one that the request proposed, tied to what was agreed."""
    manager = people(story.contract_manager).go(story.at("monitoring/"))
    several = f" voor “{lot.name}”" if len(story.lots) > 1 else ""
    manager.press(f"Spreek een indicator af{several}")
    manager.fill(agreement=AGREEMENT, proposed=indicator.name, name=indicator.name, baseline=indicator.baseline)
    manager.fill(target=indicator.target, source=indicator.how, owner=lot.bidders[0].party)
    manager.press("Bewaar de indicator").is_told("Vul de eenheid in.")
    assert manager.holds("source") == indicator.how
    manager.fill(unit=indicator.unit).send("Bewaar de indicator").sees("De indicator is bewaard.", indicator.name)


def measure(people: Browsers, story: Story, lot: Lot, indicator: Indicator) -> None:
    """By the party, on a phone: a number and a story. Without the number it is no measurement."""
    party = people(lot.bidders[0].person).go(story.at("monitoring/")).press("Geef een meting door")
    party.fill(story=FIRST).press("Geef door").is_told("Vul het cijfer in dat u mat.")
    assert party.holds("story") == FIRST
    party.fill(value=indicator.baseline).send("Geef door").sees("De meting is binnen.", FIRST)
    people.mail("Er is een nieuwe meting", to=story.officer)


def measure_again(people: Browsers, story: Story, lot: Lot, indicator: Indicator) -> None:
    party = people(lot.bidders[0].person).go(story.at("monitoring/")).press("Geef een meting door")
    party.fill(value=int(indicator.target) + 1, story=LATER).send("Geef door").sees("Beter dan afgesproken.")


def everybody_sees_the_chart_and_its_table(people: Browsers, story: Story, indicator: Indicator) -> None:
    visitor = people.visitor().go(story.at("monitoring/"))
    now = int(indicator.target) + 1
    visitor.sees(indicator.name, f"Nu {now} {indicator.unit}. Aan het begin {indicator.baseline}.", LATER, indicator.how)
    card = visitor.page.locator("main li.mw-card").filter(has_text=indicator.name)
    assert card.locator("svg").count()
    card.get_by_text("Cijfers in een tabel").click()
    rows = card.get_by_role("row").all_inner_texts()
    measured = [row.split("\t")[1] for row in rows]
    assert measured == ["Meting", indicator.baseline, indicator.baseline, str(now)]


def look_back(people: Browsers, story: Story) -> None:
    """Each group writes first by itself; when it has, it reads the others; everybody reads it all when it is closed."""
    officer = people(story.officer).go(story.at("monitoring/")).press("Plan een reflectiemoment")
    path = officer.fill(title=QUESTION, held_on=clock.today()).send("Plan het").sees(QUESTION).path()
    first = story.lots[0]
    groups = {"municipality": story.officer, "provider": first.bidders[0].person, "residents": first.assessors[0][0]}
    said = []
    for group, key in groups.items():
        person = people(key).go(path).does_not_see(*said).press("Schrijf namens uw groep")
        person.fill(voice=group, text=VOICES[group]).send("Verstuur het").sees("Uw groep heeft geschreven.", VOICES[group], *said)
        said.append(VOICES[group])
    people.visitor().go(path).sees(QUESTION).does_not_see(*said)
    officer.go(path).press("Sluit dit moment").fill(conclusion=CONCLUSION).send("Sluit het")
    people.visitor().go(path).sees(CONCLUSION, *said)


def write_down_a_lesson(people: Browsers, story: Story) -> None:
    """From the last measurement, for who begins elsewhere."""
    officer = people(story.officer).go(story.at("monitoring/")).press("Schrijf een les op")
    officer.fill(text=LESSON, situation="als mensen elke dag komen", measurement=story.indicators[0].name)
    officer.send("Bewaar de les").sees("De les staat opgeschreven.", LESSON)
    people.visitor().go(story.at("monitoring/")).sees(LESSON, CONCLUSION)
