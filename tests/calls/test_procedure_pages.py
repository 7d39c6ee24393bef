"""Pages of step 3: who sees what, what a wrong form says, how many statements they cost."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts import fresh
from accounts.models import RoleKind
from calls import actions
from calls.forms.procedure import GuideForm, TimetableForm
from calls.models import GuideAnswers, Milestone, ProcedureChoice
from calls.procedure_page import moments_to_show
from calls.standing import standing_of
from tenders.law.answers import Answers
from tenders.law.questions import QUESTIONS
from tenders.models import Tender
from tenders.routes import Route
from tenders.steps import Step
from tests import make
from tests.make.procedure import EUR, OWN_PLANS

pytestmark = pytest.mark.whole

WELFARE = Answers(total_value=420_000 * EUR)
WORK = ("ask_guide", "choose_route", "sign_choice", "set_timetable", "prepare_publication", "publish_call")


def address(name, tender, *more):
    return reverse(f"calls:{name}", args=[tender.slug, *more])


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def tender(cast):
    return make.tender(cast, step=Step.PROCEDURE)


@pytest.fixture
def published(cast, tender, commit):
    make.adopted_call(cast, tender)
    make.choice(cast, tender, signed=True)
    make.timetable(tender)
    with commit():
        actions.prepare_publication(tender=tender, by=cast.officer)
    return actions.publish_call(tender=Tender.objects.get(pk=tender.pk), by=cast.officer)


# Who sees what


def test_the_work_of_step_three_is_for_the_team_and_signing_for_a_lawyer_too(cast, tender, client_of):
    allowed = {
        name: {
            who
            for who, person in cast.people().items()
            if signing_client(client_of, person, tender).get(address(name, tender)).status_code == 200
        }
        for name in WORK
    }
    assert allowed == {name: {"officer", "buyer"} for name in WORK} | {"sign_choice": {"officer", "buyer", "lawyer"}}


def test_everybody_reads_which_route_and_why(cast, tender, client_of):
    make.choice(cast, tender, reason="Omdat bewoners zelf een plan maken.", signed=True)
    for person in (cast.visitor, cast.resident, cast.rival, cast.officer):
        page = text(client_of(person).get(address("show_procedure", tender)))
        assert "Omdat bewoners zelf een plan maken." in page
        assert "Awb 4:25 tot en met 4:27; ECLI:NL:RVS:2018:2310" in page


def test_nobody_but_the_municipality_finds_a_tender_that_is_not_public(cast, client_of):
    tender = make.tender(cast, step=Step.PROCEDURE, published=False)
    codes = {who: client_of(person).get(address("show_procedure", tender)).status_code for who, person in cast.people().items()}
    assert {codes[who] for who in ("visitor", "resident", "rival", "stranger", "operator")} == {404}
    assert {codes[who] for who in ("officer", "buyer", "lawyer", "council_member")} == {200}


def test_a_visitor_reads_no_advice_and_gets_an_etag(cast, tender, client_of):
    actions.ask_guide(tender=tender, by=cast.officer, answers=Answers(total_value=123_456 * EUR))
    client = client_of(cast.visitor)
    first = client.get(address("show_procedure", tender))
    assert "123.456" not in text(first)
    assert "123.456" in text(client_of(cast.officer).get(address("show_procedure", tender)))
    again = client.get(address("show_procedure", tender), headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    actions.choose_route(tender=tender, by=cast.officer, route=Route.SUBSIDY_TENDER, answers=OWN_PLANS, reason="Past.")
    assert client.get(address("show_procedure", tender), headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    assert client.cookies == {}


def test_the_guide_is_there_from_the_first_day(cast, client_of):
    tender = make.tender(cast, step=Step.DIALOGUE)
    page = client_of(cast.officer).get(address("show_procedure", tender))
    assert (page.status_code, page.context["asked"]) == (200, False)
    assert client_of(cast.officer).get(address("ask_guide", tender)).status_code == 200


# The guide


def answered(**changed) -> dict:
    """A whole form of the guide as a browser sends it."""
    form = GuideForm(answers=Answers(total_value=420_000 * EUR))
    data = {name: form[name].value() for name in QUESTIONS if name != "dialogue_conditions"}
    return data | {"total_value": "420.000", "de_minimis_used": "0"} | changed


def test_every_answer_of_the_guide_is_kept(cast, tender, client_of):
    data = answered(total_value="€ 1.640.000", nature="activity", scarce="yes", dialogue_conditions=["complex", "design"])
    response = client_of(cast.officer).post(address("ask_guide", tender), data)
    assert response.headers["Location"] == address("show_procedure", tender)
    kept = Answers.of(GuideAnswers.objects.get().answers)
    assert kept == Answers(
        total_value=1_640_000 * EUR, nature="activity", scarce=True, dialogue_conditions=("complex", "design"), lots=1
    )


def test_work_that_is_not_in_the_list_has_a_code(cast, tender, client_of):
    client, url = client_of(cast.officer), address("ask_guide", tender)
    assert "cpv_other" in client.post(url, answered(cpv="other")).context["form"].errors
    wrong = client.post(url, answered(cpv="other", cpv_other="12"))
    assert "cpv_other" in wrong.context["form"].errors
    assert 'value="12"' in text(wrong)
    client.post(url, answered(cpv="other", cpv_other="79952000-2"))
    assert Answers.of(GuideAnswers.objects.get().answers).cpv == "79952000"
    assert client.get(url).context["form"]["cpv_other"].value() == "79952000"


@pytest.mark.parametrize(
    "name, typed",
    [
        ("total_value", "veel"),
        ("total_value", ""),
        ("total_value", "-5"),
        ("term_months", "0"),
        ("nature", "x"),
        ("expected_bidders", "nul"),
    ],
)
def test_a_wrong_answer_is_said_beside_it_and_stays(cast, tender, client_of, name, typed):
    response = client_of(cast.officer).post(address("ask_guide", tender), answered(**{name: typed}))
    assert (response.status_code, list(response.context["form"].errors)) == (200, [name])
    assert response.context["form"][name].value() == typed
    assert GuideAnswers.objects.count() == 0


def test_a_lapsed_threshold_is_said_on_the_page(cast, tender, client_of, move_clock):
    move_clock(to=dt.datetime(2028, 1, 3, 12, tzinfo=dt.UTC))
    actions.ask_guide(tender=tender, by=cast.officer, answers=Answers(total_value=300_000 * EUR, cpv="77310000"))
    page = client_of(cast.officer).get(address("show_procedure", tender))
    assert page.context["lapsed"] == [dt.date(2027, 12, 31)]
    assert "31 december 2027" in text(page)


# Choosing and signing


def test_a_route_is_chosen_with_a_reason(cast, tender, client_of):
    actions.ask_guide(tender=tender, by=cast.officer, answers=WELFARE)
    client, url = client_of(cast.officer), address("choose_route", tender)
    seen = client.get(url).context["form"]["seen"].value()
    without = client.post(url, {"route": "sas", "reason": "", "seen": seen})
    assert list(without.context["form"].errors) == ["reason"]
    response = client.post(url, {"route": "sas", "reason": "Ook partijen die wij niet kennen.", "seen": seen})
    assert response.headers["Location"] == address("show_procedure", tender)
    assert [(c.route, c.answers["total_value"]) for c in ProcedureChoice.objects.all()] == [("sas", 420_000 * EUR)]


def test_a_blocked_route_is_refused_beside_the_choice_and_the_reason_stays(cast, tender, client_of):
    actions.ask_guide(tender=tender, by=cast.officer, answers=Answers(total_value=9_920_000 * EUR))
    client, url = client_of(cast.officer), address("choose_route", tender)
    seen = client.get(url).context["form"]["seen"].value()
    response = client.post(url, {"route": "multiple_private", "reason": "Dat gaat sneller.", "seen": seen})
    assert list(response.context["form"].errors) == ["route"]
    assert "Dat gaat sneller." in text(response)
    assert ProcedureChoice.objects.count() == 0


def test_a_choice_on_answers_that_a_colleague_changed_is_asked_again(cast, tender, client_of):
    client, url = client_of(cast.officer), address("choose_route", tender)
    seen = client.get(url).context["form"]["seen"].value()
    actions.ask_guide(tender=tender, by=cast.buyer, answers=WELFARE)
    data = {"route": "sas", "reason": "Mijn reden.", "seen": seen}
    form = client.post(url, data).context["form"]
    assert [error.code for error in form.errors.as_data()["__all__"]] == ["answers"]
    assert (form["reason"].value(), form["seen"].value() != seen) == ("Mijn reden.", True)
    assert client.post(url, data | {"seen": form["seen"].value()}).status_code == 302


def signing_client(client_of, person, tender):
    client = client_of(person)
    session = client.session
    fresh.mark(session, address("sign_choice", tender))
    session.save()
    return client


def test_signing_asks_to_sign_in_again(cast, tender, client_of):
    make.choice(cast, tender)
    for method in ("get", "post"):
        response = getattr(client_of(cast.buyer), method)(address("sign_choice", tender))
        assert response.headers["Location"].startswith(reverse("accounts:sign_in_again"))


def test_each_signs_in_an_own_role_with_an_own_reason(cast, client_of):
    tender = make.tender(cast, step=Step.PROCEDURE, route=Route.SAS)
    choice = make.choice(cast, tender, answers=WELFARE)
    url = address("sign_choice", tender)
    for person, kind in ((cast.officer, RoleKind.POLICY_OFFICER), (cast.buyer, RoleKind.PROCUREMENT_OFFICER)):
        client = signing_client(client_of, person, tender)
        form = client.get(url).context["form"]
        data = {name: form[name].value() for name in ("kind", "seen")}
        assert data == {"kind": kind.value, "seen": choice.content_sha256}
        assert list(client.post(url, data | {"reason": ""}).context["form"].errors) == ["reason"]
        assert client.post(url, data | {"reason": "Past hier."}).status_code == 302
    assert Tender.objects.get(pk=tender.pk).route_is_final is True
    assert signing_client(client_of, cast.officer, tender).get(url).context["kinds"] == []


def test_a_choice_that_changed_meanwhile_is_not_signed(cast, tender, client_of):
    old = make.choice(cast, tender, answers=WELFARE)
    client = signing_client(client_of, cast.buyer, tender)
    make.choice(cast, tender, answers=WELFARE, reason="Anders.")
    data = {"kind": RoleKind.PROCUREMENT_OFFICER.value, "seen": old.content_sha256, "reason": "Mijn reden."}
    response = client.post(address("sign_choice", tender), data)
    assert [error.code for error in response.context["form"].errors.as_data()["__all__"]] == ["choice"]
    assert "Mijn reden." in text(response)


# The timetable


def filled(tender, **changed) -> dict:
    """The proposal as a browser sends it."""
    form = TimetableForm(route=tender.route, moments=moments_to_show(tender, None), version=1)
    data = {}
    for name in form.fields:
        value = form[name].value()
        data[name] = value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, dt.datetime) else str(value)
    return data | changed


def test_a_proposal_is_saved_with_one_click(cast, tender, client_of):
    response = client_of(cast.officer).post(address("set_timetable", tender), filled(tender))
    assert response.headers["Location"] == address("set_timetable", tender)
    assert Milestone.objects.count() == 7
    assert standing_of(Tender.objects.get(pk=tender.pk)).is_complete


def test_the_other_moments_follow_from_a_closing_date(cast, tender, client_of):
    client = client_of(cast.officer)
    page = client.get(address("set_timetable", tender), {"sluiting": "2027-03-15"})
    assert page.context["form"]["closing"].value().date() == dt.date(2027, 3, 15)
    assert page.context["form"]["answers_by"].value().date() == dt.date(2027, 3, 5)
    assert list(client.get(address("set_timetable", tender), {"sluiting": "ooit"}).context["ask"].errors) == ["sluiting"]
    assert Milestone.objects.count() == 0


def test_a_wrong_moment_is_said_beside_it_and_everything_stays(cast, tender, client_of):
    client, url = client_of(cast.officer), address("set_timetable", tender)
    for name, typed in (("closing", ""), ("closing", "morgen"), ("opening", "2020-01-01T12:00"), ("decision", "x")):
        data = filled(tender, **{name: typed})
        response = client.post(url, data)
        assert list(response.context["form"].errors) == [name]
        assert {key: response.context["form"][key].value() for key in data} == data


def test_who_saves_an_old_timetable_sees_what_a_colleague_saved(cast, tender, client_of):
    client, url = client_of(cast.officer), address("set_timetable", tender)
    first = filled(tender)
    client.post(url, first)
    response = client_of(cast.buyer).post(url, first | {"start": "2030-01-02"})
    form = response.context["form"]
    assert (form.is_stale, form["version"].value(), form["start"].value()) == (True, "2", "2030-01-02")
    assert client_of(cast.buyer).post(url, first | {"start": "2030-01-02", "version": "2"}).status_code == 302


# Publication


def test_from_timetable_to_published_in_the_browser(cast, tender, client_of, commit):
    make.adopted_call(cast, tender)
    make.choice(cast, tender, signed=True)
    make.timetable(tender)
    client = client_of(cast.buyer)
    with commit():
        assert client.post(address("prepare_publication", tender)).headers["Location"] == address("publish_call", tender)
    assert client.get(address("publish_call", tender)).context["items"][-1].done is True
    assert client.post(address("publish_call", tender)).headers["Location"] == address("show_procedure", tender)
    page = client_of(cast.visitor).get(address("show_procedure", tender))
    assert address("show_version", tender, 2) in text(page)


def test_publishing_too_early_says_what_is_missing(cast, tender, client_of):
    response = client_of(cast.officer).post(address("publish_call", tender))
    assert response.status_code == 200
    assert len(response.context["form"].errors["__all__"]) == 7


def test_the_published_page_says_what_the_content_says(cast, tender, published, client_of):
    page = text(client_of(cast.visitor).get(address("show_version", tender, 2)))
    for piece in ("Zestig mensen maken zelf iets, drie dagen in de week.", "Het werkt", "Uitstekend", published.content_sha256):
        assert piece in page
    pdf = client_of(cast.visitor).get(address("download_version", tender, 2))
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert client_of(cast.visitor).get(address("show_version", tender, 3)).status_code == 404


# What pages cost


def counted(client, url, statements) -> tuple[int, int]:
    """(statements, the most that one was sent) of a page after a first visit."""
    assert client.get(url).status_code == 200
    with statements() as sent:
        client.get(url)
    sql = [query["sql"] for query in sent.captured_queries]
    return len(sql), max(sql.count(one) for one in sql)


def test_the_published_page_costs_a_visitor_little(cast, tender, published, client_of, statements):
    assert counted(client_of(cast.visitor), address("show_version", tender, 2), statements) == (2, 1)


@pytest.mark.parametrize("choices", [1, 3])
def test_the_page_of_the_route_costs_the_same_with_one_choice_and_three(cast, tender, client_of, statements, choices):
    for number in range(choices):
        actions.ask_guide(tender=tender, by=cast.officer, answers=WELFARE)
        make.choice(cast, tender, reason=f"Reden {number}")
    make.timetable(tender)
    assert counted(client_of(cast.visitor), address("show_procedure", tender), statements) == (7, 1)
    assert counted(client_of(cast.officer), address("show_procedure", tender), statements) == (13, 1)


@pytest.mark.parametrize("name, most", [("ask_guide", 12), ("choose_route", 12), ("set_timetable", 14), ("publish_call", 15)])
def test_work_pages_stay_within_their_limit(cast, tender, client_of, statements, name, most):
    make.adopted_call(cast, tender)
    make.choice(cast, tender, signed=True)
    make.timetable(tender)
    total, repeated = counted(client_of(cast.officer), address(name, tender), statements)
    assert total <= most
    assert repeated <= 2
