"""All threads of a tender: each with its answer and how far it got."""

import pytest
from django.urls import reverse

from contracts.models import Contract
from dialogues.models import Contribution, Outcome
from monitoring.models import Lesson, Measurement
from tests import make


def _url(tender, **query) -> str:
    text = "&".join(f"{name}={value}" for name, value in query.items())
    return reverse("golden_thread:show_threads", args=[tender.slug]) + (f"?{text}" if text else "")


def _rows(client, tender, **query) -> list[tuple]:
    page = client.get(_url(tender, **query)).context["page_obj"]
    return [(one["number"], one["outcome"], one["reached"]) for one in page]


def test_each_says_how_it_was_answered_and_how_far_it_got(cast, client_of):
    said = make.thread(cast)
    refused = make.contribution(said.tender)
    make.response(cast, refused, outcome=Outcome.NOT)
    make.contribution(said.tender)
    merged = make.contribution(said.tender)
    Contribution.objects.filter(pk=merged.pk).update(merged_into=said)
    assert _rows(client_of(cast.visitor), said.tender) == [
        (4, "taken_over", "learnt"),
        (3, "waiting", "said"),
        (2, "not", "answered"),
        (1, "taken_over", "learnt"),
    ]


def test_how_far_goes_back_when_less_is_public(cast, client_of):
    said, client = make.thread(cast), client_of(cast.visitor)
    Lesson.objects.all().delete()
    assert _rows(client, said.tender) == [(1, "taken_over", "measured")]
    Measurement.objects.all().delete()
    assert _rows(client, said.tender) == [(1, "taken_over", "agreed")]
    Contract.objects.update(signed_at=None, state="to_sign")
    assert _rows(client, said.tender) == [(1, "taken_over", "counted")]


def test_the_filters_count_and_choose(cast, client_of):
    tender = make.tender(cast)
    for outcome in (Outcome.TAKEN_OVER, Outcome.TAKEN_OVER, Outcome.NOT):
        make.response(cast, make.contribution(tender), outcome=outcome)
    make.contribution(tender)
    client = client_of(cast.visitor)
    page = client.get(_url(tender))
    assert [text for text, _url, _chosen in page.context["chips"]] == [
        "Alle (4)",
        "Overgenomen (2)",
        "Voor een deel overgenomen (0)",
        "Niet, met uitleg (1)",
        "Nu niet, later (0)",
        "Wacht op antwoord (1)",
    ]
    assert [row[0] for row in _rows(client, tender, uitkomst="taken_over")] == [2, 1]
    assert [row[0] for row in _rows(client, tender, uitkomst="waiting")] == [4]
    assert client.get(_url(tender, uitkomst="onzin")).status_code == 404
    assert "3 kregen antwoord" in page.content.decode()


def test_of_a_hidden_one_the_list_has_its_place_and_no_words(cast, client_of):
    tender = make.tender(cast)
    make.contribution(tender)
    make.hiding(cast, make.contribution(tender, text="Hij is een dief."))
    for one in (cast.visitor, cast.officer):
        page = client_of(one).get(_url(tender))
        html = page.content.decode()
        assert ("een dief" in html, "Het kwetst iemand" in html, "Verborgen (1)" in html) == (False, True, True)
        assert (page.context["waiting"], page.context["hidden"], len(page.context["page_obj"])) == (1, 1, 2)


@pytest.mark.parametrize("many", [1, 3, 30])
@pytest.mark.parametrize(("who", "count"), [("visitor", 5), ("officer", 8)])
def test_the_list_costs_the_same_for_any_number(cast, client_of, statements, many, who, count):
    tender = make.tender(cast)
    for _one in range(many):
        make.response(cast, make.contribution(tender))
    client = client_of(getattr(cast, who))
    with statements() as sent:
        page = client.get(_url(tender))
    assert (len(sent), len(page.context["page_obj"])) == (count, min(many, 25))


def test_empty_it_says_where_a_thread_begins(cast, client_of):
    page = client_of(cast.visitor).get(_url(make.tender(cast))).content.decode()
    assert "Een draad begint met wat iemand zegt in de dialoog." in page
