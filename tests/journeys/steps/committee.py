"""Step 4, in the middle: a committee with a majority of residents and target group judges, each alone first, then together."""

import re

from tests.journeys.people import Browsers, Person
from tests.journeys.story import Bidder, Lot, Story

GOOD, POOR = "Goed", "Matig"


def compose(people: Browsers, story: Story) -> None:
    """Members are named and declare to be impartial, before anything is opened."""
    for lot in story.lots:
        name_the_members(people, story, lot)
        name_who_leads(people, story, lot)
        people.mail("U bent gevraagd voor de commissie", to=lot.assessors[0][0])
        for key, _capacity in lot.assessors:
            declare(people, story, lot, key)
    everybody_sees_the_majority(people, story)


def judge(people: Browsers, story: Story) -> None:
    """Own scores, unseen by others until everybody's are in; then the ranking, and what they agree on."""
    for lot in story.lots:
        for key, _capacity in lot.assessors:
            score_alone(people, story, lot, key)
            if key == lot.assessors[0][0]:
                nobody_sees_scores_of_others(people, story, lot, key)
        everybody_sees_the_ranking(people, story, lot)
        agree(people, story, lot)


def of_lot(person: Person, story: Story, lot: Lot, words: str) -> Person:
    """Press what the page of step 4 offers this person in a lot."""
    return person.go(story.at("selectie/")).press(words, inside=f"#perceel-{lot.number}")


def name_the_members(people: Browsers, story: Story, lot: Lot) -> None:
    officer = people(story.officer)
    for key, capacity in lot.assessors:
        officer.go(story.at(f"selectie/perceel/{lot.number}/commissie/lid/"))
        officer.fill(person=f"{key}@demo.example", capacity=capacity).send("Benoem").sees(people.names[key])


def name_who_leads(people: Browsers, story: Story, lot: Lot) -> None:
    officer, chair = people(story.officer), lot.assessors[0][0]
    for role, key in (("chair", chair), ("secretary", story.secretary)):
        officer.go(story.at(f"selectie/perceel/{lot.number}/commissie/leiding/"))
        officer.fill(role=role, person=f"{key}@demo.example").send("Benoem")
    officer.sees(f"Voorzitter: {people.names[chair]}.", f"Secretaris: {people.names[story.secretary]}.")


def declare(people: Browsers, story: Story, lot: Lot, key: str) -> None:
    """Without the declaration one reads nothing, and ticking nothing is not declaring."""
    member = of_lot(people(key), story, lot, "Verklaar dat u onpartijdig bent").sees("Ik sta los van alle partijen")
    if key == story.lots[0].assessors[0][0]:
        member.press("Ik verklaar dit").is_told("Zonder deze verklaring kunt u de plannen niet lezen.")
    member.fill(agree=True).send("Ik verklaar dit").sees("U kunt de plannen lezen zodra zij geopend zijn.")


def everybody_sees_the_majority(people: Browsers, story: Story) -> None:
    """In shares; a name only when its owner wants it."""
    visitor = people.visitor().go(story.at("selectie/commissie/"))
    visitor.sees("2 van de 3 zijn bewoner of horen bij de doelgroep. Dat is de meerderheid.", "Bewoner")
    visitor.does_not_see(*(people.names[key] for lot in story.lots for key, _capacity in lot.assessors))


def nobody_sees_scores_of_others(people: Browsers, story: Story, lot: Lot, key: str) -> None:
    """Not who is done already, not the team: until everybody's are in."""
    for one in (key, story.officer, story.secretary):
        people(one).is_refused(story.at(f"selectie/perceel/{lot.number}/rangorde/"), 403)


def score_alone(people: Browsers, story: Story, lot: Lot, key: str) -> None:
    """Each plan on each criterion: a grade in words, and why. It is saved by itself."""
    member = of_lot(people(key), story, lot, "Beoordeel de plannen")
    others = [people.names[one] for one, _capacity in lot.assessors if one != key]
    for place, criterion in enumerate(story.criteria, start=1):
        member.sees(criterion.name, criterion.question).does_not_see(*others, "De anderen vinden")
        for bidder in lot.bidders:
            score(member, bidder, best=bidder == lot.bidders[0])
        following = story.criteria[place].name if place < len(story.criteria) else "oordelen inleveren"
        member.send(f"Verder: {following}")
    member.send("Lever in").sees("Uw oordelen zijn ingeleverd.")


def score(member: Person, bidder: Bidder, *, best: bool) -> None:
    card = member.page.get_by_role("region", name=bidder.party)
    card.get_by_text(GOOD if best else POOR, exact=True).click()
    why = "Zij laten bewoners zelf beslissen." if best else "Het blijft bij plannen op papier."
    card.get_by_label("Waarom?").fill(why)
    card.get_by_text(re.compile("Bewaard om")).wait_for()


def everybody_sees_the_ranking(people: Browsers, story: Story, lot: Lot) -> None:
    chair = of_lot(people(lot.assessors[0][0]), story, lot, "Bekijk de rangorde")
    chair.sees("Rangorde voor het overleg", *(bidder.party for bidder in lot.bidders))
    assert lot.bidders[0].party in chair.page.locator(".mw-ranking li").first.inner_text()
    people(lot.bidders[0].person).is_refused(chair.path(), 403)


def agree(people: Browsers, story: Story, lot: Lot) -> None:
    """The secretary writes down what they agree on, plan by plan, with the own scores beside it."""
    secretary = of_lot(people(story.secretary), story, lot, "Bekijk de rangorde").press("Start het overleg")
    for bidder in lot.bidders:
        best = bidder == lot.bidders[0]
        secretary.page.get_by_role("link", name=re.compile(f"^{story.criteria[0].name}.*{bidder.party}")).click()
        for criterion in story.criteria:
            secretary.sees(f"{bidder.party}: {criterion.name}", *(people.names[key] for key, _capacity in lot.assessors))
            secretary.page.locator("form label").get_by_text(GOOD if best else POOR, exact=True).click()
            secretary.fill(reason=why_of(bidder, criterion.name, best=best)).send("Leg dit vast")
    secretary.sees("De commissie is het over alles eens", why_of(lot.bidders[0], story.criteria[0].name, best=True))


def why_of(bidder: Bidder, criterion: str, *, best: bool) -> str:
    """What the committee finds of a plan on a criterion; the party reads it in its letter."""
    found = "laat bewoners beslissen, en zegt waarover" if best else "zegt niet wie er beslist"
    return f"{criterion}: {bidder.party} {found}."
