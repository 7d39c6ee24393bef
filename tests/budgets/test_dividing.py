"""The rule by which divisions become one: pure arithmetic, held to what the page promises."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgets.dividing import Given, divide_together

CEILING = 3_000_000
# A busy computer is no reason to fail.
patiently = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def _persons(draw, entries: int) -> list[list[int]]:
    """Some divisions, each within the ceiling and in steps of fifty euros."""
    persons = []
    for _person in range(draw(st.integers(0, 8))):
        left, amounts = CEILING // 5_000, []
        for _entry in range(entries):
            amount = draw(st.integers(0, left))
            amounts.append(5_000 * amount)
            left -= amount
        persons.append(amounts)
    return persons


@st.composite
def budgets(draw):
    """(what was given to each entry, the people)."""
    entries = draw(st.integers(1, 6))
    persons = _persons(draw, entries)
    found = []
    for place in range(entries):
        most = max([person[place] for person in persons], default=0)
        cap = draw(st.none() | st.integers(max(most, 1), CEILING))
        least = draw(st.integers(0, cap or CEILING))
        found.append(Given(place + 1, sum(person[place] for person in persons), least, cap, draw(st.booleans())))
    return found, len(persons)


@patiently
@given(budgets())
def test_shares_and_what_is_not_spent_are_the_ceiling_to_the_cent(budget):
    given_, people = budget
    divided = divide_together(CEILING, given_, people)
    assert sum(divided.shares.values()) + divided.unspent == CEILING
    assert min([*divided.shares.values(), divided.unspent]) >= 0


@patiently
@given(budgets())
def test_nobody_gets_more_than_it_can_use_or_less_than_it_needs(budget):
    given_, people = budget
    divided = divide_together(CEILING, given_, people)
    for one in given_:
        share = divided.shares[one.key]
        assert one.most is None or share <= one.most
        assert share == 0 or (one.stands and share >= one.least)


@patiently
@given(budgets())
def test_what_nobody_gave_money_gets_none(budget):
    given_, people = budget
    shares = divide_together(CEILING, given_, people).shares
    assert [shares[one.key] for one in given_ if not one.cents] == [0 for one in given_ if not one.cents]


@patiently
@given(budgets())
def test_without_needs_and_limits_it_is_the_mean_to_a_cent(budget):
    plain, people = [Given(one.key, one.cents) for one in budget[0]], budget[1]
    shares = divide_together(CEILING, plain, people).shares
    assert all(abs(shares[one.key] - one.cents / max(people, 1)) <= 1 for one in plain)


@patiently
@given(st.lists(st.integers(0, 60), min_size=1, max_size=6), st.integers(1, 50))
def test_where_all_divide_alike_that_is_the_result(steps, people):
    amounts = [5_000 * step for step in steps]
    divided = divide_together(CEILING, [Given(place, people * amount) for place, amount in enumerate(amounts)], people)
    assert list(divided.shares.values()) == amounts
    assert divided.unspent == CEILING - sum(amounts)


def test_a_third_of_the_people_who_give_all_to_one_plan_move_a_third_of_the_money():
    divided = divide_together(300, [Given("a", 300), Given("b", 600)], 3)
    assert divided.shares == {"a": 100, "b": 200}


def test_a_cent_that_is_left_goes_to_the_largest_remainder():
    assert divide_together(100, [Given("a", 100), Given("b", 100), Given("c", 100)], 3).shares == {"a": 34, "b": 33, "c": 33}


def test_who_falls_shortest_goes_first_and_saves_another():
    given_ = [Given("a", 500, least=60), Given("b", 200, least=100), Given("c", 300)]
    divided = divide_together(100, given_, 10)
    assert (divided.fallen, divided.shares) == (("b",), {"a": 63, "b": 0, "c": 37})


def test_what_is_above_the_most_goes_to_the_others_and_then_is_not_spent():
    given_ = [Given("a", 500, most=55), Given("b", 300, most=35), Given("c", 200, stands=False)]
    divided = divide_together(100, given_, 10)
    assert (divided.shares, divided.unspent) == ({"a": 55, "b": 35, "c": 0}, 10)


def test_what_people_leave_over_stays_over():
    given_ = [Given("a", 200, least=50), Given("b", 300)]
    divided = divide_together(100, given_, 10)
    assert (divided.shares, divided.unspent, divided.fallen) == ({"a": 0, "b": 50}, 50, ("a",))


def test_nobody_took_part():
    divided = divide_together(100, [Given("a", 0, least=50)], 0)
    assert (divided.shares, divided.unspent) == ({"a": 0}, 100)
