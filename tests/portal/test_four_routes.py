"""Four routes through the six steps, walked by everybody: nobody meets a page that does not concern the route.

A small grant, a building that is transferred without money, a subsidy tender and a SAS procedure, each from its first day.
"""

import pytest
from django.urls import NoReverseMatch, reverse

from config import gates
from tenders.gates import not_needed
from tenders.models import Tender
from tenders.routes import Route, RouteTraits, traits
from tenders.steps import Step
from tests import make
from tests.portal.routes import WALKERS, Met, walk
from tests.portal.ways import Way
from tests.walk import client_for, named_urls

pytestmark = pytest.mark.whole

FOUR = (Route.SMALL_GRANT, Route.BUILDING, Route.SUBSIDY_TENDER, Route.SAS)

# Pages that are there for the routes with a trait only.
OF_CALL = {name for name in named_urls() if name.startswith("calls:")} - {
    "calls:show_procedure",
    "calls:ask_guide",
    "calls:choose_route",
    "calls:sign_choice",
    "calls:download_memo",
}
OF_COMPETITION = {name for name in named_urls() if name.startswith("bids:")} | {
    "tenders:add_lot",
    "evaluation:show_committee",
    "evaluation:appoint_member",
    "evaluation:appoint_lead",
    "evaluation:declare_impartial",
    "evaluation:recuse",
    "evaluation:score_bid",
    "evaluation:finish_scores",
    "evaluation:reopen_scores",
    "evaluation:show_ranking",
    "evaluation:show_consensus",
    "evaluation:record_consensus",
    "evaluation:write_advantages",
    "evaluation:explain_decision",
    "evaluation:show_explanation",
}
OF_DIALOGUE = {
    "tenders:appoint_guide",
    "dialogues:edit_dialogue",
    "dialogues:publish_dialogue",
    "dialogues:close_dialogue",
    "dialogues:conclude_dialogue",
    "dialogues:add_ground",
    "dialogues:remove_ground",
    "dialogues:add_fact",
    "dialogues:edit_fact",
    "dialogues:remove_fact",
    "dialogues:add_open_question",
    "dialogues:edit_open_question",
    "dialogues:remove_open_question",
}
OF_INVITATION = {"bids:invite_party"}

# What is never said, outside the guide: it weighs all routes against each other.
COMPETING = r"commissie|concurrent|inschrij|\bronde|plannen van partijen"
MONEY = r"€|\beuro\b|bedrag|\bgeld\b|begroting|prijs|\bbetaal|\bbtw\b|subsidie"
SUBSIDY = r"subsidie|aanvra(ag|ger)|beschikking"
AWARD = r"gunning|inschrij|standstill|opschortende termijn|kort geding"
# The one line that says why there is nothing to do, and the law that the reason of every choice stands in.
_ONE_LINE = ("geen voorstellen en geen commissie", "Aanbestedingswet")


def not_there(route: RouteTraits) -> set[str]:
    """The names of the pages that this route does not have."""
    return (
        (set() if route.call else OF_CALL)
        | (set() if route.competition else OF_COMPETITION)
        | (set() if route.dialogue else OF_DIALOGUE)
        | (set() if route.invited_only else OF_INVITATION)
    )


def never_said(route: RouteTraits) -> str:
    return {
        Route.SMALL_GRANT: f"{COMPETING}|{AWARD}",
        Route.BUILDING: f"{MONEY}|{SUBSIDY}|gunning|inschrij|standstill",
        Route.SUBSIDY_TENDER: AWARD,
        Route.SAS: SUBSIDY,
    }[Route(route.code)]


def _begin(cast, officer, route) -> Tender:
    """The first day, in the browser: a provisional route, a colleague in the team, and who can be public is made so."""
    said = {"title": "Een plek om te maken", "summary": "Mensen maken iets.", "route": str(route), "reason": "Men vroeg erom."}
    said |= {"first_step": "1", "contact_person": "Marloes Beleid", "contact_phone": "038 498 91 11"}
    answer = officer.post(reverse("tenders:start_tender", args=[cast.municipality.slug]), said)
    tender = Tender.objects.get()
    assert answer["Location"] == reverse("tenders:manage_tender", args=[tender.slug])
    officer.post(reverse("tenders:appoint_officer", args=[tender.slug]), {"person": cast.buyer.pk})
    if not traits(route).dialogue:
        officer.post(reverse("tenders:publish_tender", args=[tender.slug]), {"leaving": "1"})
    return tender


# With everybody it takes a minute a route; who leads and who only reads see nearly all of it.
WALKS = [
    *((route, ("officer", "visitor")) for route in FOUR),
    *(pytest.param(route, WALKERS, marks=pytest.mark.proof) for route in FOUR),
]


@pytest.mark.parametrize(("route", "walkers"), WALKS)
def test_nobody_meets_a_page_or_a_word_that_does_not_concern_the_route(cast, client_of, move_clock, route, walkers):
    tender = _begin(cast, client_of(cast.officer), route)
    way, met = Way(cast, tender, move_clock), Met()
    walk(cast, tender, met, step=0, walkers=walkers)
    for step in Step:
        assert way.tender.step == step
        way.work(step)
        walk(cast, way.tender, met, step=step, walkers=walkers)
        moved = client_of(cast.officer).post(
            reverse("tenders:advance", args=[tender.slug]), {"leaving": step.value, "reason": "Verder."}
        )
        assert moved.status_code == 302
    assert way.tender.completed_at
    assert met.broken == []
    assert {name: sorted(met.pages[name]) for name in set(met.pages) & not_there(way.traits)} == {}
    said = met.said(never_said(way.traits), except_for=_ONE_LINE, except_on=r"/procedure/(wijzer/|kiezen/|tekenen/)?$")
    assert said == []
    # What was walked is not nothing: the pages that this route does have were met.
    assert {"evaluation:show_decision", "contracts:show_contract", "monitoring:show_reflection"} <= set(met.pages)
    assert way.traits.call == ("calls:show_version" in met.pages)
    assert way.traits.competition == ("evaluation:show_ranking" in met.pages)


@pytest.mark.parametrize("route", [route for route in Route if not traits(route).competition])
def test_a_page_that_the_route_does_not_have_is_not_there_when_opened_by_hand(cast, route):
    answers = {}
    for step in (Step.DIALOGUE, Step.REQUEST, Step.PROCEDURE, Step.SELECTION):
        tender = make.tender(cast, step=step, route=route)
        for name in not_there(traits(route)) - {"calls:show_call"}:
            for arguments in ([tender.slug], [tender.slug, 1]):
                try:
                    path = reverse(name, args=arguments)
                except NoReverseMatch:
                    continue
                answers[name, step] = client_for(cast.officer, path).get(path).status_code
    assert {key: status for key, status in answers.items() if status not in (403, 404, 405)} == {}


def test_the_page_that_is_not_there_gives_the_routes_own_reason(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SMALL_GRANT)
    for who in (cast.officer, cast.visitor):
        answer = client_of(who).get(reverse("evaluation:show_committee", args=[tender.slug]))
        assert answer.status_code == 404
        assert str(not_needed(tender, Step.SELECTION)) in answer.content.decode()


def test_who_may_not_do_it_on_any_route_is_told_who_can(cast, client_of):
    tender = make.tender(cast, step=Step.REQUEST, route=Route.SMALL_GRANT)
    assert client_of(cast.resident).get(reverse("calls:edit_call", args=[tender.slug])).status_code == 403


def test_every_route_can_be_walked_by_the_groups_of_the_gate_table():
    assert set(gates.COMPETING) == {route for route in Route if traits(route).competition}
    assert set(gates.DIRECT) == {route for route in Route if not traits(route).competition}
    assert set(gates.UNPAID) == {route for route in gates.COMPETING if not traits(route).public_money}
