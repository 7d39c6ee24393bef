"""Forms of contributions: your own, one written down for somebody, and why you unveil a pseudonym."""

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.models import Theme
from dialogues.models import Channel, Contribution, NameChoice
from dialogues.names import gives_away
from events.composed import Pageable, composed_once, number_of
from events.fields import Email, Name, Words
from tenders.search import LONGEST_SEARCH, terms_of
from tenders.widgets import with_consequences

LONGEST_SAID = 4000
LONGEST_NAME = 80
TOO_LONG = _(
    "This is longer than we can take: %(show_value)d characters. Make it %(limit_value)d at most, or send it in two parts."
)
_WHO_SEES_WHAT = {
    NameChoice.NAME: _("Everybody sees your name. Only the team sees your e-mail address."),
    NameChoice.PSEUDONYM: _(
        "Everybody sees the pseudonym. Only the team of this tender can look up who you are, and must write down why."
    ),
    NameChoice.ANONYMOUS: _(
        "Nobody knows who you are, we don't either. You get a code to read the answer. Do you lose the code? Then we cannot help."
    ),
}


class Said(forms.Form):
    """What every contribution has: the words, the theme, and how somebody wants to be called."""

    text = Words(
        label=_("What do you want to say?"),
        help_text=_("Just as you would tell it, in any language. One sentence is enough."),
        max_length=LONGEST_SAID,
        error_messages={"required": _("Write what you want to say. One sentence is enough."), "max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label=_("What is it about?"), required=False, empty_label=_("I don't know, choose for me")
    )
    name_choice = forms.ChoiceField(
        label=_("What may we call you?"),
        choices=with_consequences(NameChoice, _WHO_SEES_WHAT),
        initial=NameChoice.NAME,
        error_messages={"required": _("Choose what we may call you.")},
        widget=forms.RadioSelect,
    )
    shown_name = Name(
        label=_("Your name or pseudonym"),
        help_text=_("Only with a name or a pseudonym. Did you choose “Without a name”? Then this stays empty."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    email = Email(
        label=_("Your e-mail address"),
        help_text=_("You always get a code on your screen. With an e-mail address you also get a message when there is an answer."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, tender, **kwargs):
        super().__init__(*args, **kwargs)
        self.tender = tender
        self.fields["theme"].queryset = Theme.objects.current().filter(municipality=tender.municipality_id)
        # What somebody types here must not stay behind in the browser of a library.
        self.fields["text"].widget.attrs["autocomplete"] = "off"

    def clean(self):
        data = super().clean()
        choice = data.get("name_choice")
        if choice == NameChoice.ANONYMOUS:
            data["shown_name"] = data["email"] = ""
        elif choice and not data.get("shown_name", "").strip() and "shown_name" not in self.errors:
            self.add_error("shown_name", self.name_asked(choice))
        return data

    def name_asked(self, choice: str):
        return _("Fill in your pseudonym.") if choice == NameChoice.PSEUDONYM else _("Fill in your name.")


class ContributionForm(Said):
    """What somebody brings in on the website, with or without an account. Who is signed in goes without a name elsewhere."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.own_name = user.name[:LONGEST_NAME] if user.is_authenticated else ""
        if user.is_authenticated:
            # The name of the account does not stand here beforehand: who then chose a pseudonym would publish it.
            self.fields["shown_name"].help_text = _(
                "With your name: leave this empty, and the name of your account stands there. "
                "With a pseudonym: do not write your own name."
            )
            shown = [pair for pair in self.fields["name_choice"].choices if pair[0] != NameChoice.ANONYMOUS]
            self.fields["name_choice"].choices = shown
            del self.fields["email"]

    def clean(self):
        data = self.cleaned_data
        if data.get("name_choice") == NameChoice.NAME and not data.get("shown_name") and "shown_name" not in self.errors:
            data["shown_name"] = self.own_name
        data = super().clean()
        if data.get("name_choice") == NameChoice.PSEUDONYM and gives_away(data.get("shown_name", ""), self.own_name):
            self.add_error("shown_name", _("This is your own name. Choose a pseudonym by which nobody recognises you."))
        return data


class NamelessForm(Said):
    """What somebody brings in without a name: nothing else is asked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name_choice", "shown_name", "email"):
            del self.fields[name]

    def clean(self):
        return {**self.cleaned_data, "name_choice": NameChoice.ANONYMOUS}


class UnveilForm(forms.Form):
    reason = Words(
        label=_("Why do you need to know who this is?"),
        help_text=_("Your name and your reason are kept. The person may ask for them."),
        max_length=1000,
        error_messages={"required": _("Write why you need to know. Without a reason we show nothing.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FilterForm(forms.Form):
    """The filters of the officers' list, as they stand in its address."""

    NONE_YET, ANSWERED, ALL = "open", "beantwoord", "alle"
    NO_THEME = "-"  # in the place of the name of a theme

    staat = forms.ChoiceField(choices=[(NONE_YET, ""), (ANSWERED, ""), (ALL, "")], required=False)
    thema = forms.CharField(required=False, max_length=80)
    kanaal = forms.ChoiceField(choices=Channel, required=False)

    @property
    def asked(self) -> str:
        """The words that somebody looks for; of very many the first, as the page of the dialogue does."""
        return self.data.get("zoek", "").strip()[:LONGEST_SEARCH]

    def chosen(self) -> tuple[str, str, str]:
        """State, theme and channel; an unknown one counts as none."""
        self.is_valid()
        data = self.cleaned_data
        return data.get("staat") or self.NONE_YET, data.get("thema", ""), data.get("kanaal", "")

    def rows(self, tender) -> Pageable:
        state, theme, channel = self.chosen()
        answered = None if state == self.ALL else state == self.ANSWERED
        about = False if theme == self.NO_THEME else theme or None
        return Pageable(_filtered, _number_of_filtered, tender.pk, answered, about, channel or None, terms_of(self.asked))


def _rows(tender_id, answered, theme, channel, terms):
    """`theme` is a name, None for all, or False for those that have none yet; `terms` are those of a search, or None."""
    rows = Contribution.objects.filter(tender=tender_id)
    if terms is not None:
        rows = rows.saying(terms)
    if answered is not None:
        rows = rows.filter(response__withdrawn_at=None, response__isnull=False) if answered else rows.unanswered()
    if theme is False:
        rows = rows.filter(theme=None, hidden_at=None)
    elif theme is not None:
        rows = rows.filter(theme__name=theme)
    return rows if channel is None else rows.filter(channel=channel)


@composed_once
def _filtered(tender_id, answered, theme, channel, terms, cut):
    return _rows(tender_id, answered, theme, channel, terms).for_list().order_by("number")[cut]


@composed_once
def _number_of_filtered(tender_id, answered, theme, channel, terms):
    return number_of(_rows(tender_id, answered, theme, channel, terms))
