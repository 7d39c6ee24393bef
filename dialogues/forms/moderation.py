"""Forms against the house rules: telling it, hiding or leaving, asking to look again, and deciding on that."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.models import AppealOutcome, FlagOutcome, Ground
from events.fields import Words, limited
from tenders.forms import CodeForm
from tenders.widgets import Choice

_LONGEST = 1000


def _words(label, help_text="", *, required, rows: int = 3) -> forms.CharField:
    return Words(
        label=label,
        help_text=help_text,
        max_length=_LONGEST,
        error_messages={"required": required},
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class _GroundField(forms.ModelChoiceField):
    """One of the published reasons of this dialogue."""

    def __init__(self, **options):
        errors = dict.fromkeys(("required", "invalid_choice"), _("Choose one of the published reasons."))
        super().__init__(Ground.objects.none(), empty_label=None, widget=forms.RadioSelect, error_messages=errors, **options)

    def of(self, tender) -> None:
        self.queryset = Ground.objects.filter(dialogue__tender=tender, removed_at=None)


class FlagForm(forms.Form):
    """For everybody: what is against the house rules, and why."""

    ground = _GroundField(label=_("What is wrong with it?"), to_field_name="public_id")
    text = _words(_("Why do you think so?"), _("One sentence is enough."), required=_("Write in one sentence why you think so."))

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ground"].of(tender)
        self.fields["text"].widget.attrs["autocomplete"] = "off"


class HideForm(forms.Form):
    ground = _GroundField(label=_("For which reason?"), to_field_name="public_id")
    explanation = _words(
        _("Explanation"),
        _("Everybody can read this, and who wrote it too. Do not repeat the words."),
        required=_("Say why. Everybody can read it, and who wrote it too."),
    )

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ground"].of(tender)


class DecideFlagForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What do you do with it?"),
        choices=[
            (FlagOutcome.HIDDEN, Choice(_("Hide it"), _("The words go. Its number, your name and your reason stay."))),
            (FlagOutcome.LEFT, Choice(_("Leave it"), _("Everybody can go on reading it."))),
        ],
        error_messages={"required": _("Choose what you do with it.")},
        widget=forms.RadioSelect,
    )
    ground = _GroundField(label=_("When you hide it: for which reason?"), to_field_name="public_id", required=False)
    reason = _words(
        _("Why?"),
        _("Who told it to you reads this. When you hide it, everybody does."),
        required=_("Say why. Who told it to you reads your reason."),
    )

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ground"].of(tender)


class RestoreForm(forms.Form):
    reason = _words(
        _("Why can everybody read it again?"), _("Everybody can read this."), required=_("Say why. Everybody can read it.")
    )


class AppealForm(CodeForm):
    """For who wrote it; with an account no code is asked."""

    text = _words(
        _("Why should everybody be able to read it?"),
        _("A colleague of who hid it looks again. You can ask this once."),
        required=_("Write in one sentence why everybody should be able to read it."),
    )

    def __init__(self, *args, wrote_it: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if wrote_it:
            del self.fields["code"]


class DecideAppealForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[
            (AppealOutcome.RESTORED, Choice(_("Everybody can read it again"), _("It comes back in its place, as it was."))),
            (
                AppealOutcome.UPHELD,
                Choice(_("It stays hidden"), _("Who wrote it cannot ask again. It keeps its number and the reason.")),
            ),
        ],
        error_messages={"required": _("Choose what you decide.")},
        widget=forms.RadioSelect,
    )
    reason = _words(
        _("Why?"), _("Everybody can read this, and who wrote it too."), required=_("Say why. Who wrote it reads your reason.")
    )


class GroundForm(forms.ModelForm):
    class Meta:
        model = Ground
        formfield_callback = limited
        fields = ["text"]
