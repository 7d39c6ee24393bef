"""What people met who tried the dialogue for the first time: dead ends, promises that no page kept, and words that were untrue."""

import datetime as dt

import pytest
from django.urls import reverse

from calls.models import Amendment, AmendmentSupport
from dialogues import actions
from dialogues.models import Correction, Dialogue, Ending, Meeting, Registration, RegistrationState, Support
from events import clock
from initiatives import actions as initiatives
from initiatives.models import Plan
from inventory.models import TaskTender
from tenders.models import Involvement, InvolvementRole, Tender
from tenders.refusal import Refused
from tenders.steps import Step
from tests import make


@pytest.fixture
def tender(cast):
    made = make.dialogue(make.tender(cast)).tender
    make.involve(made, InvolvementRole.GUIDE, person=cast.guide)
    return made


def url(name: str, tender, *args) -> str:
    return reverse(f"dialogues:{name}", args=[tender.slug, *args])


def read(client, page: str) -> str:
    return client.get(page).content.decode()


# The process guide


def _kept_out(answers) -> int:
    """How many are refused with the reason."""
    return sum(one.status_code == 403 and "dus u zegt er zelf niets in" in one.content.decode() for one in answers)


def test_a_guide_says_and_recognises_nothing_in_the_conversation_that_she_guides(cast, client_of, tender):
    said, guide = make.contribution(tender), client_of(cast.guide)
    form = {"text": "Ik vind van wel.", "name_choice": "name", "shown_name": "Gijs", "once": "a"}
    answers = [guide.post(url("contribute", tender), form), guide.post(url("support_contribution", tender, said.number))]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert "dus u zegt er zelf niets in" in answers[0].content.decode()
    assert Support.objects.count() == 0
    page = read(guide, url("show_dialogue", tender))
    assert ("Verstuur mijn inbreng" in page, "Ik herken dit" in page) == (False, False)


def test_a_guide_keeps_out_of_the_request_that_follows_from_the_conversation(cast, client_of, tender):
    Tender.objects.filter(pk=tender.pk).update(step=Step.REQUEST)
    tender.refresh_from_db()
    call = make.call(cast, tender)
    clause = make.clause(cast, call)
    amendment, guide = make.amendment(cast, clause), client_of(cast.guide)
    words = {"text": "Anders.", "reason": "Beter.", "version": 1}
    proposing = reverse("calls:propose_amendment", args=[tender.slug, clause.number])
    supporting = reverse("calls:support_amendment", args=[tender.slug, amendment.public_id])
    answers = [
        guide.get(proposing),
        guide.post(proposing, words),
        guide.post(supporting),
    ]
    assert _kept_out(answers) == 3
    assert (Amendment.objects.count(), AmendmentSupport.objects.count()) == (1, 0)
    pages = [
        read(guide, reverse("calls:show_call", args=[tender.slug])),
        read(guide, reverse("calls:show_clause", args=[tender.slug, clause.number])),
    ]
    pages.append(read(guide, reverse("calls:show_amendment", args=[tender.slug, amendment.public_id])))
    assert [("andere woorden voor" in page or "Steun dit voorstel" in page) for page in pages] == [False] * 3


def test_a_guide_says_and_recognises_nothing_in_the_room_of_a_meeting(cast, client_of, tender):
    live, guide = make.live(make.meeting(tender)), client_of(cast.guide)
    client_of(cast.visitor).post(reverse("dialogues:show_live", args=[live.public_id]), {"text": "Ja.", "phone": "a", "once": "b"})
    number = live.messages.get().contribution.number
    here = reverse("dialogues:show_live", args=[live.public_id])
    answers = [guide.post(here, {"text": "Ik vind van wel.", "phone": "c", "once": "d"})]
    answers.append(guide.post(reverse("dialogues:support_message", args=[live.public_id, number]), {"phone": "c"}))
    assert _kept_out(answers) == 2
    page = read(guide, here)
    assert (live.messages.count(), "Verstuur" in page, "Ik herken dit" in page) == (1, False, False)


def test_a_guide_brings_no_plan_for_the_tender_that_she_guides(cast, client_of, tender):
    guide, place = client_of(cast.guide), cast.municipality
    filing = reverse("initiatives:file_plan", args=[place.slug])
    form = {"what": "Wij koken.", "problem": "Ouderen eten alleen.", "title": "Soep", "makers": "Gijs", "cost": "100", "once": "e"}
    bringing = reverse("portal:bring_plan", args=[tender.slug, make.working_day(cast, tender).public_id])
    answers = [guide.get(f"{filing}?traject={tender.slug}"), guide.post(filing, form | {"about": tender.pk})]
    answers += [guide.get(bringing), guide.post(bringing, form)]
    assert _kept_out(answers) == 4
    links = [f"?traject={tender.slug}" in read(guide, page) for page in (url("show_dialogue", tender), filing)]
    assert (Plan.objects.count(), links) == (0, [False, False])
    assert (guide.post(filing, form).status_code, Plan.objects.get().about) == (200, None)


def test_a_guide_brings_no_plan_for_a_line_from_which_the_tender_began(cast, tender):
    line = make.line(cast.municipality)
    TaskTender.objects.create(line=line, tender=tender, started_by=cast.officer)
    said = {"what": "Wij koken.", "problem": "Ouderen eten alleen.", "title": "Soep", "makers": "Gijs", "line": line}
    with pytest.raises(Refused) as refusal:
        initiatives.file_plan(municipality=cast.municipality, by=cast.guide, code="f", **said)
    assert refusal.value.code == "guide"


def test_a_dialogue_that_is_not_open_yet_is_not_called_closed(cast, client_of):
    coming = make.dialogue(make.tender(cast), published_at=None).tender
    page = client_of(cast.officer).get(url("contribute", coming))
    assert page.status_code == 403
    words = ("Deze dialoog is nog niet open", "Deze dialoog is gesloten")
    assert [one in page.content.decode() for one in words] == [True, False]


def test_in_another_conversation_a_guide_speaks_as_everybody(cast, client_of):
    other = make.dialogue(make.tender(cast)).tender
    form = {"text": "Ik woon hier ook.", "name_choice": "name", "shown_name": "Gijs", "once": "a"}
    assert client_of(cast.guide).post(url("contribute", other), form).status_code == 200


# What was done with a contribution


def test_restored_its_thread_says_who_let_it_be_read_again_and_why(cast, client_of, tender):
    said = make.contribution(tender, text="Die drempel moet weg.")
    make.hiding(cast, said)
    actions.restore_contribution(contribution=said, by=cast.buyer, reason="Het ging over een drempel.")
    page = read(client_of(cast.visitor), said.get_absolute_url())
    assert "Het was verborgen, en is weer te lezen" in page
    assert "Het ging over een drempel." in page and cast.buyer.name in page


def test_who_reported_it_reads_that_it_can_be_read_again(cast, client_of, tender):
    said = make.contribution(tender)
    flag = make.flag(said, person=cast.neighbour)
    ground = Dialogue.objects.get(tender=tender).grounds.first()
    actions.decide_flag(flag=flag, by=cast.officer, outcome="hidden", reason="Dit kwetst.", ground=ground)
    page = url("show_flag", tender, flag.public_id)
    assert "Wij verborgen wat u meldde" in read(client_of(cast.neighbour), page)
    actions.restore_contribution(contribution=said, by=cast.buyer, reason="Het ging over een drempel.")
    html = read(client_of(cast.neighbour), page)
    assert "het is nu weer te lezen" in html and "Het ging over een drempel." in html
    assert "Verborgen, en nu weer te lezen" in read(client_of(cast.officer), url("list_flags", tender))


def test_why_two_were_put_together_stands_on_the_thread_of_the_one_and_the_other_leads_to_it(cast, client_of, tender):
    into, along = make.contribution(tender), make.contribution(tender)
    actions.merge_contribution(contribution=along, into=into, by=cast.officer, reason="Beiden vragen een bankje.")
    assert "Beiden vragen een bankje." in read(client_of(cast.visitor), along.get_absolute_url())
    assert along.get_absolute_url() in read(client_of(cast.visitor), into.get_absolute_url())


def test_who_is_alone_in_the_team_is_led_to_a_colleague_who_can_look_again(cast, client_of, tender):
    Involvement.objects.filter(tender=tender, role=InvolvementRole.OFFICER).exclude(person=cast.officer).delete()
    make.appeal(make.hiding(cast, make.contribution(tender)))
    team = reverse("tenders:appoint_officer", args=[tender.slug])
    assert team in read(client_of(cast.officer), url("list_flags", tender))
    work = read(client_of(cast.officer), reverse("portal:my_work"))
    assert "u hebt er geen in dit team" in work and team in work
    make.involve(tender, InvolvementRole.OFFICER, person=cast.buyer)
    assert "u hebt er geen in dit team" not in read(client_of(cast.officer), reverse("portal:my_work"))


# Meetings


def test_a_dialogue_does_not_end_for_good_before_a_meeting_that_is_still_to_come(cast, tender):
    meeting = make.meeting(tender)
    dialogue = Dialogue.objects.get(tender=tender)
    given = {"dialogue": dialogue, "by": cast.officer, "ending": Ending.RESIDENTS, "reason": "Zij doen het."}
    with pytest.raises(Refused) as refused:
        actions.conclude_dialogue(**given)
    assert meeting.title in str(refused.value.message_dict["ending"])


def test_of_a_tender_that_was_stopped_a_meeting_can_still_be_called_off_and_is_offered_to_nobody(cast, client_of, tender):
    meeting = make.meeting(tender)
    Tender.objects.filter(pk=tender.pk).update(withdrawn_at=clock.now())
    assert meeting.title not in read(client_of(cast.visitor), reverse("portal:take_part"))
    client_of(cast.officer).post(url("cancel_meeting", tender, meeting.public_id), {"reason": "Gestopt.", "once": "a"})
    assert Meeting.objects.get().cancelled_because == "Gestopt."


def test_who_came_without_registering_is_counted_without_a_name(cast, client_of, tender):
    meeting = make.meeting(tender, begins_in=-dt.timedelta(hours=3))
    page = url("record_attendance", tender, meeting.public_id)
    assert "Hoeveel mensen kwamen zonder zich aan te melden?" in read(client_of(cast.officer), page)
    client_of(cast.officer).post(page, {"guests": "20", "once": "a"})
    assert Meeting.objects.for_page().get().came == 20


def test_a_form_of_the_meeting_shows_that_one_was_there(cast, client_of, tender):
    minutes = make.minutes(tender)
    make.contribution(tender, meeting=minutes, channel="meeting", code="abcd-efgh-jkmn")
    make.contribution(tender, code="pqrs-tvwx-yz23")
    page = url("correct_minutes", tender, minutes.public_id)
    visitor = client_of(cast.visitor)
    elsewhere = visitor.post(page, {"code": "pqrs-tvwx-yz23", "text": "Het was anders.", "once": "a"})
    assert "wie erbij was" in elsewhere.content.decode()
    visitor.post(page, {"code": "abcd-efgh-jkmn", "text": "Het was in de Bolder.", "once": "b"})
    made = Correction.objects.get()
    assert (made.text, made.registration, made.person) == ("Het was in de Bolder.", None, None)
    assert made.name == "Iemand met een formulier van deze bijeenkomst"


@pytest.mark.parametrize(("second", "state"), [("de werkplaats", "waiting"), ("Een ander", "registered"), ("", "registered")])
def test_without_an_account_too_one_comes_for_an_organisation(cast, client_of, tender, second, state):
    meeting = make.meeting(tender)
    page = url("register", tender, meeting.public_id)
    for name, organisation in (("Wim", "De  Werkplaats"), ("Teun", second)):
        client_of(cast.visitor).post(page, {"name": name, "organisation": organisation, "once": f"{name}-een-lange-sleutel"})
    assert Registration.objects.get(name="Teun").state == state


def test_a_party_that_we_know_is_found_by_its_name(cast, client_of, tender):
    meeting = make.meeting(tender)
    actions.register(meeting=meeting, by=cast.entrepreneur, party=cast.party)
    form = {"name": "Wim", "organisation": cast.party.name.upper(), "once": "een-lange-sleutel"}
    client_of(cast.visitor).post(url("register", tender, meeting.public_id), form)
    wim = Registration.objects.get(name="Wim")
    assert (wim.party, wim.organisation, wim.state) == (cast.party, "", RegistrationState.WAITING)


def test_the_number_to_call_is_a_number(cast, client_of, tender):
    form = {"title": tender.title, "summary": "Kort.", "contact_person": "Marloes", "contact_phone": "abc", "once": "a"}
    page = client_of(cast.officer).post(reverse("tenders:edit_tender", args=[tender.slug]), form).content.decode()
    assert "Dit is geen telefoonnummer." in page and 'value="abc"' in page


# What waits for who is not in the team


def test_a_clerk_finds_the_proposals_that_wait_for_the_council_in_her_work(cast, client_of, tender):
    work, clerk = reverse("portal:my_work"), client_of(cast.clerk)
    assert "wacht op de raad" not in read(clerk, work)
    proposal = make.proposal(cast, make.group(tender, experts=[cast.resident]))
    assert "1 voorstel wacht op de raad" in read(clerk, work)
    make.council_decision(cast, proposal)
    assert "wacht op de raad" not in read(clerk, work)


def test_a_community_worker_finds_in_her_work_where_she_writes_down_what_people_say(cast, client_of, tender):
    page = url("enter_contribution", tender)
    assert page in read(client_of(cast.community_worker), reverse("portal:my_work"))
    Dialogue.objects.filter(tender=tender).update(closed_at=clock.now())
    assert page not in read(client_of(cast.community_worker), reverse("portal:my_work"))


def test_what_goes_along_with_nothing_is_not_taken_apart(cast, client_of, tender):
    said = make.contribution(tender)
    assert client_of(cast.officer).get(url("unmerge_contribution", tender, said.number)).status_code == 403


def test_of_who_left_nothing_under_a_pseudonym_no_reason_is_asked_in_vain(cast, client_of, tender):
    said = make.contribution(tender, name_choice="pseudonym", shown_name="Merel")
    page = read(client_of(cast.officer), url("unveil_pseudonym", tender, said.number))
    assert ("Alleen de code leidt naar deze persoon" in page, 'name="reason"' in page) == (True, False)


def test_a_colleague_whose_role_ended_cannot_look_again_so_one_is_alone(cast, client_of, tender):
    Involvement.objects.filter(tender=tender, role=InvolvementRole.OFFICER).exclude(person=cast.officer).delete()
    make.involve(tender, InvolvementRole.OFFICER, person=cast.buyer)
    make.appeal(make.hiding(cast, make.contribution(tender)))
    work = reverse("portal:my_work")
    assert "u hebt er geen in dit team" not in read(client_of(cast.officer), work)
    ended = clock.now() - dt.timedelta(days=1)
    cast.buyer.roles.update(since=ended - dt.timedelta(days=9), until=ended)
    assert "u hebt er geen in dit team" in read(client_of(cast.officer), work)
    assert "Haal een collega bij het team" in read(client_of(cast.officer), url("list_flags", tender))
