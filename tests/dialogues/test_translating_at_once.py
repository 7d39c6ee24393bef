"""Two at the same moment: who writes the Dutch of a contribution, and who hides it or makes the report anew."""

import pytest

from dialogues import actions
from dialogues.models import Dialogue, Edition
from tests import make
from tests.at_once import at_once, kinds, needs_postgresql, one_in_the_other
from tests.cast import make_cast
from tests.dialogues.test_two_at_once import fresh, hiding_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    needs_postgresql()
    return make_cast()


@pytest.fixture
def tender(cast):
    return make.dialogue(make.tender(cast)).tender


def dutch_of(contribution, text, by):
    given = {"language": "tr", "text": text, "version": 0}
    return lambda: actions.translate_contribution(contribution=fresh(contribution), by=by, **given)


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_two_who_write_the_dutch_at_once_overwrite_nothing(cast, tender, way):
    said = make.contribution(tender, text="Parkta bank yok.")
    results = way(dutch_of(said, "Er is geen bank.", cast.officer), dutch_of(said, "Een bank ontbreekt.", cast.buyer))
    assert kinds(results) == ["Changed", "Translation"]
    assert (fresh(said).text, fresh(said).original_text) == (fresh(said).translations.get().text, "Parkta bank yok.")


def test_who_writes_the_dutch_and_who_hides_it_wait_for_one_another(cast, tender):
    ground = Dialogue.objects.get(tender=tender).grounds.first()
    said, other = make.contribution(tender), make.contribution(tender)
    acts = dutch_of(said, "Er is geen bank.", cast.officer), hiding_of(said, ground, cast.buyer)
    assert kinds(one_in_the_other(*acts)) == ["Hiding", "Translation"]
    acts = hiding_of(other, ground, cast.buyer), dutch_of(other, "Er is geen bank.", cast.officer)
    assert kinds(one_in_the_other(*acts)) == ["Hiding", "Refused"]
    assert (fresh(other).translation, fresh(said).hidden_at is None) == (None, False)


@pytest.mark.parametrize("way", [at_once, one_in_the_other])
def test_two_who_write_the_dutch_of_two_contributions_after_the_conclusion_make_an_edition_each(cast, tender, way):
    first, second = make.contribution(tender, text="Parkta bank yok."), make.contribution(tender, text="Su yok.")
    make.conclusion(cast, tender)
    results = way(dutch_of(first, "Er is geen bank.", cast.officer), dutch_of(second, "Er is geen water.", cast.buyer))
    assert kinds(results) == ["Translation", "Translation"]
    editions = list(Edition.objects.order_by("number"))
    assert [edition.number for edition in editions] == [1, 2]
    told = str(editions[-1].content)
    assert ("Er is geen bank." in told, "Er is geen water." in told) == (True, True)
