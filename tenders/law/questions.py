"""The questions of the guide in plain words, in groups, and answers as people read them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tenders.law.answers import (
    Answers,
    Clarity,
    Control,
    CrossBorder,
    DialogueCondition,
    Funding,
    Initiative,
    Nature,
    ObjectType,
    OfferMode,
    OnePartyGround,
    SubsidyBasis,
    Talk,
)
from tenders.money import euro


@dataclass(frozen=True)
class Question:
    """A question: its words, what helps to answer it, the choices if it has them, and a few words for a list."""

    text: str
    help: str = ""
    choices: type | None = None
    short: str = ""


# The kinds of work that social tenders are mostly about, by CPV code; the last ones are no social services.
KINDS_OF_WORK = {
    "85320000": _("Social services, such as welfare work"),
    "85322000": _("Action by and for a neighbourhood"),
    "85312100": _("Day care and day activities"),
    "85312300": _("Guidance and advice to people"),
    "85310000": _("Social help to people"),
    "80500000": _("Training and courses"),
    "92000000": _("Culture and recreation"),
    "92600000": _("Sport"),
    "98000000": _("Other services to people or a community"),
    "55520000": _("Meals"),
    "77310000": _("Green and gardens (not a social service)"),
    "90910000": _("Cleaning (not a social service)"),
    "60130000": _("Transport of people (not a social service)"),
    "45000000": _("Building (not a social service)"),
}

QUESTIONS = {
    "total_value": Question(
        _("What is the total amount over the whole period, with every extension?"),
        _("In euros, without VAT, all lots together. An estimate will do; the outcome shows where it matters."),
        short=_("Amount, whole period"),
    ),
    "term_months": Question(_("How many months does it last, with every extension?"), short=_("Period")),
    "areas": Question(_("In how many areas or neighbourhoods is the work?")),
    "repeated": Question(
        _("Did you ask for the same work in the past twelve months?"), _("Amounts for the same work are added up.")
    ),
    "object_type": Question(_("What is it about?"), "", ObjectType),
    "cpv": Question(
        _("What kind of work is it?"), _("The number is the European code for this work (CPV)."), short=_("Kind of work")
    ),
    "nature": Question(_("Do you want to be able to enforce the result?"), "", Nature, _("Can it be enforced?")),
    "control": Question(_("How precisely do you describe the work?"), "", Control),
    "spec_clarity": Question(_("Do you know yet what you want?"), "", Clarity),
    "innovation": Question(_("Must something be invented that does not exist yet?")),
    "wmo_or_youth": Question(_("Does it fall under the Social Support Act (Wmo) or the Youth Act?")),
    "initiative": Question(_("Who takes the initiative?"), "", Initiative, _("Initiative")),
    "invite_and_select": Question(_("Do you ask parties for an offer or a plan, and choose between them?")),
    "offer_mode": Question(_("Do you want to choose, or one offer together?"), "", OfferMode, _("Choose, or together?")),
    "competitors_join": Question(_("Would parties that are rivals make that offer together?")),
    "expected_bidders": Question(_("How many parties do you expect?"), short=_("Parties expected")),
    "only_one_party": Question(_("Is there in fact only one party that can do it?")),
    "one_party_ground": Question(_("If so, why?"), _("Above the European threshold only these reasons count."), OnePartyGround),
    "cross_border": Question(_("Would parties from another country be interested?"), "", CrossBorder),
    "need_dialogue": Question(_("When do you want to talk with parties?"), "", Talk, _("Talk with parties")),
    "dialogue_conditions": Question(
        _("Which of these hold?"),
        _("A competitive dialogue above the threshold needs at least one."),
        DialogueCondition,
    ),
    "funding": Question(_("How do you pay?"), "", Funding),
    "subsidy_basis": Question(_("What would a subsidy rest on?"), "", SubsidyBasis),
    "scarce": Question(_("Is there a ceiling, so that not everybody can receive a subsidy?")),
    "years_subsidised": Question(
        _("For how many years in a row does somebody receive a subsidy for this?"), _("0 if nobody does.")
    ),
    "existing_ends": Question(_("Does that subsidy stop or change?")),
    "economic_activity": Question(_("Does the receiver offer something for which there is a market?")),
    "de_minimis_used": Question(
        _("How much state support did the receiver have in the past three years?"), _("In euros. 0 if you do not know of any.")
    ),
    "public_service": Question(_("Is it a service of general economic interest (DAEB)?")),
    "uses_building": Question(_("Does a building or ground of the municipality go with it?")),
}

GROUPS = (
    (_("Money and time"), ("total_value", "term_months", "areas", "repeated", "funding")),
    (_("The work"), ("object_type", "cpv", "nature", "control", "spec_clarity", "innovation", "wmo_or_youth", "uses_building")),
    (
        _("Who"),
        ("initiative", "invite_and_select", "offer_mode", "competitors_join", "expected_bidders", "cross_border"),
    ),
    (_("Talking with parties"), ("need_dialogue", "dialogue_conditions", "only_one_party", "one_party_ground")),
    (
        _("If it were a subsidy"),
        (
            "subsidy_basis",
            "scarce",
            "years_subsidised",
            "existing_ends",
            "economic_activity",
            "de_minimis_used",
            "public_service",
        ),
    ),
)
# What a reader sees first of somebody's answers.
MAIN = ("total_value", "term_months", "cpv", "nature", "need_dialogue", "offer_mode", "expected_bidders", "initiative")
_MONEY = ("total_value", "de_minimis_used")


def answer_text(name: str, item) -> str:
    """An answer in words: '€ 420.000 without VAT', 'Yes', 'Welfare work (85320000)'."""
    question = QUESTIONS[name]
    if name in _MONEY:
        amount = euro(item)
        return str(_("%(amount)s without VAT") % {"amount": amount}) if name == "total_value" else amount
    if isinstance(item, bool):
        return str(_("Yes") if item else _("No"))
    if name == "cpv":
        return f"{KINDS_OF_WORK[item]} ({item})" if item in KINDS_OF_WORK else item
    if isinstance(item, tuple):
        return ", ".join(str(question.choices(one).label) for one in item) or str(_("None of these"))
    if question.choices:
        return str(question.choices(item).label)
    if name == "term_months":
        return ngettext("%(count)d month", "%(count)d months", item) % {"count": item}
    return str(item)


def answers_in_words(answers: Answers) -> list[tuple[str, str]]:
    """(question, answer) for every question, in the order in which it is asked."""
    names = [name for _title, group in GROUPS for name in group]
    return [(str(QUESTIONS[name].text), answer_text(name, getattr(answers, name))) for name in names]


def answers_in_short(answers: Answers) -> list[tuple[str, str]]:
    """The answers that matter most, under a few words each."""
    return [(str(QUESTIONS[name].short), answer_text(name, getattr(answers, name))) for name in MAIN]
