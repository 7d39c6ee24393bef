"""A question of a visitor without an account: a code follows the answer, nobody is asked who it is, and parties stay equal."""

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import clock
from events.models import Event
from notifications.models import Mail, Notice
from tenders import actions
from tenders.codes import hash_code
from tenders.models import Question
from tenders.steps import Step
from tests import make, nasty

FORM = {"about": "Feit 1", "text": "Klopt dit cijfer?", "email": "", "once": "a"}


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


def page(tender) -> str:
    return reverse("tenders:ask_question", args=[tender.slug])


def send(client, tender, **changes):
    return client.post(page(tender), FORM | changes)


def follow(client, code: str) -> str:
    return client.post(reverse("portal:follow_code"), {"code": code, "once": "f"}).content.decode()


def test_a_visitor_asks_and_reads_the_answer_with_the_code_when_everybody_does(cast, client_of, commit, tender):
    visitor = client_of(cast.visitor)
    with commit():
        answer = send(visitor, tender, email="bep@example.nl")
    code, question = answer.context["code"], Question.objects.get()
    assert (answer.status_code, answer.cookies, "no-store" in answer["Cache-Control"]) == (200, {}, True)
    assert (question.asked_by, question.about, question.email, question.code_hash) == (
        None,
        "Feit 1",
        "bep@example.nl",
        hash_code(code),
    )
    assert Notice.objects.get(person=cast.officer).title == "Een vraag wacht op uw antwoord"
    actions.answer_question(question=question, by=cast.officer, answer="Ja, het is van 2025.")
    assert ("Klopt dit cijfer?" in follow(visitor, code), "van 2025" in follow(visitor, code)) == (True, False)
    listed = reverse("tenders:list_questions", args=[tender.slug])
    assert "Klopt dit cijfer?" not in visitor.get(listed).content.decode()
    with commit():
        actions.publish_answers(tender=tender, by=cast.officer)
    for shown in (follow(visitor, code), visitor.get(listed, headers={"Cache-Control": "no-cache"}).content.decode()):
        assert ("Klopt dit cijfer?" in shown, "van 2025" in shown, "bep@" in shown) == (True, True, False)
    assert Mail.objects.get(to="bep@example.nl").subject == f"Vragen zijn beantwoord, voor iedereen: {tender.title}"


def test_of_who_asks_without_an_account_only_the_day_is_kept(cast, client_of, tender):
    send(client_of(cast.visitor), tender)
    question, day = Question.objects.get(), clock.beginning_of(clock.today())
    event = Event.objects.get(name="tenders.question_asked")
    assert (question.asked_at, event.at, event.actor_id) == (day, day, None)


def test_the_same_form_twice_is_one_question_with_one_code(cast, client_of, tender):
    codes = {send(client_of(cast.visitor), tender).context["code"] for _time in range(2)}
    assert (len(codes), Question.objects.count()) == (1, 1)
    for _time in range(2):
        assert send(client_of(cast.resident), tender).status_code == 302
    assert Question.objects.count() == 2


@pytest.mark.parametrize("step", Step)
def test_from_the_procedure_on_only_who_has_an_account_asks(cast, client_of, step):
    tender, visitor = make.tender(cast, step=step), client_of(cast.visitor)
    everybody = step < Step.PROCEDURE
    assert (visitor.get(page(tender)).status_code, send(visitor, tender).status_code) == ((200, 200) if everybody else (302, 403))
    assert client_of(cast.resident).get(page(tender)).status_code == 200
    assert Question.objects.count() == (1 if everybody else 0)


def test_what_is_not_public_takes_no_question(cast, client_of):
    tender = make.tender(cast, published_at=None)
    assert send(client_of(cast.visitor), tender).status_code == 404


@pytest.mark.parametrize("name", [*nasty.NOTHING, "too long"])
def test_what_is_no_question_is_said_beside_it_and_the_rest_stays(cast, client_of, tender, name):
    text = nasty.NOTHING.get(name, nasty.LONG_LINE)
    answer = send(client_of(cast.visitor), tender, text=text, about="Het plafond")
    assert (answer.status_code, list(answer.context["form"].errors), Question.objects.count()) == (200, ["text"], 0)
    assert "Het plafond" in answer.content.decode()


def test_a_wrong_address_is_said_beside_it_and_the_question_stays(cast, client_of, tender):
    answer = send(client_of(cast.visitor), tender, email="bep@")
    assert (list(answer.context["form"].errors), "Klopt dit cijfer?" in answer.content.decode()) == (["email"], True)


def test_from_one_address_comes_no_flood_and_the_words_stay(cast, client_of, tender):
    cache.clear()
    for number in range(10):
        assert "code" in send(client_of(cast.visitor), tender, once=f"t{number}").context
    answer = send(client_of(cast.visitor), tender, once="t11", text="En nog een?")
    assert (Question.objects.count(), "En nog een?" in answer.content.decode()) == (10, True)
    assert "Er kwamen hier in korte tijd veel vragen vandaan." in answer.content.decode()
    assert send(client_of(cast.resident), tender).status_code == 302


def test_the_code_of_who_has_an_account_leads_nowhere(cast, client_of, tender):
    question = actions.ask_question(tender=tender, by=cast.resident, text="Wanneer?", code="k7wp-93bd-xm2h")
    assert question.code_hash == hash_code("k7wp-93bd-xm2h")
    assert "Wanneer?" not in follow(client_of(cast.visitor), "k7wp-93bd-xm2h")


def test_an_account_and_an_address_never_stand_at_one_question(cast, tender):
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.create(tender=tender, number=9, text="?", asked_by=cast.resident, email="ria@example.nl")
