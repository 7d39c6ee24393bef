"""What breaks costs the user nothing: a worker or a broker that is away, a session that ends in the middle of a form."""

import os
import re
import time

import pytest

from tests.journeys.databases import fresh_database
from tests.journeys.door import Door
from tests.journeys.people import Browsers
from tests.journeys.server import Site, fresh_queue, lose_queue
from tests.journeys.steps import dialogue
from tests.journeys.story import SUBSIDY

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.long]

NUMBER = re.compile(r"nummer (\d+)")
AT_ONCE = 4  # seconds, on a busy computer; a request that waited for a broker would take longer


@pytest.fixture(scope="module")
def door():
    found = Door(fresh_queue(os.environ["TEST_REDIS_URL"]))
    yield found
    found.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory, worker_id, static, door):
    database = fresh_database(os.environ["TEST_DATABASE_URL"], f"faults_{worker_id}_{os.getpid()}")
    running = Site(tmp_path_factory.mktemp("faults"), static=static, database=database, redis=door.address).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def story(browser, site):
    """A dialogue that is open."""
    people = Browsers(browser, site)
    dialogue.start_the_tender(people, SUBSIDY)
    dialogue.write_the_dialogue(people, SUBSIDY)
    dialogue.publish_the_dialogue(people, SUBSIDY)
    people.close()
    return SUBSIDY


def contribute(people: Browsers, story, text: str) -> int:
    """Somebody says something, and gets an answer; the number of what was said."""
    person = people(story.neighbour).go(story.at("dialoog/inbreng/geven/"))
    began = time.monotonic()
    person.fill(text=text, name_choice="name").send("Verstuur mijn inbreng").sees("Wij hebben uw inbreng")
    assert time.monotonic() - began < AT_ONCE
    number = int(NUMBER.search(person.page.locator("main").inner_text())[1])
    officer = people(story.officer).go(story.at("dialoog/inbreng/")).press(f"Beantwoord {number}")
    officer.fill(outcome="later", reason=f"Antwoord op: {text}")
    began = time.monotonic()
    officer.send("Maak het antwoord openbaar")
    assert time.monotonic() - began < AT_ONCE
    return number


def test_who_waits_for_a_page_goes_before_letters_and_documents(site):
    until = time.monotonic() + 60
    while min(_niceness(site, "worker")) <= max(_niceness(site, "web")):  # at first it is still starting
        assert time.monotonic() < until
        time.sleep(0.2)


def _niceness(site: Site, name: str) -> list[int]:
    """Of the process and its children; who has the lower number goes first."""
    return [os.getpriority(os.PRIO_PROCESS, one) for one in site.processes(name)]


def test_a_worker_that_is_away_costs_nothing_and_catches_up(people, site, story):
    site.stop_worker()
    contribute(people, story, "De werker is weg.")
    mails = people.visitor().go("/demo/post/").page.locator("main").inner_text()
    assert "Er is een antwoord op uw inbreng" not in mails
    site.start_worker()
    people.mail("Er is een antwoord op uw inbreng", to=story.neighbour)


@pytest.mark.parametrize("fault", ["shut", "be_silent"])
def test_a_broker_that_is_away_costs_nothing_and_the_work_is_done_when_it_is_back(people, site, story, door, fault):
    person, officer = people(story.neighbour), people(story.officer)
    assert person.key and officer.key
    before = _mails_to(people, story.neighbour)
    getattr(door, fault)()
    try:
        contribute(people, story, f"De wachtrij doet het niet ({fault}).")
        people.visitor().go("/").go("/trajecten/").go(story.at())
    finally:
        door.open()
    until = time.monotonic() + 120
    while _mails_to(people, story.neighbour) == before:
        assert time.monotonic() < until, "the work was not done after the broker came back"
        time.sleep(1)
    assert "Unrecoverable error" not in site.log("worker")  # it waited, and was not started again


def test_what_a_broker_was_given_and_lost_is_done_all_the_same(people, site, story, door):
    before = _mails_to(people, story.neighbour)
    site.stop_worker()
    contribute(people, story, "De wachtrij vergeet alles.")
    assert lose_queue(door.address) > 0
    site.start_worker()
    people.move_clock("Een dag verder")
    until = time.monotonic() + 120
    while _mails_to(people, story.neighbour) == before or _undone(site):
        assert time.monotonic() < until, f"{_undone(site)} tasks are not done"
        time.sleep(1)
    assert _mails_to(people, story.neighbour) == before + 1


def _undone(site: Site) -> int:
    """How many tasks that an event asked for no worker did."""
    return int(site.manage("shell", "--no-imports", "-c", "from events.models import Reaction; print(Reaction.objects.count())"))


def _mails_to(people: Browsers, key: str) -> int:
    mails = people.visitor().go("/demo/post/").page.locator("main li")
    return mails.filter(has_text=f"{key}@").filter(has_text="Er is een antwoord op uw inbreng").count()


def test_who_signs_in_while_guesses_cannot_be_counted_is_told_to_wait(people, site, story, door):
    door.shut()
    try:
        visitor = people.visitor().go("/demo/")
        visitor.go("/inloggen/login/").fill(login="marloes@example.nl", password="geraden")
        visitor.page.locator("main form:has([name=password]) button[type=submit]").first.click()
        visitor.sees("Dit lukt nu even niet")
    finally:
        door.open()


def test_a_session_that_ends_in_the_middle_of_a_form_loses_nothing(people, story):
    officer = people(story.officer).go(story.at("dialoog/bewerken/")).press("Voeg een feit toe, met bron")
    officer.fill(text="Dit schreef ik in een uur.", source="Telling, mei")
    officer.page.context.clear_cookies()
    officer.page.get_by_role("button", name="Opslaan", exact=True).click()
    officer.sees("Niets is kwijt.", "Dit schreef ik in een uur.")
    tab = officer.page.context.new_page()
    tab.goto(f"{officer.site.address}/demo/?ook={officer.key}")
    tab.get_by_role("button", name=f"Wees {people.names[officer.key]}", exact=True).click()
    tab.wait_for_url("**/mijn/")
    tab.close()
    again = officer.page.get_by_role("button", name="Verstuur opnieuw", exact=True)
    again.click()
    officer.page.wait_for_load_state()
    if again.count():  # who signs in gets a new secret for forms
        again.click()
    officer.sees("Dit schreef ik in een uur.")
    people.visitor().go(story.at("dialoog/")).sees("Dit schreef ik in een uur.")
