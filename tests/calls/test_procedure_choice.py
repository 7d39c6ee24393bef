"""Choosing a route and signing it: the rules hold, two people of different kinds sign, the words follow."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.models import Role, RoleKind
from calls import actions
from calls.models import ChoiceSignature, GuideAnswers, ProcedureChoice
from events.models import Event
from tenders.law.answers import Answers, Nature
from tenders.models import Tender
from tenders.refusal import Changed, Refused, WrongStep
from tenders.routes import Route, Track
from tenders.steps import Step
from tests import make
from tests.make.procedure import EUR, OWN_PLANS

WELFARE = Answers(total_value=2_480_000 * EUR * 4)
KINDS = {"officer": RoleKind.POLICY_OFFICER, "buyer": RoleKind.PROCUREMENT_OFFICER, "lawyer": RoleKind.LEGAL_ADVISER}


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.PROCEDURE)


def choose(cast, tender, *, route=Route.SUBSIDY_TENDER, answers=OWN_PLANS, reason="Eigen plannen passen hier."):
    return actions.choose_route(tender=tender, by=cast.officer, route=route, answers=answers, reason=reason)


def sign(cast, tender, who, *, kind=None, reason="Dit past.", seen=None):
    seen = seen or ProcedureChoice.objects.filter(tender=tender).first().content_sha256
    return actions.sign_choice(tender=tender, by=getattr(cast, who), kind=kind or KINDS[who], reason=reason, seen=seen)


def now(tender) -> Tender:
    return Tender.objects.get(pk=tender.pk)


def said(refusal) -> str:
    return " ".join(refusal.value.messages)


# The guide


def test_the_guide_works_from_the_first_day_and_keeps_every_answer(cast):
    tender = make.tender(cast, step=Step.DIALOGUE)
    actions.ask_guide(tender=tender, by=cast.officer, answers=Answers(total_value=100))
    newest = actions.ask_guide(tender=tender, by=cast.buyer, answers=WELFARE)
    assert [Answers.of(row.answers) for row in GuideAnswers.objects.filter(tender=tender)] == [WELFARE, Answers(total_value=100)]
    assert GuideAnswers.objects.first() == newest
    assert now(tender).route == tender.route
    assert [event.is_public for event in Event.objects.filter(name="calls.guide_asked")] == [False, False]


def test_the_guide_is_closed_after_the_choice_was_left_behind(cast):
    with pytest.raises(WrongStep):
        actions.ask_guide(tender=make.tender(cast, step=Step.SELECTION), by=cast.officer, answers=WELFARE)


# Choosing


def test_a_choice_keeps_answers_advice_and_reason_under_one_fingerprint(cast, tender):
    choice = choose(cast, tender)
    assert (choice.number, choice.route, choice.reason) == (1, Route.SUBSIDY_TENDER, "Eigen plannen passen hier.")
    assert Answers.of(choice.answers) == OWN_PLANS
    assert choice.advice["ranking"][0]["route"] == "subsidy_tender"
    assert [row["id"] for row in choice.advice["rules"]] == ["R01", "F02", "R03", "R06", "R19"]
    assert choice.advice["signatures"] == ["policy_officer", "procurement_officer", "legal_adviser"]
    other = choose(cast, tender, reason="Een andere reden.")
    assert other.number == 2
    assert other.content_sha256 != choice.content_sha256


def test_a_choice_sets_the_route_and_it_is_final_only_after_signing(cast, tender):
    choose(cast, tender, route=Route.SAS, answers=WELFARE)
    assert (now(tender).route, now(tender).route_is_final, now(tender).track) == (Route.SAS, False, Track.UNDECIDED)


def test_a_new_choice_asks_new_signatures(cast, tender):
    make.choice(cast, tender, signed=True)
    choose(cast, tender)
    assert now(tender).route_is_final is False
    assert [row.signatures.count() for row in ProcedureChoice.objects.filter(tender=tender)] == [0, 3]


def test_a_choice_without_a_reason_is_refused(cast, tender):
    with pytest.raises(Refused) as refusal:
        choose(cast, tender, reason="  ")
    assert list(refusal.value.message_dict) == ["reason"]
    assert ProcedureChoice.objects.count() == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcedureChoice.objects.create(tender=tender, number=1, route="sas", answers={}, reason="", chosen_by=cast.officer)


def test_a_route_that_the_law_blocks_cannot_be_chosen(cast, tender):
    with pytest.raises(Refused) as refusal:
        choose(cast, tender, route=Route.MULTIPLE_PRIVATE, answers=WELFARE)
    assert list(refusal.value.message_dict) == ["route"]
    assert now(tender).route == Route.SUBSIDY_TENDER


def test_against_the_advice_may_be_chosen_with_a_reason(cast, tender):
    choice = choose(cast, tender, route=Route.OPEN, answers=WELFARE, reason="Wij willen dat iedereen meteen mag inschrijven.")
    assert choice.advice["ranking"][0]["route"] == "sas"
    assert now(tender).route == Route.OPEN


def test_a_lapsed_threshold_says_so_instead_of_letting_somebody_choose(cast, tender, move_clock):
    move_clock(to=dt.datetime(2028, 1, 3, 12, tzinfo=dt.UTC))
    green = Answers(total_value=300_000 * EUR, cpv="77310000")
    with pytest.raises(Refused) as refusal:
        choose(cast, tender, route=Route.OPEN, answers=green)
    assert refusal.value.code == "lapsed"
    assert "R13" in said(refusal)
    assert choose(cast, tender, route=Route.SAS, answers=WELFARE).route == Route.SAS


def test_a_route_stays_once_the_request_is_published_by_it(cast, tender):
    make.published_call(cast, tender)
    with pytest.raises(Refused) as refusal:
        choose(cast, tender)
    assert refusal.value.code == "published"


def test_a_direct_route_is_chosen_without_a_request(cast):
    tender = make.tender(cast, step=Step.PROCEDURE, route=Route.SMALL_GRANT)
    plan = Answers(total_value=5_000 * EUR, nature=Nature.ACTIVITY, initiative="residents", invite_and_select=False)
    choose(cast, tender, route=Route.SMALL_GRANT, answers=plan)
    sign(cast, tender, "officer")
    sign(cast, tender, "buyer")
    assert (now(tender).route_is_final, now(tender).track) == (True, Track.SUBSIDY)


# Signing


def test_policy_and_procurement_sign_and_the_words_follow_the_track(cast, tender):
    choose(cast, tender, route=Route.SAS, answers=WELFARE)
    sign(cast, tender, "officer", reason="Er is ruimte voor gesprek.")
    assert now(tender).route_is_final is False
    sign(cast, tender, "buyer", reason="Het bedrag vraagt dit.")
    assert (now(tender).route_is_final, now(tender).track) == (True, Track.CONTRACT)
    choice = ProcedureChoice.objects.get(tender=tender)
    assert [(s.kind, s.by, s.reason, s.content_sha256 == choice.content_sha256) for s in choice.signatures.all()] == [
        ("policy_officer", cast.officer, "Er is ruimte voor gesprek.", True),
        ("procurement_officer", cast.buyer, "Het bedrag vraagt dit.", True),
    ]
    assert [event.data["final"] for event in Event.objects.filter(name="calls.choice_signed").order_by("id")] == [False, True]


def test_a_legal_adviser_signs_too_when_a_rule_asks_it(cast, tender):
    choose(cast, tender)
    sign(cast, tender, "officer")
    sign(cast, tender, "buyer")
    assert now(tender).route_is_final is False
    sign(cast, tender, "lawyer")
    assert (now(tender).route_is_final, now(tender).track) == (True, Track.SUBSIDY)


def test_a_legal_adviser_has_nothing_to_sign_when_no_rule_asks_it(cast, tender):
    choose(cast, tender, route=Route.SAS, answers=WELFARE)
    with pytest.raises(Refused) as refusal:
        sign(cast, tender, "lawyer")
    assert refusal.value.code == "role"


def test_a_person_with_both_roles_cannot_sign_twice(cast, tender):
    Role.objects.create(user=cast.officer, municipality=cast.municipality, kind=RoleKind.PROCUREMENT_OFFICER)
    cast.fresh()
    choose(cast, tender, route=Route.SAS, answers=WELFARE)
    sign(cast, tender, "officer")
    with pytest.raises(Refused) as refusal:
        sign(cast, tender, "officer", kind=RoleKind.PROCUREMENT_OFFICER)
    assert refusal.value.code == "four_eyes"
    assert now(tender).route_is_final is False


def test_two_people_of_one_kind_are_not_four_eyes(cast, tender):
    choose(cast, tender, route=Route.SAS, answers=WELFARE)
    sign(cast, tender, "officer")
    with pytest.raises(Changed):
        sign(cast, tender, "secretary", kind=RoleKind.POLICY_OFFICER)
    with pytest.raises(Refused):
        sign(cast, tender, "secretary", kind=RoleKind.PROCUREMENT_OFFICER)


def test_the_database_holds_four_eyes_too(cast, tender):
    choice = make.choice(cast, tender)
    first = {"choice": choice, "reason": "Goed.", "content_sha256": choice.content_sha256}
    ChoiceSignature.objects.create(kind=RoleKind.POLICY_OFFICER, by=cast.officer, **first)
    for kind, by in ((RoleKind.PROCUREMENT_OFFICER, cast.officer), (RoleKind.POLICY_OFFICER, cast.buyer)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChoiceSignature.objects.create(kind=kind, by=by, **first)
    with pytest.raises(IntegrityError), transaction.atomic():
        ChoiceSignature.objects.create(kind=RoleKind.PROCUREMENT_OFFICER, by=cast.buyer, **(first | {"reason": ""}))


def test_nobody_signs_another_choice_than_the_one_that_was_read(cast, tender):
    read = choose(cast, tender).content_sha256
    choose(cast, tender, reason="Toch anders.")
    with pytest.raises(Changed) as refusal:
        sign(cast, tender, "buyer", seen=read)
    assert refusal.value.code == "choice"
    assert ChoiceSignature.objects.count() == 0


def test_a_signature_needs_a_reason_of_its_own(cast, tender):
    choose(cast, tender)
    with pytest.raises(Refused) as refusal:
        sign(cast, tender, "officer", reason=" ")
    assert list(refusal.value.message_dict) == ["reason"]


def test_an_officer_of_another_municipality_cannot_sign(cast, tender):
    choose(cast, tender)
    with pytest.raises(Refused) as refusal:
        sign(cast, tender, "stranger", kind=RoleKind.POLICY_OFFICER)
    assert refusal.value.code == "role"


def test_there_is_nothing_to_sign_before_a_choice(cast, tender):
    with pytest.raises(Refused) as refusal:
        sign(cast, tender, "officer", seen="x")
    assert refusal.value.code == "choice"


def test_what_a_choice_keeps_is_dutch_also_when_it_is_made_in_english(cast, tender):
    with translation.override("en"):
        rules = choose(cast, tender, route=Route.SAS, answers=WELFARE).advice["rules"]
    amounts = [fact for rule in rules for fact in rule["facts"].values() if "€" in fact]
    assert (bool(amounts), [amount for amount in amounts if not amount.startswith("€ ")]) == (True, [])
