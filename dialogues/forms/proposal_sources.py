"""Why a proposal rests on a contribution."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.fields import Words


class ProposalSourceForm(forms.Form):
    reason = Words(
        label=_("What of it stands in your proposal?"),
        help_text=_("Who said it reads this, and so does everybody."),
        max_length=2000,
        error_messages={"required": _("Write what of it stands in your proposal.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
