"""Looking for a word in what people said: plain on SQLite, by stems and forms on PostgreSQL, and never a hidden one."""

import pytest
from django.db import connection
from django.urls import reverse

from dialogues.models import Contribution
from events import clock
from tenders.dutch import forms_of, plain
from tenders.search import terms_of, words_of
from tests import make

# What somebody asks, and what somebody else wrote.
PAIRS = (
    ("wandelen", "wandeling"),
    ("wandeling", "wandelingen"),
    ("wandelen", "gewandeld"),
    ("een", "één"),
    ("één", "een"),
    ("cafe", "café"),
    ("cafés", "cafe"),
    ("coördinator", "coordinatoren"),
    ("huis", "huizen"),
    ("huizen", "huisje"),
    ("brief", "brieven"),
    ("straat", "straten"),
    ("bussen", "bus"),
    ("bus", "bussen"),
    ("fiets", "fietsen"),
    ("fietsen", "gefietst"),
    ("koken", "kookte"),
    ("gekookt", "koken"),
    ("lopen", "liep"),
    ("ging", "gaan"),
    ("gegeten", "eten"),
    ("helpen", "geholpen"),
    ("stad", "steden"),
    ("kinderen", "kind"),
    ("lid", "leden"),
    ("buren", "buurvrouw"),
    ("ouderen", "oudere"),
    ("ontmoeting", "ontmoeten"),
    ("veilig", "veiligheid"),
    ("eenzaam", "eenzaamheid"),
    ("vrijwilliger", "vrijwilligers"),
    ("buurt", "buurthuis"),
    ("sluiten", "gesloten"),
    ("goede", "beter"),
)
APART = (("huis", "huid"), ("lopen", "kopen"), ("kind", "kin"), ("stad", "stam"), ("wonen", "wonder"))


def numbers(rows) -> list[int]:
    return sorted(rows.values_list("number", flat=True))


def show(client, tender, name="show_dialogue", **query):
    return client.get(reverse(f"dialogues:{name}", args=[tender.slug]), query)


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


@pytest.mark.postgres
@pytest.mark.django_db
class TestOnPostgresql:
    @pytest.fixture(autouse=True)
    def _needs_postgresql(self, db):
        if connection.vendor != "postgresql":
            pytest.skip("needs PostgreSQL")

    def test_each_pair_of_words_finds_one_another(self, tender):
        found = {}
        for number, (_asked, written) in enumerate(PAIRS, start=1):
            make.contribution(tender, number=number, text=f"Zij zeiden: {written}, toen.")
        for number, (asked, written) in enumerate(PAIRS, start=1):
            found[asked, written] = number in numbers(Contribution.objects.saying(terms_of(asked)))
        assert [pair for pair, was_found in found.items() if not was_found] == []
        assert len(PAIRS) >= 30

    def test_words_that_only_look_alike_stay_apart(self, tender):
        for number, (_asked, written) in enumerate(APART, start=1):
            make.contribution(tender, number=number, text=f"Het ging over {written}.")
        wrong = [
            pair for number, pair in enumerate(APART, start=1) if number in numbers(Contribution.objects.saying(terms_of(pair[0])))
        ]
        assert wrong == []

    def test_the_language_in_which_it_was_said_is_looked_in_too(self, tender):
        make.contribution(
            tender, number=1, text="Ik was kok.", original_language="Pools", original_text="W Gdańsku byłem kucharzem."
        )
        assert numbers(Contribution.objects.saying(terms_of("gdansku kok"))) == [1]

    def test_the_words_are_kept_and_follow_the_text(self, tender):
        one = make.contribution(tender, number=1, text="Woorden over de straat.")
        assert numbers(Contribution.objects.saying(terms_of("straten"))) == [1]
        Contribution.objects.filter(pk=one.pk).update(text="")
        assert numbers(Contribution.objects.saying(terms_of("straten"))) == []

    def test_the_index_answers_where_there_are_many(self, tender):
        others = [
            Contribution(tender=tender, number=10 + n, text=f"Woord{n} over groen.", name_choice="anonymous", code_hash=f"{n}")
            for n in range(2000)
        ]
        Contribution.objects.bulk_create(others)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE dialogues_contribution; SET LOCAL enable_seqscan = off")
        assert "contribution_words" in Contribution.objects.order_by().saying(terms_of("woord1999")).explain()
        assert numbers(Contribution.objects.saying(terms_of("woord1999"))) == [2009]


def test_letters_are_found_wherever_they_stand(cast, client_of, tender):
    make.contribution(tender, number=1, text="Ik wil WANDELEN in het park.")
    make.contribution(tender, number=2, text="Een bankje, graag.")
    response = show(client_of(cast.visitor), tender, zoek="wandelen park")
    assert [row.number for row in response.context["page_obj"]] == [1]
    assert "In 1 inbreng staat ‘wandelen park’." in text_of(response)


def test_a_hidden_one_is_found_by_nobody(cast, client_of, tender):
    make.contribution(tender, text="Hij woont op nummer 12.", hidden_at=clock.now(), hidden_because="Privé")
    for person in (cast.visitor, cast.resident, cast.officer, cast.guide):
        assert "Dit zei nog niemand" in text_of(show(client_of(person), tender, zoek="nummer"))
    team = show(client_of(cast.officer), tender, "list_contributions", zoek="nummer", staat="alle")
    assert team.context["page_obj"].paginator.count == 0


def test_the_box_is_there_when_there_is_more_than_a_page_and_keeps_the_theme(cast, client_of, tender):
    for _number in range(10):
        make.contribution(tender)
    assert "Zoek een woord" not in text_of(show(client_of(cast.visitor), tender))
    make.contribution(tender)
    page = text_of(show(client_of(cast.visitor), tender, thema="Eten & drinken"))
    assert "Zoek een woord in wat mensen zeiden" in page
    assert '<input type="hidden" name="thema" value="Eten &amp; drinken">' in page


def test_what_is_found_stands_ten_to_a_page_and_the_team_keeps_its_filters(cast, client_of, tender):
    for number in range(1, 13):
        make.contribution(tender, number=number, text=f"Een plek, nummer {number}.")
    client = client_of(cast.visitor)
    assert [row.number for row in show(client, tender, zoek="plek", page=2).context["page_obj"]] == [2, 1]
    assert [row.number for row in show(client, tender, zoek="plek", page=99).context["page_obj"]] == list(range(12, 2, -1))
    make.response(cast, Contribution.objects.get(number=1))
    team = show(client_of(cast.officer), tender, "list_contributions", zoek="plek", staat="beantwoord")
    assert [row.contribution.number for row in team.context["page_obj"]] == [1]
    assert "zoek=plek" in team.content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_searching_takes_no_statement_more(cast, client_of, statements, tender, many):
    for _number in range(many):
        make.contribution(tender, text="Een plek om te wandelen.")
    client = client_of(cast.visitor)
    show(client, tender, zoek="wandelen")
    with statements() as sent:
        assert show(client, tender, zoek="wandelen").status_code == 200
    assert len(sent) == 7


@pytest.mark.parametrize("asked", ["'", "a' | 'b", "!", "🔧", "مرحبا", "%", "_", "\\", "<b>", "een " * 60, "x" * 500, "&zoek="])
def test_whatever_is_typed_is_taken_as_words(cast, client_of, tender, asked):
    make.contribution(tender, text="Een plek.")
    response = show(client_of(cast.visitor), tender, zoek=asked)
    assert response.status_code == 200
    assert "<b>" not in response.content.decode().split('id="zoek"')[1].split(">")[0]


def test_small_words_count_only_when_there_are_no_others():
    assert words_of("Waar is de één of andere bus?") == ["andere", "bus"]
    assert words_of("één") == ["een"]
    assert words_of("… !") == []
    assert plain("Één CAFÉ") == "een cafe"


def test_forms_are_plain_words_and_not_too_many():
    for asked, _written in PAIRS:
        forms = forms_of(plain(asked))
        assert plain(asked) in forms
        assert len(forms) < 80
        assert all(form.isalnum() for form in forms)


@pytest.mark.parametrize("name", ["show_dialogue", "list_contributions"])
def test_a_search_without_a_word_or_with_too_many_says_so(cast, client_of, tender, name):
    make.contribution(tender, text="Wij missen bankjes 🙂")
    client = client_of(cast.officer)
    html = show(client, tender, name, zoek="🙂").content.decode()
    assert ("Zoek op een woord." in html, "0 keer" in html) == (True, False)
    html = show(client, tender, name, zoek="bankjes " * 40).content.decode()
    assert ("wij zochten op de eerste woorden" in html, "Wij missen bankjes" in html) == (True, True)
