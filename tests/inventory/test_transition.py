"""What stopping asks in sum: each number tells of three parties or more, or of who agreed to be shown."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from inventory.transition import transition_of
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast)


def test_the_sum_of_one_or_two_parties_is_not_shown(cast, tender):
    for count, shown in ((1, False), (2, False), (3, True)):
        row = make.may_stop(cast, tender, make.running(cast, party=(cast.party, cast.partner_party, cast.rival_party)[count - 1]))
        make.friction(cast, row, costs=count * 100)
        assert bool(transition_of(tender)["sum"]) is shown
    assert transition_of(tender)["sum"] == {"costs": 600, "staff": 12, "volunteers": 30, "clients": 180}


def file(cast, tender, *said: dict) -> None:
    """What each of so many parties told."""
    for values in said:
        make.friction(cast, make.may_stop(cast, tender, make.running(cast, party=make.party())), **values)


def test_what_more_time_saves_stands_beside_the_sum(cast, client_of, tender):
    more = {"costs": 500, "more_months": 12, "costs_then": 100}
    file(cast, tender, more, more, more)
    assert (transition_of(tender)["sum"]["costs"], transition_of(tender)["sum"]["costs_with_time"]) == (1_500, 300)
    page = client_of(cast.officer).get(reverse("inventory:list_may_stop", args=[tender.slug])).content.decode()
    assert "Met de tijd die zij vragen" in page


@pytest.mark.parametrize(
    ("told", "agreed", "shown"),
    [(1, False, False), (2, False, False), (3, False, True), (1, True, True), (2, True, True)],
)
def test_a_number_that_few_told_stands_in_no_sum_unless_they_agreed(cast, tender, told, agreed, shown):
    """Each number counts its own parties: of three that answered, one may be the only one with volunteers."""
    nothing = {"costs": 1_000, "volunteers": None, "clients": None}
    says = nothing | {"volunteers": 7, "more_months": 12, "costs_then": 100, "may_be_shown": agreed}
    file(cast, tender, *[says] * told, *[nothing] * (6 - told))
    expected = {"costs": 6_000, "staff": 24}
    if shown:
        expected |= {"costs_with_time": 6_000 - 900 * told, "volunteers": 7 * told}
    assert transition_of(tender)["sum"] == expected


@pytest.mark.parametrize(("kept", "shown"), [(0, True), (1, False), (2, False), (3, True)])
def test_without_who_agreed_no_one_or_two_are_left_in_a_sum(cast, tender, kept, shown):
    """Who agreed to be shown can be taken off the sum by everybody."""
    file(cast, tender, {"may_be_shown": True}, *[{}] * kept)
    assert bool(transition_of(tender)["sum"]) is shown


def test_the_archived_request_says_nothing_of_a_number_that_nobody_told(cast, tender):
    file(cast, tender, {"may_be_shown": True, "volunteers": None, "clients": 12})
    with override("nl"):
        page = render_to_string("documents/_call_transition.html", {"transition": transition_of(tender)})
    words = ("Vrijwilligers", "Mensen die hulp krijgen", "Mensen met een baan hierin", "staat er niet bij", "€ 10.000")
    assert [one in page.replace("\xa0", " ") for one in words] == [False, True, True, True, True]


def test_three_contracts_of_one_party_are_still_one_party(cast, tender):
    for _one in range(3):
        make.friction(cast, make.may_stop(cast, tender))
    assert transition_of(tender)["sum"] == {}


def test_a_party_alone_may_say_that_its_numbers_are_public(cast, tender):
    make.friction(cast, make.may_stop(cast, tender), may_be_shown=True)
    assert transition_of(tender)["sum"] == {"costs": 1_000_000, "staff": 4, "volunteers": 10, "clients": 60}
