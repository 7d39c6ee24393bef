"""The thread by way of a theme group and of a pilot: to the council, to the request, and back; whoever said it hears it."""

import pytest
from django.urls import reverse

from calls.models import Call, Clause, ClauseSource
from dialogues.models import Contribution, CouncilOutcome, Response
from events import clock
from events.log import record
from golden_thread.followers import people_on_thread
from tenders.steps import Step
from tests import make

pytestmark = pytest.mark.whole


def _by_way(cast, said, *, decided=True, **fields):
    """A proposal that rests on what was said, and the council adopted it."""
    group = make.group(said.tender, theme=fields.pop("theme", "Sport"))
    proposal = make.proposal(cast, group, **fields)
    make.proposal_source(cast, proposal, said)
    if decided:
        make.council_decision(cast, proposal)
    return proposal


def _only_by_way(cast, **fields):
    """A whole thread whose only arrow to the request comes from the proposal of a theme group."""
    said = make.thread(cast, **fields)
    proposal = _by_way(cast, said)
    ClauseSource.objects.update(response=None, proposal=proposal)
    Response.objects.all().delete()
    return Contribution.objects.select_related("tender").get(pk=said.pk), proposal


def _kinds(client, said) -> list[str]:
    return [knot.kind for knot in client.get(said.get_absolute_url()).context["knots"]]


def test_the_thread_goes_by_way_of_a_group_and_the_council_to_a_lesson(cast, client_of):
    said, proposal = _only_by_way(cast)
    page = client_of(cast.visitor).get(said.get_absolute_url())
    whole = ["said", "proposed", "council", "waiting", "in_request", "counted", "chosen", "agreed", "measured", "learnt", "goes_on"]
    assert [knot.kind for knot in page.context["knots"]] == whole
    text = page.content.decode()
    words = ("Een themagroep maakte er een voorstel van", "De raad nam het over", "Iedereen is erbij gebaat.", proposal.title)
    assert [word in text for word in words] == [True] * 4


def test_before_the_request_the_summary_says_how_far_it_came(cast, client_of):
    said = make.contribution(make.tender(cast))
    _by_way(cast, said, decided=False)
    client = client_of(cast.visitor)
    assert _kinds(client, said) == ["said", "proposed", "waiting", "goes_on"]
    assert client.get(said.get_absolute_url()).context["summary"][2] == "Een themagroep maakte er een voorstel van."
    make.council_decision(cast, said.proposals.get().proposal, outcome=CouncilOutcome.REFUSED)
    assert [knot.title for knot in client.get(said.get_absolute_url()).context["knots"]][2] == "De raad besloot erover"
    rows = client.get(reverse("golden_thread:show_threads", args=[said.tender.slug])).content.decode()
    assert "een themagroep maakte er een voorstel van" in rows


def test_a_proposal_that_was_withdrawn_is_no_step_on_the_thread(cast, client_of):
    said = make.contribution(make.tender(cast))
    _by_way(cast, said, decided=False, withdrawn_at=clock.now(), withdrawn_because="Dubbel.")
    assert _kinds(client_of(cast.visitor), said) == ["said", "waiting", "goes_on"]


def test_what_was_put_together_with_it_goes_along(cast, client_of):
    said, _proposal = _only_by_way(cast)
    joined = make.contribution(said.tender, merged_into=said)
    assert _kinds(client_of(cast.visitor), joined)[:4] == ["said", "put_together", "proposed", "council"]


def test_two_arrows_to_one_part_are_one_part_with_two_reasons(cast, client_of):
    said = make.thread(cast)
    proposal = _by_way(cast, said)
    make.clause_source(cast, Clause.objects.get(sources__response__contribution=said), proposal=proposal, reason="Via de groep.")
    knots = client_of(cast.visitor).get(said.get_absolute_url())
    found = next(knot for knot in knots.context["knots"] if knot.kind == "in_request")
    text = knots.content.decode()
    assert (len(found.items), "Via de groep." in text, "Zelf iets maken staat er nu in." in text) == (1, True, True)


@pytest.mark.parametrize("branches", [1, 3])
@pytest.mark.parametrize(("who", "count"), [("visitor", 8), ("officer", 12)])
def test_it_costs_no_more_than_a_thread_without_a_group(cast, client_of, statements, branches, who, count):
    said = Contribution.objects.select_related("tender").get(pk=make.thread(cast, branches=branches).pk)
    for number in range(branches):
        proposal = _by_way(cast, said, theme=f"Thema {number}")
        make.clause_source(cast, Clause.objects.filter(call__tender=said.tender).first(), proposal=proposal)
        make.merging(
            cast, said, make.contribution(said.tender), ended_at=clock.now(), ended_by=cast.officer, ended_because="Toch niet."
        )
    Contribution.objects.filter(pk=said.pk).update(merged_into=None)
    client = client_of(getattr(cast, who))
    with statements() as sent:
        page = client.get(said.get_absolute_url())
    assert ([knot.kind for knot in page.context["knots"]][1:4], len(sent)) == (["taken_apart", "proposed", "council"], count)


def test_from_an_agreement_one_comes_back_to_the_group_and_to_who_said_it(cast, client_of):
    said, proposal = _only_by_way(cast)
    number = ClauseSource.objects.get().clause.number
    page = client_of(cast.visitor).get(reverse("golden_thread:where_from", args=[said.tender.slug, "onderdeel", number]))
    way = page.context["way"]
    assert ([one.proposal for one in way.others], [one.contribution for one in way.begins]) == ([proposal], [said])
    assert [word in page.content.decode() for word in (proposal.title, said.text, said.get_absolute_url())] == [True] * 3


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("dialogues.contribution_linked", "source"),
        ("dialogues.proposal_handed_in", "proposal"),
        ("dialogues.council_decision_recorded", "proposal"),
        ("calls.proposal_linked", "clause"),
        ("contracts.contract_signed", "contract"),
    ],
)
def test_who_said_it_hears_every_step_by_way_of_a_group(cast, name, model):
    from contracts.models import Contract

    said, proposal = _only_by_way(cast)
    thing = {"source": said.proposals.get(), "proposal": proposal, "clause": ClauseSource.objects.first()}
    thing["contract"] = Contract.objects.first()
    assert people_on_thread(record(name, by=cast.officer, thing=thing[model])) == [(cast.resident, said)]


def test_of_a_draft_nobody_is_told(cast):
    said = make.contribution(make.tender(cast), author=cast.resident)
    draft = make.proposal(cast, make.group(said.tender), handed_in=False)
    event = record("dialogues.contribution_linked", by=cast.officer, thing=make.proposal_source(cast, draft, said), out=False)
    assert people_on_thread(event) == []


def test_the_thread_of_a_proposal_tells_all_of_it(cast, client_of, statements):
    said, proposal = _only_by_way(cast)
    client = client_of(cast.visitor)
    counts = []
    for _more in range(2):
        with statements() as sent:
            page = client.get(reverse("golden_thread:follow_proposal", args=[said.tender.slug, proposal.number])).content.decode()
        counts.append(len(sent))
        make.proposal_source(cast, proposal, make.contribution(said.tender))
    words = (said.text, proposal.text, "Iedereen is erbij gebaat.", "Onderdeel 1", "Het is afgesproken in een overeenkomst.")
    assert ([word in page for word in words], counts) == ([True] * 5, [5, 5])


def test_the_thread_of_a_pilot_goes_from_a_question_to_a_next_area_and_a_request(cast, client_of, statements):
    tender = make.tender(cast, step=Step.REQUEST)
    make.call(cast, tender)
    told = {"verdict": "go", "verdict_reason": "Het werkt.", "learnt": "Koken helpt.", "decided_at": clock.now()}
    pilot = make.pilot(make.tender(cast), **told)
    client, address = client_of(cast.visitor), reverse("golden_thread:follow_pilot", args=[pilot.tender.slug])
    counts = []
    for number in range(2):
        make.clause_source(cast, Call.objects.get(tender=tender).clauses.all()[number], pilot=pilot, reason=f"Reden {number}.")
        make.pilot(make.tender(cast, title=f"Buurt {number}"), copied_from=pilot)
        with statements() as sent:
            page = client.get(address).content.decode()
        counts.append(len(sent))
    words = (pilot.wants_to_learn, "Het werkt.", "Koken helpt.", "Reden 0.", "Reden 1.", "Buurt 0", "Buurt 1")
    assert ([word in page for word in words], counts) == ([True] * 7, [6, 6])


def test_where_nothing_is_tried_out_there_is_no_thread_of_a_pilot(cast, client_of):
    tender = make.tender(cast)
    assert client_of(cast.visitor).get(reverse("golden_thread:follow_pilot", args=[tender.slug])).status_code == 404
    secret = make.pilot(make.tender(cast, published=False))
    assert client_of(cast.visitor).get(reverse("golden_thread:follow_pilot", args=[secret.tender.slug])).status_code == 404
