"""Areas in a list to choose from: each once, the neighbourhoods under the district in which they lie."""

from operator import attrgetter

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from areas.models import Area

FEW = 40  # so many boxes somebody can still look over; of more, the neighbourhoods are folded under their district


class FoldedBoxes(forms.CheckboxSelectMultiple):
    """Boxes that know in which group they stand, and whether something in it is chosen: then it is not folded."""

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        for group, options, _index in groups:
            chosen = any(option["selected"] for option in options)
            for option in options:
                option |= {"group": group or "", "group_open": chosen}
        return groups


def offer_areas(field: forms.ModelChoiceField, areas: QuerySet) -> None:
    """Let somebody choose from these areas; where only names are known, from the bare names."""
    if isinstance(field, forms.ModelMultipleChoiceField):  # boxes, each with its kind beside it
        field.label_from_instance = attrgetter("in_full")
        field.iterator, field.widget = _Boxes, FoldedBoxes()
    else:
        field.iterator = _ByDistrict
    field.queryset = areas.for_choice()


def by_district(areas: list[Area], choice=lambda area, label: (area.pk, label)) -> list[tuple]:
    """Choices in the order of the names; a district with its neighbourhoods is a group of its own."""
    inside: dict[int, list[Area]] = {}
    there = {area.pk for area in areas}
    for area in areas:
        if area.parent_id in there:
            inside.setdefault(area.parent_id, []).append(area)
    rows = []
    for area in sorted((area for area in areas if area.parent_id not in there), key=attrgetter("name")):
        if area.pk not in inside:
            rows.append(choice(area, area.in_full))
            continue
        whole = choice(area, _("All of %(name)s") % {"name": area.name})
        parts = [choice(part, part.name) for part in sorted(inside[area.pk], key=attrgetter("name"))]
        rows.append((area.in_full, [whole, *parts]))
    return rows


class _ByDistrict(forms.models.ModelChoiceIterator):
    """The choices of a list of areas, in groups."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from by_district(list(self.queryset.all()), lambda area, label: (self.choice(area)[0], label))


class _Boxes(_ByDistrict):
    """The same, where they are too many to stand below each other."""

    def __iter__(self):
        areas = list(self.queryset.all())
        return super().__iter__() if len(areas) > FEW else iter([self.choice(area) for area in areas])
