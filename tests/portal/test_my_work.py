"""What waits for me, over all tenders, in at most ten statements."""

import pytest

from tenders.actions import ask_question
from tests import make


@pytest.mark.parametrize("count", [1, 3])
def test_my_work_takes_ten_statements_at_most(cast, client_of, statements, count):
    for _number in range(count):
        tender = make.tender(cast)
        ask_question(tender=tender, by=cast.resident, text="Wanneer?")
    client = client_of(cast.officer)
    with statements() as sent:
        answer = client.get("/mijn/")
    assert answer.status_code == 200
    assert len(sent) <= 10


def test_a_question_waits_for_the_team_and_for_nobody_else(cast, client_of):
    tender = make.tender(cast)
    ask_question(tender=tender, by=cast.resident, text="Wanneer?")
    waiting = {
        name
        for name, person in cast.people().items()
        if person.is_authenticated and "1 vraag wacht op antwoord" in client_of(person).get("/mijn/").content.decode()
    }
    assert waiting == {"officer", "buyer"}


def test_what_waits_is_counted_whole_and_shown_fifty_at_a_time(cast, client_of):
    for _number in range(51):
        ask_question(tender=make.tender(cast), by=cast.resident, text="Wanneer?")
    client = client_of(cast.officer)
    shown = {
        page: client.get(f"/mijn/?page={page}").content.decode().count("1 vraag wacht op antwoord</p>") for page in (1, 2, 3, "x")
    }
    assert shown == {1: 50, 2: 1, 3: 1, "x": 50}
    assert "51 dingen wachten op u" in client.get("/mijn/?page=2").content.decode()


def test_all_your_tenders_are_one_link_away(cast, client_of):
    make.tender(cast, title="Van de officier")
    other = make.tender(cast, title="Van een ander")
    other.involvements.filter(person=cast.officer).delete()
    page = client_of(cast.officer).get("/trajecten/?mijn=1").content.decode()
    assert ("Van de officier" in page, "Van een ander" in page) == (True, False)
