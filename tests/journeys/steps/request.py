"""Step 2 as people do it: the request is written from what was said, changed by who reads it, and adopted."""

from tests.journeys.people import Browsers
from tests.journeys.steps.dialogue import go_to_the_next_step
from tests.journeys.story import Clause, Story

VOICE = 1  # the contribution whose thread is followed
SHORT = "Wij zoeken partijen die met bewoners iets beginnen. Ook een kleine groep kan meedoen."
WORKDAYS, EVERY_DAY = "De plek is op werkdagen open.", "De plek is elke dag open."


def play(people: Browsers, story: Story) -> None:
    """From the answers of step 1 until step 3."""
    write_the_clauses(people, story)
    say_it_better(people, story)
    refuse_an_amendment(people, story)
    accept_an_amendment(people, story)
    set_criteria_and_scale(people, story)
    propose_indicators(people, story)
    adopt_the_request(people, story)
    hear_where_it_stands(people, story)
    go_to_the_next_step(people(story.officer), story, "De uitvraag staat vast. Nu kiezen wij hoe wij het vragen.")


def write_the_clauses(people: Browsers, story: Story) -> None:
    officer = people(story.officer).go(story.at("uitvraag/schrijven/"))
    officer.fill(short_version=SHORT).send("Opslaan")
    for clause in story.clauses:
        officer.go(story.at("uitvraag/onderdelen/nieuw/")).fill(section=f"={clause.section}", title=clause.title, text=clause.text)
        if clause.lot:
            officer.fill(lot=story.lots[clause.lot - 1].name)
        if clause.from_voice:
            officer.press("Bekijk het eerst").sees("Zo komt het eruit te zien")
        officer.send("Opslaan")
        if clause.from_voice:
            officer.press("Zeg waar dit onderdeel vandaan komt").press(f"Koppel inbreng {VOICE}")
            officer.sees(story.voice_says).fill(reason=clause.from_voice).send("Koppel").sees(story.voice_says)
    visitor = people.visitor().go(story.at("uitvraag/")).sees(SHORT, *(clause.title for clause in story.clauses))
    assert visitor.page.locator("main strong").count(), "Markdown is shown as it is meant"


def say_it_better(people: Browsers, story: Story) -> None:
    """A second version; what it was can be read with the reason."""
    number, clause = 1, story.clauses[0]
    officer = people(story.officer).go(_clause(story, number) + "bewerken/")
    officer.fill(text=f"{clause.text} Samen.", reason="Op verzoek van de tafel.").send("Opslaan").sees("versie 2")
    people.visitor().go(_clause(story, number)).sees("Versie 1", "Versie 2", "Op verzoek van de tafel.")


def refuse_an_amendment(people: Browsers, story: Story) -> None:
    """While it waits the request cannot be adopted; who proposed it reads why not."""
    address = _propose(people, story, 1, text=f"{story.clauses[0].text} Snel.", reason="Het moet sneller.")
    officer = people(story.officer).go(story.at("uitvraag/vaststellen/")).fill(reason="Klaar.").press("Stel vast")
    officer.is_told("Beantwoord elk wijzigingsvoorstel.", "Geef de criteria gewichten die samen 100 % zijn.")
    _decide(people, story, address, "not", "Snel is voor ons niet het doel.")
    people(story.neighbour).go(address).sees("Snel is voor ons niet het doel.")
    people.mail("Er is een antwoord op een voorstel", to=story.neighbour)


def accept_an_amendment(people: Browsers, story: Story) -> None:
    """With support of somebody else it becomes a new version."""
    number, clause = _with_workdays(story)
    address = _propose(people, story, number, text=clause.text.replace(WORKDAYS, EVERY_DAY), reason="Zondag is het stilst.")
    people(story.voice).go(address).press("Steun dit voorstel").sees("U steunt dit voorstel")
    _decide(people, story, address, "taken", "Daar hebt u gelijk in.")
    visitor = people.visitor().go(story.at("uitvraag/")).sees(EVERY_DAY)
    visitor.go(_clause(story, number)).sees("Versie 2", "Daar hebt u gelijk in.", story.voice_says)
    visitor.go(story.at("uitvraag/voorstellen/")).sees("Het moet sneller.", "Zondag is het stilst.")


def set_criteria_and_scale(people: Browsers, story: Story) -> None:
    officer = people(story.officer).go(story.at("uitvraag/criteria/"))
    from_voice = [clause.title for clause in story.clauses if clause.from_voice][:1]
    for row, criterion in enumerate(story.criteria):
        if row:
            officer.press("Nog een criterium")
        words = {"name": criterion.name, "weight": criterion.weight, "question": criterion.question, "asked": criterion.asked}
        officer.fill(**{f"criteria-{row}-{name}": value for name, value in words.items()})
        officer.fill(**{f"criteria-{row}-clauses": from_voice})
    officer.fill(**{"criteria-0-weight": 10}).press("Bewaar de criteria").is_told("100")
    officer.fill(**{"criteria-0-weight": story.criteria[0].weight}).send("Bewaar de criteria")
    officer.press("Verander de oordelen en hoe de commissie werkt")
    officer.fill(committee_rules="Ieder leest eerst alleen. Daarna praten wij.").send("Bewaar de oordelen")
    officer.sees(*(criterion.name for criterion in story.criteria), "Uitstekend (10)")


def propose_indicators(people: Browsers, story: Story) -> None:
    officer = people(story.officer)
    for one in story.indicators:
        officer.go(story.at("uitvraag/schrijven/")).press("Stel een indicator voor")
        officer.fill(name=one.name, clause=one.clause, unit=one.unit, baseline=one.baseline, target=one.target, how=one.how)
        officer.send("Opslaan").sees(one.name)


def adopt_the_request(people: Browsers, story: Story) -> None:
    officer = people(story.officer).go(story.at("uitvraag/schrijven/")).press("Stel de uitvraag vast")
    officer.does_not_see("Nog niet:").fill(reason="Alles heeft antwoord.").send("Stel vast").sees("De uitvraag is vastgesteld")
    people.visitor().go(story.at("uitvraag/")).sees(EVERY_DAY, *(criterion.name for criterion in story.criteria))
    people(story.neighbour).go(_clause(story, 1)).does_not_see("Stel een andere tekst voor")


def hear_where_it_stands(people: Browsers, story: Story) -> None:
    """Who spoke under a pseudonym hears it, and everybody sees it on the thread."""
    mail = people.mail("Uw inbreng staat nu in de uitvraag", to=story.voice)  # behind a pseudonym: it leads to the list
    assert (story.at("rode-draad/") in mail, story.thread(VOICE) in mail) == (True, False)
    clauses = [clause for clause in story.clauses if clause.from_voice]
    visitor = people.visitor().go(story.thread(VOICE))
    visitor.sees(
        story.voice_says, story.pseudonym, *(clause.from_voice for clause in clauses), *(clause.title for clause in clauses)
    )
    visitor.does_not_see(people.names[story.voice])


def _clause(story: Story, number: int) -> str:
    return story.at(f"uitvraag/onderdelen/{number}/")


def _with_workdays(story: Story) -> tuple[int, Clause]:
    return next((number, clause) for number, clause in enumerate(story.clauses, start=1) if WORKDAYS in clause.text)


def _propose(people: Browsers, story: Story, number: int, *, text: str, reason: str) -> str:
    """The neighbour proposes other words; the address of the proposal."""
    neighbour = people(story.neighbour).go(story.at("uitvraag/")).press(f"Stel een andere tekst voor bij onderdeel {number}")
    neighbour.fill(text=text, reason=reason).press("Bekijk het eerst").sees("Dit verandert u")
    return neighbour.send("Verstuur mijn voorstel").sees("Uw voorstel is binnen.").path()


def _decide(people: Browsers, story: Story, address: str, choice: str, reason: str) -> None:
    key = address.rstrip("/").rsplit("/")[-1]
    officer = people(story.officer).go(address).press("Besluit over dit voorstel")
    officer.fill(**{f"v{key}-choice1": choice, f"v{key}-reason1": reason}).send("Leg dit besluit vast").sees(reason)
