"""What who works in the neighbourhood hides of an initiative or a plan, and puts back: nothing is erased, and each says why."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from events import clock
from initiatives import actions
from initiatives.actions.hiding import question_about
from initiatives.models import Plan
from tenders.actions import publish_answers
from tenders.models import Question
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make
from tests.initiatives.test_plans import answer

KEEPERS = {"officer", "secretary", "area_manager", "community_worker"}


@pytest.fixture
def initiative(cast):
    return make.initiative(cast.municipality)


def to(verb, initiative, *more):
    return reverse(f"initiatives:{verb}", args=[initiative.public_id, *more])


def page_of(client_of, person, thing) -> str:
    return client_of(person).get(thing.get_absolute_url()).content.decode()


def hide(cast, thing, reason="Dit noemt een buurman."):
    return actions.hide_words(thing=thing, by=cast.officer, reason=reason)


def test_words_are_hidden_by_who_works_there_with_a_reason_and_nothing_is_erased(cast, client_of, initiative):
    update = make.update(initiative, text="Scheldwoord.")
    photo = make.photo(initiative, update)
    address = to("hide_words", initiative, "bericht", update.public_id)
    assert [client_of(one).get(address).status_code for one in (cast.visitor, cast.resident, cast.stranger)] == [302, 403, 403]
    assert client_of(cast.community_worker).post(address, {"reason": "Dit kwetst iemand.", "once": "a"}).status_code == 302
    page = client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    assert ("Scheldwoord." in page, "Dit kwetst iemand." in page) == (False, True)
    assert client_of(cast.visitor).get(reverse("initiatives:show_photo", args=[photo.public_id])).status_code == 404
    update.refresh_from_db()
    assert update.text == "Scheldwoord."


def test_of_a_hidden_initiative_only_the_place_and_the_reason_are_left(cast, client_of, initiative):
    make.update(initiative, text="Scheldwoord.")
    make.joining(initiative, first_name="Fatima")
    hide(cast, initiative)
    page = client_of(cast.visitor).get(initiative.get_absolute_url()).content.decode()
    told = [
        word in page for word in ("Dit noemt een buurman.", "Scheldwoord.", "Fatima", "Wij maken van stoepen tuinen.", "Voortuinen")
    ]
    assert told == [True, False, False, False, False]


def test_who_may_hide_an_initiative_puts_it_back_with_a_reason(cast, client_of, initiative):
    hide(cast, initiative)
    page = page_of(client_of, cast.visitor, initiative)
    assert (page.count("Dit noemt een buurman."), "Wie kunt u bellen?" in page, "er nog eens naar kijkt" in page) == (1, True, True)
    address = to("restore_words", initiative, "tekst", initiative.public_id)
    assert who_may(cast, client_of, address) == KEEPERS
    client_of(cast.community_worker).post(address, {"reason": "De buurman vindt het goed.", "once": "a"})
    page = page_of(client_of, cast.visitor, initiative)
    assert ["De buurman vindt het goed." in page, "Wij maken van stoepen tuinen." in page] == [True, True]
    initiative.refresh_from_db()
    assert (initiative.is_going_on, initiative.hidden_because) == (True, "Dit noemt een buurman.")
    with pytest.raises(Changed):
        actions.restore_words(thing=initiative, by=cast.officer, reason="Nog eens.")


def test_what_was_told_comes_back_with_its_photo_and_the_thread_says_why(cast, client_of, initiative):
    update = make.update(initiative, text="De tuin van Jo is klaar.")
    photo = make.photo(initiative, update)
    hide(cast, update)
    worker, address = client_of(cast.community_worker), to("restore_words", initiative, "bericht", update.public_id)
    assert address in worker.get(to("tend_initiative", initiative)).content.decode()
    assert "De tuin van Jo is klaar." in worker.get(address).content.decode()
    worker.post(address, {"reason": "Jo wil het zelf.", "once": "a"})
    page = page_of(client_of, cast.visitor, initiative)
    assert [words in page for words in ("De tuin van Jo is klaar.", photo.public_id, "Jo wil het zelf.")] == [True, True, True]
    assert worker.get(address).url == initiative.get_absolute_url()


def test_of_a_hidden_photo_everybody_reads_why_and_only_who_can_put_it_back_sees_it(cast, client_of, initiative):
    photo = make.photo(initiative)
    hide(cast, photo, "Er staat een kind op.")
    assert "Een foto is verborgen. Er staat een kind op." in " ".join(page_of(client_of, cast.visitor, initiative).split())
    shown = reverse("initiatives:show_photo", args=[photo.public_id])
    answers = {one: client_of(person).get(shown) for one, person in cast.people().items()}
    assert {one for one, answer in answers.items() if answer.status_code == 200} == KEEPERS
    assert {answers[one].headers["Cache-Control"] for one in KEEPERS} == {"private, no-store"}
    worker, address = client_of(cast.community_worker), to("restore_words", initiative, "foto", photo.public_id)
    assert shown in worker.get(address).content.decode()
    worker.post(address, {"reason": "De ouders vinden het goed.", "once": "a"})
    page = page_of(client_of, cast.visitor, initiative)
    assert [words in page for words in (shown, "De ouders vinden het goed.")] == [True, True]
    assert "public" in client_of(cast.visitor).get(shown).headers["Cache-Control"]


def test_who_hides_or_puts_back_says_why(cast, client_of, initiative):
    client = client_of(cast.officer)
    for verb in ("hide_words", "restore_words"):
        page = client.post(to(verb, initiative, "tekst", initiative.public_id), {"reason": " ", "once": verb}).content.decode()
        assert "Zeg in één zin waarom." in page
        with pytest.raises(Refused):
            getattr(actions, verb)(thing=initiative, by=cast.officer, reason=" ")
        if verb == "hide_words":
            hide(cast, initiative)


def who_may(cast, client_of, address) -> set[str]:
    return {name for name, one in cast.people().items() if client_of(one).get(address).status_code == 200}


def test_a_hidden_plan_keeps_its_place_and_says_why(cast, client_of):
    plan = make.plan(cast.municipality)
    address = reverse("initiatives:hide_plan", args=[plan.public_id])
    assert client_of(cast.resident).get(address).status_code == 403
    client_of(cast.officer).post(address, {"reason": "Het noemt een buurman.", "once": "a"})
    page = page_of(client_of, cast.visitor, plan)
    assert ("Het noemt een buurman." in page, "Ouderen eten alleen." in page, plan.title in page) == (True, False, False)


def test_a_plan_that_was_hidden_by_mistake_is_put_back_and_waits_for_its_answer_again(cast, client_of):
    plan = make.plan(cast.municipality)
    address = reverse("initiatives:restore_plan", args=[plan.public_id])
    assert client_of(cast.officer).get(address).url == plan.get_absolute_url()  # everybody can read it
    hide(cast, plan)
    assert who_may(cast, client_of, address) == {"officer", "secretary"}
    client_of(cast.officer).post(address, {"reason": "De buurman vindt het goed.", "once": "a"})
    page = page_of(client_of, cast.visitor, plan)
    assert [words in page for words in ("Ouderen eten alleen.", "De buurman vindt het goed.", plan.title)] == [True, True, True]
    assert plan in Plan.objects.unanswered()


def test_the_makers_of_a_hidden_plan_know_whom_to_call_and_read_their_words_with_their_code(cast, client_of):
    plan = make.plan(cast.municipality, code="5555-6666-7777")
    hide(cast, plan)
    page = page_of(client_of, cast.visitor, plan)
    known = ("Wie kunt u bellen?", "er nog eens naar kijkt", reverse("portal:follow_code"), "Ouderen eten alleen.")
    assert [words in page for words in known] == [True, True, True, False]
    page = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": "5555-6666-7777"}).content.decode()
    told = (plan.title, "Ouderen eten alleen.", "Dit noemt een buurman.", cast.officer.name, "er nog eens naar kijkt")
    assert [words in page for words in told] == [True] * 5


def test_who_hides_a_plan_reads_the_plan_first(cast, client_of):
    plan = make.plan(cast.municipality)
    page = client_of(cast.officer).get(reverse("initiatives:hide_plan", args=[plan.public_id])).content.decode()
    assert [words in page for words in (plan.title, "Ouderen eten alleen.", "Verberg dit plan")] == [True] * 3


@pytest.mark.parametrize(("kind", "back"), [("bericht", "Iedereen kan het weer lezen."), ("foto", "Iedereen kan het weer zien.")])
def test_who_hides_or_puts_back_reads_that_it_is_done(cast, client_of, initiative, kind, back):
    thing = make.update(initiative) if kind == "bericht" else make.photo(initiative)
    client = client_of(cast.community_worker)
    for verb, done in (("hide_words", "Verborgen. Iedereen leest waarom."), ("restore_words", back)):
        address = to(verb, initiative, kind, thing.public_id)
        assert done in client.post(address, {"reason": "Hierom.", "once": verb}, follow=True).content.decode()


def test_who_hides_a_plan_or_puts_it_back_reads_that_it_is_done(cast, client_of):
    plan, client = make.plan(cast.municipality), client_of(cast.officer)
    for verb, done in (("hide_plan", "Verborgen. Iedereen leest waarom."), ("restore_plan", "Iedereen kan het weer lezen.")):
        address = reverse(f"initiatives:{verb}", args=[plan.public_id])
        assert done in client.post(address, {"reason": "Hierom.", "once": verb}, follow=True).content.decode()


def test_a_photo_can_be_hidden_before_the_words_with_it_come_back_and_then_waits_for_them(cast, client_of, initiative):
    update = make.update(initiative)
    photo = make.photo(initiative, update)
    hide(cast, update)
    client = client_of(cast.community_worker)
    hiding, back = (to(verb, initiative, "foto", photo.public_id) for verb in ("hide_words", "restore_words"))
    assert hiding in client.get(to("tend_initiative", initiative)).content.decode()
    client.post(hiding, {"reason": "Er staat een kind op.", "once": "a"})
    page = client.post(back, {"reason": "De ouders vinden het goed.", "once": "b"}, follow=True).content.decode()
    assert ("Iedereen ziet hem als ook de tekst erbij" in page, "Iedereen kan het weer zien." in page) == (True, False)


def test_the_question_to_all_bidders_names_a_plan_only_while_everybody_can_read_it(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION)
    plan = make.plan(cast.municipality, about=tender, title="Weg met Jansen")
    answer(cast, plan, "no")
    publish_answers(tender=tender, by=cast.officer)

    def listed() -> tuple:
        page = client_of(cast.visitor).get(reverse("tenders:list_questions", args=[tender.slug])).content.decode()
        return "Weg met Jansen" in page, "Er kwam een plan van buiten. De tekst is verborgen. Wat doet de gemeente ermee?" in page

    assert listed() == (True, False)
    hide(cast, plan)
    assert listed() == (False, True)
    actions.restore_words(thing=plan, by=cast.officer, reason="Jansen vindt het goed.")
    assert listed() == (True, False)


def test_of_a_plan_that_was_hidden_before_its_public_question_loses_the_title_too(cast):
    hidden, shown = (make.plan(cast.municipality, title=title) for title in ("Weg met Jansen", "Een bank"))
    for plan in (hidden, shown):
        text = f"Een plan: “{plan.title}”. Wat doet de gemeente ermee?"
        question = Question.objects.create(tender=make.tender(cast), number=1, text=text)
        make.plan_answer(cast, plan, question=question)
    Plan.objects.filter(pk=hidden.pk).update(hidden_at=clock.now(), hidden_because="Een naam.")
    import_module("initiatives.migrations.0010_questions_about_hidden_plans_say_no_title").take_titles_off(apps, None)
    hidden.refresh_from_db()
    texts = {plan.title: plan.answers.get().question.text for plan in (hidden, shown)}
    assert texts == {hidden.title: question_about(hidden), shown.title: "Een plan: “Een bank”. Wat doet de gemeente ermee?"}
