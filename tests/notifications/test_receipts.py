"""Who left an address with a registration or a plan sees it at once, and gets one mail there that says what we have."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse

from dialogues import actions
from events import clock
from initiatives.actions import answer_plan
from initiatives.models import Plan, PlanOutcome
from initiatives.tasks import remind_of_plans
from notifications.models import Mail, Notice
from tenders.dates import day, weekday_moment
from tests import make
from tests.make.initiatives import WORDS

PLAN = {"what": "Wij koken.", "problem": "Velen eten alleen.", "title": "Een maaltijd per straat", "makers": "Wij", "once": "a"}


@pytest.fixture
def meeting(cast):
    cache.clear()
    return make.meeting(make.tender(cast), capacity=1)


@pytest.fixture
def come(client_of, cast, commit, meeting):
    """Somebody without an account registers; gives the page that comes after it."""
    page = reverse("dialogues:register", args=[meeting.tender.slug, meeting.public_id])

    def come(name="Jan", email="jan@example.nl", **form) -> str:
        with commit():
            return client_of(cast.visitor).post(page, {"name": name, "email": email, "once": "a"} | form).content.decode()

    return come


def test_who_registers_sees_the_address_at_once_and_gets_one_mail_with_all_that_matters(come, meeting):
    assert [come().count("Wij mailen u op jan@example.nl als er iets verandert.") for _time in range(2)] == [1, 1]
    mail = Mail.objects.get()
    said = (
        f"Wij hebben uw aanmelding: Jan heeft een plaats bij {meeting.title}, {weekday_moment(meeting.begins_at)}, {meeting.place}"
    )
    assert (mail.to, mail.subject, said in mail.text) == ("jan@example.nl", said, True)
    assert meeting.get_absolute_url() in mail.text


def test_who_comes_on_the_waiting_list_reads_that_in_the_mail(come, meeting):
    make.registration(meeting)
    come()
    assert "Jan staat op de wachtlijst voor Aan tafel over de plek" in Mail.objects.get().subject


def test_who_leaves_no_address_or_has_an_account_gets_no_mail_of_a_registration(cast, commit, come, meeting):
    assert "Wij mailen u op" not in come(email="")
    with commit():
        actions.register(meeting=meeting, by=cast.resident)
    assert (Mail.objects.count(), Notice.objects.count()) == (0, 0)


def test_nobody_else_sees_the_address_on_the_page_of_the_meeting(cast, client_of, come, meeting):
    come()
    for person in (cast.visitor, cast.resident):
        assert "jan@example.nl" not in client_of(person).get(meeting.get_absolute_url()).content.decode()


def test_nobody_uses_the_mails_to_spread_links_or_to_fill_somebodys_box(come):
    come(name="Win nu: www.example.com/geld")
    assert "example.com" not in Mail.objects.get().text.replace("jan@example.nl", "")
    for number in range(9):
        come(name=f"Jan {number}")
    assert Mail.objects.count() == 5


def test_who_files_a_plan_sees_the_address_and_gets_one_mail_with_the_day_of_the_answer(cast, client_of, commit):
    cache.clear()
    client, page = client_of(cast.visitor), reverse("initiatives:file_plan", args=[cast.municipality.slug])
    with commit():
        answers = [client.post(page, PLAN | {"email": "ria@example.nl"}).content.decode() for _time in range(2)]
    assert all("Wij mailen u op ria@example.nl als er antwoord is." in answer for answer in answers)
    plan = Plan.objects.get()
    mail = Mail.objects.get(to="ria@example.nl")
    assert mail.subject == f"Wij hebben uw plan: Een maaltijd per straat, antwoord uiterlijk op {day(plan.answer_by)}"
    assert plan.get_absolute_url() in mail.text
    assert set(Notice.objects.values_list("title", flat=True)) == {"Er kwam een plan van buiten binnen: Een maaltijd per straat"}
    assert "ria@example.nl" not in client.get(plan.get_absolute_url()).content.decode()


def test_no_mail_carries_a_title_that_leads_elsewhere_to_an_address_that_somebody_typed(cast, client_of, commit, move_clock):
    cache.clear()
    form = PLAN | {"title": "Uw DigiD verloopt: www.nep.nl", "email": "slachtoffer@example.nl"}
    with commit():
        client_of(cast.visitor).post(reverse("initiatives:file_plan", args=[cast.municipality.slug]), form)
    plan = Plan.objects.get()
    move_clock(to=clock.beginning_of(plan.answer_by) + dt.timedelta(days=2))
    with commit():
        remind_of_plans()
    with commit():
        answer_plan(plan=plan, by=cast.officer, outcome=PlanOutcome.YES, next_step="Op 1 mei.", **WORDS, reason="Ja.")
    mails = Mail.objects.filter(to="slachtoffer@example.nl").order_by("pk")
    assert [mail.subject for mail in mails] == [
        f"Wij hebben uw plan: antwoord uiterlijk op {day(plan.answer_by)}",
        "Het antwoord op uw plan is te laat",
        "Er is een antwoord op uw plan",
    ]
    assert not [mail for mail in mails if "nep.nl" in mail.text + mail.html or "DigiD" in mail.text + mail.html]
    assert Mail.objects.filter(to=cast.officer.email, subject__contains=plan.title).exists()


def test_who_made_a_plan_hears_that_its_answer_is_late_as_who_answers_it_does(cast, commit, move_clock):
    plan = make.plan(cast.municipality, answer_in=2, email="ria@example.nl")
    own = make.plan(cast.municipality, title="Een bank", answer_in=2, filed_by=cast.resident)
    move_clock(days=3)
    with commit():
        remind_of_plans()
    assert Mail.objects.get(to="ria@example.nl").subject == f"Het antwoord op uw plan is te laat: {plan.title}"
    late = {f"Het antwoord op een plan is te laat: {one.title}" for one in (plan, own)}
    assert set(Mail.objects.filter(to=cast.officer.email).values_list("subject", flat=True)) == late
    assert [mail.subject for mail in Mail.objects.filter(to=cast.resident.email)] == [
        f"Het antwoord op een plan is te laat: {own.title}"
    ]
