"""Areas to choose from: each once, its neighbourhoods under the district, with the kind named where a name says too little."""

import pytest
from django import forms
from django.template.loader import render_to_string

from accounts.models import Municipality
from areas.actions import add_known_areas
from areas.choices import FEW, by_district, offer_areas
from areas.models import Area, AreaKind


@pytest.fixture
def town(cast):
    place = cast.municipality
    north = Area.objects.create(municipality=place, name="Noord", kind=AreaKind.DISTRICT, code="WK01")
    Area.objects.create(municipality=place, name="Centrum", kind=AreaKind.DISTRICT, code="WK02")
    Area.objects.create(municipality=place, name="Noord", kind=AreaKind.NEIGHBOURHOOD, code="BU0101", parent=north)
    Area.objects.create(municipality=place, name="Dorp", kind=AreaKind.NEIGHBOURHOOD, code="BU0102", parent=north)
    Area.objects.create(municipality=place, name="Buitengebied")
    return place


def test_a_district_is_a_group_with_its_neighbourhoods(town):
    field = forms.ModelChoiceField(Area.objects.none(), empty_label="Weet ik niet")
    offer_areas(field, Area.objects.filter(municipality=town))
    shown = [(label if isinstance(label, str) else (value, [words for _pk, words in label])) for value, label in field.choices]
    assert shown == ["Weet ik niet", "Buitengebied", "Centrum (wijk)", ("Noord (wijk)", ["Heel Noord", "Dorp", "Noord"])]
    inside = Area.objects.get(code="BU0101")
    assert field.clean(str(inside.pk)) == inside


def test_boxes_name_the_kind(town):
    field = forms.ModelMultipleChoiceField(Area.objects.none())
    offer_areas(field, Area.objects.filter(municipality=town))
    assert [label for _pk, label in field.choices] == [
        "Centrum (wijk)",
        "Noord (wijk)",
        "Dorp (buurt in Noord)",
        "Noord (buurt in Noord)",
        "Buitengebied",
    ]


def test_many_boxes_are_folded_per_district_and_open_where_something_is_chosen(town):
    north = Area.objects.get(code="WK01")
    many = (Area(municipality=town, name=f"Buurt {n:02}", kind=AreaKind.NEIGHBOURHOOD, parent=north) for n in range(FEW))
    Area.objects.bulk_create(many)

    class Form(forms.Form):
        areas = forms.ModelMultipleChoiceField(Area.objects.none(), required=False)

    def shown(chosen) -> str:
        form = Form({"areas": chosen})
        offer_areas(form.fields["areas"], Area.objects.filter(municipality=town))
        return render_to_string("nldesign/layout/choices.html", {"field": form["areas"], "form_show_labels": True})

    page = shown([Area.objects.get(code="WK02").pk])
    assert (page.count("<details>"), page.count("<details open>"), page.count("Noord (wijk)")) == (1, 0, 1)
    assert page.index("Centrum (wijk)") < page.index("<details>") < page.index("Heel Noord") < page.index("Buurt 00")
    assert shown([Area.objects.get(name="Buurt 07").pk]).count("<details open>") == 1


def test_bare_names_are_a_plain_list(cast):
    for name in ("Zuid", "Assendorp"):
        Area.objects.create(municipality=cast.municipality, name=name)
    assert [label for _pk, label in by_district(list(Area.objects.all()))] == ["Assendorp", "Zuid"]


def test_no_name_stands_twice_in_the_list_of_utrecht(db):
    utrecht = Municipality.objects.create(name="Utrecht", slug="utrecht", code="GM0344")
    add_known_areas(municipality=utrecht)
    rows = by_district(list(Area.objects.filter(municipality=utrecht).for_choice()))
    told = [label for _pk, label in rows if isinstance(label, str)]
    told += [words for _pk, group in rows if isinstance(group, list) for _one, words in group]
    assert (len(told), len(set(told)), len(rows)) == (27, 27, 10)
