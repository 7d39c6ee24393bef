"""What a contribution is about is chosen afterwards by an officer: never by a process guide, and never for what is hidden."""

import pytest

from areas.models import Theme
from dialogues import actions
from dialogues.models import Contribution
from events.models import Event
from tenders.refusal import Changed, Refused
from tests import make
from tests.dialogues.test_contributions import url


@pytest.fixture
def tender(cast):
    return make.dialogue(make.tender(cast)).tender


@pytest.fixture
def care(cast):
    return Theme.objects.create(municipality=cast.municipality, name="Zorg voor elkaar")


@pytest.fixture
def green(cast):
    return Theme.objects.create(municipality=cast.municipality, name="Groen dat helpt")


def choose(cast, said, theme, version=0, by=None):
    return actions.choose_theme(contribution=said, by=by or cast.officer, theme=theme, version=version)


def test_an_officer_chooses_and_the_event_keeps_who_and_when(cast, client_of, tender, care):
    said = make.contribution(tender)
    page = url("choose_theme", tender, said.number)
    assert "Nog geen thema" in client_of(cast.officer).get(page).content.decode()
    answer = client_of(cast.officer).post(page, {"theme": care.pk, "version": 0, "once": "a"})
    said.refresh_from_db()
    event = Event.objects.get(name="dialogues.theme_chosen")
    assert (answer.status_code, said.theme, event.actor_id, event.is_public) == (302, care, cast.officer.pk, True)
    assert "Zorg voor elkaar" in client_of(cast.visitor).get(said.get_absolute_url()).content.decode()


def test_nobody_else_chooses_and_a_guide_keeps_out(cast, client_of, tender, care):
    said = make.contribution(tender, author=cast.resident, shown_name="Ria")
    page = url("choose_theme", tender, said.number)
    people = (cast.visitor, cast.resident, cast.guide, cast.partner, cast.council_member)
    answers = [client_of(one).post(page, {"theme": care.pk, "version": 0, "once": "a"}).status_code for one in people]
    assert answers == [403] * len(people)
    assert Contribution.objects.get().theme is None
    assert "Kies een thema" not in client_of(cast.guide).get(url("list_contributions", tender)).content.decode()


def test_a_colleague_who_chose_meanwhile_is_seen_and_not_overruled(cast, client_of, tender, care, green):
    said = make.contribution(tender)
    choose(cast, said, care)
    with pytest.raises(Changed):
        choose(cast, said, green, version=0)
    page = url("choose_theme", tender, said.number)
    answer = client_of(cast.officer).post(page, {"theme": green.pk, "version": 0, "once": "a"})
    assert "Iemand koos net voor u een ander thema" in answer.content.decode()
    again = {"theme": green.pk, "version": answer.context["form"]["version"].value(), "once": "b"}
    client_of(cast.officer).post(page, again)
    said.refresh_from_db()
    assert said.theme == green


def test_a_theme_is_taken_off_again_and_the_same_twice_is_one_event(cast, tender, care):
    said = make.contribution(tender)
    for _time in range(2):
        choose(cast, said, care)
    assert Event.objects.filter(name="dialogues.theme_chosen").count() == 1
    choose(cast, said, None, version=care.pk)
    said.refresh_from_db()
    assert said.theme is None


def test_what_is_hidden_gets_none_and_neither_a_theme_from_elsewhere(cast, client_of, tender, care):
    hidden = make.contribution(tender)
    make.hiding(cast, hidden)
    with pytest.raises(Refused):
        choose(cast, hidden, care)
    assert client_of(cast.officer).get(url("choose_theme", tender, hidden.number)).status_code == 403
    said = make.contribution(tender)
    elsewhere = Theme.objects.create(municipality=cast.other_municipality, name="Elders")
    with pytest.raises(Refused):
        choose(cast, said, elsewhere)
    answer = client_of(cast.officer).post(url("choose_theme", tender, said.number), {"theme": elsewhere.pk, "version": 0})
    assert list(answer.context["form"].errors) == ["theme"]


def test_the_list_shows_what_has_no_theme_yet(cast, client_of, tender, care):
    make.contribution(tender, text="Over zorg.", theme=care)
    make.contribution(tender, text="Waarover?")
    client, page = client_of(cast.officer), url("list_contributions", tender)
    every = client.get(page).content.decode()
    assert ("Nog geen thema (1)" in every, "Kies een thema voor 2" in every) == (True, True)
    for asked in ("?thema=-", "?thema=-&zoek=Waarover"):
        without = client.get(page + asked).content.decode()
        assert ("Waarover?" in without, "Over zorg." in without) == (True, False)


def test_from_the_list_one_goes_on_with_the_next(cast, client_of, tender, care):
    said = make.contribution(tender)
    page = url("choose_theme", tender, said.number) + "?lijst=1"
    answer = client_of(cast.officer).post(page, {"theme": care.pk, "version": 0, "once": "a"})
    assert answer.url == url("list_contributions", tender) + "?staat=alle&thema=-"


def test_a_municipality_without_themes_says_so(cast, client_of, tender):
    said = make.contribution(tender)
    page = client_of(cast.officer).get(url("choose_theme", tender, said.number)).content.decode()
    assert "heeft nog geen thema" in page


def test_the_report_is_made_again_when_a_theme_is_chosen(cast, tender, care):
    said = make.contribution(tender)
    make.response(cast, said)
    make.conclusion(cast, tender)
    choose(cast, said, care)
    assert Event.objects.filter(name="dialogues.report_renewed").count() == 1
