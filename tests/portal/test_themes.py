"""The themes of a municipality: added, called otherwise, and offered no more, without losing what was said about them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from areas import actions
from areas.models import Theme
from dialogues.forms import NamelessForm
from tests import make


def page(cast, name="add_theme", *more) -> str:
    return reverse(f"portal:{name}", args=[cast.municipality.slug, *more])


def offered(cast) -> list[str]:
    form = NamelessForm(tender=make.dialogue(make.tender(cast)).tender)
    return [theme.name for theme in form.fields["theme"].queryset]


def test_an_officer_adds_a_theme_and_everybody_can_choose_it(cast, client_of):
    assert "Er is nog geen thema" in client_of(cast.officer).get(page(cast)).content.decode()
    client_of(cast.officer).post(page(cast), {"name": "  Elkaar   ontmoeten ", "once": "a"})
    assert offered(cast) == ["Elkaar ontmoeten"]


@pytest.mark.parametrize("who", ["resident", "guide", "entrepreneur", "clerk"])
def test_others_do_not_keep_the_themes(cast, client_of, who):
    assert client_of(getattr(cast, who)).post(page(cast), {"name": "Sport", "once": "a"}).status_code == 403
    assert Theme.objects.count() == 0


def test_the_same_name_twice_is_refused_beside_the_field(cast, client_of):
    actions.add_theme(municipality=cast.municipality, by=cast.officer, name="Sport")
    html = client_of(cast.officer).post(page(cast), {"name": "sport", "once": "a"}).content.decode()
    assert "Dit thema is er al." in html and 'value="sport"' in html


def test_offered_no_more_it_stays_with_what_was_said_and_comes_back_under_its_name(cast, client_of):
    theme = actions.add_theme(municipality=cast.municipality, by=cast.officer, name="Sport")
    said = make.contribution(make.dialogue(make.tender(cast)).tender, theme=theme)
    client_of(cast.officer).post(page(cast, "retire_theme", theme.public_id), {"once": "a"})
    assert (offered(cast), said.theme) == ([], theme)
    assert "Sport" in client_of(cast.visitor).get(said.get_absolute_url()).content.decode()
    assert actions.add_theme(municipality=cast.municipality, by=cast.officer, name="sport") == theme
    assert offered(cast) == ["sport"]


def test_another_name_goes_along_with_what_was_said(cast, client_of):
    theme = actions.add_theme(municipality=cast.municipality, by=cast.officer, name="Sport")
    actions.add_theme(municipality=cast.municipality, by=cast.officer, name="Cultuur")
    client_of(cast.officer).post(page(cast, "edit_theme", theme.public_id), {"name": "Bewegen", "once": "a"})
    assert offered(cast) == ["Bewegen", "Cultuur"]
    with pytest.raises(ValidationError):
        actions.edit_theme(theme=Theme.objects.get(name="Bewegen"), by=cast.officer, name="cultuur")


def test_a_theme_of_another_municipality_is_not_found(cast, client_of):
    other = make.tender(cast).municipality
    theme = Theme.objects.create(municipality=other, name="Sport")
    elsewhere = reverse("portal:edit_theme", args=["bestaat-niet", theme.public_id])
    assert client_of(cast.officer).get(elsewhere).status_code == 404


def test_a_visitor_finds_a_new_theme_in_the_form_at_once(cast, client_of):
    tender = make.dialogue(make.tender(cast)).tender
    form = reverse("dialogues:contribute", args=[tender.slug])
    assert "Elkaar ontmoeten" not in client_of(cast.visitor).get(form).content.decode()
    actions.add_theme(municipality=cast.municipality, by=cast.officer, name="Elkaar ontmoeten")
    assert "Elkaar ontmoeten" in client_of(cast.visitor).get(form).content.decode()
