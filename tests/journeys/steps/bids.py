"""Step 4, first half: parties write what they want to do and hand it in, sealed; after the deadline two officials open it."""

import re

from tests.journeys.people import Browsers, Person
from tests.journeys.story import Bidder, Lot, Story

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
ROSTER = {"name": "rooster.pdf", "mimeType": "application/pdf", "buffer": PDF}
SECRET = "Elke ochtend om acht uur zet een vrijwilliger de deur open."  # the first words of every plan


def hand_in(people: Browsers, story: Story) -> None:
    """Everybody who takes part hands in; until the deadline nobody else can read it."""
    for lot in story.lots:
        for bidder in lot.bidders:
            path = begin(people, story, lot, bidder)
            lead = write_the_first_part(people(bidder.person))
            if bidder == story.lots[0].bidders[0]:
                lose_the_tab_and_come_back(lead, path)
            if bidder.partner:
                take_part_together(people, lead, path, bidder)
            write_the_rest(lead, story, lot, bidder, path)
            hand_in_and_get_a_receipt(people, story, lead, bidder)
            cannot_be_read_by_others(people, story, lot, bidder, path)
        the_officials_see_nobody(people, story, lot)


def open_after_the_deadline(people: Browsers, story: Story) -> None:
    for lot in story.lots:
        first = lot.bidders[0]
        draft = the_address_of_the_plan(people(first.person), story, lot, first)
        if lot == story.lots[0]:
            people.move_clock("Naar de volgende deadline")
        people(first.person).is_refused(draft, 403).sees("Deze ronde is gesloten")
        open_together(people, story, lot)


def to_the_round(person: Person, story: Story, lot: Lot) -> Person:
    """By the page of step 4, where each lot says until when it is open."""
    person.go(story.at("selectie/"))
    with person.page.expect_navigation():
        person.page.locator(f"#perceel-{lot.number}").get_by_role("link", name=re.compile("^(Open tot|Gesloten op)")).click()
    return person


def begin(people: Browsers, story: Story, lot: Lot, bidder: Bidder) -> str:
    """The address of a new plan."""
    lead = to_the_round(people(bidder.person), story, lot)
    lead.sees(*(criterion.asked for criterion in story.criteria)).press("Meedoen").sees(bidder.party).send("Begin")
    return lead.sees(f"Uw {story.bid}", "Nog niets geschreven").path().split("onderdelen")[0]


def write_the_first_part(lead: Person) -> Person:
    """What is typed is saved by itself, to the last letter."""
    lead.page.locator('[name="title"]').press_sequentially("De open deur")
    with lead.page.expect_response(lambda answer: "open." in (answer.request.post_data or "")):
        lead.fill(summary=SECRET)
    return lead.sees("Bewaard om")


def lose_the_tab_and_come_back(lead: Person, path: str) -> None:
    lead.opens_a_new_tab().go(path)
    assert lead.holds("title") == "De open deur"
    assert lead.holds("summary") == SECRET


def take_part_together(people: Browsers, lead: Person, path: str, bidder: Bidder) -> None:
    """The partner is asked, reads nothing before it says yes, and then reads and writes along."""
    lead.go(path + "onderdelen/samen/").press("Voeg een partij toe").fill(name=bidder.partner, role="partner")
    lead.send("Vraag deze partij").sees(bidder.partner, "wacht op bevestiging")
    partner = people(bidder.partner_person).is_refused(path, 404)
    invitation = people.mail("U bent gevraagd om mee te doen aan een plan", to=bidder.partner_person)
    partner.go(re.search(r"/uitnodigingen/\w+/", invitation)[0]).sees(bidder.party, bidder.partner).does_not_see(SECRET)
    partner.send("Ja, wij doen mee").sees("U doet mee. U kunt nu meelezen en meeschrijven.")
    assert partner.holds("summary") == SECRET
    people.mail("Een partij doet mee aan uw plan", to=bidder.person)


def write_the_rest(lead: Person, story: Story, lot: Lot, bidder: Bidder, path: str) -> None:
    """Part by part, in the order of the page."""
    lead.go(path).send("Bewaar en ga verder")
    for criterion in story.criteria:
        lead.sees(criterion.name, criterion.asked).fill(text=f"{SECRET} {promise_on(criterion.name)}").send("Bewaar en ga verder")
    lead.sees("Uw eigen visie").send("Bewaar en ga verder")
    if bidder.partner:
        divide_fairly(lead, bidder)
    else:
        lead.sees(f"{bidder.party} doet alleen mee.").press("Ga alleen verder")
    lead.fill(what_1="Loon en begeleiding", amount_1=lot.budget - 20_000, what_2="Huur van de plek", amount_2="20.000,00")
    lead.send("Bewaar en ga verder").fill(file=ROSTER).send("Voeg dit bestand toe").sees("rooster.pdf")


def promise_on(criterion: str) -> str:
    """What every party promises on a criterion."""
    return f"Over “{criterion}” beloven wij dat bewoners het zelf bepalen."


def divide_fairly(lead: Person, bidder: Bidder) -> None:
    """What does not add up is said beside the field, and nothing that was typed is lost."""
    shares = lead.page.locator(".bid-shares")
    for share, (money, hours) in zip(shares.all(), (("60", "50"), ("30", "50")), strict=True):
        share.locator('[name^="money_"]').fill(money)
        share.locator('[name^="hours_"]').fill(hours)
    lead.fill(lead_role="content", decision_rule="Iedereen heeft één stem.").press("Bewaar en ga verder")
    lead.is_told("De delen van het geld zijn samen 90 %. Samen moet dat 100 % zijn.")
    assert lead.holds("decision_rule") == "Iedereen heeft één stem."
    lead.page.locator(".bid-shares").nth(1).locator('[name^="money_"]').fill("40")
    lead.send("Bewaar en ga verder")


def hand_in_and_get_a_receipt(people: Browsers, story: Story, lead: Person, bidder: Bidder) -> None:
    lead.press("Controleren en indienen").sees("De open deur", bidder.party, *filter(None, [bidder.partner]))
    lead.send(f"Dien de {story.bid} in").sees(f"Wij hebben uw {story.bid}", "Dat is op tijd.")
    assert lead.waits_for("Ontvangstbewijs als PDF").downloads("Ontvangstbewijs als PDF").startswith(b"%PDF")
    people.mail("Wij hebben wat u indiende", to=bidder.person)


def cannot_be_read_by_others(people: Browsers, story: Story, lot: Lot, bidder: Bidder, path: str) -> None:
    """No page, preview or file of it exists for a rival or for the municipality."""
    rivals = [one.person for one in lot.bidders if one != bidder]
    for key in (*rivals, story.officer, story.procurement):
        people(key).is_refused(path, 404)
    if bidder != story.lots[0].bidders[0]:
        return
    for page in ("voorbeeld/", "voorbeeld/pdf/", "indienen/"):
        people(story.officer).is_refused(path + page, 404)
    people.visitor().go(path).does_not_see(SECRET, bidder.party)  # is asked to sign in


def the_officials_see_nobody(people: Browsers, story: Story, lot: Lot) -> None:
    officer = to_the_round(people(story.officer), story, lot)
    officer.sees("U ziet niet wie meedoet, en niet met hoeveel.")
    officer.does_not_see(*(one.party for one in lot.bidders), SECRET, "Open wat er is ingediend")


def the_address_of_the_plan(person: Person, story: Story, lot: Lot, bidder: Bidder) -> str:
    to_the_round(person, story, lot).sees(bidder.party)
    link = person.page.locator("main").get_by_role("link", name=re.compile("^(Schrijf verder|Lees het)$"))
    return re.match(r"/voorstellen/\w+/", link.first.get_attribute("href"))[0]


def open_together(people: Browsers, story: Story, lot: Lot) -> None:
    """Two officials with different roles, each after proving again who they are; then everything is opened at once."""
    for key, button in ((story.officer, "Ik ben er, als eerste"), (story.procurement, "Open nu alles")):
        person = to_the_round(people(key), story, lot).does_not_see(SECRET).press("Open wat er is ingediend")
        person.confirm().send(button)
    person.sees("Proces-verbaal van opening", *(one.party for one in lot.bidders))
    assert person.waits_for("Proces-verbaal als PDF").downloads("Proces-verbaal als PDF").startswith(b"%PDF")
    first = lot.bidders[0]
    person.press(first.party).sees(SECRET, *(promise_on(criterion.name) for criterion in story.criteria))
    assert person.downloads("rooster.pdf") == PDF
    people.mail("De voorstellen zijn geopend", to=first.person)
    rival = people(lot.bidders[-1].person)
    if rival is not people(first.person):
        rival.is_refused(person.path(), 404)
