"""Step 3 as people do it: a route is chosen with its reason, signed by each role, and the request is published as it stands."""

from tenders.routes import Route
from tests.journeys.people import Browsers
from tests.journeys.steps.dialogue import go_to_the_next_step
from tests.journeys.story import Story

# What the guide is told where the usual answer does not hold.
ANSWERS = {
    Route.SUBSIDY_TENDER: {
        "cpv": "=85312100",
        "nature": "=activity",
        "expected_bidders": 6,
        "scarce": "yes",
        "existing_ends": "yes",
    },
    Route.SAS: {"cpv": "=85320000", "nature": "=task", "expected_bidders": 3, "uses_building": "yes"},
}
YEARS = {Route.SUBSIDY_TENDER: 3, Route.SAS: 4}
REASON = "Wie een plan heeft, maakt het zelf. Deze route geeft daar ruimte voor."


def play(people: Browsers, story: Story) -> None:
    """From an adopted request until step 4, in which parties hand in."""
    ask_the_guide(people, story)
    choose_the_route(people, story)
    sign_the_choice(people, story)
    make_the_timetable(people, story)
    prepare_and_publish(people, story)
    read_it_as_page_and_pdf(people, story)
    go_to_the_next_step(people(story.officer), story, "De uitvraag is openbaar. Nu kan iedereen meedoen.")
    people.visitor().go(story.at()).sees("selectie")


def ask_the_guide(people: Browsers, story: Story) -> None:
    years, asked = YEARS[story.route], sum(lot.budget for lot in story.lots)
    officer = people(story.officer).go(story.at("procedure/")).press("Beantwoord de vragen")
    officer.fill(total_value=years * asked, term_months=12 * years, initiative="=together", offer_mode="=coalitions")
    officer.fill(funding="=combined", **ANSWERS[story.route]).send("Laat het advies zien")
    officer.sees(f"Ons advies: {story.route.label}")


def choose_the_route(people: Browsers, story: Story) -> None:
    """Nothing is published before the choice is made and signed."""
    officer = people(story.officer).press("Kies de route").fill(route=story.route).press("Kies deze route")
    officer.is_told("Leg uit waarom u deze route kiest.").fill(reason=REASON).send("Kies deze route").sees("De route is gekozen.")
    officer.go(story.at("procedure/publiceren/")).sees("Nog niet: Laat iedereen tekenen die moet tekenen.")


def sign_the_choice(people: Browsers, story: Story) -> None:
    """Each in a role of another kind, and each after proving again who it is."""
    for signer in story.signers:
        person = people(signer).go(story.at("procedure/tekenen/"))
        person.confirm().fill(reason=f"Ik las het advies. {people.names[signer]}.").send("Teken deze keuze").sees("U hebt getekend")
    people(story.officer).go(story.at("procedure/")).sees("Gekozen en getekend", *(people.names[one] for one in story.signers))
    people.visitor().go(story.at("procedure/")).sees(REASON, *(people.names[one] for one in story.signers))
    memo = people(story.officer).waits_for("Memo van de keuze (PDF)").downloads("Memo van de keuze")
    assert memo.startswith(b"%PDF")


def make_the_timetable(people: Browsers, story: Story) -> None:
    """The terms of the law are computed; a shorter one is refused, with what would do."""
    officer = people(story.officer).go(story.at("procedure/")).press("Maak de planning")
    proposed = officer.holds("closing")
    officer.fill(closing=officer.holds("answers_by")).press("Bewaar de planning").is_told("Dit moet")
    officer.fill(closing=proposed).send("Bewaar de planning").sees("De planning is bewaard")
    officer.press("Verder naar publicatie")


def prepare_and_publish(people: Browsers, story: Story) -> None:
    """It is made ready unseen, read once more, and then there for everybody at once."""
    officer = people(story.officer).press("Zet de publicatie klaar").send("Zet klaar")
    version = officer.waits_for("Lees haar als PDF").link("Lees haar als webpagina")
    people.visitor().is_refused(version, 404)
    assert officer.downloads("Lees haar als PDF").startswith(b"%PDF")
    people(story.procurement).go(story.at("procedure/publiceren/")).send("Publiceer voor iedereen").sees("voor iedereen tegelijk")


def read_it_as_page_and_pdf(people: Browsers, story: Story) -> None:
    """One frozen version with the procedure and the timetable in it."""
    visitor = people.visitor().go(story.at("procedure/")).press("Lees de uitvraag")
    visitor.sees("Gepubliceerd", *(clause.title for clause in story.clauses), *(one.asked for one in story.criteria))
    visitor.sees(REASON, "Sluitingsdatum", *(indicator.name for indicator in story.indicators))
    assert visitor.downloads("Als PDF").startswith(b"%PDF")
    entrepreneur = story.lots[0].bidders[0].person
    assert story.at("uitvraag/") in people.mail("De uitvraag is gepubliceerd: partijen kunnen indienen", to=entrepreneur)
    people(entrepreneur).go(story.at("uitvraag/")).press("Lees de uitvraag").sees("Sluitingsdatum")
