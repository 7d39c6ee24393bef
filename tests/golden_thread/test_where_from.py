"""The thread backwards: from a lesson, indicator, agreement or clause to the contributions that it began with."""

import pytest
from django.urls import reverse

from calls.models import ClauseSource
from contracts.models import Agreement, Contract
from dialogues.models import Contribution
from events import clock
from monitoring.models import Indicator, Lesson
from tests import make


def _get(client, tender, kind, public_id):
    return client.get(reverse("golden_thread:where_from", args=[tender.slug, kind, public_id]))


def _starts(said) -> dict[str, str]:
    return {
        "afspraak": Agreement.objects.get().public_id,
        "indicator": Indicator.objects.get().public_id,
        "les": Lesson.objects.get().public_id,
        "onderdeel": str(ClauseSource.objects.get().clause.number),
    }


@pytest.mark.parametrize("kind", ["afspraak", "indicator", "les", "onderdeel"])
def test_from_any_knot_back_to_what_somebody_said(cast, client_of, kind):
    said = make.thread(cast)
    response = _get(client_of(cast.visitor), said.tender, kind, _starts(said)[kind])
    page = response.content.decode()
    assert [begin.contribution for begin in response.context["way"].begins] == [said]
    words = ("Ik kan lassen. Laat mij iets maken.", "Zelf iets maken staat er nu in.", said.get_absolute_url(), "Tekst 1.")
    assert [word in page for word in words] == [True] * 4


def test_forward_and_back_is_the_same_thread(cast, client_of):
    said = make.thread(cast, branches=3)
    forward = client_of(cast.visitor).get(said.get_absolute_url()).context["knots"]
    agreements = next(knot.items for knot in forward if knot.kind == "agreed")
    for agreement in agreements:
        back = _get(client_of(cast.visitor), said.tender, "afspraak", agreement.public_id).context["way"]
        assert [begin.contribution for begin in back.begins] == [said]


@pytest.mark.parametrize("kind", ["afspraak", "indicator", "les", "onderdeel"])
def test_what_is_of_another_tender_or_unknown_is_not_there(cast, client_of, kind):
    said, other = make.thread(cast), make.tender(cast)
    client = client_of(cast.visitor)
    assert _get(client, other, kind, _starts(said)[kind]).status_code == 404
    assert _get(client, said.tender, kind, "bestaatniet").status_code == 404
    assert _get(client, said.tender, "onzin", "1").status_code == 404


def test_an_agreement_that_is_not_signed_leads_nowhere_for_a_visitor(cast, client_of):
    said = make.thread(cast)
    Contract.objects.update(signed_at=None, state="draft")
    start = Agreement.objects.get().public_id
    people = (cast.visitor, cast.rival, cast.officer, cast.entrepreneur)
    assert [_get(client_of(one), said.tender, "afspraak", start).status_code for one in people] == [404, 404, 200, 200]


def test_a_hidden_contribution_is_not_on_the_way_back(cast, client_of):
    said = make.thread(cast)
    Contribution.objects.update(hidden_at=clock.now())
    start = Agreement.objects.get().public_id
    found = [_get(client_of(one), said.tender, "afspraak", start).context["way"].begins for one in (cast.visitor, cast.officer)]
    assert [len(begins) for begins in found] == [0, 0]  # the team reads it on its own page


def test_what_nobody_brought_in_says_so(cast, client_of):
    said = make.thread(cast)
    ClauseSource.objects.all().delete()
    page = _get(client_of(cast.visitor), said.tender, "afspraak", Agreement.objects.get().public_id).content.decode()
    assert "Hier is geen inbreng aan verbonden." in page


@pytest.mark.parametrize("many", [1, 3])
def test_the_way_back_costs_the_same_for_any_number_of_contributions(cast, client_of, statements, many):
    said = make.thread(cast)
    source = ClauseSource.objects.get()
    for _more in range(many - 1):
        make.clause_source(cast, source.clause, make.response(cast, make.contribution(said.tender)))
    client, tender, start = client_of(cast.visitor), said.tender, Agreement.objects.get().public_id
    with statements() as sent:
        response = _get(client, tender, "afspraak", start)
    assert (len(response.context["way"].begins), len(sent)) == (many, 8)
