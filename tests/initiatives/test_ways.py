"""The ways in that somebody with a plan is shown: what is true there, and after publication what keeps bidders equal."""

from django.urls import reverse

from initiatives.ways import ways_in
from tenders.models import LotState
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.initiatives.test_plans import answer, page_of


def test_after_publication_only_the_ways_are_shown_that_keep_bidders_equal(cast):
    def names(tender) -> list[str]:
        return [str(way.name) for way in ways_in(cast.municipality, tender)]

    alone = ["Een klein bedrag", "Gewoon beginnen", "Samen met anderen", "Meeschrijven of inschrijven", "In de commissie"]
    assert names(None) == alone
    before = ["Een klein bedrag", "Samen met anderen", "Meeschrijven", "In de commissie", "Later inschrijven"]
    assert names(make.tender(cast)) == before
    bidding = make.tender(cast, step=Step.SELECTION)
    assert names(bidding) == ["Vraag de subsidie aan", "Samen met anderen", "Stel een vraag"]
    bidding.lots.update(state=LotState.IN_ASSESSMENT)
    assert names(bidding) == ["Stel een vraag"]


def test_each_way_leads_to_a_page(cast, client_of):
    small = make.tender(cast, route=Route.SMALL_GRANT)
    tenders = [None, make.tender(cast), make.tender(cast, step=Step.SELECTION)]
    ways = [way for tender in tenders for way in ways_in(cast.municipality, tender)]
    assert {client_of(cast.visitor).get(way.url).status_code for way in ways} == {200}
    assert {way.url for way in ways if way.name == "Een klein bedrag"} == {small.get_absolute_url()}
    page = client_of(cast.visitor).get(reverse("initiatives:file_plan", args=[cast.municipality.slug])).content.decode()
    assert all(f'href="{way.url}"' in page for way in ways_in(cast.municipality, None))


def test_a_way_says_what_is_true_and_stays_in_the_municipality(cast):
    ways = {way.name: way for way in ways_in(cast.municipality, None)}
    assert ways["Een klein bedrag"].means == "Er is nu geen klein bedrag te krijgen. Zeg in uw plan hoeveel u nodig hebt."
    assert {ways[name].url.partition("?")[2] for name in ("Meeschrijven of inschrijven", "In de commissie")} == {"gemeente=zwolle"}
    make.tender(cast, route=Route.SMALL_GRANT)
    assert "Eén bladzijde en één gesprek." in ways_in(cast.municipality, None)[0].means


def test_who_has_an_answer_is_not_told_to_ask_for_an_amount_in_the_plan(cast, client_of):
    plan = make.plan(cast.municipality)
    asks = "Zeg in uw plan hoeveel u nodig hebt."
    before = asks in page_of(client_of, cast.visitor, plan)
    answer(cast, plan, "no")
    assert (before, asks in page_of(client_of, cast.visitor, plan)) == (True, False)


def test_at_a_subsidy_people_apply(cast, client_of):
    tender = make.tender(cast, step=Step.SELECTION, route=Route.SUBSIDY_TENDER)
    plan = make.plan(cast.municipality, about=tender)
    way = ways_in(cast.municipality, tender)[0]
    assert (way.name, way.means) == ("Vraag de subsidie aan", "Iedereen vraagt aan op dezelfde voorwaarden.")
    listed = client_of(cast.visitor).get(reverse("initiatives:list_tender_plans", args=[tender.slug])).content.decode()
    answering = client_of(cast.officer).get(reverse("initiatives:answer_plan", args=[plan.public_id])).content.decode()
    pages = listed, answering, page_of(client_of, cast.visitor, plan)
    assert ["Tot dan kunnen zij niet aanvragen." in listed, "Partijen vragen hier subsidie aan." in answering] == [True, True]
    assert ["nschrijven" in page or "schrijft in" in page for page in pages] == [False] * 3
