"""Who completes whom: the formula of coalitions/matching.py, sentence by sentence."""

from coalitions.matching import Card, complements

HERE, ELSEWHERE = 1, 2


def card(key: int, *, party=None, name="", tender=None, offers="", seeks="", areas=(), themes=(), municipality=HERE) -> Card:
    return Card(
        key=key,
        party=party or key,
        name=name or f"Partij {key}",
        municipality=municipality,
        tender=tender,
        offers=frozenset(offers.split()),
        seeks=frozenset(seeks.split()),
        areas=frozenset(areas),
        themes=frozenset(themes),
    )


def found(ours: Card, *others: Card) -> list[int]:
    return [match.other.key for match in complements(ours, others)]


def test_who_offers_what_we_seek_completes_us_and_so_does_who_seeks_what_we_offer():
    ours = card(1, offers="place", seeks="hands")
    assert found(ours, card(2, offers="hands"), card(3, seeks="place"), card(4, offers="place", seeks="hands")) == [2, 3]


def test_our_own_party_and_another_municipality_never_complete_us():
    ours = card(1, party=7, seeks="hands")
    assert found(ours, card(2, party=7, offers="hands"), card(3, offers="hands", municipality=ELSEWHERE)) == []


def test_a_tender_of_two_municipalities_brings_their_parties_together():
    ours = card(1, tender=5, seeks="hands")
    others = card(2, tender=5, offers="hands", municipality=ELSEWHERE), card(3, offers="hands", municipality=ELSEWHERE)
    assert found(ours, *others) == [2]


def test_tenders_meet_when_one_of_the_two_names_none():
    ours = card(1, tender=5, seeks="hands")
    others = card(2, tender=5, offers="hands"), card(3, offers="hands"), card(4, tender=6, offers="hands")
    assert found(ours, *others) == [2, 3]
    assert found(card(1, seeks="hands"), *others) == [2, 3, 4]


def test_areas_and_themes_meet_when_they_share_one_or_one_names_none():
    ours = card(1, seeks="hands", areas=[10], themes=[20])
    others = (
        card(2, offers="hands", areas=[10, 11], themes=[20]),
        card(3, offers="hands"),
        card(4, offers="hands", areas=[11]),
        card(5, offers="hands", themes=[21]),
    )
    assert found(ours, *others) == [2, 3]


def test_first_who_helps_both_ways_then_the_most_things_then_the_nearest_then_by_name():
    ours = card(1, offers="place food", seeks="hands care money", areas=[10], themes=[20])
    both = card(2, name="Zonnebloem", offers="hands", seeks="place")
    three = card(3, name="Yucca", offers="hands care money")
    two_near = card(4, name="Wilg", offers="hands care", areas=[10])
    two = card(5, name="Aster", offers="hands care")
    two_too = card(6, name="beuk", offers="hands care")
    assert found(ours, two_too, two, two_near, three, both) == [2, 3, 4, 5, 6]


def test_a_match_says_what_each_brings_and_what_they_share():
    ours = card(1, offers="place food", seeks="hands", areas=[10, 11], themes=[20])
    [match] = complements(ours, [card(2, offers="hands money", seeks="food", areas=[11], themes=[20, 21])])
    assert (match.they_bring, match.we_bring, match.shared_areas, match.shared_themes, match.is_mutual) == (
        {"hands"},
        {"food"},
        {11},
        {20},
        True,
    )
