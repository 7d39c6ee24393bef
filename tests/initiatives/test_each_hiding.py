"""Each time that something is hidden stays to be read: since when, by whom, why, and why it came back; also when two are at it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import clock
from initiatives import actions
from initiatives.models import Hiding
from tenders import dates
from tests import make


@pytest.fixture
def initiative(cast):
    return make.initiative(cast.municipality)


def parts_of(initiative) -> dict:
    """What can be hidden of it, with the name that its address has for it."""
    update = make.update(initiative)
    return {"tekst": initiative, "bericht": update, "foto": make.photo(initiative)}


def address_of(verb, thing, kind="") -> str:
    if not kind:
        return reverse(f"initiatives:{verb}_plan", args=[thing.public_id])
    initiative = getattr(thing, "initiative", thing)
    return reverse(f"initiatives:{verb}_words", args=[initiative.public_id, kind, thing.public_id])


def hide(by, thing, reason="Dit noemt een buurman."):
    return actions.hide_words(thing=thing, by=by, reason=reason)


def restore(by, thing, reason="Het mag toch."):
    return actions.restore_words(thing=thing, by=by, reason=reason)


def page_of(client, thing) -> str:
    return " ".join(client.get(thing.get_absolute_url()).content.decode().split())


def test_hidden_twice_both_reasons_stay_with_who_gave_them(cast, initiative):
    for thing in (*parts_of(initiative).values(), make.plan(cast.municipality)):
        hide(cast.officer, thing, "De eerste reden.")
        restore(cast.secretary, thing, "Een vergissing.")
        hide(cast.secretary, thing, "De tweede reden.")
        rows = [(row.because, row.by, row.ended_because, row.ended_by) for row in thing.hidings.all()]
        assert rows == [
            ("De eerste reden.", cast.officer, "Een vergissing.", cast.secretary),
            ("De tweede reden.", cast.secretary, "", None),
        ]


@pytest.mark.parametrize("kind", ["tekst", "bericht", "foto", ""])
def test_everybody_reads_who_hid_it_and_when_and_later_all_of_it(cast, client_of, initiative, kind):
    thing = parts_of(initiative)[kind] if kind else make.plan(cast.municipality)
    page, visitor, today = getattr(thing, "initiative", thing), client_of(cast.visitor), dates.day(clock.now())
    by = f"Verborgen door {cast.officer.name}, gemeente, op {today}"
    for number, reason in enumerate(("De eerste reden.", "De tweede reden.")):
        hide(cast.officer, thing, reason)
        shown = page_of(visitor, page)
        assert (by in shown, reason in shown, shown.count("Dit was verborgen")) == (True, True, number)
        restore(cast.secretary, thing, f"Terug na {reason}")
    shown = page_of(visitor, page)
    for reason in ("De eerste reden.", "De tweede reden."):
        assert f"Dit was verborgen van {today} tot {today}: {reason} Terug omdat: Terug na {reason}" in shown
    assert shown.count(f"Verborgen door {cast.officer.name}, teruggezet door {cast.secretary.name}, gemeente") == 2
    assert by not in shown


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_once_for_all_that_was_hidden(cast, client_of, statements, initiative, many):
    make.initiative_word(cast, make.tender(cast), initiative)
    for _one in range(many):
        update = make.update(initiative)
        for thing in (update, make.photo(initiative, update), make.photo(initiative)):
            restore(cast.officer, hide(cast.officer, thing))
        hide(cast.officer, make.update(initiative))
    plan, other = make.plan(cast.municipality), make.plan(cast.municipality)
    for _one in range(many):
        restore(cast.officer, hide(cast.officer, plan))
    asked = []
    for thing in (initiative, plan, other):
        with statements() as sent:
            page_of(client_of(cast.visitor), thing)
        asked.append(len(sent))
    assert asked == [8, 7, 6]


def test_a_hiding_is_about_one_thing_and_lasts_once_at_a_time(cast, initiative):
    row = {"by": cast.officer, "at": clock.now(), "because": "Privé."}
    hide(cast.officer, initiative)
    for things in ({}, {"initiative": initiative}, {"update": make.update(initiative), "plan": make.plan(cast.municipality)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Hiding.objects.create(**row, **things)


def test_what_was_hidden_before_the_rows_were_there_is_carried_over_without_a_name(cast, client_of, initiative):
    hidden = make.update(initiative, hidden_at=clock.now(), hidden_because="Privé.")
    back = make.update(initiative)
    restore(cast.officer, hide(cast.officer, back))
    Hiding.objects.all().delete()
    import_module("initiatives.migrations.0007_each_time_that_something_was_hidden").carry_over(apps, None)
    rows = {row.update: (row.because, row.ended_because, row.by, row.ended_by) for row in Hiding.objects.all()}
    assert rows == {hidden: ("Privé.", "", None, None), back: ("Dit noemt een buurman.", "Het mag toch.", None, None)}
    shown = page_of(client_of(cast.visitor), initiative)
    assert [words in shown for words in ("Verborgen op", "Terug omdat: Het mag toch.", cast.officer.name)] == [True, True, False]


@pytest.mark.parametrize("kind", ["tekst", "bericht", "foto", ""])
@pytest.mark.parametrize("verb", ["hide", "restore"])
def test_who_comes_second_reads_that_and_keeps_what_was_typed(cast, client_of, initiative, kind, verb):
    thing = parts_of(initiative)[kind] if kind else make.plan(cast.municipality)
    hide(cast.secretary, thing)
    if verb == "restore":
        restore(cast.secretary, thing)
    client, address = client_of(cast.officer), address_of(verb, thing, kind)
    assert client.get(address).url == getattr(thing, "initiative", thing).get_absolute_url()
    page = client.post(address, {"reason": "Dit had ik getypt.", "once": "a"}).content.decode()
    first = "Iemand verborg dit net voor u." if verb == "hide" else "Iedereen kan dit al lezen."
    assert (first in page, "Dit had ik getypt." in page) == (True, True)


def test_who_answers_a_plan_sees_the_way_that_makes_sense(cast, client_of):
    plan = make.plan(cast.municipality)
    ways = [address_of(verb, plan) for verb in ("hide", "restore")]
    officer, visitor = client_of(cast.officer), client_of(cast.visitor)
    assert [way in page_of(officer, plan) for way in ways] == [True, False]
    hide(cast.officer, plan)
    assert [way in page_of(officer, plan) for way in ways] == [False, True]
    assert [way in page_of(visitor, plan) for way in ways] == [False, False]


def test_a_plan_that_was_taken_back_can_be_hidden_too(cast, client_of):
    plan = make.plan(cast.municipality, withdrawn_at=clock.now(), withdrawn_because="Wij verhuizen.")
    client, address = client_of(cast.officer), address_of("hide", plan)
    assert address in page_of(client, plan)
    client.post(address, {"reason": "Het noemt een buurman.", "once": "a"})
    shown = page_of(client_of(cast.visitor), plan)
    assert ["Het noemt een buurman." in shown, plan.problem in shown, plan.title in shown] == [True, False, False]
