"""Two thousand letters, and a worker that is killed while it sends them: everybody gets theirs."""

import time
from collections import Counter

import pytest

pytestmark = pytest.mark.proof

LETTERS, KILLS = 2000, 2


def test_a_worker_that_is_killed_while_it_sends_loses_no_letter_and_doubles_none_but_the_one_in_its_hand(
    site, post, record_property
):
    """Whoever is killed after the mail server said yes and before it could write that down, sends that one letter again."""
    began = time.monotonic()
    site.run("tests.proof.letters", str(LETTERS))
    for kill in range(KILLS):
        post.wait((kill + 1) * LETTERS // (KILLS + 2), seconds=120)
        site.kill_worker()
        site.start_worker()
    post.wait(LETTERS, seconds=240)
    took = time.monotonic() - began
    time.sleep(25)  # one more sweep: nothing comes after the last
    twice = {name: times for name, times in Counter(post.got).items() if times > 1}
    record_property(
        "measured",
        f"{LETTERS} letters, worker killed {KILLS} times: all in after {took:.0f} s, {len(twice)} twice",
    )
    assert sum(twice.values()) - len(twice) <= KILLS
    assert {name for name in post.got if name.startswith("volger")} == {f"volger{number}@example.nl" for number in range(LETTERS)}
