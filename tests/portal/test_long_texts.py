"""Nothing that somebody wrote is lost because it is long: no browser cuts it off, and the sentence says what to do."""

from django import forms
from django.template import Context, Template
from django.utils.translation import override

from dialogues.forms import MessageForm
from events.fields import Name, Words
from tests import make
from tests.dialogues.test_contributions import url


class Anything(forms.Form):
    words = Words(label="Vertel", max_length=30, widget=forms.Textarea)
    place = Name(label="Waar?", max_length=160)
    name = Name(label="Naam", max_length=40)
    kind = forms.ChoiceField(label="Soort", choices=[("a", "A")], widget=forms.RadioSelect)


def test_no_long_field_says_to_a_browser_where_to_cut():
    form = Anything()
    drawn = {name: str(form[name]) for name in ("words", "place", "name")}
    assert {name: 'maxlength="' in html for name, html in drawn.items()} == {"words": False, "place": False, "name": True}
    assert ('data-longest="30"' in drawn["words"], 'data-longest="160"' in drawn["place"]) == (True, True)


def test_ten_thousand_characters_come_back_whole_with_a_sentence(cast, client_of):
    tender = make.dialogue(make.tender(cast)).tender
    client, page = client_of(cast.visitor), url("contribute", tender)
    assert "maxlength" not in client.get(page).content.decode().split("<textarea", 1)[1].split(">", 1)[0]
    written = "Een zin van een buurt. " * 450
    answer = client.post(page, {"text": written, "name_choice": "anonymous", "once": "a"})
    shown = answer.content.decode()
    assert (written.strip() in shown, "Dit is te lang: 10349 tekens" in shown) == (True, True)


def test_too_long_is_said_in_our_own_words():
    with override("nl"):
        form = Anything({"words": "w" * 9999, "place": "", "name": "Ria"})
        assert form.errors["words"] == ["Dit is te lang: 9999 tekens. Maak er ten hoogste 30 van."]


def test_a_field_that_is_empty_names_what_to_fill_in():
    with override("nl"):
        shown = Template("{% form form 'Bewaar' %}").render(Context({"form": Anything({"words": "w"})}))
    assert (shown.count("<p>Vul in: Waar?</p>"), shown.count("<p>Kies: Soort</p>"), "Vul dit in" in shown) == (1, 1, False)


def test_the_room_says_how_long_a_message_may_be(cast):
    with override("nl"):
        assert "300 tekens" in str(MessageForm(tender=make.tender(cast)).fields["text"].help_text)
