"""Concluding a dialogue: with every answer there, a report for everybody, and an end that is good with or without a request."""

import datetime as dt

import pikepdf
import pytest
from django.urls import reverse

from dialogues import actions, tasks
from dialogues.models import LAST, Conclusion, Dialogue, Ending, Outcome
from dialogues.report import content_of, recognised_in
from events import clock
from events.models import Event
from notifications.audience import team
from notifications.models import Follow, Mail, Notice
from notifications.talkers import followers_of_a_conclusion
from portal.standing import standings
from tenders.dates import day
from tenders.models import Move, StepChange, Tender
from tenders.refusal import GateClosed, Refused, WrongStep
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    return make.tender(cast)


@pytest.fixture
def dialogue(tender):
    return make.dialogue(tender, closed_at=clock.now())


def page_of(name: str, tender) -> str:
    return reverse(f"dialogues:{name}", args=[tender.slug])


def conclude(cast, dialogue, ending=Ending.REQUEST, reason="Iedereen heeft antwoord.", **more) -> Conclusion:
    before = Conclusion.objects.count()
    return actions.conclude_dialogue(dialogue=dialogue, by=cast.officer, ending=ending, reason=reason, version=before, **more)


def test_who_comes_just_after_a_colleague_reads_that_first_and_keeps_the_words(cast, client_of, tender, dialogue):
    said_and_answered(cast, tender)
    conclude(cast, dialogue, reason="Wij schrijven samen verder.")
    form = {"ending": "policy", "reason": "Het wordt beleid.", "version": "0", "once": "a"}
    answer = client_of(cast.officer).post(page_of("conclude_dialogue", tender), form)
    page = answer.content.decode()
    assert (answer.status_code, Conclusion.objects.count()) == (200, 1)
    for words in ("Wij schrijven samen verder.", "Het wordt beleid.", "Een collega sloot deze dialoog net voor u af."):
        assert words in page
    assert answer.context["form"]["version"].value() == "1"


def said_and_answered(cast, tender, **fields):
    said = make.contribution(tender, **fields)
    make.response(cast, said)
    return said


def test_while_somebody_waits_it_is_refused_with_the_numbers_named_and_linked(cast, client_of, tender, dialogue):
    said_and_answered(cast, tender)
    waiting = make.contribution(tender)
    make.flag(waiting)
    make.appeal(make.hiding(cast, make.contribution(tender)))
    Dialogue.objects.update(closed_at=None)
    page = client_of(cast.officer).get(page_of("conclude_dialogue", tender)).content.decode()
    respond = reverse("dialogues:respond", args=[tender.slug, waiting.number])
    assert (f'{respond}">Inbreng 2</a>' in page, 'name="ending"' in page) == (True, False)
    with pytest.raises(GateClosed) as refused:
        conclude(cast, dialogue)
    assert [str(item.sentence) for item in refused.value.missing] == [
        "Sluit de dialoog, zodat er niets meer bij komt.",
        "Geef antwoord op elke inbreng.",
        "Beslis over alles wat is gemeld.",
        "Kijk opnieuw naar wat verborgen is, als de schrijver erom vroeg.",
    ]
    assert Conclusion.objects.count() == 0


def test_while_a_message_from_the_room_waits_it_is_refused_with_the_page_where_it_is_decided(cast, client_of, tender, dialogue):
    said_and_answered(cast, tender)
    live = make.live(make.minutes(tender, days=-1), closed_at=clock.now())
    message = make.message(live, shown=False)
    page = client_of(cast.officer).get(page_of("conclude_dialogue", tender)).content.decode()
    assert ("Beslis over berichten uit de zaal" in page, page_of("list_lives", tender) in page) == (True, True)
    with pytest.raises(GateClosed):
        conclude(cast, dialogue, Ending.RESIDENTS)
    actions.keep_back(message=message, by=cast.officer, reason="Het gaat over een persoon.")
    conclude(cast, dialogue, Ending.RESIDENTS)
    assert Conclusion.objects.count() == 1


def test_with_a_request_the_way_leads_on_to_the_next_step(cast, client_of, tender, dialogue):
    said_and_answered(cast, tender)
    form = {"ending": "request", "reason": "Wij schrijven samen verder.", "once": "a"}
    answer = client_of(cast.officer).post(page_of("conclude_dialogue", tender), form)
    assert answer.url == reverse("tenders:advance", args=[tender.slug])
    tender = Tender.objects.get(pk=tender.pk)
    assert (tender.is_running, Dialogue.objects.get().conclusion.ending, StepChange.objects.count()) == (True, "request", 0)


@pytest.mark.parametrize("ending", LAST)
def test_without_a_request_the_tender_is_completed_and_says_so_everywhere(cast, client_of, tender, dialogue, ending):
    said = said_and_answered(cast, tender, author=cast.resident)
    conclude(cast, dialogue, ending, "De werkgroep opent het bad op 1 mei.")
    tender = Tender.objects.get(pk=tender.pk)
    change = StepChange.objects.get()
    assert (tender.completed_at is not None, tender.withdrawn_at, tender.step) == (True, None, Step.DIALOGUE)
    assert (change.move, change.reason) == (Move.COMPLETE, "De werkgroep opent het bad op 1 mei.")
    label, client = str(Ending(ending).label), client_of(cast.visitor)
    public = {
        "tender": tender.get_absolute_url(),
        "list": reverse("portal:list_tenders"),
        "home": "/",
        "dialogue": page_of("show_dialogue", tender),
        "report": page_of("show_conclusion", tender),
        "thread": said.get_absolute_url(),
    }
    assert {name: label in client.get(address).content.decode() for name, address in public.items()} == dict.fromkeys(public, True)
    page = client.get(tender.get_absolute_url()).content.decode()
    assert ("Alle zes de stappen" in page, page_of("show_conclusion", tender) in page) == (False, True)
    assert "Wie beslist?" not in page  # there is nothing to choose any more
    thread = client.get(said.get_absolute_url())
    assert [knot.kind for knot in thread.context["knots"]] == ["said", "answered", "concluded", "goes_on"]
    assert "Hier eindigt de draad" in thread.content.decode()


def test_not_yet_rests_until_a_day_and_then_asks_to_look_again(cast, client_of, tender, dialogue, move_clock):
    until = clock.today() + dt.timedelta(days=30)
    for wrong in (None, clock.today()):
        with pytest.raises(Refused) as refused:
            conclude(cast, dialogue, Ending.NOT_YET, rests_until=wrong)
        assert list(refused.value.message_dict) == ["rests_until"]
    said = said_and_answered(cast, tender, author=cast.resident)
    conclude(cast, dialogue, Ending.NOT_YET, "Eerst beslist de raad over het geld.", rests_until=until)
    standing = standings([Tender.objects.get(pk=tender.pk)])[tender.pk]
    assert (standing.kind, standing.word) == ("wacht", "Nog niet")
    thread, page = (client_of(cast.visitor).get(one.get_absolute_url()) for one in (said, tender))
    assert thread.context["summary"][2] == f"Het rust tot {day(until)}."
    assert f"Het rust tot {day(until)}. Dan kijken wij er opnieuw naar" in thread.content.decode()
    assert ("Wij kijken er opnieuw naar" in page.content.decode(), "Wie beslist?" in page.content.decode()) == (True, True)
    assert Tender.objects.get(pk=tender.pk).is_running
    assert tasks.remind_of_rests() == 0
    move_clock(days=31)
    assert (tasks.remind_of_rests(), tasks.remind_of_rests()) == (1, 0)
    event = Event.objects.get(name="dialogues.rest_ended")
    assert set(team(event)) == {cast.officer, cast.buyer}
    shown = [task.title for task in client_of(cast.officer).get(reverse("portal:my_work")).context["now_tasks"]]
    assert "Kijk opnieuw naar deze dialoog: de rust is voorbij" in shown


def test_opened_again_it_has_no_conclusion_and_the_report_stays(cast, client_of, tender, dialogue):
    conclude(cast, dialogue, Ending.NOT_YET, rests_until=clock.today() + dt.timedelta(days=3))
    actions.publish_dialogue(tender=tender, by=cast.officer)
    fresh = Dialogue.objects.get()
    assert (fresh.conclusion, fresh.is_open, Conclusion.objects.get().reopened_at is not None) == (None, True, True)
    assert (
        "De dialoog ging na dit verslag verder." in client_of(cast.visitor).get(page_of("show_conclusion", tender)).content.decode()
    )
    actions.close_dialogue(dialogue=fresh, by=cast.officer)
    again = conclude(cast, fresh, Ending.NOT_NEEDED)
    assert (Conclusion.objects.count(), Dialogue.objects.get().conclusion) == (2, again)


def test_it_cannot_be_concluded_twice_or_in_another_step(cast, tender, dialogue):
    conclude(cast, dialogue, Ending.RESIDENTS)
    with pytest.raises(WrongStep):
        conclude(cast, dialogue, Ending.POLICY)
    later = make.dialogue(make.tender(cast, step=Step.REQUEST), closed_at=clock.now())
    with pytest.raises(WrongStep):
        conclude(cast, later)


def test_what_is_wrong_is_said_beside_it_and_the_words_stay(cast, client_of, tender, dialogue):
    client, page = client_of(cast.officer), page_of("conclude_dialogue", tender)
    answer = client.post(page, {"ending": "not_yet", "reason": "Eerst de raad.", "rests_until": "2020-01-01", "once": "a"})
    assert list(answer.context["form"].errors) == ["rests_until"]
    assert "Eerst de raad." in answer.content.decode()
    assert list(client.post(page, {"once": "b"}).context["form"].errors) == ["ending", "reason"]


def test_only_officers_conclude(cast, client_of, tender, dialogue):
    make.involve(tender, "guide", person=cast.guide)
    form = {"ending": "residents", "reason": "x", "once": "a"}
    for person in (cast.guide, cast.resident, cast.mandate, cast.council_member, cast.stranger):
        assert client_of(person).post(page_of("conclude_dialogue", tender), form).status_code == 403, person
    assert Conclusion.objects.count() == 0


def test_the_report_tells_all_that_was_said_as_it_was_shown(cast, client_of, tender, dialogue):
    meeting = make.minutes(tender, days=-1)
    make.registration(meeting, person=cast.resident, attended=True)
    named = said_and_answered(cast, tender, text="Ik wil zwemmen.", author=cast.resident, shown_name="Ria", channel="paper")
    secret = make.contribution(tender, text="Houd het water warm.", name_choice="pseudonym", shown_name="Waterrat")
    make.response(cast, secret, outcome=Outcome.NOT, reason="Dat kost te veel.")
    make.merging(cast, make.contribution(tender, text="Ik ook.", name_choice="anonymous"), named)
    make.hiding(cast, make.contribution(tender, text="Scheldwoord."))
    make.finding(cast, tender, [named], title="Het bad moet blijven.")
    conclude(cast, dialogue, Ending.RESIDENTS)
    page = client_of(cast.visitor).get(page_of("show_conclusion", tender))
    html = page.content.decode().replace("<bdi>", "").replace("</bdi>", "")
    for words in ("Ik wil zwemmen.", "Waterrat (schuilnaam)", "Dat kost te veel.", "Zonder naam", "Het bad moet blijven."):
        assert words in html, words
    assert ("Scheldwoord." in html, "1 is verborgen: Het kwetst iemand" in html) == (False, True)
    numbers = page.context["numbers"]
    assert (numbers.total, numbers.hidden, numbers.together, dict(numbers.outcomes)) == (3, 1, 1, {"taken_over": 2, "not": 1})
    assert page.context["meetings"][0].came == 1


def test_it_is_a_pdf_for_everybody_with_the_same_in_it(cast, client_of, commit, tender, dialogue):
    said_and_answered(cast, tender, text="Ik wil zwemmen.", name_choice="pseudonym", shown_name="Waterrat")
    make.hiding(cast, make.contribution(tender, text="Scheldwoord."))
    with commit():
        conclude(cast, dialogue, Ending.RESIDENTS, "De werkgroep neemt het bad over.")
    answer = client_of(cast.visitor).get(page_of("download_conclusion", tender))
    content = b"".join(answer.streaming_content)
    assert (answer["Content-Type"], content[:5]) == ("application/pdf", b"%PDF-")
    edition = Conclusion.objects.get().editions.get()
    assert edition.content_sha256 == edition.document.content_sha256
    assert "Scheldwoord." not in str(edition.content)
    with pikepdf.open(edition.document.file.open("rb")) as pdf:
        assert (str(pdf.Root.Lang), len(pdf.pages)) == ("nl", edition.document.pages)


def test_who_said_something_hears_of_the_report_once(cast, commit, tender, dialogue):
    for _one in range(2):
        said_and_answered(cast, tender, author=cast.resident)
    said_and_answered(cast, tender, email="bep@example.nl")
    make.hiding(cast, make.contribution(tender, author=cast.neighbour))
    Follow.objects.create(person=cast.partner, tender=tender)
    with commit():
        conclude(cast, dialogue, Ending.NOT_YET, rests_until=clock.today() + dt.timedelta(days=3))
    told = {notice.person: notice.title for notice in Notice.objects.all()}
    assert told == {
        cast.resident: "De dialoog is afgerond. U kunt lezen wat er met uw inbreng gebeurde",
        cast.partner: "De dialoog is afgerond, met een verslag",
    }
    assert sorted(Mail.objects.values_list("to", flat=True)) == ["bep@example.nl", "partner@example.nl", "resident@example.nl"]


def test_when_the_tender_ends_with_it_followers_hear_that_alone(cast, tender, dialogue):
    Follow.objects.create(person=cast.partner, tender=tender)
    conclude(cast, dialogue, Ending.POLICY)
    assert list(followers_of_a_conclusion(Event.objects.get(name="dialogues.dialogue_concluded"))) == []
    assert Event.objects.filter(name="tenders.tender_completed").count() == 1


def test_my_work_says_when_it_can_be_concluded(cast, client_of, tender, dialogue):
    said = make.contribution(tender)

    def waits() -> bool:
        tasks_ = client_of(cast.officer).get(reverse("portal:my_work")).context["now_tasks"]
        return "De dialoog kan worden afgerond, met een verslag" in [task.title for task in tasks_]

    assert waits() is False
    make.response(cast, said)
    assert waits() is True
    conclude(cast, dialogue)
    assert waits() is False


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_of_the_report_takes_eight_statements(cast, client_of, statements, tender, dialogue, many):
    for _one in range(many):
        make.finding(cast, tender, [said_and_answered(cast, tender)])
        make.meeting(tender, begins_in=-dt.timedelta(days=3))
        make.hiding(cast, make.contribution(tender))
    make.conclusion(cast, tender)
    client, page = client_of(cast.visitor), page_of("show_conclusion", tender)
    client.get(page)
    with statements() as sent:
        answer = client.get(page, headers={"Cache-Control": "no-cache"})
    assert (answer.status_code, len(sent)) == (200, 8)


def test_the_report_counts_who_recognised_something_with_an_account_and_by_phone(cast):
    tender = make.dialogue(make.tender(cast)).tender
    said = make.contribution(tender)
    actions.support_contribution(contribution=said, by=cast.neighbour)
    live = make.live(make.meeting(tender, begins_in=-dt.timedelta(hours=1)))
    messages = [make.message(live, text=f"Zin {number}") for number in range(2)]
    for message in messages:
        actions.support_message(message=message, phone="een-telefoon-in-de-zaal")
    assert recognised_in(tender.pk) == (1, 1)


def test_what_ended_with_the_dialogue_has_nothing_open_or_to_come_and_is_still_found(cast, client_of, tender, dialogue):
    said_and_answered(cast, tender)
    officer = client_of(cast.officer)
    manage = reverse("tenders:manage_tender", args=[tender.slug])
    before = officer.get(manage).content.decode()
    assert ("straks:" in before, '<span class="mw-small mw-soft">open</span>' in before) == (True, True)
    conclude(cast, dialogue, Ending.RESIDENTS)
    after = officer.get(manage).content.decode()
    assert ("niet nodig" in after, "straks:" in after) == (True, False)
    assert '<span class="mw-small mw-soft">open</span>' not in after
    own = reverse("portal:list_tenders") + "?mijn=1"
    assert own in officer.get(reverse("portal:my_work")).content.decode()
    assert tender.title in officer.get(own).content.decode()


def test_a_meeting_of_which_nobody_wrote_down_who_came_is_not_counted_as_nobody(cast, tender, dialogue):
    past = dt.timedelta(days=-2)
    make.meeting(tender, begins_in=past, title="Niet geteld")
    make.meeting(tender, begins_in=past, title="Geteld", guests=4)
    report = content_of(conclude(cast, dialogue))
    assert {met["title"]: met["came"] for met in report["meetings"]} == {"Niet geteld": None, "Geteld": 4}


def test_in_the_report_what_became_of_it_adds_up_and_what_is_hidden_stands_apart(cast, tender, dialogue):
    said_and_answered(cast, tender)
    make.hiding(cast, make.contribution(tender))
    report = content_of(conclude(cast, dialogue))
    tables = dict(report["tables"])
    assert sum(total for _label, total in tables["Wat ermee gebeurde"]) == report["total"]
    assert [total for _ground, total in tables["Verborgen, en niet meegeteld bij de rest"]] == [1]
