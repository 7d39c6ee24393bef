"""The Dutch beside what somebody said in another language: their own words stay, and each Dutch that was written is kept."""

import pytest

from dialogues import actions
from dialogues.models import Contribution, NameChoice, Translation
from events.models import Event
from notifications.models import Mail, Notice
from tenders.refusal import Changed, Refused
from tenders.search import terms_of
from tests import make
from tests.dialogues.test_contributions import url

TURKISH = "Parkta bank yok."
DUTCH = "Er is geen bankje in het park."


@pytest.fixture
def said(cast):
    tender = make.dialogue(make.tender(cast)).tender
    return make.contribution(tender, text=TURKISH, author=cast.resident, shown_name="Ayşe")


def written(cast, said, text=DUTCH, *, version=0, language="Turks", by=None):
    given = {"language": language, "text": text, "version": version, "by": by or cast.officer}
    return actions.translate_contribution(contribution=said, **given)


def sent(text=DUTCH, *, version=0, language="Turks", once="a"):
    return {"language": language, "text": text, "version": version, "once": once}


def words(said):
    said.refresh_from_db()
    return said.text, said.original_text, said.original_language


def test_the_dutch_is_read_first_and_the_own_words_stay_beside_it(cast, client_of, said):
    written(cast, said)
    assert words(said) == (DUTCH, TURKISH, "tr")
    page = client_of(cast.visitor).get(said.get_absolute_url()).content.decode()
    assert DUTCH in page and f'lang="tr">{TURKISH}' in page and cast.officer.name in page


def test_an_officer_writes_it_on_a_page_and_who_said_it_is_told(cast, client_of, commit, said):
    page = url("translate_contribution", said.tender, said.number)
    assert TURKISH in client_of(cast.officer).get(page).content.decode()
    with commit():
        response = client_of(cast.officer).post(page, sent())
    assert (response.status_code, words(said)[0]) == (302, DUTCH)
    titles = Notice.objects.values_list("person", "title")
    assert list(titles) == [(cast.resident.pk, "De gemeente schreef het Nederlands bij wat u zei")]
    assert Event.objects.get(name="dialogues.contribution_translated").is_public


def test_that_somebody_is_told_is_said_only_when_it_is_so(cast, client_of, said):
    def answer(contribution, **form):
        page = url("translate_contribution", contribution.tender, contribution.number)
        return client_of(cast.officer).post(page, sent(**form), follow=True).content.decode()

    nameless = make.contribution(said.tender, text=TURKISH, name_choice=NameChoice.ANONYMOUS)
    with_address = make.contribution(said.tender, text=TURKISH, email="ayse@example.nl")
    told, stands = "Wie het zei, krijgt bericht.", "Het Nederlands staat er nu bij."
    assert [told in answer(one) for one in (said, with_address)] == [True, True]
    for page in (answer(nameless), answer(said, text="In het park staat geen bank.", version=1, once="b")):
        assert (told in page, stands in page) == (False, True)


def test_better_dutch_tells_nobody_again(cast, commit, said):
    for version in range(3):
        with commit():
            written(cast, said, f"Er is geen bankje. {version}", version=version)
    assert (Notice.objects.count(), Mail.objects.count()) == (1, 1)


def test_only_an_officer_writes_it(cast, client_of, said):
    people = (cast.visitor, cast.resident, cast.guide, cast.partner, cast.lawyer)
    for name in ("translate_contribution", "take_back_translation"):
        page = url(name, said.tender, said.number)
        answers = {client_of(one).post(page, sent()).status_code for one in people}
        assert answers <= {302, 403}
    assert (words(said)[0], Translation.objects.count()) == (TURKISH, 0)


def test_better_dutch_keeps_what_stood_there(cast, said):
    written(cast, said)
    written(cast, said, "In het park staat geen bank.", version=1, language="tr")
    assert words(said) == ("In het park staat geen bank.", TURKISH, "tr")
    assert list(said.translations.values_list("text", "instead_of")) == [(DUTCH, ""), ("In het park staat geen bank.", DUTCH)]


def test_taken_back_one_by_one_the_own_words_stand_alone_again(cast, said):
    written(cast, said)
    written(cast, said, "In het park staat geen bank.", version=1, language="Koerdisch")
    actions.take_back_translation(contribution=said, by=cast.officer)
    assert words(said) == (DUTCH, TURKISH, "tr")
    actions.take_back_translation(contribution=said, by=cast.officer)
    assert words(said) == (TURKISH, "", "")
    assert (said.translation, said.translations.filter(ended_by=cast.officer).count()) == (None, 2)
    with pytest.raises(Changed):
        actions.take_back_translation(contribution=said, by=cast.officer)


def test_after_one_was_taken_back_another_can_be_written(cast, said):
    written(cast, said)
    actions.take_back_translation(contribution=said, by=cast.officer)
    written(cast, said, "Een bankje graag.", version=1)
    assert words(said) == ("Een bankje graag.", TURKISH, "tr")
    actions.take_back_translation(contribution=said, by=cast.officer)
    assert words(said) == (TURKISH, "", "")


def test_the_dutch_of_the_desk_can_be_written_better_and_comes_back(cast, said):
    fields = {"text": "Er is niets.", "original_text": TURKISH, "original_language": "tr", "entered_by": cast.officer}
    desk = make.contribution(said.tender, shown_name="Ayşe", channel="desk", **fields)
    written(cast, desk, language="Turks")
    assert words(desk) == (DUTCH, TURKISH, "tr")
    actions.take_back_translation(contribution=desk, by=cast.officer)
    assert words(desk) == ("Er is niets.", TURKISH, "tr")


def test_who_comes_second_sees_what_the_first_wrote_and_keeps_the_own_words(cast, client_of, said):
    written(cast, said, by=cast.buyer)
    page = url("translate_contribution", said.tender, said.number)
    answer = client_of(cast.officer).post(page, sent("Geen bank hier.")).content.decode()
    assert "Geen bank hier." in answer and DUTCH in answer and 'name="version" value="1"' in answer
    assert words(said)[0] == DUTCH
    client_of(cast.officer).post(page, sent("Geen bank hier.", version=1, once="b"))
    assert words(said)[0] == "Geen bank hier."


def test_the_same_sent_twice_is_written_once(cast, said):
    assert written(cast, said) == written(cast, said)
    assert Translation.objects.count() == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (sent(""), "Schrijf in het Nederlands wat er gezegd is."),
        (sent(language=""), "Schrijf welke taal het is."),
        (sent(TURKISH), "Dit staat er al."),
        (sent("a" * 4001), "Dit is te lang"),
        (sent(language="Nederlands"), "In welke taal is het gezegd?"),
        (sent(language=" dutch"), "In welke taal is het gezegd?"),
        (sent(language="nl"), "In welke taal is het gezegd?"),
        (sent(language="Turks 2"), "Dit is geen taal."),
        (sent(language="t"), "Dit is geen taal."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(cast, client_of, said, form, sentence):
    page = client_of(cast.officer).post(url("translate_contribution", said.tender, said.number), form).content.decode()
    assert sentence in page and form["text"] in page and form["language"].strip() in page
    assert words(said)[0] == TURKISH


def test_what_is_hidden_gets_no_dutch(cast, client_of, said):
    make.hiding(cast, said)
    with pytest.raises(Refused):
        written(cast, Contribution.objects.get(pk=said.pk))
    assert client_of(cast.officer).get(url("translate_contribution", said.tender, said.number)).status_code == 403


def test_of_an_anonymous_one_the_event_names_only_the_officer(cast, said):
    nameless = make.contribution(said.tender, text=TURKISH, name_choice=NameChoice.ANONYMOUS)
    written(cast, nameless)
    nameless.refresh_from_db()
    assert (nameless.author, nameless.entered_at, nameless.shown_name) == (None, None, "")
    assert Event.objects.get(name="dialogues.contribution_translated").actor_id == cast.officer.pk


def test_a_word_of_either_language_finds_it(cast, said):
    written(cast, said)
    found = [list(Contribution.objects.saying(terms_of(word))) for word in ("bankje", "Parkta")]
    assert found == [[said], [said]]


def test_a_count_of_translations_that_nobody_saw_is_refused(cast, said):
    with pytest.raises(Changed):
        written(cast, said, version=3)
