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
