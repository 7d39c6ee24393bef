"""The building blocks of every page on one page: to look at, and for the accessibility test.

The sentences of the page are translated; what stands here is sample data, as a municipality would type it.
"""

import datetime as dt
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render

from events.fields import Day
from tenders.steps import Step
from tenders.widgets import DateInput, RadioGrades, RadioRow, with_consequences

KINDS = [
    ("open", "U kunt meedoen"),
    ("bezig", "Commissie leest"),
    ("wacht", "Wacht op u"),
    ("goed", "Overgenomen"),
    ("klaar", "Besluit genomen"),
    ("stop", "1 dag te laat"),
    ("draad", "Rode draad"),
]


class SampleForm(forms.Form):
    """Every kind of field; the page shows it with a few things wrong."""

    name = forms.CharField(label="Uw schuilnaam", max_length=80, help_text="Kies een naam die niemand herkent.")
    text = forms.CharField(
        label="Wat wilt u zeggen?",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": "Vul in wat u wilt zeggen. Eén zin is genoeg."},
    )
    theme = forms.ChoiceField(label="Waar gaat het over?", choices=[("", "Weet ik niet, kies voor mij"), ("1", "Elkaar ontmoeten")])
    shown_as = forms.ChoiceField(
        label="Hoe mogen wij u noemen?",
        widget=forms.RadioSelect,
        choices=with_consequences(
            [("own", "Met mijn naam"), ("pseudonym", "Met een schuilnaam"), ("none", "Zonder naam")],
            {
                "own": "Iedereen ziet uw naam.",
                "pseudonym": "Iedereen ziet de schuilnaam. Twee mensen bij de gemeente weten wie u bent.",
                "none": "Niemand weet wie u bent, wij ook niet.",
            },
        ),
    )
    adopt = forms.ChoiceField(label="Uw besluit", widget=RadioRow, choices=[("yes", "Neem over"), ("no", "Neem niet over")])
    grade = forms.ChoiceField(
        label="Uw oordeel",
        widget=RadioGrades,
        choices=[("2", "Onvoldoende"), ("4", "Matig"), ("6", "Voldoende"), ("8", "Goed"), ("10", "Uitstekend")],
    )
    days = forms.MultipleChoiceField(
        label="Wanneer kunt u komen?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("am", "In de ochtend"), ("pm", "In de avond")],
    )
    day = Day(label="Tot wanneer?", widget=DateInput, required=False)
    file = forms.FileField(label="Uw plan", required=False)
    rules = forms.BooleanField(label="Ik heb de huisregels gelezen")


def show_parts(request):
    """Every part with sample data."""
    wrong = SampleForm({"name": "Merel", "shown_as": "pseudonym", "grade": "8", "adopt": "yes", "rules": "on"})
    wrong.fields.pop("file")  # a file cannot be shown again
    context = {
        "kinds": KINDS,
        "wrong": wrong,
        "fresh": SampleForm(auto_id="fresh_%s"),
        "tender": _tender(Step.SELECTION),
        "returned": _tender(Step.REQUEST),
        "back": SimpleNamespace(at=dt.date(2026, 5, 4)),
        "links": {Step.DIALOGUE: ("214 keer inbreng", "#steps"), Step.REQUEST: ("Uitvraag, versie 3", "#steps")},
        "page_obj": Paginator(range(1, 101), 25).page(1),
        "chips": [
            ("Alle thema’s", "#chips", True),
            ("Bewegen (21)", "#chips", False),
            ("Mantelzorg (17)", "#chips", False),
        ],
        "columns": ["Perceel", ("Inwoners", "n"), ("Per jaar", "n")],
        "rows": [[("Noordwest", "#tables"), "24.900", "€ 618.000"], [("Noordoost", "#tables"), "25.600", "€ 635.000"]],
        "markdown_text": "# Kop\n\nEen **sterk** woord en [een link](https://example.org).\n\n- een\n- twee",
        **_charts(),
    }
    return render(request, "portal/show_parts.html", context)


def _tender(step: Step):
    """A tender that is in no database, as far as the parts look at one."""
    days = [(1, 3), (4, 6), (6, 6), (8, 12)]
    plans = [
        SimpleNamespace(step=number, begins_on=dt.date(2026, begin, 1), ends_on=dt.date(2026, end, 28))
        for number, (begin, end) in enumerate(days, start=1)
    ]
    plans.append(SimpleNamespace(step=5, begins_on=dt.date(2027, 2, 1), ends_on=dt.date(2027, 3, 31)))
    plans.append(SimpleNamespace(step=6, begins_on=dt.date(2027, 4, 1), ends_on=None))
    return SimpleNamespace(
        step=step,
        first_step=Step.DIALOGUE,
        completed_at=None,
        withdrawn_at=None,
        plans=SimpleNamespace(all=lambda: plans),
        get_step_display=lambda: step.label,
    )


def _charts() -> dict:
    quarters = ["mrt 2025", "juni", "sept", "dec", "mrt 2026", "juni", "sept"]
    return {
        "points": list(zip(quarters, [38, 44, 49, 52, 57, 61, 63], strict=True)),
        "falling": list(zip(quarters, [21, 17, 18, 12, 9, 8, 7], strict=True)),
        "below": list(zip(quarters[2:], [6, 8, 9, 9, 10], strict=True)),
        "channels": [("Op de website", 41), ("Aan tafel", 29), ("Op papier", 16), ("Per telefoon", 6)],
        "paid": [
            ("1e kwartaal 2026", 92500, 92500, "€ 92.500", "Betaald op 8 januari"),
            ("Resultaat 2026", 0, 40000, "€ 0", "Beslist op 20 januari 2027"),
        ],
        "money": [
            ("Mensen en ruimtes", 188, "€ 1.885.000"),
            ("Plannen van bewoners", 31, "€ 310.000"),
            ("Vrijwilligers", 17, "€ 174.000"),
            ("Meten en leren", 11, "€ 111.000"),
        ],
        "answers": [("overgenomen", 97), ("voor een deel", 54), ("niet, met uitleg", 41), ("later", 22)],
        "opinions": [("ja", 58), ("een beetje", 27), ("nee", 15)],
        "scale": [(2, "Onvoldoende"), (4, "Matig"), (6, "Voldoende"), (8, "Goed"), (10, "Uitstekend")],
        "groups": [
            {
                "name": "Het werkt",
                "note": "telt voor 35",
                "rows": [
                    {"name": "De Ondernemende Straat", "grades": [4, 6, 6, 8, 8, 8, 8], "talk": True},
                    {"name": "Coalitie Dichtbij", "grades": [8, 8, 8, 8, 8, 10, 10]},
                    {"name": "Welzijn Brabant-Midden", "grades": [6, 6, 6, 6, 6, 8, 8]},
                ],
            }
        ],
    }
