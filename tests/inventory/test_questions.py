"""A question about a line: asked by anybody, seen by who keeps the inventory, public for all at one moment."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import override

from events.models import Event
from inventory import actions
from notifications.audience import keepers, who_asked
from notifications.models import Mail
from portal.slips import _asked
from portal.work import own_tasks
from tenders.actions import answer_question
from tenders.models import Question
from tests import make


@pytest.fixture
def line(cast):
    return make.line(cast)


def url(page: str, *args) -> str:
    return reverse(f"inventory:{page}", args=["zwolle", *args])


def reads(client, line, words) -> bool:
    return words in client.get(line.get_absolute_url()).content.decode()


def test_a_resident_asks_and_everybody_reads_the_answer_at_one_moment(cast, client_of, line):
    resident, officer, visitor = (client_of(person) for person in (cast.resident, cast.officer, cast.visitor))
    resident.post(url("ask_about_line", line.public_id), {"text": "Waarom zo duur?"})
    question = Question.objects.get()
    assert [reads(one, line, "Waarom zo duur?") for one in (resident, officer, visitor)] == [True, True, False]
    officer.post(url("answer_line_question", question.public_id), {"answer": "Het is 640 kilometer."})
    assert [reads(one, line, "640 kilometer") for one in (resident, visitor)] == [False, False]
    officer.post(url("publish_line_answers"))
    assert [reads(one, line, "640 kilometer") for one in (resident, visitor)] == [True, True]
    assert "Ria" not in visitor.get(line.get_absolute_url()).content.decode()


def test_who_asked_and_who_keeps_the_inventory_hear_it(cast, line):
    asked = actions.ask_about_line(line=line, by=cast.resident, text="Waarom?")
    assert set(keepers(Event.objects.get(name="inventory.asked_about_line"))) == {
        *(cast.officer, cast.buyer, cast.lawyer, cast.contract_manager, cast.area_manager, cast.secretary)
    }
    answer_question(question=asked.question, by=cast.officer, answer="Daarom.")
    assert actions.publish_line_answers(municipality=line.municipality, by=cast.officer) == 1
    assert actions.publish_line_answers(municipality=line.municipality, by=cast.officer) == 0
    assert list(who_asked(Event.objects.get(name="inventory.line_answers_published"))) == [cast.resident]


def test_a_question_waits_in_my_work_of_who_keeps_the_inventory(cast, client_of, line):
    actions.ask_about_line(line=line, by=cast.resident, text="Waarom?")
    waiting = {
        name
        for name, person in cast.people().items()
        if person.is_authenticated and "1 vraag over de inventaris wacht" in client_of(person).get("/mijn/").content.decode()
    }
    assert waiting == {"officer", "buyer", "lawyer", "contract_manager", "area_manager", "secretary"}


def test_a_visitor_asks_with_a_code_and_an_address_and_hears_the_answer(cast, client_of, commit, line):
    visitor = client_of(cast.visitor)
    form = {"text": "Waarom zo duur?", "email": "bep@example.nl", "once": "a"}
    codes = {visitor.post(url("ask_about_line", line.public_id), form).context["code"] for _time in range(2)}
    question = Question.objects.get()
    assert (len(codes), question.asked_by, question.email) == (1, None, "bep@example.nl")
    answer_question(question=question, by=cast.officer, answer="Het is 640 kilometer.")
    with commit():
        actions.publish_line_answers(municipality=line.municipality, by=cast.officer)
    page = visitor.post(reverse("portal:follow_code"), {"code": codes.pop(), "once": "f"}).content.decode()
    assert ("Waarom zo duur?" in page, "640 kilometer" in page, "bep@" in page) == (True, True, False)
    assert Mail.objects.get(to="bep@example.nl").subject == "Uw vraag over de inventaris is beantwoord"


def test_the_code_on_paper_names_the_line_that_was_asked_about(cast, client_of, line):
    code = "bcdf-ghjk-mnpq"
    actions.ask_about_line(line=line, by=None, text="Waarom zo veel?", code=code)
    page = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": code, "once": "a"}).content.decode()
    assert (f"Over: {line.title}" in page, f'href="{line.get_absolute_url()}"' in page) == (True, True)
    with override("nl"):
        assert _asked(Question.objects.get()).title == f"Uw vraag over “{line.title}”"


def test_an_answer_that_is_ready_waits_in_the_work_until_it_is_published(cast, client_of, line):
    question = actions.ask_about_line(line=line, by=cast.resident, text="Waarom zo veel?").question
    actions.ask_about_line(line=line, by=cast.resident, text="En wie betaalt het?")
    answer_question(question=question, by=cast.contract_manager, answer="Het gras groeit hard.")

    def waits() -> set[str]:
        cast.fresh()
        return {task.title for task in own_tasks(cast.contract_manager)}

    assert waits() == {"1 antwoord is klaar, nog niet openbaar", "1 vraag over de inventaris wacht"}
    client_of(cast.contract_manager).post(reverse("inventory:publish_line_answers", args=["zwolle"]))
    assert waits() == {"1 vraag over de inventaris wacht"}


def test_an_empty_question_is_refused_beside_the_field(cast, client_of, line):
    empty = client_of(cast.visitor).post(url("ask_about_line", line.public_id), {"text": "\u200b", "email": "bep@"})
    assert sorted(empty.context["form"].errors) == ["email", "text"]
    answer = client_of(cast.resident).post(url("ask_about_line", line.public_id), {"text": " "})
    assert answer.context["form"].errors["text"] == ["Schrijf wat u wilt weten."]
    assert Question.objects.count() == 0


def test_a_stranger_does_not_answer(cast, client_of, line):
    asked = make.line_question(cast, line)
    for person in (cast.stranger, cast.resident, cast.council_member):
        assert client_of(person).get(url("answer_line_question", asked.question.public_id)).status_code == 403
    assert client_of(cast.officer).get(reverse("tenders:answer_question", args=[asked.question.public_id])).status_code == 404


def test_a_question_stands_in_a_tender_or_on_a_municipality_and_never_on_both_or_none(cast):
    tender = make.tender(cast)
    for where in ({}, {"tender": tender, "municipality": cast.municipality}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.create(number=1, text="?", **where)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_line_costs_the_same_with_more_questions(cast, client_of, statements, count, line):
    for _one in range(count):
        make.line_question(cast, line, answer="Zo.", published=True)
    for person, most in ((cast.visitor, 8), (cast.officer, 12)):
        client = client_of(person)
        with statements() as sent:
            client.get(line.get_absolute_url())
        assert len(sent) <= most


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_questions_costs_the_same_with_more(cast, client_of, statements, count):
    for _one in range(count):
        make.line_question(cast, make.line(cast))
    client = client_of(cast.officer)
    with statements() as sent:
        client.get(url("list_line_questions"))
    assert len(sent) <= 7
