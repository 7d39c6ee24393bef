"""Against the house rules: anybody reports, an officer hides or leaves, the writer asks a colleague to look again."""

import pytest
from django.core.cache import cache
from django.db import IntegrityError
from django.urls import reverse

from accounts.permissions import allows
from dialogues import actions
from dialogues.models import Appeal, AppealOutcome, Contribution, Dialogue, Flag, FlagOutcome, Ground, Hiding, NameChoice
from events.models import Event
from notifications.models import Mail, Notice
from tenders.refusal import Changed, Refused
from tests import make

CODE = "k7wp-93bd-xm2h"
RUDE = "Die buurman is een rat."


@pytest.fixture
def tender(cast):
    made = make.tender(cast)
    make.dialogue(made)
    return made


@pytest.fixture
def said(cast, tender):
    return make.contribution(tender, text=RUDE, shown_name="Kees de Rat", code=CODE, name_choice=NameChoice.PSEUDONYM)


def address(page: str, contribution, *more) -> str:
    return reverse(f"dialogues:{page}", args=[contribution.tender.slug, *(more or [contribution.number])])


def ground_of(tender, text="Het kwetst iemand") -> Ground:
    return Dialogue.objects.get(tender=tender).grounds.get(text=text)


def form_of(tender, **fields) -> dict:
    return {"ground": ground_of(tender).public_id, "text": "Dit gaat over mijn buurman.", "once": "a", **fields}


def thread(client, contribution):
    return client.get(contribution.get_absolute_url())


def test_a_visitor_reports_and_follows_it_with_a_code(cast, client_of, tender, said):
    answer = client_of(cast.visitor).post(address("flag_contribution", said), form_of(tender))
    assert (answer.status_code, answer.cookies, "no-store" in answer["Cache-Control"]) == (200, {}, True)
    code, flag = answer.context["code"], Flag.objects.get()
    assert (flag.person, flag.text, code in answer.content.decode()) == (None, "Dit gaat over mijn buurman.", True)
    event = Event.objects.get(name="dialogues.contribution_flagged")
    assert (event.actor_id, event.thing_kind, event.is_public) == (None, "tenders.tender", False)
    page = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": code, "once": "b"}).content.decode()
    assert "Wij kijken naar wat u meldde" in page
    actions.decide_flag(flag=flag, by=cast.officer, outcome=FlagOutcome.LEFT, reason="Scherp, maar het mag.")
    page = client_of(cast.visitor).post(reverse("portal:follow_code"), {"code": code, "once": "c"}).content.decode()
    assert ("Wat u meldde, blijft staan" in page, "Scherp, maar het mag." in page) == (True, True)


def test_the_log_does_not_say_who_reported_and_who_did_still_hears_the_answer(cast, client_of, tender, said, commit):
    client_of(cast.resident).post(address("flag_contribution", said), form_of(tender))
    event, flag = Event.objects.get(name="dialogues.contribution_flagged"), Flag.objects.get()
    assert (event.actor_id, flag.person) == (None, cast.resident)
    log = client_of(cast.administrator).get(reverse("portal:view_log", args=[cast.municipality.slug])).content.decode()
    assert cast.resident.name not in log
    with commit():
        actions.decide_flag(flag=flag, by=cast.officer, outcome=FlagOutcome.LEFT, reason="Scherp, maar het mag.")
    assert list(Notice.objects.values_list("person", flat=True)) == [cast.resident.pk]


def test_the_same_report_sent_twice_is_one(cast, client_of, tender, said):
    pages = [client_of(cast.visitor).post(address("flag_contribution", said), form_of(tender)) for _time in range(2)]
    assert (Flag.objects.count(), pages[0].context["code"]) == (1, pages[1].context["code"])
    for _time in range(2):
        client_of(cast.resident).post(address("flag_contribution", said), form_of(tender))
    assert Flag.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"ground": "bestaat-niet"}, "ground", "Kies een van de redenen uit de huisregels."),
        ({"ground": ""}, "ground", "Kies een van de redenen uit de huisregels."),
        ({"text": "  "}, "text", "Schrijf in één zin waarom u dat vindt."),
    ],
)
def test_what_is_missing_is_said_beside_it_and_the_words_stay(cast, client_of, tender, said, wrong, field, sentence):
    answer = client_of(cast.visitor).post(address("flag_contribution", said), form_of(tender) | wrong)
    assert answer.context["form"].errors[field] == [sentence]
    assert wrong.get("text", "Dit gaat over mijn buurman.").strip() in answer.content.decode()
    assert Flag.objects.count() == 0


def test_a_reason_of_another_dialogue_or_off_the_list_is_no_reason(cast, tender, said):
    elsewhere = make.dialogue(make.tender(cast)).grounds.first()
    gone = ground_of(tender, "Het is reclame")
    actions.remove_ground(ground=gone, by=cast.officer)
    for ground in (elsewhere, Ground.objects.get(pk=gone.pk)):
        with pytest.raises(Refused) as refused:
            actions.hide_contribution(contribution=said, by=cast.officer, ground=ground, explanation="Daarom.")
        assert list(refused.value.message_dict) == ["ground"]
    assert Hiding.objects.count() == 0


def test_from_one_address_comes_no_flood(cast, client_of, tender, said):
    cache.clear()
    for number in range(10):
        client_of(cast.visitor).post(address("flag_contribution", said), form_of(tender, text=f"Zin {number}", once=f"t{number}"))
    page = client_of(cast.visitor).post(address("flag_contribution", said), form_of(tender, text="Nog een", once="tt"))
    assert (Flag.objects.count(), "Probeer het over een kwartier nog eens." in page.content.decode()) == (10, True)


def test_hiding_takes_the_words_and_leaves_the_place(cast, client_of, tender, said):
    visitor = client_of(cast.visitor)
    dialogue = reverse("dialogues:show_dialogue", args=[tender.slug])
    assert RUDE in visitor.get(dialogue).content.decode()
    form = {"ground": ground_of(tender).public_id, "explanation": "Wij schelden hier niet.", "once": "a"}
    client_of(cast.officer).post(address("hide_contribution", said), form)
    for page in (visitor.get(dialogue), thread(visitor, said)):
        html = page.content.decode()
        assert (RUDE in html, "Kees de Rat" in html, "Het kwetst iemand" in html, "Wij schelden hier niet." in html) == (
            False,
            False,
            True,
            True,
        )
        assert "Verborgen door Marloes Beleid, gemeente" in html
    said.refresh_from_db()
    assert (said.text, said.hidden_because, said.hiding.by) == (RUDE, "Het kwetst iemand", cast.officer)


def test_everybody_who_reported_it_hears_the_same_answer(cast, commit, tender, said):
    flags = [make.flag(said, person=person) for person in (cast.resident, cast.neighbour)]
    make.flag(said, code="aaaa-bbbb-cccc")
    with commit():
        actions.decide_flag(
            flag=flags[0], by=cast.officer, outcome=FlagOutcome.HIDDEN, reason="Wij schelden niet.", ground=ground_of(tender)
        )
    assert set(Flag.objects.values_list("outcome", "reason", "decided_by")) == {("hidden", "Wij schelden niet.", cast.officer.pk)}
    notices = {notice.person: notice for notice in Notice.objects.all()}
    assert set(notices) == {cast.resident, cast.neighbour}
    assert notices[cast.resident].url == address("show_flag", said, flags[0].public_id)
    assert not any(RUDE in mail.text or RUDE in mail.html or RUDE in mail.subject for mail in Mail.objects.all())


def test_only_who_reported_it_and_the_officers_read_a_report(cast, client_of, said):
    flag = make.flag(said, person=cast.resident)
    page = address("show_flag", said, flag.public_id)
    people = (cast.resident, cast.officer, cast.buyer, cast.neighbour, cast.guide, cast.administrator, cast.stranger)
    assert [client_of(one).get(page).status_code for one in people] == [200, 200, 200, 404, 404, 404, 404]


def test_only_officers_hide_and_the_guide_does_not(cast, client_of, tender, said):
    make.involve(tender, "guide", person=cast.guide)
    flag = make.flag(said, person=cast.resident)
    form = {"ground": ground_of(tender).public_id, "explanation": "x", "reason": "x", "outcome": "hidden", "once": "a"}
    for page in (address("hide_contribution", said), address("decide_flag", said, flag.public_id)):
        for person in (cast.guide, cast.resident, cast.neighbour, cast.entrepreneur, cast.administrator, cast.stranger):
            assert client_of(person).post(page, form).status_code in (403, 404), person
    assert Hiding.objects.count() == 0


def test_deciding_asks_a_reason_and_for_hiding_a_ground(cast, client_of, tender, said):
    flag = make.flag(said, person=cast.resident)
    page, client = address("decide_flag", said, flag.public_id), client_of(cast.officer)
    answer = client.post(page, {"outcome": "hidden", "reason": "Wij schelden niet.", "once": "a"})
    assert answer.context["form"].errors == {"ground": ["Kies een van de redenen uit de huisregels."]}
    assert "Wij schelden niet." in answer.content.decode()
    answer = client.post(page, {"outcome": "left", "reason": " ", "once": "b"})
    assert list(answer.context["form"].errors) == ["reason"]
    client.post(page, {"outcome": "left", "reason": "Het mag.", "once": "c"})
    flag.refresh_from_db(), said.refresh_from_db()
    assert (flag.outcome, flag.reason, said.hidden_at) == ("left", "Het mag.", None)
    with pytest.raises(Changed):
        actions.decide_flag(flag=flag, by=cast.buyer, outcome=FlagOutcome.LEFT, reason="Nog eens.")


def test_the_list_and_my_work_show_what_waits(cast, client_of, said):
    make.flag(said, person=cast.resident, text="Dit gaat over mijn buurman.")
    make.appeal(make.hiding(cast, make.contribution(said.tender)), text="Ik bedoelde de drempel.")
    page = client_of(cast.buyer).get(reverse("dialogues:list_flags", args=[said.tender.slug])).content.decode()
    assert ("Dit gaat over mijn buurman." in page, "Ria Bewoner" in page, "Ik bedoelde de drempel." in page) == (True, False, True)

    def waits(person):
        return [task.title for task in client_of(person).get(reverse("portal:my_work")).context["now_tasks"]]

    assert {"1 melding over inbreng wacht", "Kijk opnieuw naar 1 verborgen inbreng"} <= set(waits(cast.buyer))
    assert "Kijk opnieuw naar 1 verborgen inbreng" not in waits(cast.officer)  # who hid it does not decide


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_takes_the_same_statements_however_much_there_is(cast, client_of, statements, said, many):
    for _one in range(many):
        make.flag(said)
        make.appeal(make.hiding(cast, make.contribution(said.tender)))
    client, page = client_of(cast.officer), reverse("dialogues:list_flags", args=[said.tender.slug])
    client.get(page)
    with statements() as sent:
        assert len(client.get(page).context["page_obj"].object_list) == many
    assert len(sent) == 10  # one more than for who hid nothing: whether a colleague could look


def test_who_wrote_it_with_the_code_reads_it_and_asks_once_to_look_again(cast, client_of, said):
    make.hiding(cast, said)
    visitor = client_of(cast.visitor)
    page = visitor.post(reverse("portal:follow_code"), {"code": CODE, "once": "a"})
    html = page.content.decode()
    assert (RUDE in html, "Vraag een collega om opnieuw te kijken" in html, page.cookies) == (True, True, {})
    form = {"code": CODE, "text": "Ik bedoelde mijn hond.", "once": "b"}
    sent = [visitor.post(address("appeal_hiding", said), form).content.decode() for _time in range(2)]
    assert ["Een collega kijkt opnieuw" in one for one in sent] == [True, True]
    assert [one.text for one in Appeal.objects.all()] == ["Ik bedoelde mijn hond."]
    event = Event.objects.get(name="dialogues.hiding_appealed")
    assert (event.actor_id, event.thing_kind) == (None, "tenders.tender")
    again = visitor.post(address("appeal_hiding", said), form | {"text": "En nog iets.", "once": "c"})
    assert "U vroeg dit al. Dat kan één keer." in again.content.decode()


def test_who_asked_to_look_again_reads_what_became_of_it_and_finds_no_form(cast, client_of, said):
    appeal = make.appeal(make.hiding(cast, said))

    def page() -> tuple[bool, bool, bool]:
        html = client_of(cast.visitor).get(address("appeal_hiding", said)).content.decode()
        words = "Een collega kijkt opnieuw.", "Een rat is een scheldwoord.", 'name="text"'
        return tuple(one in html for one in words)

    assert page() == (True, False, False)
    actions.decide_appeal(appeal=appeal, by=cast.buyer, outcome=AppealOutcome.UPHELD, reason="Een rat is een scheldwoord.")
    assert page() == (False, True, False)


def test_who_wrote_it_with_an_account_reads_it_and_asks_without_a_code(cast, client_of, tender):
    said = make.contribution(tender, text=RUDE, author=cast.resident)
    make.hiding(cast, said)
    client = client_of(cast.resident)
    assert RUDE in thread(client, said).content.decode()
    client.post(address("appeal_hiding", said), {"text": "Het was een grap.", "once": "a"})
    assert Appeal.objects.get().hiding.contribution == said


def test_nobody_else_asks_to_look_again(cast, client_of, said):
    make.hiding(cast, said)
    for person in (cast.visitor, cast.neighbour, cast.rival):
        answer = client_of(person).post(
            address("appeal_hiding", said), {"code": "aaaa-bbbb-cccc", "text": "Laat staan", "once": "a"}
        )
        assert list(answer.context["form"].errors) == ["code"]
        assert ("Laat staan" in answer.content.decode(), RUDE in answer.content.decode()) == (True, False)
    assert Appeal.objects.count() == 0


def test_a_colleague_decides_and_never_who_hid_it(cast, client_of, said):
    appeal = make.appeal(make.hiding(cast, said))
    page = address("decide_appeal", said, appeal.public_id)
    assert client_of(cast.officer).get(page).status_code == 403
    with pytest.raises(Refused):
        actions.decide_appeal(appeal=appeal, by=cast.officer, outcome=AppealOutcome.UPHELD, reason="Nee.")
    with pytest.raises(IntegrityError):  # and the database holds it too
        Appeal.objects.filter(pk=appeal.pk).update(outcome="upheld", reason="Nee.", decided_by=cast.officer, decided_at=appeal.at)


def test_restored_it_is_back_and_waits_for_an_answer_again(cast, client_of, commit, tender):
    said = make.contribution(tender, text=RUDE, author=cast.resident)
    assert list(Contribution.objects.unanswered()) == [said]
    hiding = make.hiding(cast, said)
    assert list(Contribution.objects.unanswered()) == []
    appeal = make.appeal(hiding)
    with commit():
        form = {"outcome": "restored", "reason": "Het ging over een dier.", "once": "a"}
        client_of(cast.buyer).post(address("decide_appeal", said, appeal.public_id), form)
    assert list(Contribution.objects.unanswered()) == [said]
    assert RUDE in thread(client_of(cast.visitor), said).content.decode()
    hiding.refresh_from_db()
    assert (hiding.ended_by, hiding.ended_because) == (cast.buyer, "Het ging over een dier.")
    assert list(Notice.objects.values_list("person", "title")) == [(cast.resident.pk, "Iedereen kan uw inbreng weer lezen")]


def test_upheld_it_stays_hidden_and_says_why_for_good(cast, client_of, said):
    appeal = make.appeal(make.hiding(cast, said))
    actions.decide_appeal(appeal=appeal, by=cast.buyer, outcome=AppealOutcome.UPHELD, reason="Een rat is een scheldwoord.")
    html = thread(client_of(cast.visitor), said).content.decode()
    assert ("Een rat is een scheldwoord." in html, RUDE in html, "Vraag een collega" in html) == (True, False, False)
    with pytest.raises(Changed):
        actions.decide_appeal(appeal=appeal, by=cast.buyer, outcome=AppealOutcome.RESTORED, reason="Toch niet.")


def test_hidden_twice_it_has_two_rows_and_may_ask_again(cast, tender, said):
    for time in range(2):
        actions.hide_contribution(contribution=said, by=cast.officer, ground=ground_of(tender), explanation=f"Keer {time}")
        actions.appeal_hiding(contribution=said, by=None, text="Kijk nog eens.", code=CODE)
        appeal = Appeal.objects.get(hiding__contribution=said, outcome="")
        actions.decide_appeal(appeal=appeal, by=cast.buyer, outcome=AppealOutcome.RESTORED, reason="Mag toch.")
    assert list(said.hidings.values_list("explanation", "ended_because")) == [("Keer 0", "Mag toch."), ("Keer 1", "Mag toch.")]
    assert Event.objects.filter(name="dialogues.contribution_hidden", is_public=True).count() == 2


def test_who_hid_it_by_mistake_puts_it_back_unless_somebody_asked_a_colleague(cast, client_of, said):
    make.hiding(cast, said)
    client_of(cast.officer).post(address("restore_contribution", said), {"reason": "Verkeerde knop.", "once": "a"})
    said.refresh_from_db()
    assert (said.hidden_at, said.hidden_because, said.hiding) == (None, "", None)
    make.appeal(make.hiding(cast, said))
    with pytest.raises(Refused):
        actions.restore_contribution(contribution=said, by=cast.officer, reason="Toch maar.")


def test_what_a_colleague_kept_hidden_is_put_back_by_a_colleague_only(cast, client_of, said):
    appeal = make.appeal(make.hiding(cast, said))
    actions.decide_appeal(appeal=appeal, by=cast.buyer, outcome=AppealOutcome.UPHELD, reason="Het kwetst.")
    form = {"reason": "Toch maar.", "once": "a"}
    page = client_of(cast.officer).post(address("restore_contribution", said), form).content.decode()
    assert "U verborg het zelf. Alleen een collega kan zorgen dat iedereen het weer leest." in page
    assert Contribution.objects.get(pk=said.pk).hidden_at
    client_of(cast.buyer).post(address("restore_contribution", said), form)
    assert Contribution.objects.get(pk=said.pk).hidden_at is None


def test_hiding_works_when_the_tender_is_long_over(cast, tender, said):
    type(tender).objects.filter(pk=tender.pk).update(completed_at=said.entered_at)
    actions.hide_contribution(contribution=said, by=cast.officer, ground=ground_of(tender), explanation="Ook nu nog.")
    assert Contribution.objects.get(pk=said.pk).hidden_at


def test_what_is_hidden_gets_no_answer_and_no_support(cast, client_of, said):
    make.hiding(cast, said)
    with pytest.raises(Refused):
        actions.respond(contribution=said, by=cast.officer, outcome="not", reason="Nee.")
    assert not allows(cast.neighbour, "dialogues.support_contribution", said)


def test_for_the_team_its_thread_promises_nothing_and_leads_to_the_question_to_look_again(cast, client_of, said):
    appeal = make.appeal(make.hiding(cast, said))
    page = thread(client_of(cast.buyer), said)
    assert ([knot.kind for knot in page.context["knots"]], page.context["summary"][-1]) == (["said"], "Het is verborgen.")
    html, lists = page.content.decode(), reverse("dialogues:list_flags", args=[said.tender.slug])
    assert (lists in html, address("restore_contribution", said) in html) == (True, False)
    appeal.outcome, appeal.reason, appeal.decided_by, appeal.decided_at = "upheld", "Nee.", cast.buyer, appeal.at
    appeal.save()
    assert address("restore_contribution", said) in thread(client_of(cast.officer), said).content.decode()


def test_a_new_dialogue_begins_with_the_usual_reasons_and_keeps_one(cast, client_of):
    tender = make.tender(cast)
    actions.add_fact(tender=tender, by=cast.officer, text="Er zijn 140 mensen.", source="telling")
    grounds = list(Dialogue.objects.get(tender=tender).grounds.all())
    assert [str(one) for one in grounds][:2] == ["Het kwetst iemand of een groep", "Het vertelt iets privés over iemand"]
    client = client_of(cast.officer)
    client.post(reverse("dialogues:add_ground", args=[tender.slug]), {"text": "Het is een grap", "once": "a"})
    for one in [*grounds, Ground.objects.get(text="Het is een grap")]:
        client.post(reverse("dialogues:remove_ground", args=[tender.slug, one.public_id]), {"once": one.public_id})
    assert [str(one) for one in Ground.objects.filter(removed_at=None)] == ["Het is een grap"]


def test_the_page_of_the_dialogue_counts_what_is_hidden_by_reason(cast, client_of, tender, said):
    make.hiding(cast, said)
    make.hiding(cast, make.contribution(tender), ground="Het is reclame")
    page = client_of(cast.visitor).get(reverse("dialogues:show_dialogue", args=[tender.slug])).content.decode()
    assert ("2 keer inbreng is verborgen" in page, "Het kwetst iemand: 1" in page, "Het is reclame: 1" in page) == (True,) * 3
