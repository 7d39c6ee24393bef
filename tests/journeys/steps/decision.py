"""Step 4, at its end: the decision, made by one and approved by another, sent to all at the same moment."""

import re

from tenders.routes import Route
from tests.journeys.people import Browsers, Person
from tests.journeys.steps.committee import of_lot, why_of
from tests.journeys.story import Bidder, Lot, Story

REASON = "Dit plan laat bewoners zelf beslissen. Daar vroeg de uitvraag om."
EXPLANATION = "Bewoners hebben hier echt iets te zeggen."
BETTER = "Het gekozen plan zegt waarover bewoners beslissen, en vanaf wanneer."


def decide(people: Browsers, story: Story) -> None:
    for lot in story.lots:
        write_the_decision(people, story, lot)
        say_to_the_others_what_was_better(people, story, lot)
        have_the_letters_made(people, story, lot)
        somebody_else_approves(people, story, lot)
        nobody_knows_yet(people, story, lot)
        send_to_all_at_once(people, story, lot)
        each_reads_the_own_letter(people, story, lot)
        everybody_reads_why(people, story, lot)
        the_committee_explains_it(people, story, lot)


def write_the_decision(people: Browsers, story: Story, lot: Lot) -> None:
    """Who is first follows from what the committee agreed on. An empty reason is refused, and what was typed stays."""
    officer = of_lot(people(story.officer), story, lot, "Maak het besluit").sees(lot.bidders[0].party)
    officer.sees(story.decision.capitalize()).fill(kind="award", amount=lot.budget, conditions="Begin binnen drie maanden.")
    officer.press("Bewaar het besluit").is_told("Schrijf waarom, in gewone woorden.")
    assert officer.holds("conditions") == "Begin binnen drie maanden."
    if story.route == Route.SUBSIDY_TENDER:
        officer.fill(legal_basis="Subsidieregeling Een plek voor de dag, artikel 4")
    officer.fill(reason=REASON).send("Bewaar het besluit").sees(lot.bidders[0].party, REASON)


def say_to_the_others_what_was_better(people: Browsers, story: Story, lot: Lot) -> None:
    officer = people(story.officer)
    for bidder in lot.bidders[1:]:
        officer.sees("Nog te schrijven").press(bidder.party).sees(f"De brief aan {bidder.party}")
        officer.sees(why_of(bidder, story.criteria[0].name, best=False), why_of(lot.bidders[0], story.criteria[0].name, best=True))
        officer.fill(text=BETTER).send("Opslaan")


def have_the_letters_made(people: Browsers, story: Story, lot: Lot) -> None:
    """By the worker; only the team can read them."""
    officer = people(story.officer).press("Laat de brieven maken").send("Laat de brieven maken").sees("De brieven worden gemaakt.")
    for bidder in lot.bidders:
        officer.waits_for(f"Brief aan {bidder.party} (PDF)")


def somebody_else_approves(people: Browsers, story: Story, lot: Lot) -> None:
    """Who decides for the executive finds it in the own work, reads it, and proves again who it is."""
    mandate = people(story.mandate).go("/mijn/").sees("Een besluit wacht op uw goedkeuring").press("Lees en keur goed")
    mandate.press("Lees en keur goed").confirm().sees(f"Goedkeuren: {lot.bidders[0].party}", REASON)
    mandate.send("Keur goed").sees("U keurde het besluit goed.")


def nobody_knows_yet(people: Browsers, story: Story, lot: Lot) -> None:
    people.visitor().go(story.at("selectie/")).does_not_see(REASON)
    for bidder in lot.bidders:
        people(bidder.person).go(story.at("selectie/")).does_not_see("Wij kiezen", REASON)


def send_to_all_at_once(people: Browsers, story: Story, lot: Lot) -> None:
    officer = of_lot(people(story.officer), story, lot, "Werk aan het besluit").press("Verstuur aan iedereen")
    officer.confirm().send("Verstuur nu").sees("De brieven gingen op hetzelfde moment naar iedereen.")


def each_reads_the_own_letter(people: Browsers, story: Story, lot: Lot) -> None:
    for bidder in lot.bidders:
        people.mail("Het besluit is er", to=bidder.person)
        party = to_the_decision(people(bidder.person), story, lot)
        letter = party.downloads(f"Brief aan {re.escape(bidder.party)}")
        assert letter.startswith(b"%PDF")
        others = [one for one in lot.bidders if one != bidder]
        party.does_not_see(*(f"Brief aan {one.party}" for one in others))


def everybody_reads_why(people: Browsers, story: Story, lot: Lot) -> None:
    """The chosen one by name, the others by a letter; and what somebody can do who disagrees."""
    first, *others = lot.bidders
    visitor = to_the_decision(people.visitor(), story, lot).sees(f"Wij kiezen {first.party}", REASON, story.against_it)
    visitor.sees(why_of(first, story.criteria[0].name, best=True), *partners_of(first))
    visitor.does_not_see(*(one.party for one in others))
    assert visitor.downloads("Het besluit").startswith(b"%PDF")


def the_committee_explains_it(people: Browsers, story: Story, lot: Lot) -> None:
    """To residents, in its own words, with what it doubted about."""
    secretary = to_the_decision(people(story.secretary), story, lot).press("Leg het uit aan bewoners")
    secretary.fill(explanation=EXPLANATION, found_hard="Niemand bood iets aan voor de nacht.").send("Opslaan")
    visitor = people.visitor().go(story.at("selectie/")).press("De commissie legt uit waarom", inside=f"#perceel-{lot.number}")
    visitor.sees(EXPLANATION, "Niemand bood iets aan voor de nacht.")


def partners_of(bidder: Bidder) -> list[str]:
    return [bidder.partner] if bidder.partner else []


def to_the_decision(person: Person, story: Story, lot: Lot) -> Person:
    person.go(story.at("selectie/"))
    with person.page.expect_navigation():
        person.page.locator(f"#perceel-{lot.number}").get_by_role("link", name=re.compile(f"^{lot.bidders[0].party}, ")).click()
    return person
