"""What nobody thinks of, sent to every form in which somebody's words are written down."""

import datetime as dt

import pytest
from django.urls import reverse

from dialogues.models import Contribution
from events import clock
from tenders.models import InvolvementRole
from tests import make, nasty

WORDS = {"text": "Zondag is de langste dag.", "theme": "", "once": "abc"}
NAMED = WORDS | {"name_choice": "name", "shown_name": "Corrie", "email": ""}
OTHER = NAMED | {"original_language": "", "original_text": "", "kind": "need"}
FORMS = {
    "contribute": NAMED,
    "contribute_without_name": WORDS,
    "enter_contribution": OTHER | {"channel": "paper", "meeting": "", "sheet": ""},
    "bring_in": OTHER,
    "type_form": OTHER | {"sheet": ""},
}
every_form = pytest.mark.parametrize("name", FORMS)


@pytest.fixture
def send(cast, client_of):
    """Send what a form of this name holds, with changes; gives the answer."""
    tender = make.tender(cast)
    make.dialogue(tender)
    make.involve(tender, InvolvementRole.TRUSTED, party=cast.partner_party)
    stack = make.stack(cast, tender)
    people = {"contribute": cast.visitor, "contribute_without_name": cast.visitor, "bring_in": cast.partner}

    def to(name: str, **changes):
        form = FORMS[name] | changes
        if name in ("enter_contribution", "bring_in"):
            form.setdefault("said_on", clock.today().isoformat())
        if name == "bring_in":
            form.setdefault("through", cast.partner_party.pk)
        args = [tender.slug, stack.public_id] if name == "type_form" else [tender.slug]
        return client_of(people.get(name, cast.officer)).post(reverse(f"dialogues:{name}", args=args), form)

    return to


@every_form
def test_what_people_write_in_any_script_is_kept_as_it_is_and_shown_as_text(send, cast, client_of, name):
    sent = nasty.KEPT | nasty.MARKUP
    for number, text in enumerate(sent.values()):
        assert send(name, text=text, once=f"t{number}").status_code == 200
    assert list(Contribution.objects.order_by("pk").values_list("text", flat=True)) == list(sent.values())
    slug = Contribution.objects.first().tender.slug
    for number in (1, 2):
        page = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[slug]) + f"?page={number}").content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b onmouseover" not in page
        assert "javascript:alert(1)" not in [part.split('"')[0] for part in page.split('href="')]


@every_form
@pytest.mark.parametrize("text", nasty.NOTHING.values(), ids=nasty.NOTHING)
def test_words_that_nobody_can_see_are_no_words(send, name, text):
    response = send(name, text=text)
    own_words = name.startswith("contribute")
    asked = "Schrijf wat u wilt zeggen." if own_words else "Schrijf op wat er gezegd is."
    assert response.context["form"].errors == {"text": [f"{asked} Eén zin is genoeg."]}
    assert Contribution.objects.count() == 0


@every_form
def test_what_nobody_can_see_is_taken_out_and_nothing_else(send, name):
    for number, (text, _cleaned) in enumerate(nasty.CLEANED.values()):
        send(name, text=text, once=f"t{number}")
    assert list(Contribution.objects.order_by("pk").values_list("text", flat=True)) == [
        cleaned for _text, cleaned in nasty.CLEANED.values()
    ]


@every_form
def test_a_line_of_ten_thousand_letters_comes_back_with_a_sentence(send, name):
    response = send(name, text=nasty.LONG_LINE)
    sentence = "Dit is te lang: 10000 tekens. Maak er ten hoogste 4000 van, of verstuur het in twee delen."
    assert response.context["form"].errors == {"text": [sentence]}
    assert nasty.LONG_LINE in response.content.decode()


@pytest.mark.parametrize("name", [name for name in FORMS if name != "contribute_without_name"])
def test_a_name_is_one_line_that_turns_nothing_around(send, name):
    for number, (shown_name, _kept) in enumerate(nasty.NAMES.values()):
        send(name, shown_name=shown_name, once=f"t{number}")
    assert list(Contribution.objects.order_by("pk").values_list("shown_name", flat=True)) == [
        kept for _typed, kept in nasty.NAMES.values()
    ]


@pytest.mark.parametrize("name", ["enter_contribution", "bring_in"])
@pytest.mark.parametrize("day", nasty.DAYS)
def test_a_day_that_is_none_comes_back_and_what_was_typed_too(send, name, day):
    response = send(name, said_on=day)
    assert list(response.context["form"].errors) == ["said_on"]
    assert f'value="{day}"' in response.content.decode()
    assert FORMS[name]["text"] in response.content.decode()
    assert Contribution.objects.count() == 0


@pytest.mark.parametrize("name", ["enter_contribution", "bring_in"])
@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (1, "Deze dag moet nog komen. Wanneer is het gezegd?"),
        (-3000, "Dit is meer dan vijf jaar geleden. Kijk naar het jaar."),
    ],
)
def test_a_day_to_come_or_long_ago_is_a_typing_error(send, name, days, sentence):
    response = send(name, said_on=(clock.today() + dt.timedelta(days=days)).isoformat())
    assert response.context["form"].errors == {"said_on": [sentence]}


@pytest.mark.parametrize("name", ["enter_contribution", "bring_in"])
@pytest.mark.parametrize("day", ["1890-05-01", "3890-05-01"])
def test_a_year_that_nobody_means_is_told_in_one_sentence(send, name, day):
    sentence = "Kijk naar het jaar. Het ligt tussen 1900 en 2999."
    assert send(name, said_on=day).context["form"].errors == {"said_on": [sentence]}


@pytest.mark.parametrize("name", ["enter_contribution", "type_form"])
@pytest.mark.parametrize("number", nasty.NUMBERS)
def test_a_number_of_a_form_that_nobody_printed_is_refused(send, name, number):
    response = send(name, sheet=number)
    assert list(response.context["form"].errors) == ["sheet"]
    assert Contribution.objects.count() == 0


@pytest.mark.parametrize("name", [name for name in FORMS if name != "contribute_without_name"])
@pytest.mark.parametrize("choice", nasty.CHOICES)
def test_a_choice_that_is_not_there_is_refused(send, name, choice):
    response = send(name, name_choice=choice, theme=choice)
    assert sorted(response.context["form"].errors) == ["name_choice", "theme"]


@every_form
def test_the_same_form_sent_twice_is_one_contribution(send, name):
    first, second = send(name), send(name)
    assert (first.status_code, second.status_code) == (200, 200)
    assert Contribution.objects.count() == 1


@every_form
def test_more_fields_than_the_form_has_change_nothing(send, name, cast):
    send(name, number="77", author=cast.rival.pk, entered_by=cast.rival.pk, step="4", withdrawn_at="2026-01-01")
    made = Contribution.objects.get()
    assert (made.number == 77, made.author, made.step, made.withdrawn_at) == (False, None, 1, None)
    assert made.entered_by != cast.rival
