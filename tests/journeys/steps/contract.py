"""Step 5 as people do it: what was promised becomes agreements, and both sides sign when the days after the decision are over."""

import datetime as dt

from contracts.models import ContractForm
from events import clock
from tenders.routes import Route
from tests.journeys.people import Browsers, Person
from tests.journeys.steps.dialogue import go_to_the_next_step
from tests.journeys.story import Lot, Story

AGREEMENT = "Bewoners beslissen over de plek"
AGREED = "Elke maand is er beraad. Wie komt, beslist mee."
WHY = "De uitvraag vroeg erom, en de partij beloofde het."


def play(people: Browsers, story: Story) -> None:
    """From the decisions until step 6."""
    for lot in story.lots:
        draft(people, story, lot)
        write_what_was_agreed(people, story, lot)
        offer(people, story, lot)
    cannot_be_signed_yet(people, story)
    people.move_clock("Naar de volgende deadline")
    for lot in story.lots:
        sign(people, story, lot)
        everybody_reads_it(people, story, lot)
    go_to_the_next_step(people(story.officer), story, "Alles is getekend. Nu begint het werk.")


def draft(people: Browsers, story: Story, lot: Lot) -> None:
    """How long, how it is paid, and why. A contract that ends before it begins is refused."""
    manager = people(story.contract_manager).go(story.at("contract/")).sees(lot.bidders[0].party).press("Maak het contract")
    begins = clock.today() + dt.timedelta(days=200)
    manager.fill(begins_on=begins, ends_on=begins - dt.timedelta(days=1), form=_form(story), form_reason="Zo sturen wij samen bij.")
    manager.fill(funding_model="availability", funding_reason="De plek moet er elke dag zijn.", amount=lot.budget)
    manager.press("Bewaar het concept").is_told("Het contract eindigt voordat het begint.")
    assert manager.holds("funding_reason") == "De plek moet er elke dag zijn."
    manager.fill(ends_on=begins + dt.timedelta(days=4 * 365)).send("Bewaar het concept")


def _form(story: Story) -> ContractForm:
    return ContractForm.SUBSIDY if story.route == Route.SUBSIDY_TENDER else ContractForm.RELATIONAL


def write_what_was_agreed(people: Browsers, story: Story, lot: Lot) -> None:
    """Tied to the clause that asked for it and the promise that answers it."""
    manager, criterion = people(story.contract_manager), story.criteria[0].name
    manager.fill(title=AGREEMENT, text=AGREED, reason=WHY)
    manager.fill(clause=clause_of(story, lot), promise=criterion).send("Bewaar de afspraak").sees("De afspraak is bewaard.")
    manager.sees(AGREEMENT, f"uit de belofte “{criterion}”").press("Naar het contract")


def clause_of(story: Story, lot: Lot) -> str:
    """The title of the clause in which this lot took over what the resident said."""
    return next(clause.title for clause in story.clauses if clause.from_voice and clause.lot in (None, lot.number))


def offer(people: Browsers, story: Story, lot: Lot) -> None:
    """Both sides hear that they can sign; nobody else can read it."""
    manager = people(story.contract_manager).send("Bied het aan om te tekenen").sees("Het contract is aangeboden.", AGREEMENT)
    assert manager.waits_for("Download de pdf").downloads("Download de pdf").startswith(b"%PDF")
    for key in (story.mandate, *_signers(lot)):
        people.mail("Een overeenkomst wacht op uw handtekening", to=key)
    for stranger in (people.visitor(), *(people(one.person) for one in lot.bidders[1:])):
        stranger.is_refused(manager.path(), 404)


def _signers(lot: Lot) -> list[str]:
    first = lot.bidders[0]
    return [first.person, *filter(None, [first.partner_person])]


def cannot_be_signed_yet(people: Browsers, story: Story) -> None:
    """Who disagrees with the decision still has time to say so."""
    mandate = to_sign(people(story.mandate), story.lots[0])
    mandate.fill(agreed=True).press("Teken nu").is_told("Wacht tot de termijn na het besluit voorbij is")


def to_sign(person: Person, lot: Lot) -> Person:
    """From the own work, through the contract, after proving again who one is."""
    person.go("/mijn/").sees("Een overeenkomst wacht op uw handtekening")
    person.press("Lees en teken", inside=f'main li:has-text("{lot.name}")')
    person.sees(AGREEMENT, "heeft nog niet getekend").press("Lees en teken")
    if not person.path().endswith("/tekenen/"):  # who tried some minutes ago has proved it already
        person.confirm()
    return person.sees(AGREEMENT, WHY)


def sign(people: Browsers, story: Story, lot: Lot) -> None:
    for key in (story.mandate, *_signers(lot)):
        person = to_sign(people(key), lot).press("Teken nu").is_told("Vink dit aan als het zo is.")
        person.fill(agreed=True).send("Teken nu").sees("U hebt getekend.")


def everybody_reads_it(people: Browsers, story: Story, lot: Lot) -> None:
    """With each agreement stands where it comes from."""
    visitor = people.visitor().go(story.at("contract/")).press("Lees alle afspraken", inside=f"section:has(#lot-{lot.number})")
    visitor.sees("Getekend", AGREEMENT, AGREED, clause_of(story, lot), story.criteria[0].name, WHY)
    assert visitor.waits_for("Download de pdf").downloads("Download de pdf").startswith(b"%PDF")
    visitor.press("Waar komt dit vandaan?").sees("Het is gevraagd in de uitvraag", "Hiermee begon het", story.voice_says)
    people.mail("De overeenkomst is getekend", to=story.officer)
