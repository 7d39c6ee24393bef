"""Step 1 as people do it: a tender begins, people are heard, and each of them gets an answer."""

import datetime as dt
import re

from events import clock
from tests.journeys.people import Browsers, Person
from tests.journeys.story import Story

CODE = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b")
KNOWN_LATER = "pay"  # the rule that the municipality does not know yet
RULES = {
    "role": "Wij zijn partner. Wij betalen mee en beslissen mee.",
    "fixed": "Het geld staat vast.",
    "open": "Waar het is, en wie het doet.",
    "weight": "Wij nemen over wat kan, en zeggen het als het niet kan.",
    "who_decides": "De raad besloot over het geld. Het college kiest op advies van een commissie.",
    "money": "Hetzelfde bedrag elk jaar.",
    "house_rules": "Wij weigeren wie een ander beledigt. Wij zeggen altijd waarom.",
}
MEETINGS = (("information", "Wat is er aan de hand?"), ("in_depth", "Wat wilt u doen?"), ("in_depth", "Wat kan er al?"))


def play(people: Browsers, story: Story) -> None:
    """From nothing until step 2."""
    start_the_tender(people, story)
    appoint_the_team(people, story)
    write_the_dialogue(people, story)
    publish_the_dialogue(people, story)
    follow_the_tender(people, story)
    plan_three_meetings(people, story)
    register_for_a_meeting(people, story)
    numbers = contribute_by_pseudonym_name_and_code(people, story)
    people.move_clock("Een week verder")
    report_the_meetings(people, story)
    cannot_go_on_before_everybody_has_an_answer(people, story)
    answer_everybody(people, story, *numbers)
    close_the_dialogue(people, story)
    hear_the_answers(people, story)
    go_to_the_next_step(people(story.officer), story, "Iedereen heeft antwoord. Nu schrijven wij de uitvraag.")


def start_the_tender(people: Browsers, story: Story) -> None:
    officer = people(story.officer).go(f"/gemeenten/{story.municipality}/").press("Begin een traject")
    officer.fill(title=story.title, summary=story.summary, route=f"={story.route}", contact_person="Balie", contact_phone="14 038")
    officer.fill(reason="Zo kan het niet langer. Wij willen het samen anders doen.").send("Begin")
    officer.sees(story.title, "Nog niet openbaar")
    first, *others = story.lots
    officer.press("Verander perceel 1").fill(name=first.name, budget=first.budget).send("Opslaan")
    for lot in others:
        officer.press("Voeg een perceel toe").fill(name=lot.name, budget=lot.budget).send("Voeg dit perceel toe")
    officer.sees(*(lot.name for lot in story.lots))
    officer.press("Schrijf een grens op").fill(kind="=budget", text="Niet meer dan nu.").send("Bewaar deze grens")
    officer.press("Verander de data van de stappen")
    for step, months in enumerate((1, 3, 5, 8, 11, 48), start=1):
        officer.fill(**{f"step{step}-ends_on": clock.today() + dt.timedelta(days=30 * months)})
    officer.send("Opslaan").sees("Niet meer dan nu.")
    people.visitor().is_refused(story.at(), 404)


def appoint_the_team(people: Browsers, story: Story) -> None:
    names = people.names
    officer = people(story.officer).go(story.at("beheer/")).press("Neem een collega op in het team")
    officer.fill(person=names[story.procurement]).send("Neem op in het team").sees(names[story.procurement])
    if story.guide != story.officer:
        officer.press("Vraag een procesbegeleider").fill(person=names[story.guide]).send("Vraag deze procesbegeleider")
        officer.sees(f"{names[story.guide]} begeleidt het gesprek")


def write_the_dialogue(people: Browsers, story: Story) -> None:
    """The dot, the facts, what is open; and what nobody knows yet, with the day on which they will say."""
    officer = people(story.officer).go(story.at("dialoog/bewerken/"))
    days = {"closes_on": clock.today() + dt.timedelta(days=30), f"{KNOWN_LATER}_known_on": clock.today() + dt.timedelta(days=14)}
    officer.fill(dot=story.dot, **RULES, **days).send("Opslaan")
    officer.press("Voeg een feit toe, met bron").fill(text="Op een dag komen 140 mensen.", source="Telling, mei").send("Opslaan")
    officer.press("Voeg een open vraag toe").fill(text="Wat gebeurt er op zondag?").send("Opslaan")
    officer.sees("Op een dag komen 140 mensen.", "Wat gebeurt er op zondag?")


def publish_the_dialogue(people: Browsers, story: Story) -> None:
    people(story.officer).press("Naar openbaar maken").send("Open voor iedereen").sees("De dialoog is open.")
    visitor = people.visitor().go(story.at("dialoog/"))
    visitor.sees(story.dot, "Op een dag komen 140 mensen.", "Wat gebeurt er op zondag?", RULES["money"])
    visitor.sees("Wij weten nog niet wat u krijgt als u meedoet. Wij zeggen het op")
    people.visitor().go("/trajecten/").sees(story.title)


def follow_the_tender(people: Browsers, story: Story) -> None:
    """Who may want to take part later hears it when parties can hand in."""
    entrepreneur = people(story.lots[0].bidders[0].person).go(story.at())
    entrepreneur.press("Volg dit traject").send("Volg dit traject").sees("U volgt dit traject")


def plan_three_meetings(people: Browsers, story: Story) -> None:
    guide = people(story.guide)
    for days, (kind, title) in enumerate(MEETINGS, start=1):
        day = clock.today() + dt.timedelta(days=2 * days)
        guide.go(story.at("bijeenkomsten/nieuw/"))
        guide.fill(kind=f"={kind}", title=title, place="Wijkgebouw", begins_at=f"{day}T19:30", ends_at=f"{day}T21:30", capacity=2)
        guide.fill(agenda="- Wat hoorden wij?\n- Wat wilt u?").send("Plan deze bijeenkomst").sees(title)


def register_for_a_meeting(people: Browsers, story: Story) -> None:
    """With an account, and without one; who comes too late waits, and hears it when there is room."""
    title = MEETINGS[0][1]
    resident = people(story.voice).go(story.at("dialoog/")).press(title)
    resident.send("Ik kom").sees("U bent aangemeld")
    guest = people.visitor().go(story.at("dialoog/")).press(title).fill(name="Truus").send("Ik kom").sees("U bent aangemeld")
    code = CODE.search(guest.page.locator("main").inner_text())[0]
    people(story.neighbour).go(story.at("dialoog/")).press(title).send("Zet mij op de wachtlijst").sees("wachtlijst")
    guest.go("/code/").fill(code=code).send("Toon").press("Ik kan niet komen").fill(code=code).send("Ik kom niet")
    people.mail("plek", to=story.neighbour)


def contribute_by_pseudonym_name_and_code(people: Browsers, story: Story) -> tuple[int, int]:
    """Contribution 1 is the one whose thread is followed to the end. Returns the numbers of the one without a name, which got it
    by lot, and of the one by telephone.
    """
    voice = people(story.voice).go(story.at("dialoog/"))
    voice.fill(text=story.voice_says, theme=story.theme, name_choice="pseudonym", shown_name=story.pseudonym)
    voice.send("Verstuur mijn inbreng").sees("Wij hebben uw inbreng", "nummer 1", story.pseudonym)
    neighbour = people(story.neighbour).go(story.at("dialoog/inbreng/geven/"))
    neighbour.fill(text="Ik wil leren koken voor veel mensen.", name_choice="name").send("Verstuur mijn inbreng").sees("nummer 2")
    visitor = people.visitor().go(story.at("dialoog/"))
    visitor.fill(text="Geef iedereen een eigen gebouw.", name_choice="anonymous").send("Verstuur mijn inbreng")
    by_lot = _number_on(visitor)
    code = CODE.search(visitor.page.locator("main").inner_text())[0]
    follower = people.visitor().go("/code/").fill(code=code.upper()).send("Toon").sees("Geef iedereen een eigen gebouw.")
    assert (follower.path().endswith(f"/{by_lot}/"), by_lot > 2) == (True, True)
    writer = people(story.writer_down).go(story.at("dialoog/inbreng/opschrijven/"))
    writer.fill(
        channel="=telephone", text="Mijn been is stuk. Ik wil zittend werk.", kind="=need", name_choice="name", shown_name="Piet"
    )
    by_telephone = _number_on(writer.send("Bewaar deze inbreng").sees("Piet"))
    visitor.go(story.at("dialoog/")).sees(story.voice_says, story.pseudonym, "Piet").does_not_see(people.names[story.voice])
    return by_lot, by_telephone


def _number_on(person: Person) -> int:
    return int(re.search(r"nummer (\d+)", person.page.locator("main").inner_text())[1])


def report_the_meetings(people: Browsers, story: Story) -> None:
    guide = people(story.guide).go(story.at("dialoog/")).press(MEETINGS[0][1]).press("Noteer wie er was")
    guide.fill(present=[people.names[story.voice]]).send("Opslaan").sees(people.names[story.voice])
    for _kind, title in MEETINGS:
        guide.go(story.at("dialoog/")).press(title).press("Schrijf het verslag")
        guide.fill(report="Wij luisterden.\n\n**Mensen willen iets doen.**").send("Maak het verslag openbaar")
    people.visitor().go(story.at("dialoog/")).press(MEETINGS[0][1]).sees("Mensen willen iets doen.", "er was 1 persoon")


def cannot_go_on_before_everybody_has_an_answer(people: Browsers, story: Story) -> None:
    officer = people(story.officer).go(story.at("beheer/verder/"))
    officer.fill(reason="Wij willen door.").press("Ga naar de volgende stap")
    officer.is_told("Geef antwoord op elke inbreng.")
    assert officer.holds("reason") == "Wij willen door."


def answer_everybody(people: Browsers, story: Story, by_lot: int, by_telephone: int) -> None:
    """Two contributions say the same: one finding, and one answer to both."""
    officer = people(story.officer).go(story.at("dialoog/inbreng/")).fill(inbreng=["1", "2"])
    officer.press("Maak een bevinding van mijn keuze")
    officer.fill(title="Mensen willen iets doen met hun handen.").send("Maak deze bevinding openbaar")
    officer.fill(outcome="taken_over", reason="Dat nemen wij over. Het komt terug in de uitvraag.").send(
        "Maak het antwoord openbaar"
    )
    no, later = ("not", "Daar is geen geld voor. Wel komt er een stille hoek."), ("later", "Wij kijken hier in mei naar.")
    for number, (outcome, reason) in {by_lot: no, by_telephone: later}.items():
        officer.go(story.at("dialoog/inbreng/")).press(f"Beantwoord {number}")
        officer.fill(outcome=outcome, reason=reason).send("Maak het antwoord openbaar")
    officer.sees("Alles heeft antwoord")


def close_the_dialogue(people: Browsers, story: Story) -> None:
    officer = people(story.officer)
    officer.go(story.at("dialoog/")).press("Sluit de dialoog").send("Sluit de dialoog").sees("De dialoog is gesloten")


def hear_the_answers(people: Browsers, story: Story) -> None:
    """By mail who has an account, and everybody on the page."""
    for person, number in ((story.voice, 1), (story.neighbour, 2)):
        mail = people.mail("Er is een antwoord op uw inbreng", to=person)
        # A mail behind a pseudonym leads to the list: it must not say which words are whose.
        sealed = person == story.voice
        assert people.site.address + (story.at("rode-draad/") if sealed else story.thread(number)) in mail
        assert (story.thread(number) in mail) != sealed
        people(person).go(story.thread(number)).sees("Dat nemen wij over.")
    visitor = people.visitor().go(story.at("dialoog/"))
    visitor.sees("Mensen willen iets doen met hun handen.", "Daar is geen geld voor.", "Wij kijken hier in mei naar.")


def go_to_the_next_step(officer: Person, story: Story, reason: str) -> None:
    officer.go(story.at("beheer/verder/")).fill(reason=reason).send("Ga naar de volgende stap").sees("Het traject staat nu in stap")
