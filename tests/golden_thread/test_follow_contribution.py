"""The thread of one contribution, forwards: all knots, only what the reader may see, in a fixed number of statements."""

import pytest
from django.urls import reverse

from tests import make


def page(client, said):
    return client.get(reverse("golden_thread:follow_contribution", args=[said.tender.slug, said.number]))


def test_the_thread_goes_from_what_was_said_to_a_lesson(cast, client_of):
    said = make.thread(cast)
    response = page(client_of(cast.visitor), said)
    kinds = [knot.kind for knot in response.context["knots"]]
    assert kinds == ["said", "answered", "in_request", "counted", "chosen", "agreed", "measured", "learnt", "goes_on"]


@pytest.mark.parametrize("branches", [1, 3, 50])
def test_a_thread_costs_the_same_however_many_branches_it_has(cast, client_of, statements, branches):
    said = make.thread(cast, branches=branches)
    with statements() as sent:
        response = page(client_of(cast.visitor), said)
    assert response.status_code == 200
    for q in sent.captured_queries: print(q["sql"][:150])
    assert (len(sent), len(response.content) < 100_000) == (11, True)
