"""Plans from outside: filed in plain words, with a clock of their own, answered where they belong, equal for all who bid."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts.actions import change_settings
from events import clock
from events.models import Event
from initiatives import actions
from initiatives.models import Plan, PlanAnswer
from initiatives.tasks import remind_of_plans
from notifications.models import Mail, Notice
from portal.work import own_tasks
from tenders.actions import publish_answers
from tenders.models import Question
from tenders.refusal import Changed, Refused
from tenders.steps import Step
from tests import make
from tests.make.initiatives import WORDS

FORM = {
    "what": "Wij koken elke week in een andere straat.",
    "problem": "Ouderen eten alleen.",
    "title": "Een maaltijd per straat",
    "makers": "Bewoners van de Eikenlaan",
    "once": "abc",
}
CODE = "k7wp-93bd-xm2h"


@pytest.fixture(autouse=True)
def _nobody_came_before():
    cache.clear()


def file_it(client, cast, **changes):
    return client.post(reverse("initiatives:file_plan", args=[cast.municipality.slug]), FORM | changes)


def answer(cast, plan, outcome="yes", by=None, **said):
    words = {**WORDS, "reason": "Omdat het werkt.", "next_step": "Op 1 mei.", **said}
    return actions.answer_plan(plan=plan, by=by or cast.officer, outcome=outcome, **words)


def page_of(client_of, person, plan) -> str:
    return client_of(person).get(plan.get_absolute_url()).content.decode()


# Filing


def test_a_plan_is_acknowledged_at_once_with_the_last_day_for_its_answer_and_a_code(cast, client_of):
    change_settings(municipality=cast.municipality, by=cast.administrator, plan_weeks=6)
    client = client_of(cast.visitor)
    response = file_it(client, cast)
    made, page = Plan.objects.get(), response.content.decode()
    assert (made.makers, made.filed_by, made.party) == ("Bewoners van de Eikenlaan", None, None)
    assert made.answer_by == clock.today() + dt.timedelta(weeks=6)
    assert ("Wij hebben uw plan" in page, response.cookies, "no-store" in response.headers["Cache-Control"]) == (True, {}, True)
    code = re.search(r'<p class="mw-code mw-large">([^<]+)</p>', page)[1]
    assert "Wacht op antwoord" in client.post(reverse("portal:follow_code"), {"code": code}).content.decode()


def test_another_term_later_changes_no_promise(cast, client_of):
    file_it(client_of(cast.visitor), cast)
    change_settings(municipality=cast.municipality, by=cast.administrator, plan_weeks=26)
    assert Plan.objects.get().answer_by == clock.today() + dt.timedelta(weeks=8)


def test_the_same_plan_twice_is_one(cast, client_of):
    for _time in range(2):
        file_it(client_of(cast.visitor), cast)
    assert Plan.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"what": ""}, "what", "Schrijf wat u wilt doen, zoals u het zou vertellen."),
        ({"problem": ""}, "problem", "Zeg wat er nu niet goed gaat, en voor wie. Eén zin is genoeg."),
        ({"title": ""}, "title", "Geef uw plan een naam."),
        ({"makers": ""}, "makers", "Vul in wie u bent."),
        ({"cost": "-5"}, "cost", "Een bedrag kan niet onder nul zijn."),
        ({"email": "geen adres"}, "email", None),
        ({"what": "x" * 10_000}, "what", None),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(cast, client_of, typed, field, sentence):
    response = file_it(client_of(cast.visitor), cast, **{"needs": "Een keuken 🍲", **typed})
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert sentence is None or errors[field] == [sentence]
    assert "Een keuken 🍲" in response.content.decode()
    assert Plan.objects.count() == 0


def test_an_entrepreneur_files_for_the_own_party_and_nobody_for_another(cast, client_of):
    file_it(client_of(cast.entrepreneur), cast, party=cast.party.pk)
    assert (Plan.objects.get().party, Plan.objects.get().filed_by) == (cast.party, cast.entrepreneur)
    response = file_it(client_of(cast.rival), cast, party=cast.party.pk)
    assert list(response.context["form"].errors) == ["party"]
    with pytest.raises(Refused):
        actions.file_plan(municipality=cast.municipality, by=cast.rival, code=CODE, party=cast.party, title="x", what="x")


def test_a_plan_is_filed_for_a_public_tender_or_in_an_open_period(cast, client_of):
    tender, hidden = make.tender(cast), make.tender(cast, published=False)
    period, over = make.period(cast), make.period(cast, begins_in=-60)
    client = client_of(cast.visitor)
    offered = client.get(reverse("initiatives:file_plan", args=[cast.municipality.slug]), {"traject": tender.slug})
    assert offered.context["form"]["about"].value() == tender.pk
    for wrong in ({"about": hidden.pk}, {"period": over.pk}):
        assert list(file_it(client, cast, **wrong).context["form"].errors) == list(wrong)
    file_it(client, cast, about=tender.pk, period=period.pk)
    assert (Plan.objects.get().about, Plan.objects.get().period) == (tender, period)


def test_its_makers_take_it_back_with_account_or_code_and_it_stays_to_be_read(cast, client_of):
    plan = make.plan(cast.municipality, code=CODE, filed_by=cast.resident)
    address = reverse("initiatives:withdraw_plan", args=[plan.public_id])
    client_of(cast.neighbour).post(address, {"reason": "Zomaar.", "once": "a"})
    client_of(cast.visitor).post(address, {"reason": "Zomaar.", "once": "b", "code": "fout"})
    plan.refresh_from_db()
    assert plan.withdrawn_at is None
    client_of(cast.visitor).post(address, {"reason": "Wij verhuizen.", "once": "c", "code": CODE})
    page = page_of(client_of, cast.visitor, plan)
    assert ("Wij verhuizen." in page, "Ouderen eten alleen." in page) == (True, True)
    with pytest.raises(Changed):
        answer(cast, plan)


# The clock


def test_who_answers_is_reminded_a_week_before_and_late_is_public(cast, client_of, commit, move_clock):
    plan = make.plan(cast.municipality, answer_in=7)
    assert (remind_of_plans(), remind_of_plans()) == (1, 0)
    assert Event.objects.filter(name="initiatives.plan_due", is_public=False).count() == 1
    assert "te laat" not in page_of(client_of, cast.visitor, plan)
    move_clock(days=8)
    assert (remind_of_plans(), remind_of_plans()) == (1, 0)
    assert Event.objects.filter(name="initiatives.plan_late", is_public=True).count() == 1
    assert "1 dag te laat" in page_of(client_of, cast.visitor, plan)
    listed = client_of(cast.visitor).get(reverse("initiatives:list_plans", args=[cast.municipality.slug]), {"staat": "telaat"})
    assert "1 plan wacht langer dan beloofd." in listed.content.decode()
    answer(cast, plan)
    assert "te laat" not in page_of(client_of, cast.visitor, plan)
    assert remind_of_plans() == 0


def test_what_is_late_stands_first(cast, client_of):
    for title, answer_in in (("Oud en laat", -20), ("Beantwoord", -20), ("Nieuw", 50)):
        plan = make.plan(cast.municipality, title=title, answer_in=answer_in)
        if title == "Beantwoord":
            make.plan_answer(cast, plan, outcome="no")
    page = client_of(cast.visitor).get(reverse("initiatives:list_plans", args=[cast.municipality.slug]))
    assert [plan.title for plan in page.context["page_obj"]] == ["Oud en laat", "Nieuw", "Beantwoord"]


def test_a_plan_waits_in_the_work_of_who_answers_it(cast):
    make.plan(cast.municipality, title="Van zichzelf", answer_in=-2)
    make.plan(cast.municipality, title="Voor een traject", about=make.tender(cast))

    def waits(person) -> list[tuple]:
        cast.fresh()
        return [(task.tender, task.days_late) for task in own_tasks(person)]

    assert waits(cast.officer) == [("Van zichzelf", 2), ("Voor een traject", 0)]
    assert waits(cast.buyer) == [("Voor een traject", 0)]
    assert waits(cast.secretary) == [("Van zichzelf", 2)]
    assert (waits(cast.resident), waits(cast.stranger)) == ([], [])


def test_policy_hears_of_a_new_plan_and_the_makers_of_the_answer(cast, commit):
    with commit():
        plan = actions.file_plan(municipality=cast.municipality, by=None, code=CODE, email="ria@example.nl", **_words())
    mails = Mail.objects.exclude(to="ria@example.nl")  # what its makers hear at once: tests/notifications/test_receipts.py
    assert set(mails.values_list("to", "subject")) == {
        (one.email, "Er kwam een plan van buiten binnen: Een maaltijd per straat") for one in (cast.officer, cast.secretary)
    }
    Mail.objects.all().delete()
    with commit():
        answer(cast, plan)
    assert list(Mail.objects.values_list("to", "subject")) == [
        ("ria@example.nl", "Er is een antwoord op uw plan: Een maaltijd per straat")
    ]


def test_news_of_a_plan_for_a_tender_calls_it_by_its_own_title(cast, commit):
    with commit():
        plan = actions.file_plan(municipality=cast.municipality, by=cast.resident, code=CODE, about=make.tender(cast), **_words())
    with commit():
        answer(cast, plan)
    told = "Er is een antwoord op uw plan: Een maaltijd per straat"
    assert Mail.objects.get(to=cast.resident.email).subject == told
    assert Notice.objects.get(person=cast.resident).title == told


# The answer


def test_who_leads_the_tender_answers_what_touches_it_and_policy_the_rest(cast, client_of):
    own, touching = make.plan(cast.municipality), make.plan(cast.municipality, about=make.tender(cast))

    def who(plan) -> set[str]:
        address = reverse("initiatives:answer_plan", args=[plan.public_id])
        return {name for name, one in cast.people().items() if client_of(one).get(address).status_code == 200}

    assert who(own) == {"officer", "secretary"}
    assert who(touching) == {"officer", "buyer"}


def test_the_answer_says_yes_no_or_together_on_three_values_beside_todays_cost(cast, client_of):
    plan = make.plan(cast.municipality)
    address = reverse("initiatives:answer_plan", args=[plan.public_id])
    said = {**WORDS, "outcome": "no", "reason": "Het kost te veel.", "cost_today": "40.000", "cost_of_plan": "90.000", "once": "a"}
    for name in ("outcome", "legitimacy", "effectiveness", "involvement", "reason"):
        response = client_of(cast.officer).post(address, said | {name: ""})
        assert list(response.context["form"].errors) == [name]
    assert client_of(cast.officer).post(address, said).status_code == 302
    page = page_of(client_of, cast.visitor, plan)
    assert [words in page for words in ("Het kost te veel.", "De buurt wil het.", "€\u00a040.000", "€\u00a090.000")] == [True] * 4


def test_a_yes_goes_into_a_tender_or_says_what_happens_next(cast):
    plan = make.plan(cast.municipality)
    with pytest.raises(Refused) as refused:
        answer(cast, plan, "yes", next_step="")
    assert "into" in refused.value.message_dict
    with pytest.raises(Refused):
        answer(cast, plan, "together", into=make.tender(cast, municipality=cast.other_municipality))
    tender = make.tender(cast)
    answer(cast, plan, "together", next_step="", into=tender)
    plan.refresh_from_db()
    assert (plan.carried_to, plan.tender) == (tender, tender)


def test_nobody_writes_over_an_answer_of_somebody_else_and_the_earlier_one_stays(cast, client_of):
    plan = make.plan(cast.municipality)
    first = answer(cast, plan, "no", reason="Te duur.")
    with pytest.raises(Changed):
        answer(cast, plan, "yes")
    with pytest.raises(Refused) as refused:
        answer(cast, plan, "yes", seen=first.public_id, reason="Toch wel.")
    assert list(refused.value.message_dict) == ["changed_because"]
    answer(cast, plan, "yes", seen=first.public_id, reason="Toch wel.", changed_because="De raad vond geld.")
    assert [(one.outcome, one.replaced_at is None) for one in PlanAnswer.objects.order_by("pk")] == [("no", False), ("yes", True)]
    page = page_of(client_of, cast.visitor, plan)
    assert [words in page for words in ("Toch wel.", "De raad vond geld.", "Te duur.", "vervangen op")] == [True] * 4
    assert page.index("Toch wel.") < page.index("Te duur.")


def test_what_comes_too_late_on_the_form_is_kept_and_can_be_sent_again(cast, client_of):
    plan = make.plan(cast.municipality)
    first = answer(cast, plan, "no")
    address = reverse("initiatives:answer_plan", args=[plan.public_id])
    said = {**WORDS, "outcome": "yes", "reason": "Mijn reden.", "next_step": "Straks.", "seen": "", "once": "a"}
    response = client_of(cast.officer).post(address, said)
    assert ("Mijn reden." in response.content.decode(), response.status_code) == (True, 200)
    response = client_of(cast.officer).post(address, said | {"seen": first.public_id})
    assert (list(response.context["form"].errors), "Mijn reden." in response.content.decode()) == (["changed_because"], True)
    said |= {"seen": first.public_id, "changed_because": "Er is geld."}
    assert client_of(cast.officer).post(address, said).status_code == 302


def test_where_parties_bid_the_answer_reaches_the_makers_and_all_bidders_at_one_moment(cast, client_of, commit):
    tender = make.tender(cast, step=Step.SELECTION)
    plan = make.plan(cast.municipality, about=tender, filed_by=cast.resident)
    answer(cast, plan, "no", reason="Dit vragen wij al.")
    question = Question.objects.get(tender=tender)
    assert (question.answer, question.published_at) == ("Nee, met uitleg. Dit vragen wij al.", None)
    for person in (cast.visitor, cast.resident, cast.entrepreneur):
        page = page_of(client_of, person, plan)
        assert ("Dit vragen wij al." in page, "Het antwoord gaat tegelijk naar alle partijen." in page) == (False, True)
    with commit():
        publish_answers(tender=tender, by=cast.officer)
    assert "Dit vragen wij al." in page_of(client_of, cast.visitor, plan)
    assert list(Mail.objects.values_list("to", flat=True)) == [cast.resident.email]


def test_what_is_not_public_yet_is_not_called_unwritten(cast, client_of):
    tender = make.tender(cast)
    make.knowledge(cast, make.plan(cast.municipality, about=tender), published=False)
    page = client_of(cast.visitor).get(reverse("initiatives:list_tender_plans", args=[tender.slug])).content.decode()
    assert ("Er is nog niets openbaar." in page, "Er is nog niets opgeschreven." in page) == (True, False)


def test_who_may_not_answer_a_plan_of_no_tender_is_sent_to_the_municipality(cast, client_of):
    page = client_of(cast.resident).get(reverse("initiatives:answer_plan", args=[make.plan(cast.municipality).public_id]))
    assert ("Vraag het de gemeente." in page.content.decode(), "van het traject" in page.content.decode()) == (True, False)


# Lists


@pytest.mark.parametrize("many", [1, 3])
def test_the_lists_ask_the_same_however_many_plans_there_are(cast, client_of, statements, many):
    tender = make.tender(cast)
    for _one in range(many):
        plan = make.plan(cast.municipality, about=tender)
        make.plan_answer(cast, plan)
        make.knowledge(cast, plan)
        make.period(cast)
    client, sent = client_of(cast.visitor), []
    addresses = [
        reverse("initiatives:list_plans", args=[cast.municipality.slug]),
        reverse("initiatives:list_tender_plans", args=[tender.slug]),
        plan.get_absolute_url(),
    ]
    for address in addresses:
        with statements() as asked:
            assert client.get(address).status_code == 200
        sent.append(len(asked))
    assert sent == [6, 6, 8]


def _words() -> dict:
    return {name: value for name, value in FORM.items() if name != "once"}
