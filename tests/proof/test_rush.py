"""The last minute before a deadline: fifty hand in at once, and all that was acknowledged is in the opening."""

import json
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from tests.journeys.server import Site
from tests.proof.bidder import Bidder

pytestmark = pytest.mark.proof


@pytest.fixture
def embedded_site(tmp_path, static):
    running = Site(tmp_path, static=static).start(people=False)
    yield running
    running.stop()


def begin(site: Site, number: int) -> list[Bidder]:
    return [Bidder(site.address, **one) for one in json.loads(site.run("tests.proof.round", "begin", str(number)))["bidders"]]


def all_at_once(works: list[Callable[[], object]]) -> list[Exception]:
    """Do all of these at the same moment; what went wrong."""
    start, wrong = threading.Barrier(len(works)), []

    def do(work):
        start.wait(timeout=60)
        try:
            work()
        except Exception as error:
            wrong.append(error)

    threads = [threading.Thread(target=do, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    return wrong


def nothing_is_missing(site: Site, bidders: list[Bidder]) -> None:
    """What came out of the envelopes is, letter by letter and byte by byte, what was acknowledged."""
    opened = json.loads(site.run("tests.proof.round", "open"))
    expected = {one.bid: (one.text.strip(), [one.digest]) for one in bidders if one.acknowledged}
    found = {
        bid: (content["texts"][one.part].strip(), content["files"])
        for one in bidders
        for bid, content in opened.items()
        if bid == one.bid
    }
    assert found == expected
    # A worker of which we killed the child, busy or idle, says so, and rightly.
    assert [said for said in site.complaints() if "signal 9" not in said] == []


def test_fifty_who_hand_in_at_once_all_get_a_receipt_and_are_all_in_the_opening(site, record_property):
    early, bidders = (all_of_them := begin(site, 60))[:10], all_of_them[10:]
    for one in early:  # a server has worked for days before its last minute
        one.hand_in()
    spent = site.cpu("web")
    wrong = all_at_once([one.hand_in for one in bidders])
    assert wrong == []
    assert all(one.acknowledged for one in bidders)
    each = 1000 * (site.cpu("web") - spent) / len(bidders)
    record_property("measured", _told("PostgreSQL", bidders) + f"; {each:.0f} ms of the web's CPU each")
    nothing_is_missing(site, all_of_them)


def test_a_hundred_who_hand_in_at_once_on_sqlite_never_find_it_locked(embedded_site, record_property):
    bidders = begin(embedded_site, 100)
    wrong = all_at_once([one.hand_in for one in bidders])
    assert wrong == []
    assert "database is locked" not in embedded_site.log("web") + embedded_site.log("worker")
    record_property("measured", _told("SQLite", bidders))
    nothing_is_missing(embedded_site, bidders)


def _told(where: str, bidders: list[Bidder]) -> str:
    seconds = sorted(one.seconds for one in bidders)
    p95 = seconds[int(len(seconds) * 0.95) - 1]
    return f"{where}, {len(bidders)} hand in 1 MB at once: median {statistics.median(seconds):.1f} s, 95 % within {p95:.1f} s"


def test_one_person_in_several_tabs_loses_nothing_and_is_told_who_was_first(site):
    """Three tabs of each: two hold the same part in the same version, the third another part."""
    bidders = begin(site, 15)
    tabs = {one.bid: (one, replace(one), replace(one, part="vision")) for one in bidders}
    saved: dict[tuple[str, int], bool] = {}

    def save(bid: str, place: int) -> None:
        tab = tabs[bid][place]
        saved[bid, place] = tab.save(held[bid, place], tab.text)

    held = {(bid, place): tab.opened() for bid, all_three in tabs.items() for place, tab in enumerate(all_three)}
    assert all_at_once([partial(save, *key) for key in held]) == []
    assert {(saved[bid, 0] + saved[bid, 1], saved[bid, 2]) for bid in tabs} == {(1, True)}
    for one, again, vision in tabs.values():
        said = [tab.shown() for tab in (one, vision)]
        assert said == [(one if saved[one.bid, 0] else again).text.strip(), vision.text.strip()]


def test_a_worker_that_is_killed_in_the_middle_loses_no_receipt_and_no_mail(site):
    bidders = begin(site, 50)
    rush = threading.Thread(target=lambda: all_at_once([one.hand_in for one in bidders]))
    rush.start()
    time.sleep(2)
    site.kill_workers_child()
    time.sleep(1)
    site.kill_worker()
    rush.join()
    site.start_worker()
    assert all(one.acknowledged for one in bidders)
    expected = sorted(one.bid for one in bidders)
    until = time.monotonic() + 400
    while (
        sorted((done := json.loads(site.run("tests.proof.round", "done")))["receipts"]) != expected or len(set(done["mails"])) < 50
    ):
        assert time.monotonic() < until, f"{len(done['receipts'])} receipts, {len(done['mails'])} mails"
        time.sleep(5)
    assert len(done["mails"]) == len(set(done["mails"]))
    nothing_is_missing(site, bidders)
