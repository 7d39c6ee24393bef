"""Two at the same moment: both say yes, one signs what the other changes, both sign, one leaves."""

import pytest

from coalitions import actions
from coalitions.models import Coalition, Contact, Introduction, LeadKind, Listing, SignOff
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql, one_in_the_other
from tests.cast import make_cast

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("way", [at_once, one_in_the_other]),
]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


@pytest.fixture
def listings(cast) -> tuple[Listing, Listing]:
    return make.listing(cast), make.listing(cast, cast.partner_party, offers=("hands",), seeks=("place",))


@pytest.fixture
def coalition(listings) -> Coalition:
    return make.coalition(make.introduction(*listings, answer="yes"))


def asking(asker, asked, by):
    return lambda: actions.ask_introduction(asker=asker, asked=asked, by=by, message="Samen kunnen wij het.")


def signing(coalition, terms, party, by):
    return lambda: actions.sign_terms(coalition=coalition, by=by, party=party, content_sha256=terms.content_sha256)


def changing(coalition, by, *, rule="Wij loten.", after=1):
    def change():
        partners = coalition.partners()
        said = {"lead": partners[0].party, "lead_kind": LeadKind.CONTENT, "shares": {one.party_id: (5000, 10) for one in partners}}
        return actions.write_terms(coalition=coalition, by=by, after=after, decision_rule=rule, **said)

    return change


def test_two_who_ask_each_other_at_once_asked_once_and_neither_sees_how_to_reach_the_other(cast, listings, way):
    ours, theirs = listings
    asked = way(asking(ours, theirs, cast.entrepreneur), asking(theirs, ours, cast.partner))
    met = Introduction.objects.get()
    assert (kinds(asked), met.answer) == (["Changed", "Introduction"], "")
    assert [Contact.objects.visible_to(one).get().listing for one in (cast.entrepreneur, cast.partner)] == [ours, theirs]


def test_two_colleagues_who_ask_the_same_ask_once(cast, listings, way):
    ours, theirs = listings
    assert kinds(way(*[asking(ours, theirs, cast.entrepreneur)] * 2)) == ["Introduction", "Introduction"]
    assert Introduction.objects.count() == 1


def test_a_signature_never_stands_under_terms_that_were_not_read(cast, coalition, way):
    read = make.terms(coalition)
    for order in (1, -1):
        acts = [
            signing(coalition, read, cast.partner_party, cast.partner),
            changing(coalition, cast.entrepreneur, rule=f"Regel {order}.", after=read.number),
        ]
        results = kinds(way(*acts[::order]))
        assert results in (["Changed", "Terms"], ["SignOff", "Terms"])
        newest = coalition.terms.for_page().first()
        assert (newest.number, newest.signed_ids(), newest.agreed_at) == (read.number + 1, set(), None)
        assert all(one.content_sha256 == one.terms.content_sha256 for one in SignOff.objects.select_related("terms"))
        read = newest


def test_the_last_two_signatures_at_once_make_the_terms_hold(cast, coalition, way):
    terms = make.terms(coalition)
    acts = (
        signing(coalition, terms, cast.party, cast.entrepreneur),
        signing(coalition, terms, cast.partner_party, cast.partner),
    )
    assert kinds(way(*acts)) == ["SignOff", "SignOff"]
    terms.refresh_from_db()
    assert terms.agreed_at is not None


def test_two_changes_at_once_are_one_new_version(cast, coalition, way):
    make.terms(coalition)
    acts = changing(coalition, cast.entrepreneur, rule="Wij loten."), changing(coalition, cast.partner, rule="Wij stemmen.")
    assert kinds(way(*acts)) == ["Changed", "Terms"]
    assert sorted(coalition.terms.values_list("number", flat=True)) == [1, 2]


def test_terms_never_hold_for_who_left_just_before(cast, coalition, way):
    terms = make.terms(coalition, signed=[cast.party])
    member = next(one for one in coalition.partners() if one.party == cast.party)
    acts = (
        lambda: actions.leave_coalition(member=member, by=cast.entrepreneur, reason="Wij stoppen."),
        signing(coalition, terms, cast.partner_party, cast.partner),
    )
    results = way(*acts)
    terms.refresh_from_db()
    assert bool(terms.agreed_at) == ("SignOff" in kinds(results))


def test_two_who_begin_the_coalition_that_they_met_for_begin_it_once(cast, listings, way):
    met = make.introduction(*listings, answer="yes")

    def beginning(by, name):
        return lambda: actions.begin_coalition(introduction=met, by=by, name=name)

    assert kinds(way(beginning(cast.entrepreneur, "Overdag"), beginning(cast.partner, "Samen"))) == ["Coalition", "Coalition"]
    assert Coalition.objects.count() == 1
