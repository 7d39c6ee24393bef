"""Forms of indicators, measurements, reflections and lessons. A measurement fits on one page of a phone."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Party
from contracts.models import Contract
from events import clock
from events.fields import limited
from monitoring.actions.indicators import FACTS, agreements_for, facts_from, proposals_for
from monitoring.models import Indicator, Lesson, Measurement, Reflection, Voice
from tenders.dates import day
from tenders.steps import Step
from tenders.widgets import DateInput


class IndicatorForm(forms.ModelForm):
    """`proposal` is the number of an indicator of the request, to begin with. `waiting`: what the request proposed beside it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Indicator
        formfield_callback = limited
        fields = FACTS

    def __init__(self, *args, contract: Contract, proposal: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", self.instance.version)
        self.instance.contract = contract
        self.fields["agreement"].queryset = agreements_for(contract)
        self.fields["agreement"].empty_label = _("Choose an agreement")
        proposals = list(proposals_for(contract))
        chosen = next((one for one in proposals if str(one.pk) == proposal), None)
        self.waiting = [one for one in proposals if one != chosen]
        if chosen:
            self.initial |= facts_from(chosen, contract)
        self.fields["proposed"].queryset = proposals_for(contract)
        self.fields["proposed"].empty_label = _("Not proposed in the request")
        self.fields["proposed"].label_from_instance = lambda one: one.name
        self.fields["owner"].queryset = Party.objects.filter(pk__in=[row.party_id for row in contract.parties.all()])
        self.fields["owner"].empty_label = _("The municipality itself")
        if not proposals:
            del self.fields["proposed"]


class MeasurementForm(forms.ModelForm):
    """The value and the story: nothing else is asked."""

    class Meta:
        model = Measurement
        formfield_callback = limited
        fields = ["measured_on", "value", "story"]
        widgets = {
            "measured_on": DateInput,
            "value": forms.NumberInput(attrs={"inputmode": "numeric"}),
            "story": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {"story": _("What did you see or hear? Everybody can read this: name nobody who does not want it.")}

    def __init__(self, *args, indicator: Indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["measured_on"].initial = clock.today
        self.fields["measured_on"].widget.attrs["max"] = clock.today().isoformat()
        if indicator.in_words:
            del self.fields["value"]
            self.fields["story"].required = True
            self.fields["story"].label = _("The story")
        else:
            self.fields["value"].required = True
            self.fields["value"].error_messages["required"] = _("Fill in the number that you measured.")
            self.fields["value"].help_text = indicator.unit


class ReflectionForm(forms.ModelForm):
    step = forms.TypedChoiceField(label=capfirst(_("about step")), choices=Step.choices, coerce=lambda value: Step(int(value)))

    class Meta:
        model = Reflection
        formfield_callback = limited
        fields = ["title", "held_on", "step"]
        widgets = {"held_on": DateInput}
        help_texts = {"title": _("For example: Does this still work as we wanted?")}


class SpeakForm(forms.Form):
    voice = forms.ChoiceField(label=capfirst(_("on behalf of")), widget=forms.RadioSelect)
    text = forms.CharField(
        label=capfirst(_("what you see")),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=6000,
        help_text=_("What goes well, what does not, what surprised you. Changing course or stopping quietly is allowed."),
    )
    people = forms.IntegerField(
        label=capfirst(_("from how many people")), min_value=1, required=False, help_text=_("When you write for others too.")
    )

    def __init__(self, *args, groups: list[Voice], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["voice"].choices = [(group.value, group.label) for group in groups]
        if len(groups) == 1:
            self.fields["voice"].initial = groups[0].value


class CloseForm(forms.Form):
    conclusion = forms.CharField(
        label=capfirst(_("what we do with it")),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=6000,
        error_messages={"required": _("Write down what you do with it.")},
    )


class LessonForm(forms.ModelForm):
    step = forms.TypedChoiceField(label=capfirst(_("about step")), choices=Step.choices, coerce=lambda value: Step(int(value)))

    class Meta:
        model = Lesson
        formfield_callback = limited
        fields = ["text", "step", "situation", "measurement", "reflection"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "text": _("One or two sentences that help somebody who begins."),
            "situation": _("For example: when people live on the street."),
        }

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        measurements = Measurement.objects.current().filter(indicator__contract__tender=tender).select_related("indicator")
        self.fields["measurement"] = _MeasurementChoice(
            queryset=measurements.order_by("-measured_on", "indicator_id"),
            required=False,
            label=capfirst(_("from the measurement")),
            empty_label=_("Not from a measurement"),
        )
        self.fields["reflection"].queryset = Reflection.objects.filter(tender=tender, closed_at__isnull=False)
        self.fields["reflection"].empty_label = _("Not from a reflection")


class _MeasurementChoice(forms.ModelChoiceField):
    def label_from_instance(self, measurement) -> str:
        value = "" if measurement.value is None else f": {measurement.value}"
        return f"{measurement.indicator.name}, {day(measurement.measured_on)}{value}"
