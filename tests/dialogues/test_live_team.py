"""The team and what the room sent in: what waits stays within reach, and what phones recognise and are about counts everywhere."""

import pytest
from django.urls import reverse

from areas.models import Theme
from dialogues import actions
from dialogues.models import Contribution, Message
from tenders.models import InvolvementRole
from tests import make
from tests.dialogues.test_live import _PHONE, address, text_of


@pytest.fixture
def meeting(cast):
    return make.meeting(make.dialogue(make.tender(cast)).tender)


@pytest.fixture
def waiting(cast, meeting):
    """A message that waits at a question that is closed."""
    live = make.live(meeting, is_moderated=True)
    message = make.message(live, text="De soos moet blijven.", shown=False, code="bcdf-ghjk-mnpq")
    actions.close_live(live=live, by=cast.officer)
    return message


def guide_of(cast, tender):
    make.involve(tender, InvolvementRole.GUIDE, person=cast.guide)
    return cast.guide


def test_what_waits_is_a_task_of_officer_and_guide_and_of_nobody_else(cast, client_of, waiting):
    guide_of(cast, waiting.tender)
    said = "1 bericht uit de zaal wacht op u"
    people = {name: person for name, person in cast.people().items() if person.is_authenticated}
    found = {name for name, person in people.items() if said in text_of(client_of(person).get("/mijn/"))}
    assert found == {"officer", "buyer", "guide"}
    page = text_of(client_of(cast.officer).get(reverse("dialogues:list_lives", args=[waiting.tender.slug])))
    assert "1 bericht wacht op u" in page and address("moderate_live", waiting.live) in page


def test_every_page_of_the_team_leads_to_what_waits_after_closing(cast, client_of, waiting):
    client, live = client_of(cast.officer), waiting.live
    pages = {
        "screen": address("screen", live),
        "meeting": live.meeting.get_absolute_url(),
        "asked before": reverse("dialogues:open_live", args=[live.tender.slug, live.meeting.public_id]),
    }
    assert {name: address("moderate_live", live) in text_of(client.get(page)) for name, page in pages.items()} == dict.fromkeys(
        pages, True
    )


def test_a_visitor_sees_neither_what_waits_nor_how_much(cast, client_of, waiting):
    live = waiting.live
    for page in (address("screen", live), live.meeting.get_absolute_url(), address("show_live", live)):
        shown = text_of(client_of(cast.visitor).get(page))
        assert not any(words in shown for words in ("wacht op u", "De soos", address("moderate_live", live)))


def test_after_closing_it_is_let_through_or_kept_back(cast, client_of, waiting):
    other = make.message(waiting.live, text="Scheldwoord.", shown=False)
    client = client_of(cast.officer)
    client.post(address("let_through", waiting.live, waiting.public_id))
    client.post(address("keep_back", waiting.live, other.public_id), {"reason": "Het kwetst iemand.", "once": "a"})
    assert sorted(Message.objects.values_list("text", "state")) == [
        ("De soos moet blijven.", "shown"),
        ("Scheldwoord.", "kept_back"),
    ]
    assert "De soos moet blijven." in text_of(client_of(cast.visitor).get(address("screen", waiting.live)))
    assert "U hebt alles bekeken" in text_of(client.get(address("moderate_live", waiting.live)))


def test_who_decides_just_after_a_colleague_hears_that_and_keeps_what_was_typed(cast, client_of, waiting):
    client, said = client_of(cast.officer), "Iemand heeft hier net voor u over beslist."
    through, back = (address(page, waiting.live, waiting.public_id) for page in ("let_through", "keep_back"))
    actions.keep_back(message=waiting, by=cast.buyer, reason="Het kwetst iemand.")
    for answer in (client.post(through, follow=True), client.get(back, follow=True)):
        assert (answer.redirect_chain[-1][0], said in text_of(answer)) == (address("moderate_live", waiting.live), True)
    late = client.post(back, {"reason": "Het is reclame.", "once": "a"})
    assert (said in text_of(late), "Het is reclame." in text_of(late)) == (True, True)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.kept_back_because) == ("kept_back", "Het kwetst iemand.")


def test_closing_the_question_of_a_tender_that_was_stopped_just_before_says_so(cast, client_of, meeting):
    live = make.live(meeting)
    type(meeting.tender).objects.update(withdrawn_at=live.opened_at)
    answer = client_of(cast.officer).post(address("close_live", live), follow=True)
    assert (answer.status_code, "Dit traject is gestopt of klaar." in text_of(answer)) == (200, True)


def test_before_closing_the_screen_says_how_many_wait_and_closing_leads_to_them(cast, client_of, meeting):
    live = make.live(meeting, is_moderated=True)
    client, screen = client_of(cast.officer), address("screen", live)
    etag = client.get(screen).headers["ETag"]
    for _one in range(2):
        make.message(live, shown=False)
    shown = client.get(screen, headers={"if-none-match": etag})
    assert (shown.status_code, "2 berichten wachten op u" in text_of(shown)) == (200, True)
    closed = client.post(address("close_live", live), follow=True)
    assert closed.redirect_chain[-1][0] == address("moderate_live", live)
    assert "Er wachten nog 2 berichten op u" in text_of(closed)


def test_what_is_on_the_screen_is_taken_off_by_an_officer_also_where_nobody_looks_first(cast, client_of, meeting):
    live = make.live(meeting)
    said = make.message(live, text="Scheldwoord.").contribution
    hide = reverse("dialogues:hide_contribution", args=[live.tender.slug, said.number])
    team = address("moderate_live", live)
    assert team in text_of(client_of(cast.officer).get(address("screen", live)))
    assert hide in text_of(client_of(cast.officer).get(team))
    assert hide not in text_of(client_of(guide_of(cast, live.tender)).get(team))
    make.hiding(cast, said)
    assert "Scheldwoord." not in text_of(client_of(cast.officer).get(team))


def test_closing_a_question_on_the_big_screen_asks_first(cast, client_of, meeting):
    page = text_of(client_of(cast.officer).get(address("screen", make.live(meeting))))
    asked = page.split("<summary>Vraag sluiten</summary>")[1]
    assert "Ja, sluit de vraag" in asked.split("</details>")[0]


def test_whose_tender_ended_reads_no_promise(cast, client_of, waiting):
    page = {"code": "bcdf-ghjk-mnpq", "once": "a"}
    assert "Het team kijkt er eerst naar" in text_of(client_of(cast.visitor).post("/code/", page, follow=True))
    type(waiting.tender).objects.update(withdrawn_at=waiting.live.opened_at)
    assert "Het team heeft er niet meer naar gekeken" in text_of(
        client_of(cast.visitor).post("/code/", page | {"once": "b"}, follow=True)
    )


def test_the_page_of_a_meeting_leads_to_what_is_and_was_asked(cast, client_of, meeting):
    live = make.live(meeting)
    page = meeting.get_absolute_url()
    shown = text_of(client_of(cast.visitor).get(page))
    assert "De vraag staat open: antwoord nu" in shown and address("show_live", live) in shown
    actions.close_live(live=live, by=cast.officer)
    shown = text_of(client_of(cast.visitor).get(page))
    assert "Lees wat er gezegd is" in shown and address("show_live", live) in shown


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_of_questions_asks_as_many_statements_however_many_there_are(cast, client_of, meeting, statements, many):
    for _one in range(many):
        make.message(make.live(meeting, closed_at=meeting.begins_at), shown=False)
    client = client_of(cast.officer)
    with statements() as sent:
        client.get(reverse("dialogues:list_lives", args=[meeting.tender.slug]))
    assert len(sent) == 8


def test_only_officer_and_guide_read_the_list(cast, client_of, meeting):
    guide_of(cast, meeting.tender)
    page = reverse("dialogues:list_lives", args=[meeting.tender.slug])
    people = (cast.officer, cast.guide, cast.resident, cast.partner, cast.council_member)
    assert [client_of(person).get(page).status_code for person in people] == [200, 200, 403, 403, 403]


def test_a_phone_may_say_what_it_is_about_and_the_screen_shows_it(cast, client_of, meeting):
    care = Theme.objects.create(municipality=cast.municipality, name="Zorg voor elkaar")
    live = make.live(meeting)
    client = client_of(cast.visitor)
    assert "Weet ik niet" in text_of(client.get(address("show_live", live)))
    client.post(address("show_live", live), _PHONE | {"text": "Meer hulp.", "shown_name": "", "theme": care.pk})
    client.post(address("show_live", live), _PHONE | {"text": "Wat?", "shown_name": "", "theme": "", "once": "b"})
    assert sorted(Contribution.objects.values_list("text", "theme__name")) == [("Meer hulp.", "Zorg voor elkaar"), ("Wat?", None)]
    shown = client.get(address("screen", live))
    assert [(row.text, row.theme) for row in shown.context["rows"]] == [("Wat?", ""), ("Meer hulp.", "Zorg voor elkaar")]
    assert shown.context["themes"] == [("Zorg voor elkaar", 1)]


def test_a_theme_stays_while_it_waits_and_another_one_changes_the_screen(cast, client_of, meeting):
    care, green = (Theme.objects.create(municipality=cast.municipality, name=name) for name in ("Zorg", "Groen"))
    live = make.live(meeting, is_moderated=True)
    client_of(cast.visitor).post(address("show_live", live), _PHONE | {"text": "Hulp.", "shown_name": "", "theme": care.pk})
    actions.let_through(message=Message.objects.get(), by=cast.officer)
    client, screen = client_of(cast.visitor), address("screen", live)
    etag = client.get(screen).headers["ETag"]
    actions.choose_theme(contribution=Contribution.objects.get(), by=cast.officer, theme=green, version=care.pk)
    changed = client.get(screen, headers={"if-none-match": etag})
    assert (changed.status_code, changed.context["themes"]) == (200, [("Groen", 1)])


def test_where_there_are_no_themes_a_phone_is_not_asked_for_one(cast, client_of, meeting):
    assert "Waar gaat het over?" not in text_of(client_of(cast.visitor).get(address("show_live", make.live(meeting))))


def test_what_phones_recognise_counts_wherever_support_counts(cast, client_of, meeting):
    message = make.message(make.live(meeting), name="Bep")
    said = message.contribution
    actions.support_contribution(contribution=said, by=cast.resident)
    for phone in ("een", "een", "twee"):
        actions.support_message(message=message, phone=phone)
    pages = {
        "dialogue": (cast.visitor, reverse("dialogues:show_dialogue", args=[meeting.tender.slug]), "Ik herken dit (3)"),
        "list": (cast.officer, reverse("dialogues:list_contributions", args=[meeting.tender.slug]), "3 keer herkend"),
        "thread": (cast.visitor, said.get_absolute_url(), "3 keer herkend."),
    }
    found = {name: words in text_of(client_of(person).get(page)) for name, (person, page, words) in pages.items()}
    assert found == dict.fromkeys(pages, True)


def test_put_together_a_phone_that_recognised_both_is_one(cast, meeting):
    live = make.live(meeting)
    one, other = make.message(live, name="Bep"), make.message(live, name="Jan")
    for message, phone in ((one, "een"), (other, "een"), (other, "twee")):
        actions.support_message(message=message, phone=phone)
    actions.support_contribution(contribution=one.contribution, by=cast.resident)
    make.merging(cast, one.contribution, other.contribution)
    counted = Contribution.objects.for_list().get(pk=other.contribution.pk)
    assert counted.supports == 3
