"""What the request says of an initiative."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from calls.models import Clause, Word
from tenders.widgets import with_consequences


class WordForm(forms.Form):
    word = forms.ChoiceField(
        label=_("What does the request do with it?"),
        choices=with_consequences(
            [(word, capfirst(word.label)) for word in Word],
            {
                Word.KEPT: _("The doers go on. The request asks for nothing that takes their place."),
                Word.STRENGTHENED: _("The doers go on, and who does the work helps them."),
                Word.REPLACED: _("Somebody else is going to do it. Talk with the doers before you say so."),
            },
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the request does with it.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("The doers and everybody else can read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why. The doers can read it.")},
    )
    clause = forms.ModelChoiceField(
        Clause.objects.none(), label=_("In which part of the request does it stand?"), required=False, empty_label=_("In none")
    )

    def __init__(self, *args, call, said=None, **kwargs):
        initial = {"word": said.word, "reason": said.reason, "clause": said.clause_id} if said else {}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["clause"].queryset = Clause.objects.current().filter(call_id=call.pk)
