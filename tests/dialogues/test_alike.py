"""Which contribution says the same: the page proposes some, and takes any other one by its number."""

import pytest
from django.urls import reverse

from dialogues import actions
from dialogues.alike import alike_to
from dialogues.forms import MergeForm
from dialogues.models import Channel, Contribution, Merging, NameChoice
from events import clock
from tenders.forms import attempt
from tests import make
from tests.at_once import needs_postgresql

SAID = "Wij willen graag een overdekte speeltuin bij het zwembad."
NO_NUMBER = "Er is geen inbreng met dit nummer om mee samen te voegen."
NOT_CHOSEN = "Kies een inbreng, of vul het nummer van een andere in."
NOT_TYPED = "Vul het nummer van de andere inbreng in."


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


@pytest.fixture
def page_of(client_of, cast):
    """Asks or sends the page of a contribution, as the officer."""
    client, sent = client_of(cast.officer), iter(range(99))

    def page(contribution, **data):
        address = reverse("dialogues:merge_contribution", args=[contribution.tender.slug, contribution.number])
        return client.post(address, data | {"once": f"{next(sent)}"}) if data else client.get(address)

    return page


def numbers(contribution, **chosen) -> list[int]:
    return [one.number for one in alike_to(contribution, **chosen)]


def choices(response) -> list[tuple[str, str, str]]:
    """The value, the words and what stands below them, of each choice."""
    pairs = response.context["form"]["alike"].field.choices
    return [(value, str(label), getattr(label, "consequence", "")) for value, label in pairs]


def errors(response) -> dict:
    return {name: list(sentences) for name, sentences in response.context["form"].errors.items()}


def test_those_that_say_the_most_of_its_words_come_first_and_then_the_newest(tender):
    said = make.contribution(tender, text=SAID)
    make.contribution(tender, number=11, text="Het zwembad is te duur.")
    make.contribution(tender, number=12, text="Een SPEELTUIN die overdekt is: een overdekte speeltuin.")
    make.contribution(tender, number=13, text="Ga eens naar het zwembad.")
    make.contribution(tender, number=14, text="Een overdekte speeltuin, bij het zwembad.")
    make.contribution(tender, number=15, text="Wij willen graag koffie bij het station.")
    assert numbers(said) == [14, 12, 13, 11]


def test_there_are_six_at_most(tender):
    said = make.contribution(tender, text=SAID)
    for number in range(11, 20):
        make.contribution(tender, number=number, text="Het zwembad.")
    assert numbers(said) == [19, 18, 17, 16, 15, 14]


def test_only_what_it_can_be_put_together_with_is_proposed(cast, tender):
    said, fits = make.contribution(tender, text=SAID), make.contribution(tender, text=SAID)
    hidden, withdrawn, along, elsewhere = (
        make.contribution(tender, text=SAID),
        make.contribution(tender, text=SAID),
        make.contribution(tender, text=SAID),
        make.contribution(make.tender(cast), text=SAID),
    )
    assert numbers(said) == [one.number for one in (along, withdrawn, hidden, fits)]
    make.hiding(cast, hidden)
    Contribution.objects.filter(pk=withdrawn.pk).update(withdrawn_at=clock.now())
    make.merging(cast, along, fits)
    assert numbers(said) == [fits.number]
    assert numbers(elsewhere) == []


def test_what_others_go_along_with_and_what_goes_along_is_put_together_with_nothing(cast, tender):
    said, along, third = (make.contribution(tender, text=SAID) for _one in range(3))
    make.merging(cast, along, said)
    assert (numbers(said), numbers(along), numbers(third)) == ([], [], [said.number])


def test_its_words_in_the_language_in_which_it_was_said_count_too(tender):
    said = make.contribution(tender, text="Een plek.", original_language="pl", original_text="Potrzebujemy placu zabaw.")
    other = make.contribution(tender, text="Iets.", original_language="pl", original_text="Potrzebujemy basenu.")
    assert numbers(said) == [other.number]


@pytest.mark.parametrize("text", ["Wij willen graag meer.", "?!…", "٣٣٣٣٣ 123456", "🙂🙂🙂🙂🙂", "' \" \\ : & | ! <->", "½½½½½½"])
def test_without_a_word_to_look_for_only_the_number_is_asked(tender, page_of, text):
    said, into = make.contribution(tender, text=text), make.contribution(tender, text=text)
    assert list(page_of(said).context["form"].fields) == ["into", "reason"]
    assert errors(page_of(said, into="", reason="Zelfde.")) == {"into": [NOT_TYPED]}
    page_of(said, into=into.number, reason="Zelfde.")
    assert Merging.objects.get().into == into


@pytest.mark.parametrize(
    "text", ["نريد ملعبا للأطفال", "我们想要一个有屋顶的游乐场", "Ми хочемо майданчик", "ﷺﷺﷺﷺﷺ", "हमें खेल का मैदान चाहिए"]
)
def test_other_scripts_do_not_break_it(tender, page_of, text):
    said, other = make.contribution(tender, text=text), make.contribution(tender, text=text)
    assert page_of(said).status_code == 200
    assert numbers(said) in ([], [other.number])


def test_each_choice_says_its_number_its_words_and_who_said_it(tender, page_of):
    said = make.contribution(tender, number=1, text=SAID)
    make.contribution(tender, number=2, text="Het zwembad. " + 40 * "Toe. ", channel=Channel.MEETING)
    make.contribution(tender, number=3, text="Zwembad!", name_choice=NameChoice.PSEUDONYM, shown_name="Buurvrouw")
    make.contribution(tender, number=4, text="Zwembad?", name_choice=NameChoice.ANONYMOUS, channel=Channel.PAPER)
    response = page_of(said)
    assert choices(response) == [
        ("4", "4. Zwembad?", "Zonder naam · op papier"),
        ("3", "3. Zwembad!", "Buurvrouw (schuilnaam) · op de website"),
        ("2", "2. " + ("Het zwembad. " + 40 * "Toe. ")[:139] + "…", "Ria · op een bijeenkomst"),
        ("number", "Een andere, met nummer", ""),
    ]
    assert ("niet verplicht" in response.content.decode(), "checked" in response.content.decode()) == (False, False)


def test_a_chosen_one_is_put_together_with(tender, page_of):
    said, into = make.contribution(tender, text=SAID), make.contribution(tender, text=SAID)
    assert page_of(said, alike=into.number, reason="Zelfde.").status_code == 302
    assert Merging.objects.get().into == into


@pytest.mark.parametrize("alike", ["1", "number", "999", "onzin", ""])
def test_a_number_that_was_typed_goes_before_the_choice(tender, page_of, alike):
    make.contribution(tender, number=1, text=SAID)
    into, said = make.contribution(tender, number=2, text="Iets anders."), make.contribution(tender, text=SAID)
    assert page_of(said, alike=alike, into="2", reason="Zelfde.").status_code == 302
    assert Merging.objects.get().into == into


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({}, {"alike": [NOT_CHOSEN]}),
        ({"alike": "number"}, {"into": [NOT_TYPED]}),
        ({"alike": "1", "into": "999"}, {"into": [NO_NUMBER]}),
        ({"alike": "number", "into": "drie"}, {"into": [NO_NUMBER]}),
        ({"alike": "999"}, {"alike": ["Met die inbreng kan het niet meer. Kies een andere."]}),
        ({"alike": "9" * 40}, {"alike": ["Met die inbreng kan het niet meer. Kies een andere."]}),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(tender, page_of, sent, wrong):
    make.contribution(tender, number=1, text=SAID)
    response = page_of(make.contribution(tender, text=SAID), reason="Zelfde vraag.", **sent)
    form = response.context["form"]
    assert errors(response) == wrong
    assert (form["alike"].value(), form["into"].value(), form["reason"].value()) == (
        sent.get("alike"),
        sent.get("into"),
        "Zelfde vraag.",
    )
    assert ("checked" in response.content.decode()) == (sent.get("alike") in ("1", "number"))
    assert not Merging.objects.exists()


def test_what_was_chosen_stays_on_the_list_when_newer_ones_came(tender, page_of):
    into, said = make.contribution(tender, number=1, text="Zwembad."), make.contribution(tender, number=2, text=SAID)
    for number in range(11, 20):
        make.contribution(tender, number=number, text=SAID)
    assert numbers(said) == [19, 18, 17, 16, 15, 14]
    response = page_of(said, alike="1", reason=" ")
    assert [value for value, *_rest in choices(response)] == ["19", "18", "17", "16", "15", "1", "number"]
    assert (list(errors(response)), response.content.decode().count("checked")) == (["reason"], 1)
    page_of(said, alike="1", reason="Zelfde.")
    assert Merging.objects.get().into == into


def test_what_was_refused_stands_where_it_was_chosen(cast, tender):
    """Somebody else put the chosen one together with a third, just after this form was read."""
    third, into, said = (make.contribution(tender, text=SAID) for _one in range(3))
    for sent, field in (({"alike": f"{into.number}"}, "alike"), ({"into": f"{into.number}"}, "into")):
        form = MergeForm(sent | {"reason": "Zelfde."}, contribution=said)
        assert form.is_valid()
        merging = make.merging(cast, into, third)
        attempt(form, actions.merge_contribution, contribution=said, by=cast.officer, **form.cleaned_data)
        assert form.errors == {field: ["Die hoort zelf al bij een andere inbreng. Kies die andere."]}
        actions.unmerge_contribution(contribution=merging.contribution, by=cast.officer, reason="Toch niet.")


@pytest.mark.parametrize("many", [1, 3, 40])
def test_the_page_asks_as_many_statements_however_much_came_in(tender, page_of, django_assert_num_queries, many):
    said = make.contribution(tender, text=SAID)
    for _one in range(many):
        make.contribution(tender, text=SAID)
    page_of(said)
    with django_assert_num_queries(5):
        assert len(choices(page_of(said))) == min(many, 6) + 1


@pytest.mark.postgres
def test_on_postgresql_other_forms_of_a_word_are_found_and_accents_do_not_count(db, cast):
    needs_postgresql()
    tender = make.tender(cast)
    said = make.contribution(tender, number=1, text="Cafétaria, en wandelingen door de straten.")
    make.contribution(tender, number=2, text="Wij wandelen door een straat, naar de cafetaria’s.")
    make.contribution(tender, number=3, text="Wandelen mag.")
    make.contribution(tender, number=4, text="De lucht is blauw.")
    assert [(one.number, one.words_said) for one in alike_to(said)] == [(2, 3), (3, 1)]
