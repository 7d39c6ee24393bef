"""What becomes of a contract or subsidy that ends: plans, a tender, going on, or ending; who decided it, and why."""

import datetime as dt

import pytest
from django.urls import reverse

from inventory import actions, tasks
from inventory.models import Fitness, Line
from portal.work import own_tasks
from tests import make


def url(page: str, *args) -> str:
    return reverse(f"inventory:{page}", args=["zwolle", *args])


@pytest.fixture
def line(cast):
    made = make.running(cast, title="Groen in Horn", ends_in=200, notice_months=1)
    tasks.signal_ends()
    return made


def numbers(cast, client_of) -> tuple[list[str], int]:
    """What stands in the work of who keeps the inventory, and how many wait on the page of what ends."""
    cast.fresh()
    said = [task.title for task in own_tasks(cast.contract_manager) if task.url == url("list_ends")]
    return said, client_of(cast.contract_manager).get(url("list_ends")).context["waiting"]


def judge(client, line, fitness: str, reason="Het gaat goed zo."):
    form = {"version": line.version, "fitness": fitness, "reason": reason, "once": fitness}
    return client.post(url("judge_line", line.public_id) + "?van=aflopend", form)


@pytest.mark.parametrize(
    ("fitness", "words"),
    [("not_fit", "Het gaat door, zoals nu of op een andere manier"), ("not_needed", "Het loopt af, en er komt niets na")],
)
def test_who_lets_it_go_on_or_end_says_why_and_it_waits_no_longer(cast, client_of, line, fitness, words):
    assert numbers(cast, client_of) == (["1 overeenkomst of subsidie loopt af"], 1)
    client = client_of(cast.officer)
    page = client.get(url("list_ends")).content.decode()
    assert [said in page for said in ("1 wacht op uw keuze.", "Laat het doorgaan of aflopen")] == [True, True]
    assert judge(client, line, fitness, reason="").context["form"].errors.keys() == {"reason"}
    assert judge(client, line, fitness).url == url("list_ends")
    assert numbers(cast, client_of) == ([], 0)
    page = client.get(url("list_ends")).content.decode()
    said = (words, "Het gaat goed zo.", f"Besloten door {cast.officer.name}", "Verander de keuze")
    assert [one in page for one in said] == [True] * 4
    assert f"Besloten door {cast.officer.name}" in client_of(cast.visitor).get(line.get_absolute_url()).content.decode()


def test_what_is_fit_still_waits_until_something_begins(cast, client_of, line):
    judge(client_of(cast.officer), line, "fit")
    assert numbers(cast, client_of)[1] == 1
    make.period(cast, line=line)
    assert numbers(cast, client_of) == ([], 0)


def test_of_another_end_one_decides_anew(cast, client_of, line):
    judge(client_of(cast.officer), line, "not_fit")
    line.refresh_from_db()
    later = line.ends_on + dt.timedelta(days=60)
    actions.edit_line(line=line, by=cast.officer, version=line.version, ends_on=later)
    tasks.signal_ends()
    assert numbers(cast, client_of)[1] == 1


def test_what_a_list_said_decides_nothing_about_the_end(cast, client_of, line):
    Line.objects.update(fitness=Fitness.NOT_FIT, fitness_because="Uit de lijst.")
    assert numbers(cast, client_of)[1] == 1


def test_after_a_tender_was_stopped_it_waits_again(cast, client_of, line):
    row = make.may_stop(cast, make.tender(cast), line)
    assert numbers(cast, client_of)[1] == 0
    actions.take_back(may_stop=row, by=cast.officer, reason="Het traject is gestopt.")
    assert numbers(cast, client_of)[1] == 1


def test_the_form_says_what_follows_from_each_choice(cast, client_of, line):
    page = client_of(cast.officer).get(url("judge_line", line.public_id)).content.decode()
    assert [words in page for words in ("Wat gebeurt ermee?", "U vraagt om plannen", "Het loopt af op ")] == [True] * 3
    endless = make.running(cast, ends_in=None)
    page = client_of(cast.officer).get(url("judge_line", endless.public_id)).content.decode()
    assert ("Wat gebeurt ermee?" in page, "Het loopt af op " in page) == (False, False)


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_the_same_however_much_ends(cast, client_of, statements, many):
    for _one in range(many):
        judge(client_of(cast.officer), make.running(cast, ends_in=100), "not_fit")
    client = client_of(cast.officer)
    with statements() as sent:
        assert client.get(url("list_ends")).status_code == 200
    assert len(sent) == 8
