"""The golden thread of one contribution, as a visitor follows it: from what was said to what was measured, and back."""

from tenders.routes import Route
from tests.journeys.people import Browsers
from tests.journeys.steps import contract, monitoring
from tests.journeys.steps.committee import why_of
from tests.journeys.story import Story

# By mail, each time that the thread grew.
GREW = (
    "Er is een antwoord op uw inbreng",
    "Uw inbreng staat nu in de uitvraag",
    "Uw inbreng telde mee bij de keuze",
    "Uw inbreng leidde tot een afspraak",
    "Er is gemeten wat uw inbreng opleverde",
    "Uw inbreng leidde tot een les",
)


def check(people: Browsers, story: Story) -> None:
    it_shows_every_knot(people, story)
    it_leads_back_to_where_it_began(people, story)
    who_said_it_heard_each_time(people, story)


def it_shows_every_knot(people: Browsers, story: Story) -> None:
    """In the order in which it happened; and who is behind the pseudonym stays unknown."""
    visitor = people.visitor().go(story.thread()).does_not_see(people.names[story.voice])
    chosen = "Daarom kreeg deze groep de subsidie" if story.route == Route.SUBSIDY_TENDER else "Daarom kreeg deze groep de opdracht"
    told = [
        ("Dit zei iemand", story.voice_says, story.pseudonym),
        ("De gemeente gaf antwoord",),
        ("Het kwam in de uitvraag", next(one.from_voice for one in story.clauses if one.from_voice)),
        ("Het telde mee bij de keuze", story.criteria[0].name),
        (chosen, story.lots[0].bidders[0].party, why_of(story.lots[0].bidders[0], story.criteria[0].name, best=True)),
        ("Dit is afgesproken", contract.AGREED, contract.WHY),
        ("Dit komt ervan terecht", story.indicators[0].name, monitoring.LATER),
        ("Dit leerden wij", monitoring.LESSON),
        ("De draad gaat verder",),
    ]
    assert visitor.page.locator("main .mw-thread > li").locator("h2").all_inner_texts() == [title for title, *_words in told]
    for words in told:
        visitor.sees(*words)


def it_leads_back_to_where_it_began(people: Browsers, story: Story) -> None:
    """From a measurement, back to what somebody once said; and from there forwards again."""
    visitor = people.visitor().go(story.at("monitoring/")).press("Waar komt dit vandaan?")
    visitor.sees("Dit wordt gemeten", story.indicators[0].name, "Dit is afgesproken", contract.AGREED)
    visitor.sees("Het is gevraagd in de uitvraag", "Hiermee begon het", story.voice_says)
    visitor.press("Volg inbreng 1 vanaf het begin").sees("Dit zei iemand", monitoring.LESSON)
    assert visitor.path() == story.thread()
    visitor.press("Alle draden van dit traject").sees(story.voice_says[:20])


def who_said_it_heard_each_time(people: Browsers, story: Story) -> None:
    """Behind a pseudonym too; the mail leads to the list of threads, and does not say which one is whose."""
    for subject in GREW:
        mail = people.mail(subject, to=story.voice)
        assert (people.site.address + story.at("rode-draad/") in mail, story.thread() in mail) == (True, False), subject
