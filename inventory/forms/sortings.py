"""Forms in which tasks are sorted: a choice for each task, or of a table how many chose what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events import clock
from events.fields import Day, Name
from inventory.models import BoardTask, Group, Sort
from inventory.sorting import Share
from tenders.widgets import DateInput

_NO_OPINION = "-"
_SORTS = [*Sort.choices, (_NO_OPINION, _("I don't know"))]
MOST_PEOPLE = 200  # at one table


class _RadioSorts(forms.RadioSelect):
    """Two beside each other on a telephone, all in one row on a wide screen: a board is long."""

    layout = "sorts"


class _ForTasks(forms.Form):
    """What both have: for whom, and something for each task."""

    group = forms.ChoiceField(label=_("For whom do you sort?"), error_messages={"required": _("Choose for whom you sort.")})

    def __init__(self, *args, tasks: list[BoardTask], groups: list[Group], for_others: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if for_others:
            self.fields["group"].label = _("Which group sorted?")
            self.fields["group"].error_messages["required"] = _("Choose which group sorted.")
        self.tasks = tasks
        self.fields["group"].choices = [(group.value, group.label) for group in groups]
        self.fields["group"].widget = forms.RadioSelect(choices=self.fields["group"].choices)
        if len(groups) == 1:
            self.fields["group"].initial = groups[0].value


class SortForm(_ForTasks):
    """One person's sorting: a choice for each task, none of them needed but one."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    code = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args, tasks, chosen: dict[int, str] | None = None, version: int | None = None, code: str = "", **kwargs):
        super().__init__(*args, tasks=tasks, **kwargs)
        self.initial |= {"version": version, "code": code}
        for task in tasks:
            self.fields[name_of(task)] = forms.ChoiceField(
                label=task.line.title,
                help_text=task.line.text,
                choices=_SORTS,
                required=False,
                widget=_RadioSorts,
                initial=(chosen or {}).get(task.pk, "" if version is None else _NO_OPINION),
            )

    @property
    def each(self) -> list:
        return [(task, self[name_of(task)]) for task in self.tasks]

    def clean(self):
        cleaned = super().clean()
        if self.tasks and not self.errors and not any(self.choices().values()):
            self.add_error(name_of(self.tasks[0]), _("Choose for at least one task who should take it up."))
        return cleaned

    def choices(self) -> dict[int, str]:
        """Of each task what was chosen, "" without an opinion."""
        said = {task.pk: self.cleaned_data.get(name_of(task), "") for task in self.tasks}
        return {pk: "" if choice == _NO_OPINION else choice for pk, choice in said.items()}

    def values(self) -> dict:
        return {"group": Group(self.cleaned_data["group"]), "choices": self.choices()}


class TableForm(_ForTasks):
    """What a table sorted: how many chose what, for each task."""

    label = Name(label=_("Which table?"), help_text=_("For example: table 2, the evening in the Meevaart."), max_length=80)
    people = forms.IntegerField(
        label=_("How many people sat there?"),
        min_value=1,
        max_value=MOST_PEOPLE,
        error_messages={"required": _("Fill in how many people sat there.")},
    )
    sorted_on = Day(label=_("On which day?"), widget=DateInput, initial=clock.today)

    field_order = ["label", "sorted_on", "people", "group"]

    def __init__(self, *args, tasks, **kwargs):
        super().__init__(*args, tasks=tasks, **kwargs)
        for task in tasks:
            for sort in Sort:
                count = forms.IntegerField(label=sort.label, required=False, min_value=0, max_value=MOST_PEOPLE)
                self.fields[name_of(task, sort)] = count

    @property
    def each(self) -> list:
        return [(task, [self[name_of(task, sort)] for sort in Sort]) for task in self.tasks]

    def clean(self):
        """More votes than people are said beside the task where they are."""
        cleaned = super().clean()
        people = cleaned.get("people")
        for task in self.tasks:
            votes = self.share_of(task).answered
            if people and votes > people:
                words = _("“%(task)s”: %(votes)d people chose, and %(people)d sat at the table.")
                said = {"task": task.line.title, "votes": votes, "people": people}
                self.add_error(name_of(task, Sort.RESIDENTS), words % said)
        if self.tasks and not self.errors and not any(self.share_of(task).answered for task in self.tasks):
            self.add_error(name_of(self.tasks[0], Sort.RESIDENTS), _("Fill in for at least one task how many chose what."))
        return cleaned

    def share_of(self, task: BoardTask) -> Share:
        return Share(*(self.cleaned_data.get(name_of(task, sort)) or 0 for sort in Sort))

    def values(self) -> dict:
        said = {name: self.cleaned_data[name] for name in ("label", "people", "sorted_on")}
        votes = {task.pk: self.share_of(task) for task in self.tasks}
        return said | {"group": Group(self.cleaned_data["group"]), "votes": votes}


def name_of(task: BoardTask, sort: Sort | None = None) -> str:
    """What the field of a task is called in the form."""
    return f"taak-{task.line.public_id}" + (f"-{sort.value}" if sort else "")
