"""One row an event: the log; and the outbox beside it, whose broker may be away."""

import datetime as dt

import pytest
from django.db import transaction
from kombu.exceptions import OperationalError

from config import reactions
from events import clock, log
from events.models import Event, Reaction
from events.seal import broken_links, seal
from events.tasks import sweep
from tests import make


@pytest.fixture(autouse=True)
def _broker_is_back():
    log._broker_away_until = 0.0
    yield
    log._broker_away_until = 0.0


def test_an_event_holds_ids_and_no_words(cast):
    tender = make.tender(cast)
    event = log.record("tests.something_done", by=cast.officer, thing=tender.lots.get(), reason="Een geheim verhaal", number=3)
    assert (event.municipality_id, event.tender_id, event.lot_id, event.actor_id, event.thing_kind) == (
        cast.municipality.pk,
        tender.pk,
        tender.lots.get().pk,
        cast.officer.pk,
        "tenders.lot",
    )
    assert event.data["number"] == 3
    assert "geheim" not in str(event.data)


def test_the_same_reason_twice_gives_two_hashes(cast):
    tender = make.tender(cast)
    one, two = (log.record("tests.done", by=None, thing=tender, reason="Daarom") for _ in range(2))
    assert one.data["reason"] != two.data["reason"]


def test_what_an_event_asks_is_kept_with_the_event_or_not_at_all(cast, lossy):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        log.record("tests.done", by=None, thing=make.tender(cast))
        assert Reaction.objects.count() == 1
        raise ZeroDivisionError
    assert (Reaction.objects.count(), lossy) == (0, [])


def test_an_event_of_which_nobody_asks_anything_is_one_statement(cast, statements):
    tender = make.tender(cast)
    with statements() as asked:
        log.record("tests.nobody_asks", by=None, thing=tender)
    assert len(asked) == 1


def test_a_broker_that_is_away_costs_nothing_and_the_sweep_hands_over_later(cast, commit, settings, monkeypatch, move_clock):
    settings.CELERY_TASK_ALWAYS_EAGER = False
    monkeypatch.setitem(reactions.REACTIONS, "tests.done", ("events.seal",))
    sent = []

    def away(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr(log.current_app, "send_task", away)
    with commit():
        event = log.record("tests.done", by=None, thing=make.tender(cast))
    assert Reaction.objects.get().tries == 0
    monkeypatch.setattr(log.current_app, "send_task", lambda name, args: sent.append((name, args)))
    log._broker_away_until = 0.0
    move_clock(minutes=2)
    assert (sweep(), sweep()) == (1, 0)
    assert (sent, Reaction.objects.get().tries) == ([("events.seal", [event.pk])], 1)


def test_a_worker_that_is_quicker_than_the_sweep_does_not_break_it(cast, commit, lossy, monkeypatch, move_clock):
    with commit():
        log.record("tests.done", by=None, thing=make.tender(cast))
    monkeypatch.setattr(log.current_app, "send_task", lambda name, args: log.has_reacted(name, tuple(args)))
    move_clock(minutes=5)
    assert (sweep(), Reaction.objects.count()) == (1, 0)


@pytest.fixture
def lossy(settings, monkeypatch):
    """A broker that says it has the task, and loses it: what it was given."""
    settings.CELERY_TASK_ALWAYS_EAGER = False
    monkeypatch.setitem(reactions.REACTIONS, "tests.done", ("events.seal",))
    given = []
    monkeypatch.setattr(log.current_app, "send_task", lambda name, args: given.append((name, args)))
    return given


def test_what_a_broker_loses_is_handed_over_again_until_it_is_done(cast, commit, lossy, move_clock):
    with commit():
        event = log.record("tests.done", by=None, thing=make.tender(cast))
    once = [("events.seal", [event.pk])]
    assert (lossy, sweep()) == (once, 0)
    move_clock(minutes=5)
    assert (sweep(), sweep(), lossy) == (1, 0, once * 2)
    log.has_reacted("events.forget_sent_forms", (event.pk,))
    assert Reaction.objects.count() == 1
    log.has_reacted("events.seal", (event.pk,))
    move_clock(days=1)
    assert (sweep(), lossy, Reaction.objects.count()) == (0, once * 2, 0)


def test_a_task_that_never_succeeds_is_given_up_and_told_to_who_runs_the_platform(cast, commit, lossy, move_clock, caplog):
    with commit():
        event = log.record("tests.done", by=None, thing=make.tender(cast))
    for _again in range(log.MOST_TRIES + 3):
        move_clock(days=1)
        sweep()
    assert len(lossy) == log.MOST_TRIES
    told = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert told == [f"events.seal of event {event.pk} is handed over for the last time"]


def test_what_waits_of_somebody_anonymous_tells_no_moment(cast, commit, lossy):
    with commit():
        event = log.record("tests.done", by=None, thing=make.tender(cast), day_only=True)
    assert Reaction.objects.get().again_at == event.at + dt.timedelta(days=1)


def test_the_chain_is_whole_until_somebody_changes_a_row(cast):
    tender = make.tender(cast)
    for number in range(5):
        log.record("tests.done", by=cast.officer, thing=tender, number=number)
    assert seal() == 5
    assert broken_links(cast.municipality.pk) == []
    third = Event.objects.get(municipality_id=cast.municipality.pk, place=3)
    Event.objects.filter(pk=third.pk).update(data={"number": 99})
    assert broken_links(cast.municipality.pk) == [3]


def test_a_row_that_was_taken_out_shows(cast):
    tender = make.tender(cast)
    for _number in range(3):
        log.record("tests.done", by=cast.officer, thing=tender)
    seal()
    Event.objects.get(municipality_id=cast.municipality.pk, place=2).delete()
    assert broken_links(cast.municipality.pk) == [3]


def test_each_municipality_has_a_chain_of_its_own(cast):
    ours, theirs = make.tender(cast), make.tender(cast, municipality=cast.other_municipality)
    for tender in (ours, theirs, ours):
        log.record("tests.done", by=None, thing=tender)
    seal()
    places = Event.objects.order_by("id").values_list("municipality_id", "place")
    assert list(places) == [(cast.municipality.pk, 1), (cast.other_municipality.pk, 1), (cast.municipality.pk, 2)]


def test_both_clocks_move_together(db, move_clock):
    move_clock(days=30)
    moved = clock.now() - dt.datetime.now(dt.UTC)  # noqa: TID251 - compared with the real time
    Event.objects.create(name="tests.now", at=clock.now() - dt.timedelta(seconds=1))  # SQLite counts in thousandths
    assert dt.timedelta(days=29, hours=23) < moved < dt.timedelta(days=30, hours=1)
    assert not Event.objects.filter(at__gt=clock.Now()).exclude(at__lte=clock.now()).exists()
    assert Event.objects.filter(at__lte=clock.Now()).count() == 1


def test_time_does_not_move_in_production(db, settings):
    clock.move(dt.timedelta(days=1))
    settings.CLOCK_MOVES = False
    assert clock.offset() == dt.timedelta(0)
    with pytest.raises(Exception, match="moved in a demo"):
        clock.refuse_moved_clock()
