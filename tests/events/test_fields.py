"""What nobody means and no database can hold is refused by the field itself, in every form."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError

from accounts.models import Municipality
from events.fields import LONGEST, Day, Email, Moment, Name, Several, whole
from tenders.forms import TenderForm
from tests import make


def _forms() -> set[type[forms.BaseForm]]:
    """Every form of ours."""
    ours = [app.name for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    for name in ours:
        for found in pkgutil.walk_packages([str(settings.BASE_DIR / name)], f"{name}."):
            if ".forms" in found.name:
                importlib.import_module(found.name)
    todo, seen = [forms.Form, forms.ModelForm], set()
    while todo:
        for one in todo.pop().__subclasses__():
            todo.append(one)
            seen.add(one)
    return {one for one in seen if one.__module__.partition(".")[0] in ours}


def test_every_text_has_a_limit_and_every_day_is_in_reach():
    """A form that makes its fields as it goes is sent in tests/proof/test_fuzz.py."""
    loose = set()
    for form in _forms():
        for name, field in form.base_fields.items():
            # Amounts and percentages read what they need and no more.
            is_text = type(field) is forms.CharField and not field.widget.is_hidden
            if (is_text and field.max_length is None) or type(field) in (
                forms.DateField,
                forms.DateTimeField,
                forms.ModelMultipleChoiceField,
            ):
                loose.add(f"{form.__module__}.{form.__name__}.{name}")
    assert (loose, len(_forms()) > 50) == (set(), True)


def test_what_somebody_is_called_by_everybody_cannot_turn_around_what_stands_beside_it():
    """Of the forms in which somebody or something gets a name for public pages; a look-up by name is none of them."""
    names = {"name", "first_name", "makers", "doers", "shown_as", "title"}
    public = {"accounts", "coalitions", "dialogues", "evaluation", "initiatives", "inventory", "tenders"}
    found, loose = set(), set()
    for form in _forms():
        for name in names & set(form.base_fields) if form.__module__.partition(".")[0] in public else ():
            field = form.base_fields[name]
            found.add(name)
            if isinstance(field, forms.CharField) and not field.widget.is_hidden and not isinstance(field, Name):
                loose.add(f"{form.__module__}.{form.__name__}.{name}")
    assert (loose, found) == (set(), names)


def test_no_address_is_longer_than_a_column_holds_and_a_mail_server_takes():
    addresses = [
        (f"{form.__module__}.{form.__name__}.{name}", field.max_length)
        for form in _forms()
        for name, field in form.base_fields.items()
        if isinstance(field, forms.EmailField)
    ]
    assert ([one for one in addresses if one[1] is None or one[1] > 254], len(addresses) > 8) == ([], True)
    with pytest.raises(ValidationError, match=r"Een e-mailadres heeft ten hoogste 254 tekens\. Kijk het nog eens na\."):
        Email().clean(f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 59}.nl")


@pytest.mark.parametrize("typed", ["9999-12-31", "0001-01-01", "31-12-1899", "1-1-3000"])
def test_a_year_that_is_a_typing_error_gets_a_sentence(typed):
    with pytest.raises(ValidationError, match=r"Kijk naar het jaar\. Het ligt tussen 1900 en 2999\."):
        Day().clean(typed)


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("", None), ("-1", None), ("²", None), ("١", None), ("1.5", None), ("9" * 5_000, None)],
)
def test_a_number_that_comes_along_is_a_number_or_none(text, number):
    assert whole(text) == number


def test_a_moment_in_a_far_year_is_refused_too():
    with pytest.raises(ValidationError, match="Kijk naar het jaar"):
        Moment().clean("9999-12-31T23:59")


def test_a_text_of_a_model_without_a_limit_gets_one(cast):
    tender = make.tender(cast)
    form = TenderForm({"title": "Nieuw", "summary": "x" * (LONGEST + 1)}, instance=tender)
    assert form.errors["summary"] == ["Dit is te lang: 20001 tekens. Maak er ten hoogste 20000 van."]


@pytest.mark.parametrize("number", ["99999999999999999999999", "9" * 400, "-1", "x"])
def test_a_number_that_nothing_can_have_is_a_choice_that_is_not_there(cast, number):
    with pytest.raises(ValidationError) as refused:
        Several(Municipality.objects.all()).clean([number])
    assert "geldige keuze" in refused.value.messages[0] or "geldige waarde" in refused.value.messages[0]
